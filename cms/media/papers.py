"""PDF files: taken when nothing in them runs and nothing is hidden in them, and published without traces of their making."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.media import sandbox
from cms.media.refusal import RefusedFile

REASONS = {
    "javascript": gettext_lazy(
        "This PDF contains a script (JavaScript). Save it as PDF/A, or print it to a new PDF."
    ),
    "launch": gettext_lazy("This PDF can start programs or load data (%(found)s). Print it to a new PDF."),
    "rich_media": gettext_lazy("This PDF contains an interactive film or program (%(found)s). Remove it."),
    "embedded": gettext_lazy(
        "This PDF has other files attached. Upload them on their own, and the PDF without them."
    ),
    "xfa": gettext_lazy("This PDF is an XFA form, which few readers show. Print it to a new PDF."),
    "password": gettext_lazy("This PDF opens only with a password. Save it without one."),
    "malformed": gettext_lazy("This PDF is damaged and cannot be read (%(found)s). Export it again."),
    "no_pages": gettext_lazy("This PDF has no pages."),
}
THUMBNAIL_MAX = 2000
COPYING = sandbox.Limits(memory=1024 * sandbox.MEBIBYTE, cpu=60, wall=180, file_size=1024 * sandbox.MEBIBYTE)
"""For files that were looked at and found harmless: the largest document may take this."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A PDF that may be taken. `title` and `author` as they stand in it, perhaps empty; `signed`: has a digital signature."""

    pages: int
    title: str
    author: str
    signed: bool


def look_at_paper(path: Path) -> Paper:
    """What the PDF is. Raises RefusedFile, which says what was found in it."""
    return Paper(**_reading("look", path=path))


def first_page(path: Path, target: Path, width: int) -> tuple[int, int]:
    """Draws the first page into `target` (`.png` or `.jpg`) and returns its width and height in pixels.

    Raises RefusedFile when the page cannot be drawn with the time and memory that it may take; `width` is 16 to 2,000.
    """
    if not 16 <= width <= THUMBNAIL_MAX:
        raise ValueError(f"The width must be 16 to {THUMBNAIL_MAX} pixels, not {width}.")
    size = _reading("first_page", path=path, target=target, width=width)
    return size["width"], size["height"]


def public_paper(
    source: Path, target: Path, *, title: str, copyright_notice: str = "", language: str = ""
) -> None:
    """Writes the copy for the public: no author, programs, paths or dates; with this title, copyright and language.

    A digitally signed PDF is copied unchanged: any change would break the signature, and the signature names its
    signer on purpose. Raises RefusedFile as `look_at_paper` does.
    """
    if look_at_paper(source).signed:
        shutil.copyfile(source, target)
        return
    _reading(
        "clean",
        limits=COPYING,
        source=source,
        target=target,
        title=title,
        copyright_notice=copyright_notice,
        language=language,
    )


def _reading(function: str, *, limits: sandbox.Limits | None = None, **arguments: Any) -> dict[str, Any]:
    try:
        return sandbox.run("paper", function, limits=limits, **arguments) or {}
    except sandbox.Finding as finding:
        raise RefusedFile(REASONS[finding.code] % {"found": finding.detail}) from finding
    except sandbox.ChildFailed as failure:
        raise RefusedFile(
            _(
                "This PDF could not be read with the time and memory that a document may take. Print it to a new PDF, or "
                "divide it."
            )
        ) from failure
