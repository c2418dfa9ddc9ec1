"""Cursors of lists of comments and threads: the sort keys of the last row seen, whatever their number."""

from __future__ import annotations

import base64
import json
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from cms.errors import InvalidCursor

BIGGEST_INTEGER = 2**63 - 1


def encode(order: str, keys: Sequence[Any]) -> str:
    """An opaque cursor for the row with these sort keys: whole numbers, times, ids."""
    text = json.dumps([order, *map(_written, keys)], separators=(",", ":"))
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def decode(cursor: str, order: str, kinds: Sequence[type[Any]]) -> list[Any]:
    """The sort keys in a cursor. Raises `InvalidCursor` for anything that `encode` did not make for this order."""
    try:
        text = base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True)
        _, *values = json.loads(text)
        keys = [_read(value, kind) for value, kind in zip(values, kinds, strict=True)]
        if encode(order, keys) != cursor:
            raise ValueError
    except (ValueError, TypeError, AttributeError, OverflowError, RecursionError):
        raise InvalidCursor(
            "The cursor is not one that this list gave. Start again without a cursor.", field="cursor"
        ) from None
    return keys


def _written(key: Any) -> Any:
    if isinstance(key, datetime):
        return key.astimezone(UTC).isoformat()
    return key.hex if isinstance(key, UUID) else key


def _read(value: Any, kind: type[Any]) -> Any:
    if kind is int:
        if type(value) is not int or not 0 <= value <= BIGGEST_INTEGER:
            raise ValueError
        return value
    if kind is UUID:
        return UUID(hex=value)
    moment = datetime.fromisoformat(value)
    if moment.tzinfo is None:
        raise ValueError
    return moment
