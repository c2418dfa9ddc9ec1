"""Cursors and pages: what is made is read back, and nothing else is."""

from __future__ import annotations

import base64
import json
from datetime import UTC, datetime, timedelta, timezone
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.errors import InvalidCursor, InvalidInput
from cms.ledger.paging import PageRequest, decode_cursor, encode_cursor, page_of

UID = UUID("6f0f3a52-4f0b-4f0e-9d6b-9f7b6f0d8a11")
NOON = datetime(2026, 1, 2, 12, 0, 0, 123456, tzinfo=UTC)


def cursor_of(content):
    return base64.urlsafe_b64encode(json.dumps(content, separators=(",", ":")).encode()).decode().rstrip("=")


@given(st.datetimes(timezones=st.just(UTC)), st.uuids())
def test_a_cursor_of_a_time_is_read_back_to_the_microsecond(moment, uid):
    assert decode_cursor(encode_cursor("NEWEST", moment, uid), "NEWEST", datetime) == (moment, uid)


@given(st.floats(allow_nan=False, allow_infinity=False), st.uuids())
def test_a_cursor_of_a_rank_is_read_back_exactly(rank, uid):
    assert decode_cursor(encode_cursor("RELEVANCE", rank, uid), "RELEVANCE", float) == (rank, uid)


@given(st.integers(min_value=0, max_value=2**63 - 1))
def test_a_cursor_of_a_number_is_read_back(seq):
    assert decode_cursor(encode_cursor("EDITIONS", seq), "EDITIONS", int) == (seq, None)


def test_a_time_in_another_zone_makes_the_same_cursor():
    there = NOON.astimezone(timezone(timedelta(hours=9)))
    assert encode_cursor("NEWEST", there, UID) == encode_cursor("NEWEST", NOON, UID)


@given(st.text(), st.sampled_from([datetime, float, int]))
def test_no_text_is_a_cursor(text, kind):
    with pytest.raises(InvalidCursor):
        decode_cursor(text, "NEWEST", kind)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3),
    max_leaves=5,
)


@given(
    st.one_of(json_values, st.tuples(st.just("NEWEST"), json_values, json_values)),
    st.sampled_from([datetime, float]),
)
def test_no_other_json_is_a_cursor(content, kind):
    with pytest.raises(InvalidCursor):
        decode_cursor(cursor_of(content), "NEWEST", kind)


@pytest.mark.parametrize(
    "content",
    [
        ["OLDEST", NOON.isoformat(), UID.hex],
        ["NEWEST", "2026-01-02T12:00:00", UID.hex],
        ["NEWEST", "2026-01-02T12:00:00Z", UID.hex],
        ["NEWEST", "2026-01-02T14:00:00+02:00", UID.hex],
        ["NEWEST", "0001-01-01T00:00:00+14:00", UID.hex],
        ["NEWEST", NOON.isoformat(), str(UID)],
        ["NEWEST", NOON.isoformat(), None],
        ["NEWEST", 10**400, UID.hex],
        ["NEWEST", NOON.isoformat(), UID.hex, 1],
    ],
)
def test_what_looks_like_a_cursor_is_refused(content):
    with pytest.raises(InvalidCursor) as refused:
        decode_cursor(cursor_of(content), "NEWEST", datetime)
    assert refused.value.field == "cursor"


@pytest.mark.parametrize("value", [-1, 2**63, True, 1.0, "1", None])
def test_numbers_out_of_range_are_refused(value):
    with pytest.raises(InvalidCursor):
        decode_cursor(cursor_of(["EDITIONS", value, None]), "EDITIONS", int)


@pytest.mark.parametrize("value", [float("nan"), float("inf"), 1, "0.5", True])
def test_ranks_that_are_no_numbers_are_refused(value):
    with pytest.raises(InvalidCursor):
        decode_cursor(cursor_of(["RELEVANCE", value, UID.hex]), "RELEVANCE", float)


@pytest.mark.parametrize(
    "cursor", ["", "\0", "\ud800", "å", encode_cursor("NEWEST", NOON, UID) + "=", "[" * 9000]
)
def test_broken_cursors_are_refused(cursor):
    with pytest.raises(InvalidCursor):
        decode_cursor(cursor, "NEWEST", datetime)


@pytest.mark.parametrize(
    ("arguments", "field", "message"),
    [
        ({"first": 0}, "first", "A page holds 1 to 100 items; 0 was asked for."),
        ({"first": -1}, "first", "A page holds 1 to 100 items; -1 was asked for."),
        ({"last": 101}, "last", "A page holds 1 to 100 items; 101 was asked for."),
        ({"first": 1, "last": 1}, "last", "Give `first` or `last`, not both."),
        ({"last": 1, "after": "x"}, "after", "`last` goes with `before`, not with `after`."),
        ({"first": 1, "before": "x"}, "before", "`before` goes with `last`."),
    ],
)
def test_pages_that_cannot_be_are_refused(arguments, field, message):
    with pytest.raises(InvalidInput) as refused:
        PageRequest(**arguments).size  # noqa: B018
    assert (refused.value.field, refused.value.message) == (field, message)


def test_the_row_after_the_page_tells_that_there_is_more():
    rows = [(number, str(number)) for number in range(3)]
    page = page_of(rows, PageRequest(first=2, after="x"))
    assert (page.rows, list(page.cursors)) == ([0, 1], ["0", "1"])
    assert (page.has_next, page.has_previous) == (True, True)
    page = page_of(rows, PageRequest(last=2))
    assert (page.rows, list(page.cursors)) == ([1, 0], ["1", "0"])
    assert (page.has_next, page.has_previous) == (False, True)
    page = page_of(rows, PageRequest(first=3))
    assert (page.rows, page.has_next, page.has_previous) == ([0, 1, 2], False, False)


def test_ids_of_other_cursors_differ():
    assert encode_cursor("NEWEST", NOON, uuid4()) != encode_cursor("NEWEST", NOON, UID)
