"""Subscriptions over the graphql-sse protocol, in distinct connections mode."""

from __future__ import annotations

import http.client
import json
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode
from uuid import uuid4

import pytest
from django.test import Client

from cms.access import PUBLIC
from cms.conversation.models import Thread
from cms.conversation.selectors import last_number
from cms.conversation.services.threads import set_brake

pytestmark = pytest.mark.django_db(transaction=True)

COMMENTS = "subscription ($thread: ID!, $since: BigInt) { commentChanged(thread: $thread, since: $since) { id body author { name } } }"
COUNTS = "subscription ($thread: ID!) { threadChanged(thread: $thread) { mode commentCount } }"


def address_of(query: str, **variables: Any) -> str:
    return f"/graphql/?{urlencode({'query': query, 'variables': json.dumps(variables)})}"


@pytest.mark.parametrize("kind", ["gunicorn", "uvicorn"])
def test_a_subscription_is_told_what_happens_in_its_own_shape(
    kind: str, servers: dict[str, str], listen: Callable[..., Any], post: Any, thread: Thread
) -> None:
    post("Said before.")
    address, uid = servers[kind], str(thread.pk)
    since = last_number(PUBLIC) - 1
    comments = listen(address, address_of(COMMENTS, thread=uid, since=since)).begun()
    counts = listen(address, address_of(COUNTS, thread=uid)).begun()
    assert comments.until("next").json["data"]["commentChanged"]["body"] == "<p>Said before.</p>"
    posted = post("Said now.", author_name="Åsa").comment
    assert comments.until("next").json == {
        "data": {
            "commentChanged": {"id": str(posted.pk), "body": "<p>Said now.</p>", "author": {"name": "Åsa"}}
        }
    }
    assert counts.until("next").json == {"data": {"threadChanged": {"mode": "OPEN", "commentCount": 2}}}
    set_brake(thread.pk, "OFF", slow_seconds=None)
    for client in (comments, counts):
        assert client.event().name == "complete"
        assert client.event() is None


def events_of(response: Any) -> list[tuple[str, Any]]:
    assert response["Content-Type"] == "text/event-stream"
    blocks = response.content.decode().strip("\n").split("\n\n")
    pairs = [dict(line.split(": ", 1) for line in block.splitlines()) for block in blocks]
    return [(pair["event"], json.loads(pair["data"] or "null")) for pair in pairs]


@pytest.fixture
def ask(client: Client) -> Callable[..., Any]:
    def send(query: str, accept: str = "text/event-stream", **variables: Any) -> Any:
        body = {"query": query, "variables": variables}
        return client.post("/graphql/", body, content_type="application/json", headers={"Accept": accept})

    return send


def test_what_is_wrong_is_told_in_an_event(ask: Callable[..., Any], thread: Thread) -> None:
    def refused(query: str, **variables: Any) -> str:
        (first, content), last = events_of(ask(query, **variables))
        assert (first, last) == ("next", ("complete", None))
        return str(content["errors"][0]["extensions"]["code"])

    assert refused("subscription {") == "GRAPHQL_PARSE_FAILED"
    assert refused("subscription { nothing }") == "GRAPHQL_VALIDATION_FAILED"
    assert refused(COMMENTS) == "BAD_USER_INPUT"
    assert refused(COMMENTS, thread="x") == "INVALID_INPUT"
    assert refused(COMMENTS, thread=str(uuid4())) == "NOT_FOUND"
    two = "subscription ($thread: ID!) { a: threadChanged(thread: $thread) { id } b: threadChanged(thread: $thread) { id } }"
    assert refused(two, thread=str(thread.pk)) == "GRAPHQL_VALIDATION_FAILED"


def test_queries_are_answered_with_one_event(ask: Callable[..., Any]) -> None:
    asked = ask("{ __typename }")
    assert events_of(asked) == [("next", {"data": {"__typename": "Query"}}), ("complete", None)]
    assert asked["Cache-Control"] == "no-store"


def test_a_field_that_is_left_out_is_not_followed(ask: Callable[..., Any], thread: Thread) -> None:
    query = "subscription ($thread: ID!) { threadChanged(thread: $thread) @skip(if: true) { id } }"
    assert events_of(ask(query, thread=str(thread.pk))) == [("complete", None)]


def test_subscriptions_have_no_answer_in_json(ask: Callable[..., Any], thread: Thread) -> None:
    response = ask(COMMENTS, accept="application/json", thread=str(thread.pk))
    assert (response.status_code, response.json()["errors"][0]["extensions"]["code"]) == (
        406,
        "NOT_ACCEPTABLE",
    )


@pytest.mark.parametrize("kind", ["gunicorn", "uvicorn"])
def test_bodies_may_come_in_chunks_without_a_length(
    kind: str, servers: dict[str, str], thread: Thread
) -> None:
    def post(path: str, content: bytes) -> tuple[int, Any]:
        connection = http.client.HTTPConnection(servers[kind], timeout=20)
        chunks = iter([content[:7], content[7:]])
        connection.request("POST", path, chunks, {"Content-Type": "application/json"}, encode_chunked=True)
        answer = connection.getresponse()
        try:
            return answer.status, json.loads(answer.read())
        finally:
            connection.close()

    assert post("/graphql/", b'{"query": "{ __typename }"}') == (200, {"data": {"__typename": "Query"}})
    comments = f"/api/v1/threads/{thread.pk}/comments"
    written = {"body": f"In chunks, by {kind}.", "author_name": "Ann", "email": f"{kind}@example.com"}
    assert post(comments, json.dumps(written).encode())[0] == 201
    for path in ("/graphql/", comments):
        assert post(path, b"x" * 100_001)[0] == 413
