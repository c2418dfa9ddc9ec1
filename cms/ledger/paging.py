"""Keyset pages: a cursor names the last row seen by its sort key, so rows may come and go while a reader walks."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from math import isfinite
from typing import Any, Generic, TypeVar, overload
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
            raise InvalidInput(
                f"A page holds 1 to {conf.PAGE_SIZE_MAX} items; {size} was asked for.", field=field
            )
        return size

    @property
    def cursor(self) -> str | None:
        return self.before if self.backward else self.after


class Cursors(Sequence[str]):
    """The cursors of a page's rows, each made when it is asked for: most readers want the first or the last."""

    def __init__(self, marks: Sequence[Any], encode: Callable[[Any], str]) -> None:
        self._marks, self._encode = marks, encode

    def __len__(self) -> int:
        return len(self._marks)

    @overload
    def __getitem__(self, place: int) -> str: ...
    @overload
    def __getitem__(self, place: slice) -> list[str]: ...
    def __getitem__(self, place: int | slice) -> str | list[str]:
        if isinstance(place, slice):
            return [self._encode(mark) for mark in self._marks[place]]
        return self._encode(self._marks[place])


@dataclass(frozen=True, slots=True)
class PageOf(Generic[T]):
    """A page of rows, in the order of the list whichever way it was walked."""

    rows: Sequence[T]
    cursors: Sequence[str]
    has_next: bool
    has_previous: bool


Key = datetime | int | float | str
"""What rows are sorted by, before their id."""

BIGGEST_INTEGER = 2**63 - 1


def page_of(
    found: Sequence[tuple[T, Any]], page: PageRequest, encode: Callable[[Any], str] = str
) -> PageOf[T]:
    """The page asked for, from the rows `found` in the order walked: one more than fit, if any.

    Each row comes with what `encode` makes its cursor of.
    """
    size = page.size
    more = len(found) > size
    shown = found[:size][::-1] if page.backward else found[:size]
    return PageOf(
        rows=[row for row, _ in shown],
        cursors=Cursors([mark for _, mark in shown], encode),
        has_next=page.cursor is not None if page.backward else more,
        has_previous=more if page.backward else page.cursor is not None,
    )


def encode_cursor(order: str, key: Key, uid: UUID | None = None) -> str:
    """An opaque cursor for the row with sort key `key` (and `uid`) in a list ordered by `order`."""
    value = key.astimezone(UTC).isoformat() if isinstance(key, datetime) else key
    content = json.dumps([order, value, uid.hex if uid else None], separators=(",", ":"))
    return base64.urlsafe_b64encode(content.encode()).decode().rstrip("=")


def decode_cursor(cursor: str, order: str, kind: type[Key]) -> tuple[Key, UUID | None]:
    """The sort key and id in a cursor. Raises `InvalidCursor` for anything that `encode_cursor` did not make.

    An id is in every cursor but those of whole numbers, which are unique in themselves.
    """
    try:
        content = base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True)
        _, value, uid_hex = json.loads(content)
        key = _key(value, kind)
        uid = None if kind is int else UUID(hex=uid_hex)
        if encode_cursor(order, key, uid) != cursor:
            raise ValueError
    except (ValueError, TypeError, AttributeError, OverflowError, RecursionError):
        raise InvalidCursor(
            "The cursor is not one that this list gave. Start again without a cursor.", field="cursor"
        ) from None
    return key, uid


def _key(value: Any, kind: type[Key]) -> Key:
    if kind is datetime:
        moment = datetime.fromisoformat(value)
        if moment.tzinfo is None:
            raise ValueError
        return moment
    if kind is int and type(value) is int and 0 <= value <= BIGGEST_INTEGER:
        return value
    if kind is float and type(value) is float and isfinite(value):
        return value
    if kind is str and type(value) is str:
        return value
    raise ValueError
