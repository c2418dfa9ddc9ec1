"""What a thread's mode is, worked out from all who have a say. Pure: no database, no clock of its own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from cms.newsroom.commenting import ThreadMode

STRICTNESS = (ThreadMode.OPEN, ThreadMode.PREMODERATED, ThreadMode.CLOSED, ThreadMode.OFF)
"""From the most open to the strictest."""


@dataclass(frozen=True, slots=True)
class Say:
    """All that decides a thread's mode. Modes are values of `ThreadMode`; empty ones say nothing."""

    default: str
    """The newsroom's."""
    published_at: datetime
    chosen: str = ""
    """The item's, in place of the newsroom's."""
    brake: str = ""
    """The desk's, where it is stricter."""
    opens_at: datetime | None = None
    closes_at: datetime | None = None
    close_after_days: int | None = None
    """Days after the item's publication; None: never."""
    crisis: bool = False
    """While there is one, an editor looks at every comment first."""


def mode_at(say: Say, now: datetime) -> ThreadMode:
    """The strictest of all that is said."""
    said = [ThreadMode(say.chosen or say.default)]
    if say.brake:
        said.append(ThreadMode(say.brake))
    if say.crisis:
        said.append(ThreadMode.PREMODERATED)
    if (say.opens_at and now < say.opens_at) or any(now >= end for end in _ends(say)):
        said.append(ThreadMode.CLOSED)
    return strictest(said)


def next_change(say: Say, now: datetime) -> datetime | None:
    """When time alone will next change the mode, at the earliest."""
    moments = [*_ends(say), *([say.opens_at] if say.opens_at else [])]
    return min((moment for moment in moments if moment > now), default=None)


def strictest(modes: Iterable[ThreadMode]) -> ThreadMode:
    """The strictest of some modes."""
    return max(modes, key=STRICTNESS.index)


def _ends(say: Say) -> list[datetime]:
    ends = [say.closes_at] if say.closes_at else []
    if say.close_after_days is not None:
        ends.append(say.published_at + timedelta(days=say.close_after_days))
    return ends
