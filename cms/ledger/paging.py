"""Keyset pages: a cursor names the last row seen by its sort key, so rows may come and go while a reader walks."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar
from uuid import UUID

from cms.conf import newsroom as conf
from cms.errors import InvalidCursor, InvalidInput

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class PageRequest:
    """Which page the reader asks for: `first` after `after`, or `last` before `before` (Relay's arguments)."""

    first: int | None = None
    after: str | None = None
    last: int | None = None
    before: str | None = None

    @property
    def backward(self) -> bool:
        return self.last is not None

    @property
    def size(self) -> int:
        """How many rows. Raises `InvalidInput` when it is not from 1 to the most allowed."""
        if self.first is not None and self.last is not None:
            raise InvalidInput("Give `first` or `last`, not both.", field="last")
        if self.backward and self.after is not None:
            raise InvalidInput("`last` goes with `before`, not with `after`.", field="after")
        if not self.backward and self.before is not None:
            raise InvalidInput("`before` goes with `last`.", field="before")
        asked = self.last if self.last is not None else self.first
        size = conf.PAGE_SIZE if asked is None else asked
        if not 1 <= size <= conf.PAGE_SIZE_MAX:
            field = "last" if self.backward else "first"
            raise InvalidInput(f"A page holds 1 to {conf.PAGE_SIZE_MAX} items; {size} was asked for.", field=field)
        return size

    @property
    def cursor(self) -> str | None:
        return self.before if self.backward else self.after


@dataclass(frozen=True, slots=True)
class PageOf(Generic[T]):
    """A page of rows, in the order of the list whichever way it was walked."""

    rows: Sequence[T]
    cursors: Sequence[str]
    has_next: bool
    has_previous: bool


Key = datetime | int | float
"""What rows are sorted by, before their id."""


def encode_cursor(order: str, key: Key, uid: UUID | None = None) -> str:
    """An opaque cursor for the row with sort key `key` (and `uid`) in a list ordered by `order`."""
    value = key.isoformat() if isinstance(key, datetime) else key
    content = json.dumps([order, value, uid.hex if uid else None], separators=(",", ":"))
    return base64.urlsafe_b64encode(content.encode()).decode().rstrip("=")


def decode_cursor(cursor: str, order: str, kind: type[Key]) -> tuple[Key, UUID | None]:
    """The sort key and id in a cursor. Raises `InvalidCursor` for anything that `encode_cursor` did not make."""
    try:
        content = base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True)
        made_for, value, uid = json.loads(content)
        key: Key = datetime.fromisoformat(value) if kind is datetime else kind(value)  # type: ignore[call-arg]
        if made_for != order or (isinstance(key, datetime) and key.tzinfo is None):
            raise ValueError
        return key, UUID(hex=uid) if uid else None
    except (ValueError, TypeError, AttributeError, OverflowError, RecursionError, binascii.Error):
        raise InvalidCursor(
            "The cursor is not one that this list gave. Start again without a cursor.", field="cursor"
        ) from None
