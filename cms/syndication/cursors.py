"""Where a reader of the changes has got to: in the snapshot that it began with, or in what happened since."""

from __future__ import annotations

import base64
import hashlib
import json
from dataclasses import dataclass
from enum import StrEnum

from cms.access import Scope
from cms.errors import InvalidCursor
from cms.ledger.paging import BIGGEST_INTEGER

FIELD = "after"
AGAIN = "Start again without it."


class Phase(StrEnum):
    """What a page is of."""

    SNAPSHOT = "s"
    DELTAS = "d"


@dataclass(frozen=True, slots=True)
class Position:
    """Where the next page begins: after the edition `seq`."""

    phase: Phase
    as_of: int
    """The last edition when the snapshot began."""
    seq: int
    mark: str
    """Of the filters and the scope by which it was read."""

    @property
    def is_snapshot(self) -> bool:
        """Whether there is still something of the beginning to come."""
        return self.phase is Phase.SNAPSHOT

    def __str__(self) -> str:
        """The opaque cursor."""
        content = json.dumps([self.phase, self.as_of, self.seq, self.mark], separators=(",", ":"))
        return base64.urlsafe_b64encode(content.encode()).decode().rstrip("=")


def mark_of(scope: Scope, filters: object) -> str:
    """What a cursor remembers of filters and scope."""
    text = f"{scope.version}\x1f{filters!r}"
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def position_of(cursor: str, *, mark: str, newest: int) -> Position:
    """The position in a cursor. Raises `InvalidCursor` for what this list did not give, or gave to somebody else.

    `newest` is the last edition that there is: what was seen of a later one, was seen of another ledger.
    """
    try:
        content = base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True)
        phase, as_of, seq, known = json.loads(content)
        position = Position(Phase(phase), _number(as_of), _number(seq), known)
        if str(position) != cursor:
            raise ValueError
    except (ValueError, TypeError, AttributeError, OverflowError, RecursionError):
        raise InvalidCursor(f"The cursor is not one that this list gave. {AGAIN}", field=FIELD) from None
    if known != mark:
        raise InvalidCursor(
            f"The cursor is of other filters, or your scope has changed since it was given. {AGAIN}",
            field=FIELD,
        )
    if seq > newest or as_of > newest:
        raise InvalidCursor(f"The cursor is ahead of everything that has happened here. {AGAIN}", field=FIELD)
    if seq < as_of if position.phase is Phase.DELTAS else seq > as_of:
        raise InvalidCursor(f"The cursor is not one that this list gave. {AGAIN}", field=FIELD)
    return position


def _number(value: object) -> int:
    if type(value) is not int or not 0 <= value <= BIGGEST_INTEGER:
        raise ValueError
    return value
