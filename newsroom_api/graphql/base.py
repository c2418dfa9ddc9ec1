"""What every field of the schema shares: the request's context, connections and their arguments."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any
from uuid import UUID

import graphene
from graphql import FieldNode, GraphQLResolveInfo

from cms.access import PUBLIC, Viewer
from cms.errors import InvalidInput
from cms.ledger.document import ItemDocument, ItemType
from cms.ledger.filters import ItemFilter, Order, default_order
from cms.ledger.paging import PageOf
from cms.ledger.selectors import Row, count_items, find_item, get_item, list_items
from newsroom_api.caching import item_key
from newsroom_api.exposure import enum_type, object_type, output_type
from newsroom_api.graphql.connections import connection_field as connection_field
from newsroom_api.graphql.connections import connection_type as connection_type
from newsroom_api.graphql.connections import naming_cursor as naming_cursor
from newsroom_api.graphql.connections import page_content as page_content
from newsroom_api.graphql.connections import page_request as page_request
from newsroom_api.graphql.links import load_links
from newsroom_api.graphql.lookahead import Content as Content
from newsroom_api.graphql.lookahead import needs_whole, node_selections, plan
from newsroom_api.graphql.lookahead import selected as selected
from newsroom_api.graphql.scalars import DateTime, parse_id
from newsroom_api.graphql.shapes import ITEMS, shape_of, shapes
from newsroom_api.viewer import previewed, viewer_of

IDS = ("topic", "person", "file", "release")
"""Filters that are ids."""


@dataclass(slots=True)
class RequestContext:
    """What the resolvers of one request share."""

    viewer: Viewer = PUBLIC
    linked: dict[str, Content] = field(default_factory=dict)
    """Linked items read so far, by id."""
    wholes: set[str] = field(default_factory=set)
    """Ids of those among `linked` that were read whole."""
    address: str = ""
    """Network address of who asks; empty when it is not known."""
    idempotency_key: str = ""
    """The header `Idempotency-Key`."""
    keys: set[str] = field(default_factory=set)
    """What the answer shows, by the keys that purge it from caches."""


class ItemsFilter:
    """What every list of items of newsrooms may be filtered by."""

    newsroom = graphene.String(description="Slug of the newsroom.")
    locale = graphene.String(description="In this language, as a BCP 47 tag.")
    published_from = DateTime(description="First public at this time or later.")
    published_before = DateTime(description="First public before this time.")
    updated_since = DateTime(description="Changed at this time or later; goes well with the order `UPDATED`.")


@cache
def item_connection(document: type[ItemDocument], many: str) -> type[graphene.ObjectType]:
    """The connection of an item's type."""
    return connection_type(output_type(document), many)


def argument(type_: Any, description: str, **options: Any) -> graphene.Argument:
    """An argument with its description."""
    return graphene.Argument(type_, description=description, **options)


def locale_argument() -> graphene.Argument:
    """The language of what is asked for."""
    return argument(graphene.String, "In this language, as a BCP 47 tag.")


def search_argument() -> graphene.Argument:
    """Full-text search."""
    return argument(
        graphene.String,
        'Words to find; `"a phrase"` in quotation marks, and `begin*` for words that begin so.',
    )


def name_order_argument() -> graphene.Argument:
    """The order of lists of what has a name."""
    return argument(
        enum_type(Order), "In which order: `NAME` by default, with `search` the best match first."
    )


def preview_argument() -> graphene.Argument:
    """The token of a preview."""
    return argument(
        graphene.String, "Token of a preview: answers with the draft that it was made for, and no other."
    )


def filter_of(type_: ItemType, wanted: dict[str, Any] | None) -> ItemFilter:
    """The filter that an input object stands for. Raises `InvalidInput`."""
    given: dict[str, Any] = {name: value for name, value in (wanted or {}).items() if value is not None}
    given |= {name: parse_id(given[name], field=name) for name in IDS if name in given}
    return ItemFilter(type=type_, **given)


def items_page(
    info: GraphQLResolveInfo,
    wanted: ItemFilter,
    arguments: dict[str, Any],
    *,
    search: str | None,
    order: Order | None,
) -> Content:
    """A page of items with all that is selected of them: cards, or whole documents where cards do not do."""
    document = ITEMS[wanted.type]
    nodes = node_selections(info, document.__name__, info.field_nodes)
    with naming_cursor(arguments):
        page: PageOf[Row] = list_items(
            info.context.viewer,
            wanted,
            page_request(arguments),
            search=search or "",
            order=order or default_order(wanted.type, search),
            whole=needs_whole(info, document, nodes),
        )
    info.context.keys.update([f"list-{wanted.type.lower()}", *(item_key(row.uid) for row in page.rows)])
    contents = [row.content for row in page.rows]
    load_links(info, contents, plan(info, [document], nodes))
    return page_content(page, contents, lambda: count_items(info.context.viewer, wanted, search=search or ""))


def one(info: GraphQLResolveInfo, row: Row, nodes: Sequence[FieldNode] | None = None) -> Content:
    """An item with all that is selected of it, on the field that `info` resolves or else on `nodes`."""
    info.context.keys.add(item_key(row.uid))
    content: Content = row.content
    on = info.field_nodes if nodes is None else nodes
    load_links(info, [content], plan(info, [shape_of(content)], on, single=True))
    return content


def item_field(document: type[ItemDocument], what: str) -> graphene.Field:
    """A field that answers with one item of a newsroom; `what` is it, with its article."""
    type_ = type_of(document)
    return graphene.Field(
        lambda: output_type(document),
        description=f"{what} by its id, by its newsroom and slug, or as the draft of a preview token.",
        resolver=lambda _root, info, **wanted: find_one(info, type_, **wanted),
        id=argument(graphene.ID, "Its id."),
        newsroom=argument(graphene.String, "Slug of its newsroom; goes with `slug`."),
        slug=argument(graphene.String, "Its own part of its address; goes with `newsroom`."),
        preview_token=preview_argument(),
    )


def items_field(
    document: type[ItemDocument], many: str, description: str, filter: type[graphene.InputObjectType]
) -> graphene.Field:
    """A field that answers with a page of items of newsrooms; `many` names them in the descriptions."""
    type_ = type_of(document)

    def resolve(
        _root: None,
        info: GraphQLResolveInfo,
        filter: dict[str, Any] | None = None,
        search: str | None = None,
        order_by: Order | None = Order.NEWEST,
        **paging: Any,
    ) -> Content:
        wanted = filter_of(type_, filter)
        return items_page(info, wanted, paging, search=search, order=order_by or Order.NEWEST)

    return connection_field(
        item_connection(document, many),
        description,
        resolver=resolve,
        filter=argument(filter, "Which of them."),
        search=search_argument(),
        order_by=argument(enum_type(Order), "In which order.", default_value=Order.NEWEST),
    )


def type_of(document: type[ItemDocument]) -> ItemType:
    """The type of the items that a document is of."""
    return ItemType(document.model_fields["type"].default)


def find_one(
    info: GraphQLResolveInfo,
    type_: ItemType,
    *,
    id: str | None = None,
    newsroom: str | None = None,
    slug: str | None = None,
    preview_token: str | None = None,
) -> Content:
    """What an `item_field` asks for."""
    uid = None if id is None else parse_id(id)
    if (newsroom is None) != (slug is None):
        raise InvalidInput("`newsroom` and `slug` go together.", field="slug" if slug is None else "newsroom")
    if preview_token is not None:
        path = None if slug is None else f"/{newsroom}/{slug}"
        return preview_of(info, preview_token, type_, id=uid, path=path)
    if uid is not None and slug is None:
        return one(info, get_item(info.context.viewer, uid, type=type_))
    if newsroom is not None and slug is not None and uid is None:
        return one(info, find_item(info.context.viewer, newsroom, slug, type=type_))
    raise InvalidInput("Give `id`, or `newsroom` and `slug`: one of the two.", field="id")


def preview_of(
    info: GraphQLResolveInfo, token: str, type_: ItemType, *, id: UUID | None, path: str | None
) -> Content:
    """The draft that a token opens, with all that is selected of it. Raises `InvalidToken`."""
    preview = previewed(viewer_of(token), type_, id=id, path=path)
    linked = {str(uid): document.model_dump(mode="json") for uid, document in preview.linked.items()}
    info.context.linked.update(linked)
    info.context.wholes.update(linked)
    content: Content = preview.document.model_dump(mode="json")
    load_links(info, [content], plan(info, [shape_of(content)], info.field_nodes, single=True))
    return content


def item_types() -> list[type[graphene.ObjectType]]:
    """The types of items, for a schema that names some of them through interfaces only."""
    return [object_type(shape) for kind in ItemType for shape in shapes(ITEMS[kind])]
