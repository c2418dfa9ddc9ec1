"""Mails to colleagues, sent in the background. Tasks know ids alone: no address, no text.

Each may be run again from its start: what was sent is not sent again. When the mail server fails, it is tried later.
"""

from __future__ import annotations

import logging
from datetime import timedelta
from smtplib import SMTPException
from typing import Any

from django.contrib.auth import get_user_model
from django.utils import timezone
from django_tasks import task

from cms.conversation.desk.mail import Reader, desk_address, send_once
from cms.conversation.models.desk import CaseEvent, CaseState, CrisisPeriod
from cms.conversation.models.desk_rules import DeskRules
from cms.ledger.tasks import is_queued

PAUSES = (timedelta(minutes=1), timedelta(minutes=10), timedelta(hours=1), timedelta(hours=6))
"""How long to wait after each time that the mail server did not take a mail."""
LISTED = 50
"""Most cases that one mail lists."""
ESCALATED = "DESK_ESCALATED"
CRISIS = "DESK_CRISIS"

logger = logging.getLogger(__name__)


@task()
def tell_escalated(user_id: int, event_ids: list[int], attempt: int = 0) -> None:
    """Tell a user of overdue cases of one newsroom: those of the escalations `event_ids` that are still open."""
    user = get_user_model()._default_manager.filter(pk=user_id, is_active=True).exclude(email="").first()
    events = list(
        CaseEvent.objects.filter(pk__in=event_ids, case__state=CaseState.OPEN)
        .select_related("case__newsroom", "case__owner", "case__comment__thread__item")
        .order_by("case__due_at", "pk")
    )
    if user is None or not events:
        return
    cases = [
        {"case": event.case, "item": event.case.comment.thread.item, "address": desk_address(event.case_id)}
        for event in events[:LISTED]
    ]
    context = {
        "cases": cases,
        "count": len(events),
        "more": len(events) - len(cases),
        "newsroom": events[0].case.newsroom.title,
        "desk": desk_address(),
    }
    try:
        send_once(
            ESCALATED,
            f"{user_id} {min(event_ids)}",
            Reader.of(user),
            "desk_overdue.txt",
            context,
        )
    except (SMTPException, OSError) as error:
        _try_later(tell_escalated, (user_id, event_ids), attempt, error)


@task()
def tell_crisis(period_id: int, attempt: int = 0) -> None:
    """Tell everybody on the newsroom's list that crisis mode was switched on; once it has ended, that it was."""
    period = CrisisPeriod.objects.select_related("newsroom__locale", "statement").filter(pk=period_id).first()
    rules = DeskRules.objects.filter(newsroom=period.newsroom_id).first() if period else None
    if period is None or rules is None:
        return
    phase = "on" if period.ended_at is None else "off"
    context = {"period": period, "newsroom": period.newsroom.title, "desk": desk_address()}
    failure: Exception | None = None
    for address in rules.alert_addresses():
        user = get_user_model()._default_manager.filter(email__iexact=address, is_active=True).first()
        reader = (
            Reader.of(user)
            if user
            else Reader(address, period.newsroom.locale.language_code, rules.time_zone)
        )
        try:
            send_once(
                CRISIS, f"{period_id} {phase} {reader.address}", reader, f"desk_crisis_{phase}.txt", context
            )
        except (SMTPException, OSError) as error:
            failure = error
    if failure is not None:
        _try_later(tell_crisis, (period_id,), attempt, failure)


def _try_later(work: Any, arguments: tuple[Any, ...], attempt: int, error: Exception) -> None:
    """Queue the task again. The words of the mail server stay out of the log: they may hold an address."""
    reason = type(error).__name__
    if attempt >= len(PAUSES) or not is_queued(work):
        logger.error("%s%s could not send its mails: %s", work.name, arguments, reason)
        return
    logger.warning("%s%s sends mails later: %s", work.name, arguments, reason)
    work.using(run_after=timezone.now() + PAUSES[attempt]).enqueue(*arguments, attempt + 1)
