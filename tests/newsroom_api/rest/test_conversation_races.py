"""Many requests at once: one key makes one comment, one visitor reacts once, one edit token withdraws once."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.db import connection, connections
from django.test import Client

from cms.conversation.identity import visitors
from cms.conversation.models import AnsweredRequest, Comment, Reaction, Thread

API = "/api/v1"
pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        connection.vendor != "postgresql", reason="SQLite has one writer: nothing races there."
    ),
]


def at_once(count: int, ask: Callable[[Client], Any]) -> list[Any]:
    """The answers to the same request, asked by so many threads at the same moment."""
    barrier = Barrier(count)

    def run(_number: int) -> Any:
        client = Client()
        barrier.wait()
        try:
            return ask(client)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(count) as pool:
        return list(pool.map(run, range(count)))


@pytest.fixture
def open_thread(newsroom: Any, make_release: Any) -> Thread:
    newsroom.comment_mode = "OPEN"
    newsroom.save()
    release = make_release("New turbines")
    return Thread.objects.get(item__source_id=release.pk)


def post(client: Client, thread: Thread, number: int = 0, **headers: str) -> Any:
    content = {
        "body": f"How fast do they turn? {number}",
        "author_name": "Ann",
        "email": f"ann{number}@example.com",
        "visitor_token": TOKEN,
    }
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    path = f"{API}/threads/{thread.pk}/comments"
    return client.post(path, json.dumps(content), "application/json", headers=named)


TOKEN = visitors.new_token()


def test_fifty_requests_with_one_key_make_one_comment(open_thread):
    answers = at_once(50, lambda client: post(client, open_thread, Idempotency_Key='"only-one"'))
    assert Counter(answer.status_code for answer in answers) == {201: 50}
    assert len({answer.content for answer in answers}) == 1
    assert Counter(answer.get("Idempotent-Replayed") for answer in answers) == {None: 1, "true": 49}
    assert (Comment.objects.count(), AnsweredRequest.objects.count()) == (1, 1)
    open_thread.refresh_from_db()
    assert open_thread.comment_count == 1


def test_fifty_different_requests_with_one_key_make_one_comment(open_thread):
    numbers = iter(range(50))
    answers = at_once(50, lambda client: post(client, open_thread, next(numbers), Idempotency_Key="only-one"))
    assert Counter(answer.status_code for answer in answers) == {201: 1, 422: 49}
    assert Comment.objects.count() == 1


def test_one_visitor_reacts_once(open_thread):
    made = post(Client(), open_thread).json()
    path, content = f"{API}/comments/{made['id']}/reactions", json.dumps({"name": "like"})
    answers = at_once(
        20,
        lambda client: client.post(path, content, "application/json", headers={"Visitor-Token": TOKEN}),
    )
    assert Counter(answer.status_code for answer in answers) == {200: 1, 409: 19}
    assert (Reaction.objects.count(), Comment.objects.get().reactions) == (1, {"like": 1})


def test_withdrawing_at_once(open_thread):
    made = post(Client(), open_thread).json()
    answers = at_once(
        10,
        lambda client: client.delete(
            f"{API}/comments/{made['id']}", headers={"Edit-Token": made["edit_token"]}
        ),
    )
    assert Counter((answer.status_code, answer.json()["status"]) for answer in answers) == {
        (200, "WITHDRAWN"): 10
    }
    open_thread.refresh_from_db()
    assert (open_thread.comment_count, Comment.objects.get().status) == (0, "WITHDRAWN")
