"""Which characters of a visitor's text stay: what deceives or cannot be seen goes, what writing needs is kept.

What does not live here: markup (`text.py`).
"""

from __future__ import annotations

import re
import unicodedata

LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")

# Controls, lone surrogates, noncharacters; bidirectional controls (UAX 9, used to show text in another order than it
# has: CVE-2021-42574); default ignorables (DerivedCoreProperties.txt); fillers that look like nothing at all.
# Line feed and tab stay.
NEVER = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f"
    "\u202a-\u202e\u2060-\u206f\u3164\ud800-\udfff\ufdd0-\ufdef\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a]"
)

# Tag characters spell the flags of England, Scotland and Wales after a black flag (UTS 51), and elsewhere hide words.
TAGS = re.compile(
    "(\U0001f3f4[\U000e0061-\U000e007a]{3,6}\U000e007f)|[\U000e0000-\U000e00ff\U000e01f0-\U000e0fff]"
)

# The joiners are spelling between Arabic, Indic and like letters (UAX 31) and glue in emoji; in "v<ZWNJ>iagra" they hide.
_JOINING = "\u0600-\u109f\u1780-\u18af\u2190-\u2bff\ua800-\uabff\U00011000-\U00011fff\U0001f000-\U0001faff"
JOINERS = re.compile(f"(?<![{_JOINING}])(?<![{_JOINING}]\ufe0f)[\u200c\u200d]|[\u200c\u200d](?![{_JOINING}])")

# A variation selector says how the character before it looks: one each, and the ideographic ones after ideographs only.
_IDEOGRAPHS = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
SELECTORS = re.compile(
    f"(?<![^\\s\ufe00-\ufe0f])[\ufe00-\ufe0f]|(?<=[\ufe00-\ufe0f])[\ufe00-\ufe0f]"
    f"|(?<![{_IDEOGRAPHS}])[\U000e0100-\U000e01ef]"
)

BLANK_BRAILLE = "\u2800"


def revealed(text: str) -> str:
    """The text with `\n` for every line end, without the characters that hide or deceive."""
    text = NEVER.sub("", LINE_ENDS.sub("\n", text))
    if text.isascii():
        return text
    text = TAGS.sub(lambda found: found[1] or "", text)
    return SELECTORS.sub("", JOINERS.sub("", text))


def cleaned(text: str) -> str:
    """The same, in NFC. Not for markup: "<b>" before U+0338 would become "<b≯"."""
    return unicodedata.normalize("NFC", revealed(text))


def shows(text: str) -> bool:
    """Whether anything of the text can be seen: a letter, figure, sign or symbol."""
    return any(unicodedata.category(c)[0] in "LNPS" for c in text if c != BLANK_BRAILLE)
