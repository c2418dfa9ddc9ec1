"""Finding words of a list in a text, in whatever disguise, without finding them inside other words.

Both the list and the text are folded the same way (`fold`): case, compatibility forms, invisible characters, piled-up
marks, look-alike letters of other scripts, and accents, but for those letters that are letters of their own in the
language: Swedish `höra` (to hear) is not `hora`. Words are then compared as wholes; a `*` in the list opens an end.

A word of the text is also read in other ways, each only where there is a sign of disguise:
- figures and signs for letters (`sh1t`, `a$$`), where letters stand beside them;
- drawn-out letters (`shiiiit`), where one stands three times;
- letters apart (`s h i t`, `s.h.i.t`), three or more in a row, taken together.

Languages written without spaces have no whole words here: their entries are found anywhere.
Every step looks words up in sets: the time grows with the text, not with the list.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache

SIGNS = "@$!|€+"
"""What may stand for a letter and is no letter."""
LEET = str.maketrans("0134578@$!|€+l", "oieastbasiieti")
"""Figures and signs to letters. 1 may be i or l: in this reading both are one."""
SHORTEST = 3
"""Letters of the shortest words that are looked for in disguise: shorter ones are too often there by chance."""

ONE_LETTER_WORDS = frozenset("aeiouyåäöæø")
"""What may stand alone beside letters that are apart, as in "I s h i t", in languages that have such words."""
MOST_FOLDED = 20_000
"""Characters of which each process remembers what they become: more than any one language has."""

# Letters with marks that are letters of their own: the primary differences of the languages' orders in Unicode CLDR
# (common/collation/*.xml), and ä ö ü in German, where they tell words apart.
OWN_LETTERS = {
    "az": "çğöşü", "be": "йў", "bg": "й", "bs": "čćđšž", "cs": "čřšž", "da": "æøåäö", "de": "äöü", "es": "ñ",
    "et": "šžõäöü", "eu": "ñ", "fi": "åäö", "fo": "áíóúýæøð", "gl": "ñ", "hr": "čćđšž", "hu": "öüőű",
    "is": "áðéíóúýþæöå", "kk": "йё", "lt": "čšž", "lv": "čģķļņšž", "mk": "ѓќ", "nb": "æøåäö", "nn": "æøåäö",
    "no": "æøåäö", "pl": "ąćęłńóśźż", "ro": "ăâîșț", "ru": "й", "se": "áčđŋšž", "sk": "äčôšž", "sl": "čćđšž",
    "sq": "çë", "sr": "čćđšž", "sv": "åäö", "tk": "çäňöşüýž", "tr": "çğöşüı", "uk": "йїґ", "vi": "ăâđêôơư",
}  # fmt: skip

# Cyrillic and Greek letters that look like Latin ones, small (UTS 39, confusables.txt), and letters that Unicode does
# not take apart.
LOOK_ALIKES = dict(
    zip("аеорсухіјѕһԁԛԝвкмнт" "αεικνορτυχ", "aeopcyxijshdqwbkmht" "aeikvoptux", strict=True)
) | {"ø": "o", "đ": "d", "ð": "d", "ł": "l", "ħ": "h", "ŧ": "t", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"}  # fmt: skip

MARKS = (
    (0x0300, 0x036F),
    (0x1AB0, 0x1AFF),
    (0x1DC0, 0x1DFF),
    (0x20D0, 0x20FF),
    (0xFE00, 0xFE0F),
    (0xFE20, 0xFE2F),
)
"""Marks above, below and through letters of any alphabet. The vowels of Indic scripts and Thai are not among them."""
FILLERS = "\u115f\u1160\u3164\uffa0\u2800"
"""Letters and symbols that show nothing."""

# Thai, Lao, Tibetan, Myanmar, Khmer, kana, and Han.
UNSPACED = re.compile(
    "[\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\U00020000-\U0003ffff]"
)


class _Folding(dict[int, str]):
    """For `str.translate`: what a character becomes, worked out when it first comes."""

    def __init__(self, own: str) -> None:
        super().__init__()
        self.own = own

    def __missing__(self, code: int) -> str:
        if len(self) > MOST_FOLDED:
            self.clear()
        self[code] = folded = self._fold(chr(code))
        return folded

    def _fold(self, character: str) -> str:
        if character in self.own or character in SIGNS:
            return character
        if character in FILLERS or unicodedata.category(character) == "Cf" or _is_mark(character):
            return ""
        bare = "".join(part for part in unicodedata.normalize("NFD", character) if not _is_mark(part))
        bare = "".join(LOOK_ALIKES.get(part, part) for part in unicodedata.normalize("NFC", bare))
        return bare if unicodedata.category(character)[0] in "LMN" else " "


def _is_mark(character: str) -> bool:
    return any(first <= ord(character) <= last for first, last in MARKS)


@cache
def _folding(language: str) -> _Folding:
    return _Folding(OWN_LETTERS.get(language, ""))


def fold(text: str, language: str = "") -> str:
    """A text as it is compared: words and `SIGNS`, with spaces for all else. `language` is a code such as `sv`."""
    text = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    return text.translate(_folding(language.split("-")[0].lower()))


@dataclass(slots=True)
class _Index:
    """Entries in one reading, by how they are looked for: entry as it is compared → as it is in the list."""

    whole: dict[str, str] = field(default_factory=dict)
    begins: dict[str, str] = field(default_factory=dict)
    ends: dict[str, str] = field(default_factory=dict)
    inside: dict[str, str] = field(default_factory=dict)
    lengths: dict[str, list[int]] = field(default_factory=dict)

    def add(self, word: str, entry: str, *, open_start: bool, open_end: bool) -> None:
        kind = {
            (False, False): "whole",
            (False, True): "begins",
            (True, False): "ends",
            (True, True): "inside",
        }[open_start, open_end]
        getattr(self, kind).setdefault(word, entry)
        lengths = self.lengths.setdefault(kind, [])
        if len(word) not in lengths:
            lengths.append(len(word))

    def find(self, word: str) -> str | None:
        """The entry that a word is, or begins, ends or has inside."""
        if word in self.whole:
            return self.whole[word]
        size = len(word)
        for length in self.lengths.get("begins", ()):
            if length <= size and word[:length] in self.begins:
                return self.begins[word[:length]]
        for length in self.lengths.get("ends", ()):
            if length <= size and word[size - length :] in self.ends:
                return self.ends[word[size - length :]]
        for length in self.lengths.get("inside", ()):
            for start in range(size - length + 1):
                if word[start : start + length] in self.inside:
                    return self.inside[word[start : start + length]]
        return None


DRAWN_OUT = re.compile(r"(.)\1\1")


def _plain(word: str) -> str:
    return word


def _figures(word: str) -> str:
    return word.translate(LEET)


def _drawn_out(word: str) -> str:
    return re.sub(r"(.)\1+", r"\1", word)


def _both(word: str) -> str:
    return _drawn_out(_figures(word))


READINGS: tuple[Callable[[str], str], ...] = (_figures, _drawn_out, _both)
"""Ways to read a word that is disguised."""


class WordFinder:
    """Finds the entries of a list. Made once for a list, and used for many texts."""

    def __init__(self, entries: Iterable[str], language: str = "") -> None:
        self.language = language
        self._indexes = {reading: _Index() for reading in (_plain, *READINGS)}
        self._phrases: list[int] = []
        for entry in entries:
            self._add(entry)

    def __bool__(self) -> bool:
        return bool(self._indexes[_plain].lengths)

    def _add(self, entry: str) -> None:
        text = entry.strip()
        open_start, open_end = text.startswith("*"), text.endswith("*")
        words = _words(fold(text.strip("*"), self.language))
        word = " ".join(words)
        if not word:
            return
        if len(words) > 1 and len(words) not in self._phrases:
            self._phrases.append(len(words))
        if UNSPACED.search(word):
            open_start = open_end = True
        self._indexes[_plain].add(word, entry, open_start=open_start, open_end=open_end)
        for reading in READINGS:
            read = reading(word)
            if len(words) == 1 and len(read) >= SHORTEST:
                self._indexes[reading].add(read, entry, open_start=open_start, open_end=open_end)

    def find(self, text: str) -> str | None:
        """The first entry found in a text, as it stands in the list; None when there is none."""
        if not self:
            return None
        folded = fold(text, self.language)
        words = _words(folded)
        for word in dict.fromkeys(words):
            if (entry := self._indexes[_plain].find(word)) is not None:
                return entry
        for word in dict.fromkeys(folded.split()):
            if (entry := self._in_disguise(word)) is not None:
                return entry
        for word in _apart(words):
            if (entry := self._indexes[_plain].find(word) or self._in_disguise(word)) is not None:
                return entry
        return self._phrase(words)

    def _in_disguise(self, word: str) -> str | None:
        for form in dict.fromkeys((word, word.strip("!|+"))):
            for reading in _readings(form):
                if (entry := self._indexes[reading].find(reading(form))) is not None:
                    return entry
        return None

    def _phrase(self, words: list[str]) -> str | None:
        for length in self._phrases:
            for start in range(len(words) - length + 1):
                phrase = " ".join(words[start : start + length])
                if (entry := self._indexes[_plain].find(phrase)) is not None:
                    return entry
        return None


def _words(folded: str) -> list[str]:
    for sign in SIGNS:
        folded = folded.replace(sign, " ")
    return folded.split()


def _readings(word: str) -> Iterator[Callable[[str], str]]:
    """The ways to read a word for which there is a sign of disguise."""
    drawn_out = DRAWN_OUT.search(word) is not None
    replaced = False
    if not word.isalpha():
        letters = sum(character.isalpha() for character in word)
        figures = sum(character.isdigit() for character in word)
        replaced = 0 < letters >= figures and letters < len(word)
    if replaced:
        yield _figures
    if drawn_out:
        yield _drawn_out
    if replaced and drawn_out:
        yield _both


def _apart(words: list[str]) -> Iterator[str]:
    """Letters that stand alone, three or more in a row, as one word; also without a first or last that is a word."""
    run: list[str] = []
    for word in (*words, ""):
        if len(word) == 1:
            run.append(word)
            continue
        first = 1 if run and run[0] in ONE_LETTER_WORDS else 0
        last = 1 if run and run[-1] in ONE_LETTER_WORDS else 0
        for start in range(first + 1):
            for end in range(last + 1):
                together = "".join(run[start : len(run) - end])
                if len(together) >= SHORTEST:
                    yield together
        run = []
