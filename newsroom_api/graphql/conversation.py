"""Threads and comments in the schema. Writing comments: `mutations.py`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

import graphene
from graphene.utils.str_converters import to_camel_case
from graphql import FieldNode, GraphQLResolveInfo

from cms.conversation import selectors
from cms.conversation.document import Comment, Thread
from cms.conversation.filters import ThreadOrder
from cms.errors import InvalidInput
from cms.syndication.standing import commented_in
from newsroom_api.caching import thread_key
from newsroom_api.conversation.forms import CommentForm, comment_form
from newsroom_api.exposure import enum_type, object_type
from newsroom_api.graphql.base import (
    Content,
    argument,
    connection_field,
    connection_type,
    naming_cursor,
    page_content,
    page_request,
)
from newsroom_api.graphql.found import comment_connection
from newsroom_api.graphql.links import load_links
from newsroom_api.graphql.lookahead import node_selections, plan
from newsroom_api.graphql.scalars import parse_id


@cache
def thread_connection() -> type[graphene.ObjectType]:
    """The connection of threads."""
    return connection_type(object_type(Thread), "threads", searchable=False)


class ConversationQueries(graphene.ObjectType):
    """Fields of the query type that answer with threads and comments."""

    thread = graphene.Field(
        lambda: object_type(Thread),
        description="A thread by its id, or by that of the item that it belongs to.",
        id=argument(graphene.ID, "Its id."),
        item=argument(graphene.ID, "Id of the item."),
    )
    threads = connection_field(
        lambda: thread_connection(),  # a cached function is no function to graphene
        "The threads of public items, those aside that are switched off.",
        newsroom=argument(graphene.String, "Slug of a newsroom: its threads alone."),
        order=argument(enum_type(ThreadOrder), "In which order: `ACTIVITY` by default."),
    )
    comment = graphene.Field(
        lambda: object_type(Comment),
        description="A comment by its id: what its address on the web leads to.",
        id=argument(graphene.ID, "Its id.", required=True),
    )
    comment_changes = connection_field(
        lambda: comment_connection(object_type(Comment)),
        "Comments in the order of their last public change, each as it is now; edits and removals are among them. Keep "
        "the last cursor, and go on from there later. Only forward: with `first` and `after`. With a partner's key: those on "
        "items of its scope; of an item that has left it, their places.",
        newsroom=argument(graphene.String, "Slug of a newsroom: comments on its items alone."),
    )
    comment_form = graphene.Field(
        lambda: object_type(CommentForm),
        description="What a form for comments has to know, of a newsroom or of one of its threads.",
        newsroom=argument(graphene.String, "Slug of the newsroom."),
        thread=argument(graphene.ID, "Id of the thread."),
        locale=argument(
            graphene.String, "Language of labels and hints; that of the newsroom or item by default."
        ),
    )

    @staticmethod
    def resolve_thread(
        _root: None, info: GraphQLResolveInfo, id: str | None = None, item: str | None = None
    ) -> Content:
        content = selectors.get_thread(
            info.context.viewer,
            uid=None if id is None else parse_id(id),
            item=None if item is None else parse_id(item, field="item"),
        )
        return one_thread(info, content)

    @staticmethod
    def resolve_threads(
        _root: None,
        info: GraphQLResolveInfo,
        newsroom: str | None = None,
        order: ThreadOrder | None = None,
        **paging: Any,
    ) -> Content:
        viewer, context = info.context.viewer, info.context
        with naming_cursor(paging):
            page = selectors.list_threads(
                viewer, page_request(paging), newsroom=newsroom, order=order or ThreadOrder.ACTIVITY
            )
        context.keys.update(["list-thread", *(thread_key(row["id"]) for row in page.rows)])
        nodes = node_selections(info, "Thread", info.field_nodes)
        load_links(info, page.rows, plan(info, [Thread], nodes))
        return page_content(page, list(page.rows), lambda: selectors.count_threads(viewer, newsroom=newsroom))

    @staticmethod
    def resolve_comment(_root: None, info: GraphQLResolveInfo, id: str) -> Content:
        return one_comment(info, selectors.get_comment(info.context.viewer, parse_id(id)))

    @staticmethod
    def resolve_comment_changes(
        _root: None, info: GraphQLResolveInfo, newsroom: str | None = None, **paging: Any
    ) -> Content:
        viewer = info.context.viewer
        carried = commented_in(viewer, newsroom)
        with naming_cursor(paging):
            page = selectors.list_changes(
                viewer, page_request(paging), newsroom=newsroom, told=carried.told, shown=carried.now
            )
        info.context.keys.add("list-comment")
        contents = [row.content for row in page.rows]
        nodes = node_selections(info, "Comment", info.field_nodes)
        load_links(info, contents, plan(info, [Comment], nodes))
        return page_content(
            page, contents, lambda: selectors.count_changes(viewer, newsroom=newsroom, told=carried.told)
        )

    @staticmethod
    def resolve_comment_form(
        _root: None,
        info: GraphQLResolveInfo,
        newsroom: str | None = None,
        thread: str | None = None,
        locale: str | None = None,
    ) -> Content:
        if (newsroom is None) == (thread is None):
            raise InvalidInput("Give `newsroom` or `thread`: one of the two.", field="newsroom")
        uid = None if thread is None else parse_id(thread, field="thread")
        form = comment_form(
            info.context.viewer, newsroom=newsroom, thread=uid, locale=locale, name=to_camel_case
        )
        content: Content = form.model_dump(mode="json")
        return content


def one_thread(
    info: GraphQLResolveInfo, content: Content, nodes: Sequence[FieldNode] | None = None
) -> Content:
    """A thread with all that is selected of it, on the field that `info` resolves or else on `nodes`."""
    info.context.keys.add(thread_key(content["id"]))
    on = info.field_nodes if nodes is None else nodes
    load_links(info, [content], plan(info, [Thread], on, single=True))
    return content


def one_comment(
    info: GraphQLResolveInfo, content: Content, nodes: Sequence[FieldNode] | None = None
) -> Content:
    """A comment with all that is selected of it, on the field that `info` resolves or else on `nodes`."""
    info.context.keys.add(thread_key(content["thread_id"]))
    on = info.field_nodes if nodes is None else nodes
    load_links(info, [content], plan(info, [Comment], on, single=True))
    return content
