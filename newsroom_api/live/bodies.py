"""The endless body of an answer: takes what its stream has and sends it, until the reader, the hub or time ends it."""

from __future__ import annotations

import asyncio
import random
import select
import time
from collections.abc import AsyncIterator, Iterator
from functools import partial
from threading import Event
from typing import Any

from asgiref.sync import sync_to_async
from django.core.handlers.asgi import ASGIRequest
from django.db import connections
from django.http import HttpRequest, StreamingHttpResponse

from cms.conf import newsroom as conf
from cms.conversation.live.hub import Hub
from cms.conversation.live.streams import Stream
from newsroom_api.live.frames import HEARTBEAT, MEDIA_TYPE, Encoder, opening

SEND_SECONDS = 20
"""How long a reader may take nothing of what is sent."""
HEADERS = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}


def stream_response(
    request: HttpRequest, hub: Hub, stream: Stream, encoder: Encoder
) -> StreamingHttpResponse:
    """The answer that sends a stream. From here on no connection to the database is held."""
    reading = Reading(hub, stream, encoder)
    body: ThreadedBody | AsyncBody
    if isinstance(request, ASGIRequest):
        body = AsyncBody(reading)
    else:
        body = ThreadedBody(reading, request.META.get("gunicorn.socket"))
    response = StreamingHttpResponse(body, content_type=MEDIA_TYPE, headers=HEADERS)
    release_database()
    return response


def release_database() -> None:
    """Give back this thread's connections: hundreds of streams must not hold hundreds of them."""
    for connection in connections.all(initialized_only=True):
        if not connection.in_atomic_block:
            connection.close()


class Reading:
    """One reader's stream: what to send next, and whether that is all."""

    def __init__(self, hub: Hub, stream: Stream, encoder: Encoder) -> None:
        self.hub = hub
        self.stream = stream
        self.encoder = encoder
        self.until: float = time.monotonic() + conf.LIVE_SECONDS * random.uniform(0.9, 1.1)  # nosec B311
        self.is_over = False

    def opening(self) -> bytes:
        return opening(self.stream.begins_after)

    def next(self) -> bytes:
        """What there is to send now; empty when there is nothing."""
        taken = self.stream.take()
        ends = any(news.ending for news in taken.news)
        self.is_over = taken.is_over or ends or time.monotonic() > self.until
        return b"".join(self.encoder.encode(news) for news in taken.news)

    def seconds(self) -> float:
        """How long to wait for news."""
        heartbeat: int = conf.LIVE_HEARTBEAT_SECONDS
        return max(0.0, min(float(heartbeat), self.until - time.monotonic()))

    def leave(self) -> None:
        self.hub.leave(self.stream)


class ThreadedBody:
    """For WSGI: the thread of the request waits."""

    def __init__(self, reading: Reading, socket: Any = None) -> None:
        self._reading = reading
        self._socket = socket
        self._news = Event()
        self._has_begun = False
        if socket is not None:
            socket.settimeout(SEND_SECONDS)

    def __iter__(self) -> Iterator[bytes]:
        return self

    def __next__(self) -> bytes:
        if not self._has_begun:
            self._has_begun = True
            self._reading.stream.listen(self._news.set)
            return self._reading.opening()
        chunk = self._next()
        if not self._can_send():
            raise StopIteration
        return chunk

    def _next(self) -> bytes:
        while not self._reading.is_over:
            self._news.clear()
            if chunk := self._reading.next():
                return chunk
            if not self._reading.is_over and not self._news.wait(self._reading.seconds()):
                return HEARTBEAT
        raise StopIteration

    def _can_send(self) -> bool:
        """Whether the reader takes what is sent. gunicorn would wait for it for ever."""
        if self._socket is None:
            return True
        writable = select.poll()
        writable.register(self._socket, select.POLLOUT)
        return bool(writable.poll(SEND_SECONDS * 1000))

    def close(self) -> None:
        """The reader is gone. Called by the server, begun or not."""
        self._reading.leave()


class AsyncBody:
    """For ASGI: a task of the event loop waits."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading

    async def __aiter__(self) -> AsyncIterator[bytes]:
        loop, news = asyncio.get_running_loop(), asyncio.Event()
        self._reading.stream.listen(partial(_set_from_outside, loop, news))
        chunk = self._reading.opening()
        try:
            while chunk:
                patience = loop.call_later(SEND_SECONDS, _cancel, asyncio.current_task())
                try:
                    yield chunk
                finally:
                    patience.cancel()
                chunk = await self._next(news)
        finally:
            self.close()

    async def _next(self, news: asyncio.Event) -> bytes:
        while not self._reading.is_over:
            news.clear()
            if chunk := await self._take():
                return chunk
            if not self._reading.is_over:
                try:
                    await asyncio.wait_for(news.wait(), self._reading.seconds())
                except TimeoutError:
                    return HEARTBEAT
        return b""

    async def _take(self) -> bytes:
        if self._reading.encoder.is_slow:
            return await sync_to_async(self._reading.next, thread_sensitive=False)()
        return self._reading.next()

    def close(self) -> None:
        """The reader is gone."""
        self._reading.leave()


def _set_from_outside(loop: asyncio.AbstractEventLoop, event: asyncio.Event) -> None:
    loop.call_soon_threadsafe(event.set)


def _cancel(task: asyncio.Task[Any] | None) -> None:
    if task is not None:
        task.cancel()
