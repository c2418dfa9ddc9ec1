"""The fields that documents get besides what they hold: their types, arguments and descriptions.

What does not live here: what they answer (`finders.py`). Types come in as a function: whoever exposes documents calls this.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from typing import Any

import graphene

from cms.conf import newsroom as conf
from cms.conversation.document import Comment, CommentKind
from cms.conversation.filters import CommentOrder, CommentView
from cms.ledger.document import Document
from cms.syndication.document import FEEDS_ABOUT
from newsroom_api.graphql import shapes
from newsroom_api.graphql.connections import connection_field, connection_type
from newsroom_api.graphql.reading import read, read_found
from newsroom_api.graphql.shapes import Part, found_parts

DESCRIPTIONS: dict[tuple[str, str], str] = {
    ("Comment", "thread"): "The thread that it is in; null in `commentChanges` when that is public no more.",
    ("Thread", "item"): "The item that it belongs to.",
    ("Comment", "parent"): "The comment that it replies to; null at the top of the thread.",
    (
        "CommentAuthor",
        "person",
    ): "For official answers: the person who speaks; null when that one is not public.",
    ("AnsweredBy", "person"): "The person; null when that one is not public.",
    (
        "Newsroom",
        "officialStatement",
    ): "What the newsroom officially says in a crisis; null when there is none.",
}
"""Where the same field says something else on another type: (type, field)."""

ABOUT: dict[str, str] = {
    "thread": "The conversation of the item. Of a draft that was never public: the empty thread that it will have, "
    "with an id of zeros.",
    "officialStatement": "What is officially said about the item in a crisis; null when there is nothing.",
    "share": "What helps to share the release.",
    "metadata": "What its page prints in its head, for search engines and social networks.",
    "medianAnswerSeconds": "Median seconds in which its newest comments that need an answer were answered; null "
    "unless the newsroom shows it, and as long as it has answered little.",
    "pinnedComments": "The comments that editors keep at the top, the newest first: at most 10.",
    "feeds": FEEDS_ABOUT,
    "reactionNames": "Names of the reactions that may be given to its comments.",
    "slowSeconds": "Seconds that one person must wait between two comments; 0: none.",
    "context": "The comments above it, from the top of the thread down: at most 20, the nearest.",
    "statement": "For official answers: the statement that it links to, as long as that is public.",
}


def found_fields(document: type[Document], types: Callable[[Any], Any]) -> dict[str, graphene.Field]:
    """The fields that are found for `document`, by their names in Python; `types` exposes documents and enums."""
    return {part.name: _field(document, name, part, types) for name, part in found_parts(document).items()}


def _field(document: type[Document], name: str, part: Part, types: Callable[[Any], Any]) -> graphene.Field:
    if part == shapes.COMMENTS:
        return _comments(types)
    if part == shapes.REPLIES:
        return _replies(types)
    if part == shapes.USAGE:
        return _releases(part, types)
    about = DESCRIPTIONS.get((document.__name__, name)) or ABOUT[name]
    return graphene.Field(
        partial(_shape, part, types), description=about, resolver=partial(read, part.name, None)
    )


def _shape(part: Part, types: Callable[[Any], Any]) -> Any:
    plain = graphene.String if part == shapes.REACTION_NAMES else graphene.Int
    shape = types(part.members) if part.members else plain
    if part.many:
        shape = graphene.List(graphene.NonNull(shape))
    return graphene.NonNull(shape) if part.required else shape


def _comments(types: Callable[[Any], Any]) -> graphene.Field:
    return connection_field(
        partial(_connection, types),
        "Its comments. Only `first` where there are many threads in the answer.",
        resolver=partial(read_found, "comments"),
        required=True,
        order=graphene.Argument(types(CommentOrder), description="In which order: `NEWEST` by default."),
        view=graphene.Argument(
            types(CommentView), description="All of them, or those at the top: `FLAT` by default."
        ),
        kind=graphene.Argument(types(CommentKind), description="Of this kind alone."),
        answered=graphene.Argument(graphene.Boolean, description="With an official answer, or without."),
        official=graphene.Argument(
            graphene.Boolean, description="Of the organisation itself, or of everybody else."
        ),
    )


def _replies(types: Callable[[Any], Any]) -> graphene.Field:
    return connection_field(
        partial(_connection, types),
        "The replies to it. Only `first` where there are many comments in the answer.",
        resolver=partial(read_found, "replies"),
        required=True,
        order=graphene.Argument(types(CommentOrder), description="In which order: `OLDEST` by default."),
    )


def _releases(part: Part, types: Callable[[Any], Any]) -> graphene.Field:
    return graphene.Field(
        partial(_shape, part, types),
        description="The public releases that show the file, the newest first. All: `releases` with the filter `file`.",
        first=graphene.Argument(
            graphene.Int, description=f"How many: 1 to {conf.PAGE_SIZE_MAX}; {conf.PAGE_SIZE} by default."
        ),
        resolver=partial(read_found, part.name),
    )


def _connection(types: Callable[[Any], Any]) -> Any:
    return comment_connection(types((Comment,)))


@cache
def comment_connection(comment: Any) -> type[graphene.ObjectType]:
    """The connection of comments, whose type this is."""
    return connection_type(comment, "comments", searchable=False)
