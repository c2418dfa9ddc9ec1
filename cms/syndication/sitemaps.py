"""What search engines are told: the addresses of what is public, a page of at most 10,000 of one kind and newsroom at a time.

A page begins after the key that its address holds, oldest first, so that pages that are full never change their bounds.
Addresses are the documents' own (`url`): on this site, or on the newsroom's frontend. What an editor gave a canonical
address on a third site is left out, because another site's addresses are not ours to list (sitemaps.org, "Sitemap file
location"). What does not live here: XML (`newsroom_api/rest/renderers/sitemaps.py`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from django.db.models import Count, F, Max, Q, QuerySet, Window
from django.db.models.fields.json import KT
from django.db.models.functions import RowNumber

from cms.access import Viewer
from cms.conf import newsroom as conf
from cms.ledger.document import ItemType
from cms.ledger.models import Item
from cms.ledger.paging import decode_cursor, encode_cursor
from cms.syndication.pictures import PictureAddress

PAGE = 10_000
"""Most addresses on a page; sitemaps.org allows 50,000, and 50 MB."""
CHUNK = 1000
"""Items that are in memory at once, of each the few values that are shown."""
NEWS_DAYS = timedelta(days=2)
NEWS = 1000
"""Most entries of a news sitemap, by the rules of Google News."""
ORDER = "SITEMAP"


class Section(StrEnum):
    """What a sitemap lists, as its address has it."""

    NEWSROOM = "newsroom"
    RELEASES = "releases"
    MEDIA = "media"
    PRESS_KITS = "press-kits"
    DISCUSSIONS = "discussions"


TYPES = {
    Section.NEWSROOM: ItemType.NEWSROOM,
    Section.RELEASES: ItemType.RELEASE,
    Section.MEDIA: ItemType.ASSET,
    Section.PRESS_KITS: ItemType.PRESS_KIT,
    Section.DISCUSSIONS: ItemType.DISCUSSION,
}
SECTIONS = {type_: section for section, type_ in TYPES.items()}


@dataclass(frozen=True, slots=True)
class SitemapLink:
    """A sitemap in the index."""

    newsroom: str
    section: Section
    cursor: str
    """After which key it begins; empty for the first page."""
    changed_at: datetime | None
    """When something on it last changed; None where that would take too long to find out."""


@dataclass(frozen=True, slots=True)
class SitemapEntry:
    """An address."""

    url: str
    changed_at: datetime
    alternates: Sequence[tuple[str, str]] = ()
    """(language, address) of the item in all its languages, itself among them; empty where it has but one."""
    images: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class NewsEntry:
    """A release of the last days."""

    url: str
    title: str
    publication: str
    language: str
    published_at: datetime
    changed_at: datetime
    images: Sequence[str] = field(default=())


def list_sitemaps(viewer: Viewer, newsroom: str | None = None) -> list[SitemapLink]:
    """All sitemaps that hold something, of one newsroom or of all: two queries, and one more where a section has pages."""
    homes = _newsrooms(newsroom)
    slugs = {uid: slug for uid, slug, _ in homes}
    found = [SitemapLink(slug, Section.NEWSROOM, "", changed_at) for _, slug, changed_at in homes]
    sums = (
        _listed()
        .filter(newsroom__in=slugs)
        .values("newsroom", "type")
        .annotate(count=Count("pk"), changed_at=Max("updated_at"))
    )
    large: dict[tuple[UUID, str], int] = {}
    row: Any
    for row in sums.order_by("newsroom", "type"):
        is_large = row["count"] > PAGE
        if is_large:
            large[row["newsroom"], row["type"]] = row["count"]
        changed_at = None if is_large else row["changed_at"]
        found.append(SitemapLink(slugs[row["newsroom"]], SECTIONS[row["type"]], "", changed_at))
    for home, type_, cursor in _bounds(large):
        found.append(SitemapLink(slugs[home], SECTIONS[ItemType(type_)], cursor, None))
    places = list(Section)
    return sorted(found, key=lambda link: (link.newsroom, places.index(link.section), link.cursor))


def list_addresses(viewer: Viewer, newsroom: UUID, section: Section, cursor: str) -> Iterator[SitemapEntry]:
    """A page of addresses, read a chunk at a time. Raises `InvalidCursor`."""
    if section is Section.NEWSROOM:
        items = Item.objects.filter(pk=newsroom, state=Item.State.USABLE)
    else:
        items = _listed().filter(newsroom=newsroom, type=TYPES[section])
    home = Item.objects.filter(pk=newsroom).values_list("card__url", flat=True).first() or ""
    key: tuple[Any, Any] | None = decode_cursor(cursor, ORDER, datetime) if cursor else None
    return _walk(items, key, _origins(home))


def recent_releases(viewer: Viewer, *, since: datetime, newsroom: str | None = None) -> list[NewsEntry]:
    """The releases that were first published since, newest first: one query."""
    items = _recent(since, newsroom).order_by("-published_at", "-uid")
    columns: Any = items.values_list(
        KT("card__url"),
        "title",
        KT("card__newsroom__name"),
        "locale",
        "published_at",
        "updated_at",
        PictureAddress(),
        "newsroom__card__url",
    )
    return [
        NewsEntry(
            url=url,
            title=title,
            publication=publication,
            language=language,
            published_at=published_at,
            changed_at=updated_at,
            images=[picture] if picture else [],
        )
        for url, title, publication, language, published_at, updated_at, picture, home in columns[:NEWS]
        if _is_at(url, _origins(home or ""))
    ]


def count_recent_releases(viewer: Viewer, *, since: datetime, newsroom: str | None = None) -> int:
    """How many releases `recent_releases` reads. What time takes away are the oldest: with the number of the last
    edition, the count says exactly which they are."""
    return _recent(since, newsroom).count()


def _recent(since: datetime, newsroom: str | None) -> QuerySet[Item]:
    items = Item.objects.filter(type=ItemType.RELEASE, state=Item.State.USABLE, published_at__gte=since)
    return items if newsroom is None else items.filter(newsroom__slug=newsroom)


def _walk(items: QuerySet[Item], key: tuple[Any, Any] | None, origins: set[str]) -> Iterator[SitemapEntry]:
    left = PAGE
    while left > 0:
        page = items
        if key is not None:
            published_at, uid = key
            later = Q(published_at__gt=published_at) | Q(published_at=published_at, uid__gt=uid)
            page = items.filter(later, published_at__gte=published_at)
        columns: Any = page.order_by("published_at", "uid").values_list(
            "published_at",
            "uid",
            "updated_at",
            "locale",
            KT("card__url"),
            "card__translations",
            PictureAddress(),
        )
        rows: list[Any] = list(columns[: min(left, CHUNK)])
        alternates = _addresses_of({link["id"] for row in rows for link in row[5]})
        for _, _, updated_at, locale, url, translations, picture in rows:
            if _is_at(url, origins):
                others = [alternates[link["id"]] for link in translations if link["id"] in alternates]
                yield SitemapEntry(
                    url=url,
                    changed_at=updated_at,
                    alternates=sorted({(locale, url), *others}) if others else [],
                    images=[picture] if picture else [],
                )
        if len(rows) < CHUNK:
            return
        left -= len(rows)
        key = (rows[-1][0], rows[-1][1])


def _listed() -> QuerySet[Item]:
    """What newsrooms hold that has an address."""
    types = [type_ for section, type_ in TYPES.items() if section is not Section.NEWSROOM]
    return Item.objects.filter(state=Item.State.USABLE, type__in=types)


def _newsrooms(slug: str | None) -> list[tuple[UUID, str, datetime]]:
    homes = Item.objects.filter(type=ItemType.NEWSROOM, state=Item.State.USABLE)
    if slug is not None:
        homes = homes.filter(slug=slug)
    return list(homes.order_by("slug").values_list("uid", "slug", "updated_at"))


def _bounds(large: dict[tuple[UUID, str], int]) -> Iterator[tuple[UUID, str, str]]:
    """(newsroom, type, cursor) of each page but the first of what does not fit on one."""
    if not large:
        return
    where = Q()
    for home, type_ in large:
        where |= Q(newsroom=home, type=type_)
    number = Window(
        RowNumber(),
        partition_by=[F("newsroom"), F("type")],
        order_by=[F("published_at").asc(), F("uid").asc()],
    )
    ends = _listed().filter(where).annotate(place=number).annotate(rest=F("place") % PAGE)
    rows: Any = ends.filter(rest=0).order_by("newsroom", "type", "place")
    for home, type_, place, at, uid in rows.values_list("newsroom", "type", "place", "published_at", "uid"):
        if place < large[home, type_]:
            yield home, type_, encode_cursor(ORDER, at, uid)


def _addresses_of(uids: set[str]) -> dict[str, tuple[str, str]]:
    """(language, address) of those items that are public."""
    if not uids:
        return {}
    rows = Item.objects.filter(pk__in=uids, state=Item.State.USABLE).values_list("uid", "locale", "card__url")
    return {str(uid): (locale, url) for uid, locale, url in rows}


def _is_at(url: str, origins: set[str]) -> bool:
    """Whether an address is at one of these origins; most are, as they are written."""
    return any(url.startswith(f"{origin}/") for origin in origins) or _origin(url) in origins


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}".lower()


def _origins(home: str) -> set[str]:
    """Where the addresses of a newsroom may be: on this site, or where its own is."""
    return {_origin(conf.BASE_URL), _origin(home)} if home else {_origin(conf.BASE_URL)}
