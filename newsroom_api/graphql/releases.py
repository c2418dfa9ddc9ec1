"""Releases in the schema."""

from __future__ import annotations

from typing import Any

import graphene
from graphql import GraphQLResolveInfo

from cms.ledger.document import ItemType
from cms.ledger.filters import Order
from cms.media.document import AssetType
from cms.releases.document import Release, ReleaseKind
from newsroom_api.exposure import enum_type
from newsroom_api.graphql.base import (
    Content,
    argument,
    connection_field,
    filter_of,
    find_one,
    item_connection,
    item_field,
    items_page,
    search_argument,
)
from newsroom_api.graphql.scalars import DateTime


class ReleaseFilter(graphene.InputObjectType):
    """Which releases a list holds. All conditions must hold; what is left out excludes nothing."""

    newsroom = graphene.String(description="Slug of the newsroom.")
    slug = graphene.String(description="The release's own part of its address.")
    kinds = graphene.List(
        graphene.NonNull(enum_type(ReleaseKind)),
        description="Of one of these kinds; an empty list excludes nothing.",
    )
    topic = graphene.ID(description="Id of a topic: releases filed under it or under a topic below it.")
    tag = graphene.String(description="With this tag, in any case of letters.")
    person = graphene.ID(description="Id of a person whom the release names.")
    locale = graphene.String(description="In this language, as a BCP 47 tag.")
    pinned = graphene.Boolean(description="Pinned by the editors, or not.")
    asset_type = graphene.InputField(enum_type(AssetType), description="With an asset of this type.")
    file = graphene.ID(description="Id of a file: releases that show it.")
    published_from = DateTime(description="First public at this time or later.")
    published_before = DateTime(description="First public before this time.")
    updated_since = DateTime(description="Changed at this time or later; goes well with the order `UPDATED`.")


class ReleaseQueries(graphene.ObjectType):
    """Fields of the query type that answer with releases."""

    release = item_field(Release, "A release")
    releases = connection_field(
        item_connection(Release, "releases"),
        "The public releases.",
        filter=argument(ReleaseFilter, "Which of them."),
        search=search_argument(),
        order_by=argument(enum_type(Order), "In which order.", default_value=Order.NEWEST),
    )

    @staticmethod
    def resolve_release(_root: None, info: GraphQLResolveInfo, **wanted: Any) -> Content:
        return find_one(info, ItemType.RELEASE, **wanted)

    @staticmethod
    def resolve_releases(
        _root: None,
        info: GraphQLResolveInfo,
        filter: dict[str, Any] | None = None,
        search: str | None = None,
        order_by: Order | None = Order.NEWEST,
        **paging: Any,
    ) -> Content:
        wanted = filter_of(ItemType.RELEASE, filter)
        return items_page(info, wanted, paging, search=search, order=order_by or Order.NEWEST)
