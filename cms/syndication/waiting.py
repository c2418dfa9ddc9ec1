"""Requests that wait for something to happen. Each keeps a thread, and neither a transaction nor a lock."""

from __future__ import annotations

import time
from collections.abc import Callable
from threading import Lock

from cms.access import Viewer
from cms.conf import newsroom as conf
from cms.ledger.selectors import last_change
from cms.syndication.selectors import Asked, ChangePage, list_changes

LOOK_SECONDS = 0.5
"""Between two looks at the number of the last edition."""


class Waiting:
    """The waiting requests of one process."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._count = 0
        self._is_stopping: Callable[[], bool] = lambda: False

    def serve(self, *, is_stopping: Callable[[], bool]) -> None:
        """What the web server says: when it wants to end."""
        self._is_stopping = is_stopping

    def count(self) -> int:
        """How many wait."""
        return self._count

    def next_page(
        self, viewer: Viewer, page: ChangePage, *, size: int, seconds: float, ask: Callable[[str], Asked]
    ) -> ChangePage:
        """The page that follows an empty one: as soon as something is in it, or empty when the time is over.

        `ask` checks the request anew before anything is read: a key may be revoked meanwhile. Where too many wait
        already, the answer is the empty page, at once.
        """
        if page.rows or page.has_more or seconds <= 0 or not self._enter():
            return page
        try:
            return self._wait(viewer, page, size, time.monotonic() + seconds, ask)
        finally:
            self._leave()

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

    def _enter(self) -> bool:
        with self._lock:
            if self._count >= conf.CHANGES_WAITING or self._is_stopping():
                return False
            self._count += 1
            return True

    def _leave(self) -> None:
        with self._lock:
            self._count -= 1


waiting = Waiting()
