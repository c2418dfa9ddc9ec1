"""The shapes of answers about conversations: lists and trees of comments, changes, and what becomes of what visitors send."""

from __future__ import annotations

from typing import Any, Literal
from uuid import UUID

from pydantic import AwareDatetime, Field

from cms.conversation.document import Comment, Thread
from cms.conversation.models import ReasonCode
from cms.ledger.document import Document
from newsroom_api.conversation.answers import CommentStatus
from newsroom_api.rest.answers import list_model


def _without_optional(schema: dict[str, Any]) -> None:
    schema["required"] = [name for name in schema["required"] if name != "replies"]


class Replies(Document):
    """The first replies to a comment."""

    results: list[CommentInTree] = Field(
        description="The first replies; none where the tree is not shown deeper."
    )
    count: int = Field(description="How many replies there are to it, directly.")
    next: str | None = Field(description="Address of the other replies; null when all are here.")


class CommentInTree(Comment):
    """A comment, and in a tree the first replies to it."""

    model_config = {"json_schema_extra": _without_optional}

    replies: Replies | None = Field(None, description="With `view=TREE` only: the first replies to it.")


class CommentContext(Document):
    """A comment with those above it."""

    parents: list[Comment] = Field(
        description="The comments above it, from the top of the thread down; of very deep ones the nearest 100."
    )
    comment: Comment = Field(description="The comment itself.")


class CommentChange(Document):
    """A comment that changed in public."""

    seq: int = Field(
        le=2**53 - 1,
        description="Number of the change. What changes later has a greater one; what changed together, the same.",
    )
    comment: Comment = Field(
        description="The comment as it is now. Of one that is public no more: its place."
    )


class CommentChangeList(Document):
    """A page of changes. It has always a `next`."""

    results: list[CommentChange] = Field(description="The changes, in the order in which they happened.")
    next: str = Field(
        description="Address of what comes after: keep it, and ask there again later. Where nothing is new, it is the address "
        "that you asked."
    )
    previous: None = Field(
        description="Always null: changes are read forward.",
        json_schema_extra={
            "type": ["string", "null"],
            "const": None,
        },  # generators know no type that is only null
    )
    has_more: bool = Field(
        description="Whether there are more already: then go on at once, else wait a while."
    )


class CommentReceipt(Document):
    """What became of one's own comment."""

    id: UUID = Field(description="Id of the comment.")
    status: CommentStatus = Field(description="What became of it. Only what is `PUBLISHED` is public.")
    message: str = Field(description="Why it waits or was refused, in English; empty when it is public.")
    editable_until: AwareDatetime | None = Field(
        description="Until when its author may edit it; null when that is over, or it was refused or withdrawn."
    )
    comment: Comment | None = Field(
        description="The comment as everybody sees it, or its place when it was public before; null when it never was."
    )


class PostReceipt(CommentReceipt):
    """What became of a post, and the token with which its author edits, withdraws and exports it."""

    edit_token: str | None = Field(
        description="The token of its author, for `Edit-Token`: keep it, it is shown only now. Null when the same text had been "
        "posted just before from elsewhere."
    )
    visitor_token: str = Field(
        description="The token of the visitor, for `Visitor-Token`: the one sent, or a new one. Keep it and send it along."
    )


class ReactionReceipt(Document):
    """The comment that was reacted to."""

    comment: Comment = Field(description="The comment as it is now.")
    visitor_token: str = Field(
        description="The token of the visitor, for `Visitor-Token`: the one sent, or a new one. Keep it and send it along."
    )


class ReportReceipt(Document):
    """A report that was taken."""

    id: UUID = Field(description="Id of the report: quote it when you write about it.")
    comment_id: UUID = Field(description="Id of the comment.")
    reason: Literal[tuple(ReasonCode.values)] = Field(description="What is wrong with the comment.")  # type: ignore[valid-type]
    at: AwareDatetime = Field(description="When it was taken.")
    visitor_token: str = Field(
        description="The token of the visitor, for `Visitor-Token`: the one sent, or a new one. Keep it and send it along."
    )


class AppealReceipt(Document):
    """An objection that was taken."""

    comment_id: UUID = Field(description="Id of the comment.")
    at: AwareDatetime = Field(description="When it was taken.")


ThreadList = list_model("ThreadList", Thread)
CommentList = list_model("CommentList", CommentInTree)
ReplyList = list_model("ReplyList", Comment)
