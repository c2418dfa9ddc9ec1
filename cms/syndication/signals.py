"""What syndication hears of the ledger, in the transaction that issues or withdraws."""

from __future__ import annotations

from typing import Any

from cms.ledger.models import Edition
from cms.ledger.services import editions_issued
from cms.syndication.services.keeping import keep_keys
from cms.syndication.services.placing import place


def connect() -> None:
    """Listen."""
    editions_issued.connect(place_editions, dispatch_uid="newsroom_syndication_place_editions")
    editions_issued.connect(keep_keys_of, dispatch_uid="newsroom_syndication_keep_keys")


def place_editions(editions: list[Edition], **kwargs: Any) -> None:
    """Write down where each edition stands, so that a partner's part of the history is one query."""
    place(editions)


def keep_keys_of(editions: list[Edition], **kwargs: Any) -> None:
    """Write down by what items are found, so that withdrawn ones are still."""
    keep_keys(editions)
