"""Discussions in the schema: items made for their conversation alone."""

from __future__ import annotations

from typing import Any

import graphene
from graphql import GraphQLResolveInfo

from cms.conversation.document import Discussion
from cms.ledger.document import ItemType
from cms.ledger.filters import Order
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


class DiscussionFilter(graphene.InputObjectType):
    """Which discussions a list holds. All conditions must hold; what is left out excludes nothing."""

    newsroom = graphene.String(description="Slug of the newsroom.")
    slug = graphene.String(description="The discussion's own part of its address.")
    topic = graphene.ID(description="Id of a topic: discussions filed under it or under a topic below it.")
    person = graphene.ID(description="Id of a person who hosts it or answers questions in it.")
    locale = graphene.String(description="In this language, as a BCP 47 tag.")
    published_from = DateTime(description="First public at this time or later.")
    published_before = DateTime(description="First public before this time.")
    updated_since = DateTime(description="Changed at this time or later; goes well with the order `UPDATED`.")


class DiscussionQueries(graphene.ObjectType):
    """Fields of the query type that answer with discussions."""

    discussion = item_field(Discussion, "A discussion")
    discussions = connection_field(
        item_connection(Discussion, "discussions"),
        "The public discussions.",
        filter=argument(DiscussionFilter, "Which of them."),
        search=search_argument(),
        order_by=argument(enum_type(Order), "In which order.", default_value=Order.NEWEST),
    )

    @staticmethod
    def resolve_discussion(_root: None, info: GraphQLResolveInfo, **wanted: Any) -> Content:
        return find_one(info, ItemType.DISCUSSION, **wanted)

    @staticmethod
    def resolve_discussions(
        _root: None,
        info: GraphQLResolveInfo,
        filter: dict[str, Any] | None = None,
        search: str | None = None,
        order_by: Order | None = Order.NEWEST,
        **paging: Any,
    ) -> Content:
        wanted = filter_of(ItemType.DISCUSSION, filter)
        return items_page(info, wanted, paging, search=search, order=order_by or Order.NEWEST)
