"""A hub of its own for each test, that looks often, and readers that collect what they get."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from cms.access import PUBLIC
from cms.conversation.live.changes import News
from cms.conversation.live.hub import Hub
from cms.conversation.live.streams import Stream
from cms.conversation.models import Thread
from tests.sentences import sentence

SECONDS = 10


class Reader:
    """Takes from a stream until it has what it waits for."""

    def __init__(self, stream: Stream) -> None:
        self.stream = stream
        self.news: list[News] = []
        self.is_over = False
        self._ring = threading.Event()
        stream.listen(self._ring.set)

    def until(self, done: Callable[[Reader], bool]) -> Reader:
        end = time.monotonic() + SECONDS
        while True:
            self._ring.clear()
            taken = self.stream.take()
            self.news += taken.news
            self.is_over |= taken.is_over
            if done(self):
                return self
            assert self._ring.wait(max(0, end - time.monotonic())), f"Not within {SECONDS} s: {self.news}"

    @property
    def comments(self) -> list[dict[str, Any]]:
        return [change.content for news in self.news for change in news.changes if change.kind == "comment"]

    @property
    def threads(self) -> list[dict[str, Any]]:
        return [change.content for news in self.news for change in news.changes if change.kind == "thread"]

    @property
    def bodies(self) -> list[str]:
        return [content["body"] for content in self.comments]


@pytest.fixture
def live_hub(settings: Any, transactional_db: None) -> Iterator[Hub]:
    settings.NEWSROOM = settings.NEWSROOM | {"LIVE_POLL_MILLISECONDS": 10}
    hub = Hub()
    yield hub
    hub.close()


@pytest.fixture
def follow(live_hub: Hub, thread: Thread) -> Callable[..., Reader]:
    """Opens a stream of the thread."""

    def open_one(
        since: int | None = None, *, of: Thread = thread, address: str = "192.0.2.1", on: Hub = live_hub
    ) -> Reader:
        return Reader(on.open(PUBLIC, of.pk, address=address, since=since))

    return open_one


@pytest.fixture
def sentences() -> Callable[[int], str]:
    """Texts that no check takes for repetitions."""
    return sentence
