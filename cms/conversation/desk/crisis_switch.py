"""Switching a newsroom's crisis mode on and off: all effects in one transaction.

While it is on, the statement is pinned to the newsroom and to the chosen items (`crisis.official_statement`), new
comments wait for an editor (threads are settled anew), open cases are due sooner, and the rules' list is told by mail.
Locks are taken in the order of the conversation: threads, then its counter, then cases.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.dispatch import Signal
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from cms.conversation.desk.due import desk_of
from cms.conversation.desk.history import Event
from cms.conversation.desk.permissions import Action, check
from cms.conversation.desk.tasks import tell_crisis
from cms.conversation.models.desk import Case, CaseEvent, CaseState, CrisisPeriod
from cms.conversation.sequence import next_number
from cms.conversation.services.threads import settle_newsroom
from cms.errors import Conflict, InvalidInput
from cms.ledger.models import Item
from cms.ledger.tasks import enqueue_with_transaction
from cms.newsroom.models import NewsroomPage

ON = "newsroom.crisis.on"
STATEMENT = "newsroom.crisis.statement"
OFF = "newsroom.crisis.off"
"""Names in Wagtail's audit log, among the newsroom page's own entries."""

official_statement_changed = Signal()
"""Sent inside the transaction that changes what a newsroom officially says in a crisis, with the newsroom's `item`."""


@transaction.atomic
def switch_on(
    *,
    user: Any,
    newsroom: NewsroomPage,
    reason: str,
    statement: Item | None = None,
    items: Collection[Item] = (),
) -> CrisisPeriod:
    """Switch crisis mode on. Raises `Conflict` when it is on already, `InvalidInput` for the reason and the items."""
    check(user, Action.CRISIS, newsroom.pk)
    if not reason.strip():
        raise InvalidInput(_("Write down what has happened."), field="reason")
    _check_items(newsroom, statement, items)
    try:
        with transaction.atomic():
            period = CrisisPeriod.objects.create(
                newsroom=newsroom,
                reason=reason.strip(),
                statement=statement,
                started_at=timezone.now(),
                started_by=user,
            )
    except IntegrityError:
        raise Conflict(_("Crisis mode is on already in this newsroom.")) from None
    period.items.set(items)
    _tell_threads(newsroom)
    hastened = _hasten(newsroom.pk, period.started_at)
    log(instance=newsroom, action=ON, user=user, data={"period": period.pk, "hastened": hastened})
    enqueue_with_transaction(tell_crisis, period.pk)
    return period


@transaction.atomic
def change_statement(
    *, user: Any, period: CrisisPeriod, statement: Item | None, items: Collection[Item] = ()
) -> CrisisPeriod:
    """Pin another statement, or pin it to other items. Raises `Conflict` when the crisis is over."""
    check(user, Action.CRISIS, period.newsroom_id)
    row = _locked(period)
    _check_items(row.newsroom, statement, items)
    row.statement = statement
    row.save(update_fields=["statement"])
    row.items.set(items)
    next_number()
    _tell_readers(row.newsroom)
    log(
        instance=row.newsroom,
        action=STATEMENT,
        user=user,
        data={"period": row.pk, "statement": str(statement.uid) if statement else ""},
    )
    return row


@transaction.atomic
def switch_off(*, user: Any, period: CrisisPeriod, note: str = "") -> CrisisPeriod:
    """Switch crisis mode off. Cases keep their due times. Raises `Conflict` when somebody has done so already."""
    check(user, Action.CRISIS, period.newsroom_id)
    row = _locked(period)
    row.ended_at, row.ended_by, row.end_note = timezone.now(), user, note.strip()
    row.save(update_fields=["ended_at", "ended_by", "end_note"])
    _tell_threads(row.newsroom)
    log(instance=row.newsroom, action=OFF, user=user, data={"period": row.pk})
    enqueue_with_transaction(tell_crisis, row.pk)
    return row


def _locked(period: CrisisPeriod) -> CrisisPeriod:
    rows = CrisisPeriod.objects.select_for_update(of=("self",)).select_related("newsroom")
    row = rows.filter(pk=period.pk, ended_at=None).first()
    if row is None:
        raise Conflict(_("This crisis is over already."))
    return row


def _tell_threads(newsroom: NewsroomPage) -> None:
    """Threads take on the mode that holds now; the pinned statement is public news even where no mode changes."""
    uid = _newsroom_uid(newsroom)
    if uid is not None:
        settle_newsroom(uid)
    next_number()
    _tell_readers(newsroom)


def _tell_readers(newsroom: NewsroomPage) -> None:
    if (uid := _newsroom_uid(newsroom)) is not None:
        official_statement_changed.send(CrisisPeriod, item=uid)


def _hasten(newsroom_id: int, now: dt.datetime) -> int:
    """Make every open case due within the hours of a crisis, if it is not sooner. Returns how many there were."""
    due_at = desk_of(newsroom_id).crisis_due_at(now)
    later = Case.objects.filter(newsroom=newsroom_id, state=CaseState.OPEN, due_at__gt=due_at)
    cases = list(later.select_for_update(of=("self",)).order_by("pk").only("pk", "due_at"))
    later.update(due_at=due_at)
    CaseEvent.objects.bulk_create(
        (
            CaseEvent(
                case_id=case.pk,
                at=now,
                action=Event.DUE,
                data={"from": case.due_at.isoformat(), "to": due_at.isoformat(), "crisis": True},
            )
            for case in cases
        ),
        batch_size=500,
    )
    return len(cases)


def _check_items(newsroom: NewsroomPage, statement: Item | None, items: Collection[Item]) -> None:
    if statement is not None and not statement.is_usable:
        raise InvalidInput(_("The statement is not public. Publish it first."), field="statement")
    uid = _newsroom_uid(newsroom)
    if any(item.newsroom_id != uid or not item.is_usable for item in items):
        raise InvalidInput(_("Choose public items of this newsroom."), field="items")
    if items and statement is None:
        raise InvalidInput(_("Choose the statement that the items are to show."), field="statement")


def _newsroom_uid(newsroom: NewsroomPage) -> UUID | None:
    return Item.objects.filter(source_type="page", source_id=newsroom.pk).values_list("pk", flat=True).first()
