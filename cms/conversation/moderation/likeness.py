"""How alike two texts are.

Texts are compared by the runs of five characters that they have in common (resemblance, Broder 1997: the size
of what both have, by the size of what either has), estimated from the smallest hashes of each. It needs no words, so it
serves languages that write without spaces too.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from zlib import crc32

RUN = 5
"""Characters."""
SKETCH = 64
"""Hashes kept of a text: the error of the estimate is about 0.05 where it matters."""


def letters_of(plain: str) -> str:
    """The letters and digits of a text alone, folded."""
    folded = unicodedata.normalize("NFKC", plain).casefold()
    return "".join(character for character in folded if character.isalnum())


@lru_cache(maxsize=4096)
def sketch(plain: str) -> frozenset[int]:
    """The smallest hashes of a text. Of 5,000 characters it takes a millisecond or two."""
    letters = letters_of(plain)
    runs = {letters[start : start + RUN] for start in range(max(1, len(letters) - RUN + 1))}
    return frozenset(sorted({crc32(run.encode()) for run in runs})[:SKETCH])


def resemblance(one: str, other: str) -> float:
    """How much two texts have in common: 0 nothing, 1 all. An estimate."""
    first, second = sketch(one), sketch(other)
    common = first & second
    smallest = sorted(first | second)[:SKETCH]
    return sum(value in common for value in smallest) / len(smallest)


def is_alike(one: str, other: str, *, least: float) -> bool:
    """Whether the resemblance of two texts is `least` or more. Quick where it is far from it, as it mostly is."""
    first, second = sketch(one), sketch(other)
    most = len(first & second) / max(len(first), len(second))
    return most >= least and resemblance(one, other) >= least
