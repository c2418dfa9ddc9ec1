"""Reading what is left of items that have been withdrawn, for those who pass the withdrawal on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import F

from cms.access import Viewer
from cms.ledger.document import ItemType
from cms.ledger.models import Edition, Item


@dataclass(frozen=True, slots=True)
class Tombstone:
    """An item that was public and is no more."""

    uid: UUID
    type: str
    kind: str
    version: int
    seq: int
    reason: str
    withdrawn_at: datetime


def find_tombstone(viewer: Viewer, uid: UUID, *, type: ItemType) -> Tombstone | None:
    """The tombstone of an item; None where it is public, or never was."""
    editions = Edition.objects.filter(
        item=uid, item__type=type, item__state=Item.State.WITHDRAWN, seq=F("item__seq")
    )
    columns = ("item__type", "item__kind", "version", "seq", "note", "issued_at")
    for row in editions.values_list(*columns):
        return Tombstone(uid, *row)
    return None
