"""What is at an address, what has an id, and what has happened to an item in public."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import graphene
from graphql import GraphQLResolveInfo

from cms.conversation.selectors import comments_by_id, threads_by_id
from cms.errors import NotFound
from cms.ledger.models import Edition as EditionModel
from cms.ledger.selectors import (
    EditionRow,
    count_editions,
    get_edition,
    get_item,
    list_editions,
    resolve_path,
)
from newsroom_api.exposure import Item, Node, enum_type
from newsroom_api.graphql.base import (
    Content,
    argument,
    connection_field,
    connection_type,
    naming_cursor,
    one,
    page_content,
    page_request,
    selected,
)
from newsroom_api.graphql.conversation import one_comment, one_thread
from newsroom_api.graphql.reading import read
from newsroom_api.graphql.scalars import DateTime, parse_id


class Edition(graphene.ObjectType):
    """Something that happened to an item in public."""

    class Meta:
        interfaces = (Node,)
        default_resolver = read

    id = graphene.ID(required=True, description="The item's id and the version, joined by a colon.")
    version = graphene.Int(required=True, description="The version of the item that it made.")
    action = graphene.Field(
        graphene.NonNull(
            enum_type(EditionModel.Action, "EditionAction", "What can happen to an item in public.")
        ),
        description="What happened.",
    )
    note = graphene.String(
        required=True, description="What was corrected, or why the item was withdrawn; empty otherwise."
    )
    at = graphene.Field(graphene.NonNull(DateTime), description="When it was made public.")


class Location(graphene.ObjectType):
    """What is at a path."""

    class Meta:
        default_resolver = read

    item = graphene.Field(graphene.NonNull(Item), description="The item.")
    path = graphene.String(required=True, description="The path as it was asked for.")
    moved_to = graphene.String(
        description="Where the item is now, when the path is a former or second address: send readers there."
    )


class HistoryQueries(graphene.ObjectType):
    """Fields of the query type that answer with whatever has an id, an address, or a history."""

    node = graphene.Field(
        Node, description="Anything with this id.", id=argument(graphene.ID, "The id.", required=True)
    )
    item = graphene.Field(
        Location,
        description="What is at a path, now or formerly.",
        path=argument(graphene.String, "The path: `/newsroom` or `/newsroom/slug`.", required=True),
    )
    editions = connection_field(
        connection_type(Edition, "editions", searchable=False),
        "The public history of an item, oldest first. That of a withdrawn item ends with the withdrawal.",
        item=argument(graphene.ID, "Id of the item.", required=True),
    )

    @staticmethod
    def resolve_node(_root: None, info: GraphQLResolveInfo, id: str) -> Content:
        uid, colon, version = id.partition(":")
        if colon and version.isdecimal() and len(version) < 10:
            return _edition(str(parse_id(uid)), get_edition(info.context.viewer, parse_id(uid), int(version)))
        return _anything(info, parse_id(id))

    @staticmethod
    def resolve_item(_root: None, info: GraphQLResolveInfo, path: str) -> Content:
        resolved = resolve_path(info.context.viewer, path)
        nodes = selected(info, "Location", info.field_nodes).get("item", [])
        content = one(info, resolved.row, nodes) if nodes else resolved.row.content
        return {"item": content, "path": path, "moved_to": resolved.moved_to}

    @staticmethod
    def resolve_editions(_root: None, info: GraphQLResolveInfo, item: str, **paging: Any) -> Content:
        uid = parse_id(item, field="item")
        with naming_cursor(paging):
            page = list_editions(info.context.viewer, uid, page_request(paging))
        entries = [_edition(str(uid), row) for row in page.rows]
        return page_content(page, entries, lambda: count_editions(info.context.viewer, uid))


def _anything(info: GraphQLResolveInfo, uid: UUID) -> Content:
    """The item, thread or comment with this id."""
    viewer = info.context.viewer
    try:
        return one(info, get_item(viewer, uid))
    except NotFound:
        if thread := threads_by_id(viewer, [uid]).get(uid):
            return one_thread(info, {"__typename": "Thread", **thread})
        if comment := comments_by_id(viewer, [uid]).get(uid):
            return one_comment(info, {"__typename": "Comment", **comment})
        raise


def _edition(uid: str, row: EditionRow) -> Content:
    return {
        "__typename": "Edition",
        "id": f"{uid}:{row.version}",
        "version": row.version,
        "action": row.action,
        "note": row.note,
        "at": DateTime.serialize(row.at),
    }
