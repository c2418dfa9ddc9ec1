"""Office hours: counting time in them, across weekends, holidays and changes of the clock. Pure: no database.

A day's hours begin and end on that day in the desk's time zone (PEP 615; a time that the clock skips counts as one
hour later, one that comes twice as the first). Their length is what really passes: on the night of a change of the
clock it differs from what the clock shows.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from zoneinfo import ZoneInfo

Opening = tuple[dt.time, dt.time]

DAY = dt.timedelta(days=1)
ZERO = dt.timedelta(0)
CLOSED_FOR_EVER = 400
"""Days without any opening after which nobody is expected to come back."""


def no_holidays(day: dt.date) -> bool:
    """A calendar without holidays."""
    return False


@dataclass(frozen=True, slots=True)
class OfficeHours:
    """When a desk is staffed: one span for each weekday (Monday first), or none; never past midnight.

    A desk that never opens is taken to be always open: answers must fall due some time.
    """

    zone: ZoneInfo
    week: tuple[Opening | None, ...]
    is_holiday: Callable[[dt.date], bool] = no_holidays

    def __post_init__(self) -> None:
        if len(self.week) != 7:
            raise ValueError("A week has seven days.")
        if any(opening is not None and opening[1] <= opening[0] for opening in self.week):
            raise ValueError("The office must close after it opens, on the same day.")

    def add(self, start: dt.datetime, amount: dt.timedelta) -> dt.datetime:
        """The moment (UTC) at which `amount` of office time has passed since `start` (aware)."""
        rest = amount
        moment = start.astimezone(dt.UTC)
        if rest <= ZERO or not any(self.week):
            return moment + max(rest, ZERO)
        for opens, closes in self._spans(moment):
            moment = max(moment, opens)
            if closes - moment >= rest:
                return moment + rest
            rest -= max(closes - moment, ZERO)
            moment = max(moment, closes)
        return moment + rest

    def between(self, start: dt.datetime, end: dt.datetime) -> dt.timedelta:
        """Office time from `start` to `end` (both aware); nothing when `end` comes first."""
        moment, end = start.astimezone(dt.UTC), end.astimezone(dt.UTC)
        if not any(self.week):
            return max(end - moment, ZERO)
        passed = ZERO
        for opens, closes in self._spans(moment):
            if opens >= end:
                break
            moment = max(moment, opens)
            passed += max(min(closes, end) - moment, ZERO)
            moment = max(moment, closes)
        return passed

    def is_open(self, moment: dt.datetime) -> bool:
        """Whether the desk is staffed at a moment (aware)."""
        return self.between(moment, moment + dt.timedelta(microseconds=1)) > ZERO

    def _spans(self, start: dt.datetime) -> Iterator[tuple[dt.datetime, dt.datetime]]:
        """Openings in UTC from the day of `start` on, until none comes any more."""
        day = start.astimezone(self.zone).date()
        closed = 0
        while closed < CLOSED_FOR_EVER:
            opening = self.week[day.weekday()]
            if opening is None or self.is_holiday(day):
                closed += 1
            else:
                closed = 0
                opens, closes = (dt.datetime.combine(day, time, self.zone) for time in opening)
                yield opens.astimezone(dt.UTC), closes.astimezone(dt.UTC)
            day += DAY
