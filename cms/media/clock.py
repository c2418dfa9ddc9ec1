"""What the worker does for media at each of its looks: nothing here is slow when nothing is due."""

from __future__ import annotations

from typing import Any

from cms.ledger.worker import ticked
from cms.media import shelf, tasks


def connect() -> None:
    """Listen to the worker."""
    for work in (sweep_shelf, end_expired):
        ticked.connect(work, dispatch_uid=work.__name__)


def sweep_shelf(**kwargs: Any) -> None:
    """Take from the shelf what no item names."""
    shelf.sweep()


def end_expired(**kwargs: Any) -> None:
    """Assets whose rights have ended leave what shows them."""
    tasks.end_expired()
