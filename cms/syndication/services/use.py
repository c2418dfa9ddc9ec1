"""Writing down what partners use. None of it may cost a partner its answer: while the database is busy, it is left out."""

from __future__ import annotations

import logging
from datetime import datetime

from django.db import OperationalError, transaction
from django.db.models import F, Q
from django.utils import timezone

from cms.access import Viewer
from cms.syndication.models import PartnerKey, PartnerUse

logger = logging.getLogger(__name__)


def touch_key(pk: int, now: datetime, *, before: datetime) -> None:
    """Remember that a key was used, unless another request has done so since `before`."""
    stale = Q(last_used_at=None) | Q(last_used_at__lte=before)
    try:
        with transaction.atomic():
            PartnerKey.objects.filter(stale, pk=pk).update(last_used_at=now)
    except OperationalError as error:
        logger.warning("The use of a key was not written down: %s", type(error).__name__)


def record_use(viewer: Viewer, *, editions: int, size: int, seq: int, is_snapshot: bool) -> None:
    """Count what a partner got: one statement, and two for the first of a day."""
    if viewer.partner is None or (not editions and viewer.is_fresh):
        return
    now = timezone.now()
    added = {"requests": 1, "editions": editions, "bytes": size}
    newest = {"seq": seq, "is_snapshot": is_snapshot, "at": now}
    try:
        with transaction.atomic():
            today = PartnerUse.objects.filter(partner=viewer.partner, day=now.date())
            if not today.update(**{name: F(name) + count for name, count in added.items()}, **newest):
                use = PartnerUse(partner_id=viewer.partner, day=now.date(), **added, **newest)
                PartnerUse.objects.bulk_create([use], ignore_conflicts=True)
    except OperationalError as error:
        logger.warning("What a partner fetched was not written down: %s", type(error).__name__)
