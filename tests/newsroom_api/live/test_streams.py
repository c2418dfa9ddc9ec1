"""Streams of servers that are really running: threads of gunicorn, tasks of uvicorn."""

from __future__ import annotations

import http.client
import json
import time
from typing import Any

import pytest
from django.db import connection

from cms.access import PUBLIC
from cms.conversation.models import CommentStatus, Thread
from cms.conversation.selectors import get_comment, get_thread, last_number
from cms.conversation.services.changes import changing
from cms.conversation.services.threads import set_brake

pytestmark = pytest.mark.django_db(transaction=True)

STREAMS = 20


@pytest.mark.parametrize("kind", ["gunicorn", "uvicorn"])
def test_twenty_streams_get_what_is_published_and_nothing_else(
    kind: str, servers: dict[str, str], listen: Any, post: Any, thread: Thread
) -> None:
    address = servers[kind]
    clients = [listen(address).begun() for _ in range(STREAMS)]
    assert {client.status for client in clients} == {200}
    headers = dict(clients[0].response.getheaders())
    assert {name: headers[name] for name in ("Content-Type", "Cache-Control", "X-Accel-Buffering")} == {
        "Content-Type": "text/event-stream",
        "Cache-Control": "no-store",
        "X-Accel-Buffering": "no",
    }
    assert headers["Access-Control-Allow-Origin"] == "*"
    seen = post("When do they turn?", email="marker-mail@example.com").comment
    events = [client.until("comment") for client in clients]
    assert [event.json for event in events] == [get_comment(PUBLIC, seen.pk)] * STREAMS
    counts = [client.until("thread") for client in clients]
    assert [event.json for event in counts] == [get_thread(PUBLIC, uid=thread.pk)] * STREAMS
    assert {event.id for event in counts} == {str(last_number(PUBLIC))}

    with changing(thread.pk) as change:
        change.take(seen.pk).status = CommentStatus.REJECTED
    assert clients[0].until("comment").json["state"] == "REMOVED"
    set_brake(thread.pk, "PREMODERATED", slow_seconds=None)
    held = post("marker-held", author_name="marker-held").comment
    assert held.status == CommentStatus.HELD
    set_brake(thread.pk, "OFF", slow_seconds=None)
    for client in clients:
        assert client.until("end").json == {"reason": "OFF"}
        assert client.event() is None
    assert not [client.text for client in clients if "marker" in client.text]
    assert listen(address).status == 404


@pytest.mark.parametrize("kind", ["gunicorn", "uvicorn"])
def test_a_stream_goes_on_after_the_last_event(
    kind: str, servers: dict[str, str], listen: Any, post: Any
) -> None:
    address = servers[kind]
    client = listen(address).begun()
    post("First.")
    client.until("thread")
    client.close()
    post("Second.")
    again = listen(address, **{"Last-Event-ID": client.last_id})
    assert again.until("comment").json["body"] == "<p>Second.</p>"
    post("Third.")
    assert again.until("comment").json["body"] == "<p>Third.</p>"
    assert "First." not in again.text
    assert (
        listen(address, **{"Last-Event-ID": "of another site"}).until("reset").id == again.until("thread").id
    )


def test_streams_hold_no_connections_and_do_not_stand_in_the_way(
    servers: dict[str, str], listen: Any, thread: Thread, post: Any
) -> None:
    address = servers["gunicorn"]
    clients = []
    while len(clients) < 30:  # those of other tests leave when the server finds that they are gone
        client = listen(address)
        if client.status == 200:
            clients.append(client.begun())
    refused = listen(address)
    assert (refused.status, refused.response.getheader("Retry-After")) == (503, "30")
    assert json.loads(refused.response.read())["code"] == "UNAVAILABLE"
    plain = http.client.HTTPConnection(address, timeout=20)
    plain.request("GET", "/api/v1/releases")
    assert plain.getresponse().status == 200
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()")
            assert cursor.fetchone()[0] < 8
    clients[0].close()
    end = time.monotonic() + 20
    while listen(address).status != 200:  # as soon as the server finds that one is gone
        post()
        assert time.monotonic() < end


@pytest.mark.django_db(transaction=True)
def test_a_long_query_comes_in_an_address_and_is_answered(servers: dict[str, str], listen: Any) -> None:
    query = "%7B__typename%7D" + "+" * 8000
    for address in servers.values():
        answer = listen(address, f"/graphql/?query={query}"[:8000], Accept="application/json")
        assert (answer.status, answer.response.read()) == (200, b'{"data":{"__typename":"Query"}}')
