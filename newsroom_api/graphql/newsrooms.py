"""Newsrooms in the schema."""

from __future__ import annotations

from typing import Any

import graphene
from graphql import GraphQLResolveInfo

from cms.errors import InvalidInput
from cms.ledger.document import ItemType
from cms.ledger.filters import ItemFilter, Order
from cms.ledger.selectors import find_newsroom, get_item
from cms.newsroom.document import Newsroom
from newsroom_api.exposure import object_type
from newsroom_api.graphql.base import (
    Content,
    argument,
    connection_field,
    item_connection,
    items_page,
    locale_argument,
    name_order_argument,
    one,
    preview_argument,
    preview_of,
    search_argument,
)
from newsroom_api.graphql.scalars import parse_id


class NewsroomQueries(graphene.ObjectType):
    """Fields of the query type that answer with newsrooms."""

    newsroom = graphene.Field(
        lambda: object_type(Newsroom),
        description="A newsroom by its slug or its id.",
        slug=argument(graphene.String, "The newsroom's part of every address in it."),
        id=argument(graphene.ID, "Its id."),
        preview_token=preview_argument(),
    )
    newsrooms = connection_field(
        item_connection(Newsroom, "newsrooms"),
        "The newsrooms of this installation, by name.",
        locale=locale_argument(),
        search=search_argument(),
        order_by=name_order_argument(),
    )

    @staticmethod
    def resolve_newsroom(
        _root: None,
        info: GraphQLResolveInfo,
        slug: str | None = None,
        id: str | None = None,
        preview_token: str | None = None,
    ) -> Content:
        uid = None if id is None else parse_id(id)
        if preview_token is not None:
            path = None if slug is None else f"/{slug}"
            return preview_of(info, preview_token, ItemType.NEWSROOM, id=uid, path=path)
        if uid is not None and slug is None:
            return one(info, get_item(info.context.viewer, uid, type=ItemType.NEWSROOM))
        if slug is not None and uid is None:
            return one(info, find_newsroom(info.context.viewer, slug))
        raise InvalidInput("Give `slug` or `id`: one of them.", field="slug")

    @staticmethod
    def resolve_newsrooms(
        _root: None,
        info: GraphQLResolveInfo,
        locale: str | None = None,
        search: str | None = None,
        order_by: Order | None = None,
        **paging: Any,
    ) -> Content:
        wanted = ItemFilter(type=ItemType.NEWSROOM, locale=locale)
        return items_page(info, wanted, paging, search=search, order=order_by)
