"""What the worker does for syndication at its looks for what is due."""

from __future__ import annotations

from cms.ledger.clock import Work, listen
from cms.syndication.websub import take_up_overdue

WORKS = (Work(take_up_overdue, seconds=60),)


def connect() -> None:
    """Listen to the worker."""
    listen(WORKS)
