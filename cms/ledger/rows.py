"""What selectors give: items as lists and details show them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

COLUMNS = ("uid", "type", "version", "seq", "updated_at")
"""The columns of an item that a `Row` begins with; its content follows."""


@dataclass(frozen=True, slots=True)
class Row:
    """An item as a list or a detail shows it. `content` is its card, or its whole document where asked for."""

    uid: UUID
    type: str
    version: int
    seq: int
    updated_at: datetime
    content: Any
    """A dict, or JSON text when read `raw`."""
    snippet: str = ""
    """With a search: the best passage as HTML, the words found in `mark`."""
