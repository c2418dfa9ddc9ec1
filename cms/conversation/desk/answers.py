"""Official answers: written, submitted, approved or returned, and sent.

A draft belongs to who wrote it last. Where the newsroom's rules ask for approval, a colleague who may decide sends it;
else whoever may answer does. An answer is sent in the name of a person for whom its sender or its writer may speak.
Sending publishes the reply, closes the case with the answer's outcome and writes all of it down, in one transaction.
Where two act at once, the second gets `Conflict`. Locks: the thread, then the answer, then the case.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from cms.conversation.desk import checklist as checklists
from cms.conversation.desk.due import Desk, desk_of
from cms.conversation.desk.history import LOG_ACTIONS, Event, record
from cms.conversation.desk.opening import close_row
from cms.conversation.desk.permissions import Action, check, may, may_speak_for
from cms.conversation.desk.placeholders import left_in
from cms.conversation.models.comments import Comment
from cms.conversation.models.desk import Answer, Case, Outcome
from cms.conversation.models.desk_rules import AnswerTemplate
from cms.conversation.models.threads import Thread
from cms.conversation.services.answering import answer_officially
from cms.conversation.text import read_body
from cms.errors import Conflict, InvalidInput
from cms.ledger.models import Item
from cms.newsroom.models import Person

State = Answer.State
OPEN = (State.DRAFT, State.RETURNED)
"""While an answer is one of these, its text can change."""
OUTCOMES = tuple(outcome for outcome in Outcome if outcome is not Outcome.MOOT)
"""With what an answer can close a case."""


@transaction.atomic
def write_draft(
    *,
    user: Any,
    comment: Comment,
    person: Person,
    body: str,
    outcome: str = Outcome.ANSWERED,
    statement: Item | None = None,
    template: AnswerTemplate | None = None,
    checklist: Iterable[str] = (),
) -> Answer:
    """Begin an answer to a comment. Raises `InvalidInput` naming the field."""
    newsroom_id = comment.newsroom.source_id
    check(user, Action.SUGGEST, newsroom_id)
    answer = Answer(
        comment=comment,
        case=Case.objects.filter(comment=comment).first(),
        written_by=user,
        template=template,
        created_at=timezone.now(),
    )
    return _write(answer, newsroom_id, person, body, outcome, statement, checklist)


@transaction.atomic
def change_draft(
    *,
    user: Any,
    answer: Answer,
    person: Person,
    body: str,
    outcome: str = Outcome.ANSWERED,
    statement: Item | None = None,
    checklist: Iterable[str] = (),
) -> Answer:
    """Change an answer that is a draft or was returned; it is its changer's from then on.

    Raises `Conflict` when somebody else has changed it since the caller read it, or has submitted or sent it.
    """
    newsroom_id = answer.comment.newsroom.source_id
    check(user, Action.SUGGEST, newsroom_id)
    row = _locked(answer, OPEN)
    if row.updated_at != answer.updated_at:
        raise Conflict(
            _("%(name)s has changed this answer in the meantime.") % {"name": _name(row.written_by)}
        )
    row.written_by = user
    return _write(row, newsroom_id, person, body, outcome, statement, checklist)


@transaction.atomic
def submit(*, user: Any, answer: Answer) -> Answer:
    """Ask a colleague to send an answer. Raises `InvalidInput` as long as something is missing."""
    newsroom_id = answer.comment.newsroom.source_id
    check(user, Action.SUGGEST, newsroom_id)
    row = _locked(answer, OPEN)
    _check_ready(row, desk_of(newsroom_id))
    row.state, row.submitted_at, row.return_note = State.SUBMITTED, timezone.now(), ""
    row.save(update_fields=["state", "submitted_at", "return_note"])
    _log(row, "newsroom.answer.submit", user)
    return row


@transaction.atomic
def return_to_writer(*, user: Any, answer: Answer, note: str) -> Answer:
    """Send a submitted answer back to its writer, with the reason. Its writer may take it back without one."""
    newsroom_id = answer.comment.newsroom.source_id
    row = _locked(answer, (State.SUBMITTED,))
    own = row.written_by_id == user.pk
    check(user, Action.SUGGEST if own else _approving(desk_of(newsroom_id)), newsroom_id)
    if not own and not note.strip():
        raise InvalidInput(_("Write down what the writer is to change."), field="note")
    row.state, row.return_note = State.RETURNED, note.strip()
    row.save(update_fields=["state", "return_note"])
    _log(row, "newsroom.answer.return", user)
    return row


def approve(*, user: Any, answer: Answer) -> Answer:
    """Approve a submitted answer and send it. Not one's own, where the rules ask for a second person."""
    return _send(user, answer, (State.SUBMITTED,))


def send(*, user: Any, answer: Answer) -> Answer:
    """Send an answer that is still a draft, without asking anybody; only where the rules ask for no approval."""
    return _send(user, answer, OPEN)


@transaction.atomic
def discard(*, user: Any, answer: Answer) -> None:
    """Throw a draft away: one's own, or anybody's for who may decide."""
    newsroom_id = answer.comment.newsroom.source_id
    row = _locked(answer, OPEN)
    check(user, Action.SUGGEST if row.written_by_id == user.pk else Action.DECIDE, newsroom_id)
    _log(row, "newsroom.answer.discard", user)
    row.delete()


def may_send(user: Any, answer: Answer, desk: Desk) -> bool:
    """Whether a user may send an answer as it stands: for the buttons of a screen. `approve` and `send` check again."""
    try:
        _check_sender(user, answer, desk)
    except PermissionDenied:
        return False
    return answer.state != State.SENT


@transaction.atomic
def _send(user: Any, answer: Answer, states: tuple[str, ...]) -> Answer:
    Thread.objects.select_for_update().get(pk=answer.comment.thread_id)
    row = _locked(answer, states)
    desk = desk_of(row.comment.newsroom.source_id, since=row.comment.created_at)
    _check_sender(user, row, desk)
    _check_ready(row, desk)
    case = Case.objects.select_for_update(of=("self",)).filter(comment=row.comment_id).first()
    if case is not None and not case.is_open:
        raise Conflict(
            _("The case has been closed in the meantime (%(outcome)s). Reopen it to answer again.")
            % {"outcome": case.get_outcome_display()}
        )
    assert row.person is not None  # nosec B101 # _check_ready has seen to it
    reply = answer_officially(
        row.comment_id, person=row.person, text=row.body, user=user, statement=row.statement
    )
    row.state, row.sent_at, row.sent_comment, row.case = State.SENT, reply.created_at, reply, case
    row.approved_by = user if user.pk != row.written_by_id else None
    row.save(update_fields=["state", "sent_at", "sent_comment", "case", "approved_by"])
    if case is None:
        _log(row, LOG_ACTIONS[Event.ANSWERED], user)
    else:
        _close(case, row, desk, user)
    return row


def _close(case: Case, answer: Answer, desk: Desk, user: Any) -> None:
    """What an answer means for its case."""
    now = answer.sent_at or timezone.now()
    if case.first_answered_at is None:
        case.first_answered_at = now
        case.answer_seconds = max(0, int((now - case.opened_at).total_seconds()))
        case.answer_office_seconds = int(desk.hours.between(case.opened_at, now).total_seconds())
        case.save(update_fields=["first_answered_at", "answer_seconds", "answer_office_seconds"])
    close_row(case, Outcome(answer.outcome))
    record(case, Event.ANSWERED, user, at=now, data={"answer": answer.pk, "person": answer.person_id})
    record(case, Event.CLOSED, user, data={"outcome": answer.outcome})


def _locked(answer: Answer, states: Iterable[str]) -> Answer:
    rows = Answer.objects.select_for_update(of=("self",)).select_related(
        "comment__newsroom", "person", "statement", "written_by"
    )
    row = rows.filter(pk=answer.pk).first()
    if row is None:
        raise Conflict(_("This answer has been thrown away in the meantime."))
    if row.state not in states:
        raise Conflict(
            _("This answer has changed in the meantime. It is now: %(state)s.")
            % {"state": row.get_state_display()}
        )
    return row


def _approving(desk: Desk) -> Action:
    return Action.DECIDE if desk.rules.answers_need_approval else Action.ANSWER


def _check_sender(user: Any, answer: Answer, desk: Desk) -> None:
    newsroom_id = desk.rules.newsroom_id
    check(user, _approving(desk), newsroom_id)
    own = answer.written_by_id == user.pk
    if desk.rules.answers_need_approval and (own or answer.state != State.SUBMITTED):
        raise PermissionDenied(_("Submit the answer: somebody else has to approve it."))
    if not own and answer.state != State.SUBMITTED and not may(user, Action.DECIDE, newsroom_id):
        raise PermissionDenied(_("This draft is a colleague's, who has not submitted it yet."))
    speakers = [user, answer.written_by] if answer.written_by else [user]
    if answer.person and not any(may_speak_for(speaker, answer.person) for speaker in speakers):
        raise PermissionDenied(
            _("Neither you nor the writer may speak for %(person)s.") % {"person": answer.person.name}
        )


def _check_ready(answer: Answer, desk: Desk) -> None:
    """Raise `InvalidInput` as long as an answer cannot be sent."""
    read_body(answer.body)
    if names := left_in(answer.body):
        raise InvalidInput(
            _("Fill in {%(name)s} before the answer is sent.") % {"name": names[0]}, field="body"
        )
    if answer.person is None:
        raise InvalidInput(_("Choose the person who answers."), field="person")
    if answer.statement is not None and not answer.statement.is_usable:
        raise InvalidInput(_("The statement is not public any more. Choose another."), field="statement")
    checklists.check_complete(desk.rules, answer.checklist)


def _write(
    answer: Answer,
    newsroom_id: int,
    person: Person,
    body: str,
    outcome: str,
    statement: Item | None,
    checklist: Iterable[str],
) -> Answer:
    read_body(body)
    if outcome not in OUTCOMES:
        raise InvalidInput(
            _("Choose one of the outcomes: %(names)s.") % {"names": ", ".join(OUTCOMES)}, field="outcome"
        )
    if statement is not None and not statement.is_usable:
        raise InvalidInput(_("The statement is not public. Publish it first."), field="statement")
    answer.person, answer.body, answer.outcome, answer.statement = person, body, outcome, statement
    answer.checklist = checklists.ticked(desk_of(newsroom_id).rules, checklist)
    answer.updated_at = timezone.now()
    answer.save()
    return answer


def _log(answer: Answer, action: str, user: Any) -> None:
    log(
        instance=answer,
        action=action,
        user=user,
        data={"comment": str(answer.comment_id), "case": answer.case_id},
    )


def _name(user: Any) -> str:
    return str(user.get_full_name() or user.get_username()) if user else _("Somebody")
