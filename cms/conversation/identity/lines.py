"""What others wrote, as one line of plain text: fit for a mail's subject, a header and a name."""

from __future__ import annotations

from cms.conversation.characters import cleaned


def one_line(text: str, longest: int = 150) -> str:
    """`text` without line breaks and without characters that hide or deceive, cut to `longest` characters."""
    line = " ".join(cleaned(text).split())
    return line if len(line) <= longest else f"{line[: longest - 1].rstrip()}…"
