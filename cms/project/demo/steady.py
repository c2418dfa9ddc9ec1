"""A process in which nothing happens by chance: the same is made with the same ids, at the same times, in every run.

For making examples in a database that is thrown away. Never where anything is secret: no token made here is.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any
from unittest.mock import patch

BEGINS = datetime(2026, 11, 3, 9, 0, tzinfo=UTC)
TICK = timedelta(milliseconds=1)


@contextmanager
def steady() -> Iterator[None]:
    """Chance and clock are those of every other run. Each look at the clock finds it a millisecond later."""
    chance, clock = random.Random(1), Clock()  # nosec B311 # meant to be foreseeable
    patches: list[Any] = [
        patch("os.urandom", chance.randbytes),
        patch("random._urandom", chance.randbytes),
        patch("django.utils.timezone.now", clock.now),
        patch("time.time", clock.time),
    ]
    with ExitStack() as stack:
        for each in patches:
            stack.enter_context(each)
        yield


class Clock:
    """Goes on by being looked at."""

    def __init__(self) -> None:
        self._now = BEGINS

    def now(self) -> datetime:
        self._now += TICK
        return self._now

    def time(self) -> float:
        return self._now.timestamp()
