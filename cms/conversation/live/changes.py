"""Reading what has changed in threads between two numbers: once for all their streams.

Only what selectors show is read: published comments, and the places of those that were.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import groupby
from typing import Any
from uuid import UUID

from cms.conversation.contents import (
    THREAD_COLUMNS,
    Content,
    Place,
    comment_content,
    rows_of,
    thread_content,
)
from cms.conversation.models import Comment, Thread
from cms.ledger.models import Item
from cms.newsroom.commenting import ThreadMode

MOST = 500
"""Changes of comments that are handed out at once. Where there are more, reading the thread anew is cheaper."""

_UID, _MODE, _SEQ = (THREAD_COLUMNS.index(name) for name in ("uid", "mode", "seq"))


class Kind(StrEnum):
    """What a change is of."""

    COMMENT = "comment"
    THREAD = "thread"


class Ending(StrEnum):
    """Why nothing more will come of a thread."""

    WITHDRAWN = "WITHDRAWN"
    OFF = "OFF"


@dataclass(frozen=True)
class Change:
    """A comment or a thread that changed in public, as it is now."""

    kind: Kind
    number: int
    content: Content

    @cached_property
    def text(self) -> str:
        """The content as JSON, made once for all who get it."""
        return json.dumps(self.content, ensure_ascii=False, separators=(",", ":"))


@dataclass(frozen=True)
class News:
    """What happened in a thread up to `number`, in order: all of it, unless `lost` says that it was too much."""

    number: int
    changes: tuple[Change, ...] = ()
    lost: bool = False
    """Read the thread anew: this is not all that happened."""
    ending: Ending | None = None

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to tell."""
        return not (self.changes or self.lost or self.ending)

    def after(self, number: int) -> News:
        """What of it has a higher number."""
        if all(change.number > number for change in self.changes):
            return self
        later = tuple(change for change in self.changes if change.number > number)
        return News(self.number, later, self.lost, self.ending)

    def by_number(self) -> Iterator[tuple[int, list[Change]]]:
        """The changes that were committed together, with their number."""
        for number, together in groupby(self.changes, key=lambda change: change.number):
            yield number, list(together)


def news_of(threads: Collection[UUID], *, after: int, until: int) -> dict[UUID, News]:
    """What happened in each of `threads` (those of which there is something) after one number, until another."""
    found: dict[UUID, News] = {}
    rows: dict[UUID, Sequence[Any]] = {}
    places: dict[UUID, Place] = {}
    changed = Thread.objects.filter(pk__in=threads, seq__gt=after)
    for *row, state, url in changed.values_list(*THREAD_COLUMNS, "item__state", "item__card__url"):
        if state != Item.State.USABLE:
            found[row[_UID]] = News(until, ending=Ending.WITHDRAWN)
        elif row[_MODE] == ThreadMode.OFF:
            found[row[_UID]] = News(until, ending=Ending.OFF)
        else:
            rows[row[_UID]] = row
            places[row[_UID]] = Place(row[THREAD_COLUMNS.index("item_id")], url or "")
    comments, cut = _comments(places, after, until) if places else ({}, None)
    for uid, row in rows.items():
        if cut is not None and row[_SEQ] >= cut:
            found[uid] = News(until, lost=True)
        else:
            of_thread = Change(Kind.THREAD, min(row[_SEQ], until), thread_content(row))
            found[uid] = News(until, (*comments.get(uid, ()), of_thread))
    return found


def _comments(
    places: dict[UUID, Place], after: int, until: int
) -> tuple[dict[UUID, list[Change]], int | None]:
    """The changed comments by thread, in order; and the number from which on some are left out, if any are."""
    changed = Comment.objects.filter(seq__gt=after, seq__lte=until, thread__in=places).order_by("seq", "uid")
    rows = list(rows_of(changed, "seq")[: MOST + 1])
    cut = rows[-1][-1] if len(rows) > MOST else None
    found: dict[UUID, list[Change]] = {}
    for *row, number in rows:
        if cut is None or number < cut:
            change = Change(Kind.COMMENT, number, comment_content(row, places[row[1]]))
            found.setdefault(row[1], []).append(change)
    return found, cut
