"""What happens in a thread reaches every reader of it, once and in order, and nothing else does."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import OperationalError, connections

from cms.access import PUBLIC
from cms.conversation.live import changes, streams
from cms.conversation.live import hub as hubs
from cms.conversation.models import Comment, CommentStatus, Thread
from cms.conversation.selectors import get_comment, get_thread, last_number
from cms.conversation.sequence import NAME
from cms.conversation.services import decide
from cms.conversation.services.authors import withdraw_comment
from cms.conversation.services.changes import changing
from cms.conversation.services.threads import set_brake
from cms.errors import Busy, NotFound, RateLimited
from cms.ledger.models import Counter
from cms.releases.models import ReleasePage

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_comment_reaches_all_readers_with_the_new_counts_of_its_thread(
    follow: Any, post: Any, thread: Thread
) -> None:
    readers = [follow() for _ in range(3)]
    posted = post("When do they turn?").comment
    for reader in readers:
        reader.until(lambda each: each.threads)
        assert reader.comments == [get_comment(PUBLIC, posted.pk)]
        assert reader.threads == [get_thread(PUBLIC, uid=thread.pk)]
        assert reader.threads[0]["comment_count"] == 1
        assert [news.number for news in reader.news] == [last_number(PUBLIC)]


def test_what_is_read_is_made_once_for_all(follow: Any, post: Any) -> None:
    first, second = follow(), follow()
    post()
    first.until(lambda each: each.comments)
    second.until(lambda each: each.comments)
    assert first.news[0].changes[0].text is second.news[0].changes[0].text


def test_other_threads_are_not_heard(follow: Any, post: Any, make_release: Any, thread: Thread) -> None:
    other = Thread.objects.get(item__source_id=make_release("Old turbines").pk)
    here, there = follow(), follow(of=other)
    post("Here.")
    post("There.", thread=other.pk)
    here.until(lambda each: each.comments)
    there.until(lambda each: each.comments)
    assert (here.bodies, there.bodies) == (["<p>Here.</p>"], ["<p>There.</p>"])


def test_held_and_rejected_comments_reach_nobody(follow: Any, post: Any, thread: Thread) -> None:
    reader = follow()
    for status in (CommentStatus.HELD, CommentStatus.REJECTED):
        secret = post(f"marker-{status}", author_name=f"marker-{status}").comment
        reader.until(lambda each: each.comments)  # it passed the checks, and was seen
        with changing(thread.pk) as change:
            change.take(secret.pk).status = status
        reader.until(lambda each: each.comments[-1]["state"] == "REMOVED")
        reader.news.clear()
        with changing(thread.pk) as change:
            hidden = Comment.objects.get(pk=secret.pk)
            change.add(Comment(
                thread=thread, newsroom=thread.newsroom, created_at=change.now, status=status, plain="marker-never",
                body="marker-never", author_name="marker-never", email="marker@example.com", kind=hidden.kind,
            ))  # fmt: skip
    post("The end.")
    reader.until(lambda each: each.bodies)
    assert reader.bodies == ["<p>The end.</p>"]
    assert "marker" not in str(reader.news)


def test_edits_and_withdrawals_come_as_they_are_now(follow: Any, post: Any) -> None:
    posted = post("First words.")
    reader = follow()
    withdraw_comment(posted.comment.pk, posted.edit_token)
    reader.until(lambda each: each.comments)
    (content,) = reader.comments
    assert (content["state"], content["author"], content["body"]) == ("WITHDRAWN", None, "")


def test_a_reader_goes_on_after_the_number_it_has_seen(follow: Any, post: Any) -> None:
    post("Seen.")
    seen = last_number(PUBLIC)
    post("Missed.")
    reader = follow(seen)
    post("New.")
    reader.until(lambda each: len(each.bodies) == 2)
    assert reader.bodies == ["<p>Missed.</p>", "<p>New.</p>"]
    assert reader.stream.begins_after == seen


def test_readers_who_come_and_go_lose_nothing_and_get_nothing_twice(
    live_hub: hubs.Hub, follow: Callable[..., Any], post: Any, sentences: Callable[[int], str]
) -> None:

    def write() -> None:
        try:
            for number in range(30):
                post(sentences(number))
        finally:
            connections.close_all()

    since, got = last_number(PUBLIC), []
    writer = threading.Thread(target=write)
    writer.start()
    while len(got) < 30:
        reader = follow(since).until(lambda each: each.news)
        live_hub.leave(reader.stream)
        got += reader.bodies
        since = reader.news[-1].number
    writer.join()
    assert got == [f"<p>{sentences(number)}</p>" for number in range(30)]


def test_too_much_at_once_is_a_word_to_read_anew(
    follow: Any, post: Any, sentences: Callable[[int], str], monkeypatch: Any
) -> None:
    monkeypatch.setattr(changes, "MOST", 2)
    since = last_number(PUBLIC)
    for number in range(3):
        post(sentences(number))
    (news,) = follow(since).until(lambda each: each.news).news
    assert (news.lost, news.changes, news.number) == (True, (), last_number(PUBLIC))
    assert len(follow(since + 1).until(lambda each: each.news).comments) == 2


def test_a_number_that_was_never_given_is_a_word_to_read_anew(follow: Any, post: Any) -> None:
    (news,) = follow(last_number(PUBLIC) + 1).until(lambda each: each.news).news
    assert news.lost
    reader = follow()
    Counter.objects.filter(name=NAME).update(value=0)  # as after a restored backup
    assert reader.until(lambda each: each.news).news[0].lost
    post("Again.")
    assert reader.until(lambda each: each.bodies).bodies == ["<p>Again.</p>"]


def test_a_reader_who_does_not_keep_up_is_let_go(
    follow: Any, post: Any, sentences: Callable[[int], str], monkeypatch: Any
) -> None:
    monkeypatch.setattr(streams, "MOST_WAITING", 2)
    slow, fast = follow(), follow()
    for number in range(4):
        post(sentences(number))
        fast.until(lambda each, wanted=number + 1: len(each.comments) == wanted)
    slow.until(lambda each: each.is_over)
    assert len(slow.comments) == 2
    assert not fast.is_over


@pytest.mark.parametrize("way", ["withdrawn", "off"])
def test_the_end_of_a_thread_is_told_and_then_there_is_none(
    way: str, follow: Any, post: Any, thread: Thread
) -> None:
    post("Said.")
    reader = follow()
    if way == "withdrawn":
        ReleasePage.objects.get(pk=thread.item.source_id).unpublish()
    else:
        set_brake(thread.pk, "OFF", slow_seconds=None)
    (news,) = reader.until(lambda each: each.news).news
    assert (news.ending, news.changes) == (way.upper(), ())
    with pytest.raises(NotFound):
        follow()


def test_a_thread_that_closes_tells_its_mode(follow: Any, thread: Thread) -> None:
    reader = follow()
    set_brake(thread.pk, "CLOSED", slow_seconds=None)
    assert reader.until(lambda each: each.threads).threads[0]["mode"] == "CLOSED"


def test_streams_are_limited_by_address_and_by_process(
    live_hub: hubs.Hub, follow: Any, settings: Any
) -> None:
    settings.NEWSROOM = settings.NEWSROOM | {"LIVE_STREAMS": 3, "LIVE_STREAMS_PER_ADDRESS": 2}
    mine = [follow(), follow()]
    with pytest.raises(RateLimited, match="2 streams") as refused:
        follow()
    assert refused.value.retry_after == 30
    follow(address="192.0.2.2")
    with pytest.raises(Busy):
        follow(address="192.0.2.3")
    assert live_hub.count() == 3
    live_hub.leave(mine[0].stream)
    live_hub.leave(mine[0].stream)
    follow()
    live_hub.serve(most=1, is_stopping=lambda: False)
    with pytest.raises(Busy):
        follow(address="192.0.2.3")
    assert live_hub.count() == 3


def test_the_thread_ends_with_the_last_stream_and_starts_with_the_next(
    live_hub: hubs.Hub, follow: Any, post: Any
) -> None:
    reader = follow()
    watcher = live_hub._watcher
    assert watcher is not None
    live_hub.leave(reader.stream)
    watcher.join(10)
    assert not watcher.is_alive()
    post("Nobody hears it.")
    reader = follow()
    post("Heard.")
    assert reader.until(lambda each: each.bodies).bodies == ["<p>Heard.</p>"]


def test_streams_end_when_the_server_wants_to_stop(live_hub: hubs.Hub, follow: Any) -> None:
    reader = follow()
    stopping = threading.Event()
    live_hub.serve(most=10, is_stopping=stopping.is_set)
    stopping.set()
    assert reader.until(lambda each: each.is_over).is_over
    with pytest.raises(Busy):
        follow()


def test_a_database_that_was_away_costs_no_change(follow: Any, post: Any, monkeypatch: Any) -> None:
    reader = follow()
    away, tried = threading.Event(), threading.Event()
    away.set()
    read = hubs.last_number

    def last(viewer: Any) -> int:
        if away.is_set():
            tried.set()
            raise OperationalError("The connection is lost.")
        return read(viewer)

    monkeypatch.setattr(hubs, "last_number", last)
    monkeypatch.setattr(hubs, "BACK_OFF_SECONDS", (0.01,))
    post("Said meanwhile.")
    assert tried.wait(10)
    away.clear()
    assert reader.until(lambda each: each.bodies).bodies == ["<p>Said meanwhile.</p>"]


def test_a_reader_whose_loop_is_gone_is_forgotten(live_hub: hubs.Hub, follow: Any, post: Any) -> None:
    def closed() -> None:
        raise RuntimeError("Event loop is closed")

    gone, other = follow(), follow()
    gone.stream.listen(closed)
    post()
    other.until(lambda each: each.comments)
    end = time.monotonic() + 10
    while live_hub.count() != 1 and time.monotonic() < end:
        other.stream.take()
    assert live_hub.count() == 1


def test_what_never_came_about_opens_nothing(
    live_hub: hubs.Hub, thread: Thread, follow: Any, monkeypatch: Any
) -> None:
    def fail(*args: Any, **kwargs: Any) -> None:
        raise OperationalError("The connection is lost.")

    monkeypatch.setattr(hubs, "news_of", fail)
    with pytest.raises(OperationalError):
        follow(0)
    assert live_hub.count() == 0


def test_a_decision_of_an_editor_is_heard(follow: Any, post: Any) -> None:
    user = User.objects.create_superuser("editor", "editor@norrvind.example", "a long pass phrase")
    posted = post("Praise.").comment
    reader = follow()
    decide.pin(posted.pk, user=user)
    assert reader.until(lambda each: each.comments).comments[0]["pinned"] is True
