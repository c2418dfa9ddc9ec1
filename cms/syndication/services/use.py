"""Writing down what partners use. None of it may cost a partner its answer: while the database is busy, it is left out."""

from __future__ import annotations

import logging
import time
from dataclasses import dataclass
from datetime import datetime
from threading import Lock
from typing import Any

from django.db import OperationalError, transaction
from django.db.models import F, Q
from django.utils import timezone

from cms.access import Viewer
from cms.syndication.models import PartnerKey, PartnerUse

WRITE_SECONDS = 1.0

logger = logging.getLogger(__name__)


def touch_key(pk: int, now: datetime, *, before: datetime) -> None:
    """Remember that a key was used, unless another request has done so since `before`."""
    stale = Q(last_used_at=None) | Q(last_used_at__lte=before)
    try:
        with transaction.atomic():
            PartnerKey.objects.filter(stale, pk=pk).update(last_used_at=now)
    except OperationalError as error:
        logger.warning("The use of a key was not written down: %s", type(error).__name__)


@dataclass(slots=True)
class Tally:
    """What was fetched with a key and is not written down yet."""

    requests: int = 0
    editions: int = 0
    bytes: int = 0
    written: float = 0.0
    """When it was last, by the clock of the process."""


_tallies: dict[str, Tally] = {}
_lock = Lock()


def record_use(
    viewer: Viewer, *, editions: int, size: int, seq: int, is_snapshot: bool, has_more: bool
) -> None:
    """Count what a partner got. It is written once a second while the partner fetches on, and when it has everything.

    What a process has counted within the second is lost when the process is killed.
    """
    if viewer.partner is None or (not editions and viewer.is_fresh):
        return
    with _lock:
        tally = _tallies.setdefault(viewer.key, Tally())
        tally.requests += 1
        tally.editions += editions
        tally.bytes += size
        if has_more and time.monotonic() < tally.written + WRITE_SECONDS:
            return
        added = {"requests": tally.requests, "editions": tally.editions, "bytes": tally.bytes}
        if has_more:
            _tallies[viewer.key] = Tally(written=time.monotonic())
        else:
            del _tallies[viewer.key]
    _write(viewer.partner, added, {"seq": seq, "is_snapshot": is_snapshot})


def _write(partner: int, added: dict[str, int], newest: dict[str, Any]) -> None:
    """One statement, and two for the first of a day."""
    now = timezone.now()
    newest = newest | {"at": now}
    try:
        with transaction.atomic():
            today = PartnerUse.objects.filter(partner=partner, day=now.date())
            if not today.update(**{name: F(name) + count for name, count in added.items()}, **newest):
                use = PartnerUse(partner_id=partner, day=now.date(), **added, **newest)
                PartnerUse.objects.bulk_create([use], ignore_conflicts=True)
    except OperationalError as error:
        logger.warning("What a partner fetched was not written down: %s", type(error).__name__)
