"""A document as a row of blocks to be set one below the other: what plain text and PDF are made from.

The words are those of `cms/syndication/html.py`; its HTML is known, so reading it takes a parser and no more.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from django.utils.translation import gettext as _

from cms.syndication.html import body_html, moment

MOST_CHARACTERS = 400_000
"""What is longer is cut: a release of 60,000 words is a book."""
HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4}
STYLES = {"b": "B", "strong": "B", "i": "I", "em": "I", "cite": "I"}
LINES = frozenset({"p", "li", "dt", "dd", "figcaption", "caption", "summary", "pre", *HEADINGS})
"""Elements that begin a block."""
SPACES = re.compile(r"[ \t\r\n\f]+")


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one style."""

    text: str
    style: str = ""
    """Letters of `BI`."""
    href: str = ""


@dataclass(slots=True)
class Block:
    """A paragraph, or what stands in the place of one."""

    kind: str
    """`heading`, `text`, `item`, `quote`, `caption`, `cell`, `image` or `end` (of a row of cells)."""
    level: int = 0
    """Of a heading: 1 to 4; of an item of a list: how deep it is in, from 1."""
    marker: str = ""
    runs: list[Run] = field(default_factory=list)
    source: str = ""
    """Of an image: its address."""

    @property
    def words(self) -> str:
        return "".join(run.text for run in self.runs)


def flow_of(document: Mapping[str, Any]) -> list[Block]:
    """The blocks of a document below its title."""
    reader = _Reader()
    reader.feed(body_html(document))
    reader.close()
    reader.end_block()
    return _bounded(reader.blocks)


def dated(document: Mapping[str, Any]) -> str:
    """What a release is, and when it was published."""
    kind = {
        "PRESS_RELEASE": _("Press release"),
        "NEWS": _("News"),
        "BLOG_POST": _("Blog post"),
        "STATEMENT": _("Statement"),
        "EVENT": _("Event"),
    }.get(document["kind"], "")
    return " · ".join(filter(None, [kind, moment(document["published_at"])]))


def _bounded(blocks: list[Block]) -> list[Block]:
    left = MOST_CHARACTERS
    for number, block in enumerate(blocks):
        left -= len(block.words)
        if left < 0:
            return [*blocks[:number], Block("text", runs=[Run("…")])]
    return blocks


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self._open: Block | None = None
        self._lists: list[int | None] = []
        self._styles: list[str] = []
        self._href = ""
        self._quotes = 0
        self._skipped = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag in LINES:
            self._begin(tag)
        elif tag in ("td", "th"):
            self.end_block()
            self._open = Block("cell", level=int(tag == "th"))
        elif tag in ("ul", "ol"):
            self.end_block()
            self._lists.append(0 if tag == "ol" else None)
        elif tag == "blockquote":
            self.end_block()
            self._quotes += 1
        elif tag == "img":
            self.end_block()
            self.blocks.append(Block("image", runs=[Run(given.get("alt", ""))], source=given.get("src", "")))
        elif tag == "br":
            self._add("\n")
        elif tag == "a":
            self._href = given.get("href", "")
        if tag in STYLES:
            self._styles.append(STYLES[tag])

    def handle_endtag(self, tag: str) -> None:
        if tag in LINES or tag in ("td", "th", "section", "figure", "table"):
            self.end_block()
        if tag == "tr":
            self.blocks.append(Block("end"))
        elif tag in ("ul", "ol") and self._lists:
            self.end_block()
            self._lists.pop()
        elif tag == "blockquote":
            self.end_block()
            self._quotes = max(0, self._quotes - 1)
        elif tag == "a":
            self._href = ""
        elif tag in STYLES and self._styles:
            self._styles.pop()

    def handle_data(self, data: str) -> None:
        self._add(SPACES.sub(" ", data))

    def end_block(self) -> None:
        """The open block is complete; one that says nothing is left out, an empty cell is not."""
        block, self._open = self._open, None
        if block is not None and (block.words.strip() or block.kind == "cell"):
            self.blocks.append(block)

    def _begin(self, tag: str) -> None:
        if (
            tag == "p"
            and self._open is not None
            and self._open.kind == "item"
            and not self._open.words.strip()
        ):
            return  # the paragraph of a list's item is the item
        self.end_block()
        if tag in HEADINGS:
            self._open = Block("heading", level=HEADINGS[tag])
        elif tag == "li":
            self._open = Block("item", level=max(1, len(self._lists)), marker=self._marker())
        elif tag in ("figcaption", "caption"):
            self._open = Block("caption")
        elif tag in ("dt", "summary"):
            self._open = Block("heading", level=4)
        else:
            self._open = Block("quote" if self._quotes else "text")

    def _marker(self) -> str:
        if not self._lists or self._lists[-1] is None:
            return "•"
        self._lists[-1] += 1
        return f"{self._lists[-1]}."

    def _add(self, text: str) -> None:
        if self._open is None:
            if not text.strip():
                return
            self._open = Block("quote" if self._quotes else "text")
        if not self._open.words.strip():
            text = text.lstrip(" ")
        if text:
            style = "".join(sorted(set(self._styles)))
            self._open.runs.append(Run(text, style, self._href))
