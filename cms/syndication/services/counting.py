"""Counting who follows short links: by item, channel and day, and nothing about the person.

A visit is noted in memory, and written after the visitor has been sent on: what the database is slow with, or cannot do,
is no visitor's business. While one thread writes, the others only note; so a flood becomes few statements.
"""

from __future__ import annotations

import datetime as dt
import logging
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from uuid import UUID

from django.db import Error, connection, transaction
from django.db.models import F
from django.utils import timezone

from cms.ledger.models import Item
from cms.syndication.models import ShareCount

logger = logging.getLogger(__name__)

Key = tuple[UUID, str, dt.date]

MOST_NOTED = 5_000
"""Items, channels and days that wait to be written; what comes beyond while the database is away is not counted."""
WAIT = 200
"""Milliseconds that writing waits for locks of others, before it leaves the counts for the next time."""

_noted: Counter[Key] = Counter()
_noting = Lock()
_writing = Lock()


def note_visit(item: UUID, channel: str) -> None:
    """Note that somebody has followed a short link of an item. Costs no statement."""
    key = (item, channel, timezone.now().astimezone(dt.UTC).date())
    with _noting:
        if key in _noted or len(_noted) < MOST_NOTED:
            _noted[key] += 1


def write_visits() -> None:
    """Write what has been noted, unless somebody is at it. Never raises: what fails is tried with the next visit."""
    while _noted and _writing.acquire(blocking=False):
        try:
            if not _write_once():
                return
        finally:
            _writing.release()


def _write_once() -> bool:
    """Write what is noted now, and say whether it was done."""
    with _noting:
        taken = dict(_noted)
        _noted.clear()
    try:
        with _waiting_briefly(), transaction.atomic():
            _add(taken)
    except Error:
        logger.warning("Visits of short links could not be counted now; they are kept.", exc_info=True)
        with _noting:
            for key in list(taken)[: MOST_NOTED - len(_noted)]:
                _noted[key] += taken[key]
        return False
    return True


def _add(taken: dict[Key, int]) -> None:
    """Two statements for the new days, and one for each count."""
    known = set(Item.objects.filter(uid__in={key[0] for key in taken}).values_list("uid", flat=True))
    rows = {key: count for key, count in sorted(taken.items(), key=str) if key[0] in known}
    ShareCount.objects.bulk_create(
        [ShareCount(item_id=item, channel=channel, day=day) for item, channel, day in rows],
        ignore_conflicts=True,
    )
    for (item, channel, day), count in rows.items():
        ShareCount.objects.filter(item=item, channel=channel, day=day).update(count=F("count") + count)


@contextmanager
def _waiting_briefly() -> Iterator[None]:
    """Inside, the database waits `WAIT` milliseconds for locks of others."""
    read, write = (
        ("SHOW lock_timeout", "SET lock_timeout = ")
        if connection.vendor == "postgresql"
        else (
            "PRAGMA busy_timeout",
            "PRAGMA busy_timeout = ",
        )
    )
    with connection.cursor() as cursor:
        cursor.execute(read)
        usual = cursor.fetchone()[0]
        cursor.execute(f"{write}{WAIT}")
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute(f"{write}'{usual}'" if isinstance(usual, str) else f"{write}{usual}")
