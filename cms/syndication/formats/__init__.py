"""Editions in the formats of others: pure functions of a document and of what its edition says besides.

`render` writes one edition, `render_page` several; a tombstone is an edition without a document. Everything is in these
two and in `FORMATS`: whoever answers in a format needs no more. `schema_org.py` and `cards.py` are for pages instead.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from cms.syndication.formats.facts import Content, EditionFacts, facts_of
from cms.syndication.formats.newsml import news_item, news_message
from cms.syndication.formats.ninjs import ninjs

__all__ = ["FORMATS", "EditionFacts", "Format", "facts_of", "ninjs", "render", "render_page"]

Edition = tuple[EditionFacts, Content | None]


@dataclass(frozen=True, slots=True)
class Format:
    """A format, and what it is called in `Content-Type`."""

    name: str
    media_type: str
    """Of one edition."""
    page_media_type: str
    """Of several."""
    about: str


FORMATS = {
    each.name: each
    for each in (
        Format(
            "ninjs",
            "application/vnd.iptc.ninjs+json",
            "application/vnd.iptc.ninjs+json",
            "IPTC's ninjs 3.1.",
        ),
        Format(
            "newsml",
            "application/vnd.iptc.g2.newsitem+xml",
            "application/vnd.iptc.g2.newsmessage+xml",
            "IPTC's NewsML-G2 2.35.",
        ),
    )
}
"""The formats besides the documents' own JSON, by the names that `format` takes."""


def render(format: str, facts: EditionFacts, document: Content | None) -> tuple[str, str]:
    """An edition in a format: (media type, text). Raises `KeyError` for a format that there is not."""
    text = news_item(facts, document) if format == "newsml" else as_json(ninjs(facts, document))
    return FORMATS[format].media_type, text


def render_page(format: str, editions: Sequence[Edition], *, sent: str) -> tuple[str, str]:
    """Several editions in their order: a JSON array of ninjs objects, or a `newsMessage` that was `sent` then."""
    if format == "newsml":
        return FORMATS[format].page_media_type, news_message(editions, sent)
    objects = ",".join(as_json(ninjs(facts, document)) for facts, document in editions)
    return FORMATS[format].page_media_type, f"[{objects}]"


def as_json(content: Any) -> str:
    """JSON text as the API writes it."""
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))
