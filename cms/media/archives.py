"""ZIP files, Office documents, OpenDocument and EPUB: taken when they are whole, bounded, and hold no program."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.media import sandbox
from cms.media.content import ZIP, Format
from cms.media.document import AssetType
from cms.media.refusal import RefusedFile

_OFFICE = "application/vnd.openxmlformats-officedocument."
_OPEN = "application/vnd.oasis.opendocument."
FORMATS = {
    "zip": ZIP,
    "docx": Format("Word", AssetType.DOCUMENT, _OFFICE + "wordprocessingml.document", "docx"),
    "xlsx": Format("Excel", AssetType.DOCUMENT, _OFFICE + "spreadsheetml.sheet", "xlsx"),
    "pptx": Format("PowerPoint", AssetType.DOCUMENT, _OFFICE + "presentationml.presentation", "pptx"),
    "odt": Format("OpenDocument text", AssetType.DOCUMENT, _OPEN + "text", "odt"),
    "ods": Format("OpenDocument spreadsheet", AssetType.DOCUMENT, _OPEN + "spreadsheet", "ods"),
    "odp": Format("OpenDocument presentation", AssetType.DOCUMENT, _OPEN + "presentation", "odp"),
    "odg": Format("OpenDocument drawing", AssetType.DOCUMENT, _OPEN + "graphics", "odg"),
    "epub": Format("EPUB", AssetType.DOCUMENT, "application/epub+zip", "epub"),
}
REASONS = {
    "malformed": gettext_lazy("This ZIP file is damaged and cannot be read (%(found)s). Make it again."),
    "files": gettext_lazy("This ZIP file holds %(found)s files; 10,000 are the most. Divide it."),
    "name": gettext_lazy(
        "This ZIP file holds a file whose name leads out of its folder (%(found)s). Make it again without paths."
    ),
    "link": gettext_lazy(
        "This ZIP file holds a link to another file (%(found)s). Put the file itself into it."
    ),
    "password": gettext_lazy("This ZIP file opens only with a password. Make it again without one."),
    "bomb": gettext_lazy(
        "This ZIP file would unpack to far more than it is (%(found)s MB). Make it again, or divide it."
    ),
    "kind": gettext_lazy(
        "This ZIP file says that it is a document, of a kind that is not taken. Save it as PDF."
    ),
    "incomplete": gettext_lazy(
        "This is no whole %(found)s document: parts are missing. Save it again, or as PDF."
    ),
    "macros": gettext_lazy("This document contains macros (%(found)s). Save it without them, or as PDF."),
    "program": gettext_lazy(
        "This ZIP file contains a program or a web page (%(found)s). Make it again without it."
    ),
    "loads": gettext_lazy(
        "This document loads something from elsewhere when it is opened (%(found)s). Save it as PDF."
    ),
}
WITH_PROPERTIES = frozenset(f.content_type for kind, f in FORMATS.items() if kind not in {"zip", "epub"})
"""Content types of documents that tell who made them, besides what they say."""
COPYING = sandbox.Limits(cpu=60, wall=180, file_size=1024 * sandbox.MEBIBYTE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """A ZIP file or a document made of one. `unpacked` in bytes; `title` as it stands in a document, perhaps empty."""

    format: Format
    files: int
    unpacked: int
    title: str


def look_at_archive(path: Path) -> Archive:
    """What the archive is. Raises RefusedFile, which names what was found."""
    found = _reading("look", path=path)
    return Archive(
        format=FORMATS[found["kind"]],
        files=found["files"],
        unpacked=found["unpacked"],
        title=found["title"],
    )


def public_office(source: Path, target: Path, *, title: str) -> None:
    """Writes the copy of an Office document or OpenDocument for the public: no author, company, programs or dates.

    Names in tracked changes and comments are part of the text and stay. Raises RefusedFile as `look_at_archive` does.
    """
    try:
        _reading("clean", limits=COPYING, source=source, target=target, title=title)
    except RefusedFile:
        target.unlink(missing_ok=True)
        raise


def _reading(function: str, *, limits: sandbox.Limits | None = None, **arguments: Any) -> dict[str, Any]:
    try:
        return sandbox.run("archive", function, limits=limits, **arguments) or {}
    except sandbox.Finding as finding:
        raise RefusedFile(REASONS[finding.code] % {"found": finding.detail}) from finding
    except sandbox.ChildFailed as failure:
        raise RefusedFile(
            _("This ZIP file could not be read with the time and memory that it may take. Divide it.")
        ) from failure
