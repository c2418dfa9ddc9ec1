"""What every decision about a comment has in common: its record, its case, its files, and who is told."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from cms.conversation.desk import cases
from cms.conversation.identity import mails
from cms.conversation.models import Comment, CommentStatus, ModerationEvent


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


def close_case(comment: Comment) -> None:
    """Nobody waits for an answer any more to what is no longer there."""
    cases.close_moot(comment)


def after(comment: Comment, *, was: str = "") -> None:
    """Tell the author what became of the comment, once that is committed. `was` is the status before."""
    if comment.status == was:
        return
    uid: UUID = comment.uid
    if comment.status == CommentStatus.PUBLISHED and was == CommentStatus.HELD:
        transaction.on_commit(lambda: mails.tell_published(uid), robust=True)
    elif comment.status == CommentStatus.REJECTED:
        transaction.on_commit(lambda: mails.tell_rejected(uid), robust=True)


def tell_appeal(appeal: Any) -> None:
    """Tell the author what came of an appeal, once that is committed."""
    transaction.on_commit(lambda: mails.tell_appeal(appeal.pk), robust=True)
