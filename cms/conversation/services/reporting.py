"""Readers report comments (Digital Services Act, article 16), and authors object to decisions (article 20)."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone

from cms.conversation.identity import mails, visitors
from cms.conversation.models import Appeal, Comment, CommentStatus, ReasonCode, Report, Thread
from cms.conversation.services import repeats
from cms.conversation.services.incoming import Visitor
from cms.conversation.text import clean_line, clean_text
from cms.errors import Conflict, InvalidInput, NotFound
from cms.ledger.models import Item

NOTE_LENGTH = 2000


def report_comment(
    uid: UUID,
    visitor: Visitor,
    *,
    reason: str,
    note: str = "",
    author_name: str = "",
    email: str = "",
    key: str = "",
) -> Report:
    """Tell the editors that a published comment breaks the guidelines. Once for each visitor, while it is undecided.

    Raises `InvalidInput` for an unknown reason or a wrong e-mail address, `NotFound`, and `Conflict` the second time.
    """
    if reason not in ReasonCode.values:
        known = ", ".join(ReasonCode.values)
        raise InvalidInput(f"{reason!r} is no reason for a report. The reasons are {known}.", field="reason")
    note = clean_text(note, field="note", most=NOTE_LENGTH)
    author_name = clean_line(author_name, field="author_name", most=100)
    check_email(email)
    request = repeats.Request.of("report", key, repeats.digest(f"{uid}:{reason}:{note}:{email}"))
    if made := request.made_before():
        return Report.objects.get(pk=made)
    report = Report(
        comment=_public_comment(uid),
        reason=reason,
        note=note,
        author_name=author_name,
        email=email,
        email_hash=visitors.email_hash(email),
        visitor=visitor.id,
        at=timezone.now(),
    )
    try:
        with transaction.atomic():  # under the lock of the thread's row, as every change of a comment
            Thread.objects.select_for_update().get(pk=report.comment.thread_id)
            request.remember(report.uid)
            report.save(force_insert=True)
            Comment.objects.filter(pk=uid).update(report_count=F("report_count") + 1)
            if email:
                mails.tell_reporter(report.uid)
    except IntegrityError:
        if made := request.made_before():
            return Report.objects.get(pk=made)
        raise Conflict(
            "You have reported this comment already; an editor will look at it.", field="id"
        ) from None
    return report


def settle_reports(comment: Comment, outcome: str, *, user: Any, at: datetime) -> None:
    """Close the open reports of a comment, in the change that is open; whoever left an address is told."""
    open_reports = list(Report.objects.filter(comment=comment, outcome="").values_list("pk", "email"))
    if not open_reports:
        return
    Report.objects.filter(pk__in=[pk for pk, _ in open_reports]).update(
        outcome=outcome, decided_at=at, decided_by=user
    )
    comment.report_count = 0
    for pk, email in open_reports:
        if email:
            mails.tell_reporter(pk)


def appeal(comment: Comment, text: str) -> Appeal:
    """Object to the rejection of one's comment. Raises `Conflict` where there is nothing to object to, or already is."""
    text = clean_text(text, field="text", most=NOTE_LENGTH)
    if not text:
        raise InvalidInput("Write why the decision should be changed.", field="text")
    if comment.status != CommentStatus.REJECTED:
        raise Conflict(
            "This comment is not rejected, so that there is nothing to appeal against.", field="id"
        )
    if comment.appeals.filter(outcome=Appeal.Outcome.UPHELD).exists():
        raise Conflict("There was an appeal against this decision, and it stands.", field="id")
    try:
        with transaction.atomic():
            return Appeal.objects.create(comment=comment, text=text, at=timezone.now())
    except IntegrityError:
        raise Conflict("There is an appeal against this decision already.", field="id") from None


def check_email(email: str) -> None:
    """Raises `InvalidInput` when it is no e-mail address. An empty one is none, which is another matter."""
    if not email:
        return
    try:
        validate_email(email)
    except ValidationError:
        raise InvalidInput(
            "This is not an e-mail address. Write one such as name@example.com.", field="email"
        ) from None
    if len(email) > 254:
        raise InvalidInput(
            f"An e-mail address has at most 254 characters; this one has {len(email)}.", field="email"
        )


def _public_comment(uid: UUID) -> Comment:
    public = Comment.objects.filter(
        pk=uid, status=CommentStatus.PUBLISHED, thread__item__state=Item.State.USABLE
    ).exclude(thread__mode="OFF")
    comment = public.first()
    if comment is None:
        raise NotFound(f"No public comment has the id {uid}.", field="id")
    return comment
