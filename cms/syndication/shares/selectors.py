"""Reading what short links lead to, and how often they were followed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Max, Min, QuerySet, Sum

from cms.access import Viewer
from cms.errors import NotFound
from cms.ledger.models import Item
from cms.ledger.selectors import get_item
from cms.syndication.models import ShareCount
from cms.syndication.shares.codes import ids_of


@dataclass(frozen=True, slots=True)
class Led:
    """Where a short link leads."""

    uid: UUID
    url: str


@dataclass(frozen=True, slots=True)
class Followed:
    """How often short links of an item were followed from a channel."""

    channel: str
    total: int
    recent: int
    first: dt.date
    last: dt.date


def find_short_link(viewer: Viewer, code: str) -> Led:
    """Where the short link with this code leads, in one statement. Raises `NotFound` and `Withdrawn`.

    Of items that shared their first 64 bits, the one that was public first would keep the code.
    """
    try:
        first, last = ids_of(code)
    except ValueError:
        raise NotFound("No public item has this code.", field="code") from None
    items = Item.objects.filter(uid__gte=first, uid__lte=last, card__isnull=False)
    for uid, url in items.order_by("published_at").values_list("uid", "card__url")[:1]:
        if url:
            return Led(uid, url)
    for uid in Item.objects.filter(uid__gte=first, uid__lte=last).values_list("uid", flat=True)[:1]:
        get_item(viewer, uid)  # says why it was withdrawn
    raise NotFound("No public item has this code.", field="code")


def followed(items: Collection[UUID], *, since: dt.date) -> list[Followed]:
    """How often short links of items were followed, by channel, the most first; `recent` from the day `since` on."""
    counts: QuerySet[ShareCount] = ShareCount.objects.filter(item__in=items)
    totals = counts.values("channel").annotate(total=Sum("count"), first=Min("day"), last=Max("day"))
    recent = dict(counts.filter(day__gte=since).values_list("channel").annotate(Sum("count")))
    rows = [
        Followed(row["channel"], row["total"], recent.get(row["channel"], 0), row["first"], row["last"])
        for row in totals
    ]
    return sorted(rows, key=lambda row: (-row.total, row.channel))
