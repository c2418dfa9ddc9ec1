"""Comparing the shelf with the ledger, both ways, and mending what differs. Safe at any time.

The storage is listed before the records are read: a file is recorded before it is put there, so what is listed and not
recorded is nobody's.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, field

from django.db.models import Exists, OuterRef
from django.utils import timezone

from cms.errors import NewsroomError
from cms.ledger import tasks as ledger_tasks
from cms.media import shelf
from cms.media.models import Derivative, ShelfFile
from cms.media.storage import shelf as storage

State = ShelfFile.State
logger = logging.getLogger(__name__)


@dataclass(slots=True)
class Findings:
    """What differs, as names on the shelf; and, after mending, what could not be mended."""

    files: int = 0
    unrecorded: list[str] = field(default_factory=list)
    """On the shelf, and nobody knows of it."""
    unnamed: list[str] = field(default_factory=list)
    """On the shelf, and no item names it: the next sweep takes it away."""
    missing: list[str] = field(default_factory=list)
    """Named by an item, and not on the shelf."""
    failed: dict[str, str] = field(default_factory=dict)

    @property
    def is_clean(self) -> bool:
        """Whether shelf and ledger agree."""
        return not (self.unrecorded or self.unnamed or self.missing)


def audit(*, repair: bool = False) -> Findings:
    """Compare what is on the shelf with what items name; `repair` mends it. Raises `StorageUnavailable`."""
    there = set(storage.names())
    found = Findings(files=len(there))
    recorded = set(ShelfFile.objects.values_list("pk", flat=True))
    found.unrecorded = sorted(there - recorded)
    idle = ShelfFile.objects.exclude(state=State.LEAVING).filter(needed_until__lt=timezone.now())
    found.unnamed = sorted(
        idle.filter(~Exists(shelf.named().filter(value=OuterRef("name")))).values_list("pk", flat=True)
    )
    named = set(shelf.named().values_list("value", flat=True).distinct())
    found.missing = sorted(named - there)
    if repair:
        _repair(found)
    return found


def remove_unrecorded() -> int:
    """Take away what nobody knows of: a transaction of somebody's own was broken off after files were placed."""
    there = set(storage.names())
    stray = sorted(there - set(ShelfFile.objects.values_list("pk", flat=True)))
    storage.remove(stray)
    shelf.purge(stray)
    return len(stray)


def _repair(found: Findings) -> None:
    storage.remove(found.unrecorded)
    shelf.purge(found.unrecorded)
    for name in found.missing:
        try:
            _bring_back(name)
        except NewsroomError as error:
            logger.exception("Could not bring %s back", name)
            found.failed[name] = str(error)
    while shelf.sweep():
        pass


def _bring_back(name: str) -> None:
    """Put a file on the shelf again from its copy in the vault; where that is lost too, make it again."""
    ShelfFile.objects.filter(pk=name, state=State.PLACED).update(state=State.PLACING)
    copy = Derivative.objects.filter(shelf_name=name).first()
    if copy is not None:
        try:
            shelf.put(copy)
            return
        except FileNotFoundError:
            Derivative.objects.filter(asset_uid=copy.asset_uid, fingerprint=copy.fingerprint).delete()
    ledger_tasks.refresh(list(shelf.named().filter(value=name).values_list("item", flat=True)))
