"""Pages in the schema: Relay's connections (relay.dev/graphql/connections.htm) and their arguments."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import graphene
from graphql import GraphQLResolveInfo

from cms.conf import newsroom as conf
from cms.errors import InvalidCursor
from cms.ledger.paging import PageOf, PageRequest
from newsroom_api.graphql.lookahead import Content
from newsroom_api.graphql.reading import read

PAGING = ("first", "after", "last", "before")


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


def connection_field(
    connection: Any, description: str, *, resolver: Any = None, required: bool = False, **arguments: Any
) -> graphene.Field:
    """A field that answers with a page: Relay's four arguments, and `arguments` before them."""
    return graphene.Field(
        connection,
        description=description,
        resolver=resolver,
        required=required,
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
