"""The statement of reasons for a rejected comment (Digital Services Act, article 17), for the mail and its page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from cms.conversation.characters import cleaned
from cms.conversation.models import Comment, CommentStatus, ModerationEvent, ReasonCode, Report

PEOPLE = ("author", "erasure", "appeal", "report", "confirmation")
"""What may stand as the phase of a decision that no automatic check made."""


@dataclass(frozen=True, slots=True)
class Reasons:
    """What was decided, on which ground, and how."""

    event: int
    """Number of the decision."""
    at: datetime
    was_public: bool
    """Whether the comment was public before: it was removed then, else not published."""
    ground: str
    """The ground of the guidelines, in the words of the language in use; empty when there is none."""
    is_illegal: bool
    """Whether it is the law that it breaks, and not the guidelines alone."""
    message: str
    """What the editor tells the author."""
    was_reported: bool
    decided_by_machine: bool
    found_by_machine: bool
    """Whether an automatic check had held it, before a person decided."""


def statement_of_reasons(comment: Comment) -> Reasons | None:
    """Why a comment was rejected the last time. None when it never was."""
    events = list(ModerationEvent.objects.filter(comment=comment).order_by("at", "pk"))
    last = max(
        (n for n, event in enumerate(events) if event.to_status == CommentStatus.REJECTED), default=None
    )
    if last is None:
        return None
    event = events[last]
    by_machine = event.user_id is None and event.phase not in PEOPLE
    return Reasons(
        event=event.pk,
        at=event.at,
        was_public=event.from_status == CommentStatus.PUBLISHED or comment.published_at is not None,
        ground=str(ReasonCode(event.reason).label) if event.reason in ReasonCode.values else "",
        is_illegal=event.reason == ReasonCode.ILLEGAL,
        message=cleaned(event.message),
        was_reported=Report.objects.filter(comment=comment, outcome=Report.Outcome.UPHELD).exists(),
        decided_by_machine=by_machine,
        found_by_machine=not by_machine and any(_is_check(earlier) for earlier in events[:last]),
    )


def _is_check(event: ModerationEvent) -> bool:
    """Whether an automatic check decided so."""
    return bool(event.phase) and event.phase not in PEOPLE and event.to_status == CommentStatus.HELD
