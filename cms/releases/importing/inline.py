"""The inside of a line of rich text: only what `cms.newsroom.richtext.FEATURES` lets editors write. Words
always stay."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from bs4 import Tag
from bs4.element import NavigableString
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from wagtail.embeds.finders.oembed import OEmbedFinder

if TYPE_CHECKING:
    from bs4.element import PageElement

MARKS = {
    "b": "b",
    "strong": "b",
    "i": "i",
    "em": "i",
    "cite": "i",
    "dfn": "i",
    "var": "i",
    "sup": "sup",
    "sub": "sub",
}
"""Elements of the web to those of rich text; every other inline element is left out, its words stay."""

SEPARATING = {
    "p",
    "div",
    "li",
    "dt",
    "dd",
    "tr",
    "blockquote",
    "pre",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "section",
}
SPACE = re.compile(r"[ \t\r\n\f]+")
EDGE = re.compile(r"^(?:\s|<br/>)+|(?:\s|<br/>)+$")
BREAKS = re.compile(r"\s*<br/>\s*")
MARKUP = re.compile(r"<[^>]*>")
WEB = URLValidator(schemes=["http", "https"])

PLAYERS: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(r"^https?://(?:www\.)?youtube(?:-nocookie)?\.com/embed/(?!videoseries)([\w-]+)"),
        "https://www.youtube.com/watch?v={}",
    ),
    (re.compile(r"^https?://player\.vimeo\.com/video/(\d+)"), "https://vimeo.com/{}"),
    (
        re.compile(r"^https?://(?:www\.)?dailymotion\.com/embed/video/(\w+)"),
        "https://www.dailymotion.com/video/{}",
    ),
)
"""Addresses of players, and of the videos that they play."""


def is_web_address(url: str) -> bool:
    """Whether an editor's address field takes it."""
    try:
        WEB(url)
    except ValidationError:
        return False
    return True


def embeddable(url: str) -> str:
    """The address to embed, where a known service (oEmbed) answers for it; else nothing. Nothing is
    fetched."""
    url = f"https:{url}" if url.startswith("//") else url
    for pattern, video in PLAYERS:
        if found := pattern.match(url):
            return video.format(found.group(1))
    return url if is_web_address(url) and OEmbedFinder().accept(url) else ""


def absolute(href: str, base: str) -> str:
    """Where a link leads, or nothing when it leads nowhere outside its old page."""
    href = href.strip()
    if not href or href.startswith("#"):
        return ""
    try:
        url = urljoin(base, href)
        parts = urlsplit(url)
    except ValueError:
        return ""
    if parts.scheme in ("mailto", "tel"):
        return url if parts.path else ""
    return url if parts.scheme in ("http", "https") and parts.netloc else ""


def inline(node: PageElement, base: str, *, skip: Callable[[Tag], bool] = lambda tag: False) -> str:
    """A node as one run of rich text; what `skip` takes is left out. `<br/>` separates blocks inside it."""
    if isinstance(node, NavigableString):
        return SPACE.sub(" ", escape(str(node), quote=False))
    if not isinstance(node, Tag):
        return ""
    if skip(node):
        return "<br/>"
    if node.name == "br":
        return "<br/>"
    if node.name == "pre":
        inner = "<br/>".join(escape(line, quote=False) for line in node.get_text().splitlines())
    else:
        inner = "".join(inline(child, base, skip=skip) for child in node.children)
    return _marked(node, inner, base)


def _marked(node: Tag, inner: str, base: str) -> str:
    if node.name in SEPARATING:
        return f"<br/>{inner}<br/>"
    if node.name in ("td", "th", "option"):
        return f" {inner} "
    if node.name == "q":
        return f"“{inner}”"
    if not words(inner):
        return inner
    if node.name in MARKS:
        return f"<{MARKS[node.name]}>{inner}</{MARKS[node.name]}>"
    if node.name == "a" and (href := absolute(str(node.get("href", "")), base)):
        return f'<a href="{escape(href)}">{inner}</a>'
    return inner


def tidy(line: str) -> str:
    """A line without spaces and breaks at its ends, and without empty lines inside."""
    line = SPACE.sub(" ", line)
    line = BREAKS.sub("<br/>", line)
    line = re.sub(r"(?:<br/>)+", "<br/>", line)
    return EDGE.sub("", line)


def words(html: str) -> str:
    """The words of rich text, markup aside; still escaped."""
    return " ".join(MARKUP.sub(" ", html).split())


def plain(node: PageElement) -> str:
    """The words of a node on one line, blocks apart."""
    pieces: list[str] = []
    _gather(node, pieces)
    return " ".join("".join(pieces).split())


def _gather(node: PageElement, pieces: list[str]) -> None:
    if isinstance(node, NavigableString):
        pieces.append(str(node))
    elif isinstance(node, Tag):
        apart = node.name in SEPARATING or node.name in (
            "br",
            "td",
            "th",
            "ul",
            "ol",
            "table",
            "figcaption",
            "option",
        )
        marks = ("“", "”") if node.name == "q" else ((" ", " ") if apart else ("", ""))
        pieces.append(marks[0])
        for child in node.children:
            _gather(child, pieces)
        pieces.append(marks[1])
