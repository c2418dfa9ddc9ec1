"""HTML, or plain text, of anybody's making to the blocks of a release's body.

Unknown markup goes, scripts and styles go with what is in them, and the words stay: every visible word of
the source is in
the blocks. Nothing is fetched. What does not live here: the inside of a line (`inline.py`) and tables
(`tables.py`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from html import escape, unescape
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

import nh3
from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

from cms.releases.importing.incoming import ImageReference
from cms.releases.importing.inline import (
    MARKS,
    MARKUP,
    absolute,
    embeddable,
    inline,
    is_web_address,
    plain,
    tidy,
    words,
)
from cms.releases.importing.markup import (
    ATTRIBUTES,
    BLOCKS,
    HEADINGS,
    KEPT,
    LISTS,
    MEDIA,
    NOT_QUOTABLE,
    UNSEEN,
)
from cms.releases.importing.tables import is_layout, table_value

if TYPE_CHECKING:
    from bs4.element import PageElement

HEADING_LIMIT = 255
BLOCK_LIMIT = 20_000
"""Characters of rich text in one block: more becomes several blocks, for the editor's sake."""
PICTURE = re.compile(r"\.(?:jpe?g|png|gif|webp|svg|tiff?|avif)$", re.IGNORECASE)

ImageFinder = Callable[[ImageReference], int | None]
"""Answers with the id of the imported image, or None when the image stays where it is."""


@dataclass(slots=True)
class Conversion:
    """The blocks of a text, the links that found no place in them, and what was changed on the way, by
    kind."""

    blocks: list[dict[str, Any]] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)
    images: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def add(self, kind: str, value: Any) -> None:
        self.blocks.append({"type": kind, "value": value})


def html_blocks(html: str, *, base: str = "", find_image: ImageFinder = lambda image: None) -> Conversion:
    """The blocks of `html`; relative addresses are taken from `base`."""
    clean = nh3.clean(
        html,
        tags=KEPT,
        clean_content_tags=UNSEEN,
        attributes=ATTRIBUTES,
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel=None,
    )
    soup = BeautifulSoup(clean, "html.parser")
    try:
        converter = _Converter(base, find_image)
        converter.walk(soup)
        return converter.finish()
    except RecursionError:
        conversion = text_blocks(" ".join(soup.stripped_strings))
        conversion.notes.append("markup_too_deep")
        return conversion


def text_blocks(text: str) -> Conversion:
    """The blocks of plain text: a blank line begins a paragraph, a line break stays one."""
    converter = _Converter("", lambda image: None)
    for paragraph in re.split(r"\n[ \t\r]*\n", text.replace("\r\n", "\n").replace("\r", "\n")):
        converter.line.append(
            "<br/>".join(escape(line.strip(), quote=False) for line in paragraph.split("\n"))
        )
        converter.end_line()
    return converter.finish()


class _Converter:
    """Walks a tree once, from the first node to the last, and keeps the order."""

    def __init__(self, base: str, find_image: ImageFinder) -> None:
        self.base = base
        self.find_image = find_image
        self.result = Conversion()
        self.line: list[str] = []
        self.rich: list[str] = []
        self.around: list[Tag] = []
        """Inline elements (links, bold) that hold whole blocks: they are put around each line inside."""

    def finish(self) -> Conversion:
        self.end_line()
        self.end_rich()
        return self.result

    def walk(self, node: Tag) -> None:
        for child in node.children:
            if isinstance(child, NavigableString):
                self.line.append(inline(child, self.base))
            elif isinstance(child, Tag):
                self.element(child)

    def element(self, node: Tag) -> None:
        if node.name not in BLOCKS:
            self.inline_element(node)
        elif node.name in HEADINGS:
            self.heading(node)
        elif node.name in LISTS:
            self.list(node)
        elif node.name == "table":
            self.table(node)
        elif node.name == "blockquote" and not node.find(NOT_QUOTABLE):
            self.quote(node)
        elif node.name == "img":
            self.image(node)
        elif node.name in MEDIA:
            self.medium(node)
        elif node.name == "figure":
            self.figure(node)
        elif node.name == "pre" and not node.find(list(BLOCKS)):
            self.paragraph(inline(node, self.base))
        else:
            self.end_line()
            with self.inside(node if node.name in ("dt", "summary") else None):
                self.walk(node)

    def inline_element(self, node: Tag) -> None:
        """A link, bold text, a line break: two breaks end the paragraph."""
        if node.name == "br":
            if self.line and tidy("".join(self.line)) and re.search(r"<br/>\s*$", "".join(self.line[-3:])):
                self.end_line()
            else:
                self.line.append("<br/>")
        elif node.find(list(BLOCKS)) or (node.name in ("tr", "td", "th") and node.find("td")):
            with self.inside(node):
                self.walk_apart(node)
        else:
            self.line.append(inline(node, self.base))

    def walk_apart(self, node: Tag) -> None:
        if node.name in ("tr", "td", "th", "tbody", "thead", "tfoot", "caption"):
            self.end_line()
            self.walk(node)
            self.end_line()
        else:
            self.walk(node)

    @contextmanager
    def inside(self, node: Tag | None) -> Iterator[None]:
        """Lines that end in here are marked as `node` marks them."""
        open_line, self.line = self.line, []
        if open_line and node is not None and node.name not in ("dt", "summary"):
            self.line = open_line
            self.end_line(continued=True)
        elif open_line:
            self.line = open_line
            self.end_line()
        if node is not None:
            self.around.append(node)
        yield
        self.end_line()
        if node is not None:
            self.around.pop()

    def end_line(self, *, continued: bool = False) -> None:
        """What has been gathered becomes a paragraph; an address alone on its line becomes an embed."""
        line, self.line = tidy("".join(self.line)), []
        text = words(line)
        if not text:
            return
        if not continued and "://" in text and " " not in text and not self.around:
            address = embeddable(unescape(text))
            if address:
                self.put("embed", {"url": address, "title": "", "caption": ""})
                return
        self.add_rich(f"<p>{self.wrapped(line)}</p>")

    def wrapped(self, line: str) -> str:
        for node in reversed(self.around):
            href = absolute(str(node.get("href", "")), self.base) if node.name == "a" else ""
            if href and "<a " not in line:
                line = f'<a href="{escape(href)}">{line}</a>'
            elif mark := MARKS.get("b" if node.name in ("dt", "summary") else node.name):
                line = f"<{mark}>{line}</{mark}>"
        return line

    def paragraph(self, line: str) -> None:
        self.end_line()
        self.line.append(line)
        self.end_line()

    def add_rich(self, html: str) -> None:
        if self.rich and sum(map(len, self.rich)) + len(html) > BLOCK_LIMIT:
            self.end_rich()
        self.rich.append(html)

    def end_rich(self) -> None:
        if self.rich:
            self.result.add("paragraph", "".join(self.rich))
            self.rich = []

    def put(self, kind: str, value: Any) -> None:
        self.end_line()
        self.end_rich()
        self.result.add(kind, value)

    def heading(self, node: Tag) -> None:
        text = plain(node)
        if len(text) > HEADING_LIMIT:
            line = tidy(inline(node, self.base, skip=is_medium)).replace("<br/>", " ")
            self.paragraph(f"<b>{line}</b>")
            self.result.notes.append("heading_as_paragraph")
        elif text:
            self.keep_links(node)
            self.put("heading", {"text": text, "level": HEADINGS[node.name]})
        self.media_in(node)

    def list(self, node: Tag) -> None:
        self.end_line()
        if html := self.list_html(node):
            self.add_rich(html)
        self.media_in(node)

    def list_html(self, node: Tag) -> str:
        """A list with the lists inside it. In each entry the lists come last: the rich text editor knows
        no other order."""
        entries: list[str] = []
        for child in node.children:
            text = tidy(inline(child, self.base, skip=lambda tag: tag.name in LISTS or is_medium(tag)))
            below = [self.list_html(inner) for inner in _lists_in(child)]
            if words(text) or any(below):
                entries.append(f"<li>{text}{''.join(below)}</li>")
        return f"<{node.name}>{''.join(entries)}</{node.name}>" if entries else ""

    def table(self, node: Tag) -> None:
        self.end_line()
        if is_layout(node):
            self.walk(node)
            self.end_line()
            return
        caption = node.find("caption")
        value = table_value(node)
        if isinstance(caption, Tag) and caption.find_parent("table") is node:
            title = plain(caption)
            if len(title) > HEADING_LIMIT:
                self.paragraph(inline(caption, self.base))
            else:
                value["caption"] = title
        if node.find("a", href=True):
            self.result.notes.append("links_in_table_lost")
        self.put("table", value)
        self.media_in(node)

    def quote(self, node: Tag) -> None:
        """A quote is plain text: its links go to the release's links."""
        speaker = ""
        source = node.find(["footer", "cite"])
        if (
            isinstance(source, Tag)
            and 0 < len(plain(source)) <= HEADING_LIMIT
            and plain(source) != plain(node)
        ):
            speaker = plain(source).lstrip("—–- ")
            self.keep_links(source)
            source.extract()
        self.keep_links(node)
        line = tidy(inline(node, ""))
        text = "\n".join(unescape(MARKUP.sub("", part)).strip() for part in line.split("<br/>"))
        if text:
            self.put("quote", {"text": text, "speaker": None, "speaker_name": speaker, "speaker_title": ""})
        elif speaker:
            self.paragraph(escape(speaker, quote=False))

    def keep_links(self, node: Tag) -> None:
        for link in node.find_all("a", href=True):
            href = absolute(str(link["href"]), self.base)
            if is_web_address(href):
                self.result.links.append((plain(link) or href, href))

    def figure(self, node: Tag) -> None:
        """An image with its caption; a figure around anything else is only a box."""
        caption = node.find("figcaption")
        images = node.find_all("img")
        if (
            isinstance(caption, Tag)
            and len(images) == 1
            and not node.find(["table", "blockquote", "iframe", "ul", "ol"])
        ):
            caption.extract()
            self.image(images[0], caption)
            images[0].extract()
        self.end_line()
        self.walk(node)
        self.end_line()

    def image(self, node: Tag, caption: Tag | None = None) -> None:
        """An image that was imported is a block; any other stays where it is, as a link with its
        description."""
        alt = " ".join(str(node.get("alt", "")).split())
        src = str(node.get("src", "")).strip()
        text = plain(caption) if caption else ""
        found = self.find_image(ImageReference(src=src, alt=alt, caption=text)) if src else None
        self.result.images.append(src)
        self.keep_links_around(alt, src)
        if found is not None:
            self.put("image", {"image": found, "caption": text})
            return
        self.end_line()
        address = absolute(src, self.base)
        title = alt or unquote(urlsplit(address).path.rpartition("/")[2])
        self.result.notes.append("image_as_link" if address else "image_lost")
        line = (
            f'<a href="{escape(address)}">{escape(title or address, quote=False)}</a>'
            if address
            else escape(alt)
        )
        if caption is not None:
            line = f"{line}<br/>{inline(caption, self.base)}"
        if words(line):
            self.add_rich(f"<p>{tidy(line)}</p>")

    def keep_links_around(self, alt: str, src: str) -> None:
        for node in self.around:
            href = absolute(str(node.get("href", "")), self.base) if node.name == "a" else ""
            if (
                href
                and href != absolute(src, self.base)
                and not PICTURE.search(urlsplit(href).path)
                and is_web_address(href)
            ):
                self.result.links.append((alt or href, href))

    def medium(self, node: Tag) -> None:
        """A player: an embed where the service is known, else a link."""
        source = node.find("source", src=True)
        own = str(node.get("src", "") or node.get("data", ""))
        address = absolute(
            own or (str(source["src"]) if isinstance(source, Tag) else ""), self.base or "https://"
        )
        title = " ".join(str(node.get("title", "")).split())
        self.end_line()
        if known := embeddable(address) if address else "":
            self.put("embed", {"url": known, "title": title[:HEADING_LIMIT], "caption": ""})
        elif address:
            self.add_rich(f'<p><a href="{escape(address)}">{escape(title or address, quote=False)}</a></p>')
            self.result.notes.append("player_as_link")
        self.walk(node)
        self.end_line()

    def media_in(self, node: Tag) -> None:
        """Images and players inside a heading, list or table come after it."""
        for medium in node.find_all(list(MEDIA)):
            if not medium.find_parent(list(MEDIA - {"img"})):
                self.element(medium)


def is_medium(node: Tag) -> bool:
    """Whether a node is an image or a player."""
    return node.name in MEDIA


def _lists_in(node: PageElement) -> list[Tag]:
    """The lists right inside an entry, however they are wrapped; the node itself when it is one."""
    if not isinstance(node, Tag):
        return []
    if node.name in LISTS:
        return [node]
    return [found for child in node.children for found in _lists_in(child)]
