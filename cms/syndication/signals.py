"""What syndication hears of the ledger, in the transaction that issues or withdraws."""

from __future__ import annotations

from typing import Any

from cms.ledger.models import Edition
from cms.ledger.services import editions_issued
from cms.syndication.services.placing import place
from cms.syndication.websub import note_editions


def connect() -> None:
    """Listen."""
    editions_issued.connect(place_editions, dispatch_uid="newsroom_syndication_place_editions")


def place_editions(editions: list[Edition], **kwargs: Any) -> None:
    """Write down where each edition stands, so that a partner's part of the history is one query."""
    place(editions)
    note_editions(editions)  # reads where they stand
