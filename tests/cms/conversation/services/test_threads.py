"""Threads follow their items, their newsrooms and the clock."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from cms.access import PUBLIC
from cms.conversation.filters import CommentFilter
from cms.conversation.models import ModerationRules, Thread, ThreadPage
from cms.conversation.selectors import (
    get_comment,
    get_thread,
    list_changes,
    list_comments,
    list_threads,
)
from cms.conversation.services import threads
from cms.conversation.services.posting import Posted
from cms.errors import NotFound
from cms.ledger.paging import PageRequest
from cms.newsroom.models import NewsroomPage
from cms.releases.models import ReleasePage


def thread_of(page: Any) -> Thread:
    return Thread.objects.get(item__source_id=page.pk)


def test_release_asset_and_discussion_have_threads(
    open_newsroom: NewsroomPage, make_release: Any, make_asset_page: Any
) -> None:
    discussion = ThreadPage(title="Ask us", slug="ask", opening="<p>Anything.</p>", live=False)
    open_newsroom.add_child(instance=discussion)
    discussion.save_revision().publish()
    pages = [make_release(), make_asset_page(), discussion]
    assert [thread_of(page).mode for page in pages] == ["OPEN"] * 3
    assert Thread.objects.count() == 3
    make_release("A draft", publish=False)
    assert Thread.objects.count() == 3


def test_page_says_otherwise_than_its_newsroom(open_newsroom: NewsroomPage, make_release: Any) -> None:
    release = make_release(comment_mode="CLOSED")
    assert thread_of(release).mode == "CLOSED"
    release.comment_mode = ""
    release.save_revision().publish()
    assert thread_of(release).mode == "OPEN"


def test_newsroom_changes_its_threads(open_newsroom: NewsroomPage, make_release: Any) -> None:
    follows, own = make_release("One"), make_release("Two", comment_mode="OPEN")
    before = thread_of(follows).seq
    open_newsroom.comment_mode = "CLOSED"
    open_newsroom.save()
    assert (thread_of(follows).mode, thread_of(own).mode) == ("CLOSED", "OPEN")
    assert thread_of(follows).seq > before


def test_brake_is_only_ever_stricter(thread: Thread) -> None:
    assert threads.set_brake(thread.pk, "CLOSED", slow_seconds=None).mode == "CLOSED"
    assert threads.set_brake(thread.pk, "", slow_seconds=30).mode == "OPEN"


def test_time_closes_a_thread(thread: Thread, monkeypatch: pytest.MonkeyPatch) -> None:
    newsroom = NewsroomPage.objects.get()
    ModerationRules.objects.create(newsroom=newsroom, close_after_days=2)
    thread.refresh_from_db()
    assert (thread.mode, thread.next_change_at) == ("OPEN", thread.item.published_at + timedelta(days=2))
    threads.settle_due()
    thread.refresh_from_db()
    assert thread.mode == "OPEN"
    later = timezone.now() + timedelta(days=3)
    monkeypatch.setattr(timezone, "now", lambda: later)
    threads.settle_due()
    thread.refresh_from_db()
    assert (thread.mode, thread.next_change_at) == ("CLOSED", None)


def test_what_was_said_goes_and_comes_back_with_its_item(thread: Thread, post: Callable[..., Posted]) -> None:
    uid = post("A secret of the trade").comment.uid
    page = ReleasePage.objects.get(pk=thread.item.source_id)
    seen = list_changes(PUBLIC, PageRequest()).cursors[-1]
    page.unpublish()
    with pytest.raises(NotFound):
        get_thread(PUBLIC, uid=thread.pk)
    with pytest.raises(NotFound):
        list_comments(PUBLIC, CommentFilter(thread.pk), PageRequest())
    with pytest.raises(NotFound):
        get_comment(PUBLIC, uid)
    assert list_threads(PUBLIC, PageRequest()).rows == []
    (change,) = list_changes(PUBLIC, PageRequest(after=seen)).rows
    assert (change.content["state"], change.content["body"], change.content["author"]) == (
        "REMOVED",
        "",
        None,
    )
    page.save_revision().publish()
    assert get_comment(PUBLIC, uid)["state"] == "PUBLISHED"
    assert [each.content["state"] for each in list_changes(PUBLIC, PageRequest(after=seen)).rows] == [
        "PUBLISHED"
    ]


def test_switched_off_thread_shows_nothing(thread: Thread, post: Callable[..., Posted]) -> None:
    uid = post().comment.uid
    threads.set_brake(thread.pk, "OFF", slow_seconds=None)
    assert get_thread(PUBLIC, uid=thread.pk)["mode"] == "OFF"
    with pytest.raises(NotFound):
        list_comments(PUBLIC, CommentFilter(thread.pk), PageRequest())
    with pytest.raises(NotFound):
        get_comment(PUBLIC, uid)
    assert list_threads(PUBLIC, PageRequest()).rows == []


def test_items_of_before_there_were_threads_get_theirs(thread: Thread) -> None:
    Thread.objects.all().delete()
    threads.add_missing()
    assert Thread.objects.get().item_id == thread.item_id
