"""Receipts: a partner says which versions of items it shows. The newest that it has told of stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from cms.access import Viewer
from cms.errors import InvalidKey, NewsroomError
from cms.syndication.models import Partner, Placement, Receipt
from cms.syndication.standing import Wanted, placed


@dataclass(frozen=True, slots=True)
class Shown:
    """An entry: that a partner shows a version of an item, or of a withdrawn one that it shows it no more."""

    item: UUID
    version: int
    url: str = ""


class Outcome(StrEnum):
    """What became of an entry."""

    RECORDED = "RECORDED"
    UNCHANGED = "UNCHANGED"
    OLDER = "OLDER"


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """What became of an entry: `version` is the newest that the partner has told of."""

    item: UUID
    version: int
    outcome: Outcome


class UnknownEntries(NewsroomError):
    """Entries of items or versions that the partner cannot have: by their place, the field and what is wrong."""

    code = "INVALID_INPUT"

    def __init__(self, wrong: dict[int, tuple[str, str]]) -> None:
        super().__init__("Nothing was recorded: some entries are of nothing that you were told of.")
        self.wrong = wrong


def acknowledge(*, viewer: Viewer, entries: Sequence[Shown]) -> list[Acknowledged]:
    """Record what a partner shows, all of it or nothing. Raises `UnknownEntries`. Doing it again changes nothing."""
    if viewer.partner is None:
        raise InvalidKey("Receipts are of partners: send a key.", is_missing=True)
    with transaction.atomic():
        Partner.objects.select_for_update().get(pk=viewer.partner)
        _check(viewer, entries)
        kept = {
            receipt.item_id: receipt
            for receipt in Receipt.objects.filter(
                partner=viewer.partner, item__in={entry.item for entry in entries}
            )
        }
        known = set(kept)
        changed: dict[UUID, Receipt] = {}
        outcomes = []
        for entry in entries:
            outcome = _outcome(entry, kept.get(entry.item))
            if outcome is Outcome.RECORDED:
                receipt = kept.get(entry.item) or Receipt(partner_id=viewer.partner, item_id=entry.item)
                receipt.version, receipt.url, receipt.at = entry.version, entry.url, timezone.now()
                kept[entry.item] = changed[entry.item] = receipt
            outcomes.append(outcome)
        Receipt.objects.bulk_create([changed[item] for item in changed if item not in known])
        again = [changed[item] for item in changed if item in known]
        Receipt.objects.bulk_update(again, ["version", "url", "at"], batch_size=500)
    return [
        Acknowledged(entry.item, kept[entry.item].version, outcome)
        for entry, outcome in zip(entries, outcomes, strict=True)
    ]


def _outcome(entry: Shown, kept: Receipt | None) -> Outcome:
    if kept is None or entry.version > kept.version:
        return Outcome.RECORDED
    if entry.version < kept.version:
        return Outcome.OLDER
    return Outcome.UNCHANGED if entry.url in ("", kept.url) else Outcome.RECORDED


def _check(viewer: Viewer, entries: Sequence[Shown]) -> None:
    """Whether the partner can have been told of all this. One statement; another only to say what is wrong."""
    told = placed(viewer.scope, Wanted())
    items, versions = {entry.item for entry in entries}, {entry.version for entry in entries}
    mine: set[tuple[UUID, int]] = set()
    if told is not None:
        found = Placement.objects.filter(told, edition__item__in=items, edition__version__in=versions)
        mine = set(found.values_list("edition__item", "edition__version"))
    missing = {place: entry for place, entry in enumerate(entries) if (entry.item, entry.version) not in mine}
    if not missing:
        return
    known: set[UUID] = set()
    if told is not None:
        asked = {entry.item for entry in missing.values()}
        rows = Placement.objects.filter(told, edition__item__in=asked)
        known = set(rows.order_by().values_list("edition__item", flat=True).distinct())
    raise UnknownEntries(
        {
            place: ("version", f"There is no version {entry.version} of this item that you were told of.")
            if entry.item in known
            else ("item", f"No item that you were told of has the id {entry.item}.")
            for place, entry in missing.items()
        }
    )
