"""What others wrote, as one line of plain text: fit for a mail's subject, a header and a name."""

from __future__ import annotations

import unicodedata

TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Characters that turn the direction of the text around them: they can make a line read as another."""


def one_line(text: str, longest: int = 150) -> str:
    """`text` without line breaks, control characters and what turns its direction, cut to `longest` characters.

    Joiners stay: names in several scripts need them.
    """
    kept = "".join(
        " " if character.isspace() else character for character in text if not _is_hidden(character)
    )
    line = " ".join(kept.split())
    return line if len(line) <= longest else f"{line[: longest - 1].rstrip()}…"


def _is_hidden(character: str) -> bool:
    return character in TURNING or (
        unicodedata.category(character) in ("Cc", "Cs") and not character.isspace()
    )
