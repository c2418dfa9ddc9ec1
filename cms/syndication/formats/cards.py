"""Open Graph (https://ogp.me/) and X card data of a document: the `meta` elements that a page of it prints in its head."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from cms.newsroom.richtext import plain_text
from cms.syndication.formats import files
from cms.syndication.formats.facts import Content
from cms.syndication.formats.schema_org import SECTIONS

DESCRIPTION = 300
"""Characters of a description: what is longer is cut at a word."""


class Tag(NamedTuple):
    """A `meta` element: `<meta property="og:title" content="…">`."""

    attribute: str
    """`property` or `name`."""
    key: str
    content: str


class Head(NamedTuple):
    """What the head of a page says in words."""

    title: str
    description: str
    image: Content | None
    """The image that stands for the page, in its best size."""
    alt: str
    is_large: bool
    """Whether the image is the item's own: the logo of its newsroom is shown small."""


def head_of(document: Content, newsroom: Content | None = None) -> Head:
    """Title, description and image of a document; without an image of its own, the logo of its newsroom."""
    seo = document.get("seo") or {}
    shown = seo.get("image") or document.get("hero") or document.get("cover") or document.get("logo")
    file = files.as_file(document) if document["type"] == "ASSET" else shown
    image = _usable(files.picture(file, "social"))
    logo = None if image else _usable(files.picture((newsroom or {}).get("logo"), "small"))
    name = document.get("title") or document.get("name") or ""
    told = (
        seo.get("description")
        or document.get("summary")
        or document.get("caption")
        or document.get("tagline")
    )
    texts = (document.get(field) for field in ("description", "opening", "about"))
    description = told or next((words for text in texts if (words := plain_text(text or ""))), "")
    return Head(
        title=seo.get("title") or name,
        description=shortened(description, DESCRIPTION),
        image=image or logo,
        alt=(newsroom or {}).get("name") or name if logo else (file or {}).get("alt") or name,
        is_large=image is not None,
    )


def _usable(rendition: Content | None) -> Content | None:
    return rendition if rendition and rendition["content_type"].startswith("image/") else None


def tags(document: Content, head: Head) -> list[Tag]:
    """The `meta` elements of a document, without empty ones."""
    found = [*_open_graph(document, head), *_article(document), *_player(document), *_card(head)]
    return [tag for tag in found if tag.content]


def shortened(text: str, limit: int) -> str:
    """The beginning of a text, cut at a word, with an ellipsis where it goes on."""
    words = " ".join(text.split())
    if len(words) <= limit:
        return words
    return f"{words[: limit - 1].rpartition(' ')[0] or words[: limit - 1]}…"


def _open_graph(document: Content, head: Head) -> Iterator[Tag]:
    newsroom = document.get("newsroom") or document
    kinds = {"RELEASE": "article", "DISCUSSION": "article"}
    videos = document["type"] == "ASSET" and document["file_type"] == "VIDEO"
    yield Tag("property", "og:type", "video.other" if videos else kinds.get(document["type"], "website"))
    yield Tag("property", "og:title", head.title)
    yield Tag("property", "og:description", head.description or head.title)
    yield Tag("property", "og:url", document["url"])
    yield Tag("property", "og:site_name", newsroom["name"])
    yield Tag("property", "og:locale", _locale(document["locale"]))
    if head.image:
        yield Tag("property", "og:image", head.image["href"])
        yield Tag("property", "og:image:type", head.image["content_type"])
        yield Tag("property", "og:image:width", str(head.image["width"] or ""))
        yield Tag("property", "og:image:height", str(head.image["height"] or ""))
        yield Tag("property", "og:image:alt", head.alt)


def _locale(tag: str) -> str:
    """Open Graph knows languages with a territory alone: `sv-SE` is `sv_SE`, and `sv` is not said."""
    language, _, territory = tag.partition("-")
    return f"{language}_{territory.upper()}" if len(territory) == 2 else ""


def _article(document: Content) -> Iterator[Tag]:
    if document["type"] not in ("RELEASE", "DISCUSSION"):
        return
    person = document.get("byline") or document.get("host")
    yield Tag("property", "article:published_time", document["published_at"])
    yield Tag("property", "article:modified_time", document["updated_at"])
    yield Tag("property", "article:section", SECTIONS.get(document.get("kind") or "", ""))
    yield Tag("name", "author", person["name"] if person else document["newsroom"]["name"])
    for word in [*(topic["name"] for topic in document["topics"]), *(document.get("tags") or ())]:
        yield Tag("property", "article:tag", word)


def _player(document: Content) -> Iterator[Tag]:
    """The file of a recording that has a page of its own."""
    kind = {"VIDEO": "video", "AUDIO": "audio"}.get(document.get("file_type") or "")
    whole = files.whole(document) if kind else None
    if whole is None:
        return
    yield Tag("property", f"og:{kind}", whole["href"])
    yield Tag("property", f"og:{kind}:type", whole["content_type"])
    if kind == "video":
        yield Tag("property", "og:video:width", str(whole["width"] or ""))
        yield Tag("property", "og:video:height", str(whole["height"] or ""))


def _card(head: Head) -> Iterator[Tag]:
    yield Tag("name", "twitter:card", "summary_large_image" if head.is_large else "summary")
    yield Tag("name", "twitter:title", head.title)
    yield Tag("name", "twitter:description", head.description or head.title)
    if head.image:
        yield Tag("name", "twitter:image", head.image["href"])
        yield Tag("name", "twitter:image:alt", head.alt)
