"""The conversation on Wagtail's own screens: the line above a page's editor, its thread's brake, and the home page."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Locale, PageLogEntry

from cms.conversation.models import Case, Comment, Thread
from cms.newsroom.models import Topic


@pytest.fixture
def thread_address(thread: Thread) -> str:
    return f"/admin/desk/threads/{thread.pk}/"


class TestLine:
    def test_editors_see_how_it_stands(self, pr, thread, question, held):
        page = pr.get(f"/admin/pages/{thread.item.source_id}/edit/").content.decode()
        line = page[page.index("newsroom-conversation") :]
        line = line[: line.index("</section>")]
        for words in ("2 comments", "1 unanswered", "1 held", "Comments: Open"):
            assert words in line
        assert f"/admin/desk/all/?item={thread.item_id}" in line
        assert f"/admin/desk/threads/{thread.pk}/" in line
        assert f"/admin/desk/feedback/?item={thread.item_id}" in line

    def test_not_on_pages_without_a_conversation(self, pr, open_newsroom, make_release):
        draft = make_release("Not yet", publish=False)
        for page in (open_newsroom, draft):
            answer = pr.get(f"/admin/pages/{page.pk}/edit/")
            assert answer.status_code == 200
            assert "newsroom-conversation" not in answer.content.decode()


class TestThread:
    def test_the_brake_is_set_and_noted_in_the_history_of_the_page(self, pr, thread, thread_address):
        assert pr.get(thread_address).status_code == 200
        data = {"brake": "CLOSED", "slow_seconds": "60"}
        assert pr.post(thread_address, data).status_code == 302
        thread.refresh_from_db()
        assert (thread.brake, thread.mode, thread.slow_seconds) == ("CLOSED", "CLOSED", 60)
        entry = PageLogEntry.objects.get(action="newsroom.comment.brake")
        assert (entry.page_id, entry.user) == (thread.item.source_id, pr.user)
        assert entry.data == {"brake": "CLOSED", "slow_seconds": 60}

    def test_not_by_those_who_do_not_moderate(self, service, thread, thread_address):
        page = service.get(thread_address)
        assert page.status_code == 200
        assert page.context["form"] is None
        assert service.post(thread_address, {"brake": "CLOSED"}).status_code in (302, 403)
        thread.refresh_from_db()
        assert thread.brake == ""

    def test_another_newsrooms_is_not_there(self, pr, foreign):
        address = f"/admin/desk/threads/{foreign.thread_id}/"
        assert pr.get(address).status_code == 404
        assert pr.post(address, {"brake": "OFF"}).status_code == 404
        assert Thread.objects.get(pk=foreign.thread_id).brake == ""

    def test_what_is_wrong_is_said(self, pr, thread, thread_address):
        assert pr.post(thread_address, {"brake": "OPEN", "slow_seconds": "-1"}).status_code == 422
        thread.refresh_from_db()
        assert thread.brake == ""


def panel(page: str) -> str:
    start = page.index('id="newsroom-waiting')
    return page[start : page.index("To the desk", start)]


class TestHome:
    def test_it_shows_what_is_urgent(self, pr, question, held, post, foreign):
        later = post("Later, please.", kind="QUESTION").comment
        now = timezone.now()
        Case.objects.filter(comment=question).update(due_at=now - dt.timedelta(hours=2))
        Case.objects.filter(comment=later).update(due_at=now + dt.timedelta(days=3))
        Case.objects.filter(comment=foreign).update(due_at=now - dt.timedelta(hours=2))
        shown = panel(pr.get("/admin/").content.decode())
        assert "When do they turn?" in shown
        assert "Overdue by 2" in shown
        assert "Later, please." not in shown
        assert "Not yours." not in shown
        assert "<strong>1</strong> overdue" in shown
        assert "<strong>1</strong> held for moderation" in shown
        assert "<strong>0</strong> reported" in shown

    def test_without_anything_urgent_it_says_so(self, pr):
        assert "No answer is overdue or due today." in panel(pr.get("/admin/").content.decode())

    def test_it_costs_the_same_for_many(self, pr, question, post):
        Case.objects.update(due_at=timezone.now())
        pr.get("/admin/")
        with CaptureQueriesContext(connection) as few:
            pr.get("/admin/")
        for number in range(4):
            post(f"Another question {number}?", kind="QUESTION")
        Case.objects.update(due_at=timezone.now())
        with CaptureQueriesContext(connection) as many:
            pr.get("/admin/")
        assert Comment.objects.count() == 5
        assert len(many) == len(few)


def test_a_discussion_is_offered_the_topics_of_its_language(admin_client, newsroom):
    swedish = Locale.objects.get_or_create(language_code="sv")[0]
    Topic.objects.create(name="Energy", slug="energy", locale=newsroom.locale)
    Topic.objects.create(name="Energi", slug="energi", locale=swedish)
    url = f"/admin/pages/add/newsroom_conversation/threadpage/{newsroom.pk}/"
    topics = admin_client.get(url).context["form"].fields["topics"].queryset
    assert [topic.name for topic in topics] == ["Energy"]
