"""What is looked up about a submission: once, and not before a phase asks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cms.conversation import classifiers
from cms.conversation.classifiers import Score
from cms.conversation.models import Comment, CommentStatus, ModerationRules, Thread
from cms.conversation.moderation import Outcome, StoredHistory, run
from cms.conversation.moderation.context import Recent, Record

NOW = timezone.now().replace(microsecond=0)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Visitor:
    id: str = "a" * 32
    address_hash: str = "1" * 64


@pytest.fixture
def thread(make_release: Any) -> Thread:
    make_release("New turbines")
    return Thread.objects.get(item__title="New turbines")


@pytest.fixture
def store(thread: Thread) -> Callable[..., Comment]:
    def make(**fields: Any) -> Comment:
        given = {
            "thread": thread,
            "newsroom_id": thread.newsroom_id,
            "status": "PUBLISHED",
            "created_at": NOW,
        }
        return Comment.objects.create(**(given | fields))

    return make


def history(thread: Thread, **fields: Any) -> StoredHistory:
    given: dict[str, Any] = {
        "thread": thread.pk,
        "newsroom": thread.newsroom_id,
        "visitor": Visitor(),
        "email_hash": "e",
        "digest": "d",
        "slow_seconds": 0,
        "now": NOW,
    }
    return StoredHistory(**(given | fields))


def test_the_record_counts_one_persons_comments_here(thread: Thread, store: Any) -> None:
    store(email_hash="e")
    store(email_hash="e", created_at=NOW - 400 * DAY)
    store(email_hash="e", status=CommentStatus.REJECTED, created_at=NOW - 89 * DAY)
    store(email_hash="e", status=CommentStatus.REJECTED, created_at=NOW - 90 * DAY)
    store(email_hash="e", status=CommentStatus.HELD)
    store(email_hash="e", status=CommentStatus.WITHDRAWN)
    store(email_hash="other")
    edited = store(email_hash="e")
    assert history(thread).record() == Record(published=3, rejected_lately=1)
    assert history(thread, comment=edited.pk).record() == Record(published=2, rejected_lately=1)
    assert history(thread, email_hash="").record() == Record()


def test_the_record_is_one_newsrooms(thread: Thread, store: Any) -> None:
    store(email_hash="e", newsroom_id=thread.item_id)  # any other item serves
    assert history(thread).record() == Record()


def test_same_texts_of_the_last_day(thread: Thread, store: Any) -> None:
    store(digest="d", created_at=NOW - timedelta(hours=23))
    store(digest="d", created_at=NOW - DAY)
    store(digest="x")
    edited = store(digest="d", status=CommentStatus.REJECTED)
    assert history(thread).same_texts() == 2
    assert history(thread, comment=edited.pk).same_texts() == 1


def test_latest_texts_of_the_last_hour(thread: Thread, store: Any) -> None:
    store(plain="first", created_at=NOW - timedelta(minutes=50))
    store(plain="too old", created_at=NOW - HOUR)
    edited = store(plain="second", created_at=NOW - timedelta(minutes=40), status=CommentStatus.HELD)
    assert history(thread).latest_texts() == ("second", "first")
    assert history(thread, comment=edited.pk).latest_texts() == ("first",)
    for number in range(60):
        store(plain=str(number), created_at=NOW - timedelta(seconds=number))
    assert history(thread).latest_texts() == tuple(str(number) for number in range(50))


def test_recent_counts_for_rates(thread: Thread, store: Any, settings: Any) -> None:
    settings.NEWSROOM = settings.NEWSROOM | {"COMMENTS_PER_MINUTE": 10}
    first, second = NOW - timedelta(seconds=30), NOW - timedelta(seconds=10)
    store(address_hash="1" * 64, created_at=first)
    store(visitor="a" * 32, created_at=second)
    store(created_at=second)
    assert history(thread).recent() == Recent(
        from_address=1, first_from_address=first, in_thread=3, last_by_person=second
    )


def test_each_is_one_query_and_asked_once(thread: Thread, settings: Any) -> None:
    settings.NEWSROOM = settings.NEWSROOM | {"COMMENTS_PER_MINUTE": 10}
    with CaptureQueriesContext(connection) as queries:
        looked_up = history(thread)
        assert len(queries) == 0
        for number, ask in enumerate(
            (looked_up.recent, looked_up.record, looked_up.same_texts, looked_up.latest_texts), start=1
        ):
            ask()
            ask()
            assert len(queries) == number


def test_what_a_whole_run_asks_of_the_database(
    thread: Thread, submit: Any, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.NEWSROOM = settings.NEWSROOM | {"COMMENTS_PER_MINUTE": 10}
    monkeypatch.setattr(classifiers, "score", lambda *args, **kwargs: Score(0.9, 0.7, "spam-1"))
    with CaptureQueriesContext(connection) as queries:
        published = run(
            submit(history=history(thread), rules=ModerationRules(check_spam=False, check_toxicity=False))
        )
    assert published.outcome is Outcome.PUBLISH
    assert len(queries) == 3  # rates, same texts, latest texts
    with CaptureQueriesContext(connection) as queries:
        held = run(submit(history=history(thread), confirmed=True))
    assert (held.outcome, held.phase) == (Outcome.HOLD, "spam")
    assert len(queries) == 4  # and the person's record, for both classifiers
