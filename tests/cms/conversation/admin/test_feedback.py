"""The feedback report: the figures on the screen, the period, one item alone, and the CSV file."""

from __future__ import annotations

import csv
import datetime as dt
import io
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cms.conversation.admin.feedback import duration
from cms.conversation.models import Case, Comment, Thread
from cms.ledger.models import Item

REPORT = "/admin/desk/feedback/"
CSV = "/admin/desk/feedback/csv/"


def bars(answer: Any, heading: str) -> dict[str, tuple[str, str]]:
    chart = next(chart for chart in answer.context["charts"] if chart["heading"] == heading)
    return {bar.label: (bar.value, bar.share) for bar in chart["bars"]}


def read(answer: Any) -> list[list[str]]:
    text = b"".join(answer.streaming_content).decode()
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text[1:])))


@pytest.fixture
def said(post: Any, rules: Any) -> list[Comment]:
    """Two questions, one of them answered after an hour, and a word of praise, of two people."""
    found = [
        post("When do they turn?", kind="QUESTION", email="a@example.com").comment,
        post("And how fast?", kind="QUESTION", email="a@example.com").comment,
        post("Well done.", kind="PRAISE", email="b@example.com").comment,
    ]
    now = timezone.now()
    Case.objects.filter(comment=found[0]).update(
        state="CLOSED",
        outcome="ANSWERED",
        closed_at=now,
        first_answered_at=now,
        answer_seconds=3600,
        answer_office_seconds=1800,
    )
    return found


class TestReport:
    def test_figures_and_charts(self, pr, said):
        answer = pr.get(REPORT)
        assert answer.context["total"] == 3
        assert answer.context["figures"].contributors == 2
        assert bars(answer, "Comments by kind") == {
            "Question": ("2", "100.0%"),
            "Praise": ("1", "50.0%"),
            "Criticism": ("0", "0.0%"),
            "Other": ("0", "0.0%"),
        }
        assert bars(answer, "Questions and criticism")["Answered"] == ("1", "100.0%")
        assert bars(answer, "Time to answer")["Half, by the clock"] == ("1.0 h", "100.0%")
        assert bars(answer, "Time to answer")["Half, in office hours"] == ("30 min", "50.0%")
        page = answer.content.decode()
        assert page.count("<caption>") == len(answer.context["charts"])
        assert " style=" not in page[page.index("newsroom-charts") : page.index("newsroom-items")]

    def test_a_period_takes_in_both_days(self, pr, said):
        Comment.objects.filter(pk=said[2].pk).update(created_at=dt.datetime(2026, 3, 5, 23, 0, tzinfo=dt.UTC))
        for since, until, total in (("2026-03-05", "2026-03-05", 1), ("2026-03-06", "2026-03-10", 0)):
            assert pr.get(REPORT, {"since": since, "until": until}).context["total"] == total
        assert pr.get(REPORT, {"since": "", "until": ""}).context["total"] == 3
        backward = pr.get(REPORT, {"since": "2026-03-05", "until": "2026-03-04"})
        assert backward.status_code == 422
        assert "The period must end after it begins." in backward.content.decode()

    def test_without_comments_it_says_so(self, pr):
        assert "Nobody wrote anything in this period." in pr.get(REPORT).content.decode()

    def test_one_item_alone(self, pr, said, post, make_release):
        page = make_release("Old masts")
        post("Where?", kind="OTHER", thread=Thread.objects.get(item__source_id=page.pk).pk)
        item = Item.objects.get(source_id=page.pk)
        answer = pr.get(REPORT, {"item": item.pk})
        assert answer.context["total"] == 1
        assert "Old masts" in answer.content.decode()
        assert [row["title"] for row in pr.get(REPORT).context["rows"]] == ["New turbines", "Old masts"]

    def test_another_newsroom_is_not_there(self, pr, foreign, log_in):
        item = foreign.thread.item
        for address in (REPORT, CSV):
            assert pr.get(address, {"newsroom": foreign.newsroom.source_id}).status_code == 404
            assert pr.get(address, {"item": item.pk}).status_code == 404
            assert pr.get(address, {"item": "nonsense"}).status_code == 404
            assert log_in(f"nobody{len(address)}").get(address).status_code in (302, 403)

    def test_it_costs_the_same_for_many_comments(self, pr, said, post, make_release):
        pr.get(REPORT)
        with CaptureQueriesContext(connection) as few:
            pr.get(REPORT)
        for number in range(3):
            page = make_release(f"More {number}")
            post("Where?", kind="QUESTION", thread=Thread.objects.get(item__source_id=page.pk).pk)
        with CaptureQueriesContext(connection) as many:
            pr.get(REPORT)
        assert len(many) == len(few)
        assert len(few) <= 30


class TestCsv:
    def test_every_item_and_all_together(self, pr, said, open_newsroom):
        answer = pr.get(CSV)
        assert answer["Content-Disposition"] == f'attachment; filename="feedback-{open_newsroom.slug}.csv"'
        head, *rows = read(answer)
        assert head[:5] == ["Item", "Question", "Praise", "Criticism", "Other"]
        assert [row[:5] for row in rows] == [
            ["New turbines", "2", "1", "0", "0"],
            ["All together", "2", "1", "0", "0"],
        ]

    @pytest.mark.parametrize("sign", ["=", "+", "-", "@"])
    def test_a_title_is_no_formula(self, pr, said, sign):
        Item.objects.filter(pk=said[0].thread.item_id).update(title=f"{sign}HYPERLINK(1)")
        assert read(pr.get(CSV))[1][0] == f"'{sign}HYPERLINK(1)"


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [(None, "–"), (90, "2 min"), (3600, "1.0 h"), (172_800, "2.0 days")],
)
def test_durations(seconds: float | None, shown: str) -> None:
    assert duration(seconds) == shown
