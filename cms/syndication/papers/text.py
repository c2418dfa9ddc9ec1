"""A release as plain text in UTF-8: every paragraph a line, addresses in angle brackets (RFC 3986, appendix C)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _

from cms.syndication.papers.flow import Block, dated, flow_of

TERM = 4
"""The level of headings that are terms of a list, such as "Starts"."""


def text_of(document: Mapping[str, Any]) -> str:
    """The whole text of a document, its title first and its address last."""
    with translation.override(document["locale"]):
        head = [document["newsroom"]["name"], document["title"], "=" * min(72, len(document["title"]))]
        lines = ["\n".join(head), f"\n\n{dated(document)}"]
        cells: list[str] = []
        previous = ""
        for block in flow_of(document):
            if block.kind == "cell":
                cells.append(_words(block))
                continue
            if block.kind == "end":
                line, cells, block = " | ".join(cells), [], Block("end")
            else:
                line = _line(block)
            if line:
                kind = "term" if block.kind == "heading" and block.level == TERM else block.kind
                near = previous == "term" or {kind, previous} in ({"item"}, {"end"})
                lines.append(("\n" if near else "\n\n") + line)
                previous = kind
        about = _("Version %(version)s, %(url)s") % {"version": document["version"], "url": document["url"]}
        return "".join([*lines, "\n\n-- \n", about, "\n"])


def _line(block: Block) -> str:
    words = _words(block)
    match block.kind:
        case "heading" if block.level == TERM:
            return f"{words}:"
        case "heading" if block.level == 2:
            return f"{words}\n{'-' * min(72, len(words))}"
        case "item":
            return f"{'  ' * (block.level - 1)}{'-' if block.marker == '•' else block.marker} {words}"
        case "quote":
            return "\n".join(f"> {line}" for line in words.splitlines())
        case "image":
            return _("[Image: %(words)s]") % {"words": words} if words else ""
    return words


def _words(block: Block) -> str:
    """The words of a block, with the addresses of its links."""
    words = ""
    for number, run in enumerate(block.runs):
        words += run.text
        following = block.runs[number + 1].href if number + 1 < len(block.runs) else ""
        bare = run.href.removeprefix("mailto:").removeprefix("tel:")
        if run.href and run.href != following and bare != run.text.strip().replace(" ", ""):
            words += f" <{run.href}>"
    return words.strip()
