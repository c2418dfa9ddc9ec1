"""oEmbed answers (https://oembed.com, version 1.0) about what is public here, made from documents alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element, SubElement, tostring  # nosec B405 # nothing is parsed

from django.utils.html import format_html

from cms.conf import newsroom as conf
from cms.ledger.document import ItemType
from cms.media.document import AssetType
from cms.newsroom.templatetags.newsroom_pages import MODERN
from cms.syndication.embeds.finding import Shown, has_embed

WIDTH = 600
"""Pixels of a frame where nobody says how wide it may be."""
HEIGHTS = {"release": 520, "quote": 320, "thread": 480, "asset": 460, "audio": 260}
"""Pixels: what does not fit scrolls inside the frame."""
CACHE_AGE = {"photo": 300, "video": 3600, "rich": 3600, "link": 3600}
"""Seconds for which a consumer may keep an answer. Frames show changes by themselves, pictures do not."""
SANDBOX = "allow-popups allow-popups-to-escape-sandbox"
"""What frames need: their links open new windows."""
NO_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that no XML document may have (XML 1.0, section 2.2)."""


@dataclass(frozen=True, slots=True)
class Room:
    """How large a consumer lets things be, in pixels; None: as large as they are."""

    width: int | None = None
    height: int | None = None

    def fit(self, width: int, height: int) -> tuple[int, int]:
        """A size made smaller, in proportion, until it fits."""
        scale = min(1.0, (self.width or width) / width, (self.height or height) / height)
        return max(1, int(width * scale)), max(1, int(height * scale))

    def holds(self, width: int, height: int) -> bool:
        return width <= (self.width or width) and height <= (self.height or height)


def oembed_content(shown: Shown, newsroom: dict[str, Any], room: Room) -> dict[str, Any]:
    """The answer about what an address shows; `newsroom` is the document of its newsroom."""
    item = shown.item
    content = {"version": "1.0", **_specific(shown, room)}
    content |= {
        "title": _title(shown),
        "author_name": (item.get("byline") or newsroom)["name"],
        "author_url": newsroom["url"],
        "provider_name": newsroom["name"],
        "provider_url": newsroom["url"],
        "cache_age": CACHE_AGE[content["type"]],
    }
    return content | _thumbnail(item, room)


def oembed_xml(content: dict[str, Any]) -> bytes:
    """The same answer as XML."""
    root = Element("oembed")
    for name, value in content.items():
        SubElement(root, name).text = NO_XML.sub("", str(value))
    head = b'<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n'
    return head + tostring(root, encoding="utf-8", xml_declaration=False)


def embed_url(shown: Shown) -> str:
    """Address of the page that a frame shows."""
    if shown.thread is not None:
        return f"{conf.BASE_URL}/embed/threads/{shown.thread['id']}"
    address = f"{conf.BASE_URL}/embed/{shown.row.uid}"
    return f"{address}/quote/{shown.quote['id']}" if shown.quote else address


def _specific(shown: Shown, room: Room) -> dict[str, Any]:
    """The type, and what goes with it."""
    item = shown.item
    if shown.quote or shown.thread:
        return _framed(shown, "rich", room, HEIGHTS["quote" if shown.quote else "thread"])
    if not has_embed(item):
        return {"type": "link"}
    match item.get("file_type"):
        case AssetType.IMAGE if photo := _photo(item, room):
            return photo
        case AssetType.VIDEO:
            return _framed(shown, "video", room, _video_height(item))
        case AssetType.AUDIO:
            return _framed(shown, "rich", room, HEIGHTS["audio"])
        case None:
            return _framed(shown, "rich", room, HEIGHTS["release"])
    return _framed(shown, "rich", room, HEIGHTS["asset"])


def _framed(shown: Shown, type_: str, room: Room, height: int) -> dict[str, Any]:
    width, height = min(WIDTH, room.width or WIDTH), min(height, room.height or height)
    html = format_html(
        '<iframe src="{}" width="{}" height="{}" title="{}" loading="lazy" sandbox="{}" '
        'style="border:0;max-width:100%"></iframe>',
        embed_url(shown),
        width,
        height,
        _title(shown),
        SANDBOX,
    )
    return {"type": type_, "html": str(html), "width": width, "height": height}


def _photo(item: dict[str, Any], room: Room) -> dict[str, Any] | None:
    """The largest size that fits; where none does, the smallest, to be shown smaller than it is."""
    found = _best(item, room)
    if found is None:
        return None
    width, height = room.fit(found["width"], found["height"])
    return {"type": "photo", "url": found["href"], "width": width, "height": height}


def _thumbnail(item: dict[str, Any], room: Room) -> dict[str, Any]:
    """The picture that stands for an item, none larger than there is room for."""
    image = (item.get("seo") or {}).get("image") or item.get("hero") or item.get("cover")
    poster = item.get("poster")
    if image is None and poster is not None:
        image = {"renditions": [poster]}
    if image is None and item.get("file_type") == AssetType.IMAGE:
        image = item
    found = _best(image, Room(min(room.width or 640, 640), room.height), cropped=True) if image else None
    if found is None or not room.holds(found["width"], found["height"]):
        return {}
    return {
        "thumbnail_url": found["href"],
        "thumbnail_width": found["width"],
        "thumbnail_height": found["height"],
    }


def _best(image: dict[str, Any], room: Room, *, cropped: bool = False) -> dict[str, Any] | None:
    """The largest size that fits, of those that every browser shows; else the smallest. Uncropped, or cropped too."""
    sizes = conf.IMAGE_SIZES
    usable = [
        one
        for one in image["renditions"]
        if one["content_type"].startswith("image/")
        and one["content_type"] not in MODERN
        and one["width"]
        and one["height"]
        and (cropped or not sizes.get(one["name"], "").startswith("fill-"))
        and one["name"] != "original"
    ]
    fitting = [one for one in usable if room.holds(one["width"], one["height"])]
    if fitting:
        return max(fitting, key=lambda one: one["width"])
    return min(usable, key=lambda one: one["width"], default=None)


def _video_height(item: dict[str, Any]) -> int:
    width, height = item.get("width") or 16, item.get("height") or 9
    return min(800, round(WIDTH * height / width) + 140)


def _title(shown: Shown) -> str:
    item = shown.item
    if shown.quote:
        return f"{shown.quote['speaker_name'] or item['newsroom']['name']}: {shown.quote['text'][:200]}"
    return str(item["name"] if item["type"] == ItemType.NEWSROOM else item["title"])
