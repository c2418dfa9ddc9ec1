"""The desk's lists: what is on them, in which order, page by page, and at what cost."""

from __future__ import annotations

from datetime import timedelta
from types import SimpleNamespace
from typing import Any
from urllib.parse import parse_qs

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cms.conversation.admin.counts import counts_of
from cms.conversation.admin.lists import View, Wanted, listing_of
from cms.conversation.admin.paging import read_page
from cms.conversation.admin.scope import scope_of
from cms.conversation.models import Appeal, Case, Comment, Proposal
from cms.errors import InvalidCursor

LIST = "/admin/desk/{}/"


def texts(client: Any, view: str = "todo", **query: Any) -> list[str]:
    answer = client.get(LIST.format(view), query)
    assert answer.status_code == 200, answer.content
    return [row.excerpt for row in answer.context["rows"]]


def due(comment: Comment, hours: float) -> None:
    Case.objects.filter(comment=comment).update(due_at=timezone.now() + timedelta(hours=hours))


@pytest.fixture
def everything(post: Any, rules: Any, pr: Any) -> SimpleNamespace:
    """A comment of every sort."""
    found = SimpleNamespace(
        later=post("Due later.", kind="QUESTION").comment,
        overdue=post("Overdue.", kind="CRITICISM", relation="INVESTOR").comment,
        soon=post("Due soon.", kind="QUESTION", author_name="Wei Chen").comment,
        praise=post("Praise.", kind="PRAISE", organisation="Västerbotten Today").comment,
        held=post("Held.", kind="OTHER").comment,
        reported=post("Reported.", kind="OTHER", email="Troll@Example.com").comment,
        rejected=post("Rejected.", kind="OTHER").comment,
    )
    for comment, hours in ((found.overdue, -5), (found.soon, 2), (found.later, 50)):
        due(comment, hours)
    Comment.objects.filter(pk=found.held.pk).update(status="HELD")
    Comment.objects.filter(pk=found.rejected.pk).update(status="REJECTED")
    Comment.objects.filter(pk=found.reported.pk).update(report_count=2)
    return found


class TestViews:
    def test_to_do_begins_with_what_is_most_urgent(self, pr, everything):
        assert texts(pr) == ["Overdue.", "Due soon.", "Due later.", "Held.", "Reported."]

    def test_a_held_question_is_there_once(self, pr, everything):
        Comment.objects.filter(pk=everything.soon.pk).update(status="HELD")
        assert texts(pr) == ["Overdue.", "Due soon.", "Due later.", "Held.", "Reported."]
        assert texts(pr, "held") == ["Due soon.", "Held."]

    def test_queues(self, pr, everything):
        Appeal.objects.create(comment=everything.rejected, text="Why?", at=timezone.now())
        Proposal.objects.create(comment=everything.overdue, at=timezone.now(), user=pr.user, reason="ABUSE")
        assert texts(pr, "held") == ["Held."]
        assert texts(pr, "reported") == ["Reported."]
        assert texts(pr, "appeals") == ["Rejected."]
        assert texts(pr, "proposed") == ["Overdue."]
        assert texts(pr, "all") == [
            "Rejected.",
            "Reported.",
            "Held.",
            "Praise.",
            "Due soon.",
            "Overdue.",
            "Due later.",
        ]

    def test_mine_and_my_team(self, pr, service, everything):
        Case.objects.filter(comment=everything.soon).update(owner=pr.user)
        Case.objects.filter(comment=everything.later).update(team="CUSTOMER_SERVICE")
        assert texts(pr, "mine") == ["Due soon."]
        assert texts(pr, "team") == ["Overdue.", "Due soon."]
        assert texts(service, "mine") == []
        assert texts(service, "team") == ["Due later."]

    def test_closed_cases_are_done(self, pr, everything):
        case = Case.objects.filter(comment=everything.overdue)
        case.update(state="CLOSED", outcome="ANSWERED", closed_at=timezone.now())
        assert texts(pr) == ["Due soon.", "Due later.", "Held.", "Reported."]


EXPECTED = {
    "waiting=overdue": ["Overdue."],
    "waiting=due": ["Due soon."],
    "waiting=unanswered": ["Overdue.", "Due soon.", "Due later."],
    "waiting=answered": [],
    "owner=nobody": ["Overdue.", "Due soon.", "Due later."],
    "owner=mine": [],
    "owner=team": ["Overdue.", "Due soon.", "Due later."],
    "team=MARKETING": [],
    "status=HELD&status=REJECTED": ["Rejected.", "Held."],
    "reported=open": ["Reported."],
    "kind=PRAISE": ["Praise."],
    "relation=INVESTOR": ["Overdue."],
    "relation=INVESTOR&waiting=due": [],
    "language=en&kind=CRITICISM": ["Overdue."],
    "created_at_from=2020-01-01&created_at_to=2020-12-31": [],
    "q=overdue": ["Overdue."],
    "q=Du+soo": ["Due soon."],
    "q=wei+chen": ["Due soon."],
    "q=västerbotten": ["Praise."],
    "q=troll@example.com": ["Reported."],
    "q=troll@example.org": [],
    "q=soon&waiting=overdue": [],
    "q=soon&waiting=due": ["Due soon."],
    "q=!!!": [],
    "q=zz'due' %26 | <-> \\ :* (": [],
}
"""What each filter leaves of all comments."""


class TestFilters:
    def test_each(self, pr, everything):
        found = {query: texts(pr, "all", **parse_qs(query)) for query in EXPECTED}
        assert found == EXPECTED

    def test_item_and_newsroom(self, pr, everything, thread, make_release, open_newsroom):
        make_release("Another")
        assert len(texts(pr, "all", item=str(thread.item_id))) == 7
        assert len(texts(pr, "all", newsroom=str(thread.newsroom_id))) == 7
        other = thread.newsroom.items.get(title="Another")
        assert texts(pr, "all", item=str(other.pk)) == []

    def test_a_wrong_value_filters_nothing(self, pr, everything):
        assert len(texts(pr, "all", kind="NONSENSE", newsroom="x")) == 7


class TestPages:
    @pytest.mark.parametrize(("view", "size"), [(View.TODO, 1), (View.TODO, 2), (View.ALL, 3)])
    def test_walking_there_and_back_sees_every_row_once(self, pr, everything, view, size):
        scope = scope_of(pr.user)
        wanted = Wanted(view=view, user=pr.user, teams={}, now=timezone.now())
        listing = listing_of(wanted, scope)
        whole = read_page(listing, size=50)
        assert (whole.next, whole.previous) == ("", "")
        forward, pages, cursor = [], [], ""
        while True:
            page = read_page(listing, after=cursor, size=size)
            forward += page.uids
            pages.append(page)
            if not page.next:
                break
            cursor = page.next
        assert forward == whole.uids
        backward, cursor = pages[-1].uids, pages[-1].previous
        while cursor:
            page = read_page(listing, before=cursor, size=size)
            backward, cursor = page.uids + backward, page.previous
        assert backward == whole.uids

    def test_rows_of_the_same_time(self, pr, everything):
        Comment.objects.update(created_at=timezone.now())
        listing = listing_of(
            Wanted(view=View.ALL, user=pr.user, teams={}, now=timezone.now()), scope_of(pr.user)
        )
        first = read_page(listing, size=4)
        second = read_page(listing, after=first.next, size=4)
        assert len({*first.uids, *second.uids}) == 7

    def test_cursors_belong_to_a_list(self, pr, everything):
        scope = scope_of(pr.user)
        held = Wanted(view=View.TODO, user=pr.user, teams={}, now=timezone.now())
        cursor = read_page(listing_of(held, scope), size=1).next
        every = Wanted(view=View.ALL, user=pr.user, teams={}, now=timezone.now())
        with pytest.raises(InvalidCursor):
            read_page(listing_of(every, scope), after=cursor)
        answer = pr.get(LIST.format("all"), {"p": cursor})
        assert [str(message).strip() for message in answer.context["messages"]] == [
            "This page is not there any more. Here is the first one."
        ]
        assert len(answer.context["rows"]) == 7


class TestScope:
    def test_other_newsrooms_are_not_there(self, pr, everything, foreign):
        assert "Not yours." not in texts(pr, "all")
        assert texts(pr, "all", newsroom=str(foreign.newsroom_id)) != ["Not yours."]
        assert texts(pr, "all", q="yours") == []
        assert counts_of(pr.user, scope_of(pr.user))["cases"] == 3

    def test_a_superuser_sees_all(self, admin_client, everything, foreign):
        assert texts(admin_client, "all")[0] == "Not yours."

    def test_nobody_else_comes_in(self, log_in, client, everything):
        stranger = log_in("eva")
        assert client.get(LIST.format("all")).status_code == 302
        assert stranger.get(LIST.format("all")).status_code == 302
        assert stranger.get("/admin/desk/counts/").status_code == 302

    def test_customer_service_gets_no_buttons_of_moderation(self, pr, service, marketing, everything):
        def actions(client: Any) -> list[str]:
            return [action.name for action in client.get(LIST.format("all")).context["bulk_actions"]]

        assert actions(pr) == ["publish", "hold", "reject", "assign", "hand-over"]
        assert actions(service) == ["assign", "hand-over"]
        assert actions(marketing) == []


class TestCounts:
    def test_figures(self, pr, everything):
        answer = pr.get("/admin/desk/counts/")
        assert "no-store" in answer.headers["Cache-Control"]
        assert answer.json()["counts"] == {
            "cases": 3,
            "overdue": 1,
            "mine": 0,
            "held": 1,
            "reported": 1,
            "appeals": 0,
            "proposed": 0,
            "contributions": 0,
            "todo": 5,
        }
        assert (
            answer.json()["words"] == "Desk: 5 to do, of which 1 overdue; 1 held for moderation, 1 reported."
        )

    def test_they_are_bounded(self, pr, everything, monkeypatch):
        monkeypatch.setattr("cms.conversation.admin.counts.MOST", 2)
        answer = pr.get("/admin/desk/counts/").json()
        assert (answer["counts"]["cases"], answer["counts"]["todo"]) == (3, 3)

    def test_the_menu(self, pr, log_in, thread):
        html = pr.get("/admin/").content.decode()
        assert "newsroom-desk-counts" in html
        assert "/admin/desk/counts/" in html
        assert "/admin/desk/counts/" not in log_in("eva", "Editors").get("/admin/").content.decode()


def is_of_desk(sql: str) -> bool:
    return "newsroom_conversation_" in sql or "newsroom_ledger_item" in sql


def test_queries_do_not_grow(pr, post, rules):
    """At most six for the list, the reader's rights among them; as many for one row as for twelve."""
    queries = ("", "?q=comment", "?waiting=overdue", "?kind=QUESTION&status=HELD")
    addresses = [f"/admin/desk/{view}/results/{query}" for view in View for query in queries]

    def costs() -> dict[str, tuple[int, int]]:
        found = {}
        for address in addresses:
            with CaptureQueriesContext(connection) as captured:
                assert pr.get(address).status_code == 200
            own = [query["sql"] for query in captured.captured_queries if is_of_desk(query["sql"])]
            found[address] = (len(captured), len(own))
        return found

    post(kind="QUESTION")
    Comment.objects.filter(pk=post(kind="QUESTION").comment.pk).update(status="HELD", report_count=1)
    costs()
    before = costs()
    for _ in range(11):
        post(kind="QUESTION")
    assert costs() == before
    assert max(own for _, own in before.values()) <= 6
