"""Words as both databases index them: cleaned, folded, and cut to pieces where a script has no spaces.

`fold` keeps the length, so that what is found in a folded text is found at the same place in the text itself.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))
"""Soft hyphens and marks without width: they stand inside words and mean nothing."""

SINGLE = dict(zip("øłđðħŧıςё", "olddhtiσе", strict=True))
LIGATURES = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "þ": "th"})

UNSPACED = (
    "\u0e00-\u0eff"  # Thai, Lao
    "\u1000-\u109f\u1780-\u17ff"  # Burmese, Khmer
    "\u1100-\u11ff\u3130-\u318f\uac00-\ud7af"  # Korean: spaced, but particles cling to the word
    "\u3005-\u3007\u3040-\u312f\u31f0-\u31ff"  # Japanese, Bopomofo
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"  # Chinese
)
_RUNS = re.compile(f"[{UNSPACED}]+|[^{UNSPACED}]+")
_UNSPACED = re.compile(f"[{UNSPACED}]")


class _Folding(dict[int, str]):
    """Translates one character to one: lower case, no diacritics, a space for what belongs to no word."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _fold(chr(code))
        return folded


def _fold(character: str) -> str:
    if unicodedata.category(character)[0] not in "LMN":
        return " "
    digit = unicodedata.decimal(character, None)
    if digit is not None:
        return str(digit)
    lower = character.lower()[0]
    if lower in SINGLE:
        return SINGLE[lower]
    base, *marks = list(unicodedata.normalize("NFKD", lower))
    is_latin_or_greek = base.isascii() or "\u0370" <= base <= "\u03ff"
    if is_latin_or_greek and all(unicodedata.combining(mark) for mark in marks):
        return SINGLE.get(base, base) if base.isalnum() else " "
    whole = unicodedata.normalize("NFKC", lower)
    return whole if len(whole) == 1 else lower


_FOLDING = _Folding()


def clean(text: str) -> str:
    """The text in one Unicode form (NFC), without invisible characters."""
    return unicodedata.normalize("NFC", text.translate(INVISIBLE))


def fold(text: str) -> str:
    """The words of a clean text in lower case without diacritics, at the places where they stand in it."""
    return text.translate(_FOLDING)


def tokens(folded: str) -> list[str]:
    """The words, and the runs of characters in scripts without spaces, of a folded text."""
    return [run for word in folded.translate(LIGATURES).split() for run in _RUNS.findall(word)]


def is_unspaced(token: str) -> bool:
    """Whether the token is a run in a script without spaces."""
    return bool(_UNSPACED.match(token))


def pieces(token: str, *, closed: bool = True) -> list[str]:
    """The indexed form of a token: itself, or every two characters of a run and (if `closed`) the last one alone.

    A character is a letter with its marks: Thai vowels and tones stay with their consonant.
    """
    if not is_unspaced(token):
        return [token]
    characters: list[str] = []
    for character in token:
        if not unicodedata.category(character).startswith("M"):
            characters.append(character)
        elif characters:
            characters[-1] += character
    pairs = [first + second for first, second in pairwise(characters)]
    return pairs + characters[-1:] if closed or not pairs else pairs


def indexed(folded: str) -> str:
    """A folded text as the databases split it, at spaces."""
    return " ".join(piece for token in tokens(folded) for piece in pieces(token))


def accented(text: str) -> str:
    """The words of a clean text that folding changes, unfolded: a stemmer knows their endings only so."""
    words = {word for word in re.findall(r"[^\W\d_]+", text.lower()) if not word.isascii()}
    return " ".join(sorted(word for word in words if not is_unspaced(word) and fold(word) != word))
