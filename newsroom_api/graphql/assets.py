"""Assets and press kits in the schema."""

from __future__ import annotations

from typing import Any

import graphene
from graphql import GraphQLResolveInfo

from cms.ledger.document import ItemType
from cms.ledger.filters import Order
from cms.library.document import Asset, PressKit
from cms.media.document import AssetType
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


class AssetFilter(graphene.InputObjectType):
    """Which assets a list holds. All conditions must hold; what is left out excludes nothing."""

    newsroom = graphene.String(description="Slug of the newsroom.")
    slug = graphene.String(description="The asset's own part of its address.")
    kinds = graphene.List(
        graphene.NonNull(enum_type(AssetType)),
        name="fileTypes",
        description="Of one of these types; an empty list excludes nothing.",
    )
    topic = graphene.ID(description="Id of a topic: assets filed under it or under a topic below it.")
    tag = graphene.String(description="With this tag, in any case of letters.")
    file = graphene.ID(
        description="Id of a file, as releases and press kits show it: the assets that hold it."
    )
    locale = graphene.String(description="In this language, as a BCP 47 tag.")
    published_from = DateTime(description="First public at this time or later.")
    published_before = DateTime(description="First public before this time.")
    updated_since = DateTime(description="Changed at this time or later; goes well with the order `UPDATED`.")


class PressKitFilter(graphene.InputObjectType):
    """Which press kits a list holds. All conditions must hold; what is left out excludes nothing."""

    newsroom = graphene.String(description="Slug of the newsroom.")
    slug = graphene.String(description="The kit's own part of its address.")
    release = graphene.ID(description="Id of the release that the kit belongs to.")
    topic = graphene.ID(description="Id of a topic: kits filed under it or under a topic below it.")
    asset_type = graphene.InputField(enum_type(AssetType), description="With a file of this type.")
    file = graphene.ID(description="Id of a file: kits that hold it.")
    locale = graphene.String(description="In this language, as a BCP 47 tag.")
    published_from = DateTime(description="First public at this time or later.")
    published_before = DateTime(description="First public before this time.")
    updated_since = DateTime(description="Changed at this time or later; goes well with the order `UPDATED`.")


class AssetQueries(graphene.ObjectType):
    """Fields of the query type that answer with assets and press kits."""

    asset = item_field(Asset, "An asset")
    assets = connection_field(
        item_connection(Asset, "assets"),
        "The public assets: images, videos, sounds and documents with an address of their own.",
        filter=argument(AssetFilter, "Which of them."),
        search=search_argument(),
        order_by=argument(enum_type(Order), "In which order.", default_value=Order.NEWEST),
    )
    press_kit = item_field(PressKit, "A press kit")
    press_kits = connection_field(
        item_connection(PressKit, "press kits"),
        "The public press kits.",
        filter=argument(PressKitFilter, "Which of them."),
        search=search_argument(),
        order_by=argument(enum_type(Order), "In which order.", default_value=Order.NEWEST),
    )

    @staticmethod
    def resolve_asset(_root: None, info: GraphQLResolveInfo, **wanted: Any) -> Content:
        return find_one(info, ItemType.ASSET, **wanted)

    @staticmethod
    def resolve_assets(
        _root: None,
        info: GraphQLResolveInfo,
        filter: dict[str, Any] | None = None,
        search: str | None = None,
        order_by: Order | None = Order.NEWEST,
        **paging: Any,
    ) -> Content:
        wanted = filter_of(ItemType.ASSET, filter)
        return items_page(info, wanted, paging, search=search, order=order_by or Order.NEWEST)

    @staticmethod
    def resolve_press_kit(_root: None, info: GraphQLResolveInfo, **wanted: Any) -> Content:
        return find_one(info, ItemType.PRESS_KIT, **wanted)

    @staticmethod
    def resolve_press_kits(
        _root: None,
        info: GraphQLResolveInfo,
        filter: dict[str, Any] | None = None,
        search: str | None = None,
        order_by: Order | None = Order.NEWEST,
        **paging: Any,
    ) -> Content:
        wanted = filter_of(ItemType.PRESS_KIT, filter)
        return items_page(info, wanted, paging, search=search, order=order_by or Order.NEWEST)
