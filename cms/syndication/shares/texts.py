"""What helps to share a release, made from its document alone: no statement is run, and no other site asked."""

from __future__ import annotations

import re
from typing import Any
from uuid import UUID

import regex

from cms.conf import newsroom as conf
from cms.syndication.shares.channels import CHANNELS, Channel, Post, ShareChannel
from cms.syndication.shares.codes import code_of

MODERN = ("image/webp", "image/avif")
"""Formats that some channels do not take."""
MOST_IN_ADDRESS = 2_000
"""Characters of an address that every program takes."""
SHORTEST_SUMMARY = 40
"""Of a summary that does not fit, a shorter beginning says nothing."""


def share_content(document: dict[str, Any], *, site: str = "") -> dict[str, Any]:
    """The content of a `Share`, from the whole document of a release; `site` stands for BASE_URL in examples."""
    short = short_url(UUID(document["id"]), site=site)
    tags = hashtags(document["tags"])
    return {
        "url": document["url"],
        "short_url": short,
        "hashtags": tags,
        "texts": [_text(document, short, tags, channel) for channel in ShareChannel],
    }


def short_url(uid: UUID, *, site: str = "") -> str:
    """The short address of an item."""
    return f"{site or conf.BASE_URL}/s/{code_of(uid)}"


def hashtags(tags: list[str]) -> list[str]:
    """Tags as hashtags: words written together, each beginning with a capital where there are several."""
    found = []
    for tag in tags:
        words = re.findall(r"\w+", tag)
        joined = words[0] if len(words) == 1 else "".join(word[:1].upper() + word[1:] for word in words)
        if joined and not joined.isdigit():
            found.append(f"#{joined}")
    return list(dict.fromkeys(found))


def _text(document: dict[str, Any], short: str, tags: list[str], name: ShareChannel) -> dict[str, Any]:
    channel = CHANNELS[name]
    url = f"{short}?via={name.lower()}"
    title, summary = document["title"], document["summary"]
    text = _within(channel, title, summary, url, tags, channel.limit)
    href = channel.begin(Post(title, text, url)) if channel.begin else None
    limit = channel.limit
    while href is not None and channel.begin and len(href) > MOST_IN_ADDRESS and limit > len(url) + 20:
        limit = limit * 2 // 3
        text = _within(channel, title, summary, url, tags, limit)
        href = channel.begin(Post(_cut(title, 100), text, url))
    return {
        "channel": name,
        "text": text,
        "length": channel.count(text),
        "limit": channel.limit,
        "url": url,
        "href": href,
        "image": _image(document, channel.crop),
    }


def _within(channel: Channel, title: str, summary: str, url: str, tags: list[str], limit: int) -> str:
    """Title, summary, link and hashtags, as far as they fit: the link always, hashtags last."""

    def joined(*parts: str) -> str:
        return "\n\n".join(part for part in parts if part)

    def left(*parts: str) -> int:
        return limit - channel.count(joined(*parts))

    lead = _fitting(channel, title, left(url) - 2)
    if summary and summary != title:
        room = left(lead, url) - 2
        shown = _fitting(channel, summary, room)
        if shown == summary or len(shown) >= SHORTEST_SUMMARY:
            lead = joined(lead, shown)
    chosen: list[str] = []
    for tag in tags[: channel.hashtags]:
        if left(lead, url, " ".join([*chosen, tag])) < 0:
            break
        chosen.append(tag)
    return joined(lead, url, " ".join(chosen))


def _fitting(channel: Channel, text: str, room: int) -> str:
    """The text, or as much of its beginning as the channel has room for."""
    if channel.count(text) <= room:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if channel.count(_cut(text, middle)) <= room:
            low = middle
        else:
            high = middle - 1
    return _cut(text, low) if low else ""


def _cut(text: str, length: int) -> str:
    """At most `length` characters of a text, at the end of a word where there is one near, and with an ellipsis."""
    if len(text) <= length:
        return text
    beginning = _whole_characters(text, max(length - 1, 0))
    if text[len(beginning) : len(beginning) + 1].isspace():
        return f"{beginning.rstrip(' ,;:–-')}…"
    at = beginning.rfind(" ")
    if at > length * 2 // 3:
        beginning = beginning[:at]
    return f"{beginning.rstrip(' ,;:–-')}…"


def _whole_characters(text: str, length: int) -> str:
    """At most `length` code points of a text, no character that readers see cut in two."""
    beginning = ""
    for character in regex.findall(r"\X", text[: length + 1]):
        if len(beginning) + len(character) > length:
            break
        beginning += character
    return beginning


def _image(document: dict[str, Any], crop: str) -> dict[str, Any] | None:
    """The image for social media in a crop; another size of it where that one is not."""
    image = document.get("seo", {}).get("image") or document.get("hero")
    if image is None:
        return None
    usable = [
        one
        for one in image["renditions"]
        if one["content_type"].startswith("image/") and one["content_type"] not in MODERN
    ]
    named = [one for one in usable if one["name"] == crop]
    for one in [*named, *usable]:
        shown = {name: one[name] for name in ("name", "href", "content_type", "width", "height")}
        return {**shown, "alt": image["alt"], "credit": image["credit"]}
    return None
