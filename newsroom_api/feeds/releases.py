"""Releases as entries of a feed: made of their documents alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from cms.newsroom.templatetags.newsroom_pages import original, size
from cms.syndication.html import body_html
from newsroom_api.rest.renderers.feed import Attachment, Author, Category, Entry, urn

Content = Mapping[str, Any]

PICTURE_SIZE = "large"
"""The named size of images in feeds: originals may be too large for readers."""


def release_entry(document: Content) -> Entry:
    """A release, from its whole document."""
    byline, rights, hero = document["byline"], document["rights"], document["hero"]
    picture = size(hero, "medium") if hero else None
    return Entry(
        id=urn(document["id"]),
        url=document["url"],
        title=document["title"],
        html=body_html(document),
        published=moment(document["published_at"]),
        updated=moment(document["updated_at"]),
        language=document["locale"],
        summary=document["summary"],
        authors=[Author(byline["name"] if byline else document["newsroom"]["name"])],
        categories=[
            *(Category(topic["slug"], topic["name"]) for topic in document["topics"]),
            *(Category(tag, tag) for tag in document["tags"]),
        ],
        rights=". ".join(
            words for words in (f"© {rights['copyright_holder']}", rights["usage_terms"]) if words
        ),
        image=picture["href"] if picture else "",
        files=list(attachments(document)),
        extension={
            "id": document["id"],
            "kind": document["kind"],
            "version": document["version"],
            "corrections": document["corrections"],
            "usage_terms": rights["usage_terms"],
            "copyright_holder": rights["copyright_holder"],
        },
    )


def attachments(document: Content) -> Iterator[Attachment]:
    """The files that a release shows or offers, each once."""
    seen: set[str] = set()
    for file in _files(document):
        if file["id"] in seen:
            continue
        seen.add(file["id"])
        shown = size(file, PICTURE_SIZE) if file["type"] == "IMAGE" else original(file)
        if shown is not None:
            yield _attachment(file, shown)


def _files(document: Content) -> Iterable[dict[str, Any]]:
    if document["hero"]:
        yield document["hero"]
    for block in document["body"]:
        yield from (block[name] for name in ("image", "file") if name in block)
        yield from block.get("images", ())
    yield from document["images"]
    yield from document["files"]


def _attachment(file: dict[str, Any], shown: dict[str, Any]) -> Attachment:
    poster = file.get("poster")
    return Attachment(
        url=shown["href"],
        type=shown["content_type"],
        size=shown["size_in_bytes"],
        medium=file["type"].lower(),
        title=file["title"],
        description=file["caption"],
        credit=file["credit"],
        rights=". ".join(words for words in (file["copyright_holder"], file["usage_terms"]) if words),
        license_url=file["license_url"],
        width=shown["width"],
        height=shown["height"],
        duration=shown["duration"],
        thumbnail=poster["href"] if poster else "",
    )


def moment(text: str) -> datetime:
    """A time of a document."""
    return datetime.fromisoformat(text)
