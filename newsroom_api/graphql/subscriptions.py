"""The subscription type: what may be followed, over Server-Sent Events.

What does not live here: how a subscription is carried out (`following.py`).
"""

from __future__ import annotations

from typing import Any

import graphene
from graphql import GraphQLResolveInfo

from cms.conversation.document import Comment, Thread
from cms.ledger.document import Document
from newsroom_api.exposure import object_type
from newsroom_api.graphql.base import Content, argument
from newsroom_api.graphql.links import load_links
from newsroom_api.graphql.lookahead import plan
from newsroom_api.graphql.scalars import BigInt


def _field(document: type[Document], description: str) -> graphene.Field:
    return graphene.Field(
        lambda: graphene.NonNull(object_type(document)),
        description=description,
        thread=argument(graphene.NonNull(graphene.ID), "Id of the thread."),
        since=argument(
            BigInt,
            "Number of the last change seen (`seq` of a comment): what happened after it comes first. Changes that were "
            "made together share a number.",
        ),
    )


class Subscription(graphene.ObjectType):
    """What may be followed, over Server-Sent Events (the graphql-sse protocol, distinct connections mode)."""

    comment_changed = _field(
        Comment, "Comments of a thread that are published, edited, answered or taken back, as they are then."
    )
    thread_changed = _field(Thread, "A thread whose counts or mode change, as it is then.")

    @staticmethod
    def resolve_comment_changed(root: Content, info: GraphQLResolveInfo, **arguments: Any) -> Content:
        return _with_links(root, info, Comment)

    @staticmethod
    def resolve_thread_changed(root: Content, info: GraphQLResolveInfo, **arguments: Any) -> Content:
        return _with_links(root, info, Thread)


def _with_links(root: Content, info: GraphQLResolveInfo, document: type[Document]) -> Content:
    load_links(info, [root], plan(info, [document], info.field_nodes, single=True))
    return root
