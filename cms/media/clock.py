"""What the worker does for media at its looks for what is due: nothing here is slow when nothing is due."""

from __future__ import annotations

from cms.ledger.clock import Work, listen
from cms.media import audit, expiry, shelf, tasks
from cms.media.uploads.services import clear_abandoned

MINUTE = 60
HOUR = 3600


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
    listen(WORKS)
