"""What people do with cases: take, assign, hand over, weigh, note, close and reopen them.

Every function checks the user's right, locks the row, compares what it is about to change with what the user saw,
writes, and records. Where somebody else was faster it raises `Conflict`, whose message says what they did. Each takes
the case as the user saw it (`as_seen` restores that from a form) and returns it as it is now.
What does not live here: cases that open and close by themselves (`opening.py`), and answers (`answers.py`).
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from cms.conversation.desk.due import desk_of
from cms.conversation.desk.history import Event, record
from cms.conversation.desk.opening import close_row, reopen_row
from cms.conversation.desk.permissions import Action, check, works_on
from cms.conversation.models.desk import Case, CaseEvent, CaseState, Outcome
from cms.conversation.models.desk_rules import Severity, Team
from cms.errors import Conflict, InvalidInput

NOTE_LENGTH = 5000
"""Most characters of an internal note."""


def seen(case: Case) -> str:
    """What a form keeps in a hidden field, so that `as_seen` can tell later what its user saw."""
    return f"{case.state}.{case.team}.{case.severity}.{case.owner_id or ''}"


def as_seen(case: Case, token: str) -> Case:
    """The case as it was when `seen` made the token. Raises `InvalidInput` for anything that `seen` never made."""
    try:
        state, team, severity, owner = token.split(".")
        case.state, case.team, case.severity = CaseState(state), Team(team), Severity(severity)
        case.owner_id = int(owner) if owner else None
    except ValueError:
        raise InvalidInput(_("The form is incomplete. Load the page again."), field="seen") from None
    return case


@transaction.atomic
def take(*, user: Any, case: Case) -> Case:
    """Become the owner of a case that nobody owns. One's own stays as it is."""
    check(user, Action.HAND_OVER, case.newsroom_id)
    row = _locked_open(case)
    if row.owner_id == user.pk:
        return row
    if row.owner_id is not None:
        raise Conflict(_("%(name)s has taken this case already.") % {"name": _name(row.owner)})
    return _give(row, user, user, note="")


@transaction.atomic
def assign(*, user: Any, case: Case, owner: Any | None, note: str = "") -> Case:
    """Give a case to somebody who works on the newsroom's desk; to nobody, with None."""
    check(user, Action.HAND_OVER, case.newsroom_id)
    _check_owner(owner, case.newsroom_id)
    row = _locked_open(case)
    _check_seen(row, case, "owner_id")
    return _give(row, owner, user, note=note)


@transaction.atomic
def hand_over(*, user: Any, case: Case, team: str, owner: Any | None = None, note: str = "") -> Case:
    """Hand a case over to a team, and to one of its people or to nobody yet."""
    check(user, Action.HAND_OVER, case.newsroom_id)
    _check_owner(owner, case.newsroom_id)
    if team not in Team.values:
        raise InvalidInput(
            _("Choose one of the teams: %(teams)s.") % {"teams": ", ".join(Team.values)}, field="team"
        )
    row = _locked_open(case)
    _check_seen(row, case, "team", "owner_id")
    data = {"from_team": row.team, "from_owner": row.owner_id}
    row.team, row.owner = team, owner
    row.save(update_fields=["team", "owner"])
    data |= {"to_team": team, "to_owner": row.owner_id}
    record(row, Event.HANDED_OVER, user, note=_note(note), data=data)
    return row


@transaction.atomic
def set_severity(*, user: Any, case: Case, severity: str, note: str = "") -> Case:
    """Weigh a case anew. Its due time follows, counted from when it was opened."""
    check(user, Action.HAND_OVER, case.newsroom_id)
    if severity not in Severity.values:
        raise InvalidInput(
            _("Choose one of the severities: %(names)s.") % {"names": ", ".join(Severity.values)},
            field="severity",
        )
    row = _locked_open(case)
    _check_seen(row, case, "severity")
    data = {"from": row.severity, "from_due": row.due_at.isoformat()}
    since = _waiting_since(row)
    row.severity = severity
    row.due_at = desk_of(row.newsroom_id, since=since).due_at(row.kind, severity, since)
    _let_escalate_again(row)
    row.save(update_fields=["severity", "due_at", "escalated_at"])
    data |= {"to": severity, "to_due": row.due_at.isoformat()}
    record(row, Event.SEVERITY, user, note=_note(note), data=data)
    return row


@transaction.atomic
def set_due(*, user: Any, case: Case, due_at: dt.datetime, note: str = "") -> Case:
    """Promise an answer at another time (aware, not past)."""
    check(user, Action.DECIDE, case.newsroom_id)
    if due_at <= timezone.now():
        raise InvalidInput(_("An answer can only become due in the future."), field="due_at")
    row = _locked_open(case)
    data = {"from": row.due_at.isoformat(), "to": due_at.isoformat()}
    row.due_at = due_at
    _let_escalate_again(row)
    row.save(update_fields=["due_at", "escalated_at"])
    record(row, Event.DUE, user, note=_note(note), data=data)
    return row


@transaction.atomic
def add_note(*, user: Any, case: Case, note: str) -> CaseEvent:
    """Write something down for colleagues, on an open or a closed case."""
    check(user, Action.SUGGEST, case.newsroom_id)
    return record(_locked(case), Event.NOTE, user, note=_note(note, required=True))


@transaction.atomic
def close(*, user: Any, case: Case, outcome: str, note: str = "") -> Case:
    """Close a case. Without a public answer that takes somebody who may decide, and a note that says how it ended."""
    check(user, Action.ANSWER, case.newsroom_id)
    if outcome not in Outcome.values:
        raise InvalidInput(
            _("Choose one of the outcomes: %(names)s.") % {"names": ", ".join(Outcome.values)},
            field="outcome",
        )
    row = _locked_open(case)
    answered = row.first_answered_at is not None
    if not answered:
        check(user, Action.DECIDE, case.newsroom_id)
    text = _note(note, required=not answered)
    close_row(row, Outcome(outcome))
    record(row, Event.CLOSED, user, note=text, data={"outcome": outcome})
    return row


@transaction.atomic
def reopen(*, user: Any, case: Case, note: str = "") -> Case:
    """Open a closed case again; it is due anew from now on."""
    check(user, Action.ANSWER, case.newsroom_id)
    row = _locked(case)
    if row.is_open:
        raise Conflict(_("This case is open already."))
    before = row.outcome
    reopen_row(row)
    data = {"from_outcome": before, "due": row.due_at.isoformat()}
    record(row, Event.REOPENED, user, note=_note(note), data=data)
    return row


def _locked(case: Case) -> Case:
    row = Case.objects.select_for_update(of=("self",)).filter(pk=case.pk).first()
    if row is None:
        raise Conflict(_("This case is not there any more."))
    return row


def _locked_open(case: Case) -> Case:
    row = _locked(case)
    if not row.is_open:
        raise Conflict(
            _("This case has been closed in the meantime: %(outcome)s.")
            % {"outcome": row.get_outcome_display()}
        )
    return row


def _check_seen(row: Case, case: Case, *fields: str) -> None:
    """Raise `Conflict` when one of the fields is not what the user saw."""
    if all(getattr(row, field) == getattr(case, field) for field in fields):
        return
    last = row.events.exclude(action=Event.NOTE).select_related("user").last()
    who = _name(last.user) if last and last.user else _("Somebody")
    raise Conflict(
        _(
            "%(who)s has changed this case in the meantime: %(team)s, %(owner)s, %(severity)s. Look at it again."
        )
        % {
            "who": who,
            "team": row.get_team_display(),
            "owner": _name(row.owner) if row.owner else _("nobody's"),
            "severity": row.get_severity_display(),
        }
    )


def _check_owner(owner: Any | None, newsroom_id: int) -> None:
    if owner is not None and not works_on(owner, newsroom_id):
        raise InvalidInput(
            _("%(name)s does not work on the desk of this newsroom.") % {"name": _name(owner)}, field="owner"
        )


def _give(row: Case, owner: Any | None, user: Any, *, note: str) -> Case:
    before = row.owner_id
    row.owner = owner
    row.save(update_fields=["owner"])
    record(row, Event.ASSIGNED, user, note=_note(note), data={"from_owner": before, "to_owner": row.owner_id})
    return row


def _waiting_since(row: Case) -> dt.datetime:
    """When the present waiting began: at the opening, or when the case was last opened again."""
    if not row.reopened:
        return row.opened_at
    last = row.events.filter(action=Event.REOPENED).last()
    return last.at if last else row.opened_at


def _let_escalate_again(row: Case) -> None:
    """A case that is not overdue any more is escalated when it is overdue again."""
    if row.escalated_at is not None and row.due_at > timezone.now():
        row.escalated_at = None


def _note(text: str, *, required: bool = False) -> str:
    note = text.strip()
    if required and not note:
        raise InvalidInput(_("Write a note."), field="note")
    if len(note) > NOTE_LENGTH:
        raise InvalidInput(
            _("A note has at most %(limit)s characters; this one has %(count)s.")
            % {"limit": NOTE_LENGTH, "count": len(note)},
            field="note",
        )
    return note


def _name(user: Any) -> str:
    return str(user.get_full_name() or user.get_username())
