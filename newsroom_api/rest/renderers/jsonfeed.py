"""JSON Feed 1.1 (jsonfeed.org). What it has no word for is under `_newsroom`, which `docs/feeds.md` explains."""

from __future__ import annotations

import json
from typing import Any

from newsroom_api.rest.renderers.feed import Attachment, Author, Entry, Feed, rfc3339

VERSION = "https://jsonfeed.org/version/1.1"


def render(feed: Feed) -> bytes:
    """The feed as UTF-8. What is empty is left out."""
    content = {
        "version": VERSION,
        "title": feed.title,
        "home_page_url": feed.home,
        "feed_url": feed.address,
        "description": feed.description,
        "next_url": feed.next,
        "icon": feed.icon,
        "authors": [_author(feed.author)],
        "language": feed.language,
        "hubs": [{"type": "WebSub", "url": hub} for hub in feed.hubs],
        "_newsroom": _filled(
            {
                "id": feed.id,
                "updated_at": rfc3339(feed.updated),
                "previous_url": feed.previous,
                "withdrawn": [
                    {"id": gone.id, "withdrawn_at": rfc3339(gone.at), "reason": gone.reason}
                    for gone in feed.deleted
                ],
            }
        ),
    }
    text = json.dumps(
        _filled(content) | {"items": [_item(entry) for entry in feed.entries]},
        ensure_ascii=False,
        separators=(",", ":"),
    )
    return text.encode("utf-8", "backslashreplace")


def _item(entry: Entry) -> dict[str, Any]:
    return _filled(
        {
            "id": entry.id,
            "url": entry.url,
            "title": entry.title,
            "summary": entry.summary,
            "image": entry.image,
            "date_published": rfc3339(entry.published),
            "date_modified": rfc3339(entry.updated),
            "authors": [_author(author) for author in entry.authors],
            "tags": [category.label for category in entry.categories],
            "language": entry.language,
            "attachments": [_attachment(file) for file in entry.files],
            "_newsroom": dict(entry.extension),
        }
    ) | {"content_html": entry.html}


def _author(author: Author) -> dict[str, str]:
    return {"name": author.name, "url": author.url} if author.url else {"name": author.name}


def _attachment(file: Attachment) -> dict[str, Any]:
    return _filled(
        {
            "url": file.url,
            "mime_type": file.type,
            "title": file.title,
            "size_in_bytes": file.size,
            "duration_in_seconds": file.duration,
        }
    )


def _filled(members: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in members.items() if value not in ("", None, [], {})}
