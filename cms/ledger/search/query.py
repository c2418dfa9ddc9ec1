"""The query language: `words`, `"a phrase"`, `begin*`, `-without`. Everything that can be typed means something."""

from __future__ import annotations

import re
from dataclasses import dataclass

from cms.errors import InvalidInput
from cms.ledger.search.words import accented, clean, fold, is_unspaced, pieces, tokens

LENGTH_LIMIT = 200

_QUOTES = str.maketrans(dict.fromkeys("“”„«»", '"'))
_TERM = re.compile(r'(-)?(?:"([^"]*)"?|([^\s"]+))')


@dataclass(frozen=True, slots=True)
class Term:
    """Something to find, or not to find: one or more pieces that stand beside each other."""

    tokens: tuple[str, ...]
    """Folded words and runs, whole, as they are marked in a text."""
    pieces: tuple[str, ...]
    """The same as they are indexed."""
    prefix: bool = False
    """Whether the last piece is but the beginning of a word."""
    excluded: bool = False
    accented: str = ""
    """The word as it was typed, when it is one word and has diacritics."""


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for: all of `wanted` and none of `excluded`."""

    wanted: tuple[Term, ...]
    excluded: tuple[Term, ...]


def parse(text: str) -> Query:
    """The meaning of what somebody typed. Nothing `wanted` means that nothing is found.

    Raises `InvalidInput` when the text is blank, too long, or holds what is no text.
    """
    if "\0" in text or (
        not text.isprintable() and any("\ud800" <= character <= "\udfff" for character in text)
    ):
        raise InvalidInput("The search holds characters that are no text.", field="search")
    if len(text) > LENGTH_LIMIT:
        raise InvalidInput(
            f"A search has at most {LENGTH_LIMIT} characters; this one has {len(text)}.", field="search"
        )
    if not text.strip():
        raise InvalidInput("The search is empty. Give at least one word.", field="search")
    found = _TERM.findall(clean(text).translate(_QUOTES))
    terms = [
        term for minus, phrase, word in found if (term := _term(phrase or word, bool(word), bool(minus)))
    ]
    return Query(
        wanted=tuple(term for term in terms if not term.excluded),
        excluded=tuple(term for term in terms if term.excluded),
    )


def _term(text: str, is_word: bool, excluded: bool) -> Term | None:
    whole = tokens(fold(text))
    if not whole:
        return None
    *before, last = whole
    end = pieces(last, closed=False)
    return Term(
        tokens=tuple(whole),
        pieces=tuple([piece for token in before for piece in pieces(token)] + end),
        prefix=(is_word and text.endswith("*"))
        or (is_unspaced(last) and len(end) == 1 and end == pieces(last)),
        excluded=excluded,
        accented=accented(text) if len(whole) == 1 else "",
    )
