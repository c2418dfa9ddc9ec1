"""Snippets: the passage of a text in which most of the words looked for stand, as HTML with those words in `mark`."""

from __future__ import annotations

import re
from collections.abc import Iterable

from django.utils.html import escape

from cms.ledger.search.query import Query
from cms.ledger.search.words import LIGATURES, is_unspaced

TEXT_LIMIT = 4000
"""Characters of an item's text that snippets are cut from."""
PASSAGE_LENGTH = 200
LEAD_IN = 60

Span = tuple[int, int]

_WORD = re.compile(r"\S+")


def snippet(text: str, folded: str, query: Query, marked: str | None = None) -> str:
    """The best passage. `marked` is `folded` with the words that the database found in `<` and `>`."""
    spans = sorted({*_found(folded, query), *_marked(marked or "")})
    start, end = _window(text, spans)
    html, at = "…" if start else "", start
    for first, last in _merged(span for span in spans if start <= span[0] and span[1] <= end):
        html += f"{escape(text[at:first])}<mark>{escape(text[first:last])}</mark>"
        at = last
    return html + escape(text[at:end]) + ("…" if end < len(text) else "")


def _found(folded: str, query: Query) -> Iterable[Span]:
    """Where the words of the query stand as they are, stems aside."""
    words, beginnings, runs = set[str](), tuple[str, ...](), set[str]()
    for term in query.wanted:
        *before, last = term.tokens
        runs |= {token for token in term.tokens if is_unspaced(token)}
        words |= {token for token in before if not is_unspaced(token)}
        if term.prefix and not is_unspaced(last):
            beginnings += (last,)
        elif not is_unspaced(last):
            words.add(last)
    for match in _WORD.finditer(folded):
        word = match[0] if match[0].isascii() else match[0].translate(LIGATURES)
        if word in words or word.startswith(beginnings):
            yield match.span()
    for run in runs:
        yield from (match.span() for match in re.finditer(re.escape(run), folded))


def _marked(marked: str) -> Iterable[Span]:
    """Where the marks stand, had they no length."""
    for number, match in enumerate(re.finditer("<([^<>]*)>", marked)):
        start = match.start() - 2 * number
        yield start, start + len(match[1])


def _merged(spans: Iterable[Span]) -> list[Span]:
    merged: list[Span] = []
    for start, end in spans:
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged


def _window(text: str, spans: list[Span]) -> Span:
    """Start and end of the passage, at the borders of words where there are any near."""
    best = max(spans, key=lambda span: (_within(spans, span[0]), -span[0]), default=(0, 0))
    start = 0 if best[1] <= PASSAGE_LENGTH // 2 else best[0] - LEAD_IN
    if start > 0:
        border = text.find(" ", start, best[0])
        start = border + 1 if border != -1 else start
    start = max(start, 0)
    end = start + PASSAGE_LENGTH
    if end >= len(text):
        return start, len(text)
    border = text.rfind(" ", max(best[1], start), end)
    return start, border if border > start + PASSAGE_LENGTH // 2 else end


def _within(spans: list[Span], start: int) -> int:
    reach = start + PASSAGE_LENGTH - LEAD_IN
    return sum(1 for first, last in spans if start <= first and last <= reach)
