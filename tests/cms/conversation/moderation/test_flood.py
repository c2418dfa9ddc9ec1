"""Rates are counted among stored comments: exact whatever the number of processes, and one query."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cms.conversation.models import Comment, CommentStatus, ModerationRules, Thread
from cms.conversation.moderation import Outcome, flood
from cms.errors import RateLimited

NOW = timezone.now().replace(microsecond=0)


@dataclass(frozen=True)
class Visitor:
    id: str = ""
    address_hash: str = ""


ANNA = Visitor(id="a" * 32, address_hash="1" * 64)
BO = Visitor(id="b" * 32, address_hash="2" * 64)


@pytest.fixture
def thread(make_release: Any) -> Thread:
    make_release("New turbines")
    return Thread.objects.get(item__title="New turbines")


@pytest.fixture
def other_thread(make_release: Any) -> Thread:
    make_release("Old turbines")
    return Thread.objects.get(item__title="Old turbines")


def store(thread: Thread, visitor: Visitor, at: datetime, email_hash: str = "") -> Comment:
    return Comment.objects.create(
        thread=thread,
        newsroom_id=thread.newsroom_id,
        status=CommentStatus.HELD,
        created_at=at,
        visitor=visitor.id,
        address_hash=visitor.address_hash,
        email_hash=email_hash,
    )


@pytest.fixture
def limit(settings: Any) -> Callable[..., None]:
    def set_limits(**names: int) -> None:
        settings.NEWSROOM = settings.NEWSROOM | names

    return set_limits


def test_an_address_is_refused_over_its_limit_in_whatever_thread(
    thread: Thread, other_thread: Thread, limit: Any
) -> None:
    limit(COMMENTS_PER_MINUTE=3)
    store(thread, ANNA, NOW - timedelta(seconds=61))  # outside the minute
    store(thread, ANNA, NOW - timedelta(seconds=50))
    store(other_thread, ANNA, NOW - timedelta(seconds=40))
    assert flood.check(thread, ANNA, NOW) is None
    store(other_thread, ANNA, NOW - timedelta(seconds=1))
    with pytest.raises(RateLimited) as caught:
        flood.check(thread, ANNA, NOW)
    assert caught.value.retry_after == 10
    assert caught.value.message == (
        "3 comments a minute are allowed from one address. Try again in 10 seconds."
    )
    assert flood.check(thread, BO, NOW) is None
    assert flood.check(thread, ANNA, NOW + timedelta(seconds=10)) is None


def test_zero_switches_the_limits_off_and_asks_nothing(thread: Thread) -> None:
    for _ in range(12):
        store(thread, ANNA, NOW)
    with CaptureQueriesContext(connection) as queries:
        assert flood.count(thread.pk, ANNA, NOW, slow=0) == flood.Recent()
    assert len(queries) == 0


def test_nobody_is_limited_for_an_unknown_address(thread: Thread, limit: Any) -> None:
    limit(COMMENTS_PER_MINUTE=1)
    store(thread, Visitor(), NOW)
    assert flood.check(thread, Visitor(), NOW) is None


@pytest.mark.parametrize(
    ("who", "email_hash", "waits"),
    [
        (ANNA, "e1", True),
        (Visitor(id=ANNA.id, address_hash="9" * 64), "e9", True),
        (Visitor(id="c" * 32, address_hash=ANNA.address_hash), "e9", True),
        (Visitor(), "e1", True),
        (BO, "e2", False),
        (Visitor(), "", False),
    ],
)
def test_in_slow_mode_one_person_waits(thread: Thread, who: Visitor, email_hash: str, waits: bool) -> None:
    thread.slow_seconds = 120
    store(thread, ANNA, NOW - timedelta(seconds=90), email_hash="e1")
    if not waits:
        assert flood.check(thread, who, NOW, email_hash=email_hash) is None
        return
    with pytest.raises(RateLimited) as caught:
        flood.check(thread, who, NOW, email_hash=email_hash)
    assert caught.value.retry_after == 30
    assert caught.value.message == (
        "Comments by one person are 120 seconds apart here. Try again in 30 seconds."
    )
    assert flood.check(thread, who, NOW + timedelta(seconds=30), email_hash=email_hash) is None


def test_slow_mode_is_one_threads(thread: Thread, other_thread: Thread) -> None:
    other_thread.slow_seconds = 120
    store(thread, ANNA, NOW)
    assert flood.check(other_thread, ANNA, NOW) is None


def test_slow_mode_is_the_newsrooms_unless_the_thread_says_otherwise(thread: Thread, newsroom: Any) -> None:
    ModerationRules.objects.create(newsroom=newsroom, slow_seconds=45)
    assert flood.slow_seconds(thread) == 45
    thread.slow_seconds = 0
    assert flood.slow_seconds(thread) == 0


def test_a_thread_holds_what_comes_too_fast_from_many_addresses(thread: Thread, limit: Any) -> None:
    limit(COMMENTS_PER_MINUTE=2, THREAD_COMMENTS_PER_MINUTE=5)
    for number in range(4):
        store(thread, Visitor(address_hash=f"{number:064}"), NOW - timedelta(seconds=5))
    assert flood.check(thread, BO, NOW) is None
    store(thread, ANNA, NOW - timedelta(seconds=5))
    decision = flood.check(thread, BO, NOW)
    assert decision is not None
    assert (decision.outcome, decision.phase) == (Outcome.HOLD, "flood")
    assert decision.message == "Thank you. An editor reads your comment before it shows."
    assert decision.note == "5 comments in this thread within a minute"


def test_the_check_is_one_query_over_indexes(thread: Thread, limit: Any) -> None:
    limit(COMMENTS_PER_MINUTE=2, THREAD_COMMENTS_PER_MINUTE=5)
    thread.slow_seconds = 300
    Comment.objects.bulk_create(
        Comment(
            thread=thread,
            newsroom_id=thread.newsroom_id,
            status=CommentStatus.HELD,
            created_at=NOW - timedelta(minutes=number + 10),
            address_hash=f"{number:064}",
        )
        for number in range(2000)
    )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE newsroom_conversation_comment")
    with CaptureQueriesContext(connection) as queries, transaction.atomic():
        flood.check(thread, ANNA, NOW, email_hash="e")
    counts = [query["sql"] for query in queries if "newsroom_conversation_comment" in query["sql"]]
    assert len(counts) == 1
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("EXPLAIN " + counts[0])
        else:
            cursor.execute("EXPLAIN QUERY PLAN " + counts[0])
        plan = "\n".join(str(row[-1]) for row in cursor.fetchall())
    assert "comment_newest" in plan, plan
    assert "comment_of_address" in plan, plan
    assert "SCAN newsroom_conversation_comment" not in plan, plan
    assert "Seq Scan" not in plan, plan


@pytest.mark.django_db(transaction=True)
def test_requests_at_once_never_pass_the_limit_together(
    thread: Thread, other_thread: Thread, limit: Any
) -> None:
    limit(COMMENTS_PER_MINUTE=10)
    outcomes: list[bool] = []

    def post(number: int) -> None:
        try:
            for _ in range(6):
                with transaction.atomic():
                    where = (thread, other_thread)[number % 2]
                    locked = Thread.objects.select_for_update().get(pk=where.pk)
                    try:
                        flood.check(locked, ANNA, NOW)
                    except RateLimited:
                        outcomes.append(False)
                    else:
                        store(locked, ANNA, NOW)
                        outcomes.append(True)
        finally:
            connection.close()

    threads = [threading.Thread(target=post, args=(number,)) for number in range(8)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert len(outcomes) == 48
    assert sum(outcomes) == 10
    assert Comment.objects.count() == 10
