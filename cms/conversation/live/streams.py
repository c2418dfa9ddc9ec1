"""A stream: what one reader of one thread has still to get. Filled by the hub, emptied by whoever sends it on."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock
from uuid import UUID

from cms.conversation.live.changes import News

MOST_WAITING = 50
"""News that wait for a reader. One who is slower than that is let go, and comes back for what it has not had."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What a stream had, and whether more will come."""

    news: list[News]
    is_over: bool


class Stream:
    """The news of one thread for one reader, each once and in order. Safe between threads."""

    def __init__(self, thread: UUID, address: str) -> None:
        self.thread = thread
        self.address = address
        self.position: int | None = None
        """The number up to which the reader has been given everything; None while that is being found out."""
        self.begins_after = 0
        """The number after which the reader goes on if it is cut off before the first event."""
        self._waiting: deque[News] = deque()
        self._over = False
        self._lock = Lock()
        self._notify: Callable[[], None] | None = None

    def listen(self, notify: Callable[[], None]) -> None:
        """Have `notify` called, from another thread, whenever there is something to take."""
        self._notify = notify

    def begin(self, position: int, news: News | None, *, since: int | None = None) -> None:
        """What happened before, after the number `since` if the reader gave one; from `position` on the hub tells."""
        with self._lock:
            later = [each for each in self._waiting if each.number > position]
            self._waiting = deque(each.after(position) for each in later)
            if news is not None:
                self._waiting.appendleft(news)
            self.position = position
            self.begins_after = position if since is None or since > position else since
        self._ring()

    def put(self, news: News) -> None:
        """Hand over what happened. A reader that does not keep up is let go."""
        with self._lock:
            if self.position is not None:
                if news.number <= self.position:
                    return
                news = news.after(self.position)
            if news.is_empty:
                return
            if len(self._waiting) >= MOST_WAITING:
                self._over = True
            if not self._over:
                self._waiting.append(news)
        self._ring()

    def stop(self) -> None:
        """Let the reader go once it has what waits for it."""
        with self._lock:
            self._over = True
        self._ring()

    def take(self) -> Taken:
        """Everything that waits, at once."""
        with self._lock:
            taken = Taken(list(self._waiting), self._over)
            self._waiting.clear()
        return taken

    def _ring(self) -> None:
        if self._notify is not None:
            self._notify()
