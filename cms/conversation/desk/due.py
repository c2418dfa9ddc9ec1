"""When answers are due: a newsroom's rules, its office hours and its crisis, put together."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Collection
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from django.db.models import Exists, F, FilteredRelation, OuterRef, Q
from django.utils import timezone

from cms.conf import newsroom as conf
from cms.conversation.desk.crisis import is_crisis
from cms.conversation.desk.hours import OfficeHours
from cms.conversation.desk.public_holidays import public_holidays
from cms.conversation.models.desk import CrisisPeriod
from cms.conversation.models.desk_rules import DeskRules

HOUR = dt.timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Desk:
    """How the desk of a newsroom works now."""

    rules: DeskRules
    hours: OfficeHours
    crisis: bool

    def due_at(self, kind: str, severity: str, start: dt.datetime) -> dt.datetime:
        """When a case is due that began to wait at `start`: in office hours; in a crisis by the clock, if sooner."""
        due = self.hours.add(start, self.rules.hours_for(kind, severity) * HOUR)
        return min(due, self.crisis_due_at(start)) if self.crisis else due

    def crisis_due_at(self, start: dt.datetime) -> dt.datetime:
        """When a case is due in a crisis, day and night."""
        return start + self.rules.crisis_hours * HOUR


def desk_of(newsroom_id: int, *, since: dt.datetime | None = None) -> Desk:
    """The desk of a newsroom (the id of its page), fit to count office hours from `since` (now) on. One query.

    A newsroom without rules works by the defaults, for one query more.
    """
    first = (since or timezone.now()) - dt.timedelta(
        days=1
    )  # it may still be yesterday in the desk's time zone
    rows = list(
        DeskRules.objects.filter(newsroom=newsroom_id).annotate(
            own=FilteredRelation("holidays", condition=Q(holidays__date__gte=first.date())),
            own_date=F("own__date"),
            crisis=Exists(CrisisPeriod.objects.filter(newsroom=OuterRef("newsroom"), ended_at=None)),
        )
    )
    if not rows:
        rules = DeskRules(newsroom_id=newsroom_id)
        return Desk(rules, office_hours(rules, ()), is_crisis(newsroom_id))
    own = [row.own_date for row in rows if row.own_date is not None]
    return Desk(rows[0], office_hours(rows[0], own), rows[0].crisis)


def kept_desk_of(newsroom_id: int) -> Desk:
    """The desk of a newsroom as every process keeps it for RULES_SECONDS: for what happens with every comment."""
    now = time.monotonic()
    until, desk = _kept.get(newsroom_id, (0.0, None))
    if desk is None or now >= until:
        desk = desk_of(newsroom_id)
        _kept[newsroom_id] = (now + conf.RULES_SECONDS, desk)
    return desk


_kept: dict[int, tuple[float, Desk]] = {}


def office_hours(rules: DeskRules, own_holidays: Collection[dt.date]) -> OfficeHours:
    """The office hours that a newsroom's rules give; `own_holidays` are closed besides those of the country."""
    own = frozenset(own_holidays)

    def is_holiday(day: dt.date) -> bool:
        return day in own or day in public_holidays(rules.holiday_country, rules.holiday_region, day.year)

    return OfficeHours(
        zone=ZoneInfo(rules.time_zone),
        week=tuple(rules.opening(weekday) for weekday in range(7)),
        is_holiday=is_holiday,
    )
