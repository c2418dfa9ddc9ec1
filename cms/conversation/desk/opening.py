"""Cases open and close with their comments, by themselves: nobody needs to remember it.

What does not live here: what people do with cases (`cases.py`).
"""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils import timezone

from cms.conversation.desk.due import desk_of, kept_desk_of
from cms.conversation.desk.history import Event, record
from cms.conversation.models.choices import NEED_ANSWER, CommentStatus
from cms.conversation.models.comments import Comment
from cms.conversation.models.desk import Answer, Case, CaseState, Outcome
from cms.conversation.models.desk_rules import Severity

WAITING = (CommentStatus.PUBLISHED, CommentStatus.HELD)
"""While a comment is published, or held, its author may expect an answer."""


def needs_case(comment: Comment) -> bool:
    """Whether somebody must answer: to questions and criticism, except our own."""
    return comment.kind in NEED_ANSWER and not comment.is_official and comment.status in WAITING


def open_case(comment: Comment) -> Case | None:
    """Open the case of a new comment that needs an answer, held or not. Three statements, in the caller's transaction.

    `comment.newsroom` should be loaded. A comment of which a case is known already goes to `settle_case`.
    """
    if not needs_case(comment):
        return None
    newsroom_id = comment.newsroom.source_id
    desk = kept_desk_of(newsroom_id)
    case = Case.objects.create(
        comment=comment,
        newsroom_id=newsroom_id,
        kind=comment.kind,
        team=desk.rules.team_for(comment.kind),
        severity=Severity.NORMAL,
        opened_at=comment.created_at,
        due_at=desk.due_at(comment.kind, Severity.NORMAL, comment.created_at),
    )
    record(case, Event.OPENED, None, at=comment.created_at, data={"team": case.team, "due": _iso(case)})
    return case


def settle_case(comment: Comment) -> Case | None:
    """Make the case agree with a comment whose status or kind has changed, in the caller's transaction.

    What needs an answer now gets a case. A case whose comment is gone (withdrawn, rejected, erased) or turns out to be
    no question is closed without blame; one closed that way opens again with its comment. When an official answer is
    taken out of public view, whoever asked waits again. The caller has locked the thread's row.
    """
    if comment.is_official:
        return _settle_answered(comment)
    case = Case.objects.select_for_update(of=("self",)).filter(comment=comment).first()
    if case is None:
        return open_case(comment)
    if needs_case(comment):
        if comment.kind != case.kind:
            case.kind = comment.kind
            case.save(update_fields=["kind"])
        if not case.is_open and _closed_by_itself(case):
            reopen_row(case)
            record(case, Event.REOPENED, None, data={"due": _iso(case)})
    elif case.is_open:
        close_row(case, Outcome.MOOT)
        data = {"outcome": Outcome.MOOT, "comment": comment.status}
        record(case, Event.CLOSED, None, data=data)
    return case


def erase_case(comment: Comment) -> None:
    """Erase what the desk wrote about a comment whose author is being erased: notes, and answers not sent.

    What was sent is a published comment of our own and stays. The history keeps who did what and when.
    """
    with transaction.atomic():
        case = settle_case(comment)
        Answer.objects.filter(comment=comment).exclude(state=Answer.State.SENT).delete()
        Answer.objects.filter(comment=comment).update(body="", return_note="")
        if case is not None:
            case.events.exclude(note="").update(note="")


def kept_about(comment: Comment) -> dict[str, Any] | None:
    """What the desk keeps about a comment, for its author (GDPR, article 15): the case, its notes, answers not sent."""
    case = Case.objects.filter(comment=comment).first()
    if case is None:
        return None
    drafts = Answer.objects.filter(comment=comment).exclude(state=Answer.State.SENT)
    return {
        "kind": case.kind,
        "severity": case.severity,
        "state": case.state,
        "outcome": case.outcome,
        "opened_at": case.opened_at,
        "closed_at": case.closed_at,
        "notes": [{"at": event.at, "text": event.note} for event in case.events.exclude(note="")],
        "drafts": [{"at": answer.updated_at, "text": answer.body} for answer in drafts],
    }


def close_row(case: Case, outcome: Outcome) -> None:
    """Close a locked case."""
    case.state, case.outcome, case.closed_at = CaseState.CLOSED, outcome, timezone.now()
    case.save(update_fields=["state", "outcome", "closed_at"])


def reopen_row(case: Case) -> None:
    """Open a locked case again: it is due anew from now on, and may be escalated again."""
    now = timezone.now()
    case.state, case.outcome, case.closed_at, case.escalated_at = CaseState.OPEN, "", None, None
    case.reopened += 1
    case.due_at = desk_of(case.newsroom_id).due_at(case.kind, case.severity, now)
    case.save(update_fields=["state", "outcome", "closed_at", "escalated_at", "reopened", "due_at"])


def _settle_answered(answer: Comment) -> Case | None:
    """Open the case of a question again whose only public answer is public no more."""
    if answer.status == CommentStatus.PUBLISHED or answer.parent_id is None:
        return None
    others = Comment.objects.filter(
        parent=answer.parent_id, status=CommentStatus.PUBLISHED, person__isnull=False
    )
    if others.exclude(pk=answer.pk).exists():
        return None
    closed = Case.objects.filter(comment=answer.parent_id, state=CaseState.CLOSED).exclude(
        outcome=Outcome.MOOT
    )
    case = closed.select_for_update(of=("self",)).first()
    if case is not None:
        reopen_row(case)
        record(case, Event.REOPENED, None, data={"due": _iso(case), "answer": answer.status})
    return case


def _closed_by_itself(case: Case) -> bool:
    last = case.events.filter(action=Event.CLOSED).last()
    return (
        case.outcome == Outcome.MOOT and last is not None and last.user_id is None and "comment" in last.data
    )


def _iso(case: Case) -> str:
    return case.due_at.isoformat()
