"""What can be done on the screen of a comment: who may, what is filled in, and which service does it.

Answers have a file of their own (`answering.py`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from cms.conversation.admin import forms as fill_in
from cms.conversation.desk import cases
from cms.conversation.desk.permissions import Action, check, colleagues, may
from cms.conversation.models import Case, Comment, CommentKind, CommentStatus
from cms.conversation.services import decide
from cms.conversation.services.threads import set_brake
from cms.errors import Conflict

Given = dict[str, Any]


class Subject:
    """The comment on the screen, with its case, and who looks at it."""

    def __init__(self, user: Any, comment: Comment) -> None:
        self.user = user
        self.comment = comment
        self.newsroom_id: int = comment.newsroom.source_id

    @cached_property
    def case(self) -> Case | None:
        """The case of the comment, if there is one."""
        return getattr(self.comment, "case", None)

    @property
    def known_case(self) -> Case:
        """The case. Raises `Conflict` when there is none."""
        if self.case is None:
            raise Conflict(_("There is no case: it is neither a question nor criticism."))
        return self.case

    @cached_property
    def colleagues(self) -> Any:
        """Who works on the desk of its newsroom."""
        return colleagues(self.newsroom_id)

    def may(self, action: Action) -> bool:
        """Whether the user may do it on the desk of the comment's newsroom."""
        return may(self.user, action, self.newsroom_id)


Run = Callable[[Subject, Given], str]
"""Does it, and returns what to tell the user."""


@dataclass(frozen=True, slots=True)
class Deed:
    """Something to do with a comment or its case."""

    right: Action
    form: type[forms.Form]
    run: Run

    def fill_in(self, name: str, subject: Subject, data: Any = None) -> forms.Form:
        """The form, empty or filled in."""
        given: Given = {"prefix": name, "initial": _initial(subject)}
        if issubclass(self.form, fill_in.AssignForm):
            given["colleagues"] = subject.colleagues
        return self.form(data, **given)


def _initial(subject: Subject) -> Given:
    """What the fields of all forms hold to begin with."""
    comment, case = subject.comment, subject.case
    thread = comment.thread
    found: Given = {"kind": comment.kind, "brake": thread.brake, "slow_seconds": thread.slow_seconds}
    if proposal := getattr(comment, "proposal", None):
        found |= {"reason": proposal.reason, "message": proposal.message}
    if case is not None:
        found |= {
            "seen": cases.seen(case),
            "owner": case.owner_id,
            "team": case.team,
            "severity": case.severity,
            "due_at": case.due_at,
        }
    return found


def publish(subject: Subject, given: Given) -> str:
    """Make it public."""
    decide.publish(subject.comment.pk, user=subject.user)
    return _("The comment is published.")


def hold(subject: Subject, given: Given) -> str:
    """Take it out of public view."""
    decide.hold(subject.comment.pk, user=subject.user)
    return _("The comment is held: only the desk sees it.")


def reject(subject: Subject, given: Given) -> str:
    """Refuse it, or propose that."""
    comment = decide.reject(subject.comment.pk, user=subject.user, **given)
    if comment.status != CommentStatus.REJECTED:
        return _("The rejection is proposed: a second person decides.")
    if comment.email and comment.email_confirmed_at:
        return _("The comment is rejected, and its author is told.")
    return _("The comment is rejected.")


def dismiss(subject: Subject, given: Given) -> str:
    """Leave it as it is, in spite of reports."""
    decide.dismiss_reports(subject.comment.pk, user=subject.user)
    return _("The reports are dismissed.")


def pin(subject: Subject, given: Given) -> str:
    """Keep it at the top."""
    decide.pin(subject.comment.pk, user=subject.user)
    return _("The comment stays at the top of its thread.")


def unpin(subject: Subject, given: Given) -> str:
    """Keep it there no longer."""
    decide.pin(subject.comment.pk, user=subject.user, pinned=False)
    return _("The comment is no longer pinned.")


def kind(subject: Subject, given: Given) -> str:
    """Say what it is."""
    decide.set_kind(subject.comment.pk, given["kind"], user=subject.user)
    return _("It is now: %(kind)s.") % {"kind": CommentKind(given["kind"]).label}


def brake(subject: Subject, given: Given) -> str:
    """Make its thread stricter, or take that back."""
    check(subject.user, Action.MODERATE, subject.newsroom_id)
    thread = set_brake(subject.comment.thread_id, given["brake"], slow_seconds=given["slow_seconds"])
    log(
        instance=subject.comment,
        action="newsroom.comment.brake",
        user=subject.user,
        data={"brake": thread.brake, "slow_seconds": thread.slow_seconds},
    )
    return _("Comments on this item: %(mode)s") % {"mode": thread.get_mode_display()}


def appeal(subject: Subject, given: Given) -> str:
    """Decide about its author's objection."""
    found = subject.comment.appeals.filter(pk=given["appeal"]).first()
    if found is None:
        raise Conflict(_("This appeal is not there any more."))
    reverse = given["outcome"] == "REVERSED"
    decide.decide_appeal(found.pk, user=subject.user, reverse=reverse, note=given["note"])
    if reverse:
        return _("The rejection is reversed: the comment is published.")
    return _("The rejection stands.")


def take(subject: Subject, given: Given) -> str:
    """Become its owner."""
    cases.take(user=subject.user, case=subject.known_case)
    return _("The case is yours.")


def assign(subject: Subject, given: Given) -> str:
    """Give its case to somebody."""
    cases.assign(user=subject.user, case=_seen(subject, given), **given)
    return _("The case is assigned.")


def hand_over(subject: Subject, given: Given) -> str:
    """Give its case to a team."""
    cases.hand_over(user=subject.user, case=_seen(subject, given), **given)
    return _("The case is handed over.")


def severity(subject: Subject, given: Given) -> str:
    """Weigh its case."""
    cases.set_severity(user=subject.user, case=_seen(subject, given), **given)
    return _("The severity is changed, and with it the due time.")


def due(subject: Subject, given: Given) -> str:
    """Promise an answer at another time."""
    cases.set_due(user=subject.user, case=_seen(subject, given), **given)
    return _("The due time is changed.")


def note(subject: Subject, given: Given) -> str:
    """Tell colleagues something."""
    cases.add_note(user=subject.user, case=subject.known_case, **given)
    return _("The note is added.")


def close(subject: Subject, given: Given) -> str:
    """End its case."""
    cases.close(user=subject.user, case=_seen(subject, given), **given)
    return _("The case is closed.")


def reopen(subject: Subject, given: Given) -> str:
    """Open its case again."""
    cases.reopen(user=subject.user, case=subject.known_case, **given)
    return _("The case is open again.")


def _seen(subject: Subject, given: Given) -> Case:
    """The case as the user saw it."""
    return cases.as_seen(subject.known_case, given.pop("seen"))


DEEDS: dict[str, Deed] = {
    "publish": Deed(Action.MODERATE, fill_in.NoForm, publish),
    "hold": Deed(Action.MODERATE, fill_in.NoForm, hold),
    "reject": Deed(Action.MODERATE, fill_in.RejectForm, reject),
    "dismiss": Deed(Action.MODERATE, fill_in.NoForm, dismiss),
    "pin": Deed(Action.MODERATE, fill_in.NoForm, pin),
    "unpin": Deed(Action.MODERATE, fill_in.NoForm, unpin),
    "kind": Deed(Action.MODERATE, fill_in.KindForm, kind),
    "brake": Deed(Action.MODERATE, fill_in.BrakeForm, brake),
    "appeal": Deed(Action.DECIDE, fill_in.AppealForm, appeal),
    "take": Deed(Action.HAND_OVER, fill_in.NoForm, take),
    "assign": Deed(Action.HAND_OVER, fill_in.AssignForm, assign),
    "hand_over": Deed(Action.HAND_OVER, fill_in.HandOverForm, hand_over),
    "severity": Deed(Action.HAND_OVER, fill_in.SeverityForm, severity),
    "due": Deed(Action.DECIDE, fill_in.DueForm, due),
    "note": Deed(Action.SUGGEST, fill_in.NoteForm, note),
    "close": Deed(Action.ANSWER, fill_in.CloseForm, close),
    "reopen": Deed(Action.ANSWER, fill_in.OptionalNoteForm, reopen),
}
"""By the name that the form sends."""
