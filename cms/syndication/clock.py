"""What the worker does for syndication at its looks for what is due: nothing here is slow when nothing is due."""

from __future__ import annotations

from cms.ledger.clock import Work, listen
from cms.syndication.deliveries.forgetting import forget
from cms.syndication.websub import take_up_overdue

MINUTE = 60
HOUR = 3600

WORKS = (
    Work(take_up_overdue, seconds=MINUTE),
    Work(forget, seconds=HOUR),
)


def connect() -> None:
    """Listen to the worker."""
    listen(WORKS)
