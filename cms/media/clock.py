"""What the worker does for media at its looks for what is due: nothing here is slow when nothing is due."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from cms.ledger.worker import ticked
from cms.media import audit, expiry, shelf, tasks
from cms.media.uploads.services import clear_abandoned

MINUTE = 60
HOUR = 3600


class Work:
    """Something to do at each look of the worker, or at the first look after `seconds` have passed."""

    def __init__(self, action: Callable[[], Any], *, seconds: float = 0) -> None:
        self.action = action
        self.seconds = seconds
        self._next = 0.0

    def __call__(self, **kwargs: Any) -> None:
        now = time.monotonic()
        if now >= self._next:
            self.action()
            self._next = now + self.seconds

    def __repr__(self) -> str:
        return self.action.__qualname__


WORKS = (
    Work(shelf.sweep),
    Work(tasks.end_expired),
    Work(clear_abandoned, seconds=MINUTE),
    Work(tasks.forget_abandoned, seconds=HOUR),
    Work(audit.remove_unrecorded, seconds=HOUR),
    Work(expiry.tell_editors, seconds=HOUR),
)


def connect() -> None:
    """Listen to the worker."""
    for work in WORKS:
        ticked.connect(work, dispatch_uid=repr(work))
