"""The history of a comment and of its case, in words: what happened, when, who did it and why."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import Any

from django.contrib.auth import get_user_model
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.formats import date_format, number_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.utils import get_user_display_name

from cms.conversation.admin.rows import STATUS
from cms.conversation.models import (
    Appeal,
    Case,
    CaseEvent,
    Comment,
    CommentEdit,
    CommentStatus,
    ModerationEvent,
    Outcome,
    Report,
    Severity,
    Team,
)

LONGEST_DIFF = 1500
"""Words of a text that are compared; a longer one shows as it was."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that happened."""

    at: datetime
    icon: str
    words: str
    who: str = ""
    told: str = ""
    """What the author was told."""
    note: str = ""
    """What only the desk sees."""
    text: str = ""
    """What somebody wrote with it."""
    change: SafeString | str = ""
    """A text with what was taken out and put in."""
    trail: Sequence[tuple[str, str, str]] = ()
    """What each phase of the moderation said: name, outcome, time."""


def story_of(comment: Comment) -> list[Entry]:
    """What became of a comment, in its order; five queries."""
    entries = [
        *(_decision(event) for event in comment.events.select_related("user")),
        *_edits(comment, list(comment.edits.select_related("user"))),
        *(entry for report in comment.reports.select_related("decided_by") for entry in _report(report)),
        *(entry for appeal in comment.appeals.select_related("decided_by") for entry in _appeal(appeal)),
    ]
    return sorted(entries, key=lambda entry: entry.at)


def story_of_case(case: Case) -> list[Entry]:
    """What happened to a case, in its order; two queries."""
    events = list(case.events.select_related("user"))
    people = _people(event.data.get(name) for event in events for name in ("to_owner", "from_owner", "owner"))
    return [
        Entry(
            at=event.at,
            icon=CASE_ICONS[CaseEvent.Action(event.action)],
            words=_case_words(event, people),
            who=_name(event.user) if event.user_id else _("Automatic"),
            note=event.note,
        )
        for event in events
    ]


def difference(before: str, after: str) -> SafeString:
    """The later text, with what was taken out in `del` and what was put in in `ins`; everything escaped."""
    old, new = re.split(r"(\s+)", before), re.split(r"(\s+)", after)
    if max(len(old), len(new)) > 2 * LONGEST_DIFF:
        return format_html("<del>{}</del> <ins>{}</ins>", before, after)
    return format_html_join("", "{}", _pieces(old, new))


def _pieces(old: list[str], new: list[str]) -> Iterator[tuple[Any]]:
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    for kind, start, end, new_start, new_end in matcher.get_opcodes():
        gone, come = "".join(old[start:end]), "".join(new[new_start:new_end])
        if kind == "equal":
            yield (come,)
            continue
        if gone:
            yield (format_html("<del>{}</del>", gone),)
        if come:
            yield (format_html("<ins>{}</ins>", come),)


def _decision(event: ModerationEvent) -> Entry:
    status = CommentStatus(event.to_status)
    words = DECIDED[status]()
    if event.reason:
        words = _("%(what)s, ground: %(ground)s") % {"what": words, "ground": event.get_reason_display()}
    return Entry(
        at=event.at,
        icon=STATUS[status][0],
        words=words,
        who=_name(event.user) if event.user_id else _by(event.phase),
        told=event.message,
        note=event.note,
        trail=[
            (
                str(PHASES.get(phase, phase)),
                str(OUTCOMES.get(outcome, outcome)),
                f"{number_format(round(float(milliseconds), 1))} ms",
            )
            for phase, outcome, milliseconds in event.trail
        ],
    )


DECIDED = {
    CommentStatus.PUBLISHED: lambda: _("Published"),
    CommentStatus.HELD: lambda: _("Held"),
    CommentStatus.REJECTED: lambda: _("Rejected"),
    CommentStatus.WITHDRAWN: lambda: _("Withdrawn"),
    CommentStatus.ERASED: lambda: _("Erased"),
}


PHASES = {
    "closed": gettext_lazy("conversation open"),
    "proof_of_work": gettext_lazy("proof of work"),
    "trusted": gettext_lazy("somebody trusted"),
    "flood": gettext_lazy("too much at once"),
    "honeypot": gettext_lazy("trap for programs"),
    "words": gettext_lazy("words"),
    "links": gettext_lazy("links"),
    "duplicate": gettext_lazy("said before"),
    "length": gettext_lazy("length and capitals"),
    "spam": gettext_lazy("looks like spam"),
    "toxicity": gettext_lazy("looks hurtful"),
    "first_time": gettext_lazy("first comment of this person"),
    "premoderated": gettext_lazy("everything is read first here"),
    "external": gettext_lazy("external moderation"),
}
"""The phases of moderation, in words."""

OUTCOMES = {
    "PASS": gettext_lazy("nothing found"),
    "PUBLISH": gettext_lazy("publish"),
    "HOLD": gettext_lazy("hold"),
    "REJECT": gettext_lazy("reject"),
    "FAILED": gettext_lazy("did not work"),
}
"""What a phase says, in words."""


def _by(phase: str) -> str:
    """Who decided when no colleague did."""
    known = {
        "": _("Automatic checks"),
        "author": _("Its author"),
        "confirmation": _("Confirmation of the e-mail address"),
        "erasure": _("Erasure"),
    }
    return known.get(phase) or _("Automatic check: %(name)s") % {"name": PHASES.get(phase, phase)}


def _edits(comment: Comment, edits: Sequence[CommentEdit]) -> Iterator[Entry]:
    texts = [*(edit.plain for edit in edits), comment.plain]
    for edit, (before, after) in zip(edits, pairwise(texts), strict=True):
        yield Entry(
            at=edit.at,
            icon="edit",
            words=_("Edited"),
            who=_name(edit.user) if edit.user_id else _("Its author"),
            change=difference(before, after),
        )


def _report(report: Report) -> Iterator[Entry]:
    yield Entry(
        at=report.at,
        icon="warning",
        words=_("Reported: %(ground)s") % {"ground": report.get_reason_display()},
        who=report.author_name or _("A reader"),
        text=report.note,
    )
    if report.outcome and report.decided_at:
        words = _("Report decided: %(outcome)s") % {"outcome": report.get_outcome_display()}
        yield Entry(at=report.decided_at, icon="check", words=words, who=_name(report.decided_by))


def _appeal(appeal: Appeal) -> Iterator[Entry]:
    yield Entry(at=appeal.at, icon="resubmit", words=_("Appeal"), who=_("Its author"), text=appeal.text)
    if appeal.outcome and appeal.decided_at:
        yield Entry(
            at=appeal.decided_at,
            icon="check",
            words=_("Appeal decided: %(outcome)s") % {"outcome": appeal.get_outcome_display()},
            who=_name(appeal.decided_by),
            told=appeal.note,
        )


CASE_ICONS = {
    CaseEvent.Action.OPENED: "plus",
    CaseEvent.Action.ASSIGNED: "user",
    CaseEvent.Action.HANDED_OVER: "group",
    CaseEvent.Action.ESCALATED: "warning",
    CaseEvent.Action.SEVERITY: "sliders",
    CaseEvent.Action.DUE: "time",
    CaseEvent.Action.NOTE: "edit",
    CaseEvent.Action.ANSWERED: "comment",
    CaseEvent.Action.CLOSED: "check",
    CaseEvent.Action.REOPENED: "rotate",
}


def _case_words(event: CaseEvent, people: dict[int, str]) -> str:
    """What happened, with what changed."""
    data, action = event.data, CaseEvent.Action(event.action)
    given = {
        "owner": people.get(data.get("to_owner") or 0, ""),
        "team": _label(Team, data.get("to_team") or data.get("team")),
        "severity": _label(Severity, data.get("to")),
        "due": _time(data.get("due") or data.get("to")),
        "outcome": _label(Outcome, data.get("outcome")),
    }
    match action:
        case CaseEvent.Action.ASSIGNED:
            return _("Assigned to %(owner)s") % given if given["owner"] else _("Assigned to nobody")
        case CaseEvent.Action.HANDED_OVER:
            return (
                _("Handed over to %(team)s, %(owner)s") if given["owner"] else _("Handed over to %(team)s")
            ) % given
        case CaseEvent.Action.SEVERITY:
            return _("Severity: %(severity)s; due %(due)s") % given
        case CaseEvent.Action.DUE:
            return _("Due %(due)s") % given
        case CaseEvent.Action.OPENED:
            return _("Opened for %(team)s; due %(due)s") % given
        case CaseEvent.Action.REOPENED:
            return _("Opened again; due %(due)s") % given
        case CaseEvent.Action.CLOSED:
            return _("Closed: %(outcome)s") % given
    return str(action.label)


def _label(choices: Any, value: Any) -> str:
    return str(choices(value).label) if value in choices.values else ""


def _time(text: Any) -> str:
    moment = parse_datetime(text) if isinstance(text, str) and text[:1].isdigit() else None
    return date_format(timezone.localtime(moment), "SHORT_DATETIME_FORMAT") if moment else ""


def _people(ids: Iterable[Any]) -> dict[int, str]:
    wanted = {each for each in ids if each}
    users = get_user_model()._default_manager.filter(pk__in=wanted) if wanted else ()
    return {user.pk: _name(user) for user in users}


def _name(user: Any) -> str:
    return str(get_user_display_name(user)) if user else _("Somebody")
