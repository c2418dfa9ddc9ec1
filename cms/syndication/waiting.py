"""Requests that wait for something to happen. Each keeps a thread, and neither a transaction nor a lock."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable
from threading import Lock

from cms.access import Viewer
from cms.conf import newsroom as conf
from cms.ledger.selectors import last_change
from cms.syndication.selectors import Asked, ChangePage, list_changes

LOOK_SECONDS = 0.5
"""Between two looks at the number of the last edition."""
SHARE = 5
"""A fifth of the places is the most that one reader has."""


class Waiting:
    """The waiting requests of one process."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._waiting: Counter[str] = Counter()
        self._is_stopping: Callable[[], bool] = lambda: False

    def serve(self, *, is_stopping: Callable[[], bool]) -> None:
        """What the web server says: when it wants to end."""
        self._is_stopping = is_stopping

    def count(self) -> int:
        """How many wait."""
        return self._waiting.total()

    def next_page(
        self,
        viewer: Viewer,
        page: ChangePage,
        *,
        who: str,
        size: int,
        seconds: float,
        ask: Callable[[str], Asked],
    ) -> ChangePage:
        """The page that follows an empty one: as soon as something is in it, or empty when the time is over.

        `ask` checks the request anew before anything is read: a key may be revoked meanwhile. Where too many wait
        already, or `who` has its share of them, the answer is the empty page, at once.
        """
        if page.rows or page.has_more or seconds <= 0 or not self._enter(who):
            return page
        try:
            return self._wait(viewer, page, size, time.monotonic() + seconds, ask)
        finally:
            self._leave(who)

    def _wait(
        self, viewer: Viewer, page: ChangePage, size: int, until: float, ask: Callable[[str], Asked]
    ) -> ChangePage:
        while not (page.rows or page.has_more):
            left = until - time.monotonic()
            if left <= 0 or self._is_stopping():
                break
            time.sleep(min(LOOK_SECONDS, left))
            if last_change(viewer)[0] != page.next.seq:
                page = list_changes(viewer, ask(str(page.next)), size=size)
        return page

    def _enter(self, who: str) -> bool:
        most: int = conf.CHANGES_WAITING
        with self._lock:
            if self._waiting.total() >= most or self._is_stopping():
                return False
            if self._waiting[who] >= max(1, most // SHARE):
                return False
            self._waiting[who] += 1
            return True

    def _leave(self, who: str) -> None:
        with self._lock:
            self._waiting[who] -= 1
            self._waiting += Counter()  # drops those who have left


waiting = Waiting()
