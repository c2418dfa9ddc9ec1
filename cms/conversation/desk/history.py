"""What happened to a case: an event in its own history, and an entry in Wagtail's audit log for what people did."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.utils import timezone
from wagtail.log_actions import log

from cms.conversation.models.desk import Case, CaseEvent

Event = CaseEvent.Action

LOG_ACTIONS = {
    Event.ASSIGNED: "newsroom.case.assign",
    Event.HANDED_OVER: "newsroom.case.hand_over",
    Event.SEVERITY: "newsroom.case.severity",
    Event.DUE: "newsroom.case.due",
    Event.NOTE: "newsroom.case.note",
    Event.ANSWERED: "newsroom.case.answer",
    Event.CLOSED: "newsroom.case.close",
    Event.REOPENED: "newsroom.case.reopen",
}
"""Names in the audit log. What happens by itself (a case opens, is escalated) is in the history alone."""


def record(
    case: Case,
    action: CaseEvent.Action,
    user: Any | None,
    *,
    note: str = "",
    at: dt.datetime | None = None,
    data: Mapping[str, Any] | None = None,
) -> CaseEvent:
    """Write down what happened, in the transaction in which it happens. `data` is JSON without personal data.

    The note stays out of the audit log: there it could not be erased with the person whom it is about.
    """
    details = dict(data or {})
    event = CaseEvent.objects.create(
        case=case, at=at or timezone.now(), user=user, action=action, note=note.strip(), data=details
    )
    if user is not None and action in LOG_ACTIONS:
        log(instance=case, action=LOG_ACTIONS[action], user=user, data=details)
    return event
