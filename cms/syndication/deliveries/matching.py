"""What an endpoint gets: its own filters, and within them what its partner may have.

What does not live here: which message is written when (`writing.py`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet

from cms.ledger.models import Item
from cms.newsroom.models import Topic
from cms.syndication.events import COMMENT_PUBLISHED, COMMENT_REMOVED, NEWSROOM_UPDATED, group_of
from cms.syndication.models import AssetUse, Endpoint, Partner, Payload, Placement
from cms.syndication.scope import MADE_OF_FILES


@dataclass(frozen=True, slots=True)
class Stand:
    """Where an item stands by one of its editions."""

    type: str
    kind: str
    newsroom: UUID | None
    locale: str
    topics: frozenset[UUID]
    ai_generated: bool = False

    @classmethod
    def of(cls, placement: Placement, topics: Collection[UUID]) -> Stand | None:
        """The stand of an edition; None for a withdrawal, which stands nowhere."""
        if not placement.type:
            return None
        return cls(
            type=placement.type,
            kind=placement.kind,
            newsroom=placement.newsroom_id,
            locale=placement.locale,
            topics=frozenset(topics),
            ai_generated=placement.ai_generated,
        )

    @property
    def group(self) -> str:
        """The first half of the names of its events."""
        return group_of(self.type, self.kind)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of all that is public. None excludes nothing."""

    newsrooms: frozenset[UUID] | None = None
    kinds: frozenset[str] | None = None
    """Kinds, and types of items."""
    topics: frozenset[UUID] | None = None
    locales: frozenset[str] | None = None
    asset_use: str = AssetUse.ALL

    def has(self, stand: Stand) -> bool:
        """Whether an item is in it."""
        return (
            (self.newsrooms is None or stand.newsroom in self.newsrooms)
            and (self.kinds is None or stand.kind in self.kinds or stand.type in self.kinds)
            and (self.topics is None or not self.topics.isdisjoint(stand.topics))
            and (self.locales is None or stand.locale in self.locales)
            and not (self.asset_use == AssetUse.NONE and stand.type in MADE_OF_FILES)
            and not (self.asset_use == AssetUse.WITHOUT_AI and stand.ai_generated)
        )


@dataclass(frozen=True, slots=True)
class Wanted:
    """What one endpoint gets."""

    endpoint: int
    events: frozenset[str]
    """Empty: all."""
    own: Part
    scope: Part
    comments: bool
    full: bool

    def wants(self, event: str) -> bool:
        """Whether it is told of what has this name."""
        if event in (COMMENT_PUBLISHED, COMMENT_REMOVED) and not self.comments:
            return False
        return not self.events or event in self.events or f"{event.partition('.')[0]}.*" in self.events

    def follows(self, stand: Stand | None) -> bool:
        """Whether the item is among what it gets, and it is told of items of the sort at all."""
        if stand is None or not self.has(stand):
            return False
        group = stand.group
        if group == "newsroom":
            return self.wants(NEWSROOM_UPDATED)
        return bool(group) and (
            not self.events or any(event.partition(".")[0] == group for event in self.events)
        )

    def has(self, stand: Stand) -> bool:
        """Whether filters and scope let the item through. What has no kind is kept out by the scope's kinds alone."""
        kinds_apply = bool(stand.kind)
        own = self.own if kinds_apply else Part(newsrooms=self.own.newsrooms)
        return own.has(stand) and self.scope.has(stand)


def wanted_by(endpoints: QuerySet[Endpoint]) -> list[Wanted]:
    """What each of the endpoints gets; six statements, however many there are. Those of partners that are not active get nothing."""
    rows = list(
        endpoints.filter(Q(partner=None) | Q(partner__active=True))
        .select_related("partner")
        .prefetch_related("newsrooms", "partner__newsrooms", "partner__topics")
    )
    if not rows:
        return []
    pages = {page.pk for row in rows for page in row.newsrooms.all()}
    pages |= {page.pk for row in rows if row.partner for page in row.partner.newsrooms.all()}
    uids = _newsroom_uids(pages)
    return [_wanted(row, uids) for row in rows]


def _wanted(endpoint: Endpoint, uids: dict[int, UUID]) -> Wanted:
    partner = endpoint.partner
    own = Part(
        newsrooms=_those([page.pk for page in endpoint.newsrooms.all()], uids),
        kinds=frozenset(endpoint.kinds) or None,
    )
    return Wanted(
        endpoint=endpoint.pk,
        events=frozenset(endpoint.events),
        own=own,
        scope=_scope(partner, uids) if partner else Part(),
        comments=partner is None or partner.comments,
        full=endpoint.payload == Payload.FULL,
    )


def _scope(partner: Partner, uids: dict[int, UUID]) -> Part:
    topics: Sequence[Topic] = list(partner.topics.all())
    return Part(
        newsrooms=_those([page.pk for page in partner.newsrooms.all()], uids, some=partner.some_newsrooms),
        kinds=frozenset(partner.kinds) or None,
        topics=frozenset(topic.uid for topic in topics) if topics or partner.some_topics else None,
        locales=frozenset(partner.locales) or None,
        asset_use=partner.asset_use,
    )


def _those(pages: Sequence[int], uids: dict[int, UUID], *, some: bool = False) -> frozenset[UUID] | None:
    """The chosen newsrooms: none chosen excludes nothing, while those that never were public have nothing in them.

    `some`: some were chosen, whether they are still there or not.
    """
    return frozenset(uids[page] for page in pages if page in uids) if pages or some else None


def _newsroom_uids(pages: Iterable[int]) -> dict[int, UUID]:
    wanted = list(pages)
    if not wanted:
        return {}
    items = Item.objects.filter(source_type="page", source_id__in=wanted)
    return dict(items.values_list("source_id", "uid"))
