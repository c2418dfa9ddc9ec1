"""The hub of a process: its open streams, and one thread that looks for what is new and hands it to them.

The thread starts with the first stream and ends after the last. It remembers the last number that it has seen, so a
database or a line that was away for a while costs time, and no change.
"""

from __future__ import annotations

import logging
import os
import time
from collections import Counter
from collections.abc import Callable, Iterable
from functools import partial
from threading import Lock, Thread
from uuid import UUID

from django.db import close_old_connections, connections

from cms.access import PUBLIC, Viewer
from cms.conf import newsroom as conf
from cms.conversation.live.changes import News, news_of
from cms.conversation.live.streams import Stream
from cms.conversation.live.waking import Waking
from cms.conversation.selectors import get_thread, last_number
from cms.errors import Busy, NotFound, RateLimited
from cms.newsroom.commenting import ThreadMode

logger = logging.getLogger(__name__)

RETRY_SECONDS = 30
"""When to come back, for those who are told that there are too many streams."""
BACK_OFF_SECONDS = (0.5, 1.0, 2.0, 5.0, 10.0)
"""Between two attempts to reach a database that is away."""


class Hub:
    """The streams of one process."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._streams: dict[UUID, set[Stream]] = {}
        self._addresses: Counter[str] = Counter()
        self._position = 0
        self._watcher: Thread | None = None
        self._most: int | None = None
        self._is_stopping: Callable[[], bool] = lambda: False

    def serve(self, *, most: int, is_stopping: Callable[[], bool]) -> None:
        """What the web server says: how many streams it can carry, and when it wants to end."""
        self._most, self._is_stopping = most, is_stopping

    def open(self, viewer: Viewer, thread: UUID, *, address: str, since: int | None) -> Stream:
        """A stream of what happens in a public thread: from now on, or after the number `since`.

        Raises `NotFound`, `RateLimited` (too many streams of this address), `Busy` (too many of this process).
        """
        if get_thread(viewer, uid=thread)["mode"] == ThreadMode.OFF:
            raise NotFound(f"No public thread has the id {thread}.", field="thread")
        stream = Stream(thread, address)
        self._enter(stream, last_number(viewer))
        try:
            now = last_number(viewer)
            stream.begin(now, None if since is None else _missed(thread, since, now), since=since)
        except BaseException:
            self.leave(stream)
            raise
        return stream

    def leave(self, stream: Stream) -> None:
        """The reader is gone. May be called twice."""
        with self._lock:
            streams = self._streams.get(stream.thread, set())
            if stream not in streams:
                return
            streams.remove(stream)
            if not streams:
                del self._streams[stream.thread]
            self._addresses[stream.address] -= 1
            if not self._addresses[stream.address]:
                del self._addresses[stream.address]

    def count(self) -> int:
        """How many streams are open."""
        return sum(self._addresses.values())

    def close(self) -> None:
        """Let all readers go and wait for the thread to end."""
        self._stop_all()
        with self._lock:
            self._streams.clear()
            self._addresses.clear()
            watcher = self._watcher
        if watcher is not None:
            watcher.join()

    def _enter(self, stream: Stream, number: int) -> None:
        """Make room for a stream. From now on it is given what has a higher number than the hub has seen."""
        with self._lock:
            if self._addresses[stream.address] >= conf.LIVE_STREAMS_PER_ADDRESS:
                raise RateLimited(
                    f"{conf.LIVE_STREAMS_PER_ADDRESS} streams may be open at a time. Close one first.",
                    retry_after=RETRY_SECONDS,
                )
            most = conf.LIVE_STREAMS if self._most is None else min(self._most, conf.LIVE_STREAMS)
            if self.count() >= most or self._is_stopping():
                raise Busy("Too many streams are open. Try again later.", retry_after=RETRY_SECONDS)
            self._addresses[stream.address] += 1
            self._streams.setdefault(stream.thread, set()).add(stream)
            if self._watcher is None or not self._watcher.is_alive():
                self._position = number
                self._watcher = Thread(target=self._watch, name="newsroom-live", daemon=True)
                self._watcher.start()

    def _watch(self) -> None:
        waking, failures = Waking(), 0
        try:
            while self._goes_on():
                if self._is_stopping():
                    self._stop_all()
                try:
                    close_old_connections()
                    self._look()
                    failures = 0
                except Exception as error:
                    failures = self._failed(error, failures)
                    continue
                waking.wait()
        finally:
            waking.close()
            connections.close_all()

    def _goes_on(self) -> bool:
        with self._lock:
            if not self._streams:
                self._watcher = None
            return bool(self._streams)

    def _look(self) -> None:
        """Hand out what is new."""
        number = last_number(PUBLIC)
        if number == self._position:
            return
        with self._lock:
            threads = list(self._streams)
        if number > self._position:
            news = news_of(threads, after=self._position, until=number)
            self._position = number
            for thread, happened in news.items():
                self._for_each([thread], partial(_put, happened))
        else:  # a backup was restored: the numbers begin again
            self._position = number
            self._for_each(threads, lambda stream: stream.begin(number, News(number, lost=True)))

    def _stop_all(self) -> None:
        with self._lock:
            threads = list(self._streams)
        self._for_each(threads, Stream.stop)

    def _for_each(self, threads: Iterable[UUID], do: Callable[[Stream], None]) -> None:
        with self._lock:
            streams = [stream for thread in threads for stream in self._streams.get(thread, ())]
        for stream in streams:
            try:
                do(stream)
            except RuntimeError:  # its event loop is closed
                self.leave(stream)

    def _failed(self, error: Exception, failures: int) -> int:
        if failures == 0:
            logger.warning("Live: the database cannot be read (%s); trying again.", type(error).__name__)
        connections.close_all()
        time.sleep(BACK_OFF_SECONDS[min(failures, len(BACK_OFF_SECONDS) - 1)])
        return failures + 1


def _put(news: News, stream: Stream) -> None:
    stream.put(news)


def _missed(thread: UUID, since: int, now: int) -> News | None:
    """What happened between the number that a reader has seen and now."""
    if since > now:
        return News(now, lost=True)
    return news_of([thread], after=since, until=now).get(thread)


_hub = Hub()


def hub() -> Hub:
    """The hub of this process."""
    return _hub


def _renew() -> None:
    """A forked process has neither the streams nor the thread of its parent."""
    global _hub
    _hub = Hub()


os.register_at_fork(after_in_child=_renew)
