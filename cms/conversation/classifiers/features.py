"""What a classifier sees of a text: numbers of buckets, with a value each. Training and scoring both read texts here.

Words, pairs of words and the runs of characters inside words are hashed into one table of `BUCKETS` weights (feature
hashing: Weinberger et al. 2009), so that a model is one array and needs no vocabulary. Each of these groups has length one,
however long the text is; features of style (links, capitals, digits, repetition) stand beside them.
"""

from __future__ import annotations

import html
import math
import re
import unicodedata
from array import array
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from zlib import crc32

BUCKETS = 1 << 18
MAX_CHARACTERS = 10_000
"""More of a text is not read: twice the longest comment."""
MAX_WORD = 40
RUN_LENGTHS = range(2, 6)
STYLE = 0.35
"""Value of a feature of style, beside groups of length one."""

TAG = re.compile(r"<[^<>]{0,500}>")
HREF = re.compile(r"<a\b[^<>]{0,400}?href\s{0,9}=\s{0,9}[\"']?([^\"'\s<>]+)[^<>]{0,500}>", re.IGNORECASE)
LINK = re.compile(
    r"(?:https?://|www\.)[^\s<>]+|\b[a-z0-9-]{1,63}\.(?:be|biz|co|com|de|dk|info|io|ly|me|net|org|ru|se|tv)\b[^\s<>]*",
    re.IGNORECASE,
)
HOST = re.compile(r"(?:https?://)?(?:www\.)?([^/?#:]*)", re.IGNORECASE)
MENTION = re.compile(r"(?<!\w)@\w+")
TOKEN = re.compile(r"<\w+>|\w+(?:['’]\w+)*|[^\w\s]{1,8}")
DIGIT = re.compile(r"\d")
REPEATED = re.compile(r"(.)\1{2,}", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Vector:
    """A text as a classifier sees it: `values[i]` belongs to the bucket `buckets[i]`. Buckets are ascending."""

    buckets: array[int]
    values: array[float]

    def dot(self, weights: array[float]) -> float:
        """The sum of the weights of its buckets, each times its value."""
        return sum(weights[bucket] * value for bucket, value in zip(self.buckets, self.values, strict=True))


def vector(text: str) -> Vector:
    """The features of a text: the same for the same text, in every process."""
    clean = readable(text)
    links = LINK.findall(clean)
    words = tokens(clean)
    found: dict[int, float] = {}
    for group in (character_buckets(words), word_buckets(words)):
        value = 1 / math.sqrt(len(group) or 1)
        for number in group:
            found[number] = found.get(number, 0.0) + value
    for name in style(clean, words, links):
        number = bucket(f"s{name}")
        found[number] = found.get(number, 0.0) + STYLE
    numbers = sorted(found)
    return Vector(array("I", numbers), array("f", (found[number] for number in numbers)))


def with_links(plain: str, links: Iterable[str]) -> str:
    """A comment as classifiers read it: its plain text, and the addresses of links that the text itself does not show."""
    hidden = [link for link in links if link.split("://")[-1].rstrip("/") not in plain]
    return "\n".join([plain, *hidden])


def readable(text: str) -> str:
    """The text without markup and invisible characters, and with plain letters where it dresses them up."""
    bare = TAG.sub(" ", HREF.sub(r" \1 ", text[:MAX_CHARACTERS]))
    plain = unicodedata.normalize("NFKC", html.unescape(bare))[:MAX_CHARACTERS]
    hidden = [character for character in set(plain) if unicodedata.category(character) == "Cf"]
    return plain.translate(dict.fromkeys(map(ord, hidden)))


def tokens(text: str) -> list[str]:
    """Words and signs in small letters; links, mentions and digits stand for what they are, not what they say."""
    text = LINK.sub(lambda link: f" <link> {_host(link[0])} ", text)
    text = MENTION.sub(" <mention> ", text)
    text = REPEATED.sub(r"\1\1\1", DIGIT.sub("0", text.casefold()))
    return [word[:MAX_WORD] for word in TOKEN.findall(text)]


def style(text: str, words: list[str], links: list[str]) -> list[str]:
    """Names of what is striking about a text apart from its words, in coarse steps.

    Not its length: how long comments are is a habit of a place, and misleads everywhere else (benchmarks/CLASSIFIERS.md).
    """
    counts = Counter(text)
    letters = sum(number for character, number in counts.items() if character.isalpha())
    capitals = sum(number for character, number in counts.items() if character.isupper())
    digits = sum(number for character, number in counts.items() if character.isdigit())
    symbols = sum(
        number for character, number in counts.items() if unicodedata.category(character).startswith("S")
    )
    return [
        f"links {min(len(links), 4)}",
        f"capitals {round(5 * capitals / letters) if letters > 5 else 'few'}",
        f"digits {min(digits.bit_length(), 5)}",
        f"exclamations {min(counts['!'].bit_length(), 4)}",
        f"questions {min(counts['?'], 2)}",
        f"symbols {min(symbols.bit_length(), 4)}",
        f"distinct {round(5 * len(set(words)) / len(words)) if len(words) > 4 else 'few'}",
    ]


def word_buckets(words: list[str]) -> set[int]:
    """Buckets of the words, and of each pair that stands together."""
    pairs = zip(["<start>", *words], [*words, "<end>"], strict=True)
    return {bucket(f"w{word}") for word in words} | {bucket(f"p{first} {second}") for first, second in pairs}


def character_buckets(words: Iterable[str]) -> set[int]:
    """Buckets of the runs of characters in the words."""
    found: set[int] = set()
    for word in words:
        found.update(runs(word))
    return found


@lru_cache(maxsize=16_384)
def runs(word: str) -> frozenset[int]:
    """Buckets of the 2 to 5 characters that follow each other in a word with its borders."""
    whole = f" {word} "
    return frozenset(
        bucket(f"c{whole[start : start + length]}")
        for length in RUN_LENGTHS
        for start in range(max(len(whole) - length + 1, 1))
    )


def bucket(name: str) -> int:
    """The number of the bucket of a feature. CRC-32 spreads well enough, is in C, and is the same everywhere."""
    return crc32(name.encode("utf-8", "surrogatepass")) % BUCKETS


def _host(link: str) -> str:
    match = HOST.match(link)
    return match[1] if match else ""
