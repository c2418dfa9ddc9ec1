"""RSS and Atom feeds, read with feedparser (which never expands entities of a document's own)."""

from __future__ import annotations

import hashlib
import io
from calendar import timegm
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import IO, Any

import feedparser

from cms.releases.importing.incoming import (
    ROW_LIMIT,
    BadRow,
    ImageReference,
    Incoming,
    Row,
    UnreadableFile,
    moment,
    one_line,
    storable,
)
from cms.releases.importing.xml import refuse_entities

FILE_LIMIT = ROW_LIMIT * 40


def read_feed(stream: IO[bytes]) -> Iterator[Row | BadRow]:
    """The entries of a feed, numbered from 1. Raises `UnreadableFile` for what is no feed."""
    whole = stream.read(FILE_LIMIT + 1)
    if len(whole) > FILE_LIMIT:
        raise UnreadableFile(f"The feed is longer than {FILE_LIMIT:,} bytes.")
    refuse_entities(whole)
    feed = feedparser.parse(io.BytesIO(whole), sanitize_html=False, resolve_relative_uris=False)
    if not feed.version and not feed.entries:
        raise UnreadableFile(f"The file is no feed: {feed.get('bozo_exception', 'no entries were found')}.")
    channel = feed.feed
    for number, entry in enumerate(feed.entries, start=1):
        try:
            yield Row(number, _incoming(storable_entry(entry), channel))
        except (TypeError, AttributeError, ValueError, RecursionError) as error:
            yield BadRow(number, f"The entry cannot be read: {error}.")


def storable_entry(entry: Any) -> Any:
    """An entry without characters that cannot be stored; its own type, with its own look-ups, stays."""
    for name in list(entry.keys()):
        dict.__setitem__(entry, name, storable(dict.__getitem__(entry, name)))
    return entry


def _incoming(entry: Any, channel: Any) -> Incoming:
    html, text = _bodies(entry)
    summary_html = entry.get("summary", "") if (html or text) else ""
    if not (html or text):
        html, text = _as_html(entry.get("summary_detail") or {"value": entry.get("summary", "")})
    stamp = entry.get("published_parsed") or entry.get("updated_parsed") or entry.get("created_parsed")
    written = entry.get("published") or entry.get("updated") or ""
    published_at = datetime.fromtimestamp(timegm(stamp), UTC) if stamp else moment(written)
    title_html, title = _as_html(entry.get("title_detail") or {"value": entry.get("title", "")})
    return Incoming(
        external_id=one_line(entry.get("id") or entry.get("link")) or _made_id(title, title_html, written),
        source=one_line(channel.get("id") or channel.get("link") or channel.get("title")) or "feed",
        url=one_line(entry.get("link")),
        language=one_line(_language(entry) or channel.get("language")),
        title=_words(title_html) if title_html else one_line(title),
        summary=_words(summary_html),
        published_at=published_at,
        kind="news",
        tags=tuple(one_line(tag.get("label") or tag.get("term")) for tag in entry.get("tags", [])),
        authors=tuple(filter(None, (one_line(author.get("name")) for author in entry.get("authors", [])))),
        images=tuple(_images(entry)),
        html=html,
        text=text,
        copyright_holder=one_line(_words(entry.get("rights", "") or channel.get("rights", ""))),
        notes=("date_unreadable",) if written and published_at is None else (),
    )


def _bodies(entry: Any) -> tuple[str, str]:
    """(HTML, plain text) of the longest content that the entry carries."""
    contents = sorted(
        entry.get("content", []), key=lambda content: len(content.get("value") or ""), reverse=True
    )
    return _as_html(contents[0]) if contents else ("", "")


def _as_html(detail: Any) -> tuple[str, str]:
    """(HTML, plain text): RSS does not say which of them it carries."""
    value = detail.get("value") or ""
    is_plain = detail.get("type") == "text/plain" and "<" not in value and "&" not in value
    return ("", value) if is_plain else (value, "")


def _made_id(*parts: str) -> str:
    """An id for an entry that has none, of its title and date."""
    return f"sha256:{hashlib.sha256(' '.join(parts).encode()).hexdigest()}" if any(parts) else ""


def _language(entry: Any) -> str:
    contents = [*entry.get("content", []), entry.get("title_detail") or {}]
    return next((content["language"] for content in contents if content.get("language")), "")


def _images(entry: Any) -> Iterator[ImageReference]:
    media = [*entry.get("media_content", []), *entry.get("enclosures", [])]
    for medium in media:
        is_image = one_line(medium.get("type")).startswith("image/") or medium.get("medium") == "image"
        if is_image and (src := one_line(medium.get("url") or medium.get("href"))):
            yield ImageReference(src=src)


def _words(html: str) -> str:
    from cms.newsroom.richtext import plain_text

    return plain_text(html)
