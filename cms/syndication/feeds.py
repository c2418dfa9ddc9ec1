"""The feeds of newsrooms and threads: where they are, what they are a function of, and what has left them.

What does not live here: what feeds hold (the ledger's `list_items`, the conversation's `list_comments`) and how it is
written (`newsroom_api/rest/renderers`).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Subquery, TextField
from django.utils import timezone
from django.utils.encoding import iri_to_uri

from cms.access import Viewer
from cms.conf import newsroom as conf
from cms.ledger.document import ItemType
from cms.ledger.models import Counter, Edition, Item
from cms.ledger.statements import Parameter, Statement
from cms.syndication.document import FeedLink
from cms.syndication.models import Placement

TOMBSTONE_DAYS = 30
"""For how long feeds say that something was withdrawn."""
TOMBSTONES = 1000
"""Most withdrawals that one feed tells of: the newest."""


class FeedFormat(StrEnum):
    """The last part of a feed's address."""

    RSS = "rss.xml"
    ATOM = "atom.xml"
    JSON = "feed.json"


MEDIA_TYPES = {
    FeedFormat.RSS: "application/rss+xml",
    FeedFormat.ATOM: "application/atom+xml",
    FeedFormat.JSON: "application/feed+json",
}
FORMAT_NAMES = {FeedFormat.RSS: "RSS", FeedFormat.ATOM: "Atom", FeedFormat.JSON: "JSON Feed"}


@dataclass(frozen=True, slots=True)
class FeedState:
    """What the feeds of a public newsroom are a function of."""

    newsroom: UUID
    seq: int
    """The number of the ledger's newest edition."""
    changed_at: datetime | None


@dataclass(frozen=True, slots=True)
class Tombstone:
    """Something that was public here and has been withdrawn. Nothing of what it said is left."""

    id: UUID
    withdrawn_at: datetime
    reason: str
    """The publisher's public reason."""


def feed_address(newsroom: str, format: FeedFormat) -> str:
    """The address of a newsroom's feed."""
    return iri_to_uri(f"{conf.BASE_URL}/feeds/{newsroom}/{format}")


def feed_links(newsroom: Mapping[str, Any]) -> list[FeedLink]:
    """The feeds of a newsroom, from its document or card: nothing is asked."""
    return [
        FeedLink(
            title=f"{newsroom['name']} ({FORMAT_NAMES[format]})",
            type=MEDIA_TYPES[format],
            href=feed_address(newsroom["slug"], format),
        )
        for format in FeedFormat
    ]


def feed_state(viewer: Viewer, newsroom: str) -> FeedState | None:
    """The state of the feeds of the public newsroom with this slug, in one query; None where there is none."""
    for uid, seq, issued_at in _state_statement().run({"slug": newsroom}):
        return FeedState(newsroom=uid, seq=seq or 0, changed_at=issued_at)
    return None


def tombstones_from(now: datetime | None = None) -> datetime:
    """The first moment whose withdrawals feeds tell of now: the beginning of a day, so that it moves once a day."""
    today = (now or timezone.now()).astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    return today - timedelta(days=TOMBSTONE_DAYS)


def withdrawn_releases(
    viewer: Viewer, newsroom: UUID, *, since: datetime, kinds: Collection[str] = (), locale: str | None = None
) -> list[Tombstone]:
    """The releases that have stood in a newsroom, and have been withdrawn since; the newest withdrawal first."""
    stood_here = Placement.objects.filter(edition__item=OuterRef("pk"), newsroom_id=newsroom)
    items = Item.objects.filter(
        Exists(stood_here), state=Item.State.WITHDRAWN, type=ItemType.RELEASE, updated_at__gte=since
    )
    if kinds:
        items = items.filter(kind__in=kinds)
    if locale is not None:
        items = items.filter(locale=locale)
    reason = Edition.objects.filter(pk=OuterRef("seq")).values("note")
    rows = items.order_by("-updated_at", "-uid").values_list("uid", "updated_at", Subquery(reason))
    return [Tombstone(id=uid, withdrawn_at=at, reason=note or "") for uid, at, note in rows[:TOMBSTONES]]


@lru_cache
def _state_statement() -> Statement:
    last = Counter.objects.filter(name=Counter.SEQ).values("value")
    issued_at = Edition.objects.filter(seq=Subquery(last)).values("issued_at")
    newsrooms = Item.objects.filter(
        type=ItemType.NEWSROOM, state=Item.State.USABLE, slug=Parameter("slug", TextField())
    )
    return Statement(newsrooms.values_list("uid", Subquery(last), Subquery(issued_at)))
