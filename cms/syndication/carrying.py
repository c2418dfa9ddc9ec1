"""How partners keep up, for editors: how far behind each is, and which of them show which version of an item."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.db.models import BooleanField, Case, Value, When

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
class Carrier:
    """A partner and an item."""

    partner: Partner
    state: Carrying
    newest: int
    """The newest version that the partner is to have."""
    shown: int | None
    """The version that it last said it shows."""
    url: str
    at: datetime | None

    @property
    def is_late(self) -> bool:
        """Whether its readers may see what is no more so."""
        return self.state in (Carrying.SHOWS_WITHDRAWN, Carrying.BEHIND)


def carriers_of(item: Item, *, acknowledged_only: bool = False) -> list[Carrier]:
    """The partners that an item is for or was, the worst first. One small query for each of them, and three more."""
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


def told_last(scope: Scope, item: Item) -> tuple[int, int, bool] | None:
    """Version and number of the newest edition of an item that a scope is told of, and whether it stands in it."""
    told = placed(scope, Wanted())
    if told is None:
        return None
    here = Case(When(stands_now(scope), then=Value(True)), default=Value(False), output_field=BooleanField())
    rows = Placement.objects.filter(told, edition__item=item).annotate(here=here).order_by("-edition_id")
    return rows.values_list("edition__version", "edition_id", "here").first()


def _carrier(partner: Partner, item: Item, receipt: Receipt | None, seq: int) -> Carrier | None:
    last = told_last(scope_of(partner), item)
    if last is None and receipt is None:
        return None
    version, newest, is_here = last or (item.version, item.seq, False)
    if receipt is None:
        if not is_here:
            return None
        state = Carrying.FETCHED if seq >= newest else Carrying.UNTOLD
        return Carrier(partner, state, version, None, "", None)
    if is_here:
        state = Carrying.CURRENT if receipt.version >= version else Carrying.BEHIND
    else:
        taken_down = last is not None and receipt.version >= version
        state = Carrying.TAKEN_DOWN if taken_down else Carrying.SHOWS_WITHDRAWN
    return Carrier(partner, state, version, receipt.version, receipt.url, receipt.at)
