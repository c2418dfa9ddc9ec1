"""The feedback report: what people said about a newsroom's items, and how fast they were answered.

Times are seconds from the comment to its first official answer, by the clock and in office hours. The number of
queries does not depend on how many comments there are. Percentiles are by nearest rank; the median of an even number
of values is the mean of the two in the middle.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db.models import Count, F, Q, QuerySet, Window
from django.db.models.functions import RowNumber
from django.utils import timezone
from django.utils.translation import gettext as _

from cms.conversation.models.choices import CommentKind, CommentStatus
from cms.conversation.models.comments import Comment, Reaction
from cms.conversation.models.desk import Case, CaseState, Outcome
from cms.conversation.models.desk_rules import DeskRules
from cms.ledger.document import ItemType
from cms.ledger.models import Item

STANDING = (CommentStatus.PUBLISHED, CommentStatus.HELD)
RECENT = 100
"""Of how many answers, the newest, the public time to answer is the median."""
FEWEST = 5
"""With fewer answers than these, there is no public time to answer."""


@dataclass(frozen=True, slots=True)
class Period:
    """From `since` on and before `until` (both aware); None sets no limit."""

    since: dt.datetime | None = None
    until: dt.datetime | None = None

    def covers(self, column: str) -> Q:
        """The condition that a column lies in the period."""
        condition = Q()
        if self.since is not None:
            condition &= Q(**{f"{column}__gte": self.since})
        if self.until is not None:
            condition &= Q(**{f"{column}__lt": self.until})
        return condition


@dataclass(frozen=True, slots=True)
class Times:
    """How long answers took, in seconds; None without any answer."""

    median: float | None = None
    p90: float | None = None


@dataclass(slots=True)
class Figures:
    """What a report says about an item, or about all items of a newsroom together."""

    comments: Counter[str] = field(default_factory=Counter)
    """Visitors' comments that are published or wait, by kind."""
    rejected: int = 0
    withdrawn: int = 0
    """Taken back by their authors, or erased."""
    contributors: int = 0
    """Different people who wrote those that are published or wait."""
    reactions: Counter[str] = field(default_factory=Counter)
    """Reactions to all comments, by name."""
    unanswered: int = 0
    """Open cases."""
    overdue: int = 0
    answered: int = 0
    """Cases with an official answer."""
    outcomes: Counter[str] = field(default_factory=Counter)
    """Closed cases by outcome."""
    times: Times = Times()
    office_times: Times = Times()


@dataclass(frozen=True, slots=True)
class ItemFigures:
    """The figures of one item of a newsroom."""

    uid: UUID
    title: str
    figures: Figures


def report(newsroom_id: int, period: Period = Period(), *, item: UUID | None = None) -> Figures:
    """The figures of a newsroom (the id of its page), or of one of its items. Eight queries."""
    comments, cases = _rows(newsroom_id, period)
    if item is not None:
        comments, cases = comments.filter(thread__item=item), cases.filter(comment__thread__item=item)
    figures = _gather(comments, cases, None).get(None, Figures())
    answered = cases.filter(first_answered_at__isnull=False)
    figures.times = _times(answered, "answer_seconds", figures.answered)
    figures.office_times = _times(answered, "answer_office_seconds", figures.answered)
    return figures


def report_by_item(newsroom_id: int, period: Period = Period()) -> list[ItemFigures]:
    """The figures of every item of a newsroom that has comments, most comments first. Seven queries."""
    comments, cases = _rows(newsroom_id, period)
    gathered = _gather(comments, cases, "item")
    answered = cases.filter(first_answered_at__isnull=False)
    for name, column in (("times", "answer_seconds"), ("office_times", "answer_office_seconds")):
        for uid, times in _times_by_item(answered, column).items():
            setattr(gathered[uid], name, times)
    titles = dict(Item.objects.filter(pk__in=gathered).values_list("pk", "title"))
    rows = [ItemFigures(uid, titles.get(uid, ""), figures) for uid, figures in gathered.items()]
    return sorted(rows, key=lambda row: (-row.figures.comments.total(), row.title, str(row.uid)))


def public_answer_time(newsroom_id: int) -> int | None:
    """The median seconds in which a newsroom gave its newest answers, where its rules show that to everybody.

    It changes with an answer, never by time alone. Two queries.
    """
    return _answer_times([newsroom_id]).get(newsroom_id)


def public_answer_times(newsrooms: Collection[UUID]) -> dict[UUID, int]:
    """The same for many newsrooms, by the ids of their items; those that show none are left out. Three queries."""
    pages = dict(Item.objects.filter(pk__in=newsrooms, type=ItemType.NEWSROOM).values_list("source_id", "pk"))
    return {pages[page]: seconds for page, seconds in _answer_times(pages).items()}


def _answer_times(newsroom_ids: Collection[int]) -> dict[int, int]:
    rules = DeskRules.objects.filter(newsroom__in=list(newsroom_ids), show_answer_time=True)
    showing = list(rules.values_list("newsroom", flat=True))
    if not showing:
        return {}
    newest = Window(RowNumber(), partition_by="newsroom", order_by="-first_answered_at")
    answered = Case.objects.filter(newsroom__in=showing, first_answered_at__isnull=False).annotate(
        place=newest
    )
    seconds: dict[int, list[int]] = defaultdict(list)
    for newsroom, value in answered.filter(place__lte=RECENT).values_list("newsroom", "answer_seconds"):
        if value is not None:
            seconds[newsroom].append(value)
    return {
        newsroom: round(_median(sorted(values)))
        for newsroom, values in seconds.items()
        if len(values) >= FEWEST
    }


def csv_rows(rows: Iterable[ItemFigures], total: Figures) -> Iterator[list[str]]:
    """A report as rows of a table: headings, an item each, and all together. Times in hours.

    Titles that a spreadsheet would take for a formula get an apostrophe before them (OWASP, CSV injection).
    """
    kinds = [(str(kind), str(kind.label)) for kind in CommentKind]
    outcomes = [(str(outcome), str(outcome.label)) for outcome in Outcome]
    yield [
        _("Item"),
        *(label for _kind, label in kinds),
        _("Rejected"),
        _("Withdrawn"),
        _("Contributors"),
        _("Reactions"),
        _("Unanswered"),
        _("Overdue"),
        _("Answered"),
        _("Median hours to answer"),
        _("90 % answered within hours"),
        _("Median office hours to answer"),
        _("90 % answered within office hours"),
        *(label for _outcome, label in outcomes),
    ]
    for title, figures in [*((row.title, row.figures) for row in rows), (_("All together"), total)]:
        numbers = [
            figures.rejected,
            figures.withdrawn,
            figures.contributors,
            figures.reactions.total(),
            figures.unanswered,
            figures.overdue,
            figures.answered,
        ]
        times = (
            figures.times.median,
            figures.times.p90,
            figures.office_times.median,
            figures.office_times.p90,
        )
        yield [
            f"'{title}" if title[:1] in "=+-@\t\r" and title else title,
            *(str(figures.comments[kind]) for kind, _label in kinds),
            *map(str, numbers),
            *("" if seconds is None else f"{seconds / 3600:.2f}" for seconds in times),
            *(str(figures.outcomes[outcome]) for outcome, _label in outcomes),
        ]


def _rows(newsroom_id: int, period: Period) -> tuple[QuerySet[Comment], QuerySet[Case]]:
    newsroom = Item.objects.filter(source_type="page", source_id=newsroom_id).values("pk")
    comments = Comment.objects.filter(period.covers("created_at"), newsroom__in=newsroom, person=None)
    return comments, Case.objects.filter(period.covers("opened_at"), newsroom=newsroom_id)


def _gather(comments: QuerySet[Comment], cases: QuerySet[Case], by: str | None) -> dict[Any, Figures]:
    """All figures but the times, by item; under None, where `by` is None. Four queries."""
    found: dict[Any, Figures] = defaultdict(Figures)
    group = ["thread__item"] if by else []
    for *key, kind, status, count in (
        comments.order_by().values_list(*group, "kind", "status").annotate(count=Count("pk"))
    ):
        figures = found[key[0] if key else None]
        if status in STANDING:
            figures.comments[kind] += count
        elif status == CommentStatus.REJECTED:
            figures.rejected += count
        else:
            figures.withdrawn += count
    _count_people(found, comments, group)
    reactions = Reaction.objects.filter(
        comment__in=comments.filter(status=CommentStatus.PUBLISHED).values("pk")
    )
    of_reaction = [f"comment__{name}" for name in group]
    for *key, name, count in (
        reactions.order_by().values_list(*of_reaction, "name").annotate(count=Count("pk"))
    ):
        found[key[0] if key else None].reactions[name] += count
    _count_cases(found, cases, [f"comment__{name}" for name in group])
    return found


def _count_people(found: dict[Any, Figures], comments: QuerySet[Comment], group: list[str]) -> None:
    standing = comments.filter(status__in=STANDING).exclude(email_hash="").order_by()
    if not group:
        found[None].contributors = standing.aggregate(people=Count("email_hash", distinct=True))["people"]
        return
    for uid, people in standing.values_list(*group).annotate(people=Count("email_hash", distinct=True)):
        found[uid].contributors = people


def _count_cases(found: dict[Any, Figures], cases: QuerySet[Case], group: list[str]) -> None:
    is_open, now = Q(state=CaseState.OPEN), timezone.now()
    counted = (
        cases.order_by()
        .values_list(*group, "outcome")
        .annotate(
            open=Count("pk", filter=is_open),
            overdue=Count("pk", filter=is_open & Q(due_at__lte=now)),
            answered=Count("pk", filter=Q(first_answered_at__isnull=False)),
            closed=Count("pk", filter=~is_open),
        )
    )
    for *key, outcome, still_open, overdue, answered, closed in counted:
        figures = found[key[0] if key else None]
        figures.unanswered += still_open
        figures.overdue += overdue
        figures.answered += answered
        if outcome:
            figures.outcomes[outcome] += closed


def _times(answered: QuerySet[Case], column: str, count: int) -> Times:
    """Median and ninetieth percentile of a column. Two queries, by place in its order."""
    if count == 0:
        return Times()
    ordered = answered.order_by(column).values_list(column, flat=True)
    middle = list(ordered[(count - 1) // 2 : count // 2 + 1])
    last = ordered[(9 * count + 9) // 10 - 1]
    return Times(median=_median([value or 0 for value in middle]), p90=float(last or 0))


def _times_by_item(answered: QuerySet[Case], column: str) -> dict[UUID, Times]:
    """The same for every item at once. One query: the rows in the places that matter."""
    item = F("comment__thread__item")
    ranked = answered.annotate(
        item=item,
        place=Window(RowNumber(), partition_by=[item], order_by=[F(column).asc(), F("pk").asc()]),
        size=Window(Count("pk"), partition_by=[item]),
    )
    wanted = ranked.filter(
        Q(place=(F("size") + 1) / 2) | Q(place=F("size") / 2 + 1) | Q(place=(F("size") * 9 + 9) / 10)
    )
    found: dict[UUID, dict[int, float]] = defaultdict(dict)
    sizes: dict[UUID, int] = {}
    for uid, place, size, value in wanted.values_list("item", "place", "size", column):
        found[uid][place], sizes[uid] = float(value or 0), size
    return {
        uid: Times(
            median=_median([values[(sizes[uid] + 1) // 2], values[sizes[uid] // 2 + 1]]),
            p90=values[(sizes[uid] * 9 + 9) // 10],
        )
        for uid, values in found.items()
    }


def _median(values: list[Any]) -> float:
    """The median of ordered values."""
    return float(values[(len(values) - 1) // 2] + values[len(values) // 2]) / 2
