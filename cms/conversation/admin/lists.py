"""What the desk's lists hold, in which order. Reading a page of them: `paging.py`; showing a row: `rows.py`.

A list is one or more *parts*, one after the other: first the cases that are due, then what else waits. Each part is
asked for in one newsroom at a time, so that an index gives its rows in order, whichever newsrooms a user sees.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models import TextChoices as Choices
from django.utils.translation import gettext_lazy as _

from cms.conversation.admin.scope import Scope
from cms.conversation.admin.search import matching
from cms.conversation.models import Appeal, Case, CaseState, Comment, CommentStatus, Proposal

SOON = timedelta(hours=24)
"""What is due within is due soon."""


class View(StrEnum):
    """The lists, by the last part of their address."""

    TODO = "todo"
    HELD = "held"
    REPORTED = "reported"
    MINE = "mine"
    TEAM = "team"
    APPEALS = "appeals"
    PROPOSED = "proposed"
    ALL = "all"


LABELS = {
    View.TODO: _("To do"),
    View.HELD: _("Held"),
    View.REPORTED: _("Reported"),
    View.MINE: _("Mine"),
    View.TEAM: _("My team"),
    View.APPEALS: _("Appeals"),
    View.PROPOSED: _("Proposed rejections"),
    View.ALL: _("All"),
}


class Waiting(Choices):
    """Whether an answer is still waited for."""

    UNANSWERED = "unanswered", _("Unanswered")
    DUE = "due", _("Due within 24 hours")
    OVERDUE = "overdue", _("Overdue")
    ANSWERED = "answered", _("Answered")


class Owner(Choices):
    """With whom a case is."""

    MINE = "mine", _("Mine")
    TEAM = "team", _("My team's")
    NOBODY = "nobody", _("Nobody's")


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which list, filtered how."""

    view: View
    user: Any
    teams: dict[int, str]
    """As which team the user works, by the id of the newsroom's page."""
    now: datetime
    text: str = ""
    waiting: str = ""
    owner: str = ""
    team: str = ""
    statuses: Sequence[str] = ()
    reported: bool = False
    kinds: Sequence[str] = ()
    relations: Sequence[str] = ()
    language: str = ""
    newsroom: UUID | None = None
    item: UUID | None = None
    since: datetime | None = None
    until: datetime | None = None

    @property
    def by_cases(self) -> bool:
        """Whether it is cases that are asked for: then what is due first comes first."""
        return bool(
            self.view in (View.MINE, View.TEAM)
            or self.owner
            or self.team
            or self.waiting in (Waiting.UNANSWERED, Waiting.DUE, Waiting.OVERDUE)
        )


@dataclass(frozen=True, slots=True)
class Part:
    """Rows of one kind in one order."""

    rows: QuerySet[Any]
    key: str
    """The time that they are ordered by."""
    comment: str = "pk"
    """The id of the comment, by which rows of the same time are ordered."""
    newsroom: str = "newsroom"
    by_page: bool = False
    """Whether rows know their newsroom by its page."""
    split: bool = True
    """Whether an index gives the rows of each newsroom in order."""


@dataclass(frozen=True, slots=True)
class Listing:
    """A list: its parts in their order, all of them newest or all of them oldest first."""

    parts: Sequence[Part]
    scope: Scope
    descending: bool = False
    name: str = field(default="")
    """What its cursors are good for."""


def listing_of(wanted: Wanted, scope: Scope) -> Listing:
    """The list that is asked for, within the newsrooms that its reader may see."""
    if wanted.newsroom is not None:
        scope = [newsroom for newsroom in scope if newsroom.uid == wanted.newsroom]
    parts, descending = _parts(wanted), False
    if not wanted.by_cases:
        descending = wanted.view is View.ALL
    if wanted.item:
        parts = [_whole(part) for part in parts]
    return Listing(parts, scope, descending, f"{wanted.view}{'-cases' * wanted.by_cases}")


def _parts(wanted: Wanted) -> list[Part]:
    """Which rows; all but the newsrooms."""
    if wanted.by_cases:
        cases = _cases(wanted)
        if wanted.view is View.HELD:
            cases = cases.filter(comment__status=CommentStatus.HELD)
        if wanted.view is View.REPORTED:
            cases = cases.filter(comment__report_count__gt=0)
        if wanted.view is View.APPEALS:
            cases = cases.filter(comment__in=Appeal.objects.filter(outcome="").values("comment"))
        if wanted.view is View.PROPOSED:
            cases = cases.filter(comment__in=Proposal.objects.values("comment"))
        return [_case_part(cases)]
    comments = Comment.objects.filter(_filters(wanted))
    match wanted.view:
        case View.HELD:
            return [_comment_part(comments.filter(status=CommentStatus.HELD))]
        case View.REPORTED:
            return [_comment_part(comments.filter(report_count__gt=0))]
        case View.APPEALS | View.PROPOSED:
            waiting: QuerySet[Any] = Proposal.objects.all()
            if wanted.view is View.APPEALS:
                waiting = Appeal.objects.filter(outcome="")
            rows = waiting.filter(_filters(wanted, "comment__"))
            return [Part(rows, "at", comment="comment", newsroom="comment__newsroom", split=False)]
        case View.ALL:
            return [_comment_part(comments)]
    return todo_parts(_cases(wanted), comments)


def todo_parts(cases: QuerySet[Case], comments: QuerySet[Comment]) -> list[Part]:
    """What is to be done, the most urgent first: open cases by when they are due, then what else is held or reported."""
    free = comments.filter(
        ~Exists(Case.objects.filter(comment=OuterRef("pk"), state=CaseState.OPEN)),
    )
    held = free.filter(status=CommentStatus.HELD)
    reported = free.filter(report_count__gt=0).exclude(status=CommentStatus.HELD)
    return [_case_part(cases), _comment_part(held), _comment_part(reported)]


def _case_part(cases: QuerySet[Case]) -> Part:
    return Part(cases, "due_at", comment="comment", by_page=True)


def _comment_part(comments: QuerySet[Comment]) -> Part:
    return Part(comments, "created_at")


def _whole(part: Part) -> Part:
    """The part when an item finds its rows: it has one newsroom anyway."""
    return Part(part.rows, part.key, part.comment, part.newsroom, part.by_page, split=False)


def _cases(wanted: Wanted) -> QuerySet[Case]:
    """Open cases; those that the reader or the reader's team have in hand, where that is asked for."""
    cases = Case.objects.filter(_filters(wanted, "comment__"), state=CaseState.OPEN)
    if wanted.waiting == Waiting.OVERDUE:
        cases = cases.filter(due_at__lte=wanted.now)
    if wanted.waiting == Waiting.DUE:
        cases = cases.filter(due_at__gt=wanted.now, due_at__lte=wanted.now + SOON)
    if wanted.view is View.MINE or wanted.owner == Owner.MINE:
        cases = cases.filter(owner=wanted.user)
    if wanted.owner == Owner.NOBODY:
        cases = cases.filter(owner=None)
    if wanted.view is View.TEAM or wanted.owner == Owner.TEAM:
        mine = Q(pk__in=[])
        for team in set(wanted.teams.values()):
            mine |= Q(team=team, newsroom__in=[page for page, each in wanted.teams.items() if each == team])
        cases = cases.filter(mine)
    return cases.filter(team=wanted.team) if wanted.team else cases


def _filters(wanted: Wanted, path: str = "") -> Q:
    """What is asked of the comments, for rows that know their comment by a path."""
    asked: dict[str, Any] = {
        "status__in": list(wanted.statuses),
        "kind__in": list(wanted.kinds),
        "relation__in": list(wanted.relations),
        "language": wanted.language,
        "thread__item": wanted.item,
        "created_at__gte": wanted.since,
        "created_at__lt": wanted.until,
    }
    found = Q(**{f"{path}{name}": value for name, value in asked.items() if value})
    if wanted.reported:
        found &= Q(**{f"{path}report_count__gt": 0})
    if wanted.waiting == Waiting.ANSWERED:
        found &= Q(**{f"{path}answered_at__isnull": False})
    if wanted.text:
        words = matching(wanted.text)
        found &= Q(comment__in=Comment.objects.filter(words)) if path else words
    return found
