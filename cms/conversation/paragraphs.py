"""Well-formed paragraphs out of sanitised HTML: a blank line parts paragraphs, a line break stays one.

Nothing here is trusted to be safe: what comes in was sanitised, and what goes out is sanitised again (`text.py`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from html import escape
from html.parser import HTMLParser

from cms.conversation.characters import cleaned
from cms.conversation.links import safe_address, split_links
from cms.conversation.markup import BLOCKS, URL_SCHEMES, Attributes, start_tag
from cms.conversation.mentions import OPAQUE, candidates

MOST_QUOTES = 8
"""Blockquotes in each other; deeper ones add nothing."""

MOST_NESTED_Q = 4
MOST_REOPENED = 200
"""So often emphasis is taken up in a further paragraph. Without it, a few tags before many paragraphs fill a database."""

# Marks that would belong to the tag before them: with U+0338, its ">" is "≯" to whoever normalises the HTML.
MARKS = re.compile("[\u0338\ufe00-\ufe0f\U000e0100-\U000e01ef]+")
MARKS_AND_SPACE = re.compile("[\\s\u0338\ufe00-\ufe0f\U000e0100-\U000e01ef]*")
BREAK = re.compile(r"(\n[ \t\n]*)")


class Gap(IntEnum):
    """What is to come before the next word."""

    NONE = 0
    LINE = 1
    PARAGRAPH = 2


@dataclass(slots=True, eq=False)
class _Inline:
    name: str
    attributes: dict[str, str]
    is_open: bool = False
    was_open: bool = False


class Paragraphs(HTMLParser):
    """Reads HTML; then `html` has its paragraphs, `plain` its words, `links` and `mentions` what was met in text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.links: dict[str, None] = {}
        self.mentions: dict[str, None] = {}
        self._html: list[str] = []
        self._plain: list[str] = []
        self._inline: list[_Inline] = []
        self._shown: list[_Inline] = []
        """Those of the elements whose tags are written: a handful, however deep a visitor nests."""
        self._quotes: list[dict[str, str]] = []
        self._quotes_open = 0
        self._in_paragraph = False
        self._gap = Gap.NONE
        self._after_br = False
        self._reopened = 0

    @property
    def html(self) -> str:
        return "".join(self._html)

    @property
    def plain(self) -> str:
        return cleaned(re.sub(r"[^\S\n]+", " ", "".join(self._plain)).strip())

    def read(self, html: str) -> Paragraphs:
        """Reads the whole of a text."""
        self.feed(html)
        self.close()
        self._end_paragraph()
        return self

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        self._after_br = False
        if tag == "br":
            self._gap = Gap.PARAGRAPH if self._gap else Gap.LINE
            self._after_br = True
        elif tag in BLOCKS:
            self._gap = Gap.PARAGRAPH
        elif tag == "blockquote":
            self._gap = Gap.PARAGRAPH
            self._quotes.append(_attributes(attrs))
        else:
            self._start_inline(_Inline(tag, _attributes(attrs)))

    def _start_inline(self, element: _Inline) -> None:
        """An element in another of its name adds nothing, save a quotation; a link without an address is none."""
        self._inline.append(element)
        inside = sum(1 for other in self._shown if other.name == element.name)
        if inside < (MOST_NESTED_Q if element.name == "q" else 1) and (
            element.name != "a" or "href" in element.attributes
        ):
            self._shown.append(element)

    def handle_endtag(self, tag: str) -> None:
        self._after_br = False
        if tag in BLOCKS:
            self._gap = Gap.PARAGRAPH
        elif tag == "blockquote":
            self._end_quote()
        elif self._inline:
            element = self._inline.pop()
            if element.is_open:
                self._html.append(f"</{element.name}>")
            if self._shown and self._shown[-1] is element:
                self._shown.pop()

    def _end_quote(self) -> None:
        self._gap = Gap.PARAGRAPH
        self._quotes.pop()
        if self._quotes_open > len(self._quotes):
            self._end_paragraph()
            self._html.append("</blockquote>")
            self._quotes_open -= 1

    def handle_data(self, data: str) -> None:
        data = cleaned(data)
        if self._after_br and data.startswith("\n"):
            data = data[1:]
        self._after_br = False
        pieces = BREAK.split(data)
        for position, piece in enumerate(pieces):
            if position % 2 == 0:
                self._words(piece.rstrip(" \t") if position < len(pieces) - 1 else piece)
            elif piece.count("\n") > 1 or self._gap:
                self._gap = Gap.PARAGRAPH
            else:
                self._gap = Gap.LINE

    def _words(self, text: str) -> None:
        lead = MARKS_AND_SPACE.match(text)
        words = text[lead.end() :] if lead else text
        begins = self._gap or not self._in_paragraph
        space = "" if begins or not lead else MARKS.sub("", lead[0])
        if not words and not space:
            return
        self._fill_gap()
        self._plain.append(space + words)
        self._html.append(space)  # space opens nothing: "<b> </b>" is left out
        if not words:
            return
        self._open_inline()
        if any(element.name in OPAQUE for element in self._shown):
            self._html.append(escape(words, quote=False))
            return
        for piece, address in split_links(words):
            shown = escape(piece, quote=False)
            if address:
                self.links[address] = None
                shown = f"{start_tag('a', {'href': address})}{shown}</a>"
            else:
                self.mentions.update(dict.fromkeys(candidates(piece)))
            self._html.append(shown)

    def _fill_gap(self) -> None:
        """Breaks the line, or ends the paragraph and begins the next one in as many quotes as were begun."""
        if self._in_paragraph and self._gap == Gap.LINE:
            self._html.append("<br>")
            self._plain.append("\n")
        elif self._in_paragraph and self._gap:
            self._end_paragraph()
        self._gap = Gap.NONE
        if self._in_paragraph:
            return
        if self._plain:
            self._plain.append("\n\n")
        for attributes in self._quotes[self._quotes_open : MOST_QUOTES]:
            self._html.append(start_tag("blockquote", attributes))
            self._quotes_open += 1
        self._html.append("<p>")
        self._in_paragraph = True

    def _open_inline(self) -> None:
        """Opens what is begun. Emphasis goes on in a further paragraph; what has attributes ended with its own."""
        for element in tuple(self._shown):
            if element.is_open:
                continue
            if element.was_open:
                self._reopened += 1
                if element.attributes or self._reopened > MOST_REOPENED:
                    self._shown.remove(element)
                    continue
            if element.name == "a":
                self.links[element.attributes["href"]] = None
            self._html.append(start_tag(element.name, element.attributes))
            element.is_open = element.was_open = True

    def _end_paragraph(self) -> None:
        if not self._in_paragraph:
            return
        for element in reversed(self._shown):
            if element.is_open:
                self._html.append(f"</{element.name}>")
                element.is_open = False
        self._html.append("</p>")
        self._in_paragraph = False


def _attributes(attrs: Attributes) -> dict[str, str]:
    """What is kept of an element's attributes: one line each, addresses only where they are safe."""
    kept = {}
    for name, value in attrs:
        schemes = URL_SCHEMES.get(name)
        text = safe_address(value or "", schemes) if schemes else " ".join(cleaned(value or "").split())
        if text:
            kept[name] = text
    return kept
