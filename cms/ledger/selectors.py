"""Reading the ledger. Every public answer comes from here, and from nowhere else.

The first argument of every selector is the `Viewer`. Errors: `NotFound`, `Withdrawn`, `InvalidInput`, `InvalidCursor`.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.db.models import Exists, F, Max, OuterRef, Q, QuerySet, Subquery, TextField
from django.db.models.functions import Cast

from cms.access import Viewer
from cms.errors import NotFound, Withdrawn
from cms.ledger import search as full_text
from cms.ledger.document import ItemType
from cms.ledger.models import Address, Counter, Edition, Facet, Heartbeat, Item
from cms.ledger.paging import PageOf, PageRequest, decode_cursor, encode_cursor


class Order(StrEnum):
    """How lists of items are ordered."""

    NEWEST = "NEWEST"
    OLDEST = "OLDEST"
    UPDATED = "UPDATED"
    """Oldest change first: for following what happens."""
    RELEVANCE = "RELEVANCE"
    """Best match first; only with a search, and only its first 200 hits."""


@dataclass(frozen=True, slots=True)
class ItemFilter:
    """Which items a list holds. None and empty mean: all."""

    type: ItemType
    newsroom: str | None = None
    """Slug of the newsroom."""
    slug: str | None = None
    kinds: Collection[str] = ()
    topic: UUID | None = None
    tag: str | None = None
    person: UUID | None = None
    asset_type: str | None = None
    locale: str | None = None
    pinned: bool | None = None
    published_from: datetime | None = None
    published_before: datetime | None = None
    updated_since: datetime | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """An item as a list or a detail shows it. `content` is its card, or its whole document where asked for."""

    uid: UUID
    type: str
    version: int
    seq: int
    updated_at: datetime
    content: Any
    """A dict, or JSON text when read `raw`."""
    snippet: str = ""
    """With a search: the best passage as HTML, the words found in `mark`."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """What is at a path: the item, and where it has moved to when the path is a former or second address."""

    row: Row
    moved_to: str | None = None


@dataclass(frozen=True, slots=True)
class EditionRow:
    """An entry of an item's public history. Its document is not part of it."""

    seq: int
    version: int
    action: str
    note: str
    at: datetime
    digest: str = field(default="")


def last_seq(viewer: Viewer) -> int:
    """The number of the newest edition: a public answer is a function of the query and this."""
    return Counter.objects.filter(name=Counter.SEQ).values_list("value", flat=True).first() or 0


def last_change(viewer: Viewer) -> tuple[int, datetime | None]:
    """The number of the newest edition and when it was issued, in one query; (0, None) before the first."""
    issued_at = Edition.objects.filter(seq=OuterRef("value")).values("issued_at")
    found = Counter.objects.filter(name=Counter.SEQ).values_list("value", Subquery(issued_at)).first()
    return found or (0, None)


def version_of(viewer: Viewer, uid: UUID, *, type: ItemType | None = None) -> tuple[int, datetime] | None:
    """The `seq` and time of the newest edition of an item, a tombstone included, without reading its document."""
    items = Item.objects.filter(uid=uid, **({"type": type} if type else {}))
    return items.values_list("seq", "updated_at").first()


def last_heartbeat(viewer: Viewer) -> datetime | None:
    """When the worker last gave a sign of life."""
    return Heartbeat.objects.aggregate(last=Max("at"))["last"]


def list_items(
    viewer: Viewer,
    wanted: ItemFilter,
    page: PageRequest,
    *,
    search: str = "",
    order: Order = Order.NEWEST,
    whole: bool = False,
    raw: bool = False,
) -> PageOf[Row]:
    """A page of the items that `wanted` and `search` select; `whole` reads whole documents instead of cards."""
    size = page.size
    items = _matching(wanted)
    if search:
        return full_text.search_page(items, search, wanted.locale, order, page, whole=whole, raw=raw)
    key_field, descending = _ORDERS[order]
    if page.cursor is not None:
        key, uid = decode_cursor(page.cursor, order, datetime)
        items = items.filter(_beyond(key_field, key, uid, descending != page.backward))
    sign = "-" if descending != page.backward else ""
    rows = list(_read(items.order_by(f"{sign}{key_field}", f"{sign}uid")[: size + 1], key_field, whole, raw))
    more = len(rows) > size
    rows = rows[:size][::-1] if page.backward else rows[:size]
    if not rows and wanted.newsroom:
        find_newsroom(viewer, wanted.newsroom)
    return PageOf(
        rows=[row for row, _ in rows],
        cursors=[encode_cursor(order, key, row.uid) for row, key in rows],
        has_next=page.cursor is not None if page.backward else more,
        has_previous=more if page.backward else page.cursor is not None,
    )


def count_items(viewer: Viewer, wanted: ItemFilter, *, search: str = "") -> int:
    """How many items `wanted` and `search` select. Costs a count: only for those who ask."""
    items = _matching(wanted)
    return full_text.matching(items, search, wanted.locale).count() if search else items.count()


def get_item(viewer: Viewer, uid: UUID, *, type: ItemType | None = None, raw: bool = False) -> Row:
    """The item `uid`, whole."""
    items = Item.objects.filter(uid=uid, **({"type": type} if type else {}))
    return _one(items, raw=raw, what=f"No public item has the id {uid}.", field="id")


def find_item(viewer: Viewer, newsroom: str, slug: str, *, type: ItemType, raw: bool = False) -> Row:
    """The item at `newsroom` and `slug`, whole. A tombstone answers only where nothing public stands."""
    items = Item.objects.filter(
        slug=slug, type=type, newsroom__slug=newsroom, newsroom__type=ItemType.NEWSROOM
    ).order_by("state")
    return _one(items, raw=raw, what=f"No public item is at /{newsroom}/{slug}.", field="slug")


def find_newsroom(viewer: Viewer, slug: str, *, raw: bool = False) -> Row:
    """The newsroom with this slug, whole."""
    items = Item.objects.filter(type=ItemType.NEWSROOM, slug=slug).order_by("state")
    return _one(items, raw=raw, what=f"No newsroom has the slug {slug!r}.", field="newsroom")


def resolve_path(viewer: Viewer, path: str, *, raw: bool = False) -> Resolved:
    """What is at `/newsroom` or `/newsroom/slug`, now or formerly."""
    newsroom, _, slug = path.strip("/").partition("/")
    current = Item.objects.filter(state=Item.State.USABLE)
    former = Address.objects.filter(newsroom_slug=newsroom, slug="").values("item__slug")
    home = current.filter(type=ItemType.NEWSROOM).filter(Q(slug=newsroom) | Q(slug__in=former)).first()
    newsroom_slug = home.slug if home else newsroom
    here = Q(type=ItemType.NEWSROOM, slug=newsroom_slug) if not slug else Q(newsroom__slug=newsroom_slug, slug=slug)
    item = current.filter(here).first() or _formerly_at(newsroom, newsroom_slug, slug)
    if item is None:
        item = Item.objects.filter(here, state=Item.State.WITHDRAWN).order_by("-updated_at").first()
    if item is None:
        raise NotFound(f"Nothing public is at {path}.", field="path")
    row = get_item(viewer, item.uid, raw=raw)
    now_at = str(item.card["path"]) if item.card else path
    return Resolved(row=row, moved_to=None if now_at == f"/{path.strip('/')}" else now_at)


def items_by_id(viewer: Viewer, uids: Collection[UUID], *, whole: bool = True, raw: bool = False) -> dict[UUID, Row]:
    """The public ones among the items `uids`, in one query."""
    items = Item.objects.filter(uid__in=uids, state=Item.State.USABLE)
    return {row.uid: row for row, _ in _read(items, "published_at", whole, raw)}


def list_editions(viewer: Viewer, uid: UUID, page: PageRequest) -> PageOf[EditionRow]:
    """The public history of an item, oldest first; a withdrawn item's history ends with its tombstone."""
    size = page.size
    editions: QuerySet[Edition] = Edition.objects.filter(item=uid)
    if page.cursor is not None:
        seq, _ = decode_cursor(page.cursor, "EDITIONS", int)
        editions = editions.filter(seq__lt=seq) if page.backward else editions.filter(seq__gt=seq)
    editions = editions.order_by("-seq" if page.backward else "seq")
    rows = [
        EditionRow(seq=seq, version=version, action=action, note=note, at=at, digest=digest)
        for seq, version, action, note, at, digest in editions.values_list(
            "seq", "version", "action", "note", "issued_at", "digest"
        )[: size + 1]
    ]
    more = len(rows) > size
    rows = rows[:size][::-1] if page.backward else rows[:size]
    if not rows and not Item.objects.filter(uid=uid).exists():
        raise NotFound(f"No public item has the id {uid}.", field="item")
    return PageOf(
        rows=rows,
        cursors=[encode_cursor("EDITIONS", row.seq) for row in rows],
        has_next=page.cursor is not None if page.backward else more,
        has_previous=more if page.backward else page.cursor is not None,
    )


_ORDERS = {
    Order.NEWEST: ("published_at", True),
    Order.OLDEST: ("published_at", False),
    Order.UPDATED: ("updated_at", False),
    Order.RELEVANCE: ("published_at", True),
}


def _matching(wanted: ItemFilter) -> QuerySet[Item]:
    items = Item.objects.filter(state=Item.State.USABLE, type=wanted.type)
    conditions = {
        "slug": wanted.slug,
        "locale": wanted.locale,
        "pinned": wanted.pinned,
        "published_at__gte": wanted.published_from,
        "published_at__lt": wanted.published_before,
        "updated_at__gte": wanted.updated_since,
        "kind__in": list(wanted.kinds) or None,
    }
    items = items.filter(**{name: value for name, value in conditions.items() if value is not None})
    facets = {
        "topic": wanted.topic,
        "tag": wanted.tag.casefold() if wanted.tag is not None else None,
        "person": wanted.person,
        "asset": wanted.asset_type,
    }
    for name, value in facets.items():
        if value is not None:
            items = items.filter(Exists(Facet.objects.filter(item=OuterRef("pk"), name=name, value=str(value))))
    if wanted.newsroom is not None:
        items = _in_newsroom(items, wanted)
    return items


def _in_newsroom(items: QuerySet[Item], wanted: ItemFilter) -> QuerySet[Item]:
    """Items of the newsroom; for people and topics, which belong to all: those that its items name."""
    newsroom = Item.objects.filter(type=ItemType.NEWSROOM, slug=wanted.newsroom, state=Item.State.USABLE).values("uid")[:1]
    if wanted.type not in (ItemType.PERSON, ItemType.TOPIC):
        return items.filter(newsroom=newsroom)
    names = Facet.objects.filter(
        Q(item__newsroom=newsroom) | Q(item=newsroom), name=wanted.type.lower(), value=Cast(OuterRef("pk"), TextField())
    )
    return items.filter(Exists(names))


def _beyond(key_field: str, key: Any, uid: UUID | None, before: bool) -> Q:
    """The rows that come after (key, uid) in the order walked."""
    side = "lt" if before else "gt"
    same_key = Q(**{key_field: key, f"uid__{side}": uid})
    return Q(**{f"{key_field}__{'lte' if before else 'gte'}": key}) & (Q(**{f"{key_field}__{side}": key}) | same_key)


def _read(items: QuerySet[Item], key_field: str, whole: bool, raw: bool) -> list[tuple[Row, Any]]:
    content: Any = F("document" if whole else "card")
    if raw:
        content = Cast(content, TextField())
    columns: Sequence[Any] = items.values_list(
        "uid", "type", "version", "seq", "updated_at", key_field, content
    )
    return [
        (Row(uid=uid, type=type_, version=version, seq=seq, updated_at=updated_at, content=value), key)
        for uid, type_, version, seq, updated_at, key, value in columns
    ]


def _one(items: QuerySet[Item], *, raw: bool, what: str, field: str) -> Row:
    """The first of `items`, whole, in one query; a tombstone raises `Withdrawn` with its reason."""
    columns = items.values_list("state", "uid", "type", "version", "seq", "updated_at", _content(raw))[:1]
    for state, uid, type_, version, seq, updated_at, content in columns:
        if state != Item.State.USABLE:
            edition = Edition.objects.get(seq=seq)
            at = edition.issued_at.isoformat().replace("+00:00", "Z")
            raise Withdrawn("The item has been withdrawn.", reason=edition.note, withdrawn_at=at, field=field)
        return Row(uid=uid, type=type_, version=version, seq=seq, updated_at=updated_at, content=content)
    raise NotFound(what, field=field)


def _content(raw: bool) -> Any:
    return Cast(F("document"), TextField()) if raw else F("document")


def _formerly_at(newsroom: str, newsroom_slug: str, slug: str) -> Item | None:
    """The public item that was, or is also, at this address."""
    address = Address.objects.filter(
        newsroom_slug__in=[newsroom, newsroom_slug], slug=slug, item__state=Item.State.USABLE
    ).select_related("item")
    found = address.first()
    return found.item if found else None
