"""What the built-in pages of assets and press kits show besides their documents, and the lists of both."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from cms.access import PUBLIC
from cms.errors import NotFound, Withdrawn
from cms.ledger.document import ItemType
from cms.ledger.paging import PageOf, PageRequest
from cms.ledger.rows import Row
from cms.ledger.selectors import ItemFilter, items_by_id, list_items

NEWEST_ASSETS = 8
"""Assets on the first page of a newsroom."""
NEWEST_KITS = 4
"""Press kits on the first page of a newsroom."""
MENTIONS = 20
"""The most releases, or press kits, that a page names for what it shows."""

SECTIONS = {
    "media": ItemType.ASSET,
    "press-kits": ItemType.PRESS_KIT,
    "discussions": ItemType.DISCUSSION,
}
"""Lists of a newsroom besides its releases: `/newsroom?section=media`. Addresses below a newsroom are its items'."""

RELEASE_ARCHIVE = "/api/v1/releases/{id}/kit.zip"
PRESS_KIT_ARCHIVE = "/api/v1/press-kits/{id}.zip"


def newest_media(newsroom: str) -> dict[str, Any]:
    """The newest assets and press kits of a newsroom; none while it is not public itself."""
    context: dict[str, Any] = {}
    for name, section, count in (
        ("assets", "media", NEWEST_ASSETS),
        ("press_kits", "press-kits", NEWEST_KITS),
    ):
        try:
            page = section_of(newsroom, section, PageRequest(first=count))
        except (NotFound, Withdrawn):
            return {}
        context[name] = [row.content for row in page.rows]
        context[f"more_{name}"] = page.has_next
    return context


def section_of(newsroom: str, section: str, asked: PageRequest) -> PageOf[Row]:
    """A page of a newsroom's list. Raises `NotFound` where there is no such newsroom or list."""
    if section not in SECTIONS:
        raise NotFound("A newsroom has no such section.", field="section")
    return list_items(PUBLIC, ItemFilter(type=SECTIONS[section], newsroom=newsroom), asked)


def around_asset(item: dict[str, Any]) -> dict[str, Any]:
    """The releases and press kits that show an asset, and its translations."""
    file = UUID(item["file_id"])
    return {
        "releases": _cards(ItemFilter(type=ItemType.RELEASE, file=file)),
        "press_kits": _cards(ItemFilter(type=ItemType.PRESS_KIT, file=file)),
        "translations": linked(item["translations"]),
    }


def around_press_kit(item: dict[str, Any]) -> dict[str, Any]:
    """The kit's archive, the release that it belongs to, and its translations."""
    return {
        "archive": PRESS_KIT_ARCHIVE.format(id=item["id"]) if item["files"] else "",
        "archive_bytes": sum(size_of(file) for file in item["files"]),
        "releases": linked([item["release"]] if item["release"] else []),
        "translations": linked(item["translations"]),
    }


def around_release(item: dict[str, Any]) -> dict[str, Any]:
    """The archive of all that the release shows, and the press kits that belong to it."""
    return {
        "archive": RELEASE_ARCHIVE.format(id=item["id"]) if item["images"] or item["files"] else "",
        "press_kits": _cards(ItemFilter(type=ItemType.PRESS_KIT, release=UUID(item["id"]))),
    }


def linked(links: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The public items that links of a document lead to, as cards: the links carry no address."""
    ids = [UUID(link["id"]) for link in links]
    cards = items_by_id(PUBLIC, ids, whole=False) if ids else {}
    return [cards[uid].content for uid in ids if uid in cards]


def size_of(file: dict[str, Any]) -> int:
    """Bytes of the whole file."""
    return sum(one["size_in_bytes"] for one in file["renditions"] if one["name"] == "original")


def _cards(wanted: ItemFilter) -> list[dict[str, Any]]:
    return [row.content for row in list_items(PUBLIC, wanted, PageRequest(first=MENTIONS)).rows]
