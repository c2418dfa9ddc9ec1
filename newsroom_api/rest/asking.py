"""Query parameters of everything that is about conversations: discussions, threads, comments."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, WithJsonSchema

from cms.conversation.document import CommentKind
from cms.conversation.filters import CommentOrder, CommentView, ThreadOrder
from newsroom_api.rest.parameters import Boolean, Identifier, LanguageTag, Listed, Paged, Query, Slug

DEPTH, DEPTH_MAX = 3, 6
REPLIES, REPLIES_MAX = 5, 20


def within(most: int) -> Any:
    """A whole number from 1 to `most`."""

    def parse(text: str | int) -> int:
        if not re.fullmatch(r"[0-9]{1,9}", str(text)) or not 1 <= int(text) <= most:
            raise ValueError(f"This is not a whole number from 1 to {most}.")
        return int(text)

    shape = {"type": "integer", "minimum": 1, "maximum": most}
    return Annotated[int, BeforeValidator(parse, json_schema_input_type=str), WithJsonSchema(shape)]


class DiscussionsQuery(Listed):
    """Filters of the list of discussions."""

    newsroom: Slug | None = Field(None, description="Slug of the newsroom.")
    slug: Slug | None = Field(None, description="The discussion's own part of its address.")
    topic: Identifier | None = Field(
        None, description="Id of a topic; what is filed under its subtopics counts."
    )
    person: Identifier | None = Field(None, description="Id of a person who hosts it or answers in it.")


class ThreadsQuery(Paged):
    """Filters of the list of threads."""

    newsroom: Slug | None = Field(None, description="Slug of the newsroom.")
    item: Identifier | None = Field(None, description="Id of the item that the thread belongs to.")
    order_by: ThreadOrder | None = Field(
        None, description="Latest comment first (when it is not given), or most comments first."
    )


class CommentsQuery(Paged):
    """Which comments of a thread, and how."""

    view: CommentView | None = Field(
        None,
        description="`FLAT`: all comments, replies among them (when it is not given). `TREE`: those at the top of the thread, "
        "with their `replies` nested in them.",
    )
    order_by: CommentOrder | None = Field(
        None,
        description="Order of the list, and of the replies to each: newest first (when it is not given), oldest first, or most "
        "reactions first.",
    )
    parent: Identifier | None = Field(
        None, description="Id of a comment of the thread: the replies to it alone."
    )
    kind: CommentKind | None = Field(None, description="What they are meant as.")
    answered: Boolean | None = Field(None, description="Whether they have an official answer.")
    official: Boolean | None = Field(None, description="Whether they are official answers.")
    depth: within(DEPTH_MAX) | None = Field(  # type: ignore[valid-type]
        None, description=f"With `TREE`: how many levels of replies are nested; {DEPTH} when it is not given."
    )
    replies: within(REPLIES_MAX) | None = Field(  # type: ignore[valid-type]
        None,
        description=f"With `TREE`: how many replies to each comment; {REPLIES} when it is not given. `next` of `replies` leads "
        "to the rest.",
    )


class RepliesQuery(Paged):
    """In which order replies come."""

    order_by: CommentOrder | None = Field(
        None,
        description="Oldest first (when it is not given), newest first, or most reactions first.",
    )


class ChangesQuery(Paged):
    """Whose changes of comments."""

    newsroom: Slug | None = Field(None, description="Slug of a newsroom: comments on its items alone.")


class FormQuery(Query):
    """The language of a form."""

    locale: LanguageTag | None = Field(
        None,
        description="Language of labels and hints, as a BCP 47 tag; that of the item when it is not given.",
    )
