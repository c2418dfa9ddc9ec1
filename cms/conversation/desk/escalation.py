"""Cases that are overdue: somebody is told, once. Part of the worker's tick; safe with any number of workers.

A case is escalated by one conditional update; whoever makes it writes the event and queues the mail in the same
transaction, so that a crash loses all three or none. What does not live here: the mail itself (`tasks.py`).
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable

from django.db import connection, transaction
from django.utils import timezone

from cms.conversation.desk.permissions import colleagues
from cms.conversation.desk.tasks import tell_escalated
from cms.conversation.models.desk import Case, CaseEvent, CaseState
from cms.conversation.models.desk_rules import DeskRules, Team
from cms.ledger.tasks import enqueue_with_transaction

CHUNK = 200
"""Most cases that one transaction escalates."""


def escalate_overdue() -> int:
    """Escalate every open case that is overdue and has not been escalated yet. Returns how many there were."""
    total = 0
    while count := _escalate_some(timezone.now()):
        total += count
    return total


@transaction.atomic
def _escalate_some(now: dt.datetime) -> int:
    overdue = Case.objects.filter(state=CaseState.OPEN, escalated_at=None, due_at__lte=now).order_by("due_at")
    locked = overdue.select_for_update(
        of=("self",), skip_locked=connection.features.has_select_for_update_skip_locked
    )
    cases = list(locked[:CHUNK])
    if not cases:
        return 0
    Case.objects.filter(pk__in=[case.pk for case in cases], escalated_at=None).update(escalated_at=now)
    events = CaseEvent.objects.bulk_create(
        CaseEvent(
            case=case,
            at=now,
            action=CaseEvent.Action.ESCALATED,
            data={"due": case.due_at.isoformat(), "owner": case.owner_id, "team": case.team},
        )
        for case in cases
    )
    for newsroom_id, event_ids in _by_newsroom(events).items():
        for user_id in recipients(newsroom_id):
            enqueue_with_transaction(tell_escalated, user_id, event_ids)
    return len(cases)


def _by_newsroom(events: Iterable[CaseEvent]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    for event in events:
        found[event.case.newsroom_id].append(event.pk)
    return found


def recipients(newsroom_id: int) -> list[int]:
    """Who is told of overdue cases: the person whom the rules name, else the PR team, else whoever is on the desk."""
    named = DeskRules.objects.filter(newsroom=newsroom_id, escalate_to__is_active=True)
    ids = list(named.exclude(escalate_to__email="").values_list("escalate_to", flat=True))
    for team in (Team.PR, ""):
        ids = ids or list(colleagues(newsroom_id, team=team).exclude(email="").values_list("pk", flat=True))
    return ids
