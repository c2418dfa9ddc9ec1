"""Editors decide about comments: publish, hold, reject, pin; and about reports and appeals.

Rejecting criticism needs a ground out of the published guidelines, and a second person where the newsroom's rules ask
for one. Nothing is deleted.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from cms.conversation.desk.due import desk_of
from cms.conversation.desk.opening import settle_case
from cms.conversation.desk.permissions import Action, check
from cms.conversation.identity import mails
from cms.conversation.models import (
    Appeal,
    Comment,
    CommentKind,
    CommentStatus,
    Proposal,
    ReasonCode,
    Report,
)
from cms.conversation.services import decisions
from cms.conversation.services.answering import settle_answered
from cms.conversation.services.changes import ThreadChange, changing
from cms.conversation.services.reporting import settle_reports
from cms.errors import Conflict, InvalidInput

DECIDABLE = (CommentStatus.PUBLISHED, CommentStatus.HELD, CommentStatus.REJECTED)


def publish(uid: UUID, *, user: Any, note: str = "") -> Comment:
    """Make a comment public; one that was rejected, too. Open reports of it are dismissed."""
    comment = _allowed(uid, user, Action.MODERATE)
    with changing(comment.thread_id) as change:
        comment, before = _decidable(change, uid)
        Proposal.objects.filter(comment=comment).delete()
        if before != CommentStatus.PUBLISHED:
            change.publish(comment)
            comment.reason = comment.message = ""
            decisions.note(comment, before=before, at=change.now, user=user, note=note)
            settle_answered(comment, change)
            settle_case(comment)
            _log(comment, "publish", user)
        settle_reports(comment, Report.Outcome.DISMISSED, user=user, at=change.now)
        decisions.after(comment, was=before)
    return comment


def hold(uid: UUID, *, user: Any, note: str = "") -> Comment:
    """Take a comment out of public view until somebody has decided."""
    comment = _allowed(uid, user, Action.MODERATE)
    with changing(comment.thread_id) as change:
        comment, before = _decidable(change, uid)
        if before != CommentStatus.HELD:
            comment.status = CommentStatus.HELD
            comment.reason = comment.message = ""
            decisions.note(comment, before=before, at=change.now, user=user, note=note)
            settle_answered(comment, change)
            settle_case(comment)
            _log(comment, "hold", user)
    return comment


def reject(uid: UUID, *, user: Any, reason: str, message: str = "", note: str = "") -> Comment:
    """Refuse a comment, with its ground. Where a second person is needed, the first one's wish is kept and waits.

    Raises `InvalidInput` without a ground. The author is told the ground and `message`, never `note`.
    """
    if reason not in ReasonCode.values:
        raise InvalidInput(
            _("Choose on which ground of the guidelines the comment is rejected."), field="reason"
        )
    comment = _allowed(uid, user, Action.MODERATE)
    with changing(comment.thread_id) as change:
        comment, before = _decidable(change, uid)
        if before == CommentStatus.REJECTED:
            return comment
        if _needs_second(comment) and not _is_second(comment, user):
            Proposal.objects.update_or_create(
                comment=comment,
                defaults={"at": change.now, "user": user, "reason": reason, "message": message, "note": note},
            )
            _log(comment, "propose", user, reason)
            return comment
        Proposal.objects.filter(comment=comment).delete()
        refuse(comment, change, user=user, reason=reason, message=message, note=note)
        settle_reports(comment, Report.Outcome.UPHELD, user=user, at=change.now)
        _log(comment, "reject", user, reason)
        decisions.after(comment, was=before)
    return comment


def refuse(
    comment: Comment, change: ThreadChange, *, user: Any, reason: str, message: str, note: str = ""
) -> None:
    """Write that a comment is rejected, in the change that is open."""
    before = comment.status
    comment.status, comment.reason, comment.message = CommentStatus.REJECTED, reason, message
    comment.pinned = False
    decisions.note(
        comment, before=before, at=change.now, user=user, reason=reason, message=message, note=note
    )
    settle_answered(comment, change)
    settle_case(comment)


def set_kind(uid: UUID, kind: str, *, user: Any) -> Comment:
    """Say what a comment is, where its author said otherwise; a question or criticism opens a case."""
    if kind not in CommentKind.values:
        raise InvalidInput(_("There is no such kind of comment."), field="kind")
    comment = _allowed(uid, user, Action.MODERATE)
    with changing(comment.thread_id) as change:
        comment = change.take(uid)
        if comment.kind != kind:
            comment.kind = kind
            settle_case(comment)
            _log(comment, "kind", user)
    return comment


def pin(uid: UUID, *, user: Any, pinned: bool = True) -> Comment:
    """Keep a published comment at the top of its thread, or no longer."""
    comment = _allowed(uid, user, Action.MODERATE)
    with changing(comment.thread_id) as change:
        comment = change.take(uid)
        if pinned and not comment.is_published:
            raise Conflict(_("Only a published comment can be pinned."))
        if comment.pinned != pinned:
            comment.pinned = pinned
            _log(comment, "pin" if pinned else "unpin", user)
    return comment


def dismiss_reports(uid: UUID, *, user: Any) -> Comment:
    """The comment stays as it is; whoever reported it is told."""
    comment = _allowed(uid, user, Action.MODERATE)
    with changing(comment.thread_id) as change:
        comment = change.take(uid)
        settle_reports(comment, Report.Outcome.DISMISSED, user=user, at=change.now)
        _log(comment, "dismiss", user)
    return comment


def decide_appeal(appeal_id: int, *, user: Any, reverse: bool, note: str = "") -> Appeal:
    """Uphold or reverse the decision that an author objected to. Not by the one who made it. Raises `PermissionDenied`."""
    appeal = Appeal.objects.select_related("comment").get(pk=appeal_id)
    _allowed(appeal.comment_id, user, Action.DECIDE)
    with changing(appeal.comment.thread_id) as change:
        comment, before = _decidable(change, appeal.comment_id)
        appeal = Appeal.objects.select_for_update(of=("self",)).get(pk=appeal_id)
        if appeal.outcome:
            raise Conflict(_("Somebody else has decided about this appeal already."))
        last = comment.events.filter(to_status=CommentStatus.REJECTED).order_by("-at", "-pk").first()
        if last and last.user_id == user.pk and not user.is_superuser:
            raise PermissionDenied(_("An appeal is decided by somebody other than who rejected the comment."))
        appeal.outcome = Appeal.Outcome.REVERSED if reverse else Appeal.Outcome.UPHELD
        appeal.note, appeal.decided_at, appeal.decided_by = note, change.now, user
        appeal.save()
        if reverse and before == CommentStatus.REJECTED:
            change.publish(comment)
            comment.reason = comment.message = ""
            decisions.note(comment, before=before, at=change.now, user=user, phase="appeal", note=note)
            settle_case(comment)
        _log(comment, "appeal", user)
        mails.tell_appeal(appeal.pk)
    return appeal


def release_confirmed(comment: Comment) -> Comment:
    """Publish a comment that waited for nothing but the confirmation of its author's e-mail address."""
    with changing(comment.thread_id) as change:
        waiting = change.take(comment.uid)
        last = waiting.events.order_by("-at", "-pk").first()
        if waiting.status != CommentStatus.HELD or last is None or last.phase != "confirmation":
            return waiting
        change.publish(waiting)
        decisions.note(waiting, before=CommentStatus.HELD, at=change.now, phase="confirmation")
    return waiting


def in_bulk(uids: Iterable[UUID], action: Any, **options: Any) -> tuple[int, list[str]]:
    """Do the same with many comments, each by itself: how many it was done to, and what kept the others from it."""
    done, problems = 0, []
    for uid in uids:
        try:
            action(uid, **options)
            done += 1
        except (Conflict, PermissionDenied, InvalidInput) as error:
            problems.append(str(error))
    return done, problems


def _allowed(uid: UUID, user: Any, action: Action) -> Comment:
    comment = Comment.objects.select_related("newsroom").get(pk=uid)
    check(user, action, comment.newsroom.source_id)
    return comment


def _decidable(change: ThreadChange, uid: UUID) -> tuple[Comment, str]:
    comment = change.take(uid)
    if comment.status not in DECIDABLE:
        raise Conflict(_("Its author has withdrawn this comment, or it was erased."))
    return comment, comment.status


def _needs_second(comment: Comment) -> bool:
    is_criticism = comment.kind == CommentKind.CRITICISM
    return is_criticism and desk_of(comment.newsroom.source_id).rules.criticism_needs_second_person


def _is_second(comment: Comment, user: Any) -> bool:
    return Proposal.objects.filter(comment=comment).exclude(user=user).exists()


def _log(comment: Comment, action: str, user: Any, reason: str = "") -> None:
    data = {"reason": reason} if reason else None
    title = f"Comment {comment.uid}"  # neither name nor words: the log outlives an erasure
    log(instance=comment, action=f"newsroom.comment.{action}", user=user, title=title, data=data)
