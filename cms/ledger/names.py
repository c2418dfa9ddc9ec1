"""The order of names: newsrooms, people and topics are listed from A to Z.

A key is computed once, when an item is issued, so that every database orders names alike, whatever its collation.
"""

from __future__ import annotations

import unicodedata

LONGEST = 120
"""How many characters of a name count."""

AFTER_Z = {
    "sv": {"å": "{a", "ä": "{b", "æ": "{b", "ö": "{c", "ø": "{c"},
    "da": {"æ": "{a", "ä": "{a", "ø": "{b", "ö": "{b", "å": "{c"},
}
AFTER_Z |= {"fi": AFTER_Z["sv"], "nb": AFTER_Z["da"], "nn": AFTER_Z["da"], "no": AFTER_Z["da"]}
"""Letters that stand after z in the alphabets of these languages; `{` follows z in ASCII. Elsewhere accents do not count."""
PLAIN = {"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
"""Letters that are no letter with an accent to Unicode."""


def name_key(name: str, locale: str) -> str:
    """What names are ordered by: hexadecimal digits, which sort the same way everywhere."""
    own = AFTER_Z.get(locale.lower().partition("-")[0], {})
    text = unicodedata.normalize("NFKC", name).casefold()
    key = "".join(own.get(letter) or _plain(letter) for letter in text)
    return " ".join(key.split())[:LONGEST].encode("utf-8", "replace").hex()


def _plain(letter: str) -> str:
    """A letter without its accents; a space for what is no letter and no digit."""
    base = "".join(each for each in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(each))
    return PLAIN.get(base) or "".join(each if each.isalnum() else " " for each in base)
