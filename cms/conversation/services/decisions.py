"""What every decision about a comment has in common: its record, its case, its files, and who is told."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from cms.conversation.identity import mails
from cms.conversation.models import Comment, CommentStatus, ModerationEvent
from cms.conversation.moderation import Decision


def note(
    comment: Comment,
    *,
    before: str,
    at: datetime,
    phase: str = "",
    user: Any = None,
    reason: str = "",
    message: str = "",
    note: str = "",
    trail: list[Any] | None = None,
) -> ModerationEvent:
    """Record that a comment's status changed, in the transaction that changes it."""
    return ModerationEvent.objects.create(
        comment=comment,
        at=at,
        from_status=before,
        to_status=comment.status,
        user=user,
        phase=phase,
        reason=reason,
        message=message,
        note=note,
        trail=trail or [],
    )


def note_decision(comment: Comment, decision: Decision, *, before: str, at: datetime) -> ModerationEvent:
    """Record what the phases of moderation decided."""
    return note(
        comment,
        before=before,
        at=at,
        phase=decision.phase,
        reason=decision.reason,
        message=decision.message,
        note=decision.note,
        trail=decision.trail,
    )


def after(comment: Comment, *, was: str = "") -> None:
    """Tell the author what became of the comment, in the transaction that is open. `was` is the status before."""
    if comment.status == was:
        return
    if comment.status == CommentStatus.PUBLISHED and was == CommentStatus.HELD:
        mails.tell_published(comment.uid)
    elif comment.status == CommentStatus.REJECTED:
        mails.tell_rejected(comment.uid)
