"""How partners keep up, for editors: how far behind each is, and which of them show which version of an item."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from django.db.models import BooleanField, Case, Max, Value, When

from cms.access import Scope
from cms.ledger.models import Item
from cms.syndication.keys import scope_of
from cms.syndication.models import Partner, PartnerUse, Placement, Receipt
from cms.syndication.standing import Wanted, placed, stands_now

MOST = 1000
"""How far behind is counted to."""


class Carrying(StrEnum):
    """How a partner carries an item, the worst first."""

    SHOWS_WITHDRAWN = "SHOWS_WITHDRAWN"
    """It has been told to take it down, and last said that it shows it."""
    BEHIND = "BEHIND"
    """It last said that it shows an older version."""
    CURRENT = "CURRENT"
    TAKEN_DOWN = "TAKEN_DOWN"
    FETCHED = "FETCHED"
    """It has fetched the newest version, and has not said what it shows."""
    UNTOLD = "UNTOLD"
    """It has not fetched the newest version, and has never said what it shows."""


@dataclass(frozen=True, slots=True)
class Told:
    """The newest edition of an item that a partner is told of, and whether the item is there by it."""

    version: int
    seq: int
    is_here: bool


@dataclass(frozen=True, slots=True)
class Carrier:
    """A partner and an item."""

    partner: Partner
    state: Carrying
    newest: int | None
    """The newest version that the partner is told of; None where its scope has none any more."""
    shown: int | None
    """The version that it last said it shows."""
    url: str
    at: datetime | None

    @property
    def is_late(self) -> bool:
        """Whether its readers may see what is no more so."""
        return self.state in (Carrying.SHOWS_WITHDRAWN, Carrying.BEHIND)


def carriers_of(item: Item, *, acknowledged_only: bool = False) -> list[Carrier]:
    """The partners that an item is for or was, the worst first. A few small queries for each of them."""
    receipts = {receipt.partner_id: receipt for receipt in Receipt.objects.filter(item=item)}
    partners = Partner.objects.filter(active=True)
    if acknowledged_only:
        partners = partners.filter(pk__in=receipts)
    seqs = positions(partner.pk for partner in partners)
    found = [
        _carrier(partner, item, receipts.get(partner.pk), seqs.get(partner.pk, 0)) for partner in partners
    ]
    order = list(Carrying)
    return sorted((each for each in found if each), key=lambda each: order.index(each.state))


def positions(partners: Iterable[int]) -> dict[int, int]:
    """How far each partner has fetched, by its number."""
    uses = PartnerUse.objects.filter(partner__in=list(partners)).order_by("day")
    return dict(uses.values_list("partner", "seq"))


def behind(partner: Partner, seq: int) -> int:
    """How many editions for a partner came after the one that it has got to; at most `MOST` and one."""
    told = placed(scope_of(partner), Wanted())
    if told is None:
        return 0
    return Placement.objects.filter(told, edition_id__gt=seq)[: MOST + 1].count()


def told_last(scope: Scope, items: Collection[UUID]) -> dict[UUID, Told]:
    """What a scope was last told of each of some items. Two queries."""
    told = placed(scope, Wanted())
    if told is None:
        return {}
    rows = Placement.objects.filter(told, edition__item__in=items).order_by()
    newest = rows.values("edition__item").annotate(newest=Max("edition_id")).values_list("newest", flat=True)
    here = Case(When(stands_now(scope), then=Value(True)), default=Value(False), output_field=BooleanField())
    last = Placement.objects.filter(edition__in=list(newest)).annotate(here=here)
    columns = last.values_list("edition__item", "edition__version", "edition_id", "here")
    return {item: Told(version, seq, is_here) for item, version, seq, is_here in columns}


def state_of(receipt: Receipt, told: Told | None) -> Carrying:
    """How a partner that has acknowledged an item carries it."""
    if told is not None and told.is_here:
        return Carrying.CURRENT if receipt.version >= told.version else Carrying.BEHIND
    taken_down = told is not None and receipt.version >= told.version
    return Carrying.TAKEN_DOWN if taken_down else Carrying.SHOWS_WITHDRAWN


def _carrier(partner: Partner, item: Item, receipt: Receipt | None, seq: int) -> Carrier | None:
    told = told_last(scope_of(partner), [item.pk]).get(item.pk)
    if receipt is None:
        if told is None or not told.is_here:
            return None
        state = Carrying.FETCHED if seq >= told.seq else Carrying.UNTOLD
        return Carrier(partner, state, told.version, None, "", None)
    newest = told.version if told else None
    return Carrier(partner, state_of(receipt, told), newest, receipt.version, receipt.url, receipt.at)
