"""The feedback report counts what there is, in as many queries for much as for little."""

from __future__ import annotations

import datetime as dt
import math
import random
import statistics
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cms.conversation.desk.figures import (
    Period,
    Times,
    csv_rows,
    public_answer_time,
    report,
    report_by_item,
)
from cms.conversation.models import Case, Comment, DeskRules, Reaction, Thread
from cms.newsroom.models import Person

HOUR = dt.timedelta(hours=1)
TUESDAY = dt.datetime(2026, 3, 10, 9, tzinfo=dt.UTC)


def add_comment(thread: Thread, *, case: dict[str, Any] | None = None, **fields: Any) -> Comment:
    """A row as services leave it; with a case, when its fields are given."""
    given = {
        "kind": "QUESTION",
        "status": "PUBLISHED",
        "email_hash": uuid4().hex,
        "created_at": TUESDAY,
    } | fields
    comment = Comment.objects.create(thread=thread, newsroom_id=thread.newsroom_id, **given)
    if case is not None:
        Case.objects.create(
            comment=comment,
            newsroom_id=thread.newsroom.source_id,
            kind=comment.kind,
            team="PR",
            opened_at=comment.created_at,
            **({"due_at": TUESDAY + HOUR} | case),
        )
    return comment


def answered(seconds: int, office: int | None = None) -> dict[str, Any]:
    at = TUESDAY + dt.timedelta(seconds=seconds)
    return {
        "state": "CLOSED",
        "closed_at": at,
        "outcome": "ANSWERED",
        "first_answered_at": at,
        "answer_seconds": seconds,
        "answer_office_seconds": seconds if office is None else office,
    }


@pytest.fixture
def told(thread: Thread, person: Person, make_release: Any, now: Any, rules: DeskRules) -> Thread:
    """Comments of every sort on two releases; returns the thread of the second."""
    now(TUESDAY + 2 * HOUR)
    first = add_comment(thread, case=answered(3600, 1800), email_hash="anna")
    add_comment(
        thread, case=answered(7200, 3600) | {"outcome": "APOLOGISED"}, email_hash="anna", kind="CRITICISM"
    )
    add_comment(thread, case={}, status="HELD", email_hash="bo")
    add_comment(thread, case={"due_at": TUESDAY + 3 * HOUR}, email_hash="cia")
    add_comment(thread, kind="PRAISE", email_hash="dan")
    add_comment(thread, kind="OTHER", status="REJECTED", email_hash="spammer")
    add_comment(thread, kind="OTHER", status="WITHDRAWN", email_hash="eva")
    add_comment(thread, kind="OTHER", status="ERASED", email_hash="")
    add_comment(thread, kind="OTHER", person=person, email_hash="")
    for name, visitor in (("like", "1"), ("like", "2"), ("sad", "1")):
        Reaction.objects.create(comment=first, name=name, visitor=visitor, at=TUESDAY)
    second = Thread.objects.get(item__source_id=make_release("=HYPERLINK(1)").pk)
    add_comment(second, kind="PRAISE", email_hash="anna", created_at=TUESDAY - 48 * HOUR)
    return second


def test_the_report_of_a_newsroom(told: Thread, rules: DeskRules) -> None:
    figures = report(rules.newsroom_id)
    assert figures.comments == {"QUESTION": 3, "CRITICISM": 1, "PRAISE": 2}
    assert (figures.rejected, figures.withdrawn, figures.contributors) == (1, 2, 4)
    assert figures.reactions == {"like": 2, "sad": 1}
    assert (figures.unanswered, figures.overdue, figures.answered) == (2, 1, 2)
    assert figures.outcomes == {"ANSWERED": 1, "APOLOGISED": 1}
    assert figures.times == Times(median=5400, p90=7200)
    assert figures.office_times == Times(median=2700, p90=3600)


def test_the_report_of_an_item_and_of_a_period(told: Thread, thread: Thread, rules: DeskRules) -> None:
    assert report(rules.newsroom_id, item=told.item_id).comments == {"PRAISE": 1}
    before = Period(until=TUESDAY)
    assert report(rules.newsroom_id, before).comments == {"PRAISE": 1}
    since = report(rules.newsroom_id, Period(since=TUESDAY))
    assert since.comments.total() == 5
    assert report(rules.newsroom_id, Period(since=TUESDAY), item=thread.item_id) == since
    assert report(0).comments.total() == 0


def test_the_report_by_item(told: Thread, thread: Thread, rules: DeskRules) -> None:
    rows = report_by_item(rules.newsroom_id)
    assert [(row.title, row.figures.comments.total()) for row in rows] == [
        ("New turbines", 5),
        ("=HYPERLINK(1)", 1),
    ]
    assert rows[0].figures == report(rules.newsroom_id, item=thread.item_id)
    assert rows[1].figures == report(rules.newsroom_id, item=told.item_id)


def test_as_a_table(told: Thread, rules: DeskRules) -> None:
    table = list(csv_rows(report_by_item(rules.newsroom_id), report(rules.newsroom_id)))
    assert {len(row) for row in table} == {len(table[0])}
    assert [row[0] for row in table] == ["Item", "New turbines", "'=HYPERLINK(1)", "All together"]
    named = dict(zip(table[0], table[-1], strict=True))
    assert named["Question"] == "3"
    assert named["Median hours to answer"] == "1.50"
    assert named["90 % answered within office hours"] == "1.00"
    assert dict(zip(table[0], table[2], strict=True))["Median hours to answer"] == ""


def test_percentiles_agree_with_the_definition(thread: Thread, rules: DeskRules) -> None:
    chance = random.Random(7)
    for size in (1, 2, 9, 10, 11, 24):
        values = [chance.randrange(100_000) for _ in range(size)]
        Comment.objects.all().delete()
        for value in values:
            add_comment(thread, case=answered(value, value // 3))
        by_rank = sorted(values)[math.ceil(size * 9 / 10) - 1]
        whole, (row,) = report(rules.newsroom_id), report_by_item(rules.newsroom_id)
        assert whole.times == row.figures.times == Times(median=statistics.median(values), p90=by_rank)
        assert whole.office_times == row.figures.office_times


def test_queries_do_not_grow(told: Thread, thread: Thread, rules: DeskRules) -> None:
    def counts() -> tuple[int, int]:
        with CaptureQueriesContext(connection) as one:
            report(rules.newsroom_id)
        with CaptureQueriesContext(connection) as all_items:
            report_by_item(rules.newsroom_id)
        return len(one), len(all_items)

    before = counts()
    for number in range(20):
        add_comment((thread, told)[number % 2], case=answered(number))
    assert counts() == before == (8, 7)


def test_the_public_time_to_answer(thread: Thread, rules: DeskRules) -> None:
    for seconds in (10, 20, 30, 40):
        add_comment(thread, case=answered(seconds))
    rules.show_answer_time = True
    rules.save()
    assert public_answer_time(rules.newsroom_id) is None
    add_comment(thread, case=answered(1000))
    assert public_answer_time(rules.newsroom_id) == 30
    rules.show_answer_time = False
    rules.save()
    assert public_answer_time(rules.newsroom_id) is None
