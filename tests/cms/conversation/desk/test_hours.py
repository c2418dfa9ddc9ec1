"""Office hours are counted right: by hand for the cases that people get wrong, and by properties for the rest."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cms.conversation.desk.hours import OfficeHours, Opening
from cms.conversation.desk.public_holidays import countries, problems_with, public_holidays

STOCKHOLM = ZoneInfo("Europe/Stockholm")
HOUR = dt.timedelta(hours=1)
EIGHT_TO_FIVE = (dt.time(8), dt.time(17))
WORKING_WEEK = (EIGHT_TO_FIVE,) * 5 + (None, None)
OFFICE = OfficeHours(STOCKHOLM, WORKING_WEEK)


def at(text: str, zone: ZoneInfo = STOCKHOLM) -> dt.datetime:
    return dt.datetime.fromisoformat(text).replace(tzinfo=zone)


@pytest.mark.parametrize(
    ("start", "hours", "due"),
    [
        ("2026-03-10T09:00", 4, "2026-03-10T13:00"),
        ("2026-03-10T06:30", 4, "2026-03-10T12:00"),  # before the opening
        ("2026-03-10T21:00", 1, "2026-03-11T09:00"),  # after the closing
        ("2026-03-10T16:00", 1, "2026-03-10T17:00"),  # at the closing itself
        ("2026-03-10T16:00", 2, "2026-03-11T09:00"),
        ("2026-03-13T16:00", 8, "2026-03-16T15:00"),  # over a weekend
        ("2026-03-14T12:00", 9, "2026-03-16T17:00"),  # from a Saturday
        ("2026-03-27T16:30", 1, "2026-03-30T08:30"),  # the clock goes forward on the Sunday between
        ("2026-10-23T16:30", 1, "2026-10-26T08:30"),  # and back
        ("2026-03-09T08:00", 45, "2026-03-13T17:00"),  # a whole week
    ],
)
def test_due_times(start: str, hours: int, due: str) -> None:
    assert OFFICE.add(at(start), hours * HOUR) == at(due)


def test_holidays_are_closed() -> None:
    office = OfficeHours(STOCKHOLM, WORKING_WEEK, lambda day: day in public_holidays("SE", "", day.year))
    # Thursday before Easter 2026: Good Friday, the weekend and Easter Monday lie between.
    assert office.add(at("2026-04-02T16:00"), 2 * HOUR) == at("2026-04-07T09:00")
    assert office.between(at("2026-04-02T16:00"), at("2026-04-07T09:00")) == 2 * HOUR


def test_the_result_is_in_utc_and_the_zone_of_the_start_does_not_matter() -> None:
    due = OFFICE.add(at("2026-07-01T03:00", ZoneInfo("America/New_York")), HOUR)  # 09:00 in Stockholm
    assert due.isoformat() == "2026-07-01T08:00:00+00:00"


def test_a_night_with_a_change_of_the_clock_counts_what_really_passes() -> None:
    nights = OfficeHours(STOCKHOLM, ((dt.time(0), dt.time(6)),) * 7)
    assert nights.between(at("2026-03-29T00:00"), at("2026-03-29T06:00")) == 5 * HOUR
    assert nights.between(at("2026-10-25T00:00"), at("2026-10-25T06:00")) == 7 * HOUR
    assert nights.add(at("2026-03-29T01:00"), 2 * HOUR) == at("2026-03-29T04:00")


def test_an_opening_that_the_clock_skips_is_no_office_time() -> None:
    early = OfficeHours(STOCKHOLM, ((dt.time(2, 30), dt.time(3)),) * 7)
    assert early.between(at("2026-03-29T00:00"), at("2026-03-29T23:00")) == dt.timedelta(0)
    assert early.add(at("2026-03-29T00:00"), HOUR / 4) == at("2026-03-30T02:45")


def test_a_day_that_a_country_skipped_is_not_counted_twice() -> None:
    samoa = OfficeHours(ZoneInfo("Pacific/Apia"), (EIGHT_TO_FIVE,) * 7)
    start = at("2011-12-29T08:00", samoa.zone)
    assert samoa.add(start, 18 * HOUR) == at("2011-12-31T17:00", samoa.zone)


@pytest.mark.parametrize("closes", [dt.time(8), dt.time(2)])
def test_hours_past_midnight_are_refused(closes: dt.time) -> None:
    with pytest.raises(ValueError, match="close after it opens"):
        OfficeHours(STOCKHOLM, ((dt.time(8), closes), *WORKING_WEEK[1:]))


def test_a_desk_that_never_opens_counts_every_hour() -> None:
    never = OfficeHours(STOCKHOLM, (None,) * 7)
    always_holiday = OfficeHours(STOCKHOLM, WORKING_WEEK, lambda day: True)
    start = at("2026-03-14T12:00")
    assert never.add(start, 5 * HOUR) == start + 5 * HOUR
    assert never.between(start, start + 5 * HOUR) == 5 * HOUR
    assert always_holiday.add(start, 5 * HOUR) == start + 5 * HOUR


def test_open_or_not() -> None:
    assert OFFICE.is_open(at("2026-03-10T08:00"))
    assert not OFFICE.is_open(at("2026-03-10T17:00"))
    assert not OFFICE.is_open(at("2026-03-14T12:00"))


def test_codes_of_countries() -> None:
    assert ("SE", "Sweden") in countries()
    assert ("GB", "United Kingdom") in countries()
    assert problems_with("SE", "") == {}
    assert problems_with("DE", "BY") == {}
    assert list(problems_with("XX", "")) == ["holiday_country"]
    assert list(problems_with("SE", "BY")) == ["holiday_region"]
    assert public_holidays("XX", "", 2026) == frozenset()
    assert dt.date(2026, 1, 6) in public_holidays("DE", "BY", 2026)
    assert dt.date(2026, 1, 6) not in public_holidays("DE", "BE", 2026)


def opening(start: int, length: int) -> Opening:
    return (dt.time(start // 60, start % 60), dt.time((start + length) // 60, (start + length) % 60))


openings = st.builds(opening, st.integers(0, 1379), st.integers(1, 60)) | st.just(EIGHT_TO_FIVE)
weeks = st.lists(st.none() | openings, min_size=7, max_size=7).filter(any).map(tuple)
zones = st.sampled_from(
    ["Europe/Stockholm", "America/St_Johns", "Australia/Lord_Howe", "Asia/Kolkata", "UTC"]
)
moments = st.integers(0, 4 * 366 * 86400).map(
    lambda seconds: dt.datetime(2024, 1, 1, tzinfo=dt.UTC) + dt.timedelta(seconds=seconds)
)
holidays = st.frozensets(st.integers(0, 400).map(lambda n: dt.date(2026, 1, 1) + n * dt.timedelta(days=1)))


@st.composite
def offices(draw: st.DrawFn) -> OfficeHours:
    closed = draw(holidays)
    return OfficeHours(ZoneInfo(draw(zones)), draw(weeks), lambda day: day in closed)


@settings(max_examples=60, deadline=None)
@given(offices(), moments, st.integers(1, 40 * 60), st.integers(1, 40 * 60))
def test_adding_and_counting_agree(office: OfficeHours, start: dt.datetime, first: int, second: int) -> None:
    minute = dt.timedelta(minutes=1)
    due = office.add(start, first * minute)
    assert due >= start + first * minute
    assert office.between(start, due) == first * minute
    assert office.is_open(due - dt.timedelta(microseconds=1))
    assert office.add(due, second * minute) == office.add(start, (first + second) * minute)


@settings(max_examples=40, deadline=None)
@given(offices(), moments, moments, moments)
def test_counted_time_adds_up(
    office: OfficeHours, one: dt.datetime, two: dt.datetime, three: dt.datetime
) -> None:
    first, middle, last = sorted([one, two, three])
    whole = office.between(first, last)
    assert office.between(first, middle) + office.between(middle, last) == whole
    assert dt.timedelta(0) <= whole <= last - first
    if last != first:
        assert office.between(last, first) == dt.timedelta(0)
