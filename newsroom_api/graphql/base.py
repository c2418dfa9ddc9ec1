"""What every field of the schema shares: the request's context, connections and their arguments."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from typing import Any
from uuid import UUID

import graphene
from graphql import FieldNode, GraphQLResolveInfo

from cms.access import PUBLIC, Viewer
from cms.conf import newsroom as conf
from cms.errors import InvalidCursor, InvalidInput
from cms.ledger.document import ItemDocument, ItemType
from cms.ledger.filters import ItemFilter, Order
from cms.ledger.paging import PageOf, PageRequest
from cms.ledger.selectors import Row, count_items, find_item, get_item, list_items
from newsroom_api.caching import item_key
from newsroom_api.exposure import object_type, output_type, read
from newsroom_api.graphql.links import Content as Content
from newsroom_api.graphql.links import load_links, needs_whole, plan
from newsroom_api.graphql.links import selected as selected
from newsroom_api.graphql.scalars import parse_id
from newsroom_api.graphql.shapes import ITEMS, shape_of, shapes
from newsroom_api.viewer import previewed, viewer_of

PAGING = ("first", "after", "last", "before")
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
    keys: set[str] = field(default_factory=set)
    """What the answer shows, by the keys that purge it from caches."""


class PageInfo(graphene.ObjectType):
    """Where a page stands in its list."""

    class Meta:
        default_resolver = read

    has_next_page = graphene.Boolean(
        required=True, description="Whether the list goes on after this page (known when walking forward)."
    )
    has_previous_page = graphene.Boolean(
        required=True, description="Whether the list goes on before this page (known when walking backward)."
    )
    start_cursor = graphene.String(description="Cursor of the first item on the page; null on an empty page.")
    end_cursor = graphene.String(description="Cursor of the last item on the page; null on an empty page.")


def connection_type(node: Any, many: str, *, searchable: bool = True) -> type[graphene.ObjectType]:
    """The Relay connection of `node`; `many` names the nodes in the descriptions."""
    name = node._meta.name
    edge_fields: dict[str, Any] = {
        "node": graphene.Field(graphene.NonNull(node), description="The item."),
        "cursor": graphene.String(
            required=True, description="Where the item stands in the list: for `after` and `before`."
        ),
    }
    if searchable:
        edge_fields["snippet"] = graphene.String(
            description="In a search, the best passage as HTML, the words found in `mark`; null without one."
        )
    edge = _object(f"{name}Edge", f"A place in a list of {many}.", edge_fields)
    return _object(
        f"{name}Connection",
        f"A page of a list of {many}.",
        {
            "edges": _list_of(edge, "The places on the page, in the order of the list."),
            "nodes": _list_of(node, "The items on the page, without their cursors."),
            "page_info": graphene.Field(
                graphene.NonNull(PageInfo), description="Where the page stands in the list."
            ),
            "total_count": graphene.Int(
                required=True,
                description="How many items the whole list has. Costs a count: ask only when it is shown.",
            ),
            "resolve_edges": staticmethod(_edges),
            "resolve_page_info": staticmethod(_page_info),
            "resolve_total_count": staticmethod(lambda content, _info: content["count"]()),
        },
    )


def _edges(content: Content, _info: GraphQLResolveInfo) -> list[Content]:
    page = content["page"]
    return [
        {"node": node, "cursor": cursor, "snippet": getattr(row, "snippet", "") or None}
        for node, cursor, row in zip(content["nodes"], page.cursors, page.rows, strict=True)
    ]


def _page_info(content: Content, _info: GraphQLResolveInfo) -> Content:
    page = content["page"]
    return {
        "has_next_page": page.has_next,
        "has_previous_page": page.has_previous,
        "start_cursor": page.cursors[0] if page.cursors else None,
        "end_cursor": page.cursors[-1] if page.cursors else None,
    }


def _object(name: str, description: str, fields: dict[str, Any]) -> type[graphene.ObjectType]:
    meta = type("Meta", (), {"description": description, "default_resolver": read})
    return type(name, (graphene.ObjectType,), {**fields, "Meta": meta})


def _list_of(node: Any, description: str) -> graphene.Field:
    return graphene.Field(graphene.NonNull(graphene.List(graphene.NonNull(node))), description=description)


@cache
def item_connection(document: type[ItemDocument], many: str) -> type[graphene.ObjectType]:
    """The connection of an item's type."""
    return connection_type(output_type(document), many)


def connection_field(
    connection: type[graphene.ObjectType], description: str, **arguments: Any
) -> graphene.Field:
    """A field that answers with a page: Relay's four arguments, and `arguments` before them."""
    return graphene.Field(
        connection,
        description=description,
        args={
            **arguments,
            "first": graphene.Argument(
                graphene.Int,
                description=f"How many from the start, or after `after`: 1 to {conf.PAGE_SIZE_MAX}. "
                f"{conf.PAGE_SIZE} when neither `first` nor `last` is given.",
            ),
            "after": graphene.Argument(
                graphene.String, description="Cursor to go on after; goes with `first`."
            ),
            "last": graphene.Argument(
                graphene.Int,
                description=f"How many from the end, or before `before`: 1 to {conf.PAGE_SIZE_MAX}.",
            ),
            "before": graphene.Argument(
                graphene.String, description="Cursor to go back from; goes with `last`."
            ),
        },
    )


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


@contextmanager
def naming_cursor(arguments: dict[str, Any]) -> Iterator[None]:
    """Name the argument that a wrong cursor came in."""
    try:
        yield
    except InvalidCursor as error:
        raise InvalidCursor(
            error.message, field="before" if arguments.get("last") is not None else "after"
        ) from None


def page_request(arguments: dict[str, Any]) -> PageRequest:
    """The page that a field's arguments ask for."""
    return PageRequest(**{name: arguments.get(name) for name in PAGING})


def page_content(page: PageOf[Any], nodes: list[Content], count: Callable[[], int]) -> Content:
    """A page as the resolvers of a connection read it; cursors are made only for those who ask."""
    return {"page": page, "nodes": nodes, "count": count}


def items_page(
    info: GraphQLResolveInfo,
    wanted: ItemFilter,
    arguments: dict[str, Any],
    *,
    search: str | None,
    order: Order,
) -> Content:
    """A page of items with all that is selected of them: cards, or whole documents where cards do not do."""
    document = ITEMS[wanted.type]
    nodes = _node_selections(info, document)
    with naming_cursor(arguments):
        page: PageOf[Row] = list_items(
            info.context.viewer,
            wanted,
            page_request(arguments),
            search=search or "",
            order=order,
            whole=needs_whole(info, document, nodes),
        )
    info.context.keys.update([f"list-{wanted.type.lower()}", *(item_key(row.uid) for row in page.rows)])
    contents = [row.content for row in page.rows]
    load_links(info, contents, plan(info, [document], nodes))
    return page_content(page, contents, lambda: count_items(info.context.viewer, wanted, search=search or ""))


def _node_selections(info: GraphQLResolveInfo, document: type[ItemDocument]) -> list[FieldNode]:
    """The selections on the items of the connection that `info` resolves, through `nodes` and `edges`."""
    name = document.__name__
    on_page = selected(info, f"{name}Connection", info.field_nodes)
    edges = on_page.get("edges", [])
    through_edges = selected(info, f"{name}Edge", edges).get("node", []) if edges else []
    return [*on_page.get("nodes", []), *through_edges]


def one(info: GraphQLResolveInfo, row: Row, nodes: Sequence[FieldNode] | None = None) -> Content:
    """An item with all that is selected of it, on the field that `info` resolves or else on `nodes`."""
    info.context.keys.add(item_key(row.uid))
    content: Content = row.content
    load_links(info, [content], plan(info, [shape_of(content)], info.field_nodes if nodes is None else nodes))
    return content


def item_field(document: type[ItemDocument], what: str) -> graphene.Field:
    """A field that answers with one item of a newsroom; `what` is it, with its article."""
    return graphene.Field(
        lambda: output_type(document),
        description=f"{what} by its id, by its newsroom and slug, or as the draft of a preview token.",
        id=argument(graphene.ID, "Its id."),
        newsroom=argument(graphene.String, "Slug of its newsroom; goes with `slug`."),
        slug=argument(graphene.String, "Its own part of its address; goes with `newsroom`."),
        preview_token=preview_argument(),
    )


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
    load_links(info, [content], plan(info, [shape_of(content)], info.field_nodes))
    return content


def item_types() -> list[type[graphene.ObjectType]]:
    """The types of items, for a schema that names some of them through interfaces only."""
    return [object_type(shape) for kind in ItemType for shape in shapes(ITEMS[kind])]
