"""Texts in files: plain text, tables as text (CSV) and RTF, read in pieces, so that size is no matter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from django.utils.translation import gettext as _

from cms.media.content import RTF, Format
from cms.media.refusal import RefusedFile

PIECE = 1 << 20
OVERLAP = 64
OBJECTS = re.compile(rb"\\obj(data|emb|link|autlink|ocx|html|update)\b|\\\*\s*\\template\b")
"""RTF 1.9.1: embedded objects, which Word can start, and templates, which it fetches."""


def check_text(path: Path, format_: Format) -> None:
    """Raises RefusedFile for a text that goes on as something else, and for RTF that holds or fetches objects."""
    with path.open("rb") as file:
        wide = file.read(2) in {b"\xff\xfe", b"\xfe\xff"}
    for piece in pieces(path):
        if format_ is RTF and (found := OBJECTS.search(piece)):
            raise RefusedFile(
                _(
                    "This RTF contains an embedded object or a template (%(found)s). Save it without, or as PDF."
                )
                % {"found": found[0].decode()}
            )
        if format_ is not RTF and not wide and b"\0" in piece:
            raise RefusedFile(
                _(
                    "This file begins as text and goes on as something else. Export it again, or save it as PDF."
                )
            )


def pieces(path: Path) -> Iterator[bytes]:
    """The file's bytes, each piece with the end of the one before, in which a word may have begun."""
    before = b""
    with path.open("rb") as file:
        while piece := file.read(PIECE):
            yield before + piece
            before = piece[-OVERLAP:]
