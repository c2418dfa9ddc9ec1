"""What lists of comments and threads are chosen and ordered by."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from cms.conversation.document import CommentKind


class CommentOrder(StrEnum):
    """The order of comments, and of the replies to each."""

    NEWEST = "NEWEST"
    OLDEST = "OLDEST"
    REACTIONS = "REACTIONS"


class CommentView(StrEnum):
    """Which comments of a thread a list holds."""

    FLAT = "FLAT"
    TREE = "TREE"


class ThreadOrder(StrEnum):
    """The order of threads."""

    ACTIVITY = "ACTIVITY"
    COMMENTS = "COMMENTS"


@dataclass(frozen=True, slots=True)
class CommentFilter:
    """Which comments of one thread."""

    thread: UUID
    view: CommentView = CommentView.FLAT
    """`FLAT`: all of them; `TREE`: those at the top, whose replies are asked for by themselves."""
    parent: UUID | None = None
    """The replies to this comment alone."""
    kind: CommentKind | None = None
    answered: bool | None = None
    """Whether they have an official answer."""
    official: bool | None = None
    """Whether the organisation says them."""
