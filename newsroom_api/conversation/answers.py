"""What visitors get back for what they send, where it is no public comment: both APIs answer with these shapes."""

from __future__ import annotations

from enum import StrEnum
from typing import Any
from uuid import UUID

from pydantic import AwareDatetime, Field

from cms.conversation.document import CommentKind, Relation
from cms.ledger.document import Document, Html


class CommentStatus(StrEnum):
    """What became of a comment, as only its author is told."""

    PUBLISHED = "PUBLISHED"
    HELD = "HELD"
    REJECTED = "REJECTED"
    WITHDRAWN = "WITHDRAWN"
    ERASED = "ERASED"


class EarlierText(Document):
    """What a comment said before it was edited."""

    until: AwareDatetime = Field(description="When it was edited.")
    text: str = Field(description="The text as it was typed.")


class OwnComment(Document):
    """Everything that is kept of one's own words: for their author alone."""

    id: UUID = Field(description="Id of the comment.")
    item_title: str = Field(description="What it was written about.")
    status: CommentStatus = Field(description="What became of it.")
    message: str = Field(description="Why it waits or was refused; empty when there is nothing to say.")
    kind: CommentKind = Field(description="What it is meant as.")
    author_name: str = Field(description="Name.")
    email: str = Field(description="E-mail address.")
    url: str = Field(description="Web address; empty without one.")
    organisation: str = Field(description="Organisation; empty without one.")
    title: str = Field(description="Title or position; empty without one.")
    relation: Relation | None = Field(description="What the author is to the organisation, if that was said.")
    text: str = Field(description="The text as it was typed.")
    body: Html = Field(description="The text as it is shown.")
    created_at: AwareDatetime = Field(description="When it was sent.")
    edited_at: AwareDatetime | None = Field(description="When it was last edited, if ever.")
    earlier: list[EarlierText] = Field(description="What it said before, oldest first.")


def own_comment(exported: dict[str, Any]) -> OwnComment:
    """The shape of what `cms.conversation.services.authors.export_own` gives."""
    fields = {name: value for name, value in exported.items() if name != "item"}
    return OwnComment(**fields | {"relation": exported["relation"] or None, "item_title": exported["item"]})
