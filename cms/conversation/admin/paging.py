"""A page of one of the desk's lists, by keyset: rows may come and go while an editor walks, and the last page costs what
the first does. Nothing is counted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import F, Q, QuerySet, Value
from django.utils.dateparse import parse_datetime

from cms.conversation.admin.lists import Listing, Part
from cms.conversation.admin.scope import Scope
from cms.errors import InvalidCursor
from cms.ledger.paging import decode_cursor, encode_cursor

PAGE_SIZE = 50
MOST_SPLIT = 40
"""Newsrooms that are asked one by one; more are asked together, and sorted."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a row stands in a list."""

    part: int
    key: datetime
    uid: UUID


@dataclass(frozen=True, slots=True)
class DeskPage:
    """The comments of a page in their order, and the cursors of the pages around it (empty: there is none)."""

    uids: list[UUID]
    next: str
    previous: str


def read_page(listing: Listing, *, after: str = "", before: str = "", size: int = PAGE_SIZE) -> DeskPage:
    """The page after one cursor, or before another; one query. Raises `InvalidCursor`."""
    backward = bool(before)
    cursor = before or after
    place = _place(listing, cursor) if cursor else None
    found = _read(listing, place, backward, size + 1)
    more, shown = len(found) > size, found[:size]
    if backward:
        shown.reverse()
    has_next, has_previous = (True, more) if backward else (more, place is not None)
    return DeskPage(
        uids=[row.uid for row in shown],
        next=_cursor(listing, shown[-1]) if shown and has_next else "",
        previous=_cursor(listing, shown[0]) if shown and has_previous else "",
    )


def _read(listing: Listing, place: Place | None, backward: bool, size: int) -> list[Place]:
    selects: list[str] = []
    parameters: list[Any] = []
    for number, part in enumerate(listing.parts):
        if place is not None and (number > place.part if backward else number < place.part):
            continue
        bound = place if place is not None and number == place.part else None
        for rows in _by_newsroom(part, listing.scope):
            selected = _ordered(rows, part, number, bound, listing.descending != backward)[:size]
            try:
                sql, values = selected.query.sql_with_params()
            except EmptyResultSet:
                continue
            selects.append(f"SELECT * FROM ({sql}) AS part{len(selects)}")  # nosec B608 # compiled by Django
            parameters += values
    if not selects:
        return []
    part_sign = "DESC" if backward else "ASC"
    sign = "DESC" if listing.descending != backward else "ASC"
    sql = (
        f"SELECT part, moment, comment_uid FROM ({' UNION ALL '.join(selects)}) AS found "  # nosec B608 # values are bound
        f"ORDER BY part {part_sign}, moment {sign}, comment_uid {sign} LIMIT {size}"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return [_row(columns) for columns in cursor.fetchall()]


def _by_newsroom(part: Part, scope: Scope) -> Iterator[QuerySet[Any]]:
    ids = [newsroom.page_id if part.by_page else newsroom.uid for newsroom in scope]
    if part.split and len(ids) <= MOST_SPLIT:
        for each in ids:
            yield part.rows.filter(**{part.newsroom: each})
    else:
        yield part.rows.filter(**{f"{part.newsroom}__in": ids})


def _ordered(
    rows: QuerySet[Any], part: Part, number: int, place: Place | None, downward: bool
) -> QuerySet[Any]:
    if place is not None:
        side = "lt" if downward else "gt"
        beyond = Q(**{f"{part.key}__{side}": place.key}) | Q(**{f"{part.comment}__{side}": place.uid})
        rows = rows.filter(beyond, **{f"{part.key}__{side}e": place.key})
    sign = "-" if downward else ""
    ordered: QuerySet[Any] = (
        rows.order_by(f"{sign}{part.key}", f"{sign}{part.comment}")
        .annotate(part=Value(number), moment=F(part.key), comment_uid=F(part.comment))
        .values_list("part", "moment", "comment_uid")
    )
    return ordered


def _cursor(listing: Listing, place: Place) -> str:
    return encode_cursor(f"{listing.name} {place.part}", place.key, place.uid)


def _place(listing: Listing, cursor: str) -> Place:
    for number in range(len(listing.parts)):
        try:
            key, uid = decode_cursor(cursor, f"{listing.name} {number}", datetime)
        except InvalidCursor:
            continue
        if isinstance(key, datetime) and uid is not None:
            return Place(number, key, uid)
    raise InvalidCursor("The cursor is not one that this list gave. Start again without a cursor.")


def _row(columns: Sequence[Any]) -> Place:
    """A row as it comes: SQLite gives texts for times and ids."""
    part, moment, uid = columns
    key = moment if isinstance(moment, datetime) else parse_datetime(moment)
    if key is None:
        raise ValueError(f"{moment!r} is no time.")
    return Place(
        part, key if key.tzinfo else key.replace(tzinfo=UTC), uid if isinstance(uid, UUID) else UUID(uid)
    )
