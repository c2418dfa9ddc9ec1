"""Writing down where editions stand: a part of the transaction that makes them, with few statements for many."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from django.db.models import Max

from cms.ledger.document import ItemType
from cms.ledger.models import Edition, Facet
from cms.syndication.models import Placement, PlacementTopic

CHUNK = 500


def place(editions: Sequence[Edition]) -> None:
    """Write the placements of editions that have just been made, each an item's newest."""
    for start in range(0, len(editions), CHUNK):
        _place(editions[start : start + CHUNK])


def _place(editions: Sequence[Edition]) -> None:
    before = _placements_before(editions)
    Placement.objects.bulk_create([_placement(edition, before.get(edition.item_id)) for edition in editions])
    public = {edition.item_id: edition.seq for edition in editions if edition.document is not None}
    topics = Facet.objects.filter(item__in=public, name="topic").values_list("item", "value")
    PlacementTopic.objects.bulk_create(
        PlacementTopic(placement_id=public[item], topic_id=UUID(value)) for item, value in topics
    )


def _placements_before(editions: Iterable[Edition]) -> dict[UUID, int]:
    """The `seq` of the edition before of each item that had one and was public by it."""
    again = [edition for edition in editions if edition.version > 1]
    if not again:
        return {}
    first = min(edition.seq for edition in again)
    newest = (
        Edition.objects.filter(item__in=[edition.item_id for edition in again], seq__lt=first)
        .values("item")
        .annotate(newest=Max("seq"))
    )
    seqs = {row["newest"]: row["item"] for row in newest}
    public = Placement.objects.filter(edition__in=seqs).exclude(type="").values_list("edition", flat=True)
    return {seqs[seq]: seq for seq in public}


def _placement(edition: Edition, before: int | None) -> Placement:
    if edition.document is None:
        return Placement(edition_id=edition.seq, before_id=before)
    item, document = edition.item, edition.document
    return Placement(
        edition_id=edition.seq,
        before_id=before,
        type=item.type,
        kind=item.kind,
        newsroom_id=item.uid if item.type == ItemType.NEWSROOM else item.newsroom_id,
        locale=item.locale,
        ai_generated=_is_ai(document),
    )


def _is_ai(document: dict[str, Any]) -> bool:
    """Whether the item is a file that AI made: an asset, or what a visitor contributed."""
    file = document["file"] if document["type"] == ItemType.CONTRIBUTION else document
    return document["type"] in (ItemType.ASSET, ItemType.CONTRIBUTION) and bool(file.get("ai_generated"))
