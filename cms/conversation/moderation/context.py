"""What a phase of moderation is given, and what it may answer. Plain values: a phase is tested without a database.

What does not live here: where the values come from (`services/submitting.py`), and the look-ups (`history.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from cms.conversation.models import CommentKind, CommentStatus, ModerationRules, ReasonCode
from cms.conversation.text import Body

WAITS = "Thank you. An editor reads your comment before it shows."
"""What the author of a held comment is told, whatever it is held for: who probes the checks learns nothing."""


class Outcome(StrEnum):
    """What becomes of a comment."""

    PUBLISH = "PUBLISH"
    HOLD = "HOLD"
    REJECT = "REJECT"

    @property
    def status(self) -> CommentStatus:
        """The status that the comment gets."""
        return STATUS[self]


STATUS = {
    Outcome.PUBLISH: CommentStatus.PUBLISHED,
    Outcome.HOLD: CommentStatus.HELD,
    Outcome.REJECT: CommentStatus.REJECTED,
}


@dataclass(frozen=True, slots=True)
class Part:
    """What one phase said, and how long it took."""

    phase: str
    outcome: str
    """An `Outcome`, `PASS` when it had nothing to say, or `FAILED`."""
    milliseconds: float
    note: str = ""
    """For editors: what was found."""

    def as_list(self) -> list[str | float]:
        """For `ModerationEvent.trail`."""
        return [self.phase, self.outcome, self.milliseconds]


@dataclass(frozen=True, slots=True)
class Decision:
    """What becomes of a comment, and why."""

    outcome: Outcome
    phase: str = ""
    """Which phase decided; empty when none had anything to say."""
    reason: ReasonCode | str = ""
    """The ground in the published guidelines; empty for what is not rejected."""
    message: str = ""
    """For its author: public, in English."""
    note: str = ""
    """For editors alone. Never the text, nor anything of its author."""
    parts: tuple[Part, ...] = ()
    """What every phase said, in their order."""

    @property
    def trail(self) -> list[list[str | float]]:
        """What every phase said, for `ModerationEvent.trail`: `[[phase, outcome, milliseconds], …]`."""
        return [part.as_list() for part in self.parts]


def hold(phase: str, note: str) -> Decision:
    """An editor has to look at it."""
    return Decision(Outcome.HOLD, phase, message=WAITS, note=note)


def reject(phase: str, reason: ReasonCode, message: str, note: str) -> Decision:
    """It is not shown, for a reason that its author is told."""
    return Decision(Outcome.REJECT, phase, reason, message, note)


@dataclass(frozen=True, slots=True)
class Recent:
    """How many comments there were lately, for rates."""

    from_address: int = 0
    """By this network address, anywhere, in the last minute."""
    first_from_address: datetime | None = None
    """When the first of these was."""
    in_thread: int = 0
    """By anybody in this thread, in the last minute."""
    last_by_person: datetime | None = None
    """When this person last commented in this thread, within the time of its slow mode."""


@dataclass(frozen=True, slots=True)
class Record:
    """What became of a person's earlier comments in this newsroom."""

    published: int = 0
    rejected_lately: int = 0


class History(Protocol):
    """What is known from before. Each is looked up when it is first asked for, and not again."""

    def recent(self) -> Recent:
        """How many comments there were lately."""

    def record(self) -> Record:
        """What became of this person's earlier comments in this newsroom."""

    def same_texts(self) -> int:
        """How many other comments in this newsroom have had the same text in the last day."""

    def latest_texts(self) -> Sequence[str]:
        """The plain text of the latest other comments in this thread, of the last hour."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a comment is to stand."""

    mode: str
    """The thread's: a `ThreadMode`."""
    slow_seconds: int = 0
    """What holds: the thread's, or else the newsroom's."""
    language: str = ""
    """Of the item, such as `sv`."""
    item_title: str = ""
    thread: UUID | None = None


@dataclass(frozen=True, slots=True, repr=False)
class Author:
    """Who writes, as far as a phase has to know. The e-mail address is no part of it."""

    name: str = ""
    url: str = ""
    organisation: str = ""
    title: str = ""
    verified: bool = False
    """Whether a site with a log-in vouches for the author."""
    confirmed: bool = False
    """Whether this visitor (not only somebody who knows the address) has confirmed the e-mail address."""


@dataclass(frozen=True, slots=True, repr=False)
class Submission:
    """A comment that was sent, or edited, and is not stored yet. Its text and its author are in no `repr`."""

    place: Place
    author: Author
    body: Body
    rules: ModerationRules
    history: History
    now: datetime
    kind: str = CommentKind.OTHER
    relation: str = ""
    honeypot: str = ""
    """What stood in the field that people do not see."""
    proof_of_work: str = ""
    is_edit: bool = False

    @property
    def texts(self) -> tuple[str, ...]:
        """Everything of it that people would read."""
        author = self.author
        return tuple(filter(None, (self.body.plain, author.name, author.organisation, author.title)))


Phase = Callable[[Submission], Decision | None]
"""Says what becomes of a submission, or nothing. Raises a `NewsroomError` to refuse it: then nothing is stored."""
