"""What a stream sends, when it is quiet and when it ends, without a server."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from uuid import uuid4

import pytest
from django.test import AsyncRequestFactory, Client, RequestFactory

from cms.access import PUBLIC
from cms.conversation.live import hub as hubs
from cms.conversation.live.changes import Change, Ending, Kind, News
from cms.conversation.live.hub import Hub
from cms.conversation.live.streams import Stream
from cms.conversation.models import Thread
from newsroom_api.live import bodies
from newsroom_api.live.frames import ThreadEvents

NEWS = News(
    7,
    (
        Change(Kind.COMMENT, 6, {"body": "a\n\nb"}),
        Change(Kind.COMMENT, 7, {"body": "ä"}),
        Change(Kind.THREAD, 7, {"mode": "OPEN"}),
    ),
)
FRAMES = (
    'event: comment\ndata: {"body":"a\\n\\nb"}\nid: 6\n\n'
    'event: comment\ndata: {"body":"ä"}\n\n'
    'event: thread\ndata: {"mode":"OPEN"}\nid: 7\n\n'
)


def run_apart(work: Callable[[], Coroutine[Any, Any, Any]]) -> Any:
    """Run a coroutine in a thread of its own: browsers leave a loop running in this one."""
    with ThreadPoolExecutor(1) as threads:
        return threads.submit(lambda: asyncio.run(work())).result()


@pytest.fixture
def stream() -> Stream:
    stream = Stream(uuid4(), "192.0.2.1")
    stream.begin(5, None)
    return stream


def body_of(stream: Stream, request: Any) -> Any:
    response = bodies.stream_response(request, Hub(), stream, ThreadEvents())
    return response.streaming_content


@pytest.fixture
def patience(settings: Any) -> None:
    settings.NEWSROOM = settings.NEWSROOM | {"LIVE_HEARTBEAT_SECONDS": 0}


@pytest.mark.usefixtures("patience")
def test_a_thread_sends_what_happens_and_that_it_is_there(stream: Stream) -> None:
    body = iter(body_of(stream, RequestFactory().get("/")))
    opening = next(body).decode()
    assert opening.startswith("retry: ")
    assert opening.endswith("\nid: 5\n\n")
    assert next(body) == b":\n\n"
    stream.put(NEWS)
    assert next(body).decode() == FRAMES
    assert next(body) == b":\n\n"
    stream.put(News(8, lost=True))
    stream.put(News(9, ending=Ending.WITHDRAWN))
    assert next(body).decode() == (
        'event: reset\ndata: {}\nid: 8\n\nevent: end\ndata: {"reason": "WITHDRAWN"}\nid: 9\n\n'
    )
    assert list(body) == []


@pytest.mark.usefixtures("patience")
def test_a_task_sends_the_same(stream: Stream) -> None:
    async def read() -> list[str]:
        got = []
        async for chunk in body_of(stream, AsyncRequestFactory().get("/")):
            got.append(chunk.decode())
            if len(got) == 2:
                stream.put(NEWS)
            if len(got) == 3:
                stream.put(News(9, ending=Ending.OFF))
        return got

    got = run_apart(read)
    assert got[0].endswith("\nid: 5\n\n")
    assert got[1:] == [":\n\n", FRAMES, 'event: end\ndata: {"reason": "OFF"}\nid: 9\n\n']


def test_streams_end_in_time_and_when_they_are_stopped(stream: Stream, settings: Any) -> None:
    settings.NEWSROOM = settings.NEWSROOM | {"LIVE_SECONDS": 0}
    assert len(list(body_of(stream, RequestFactory().get("/")))) == 1
    settings.NEWSROOM = settings.NEWSROOM | {"LIVE_SECONDS": 60}
    stream.put(NEWS)
    stream.stop()
    assert [chunk.decode() for chunk in body_of(stream, RequestFactory().get("/"))][1:] == [FRAMES]


def test_a_reader_who_takes_nothing_is_let_go(stream: Stream, monkeypatch: Any) -> None:
    monkeypatch.setattr(bodies, "SEND_SECONDS", 0.01)
    ours, theirs = socket.socketpair()
    with ours, theirs:
        ours.setblocking(False)
        with contextlib.suppress(BlockingIOError):
            while ours.send(bytes(65536)):
                pass
        request = RequestFactory().get("/", **{"gunicorn.socket": ours})
        body = iter(body_of(stream, request))
        next(body)
        stream.put(NEWS)
        assert list(body) == []


def test_a_task_whose_reader_takes_nothing_is_cancelled(stream: Stream, monkeypatch: Any) -> None:
    monkeypatch.setattr(bodies, "SEND_SECONDS", 0.01)

    async def send() -> None:
        async for _ in body_of(stream, AsyncRequestFactory().get("/")):
            await asyncio.Event().wait()  # as a server does whose reader takes nothing

    with pytest.raises(asyncio.CancelledError):
        run_apart(send)


@pytest.fixture
def one_hub(monkeypatch: Any, transactional_db: None) -> Iterator[Hub]:
    found = Hub()
    monkeypatch.setattr(hubs, "_hub", found)
    yield found
    found.close()


def test_the_address_answers_with_its_errors(one_hub: Hub, thread: Thread, settings: Any) -> None:
    settings.NEWSROOM = settings.NEWSROOM | {"LIVE_STREAMS_PER_ADDRESS": 1}
    client, path = Client(), f"/api/v1/threads/{thread.pk}/events"

    def refused(path: str, **headers: str) -> tuple[int, str]:
        response = client.get(path, **headers)
        return response.status_code, response.json()["code"]

    assert refused(f"/api/v1/threads/{uuid4()}/events") == (404, "NOT_FOUND")
    assert refused(f"{path}?since=x") == (400, "INVALID_INPUT")
    assert refused(f"{path}?until=1") == (400, "INVALID_INPUT")
    assert refused(path, HTTP_ACCEPT="application/json") == (406, "NOT_ACCEPTABLE")
    head = client.head(path)
    assert (head.status_code, head["Content-Type"], one_hub.count()) == (200, "text/event-stream", 0)
    opened = client.get(path)
    assert opened.status_code == 200
    assert refused(path) == (429, "RATE_LIMITED")
    opened.close()
    assert one_hub.count() == 0


def test_a_stream_that_was_never_read_is_given_back(one_hub: Hub, thread: Thread) -> None:
    stream = one_hub.open(PUBLIC, thread.pk, address="192.0.2.1", since=None)
    for request in (RequestFactory().get("/"), AsyncRequestFactory().get("/")):
        bodies.stream_response(request, one_hub, stream, ThreadEvents()).close()
    assert one_hub.count() == 0
