"""Work that other domains have done at the worker's looks for what is due, at each or once in a while."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from typing import Any

from cms.ledger.worker import ticked


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
        return f"{self.action.__module__}.{self.action.__qualname__}"


def listen(works: Iterable[Work]) -> None:
    """Have all this done by whatever worker runs."""
    for work in works:
        ticked.connect(work, dispatch_uid=repr(work))
