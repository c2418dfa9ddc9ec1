"""Deciding what an uploaded file is and whether it is taken: by its content, whatever its name says.

Each type has a module that knows it: `pictures`, `drawings`, `papers`, `archives`, `texts`, `recordings`. Nothing is stored
here and nothing is changed; a file that is not taken is a `RefusedFile` with words for the editor.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from cms.conf import SETTINGS, newsroom
from cms.media import pictures
from cms.media.archives import Archive, look_at_archive
from cms.media.content import ACCEPTED, CSV, PDF, RTF, SVG, TEXT, ZIP, Format, recognise
from cms.media.document import AssetType
from cms.media.drawings import Drawing, look_at_drawing
from cms.media.papers import Paper, look_at_paper
from cms.media.recordings import Recording, probe
from cms.media.refusal import RefusedFile
from cms.media.texts import check_text, pieces

__all__ = ["Inspected", "RefusedFile", "clean_name", "inspect"]

NAME_BYTES = 200
"""Of a name in UTF-8: file systems and S3 keys take 255, and folders and hashes are put before it."""
PROGRAM = re.compile(rb"<\?php|<script", re.IGNORECASE)
"""What a web server or a browser would run. Compressed pixels hold these by chance once in a million images."""
JOINERS = "\u200c\u200d"
"""Invisible, and part of how Persian, Hindi and others are written."""

Details = pictures.Looked | Drawing | Paper | Archive | Recording | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspected:
    """A file that is taken. `extension` is the content's, with its dot; `size` in bytes; `details` by its type.

    `details` is None for plain text, CSV and RTF, of which nothing more is known.
    """

    type: AssetType
    content_type: str
    extension: str
    name: str
    size: int
    details: Details


def inspect(path: Path, filename: str) -> Inspected:
    """What the file at `path` is. Raises RefusedFile: empty, too large, of no accepted type, damaged, or hostile."""
    size = path.stat().st_size
    if not size:
        raise RefusedFile(_("The file is empty (0 bytes). Upload it again from the original."))
    format_ = recognise(path)
    if not isinstance(format_, Format):
        raise RefusedFile(_unaccepted(format_.name))
    _check_size(format_.type, size)
    details = _details(path, format_)
    type_, content_type, extension = format_.type, format_.content_type, format_.extension
    if isinstance(details, Recording):
        type_, content_type, extension = details.type, details.content_type, details.extension
        _check_size(type_, size)
    elif isinstance(details, Archive):
        content_type, extension = details.format.content_type, details.format.extension
    return Inspected(
        type=type_,
        content_type=content_type,
        extension=f".{extension}",
        name=clean_name(filename),
        size=size,
        details=details,
    )


def clean_name(filename: str) -> str:
    """A name that is safe to show and to store: no folders, no invisible or reserved characters, at most 200 bytes.

    Letters of every language are kept, composed (NFC), as is the extension. Never an error: what is left of nothing is `file`.
    """
    name = unicodedata.normalize("NFC", re.split(r"[/\\]", filename)[-1])
    name = "".join(c for c in name if c in JOINERS or not unicodedata.category(c).startswith("C"))
    name = re.sub(r'[<>:"|?*]', "_", " ".join(name.split())).strip(" .")
    stem, dot, extension = name.rpartition(".")
    if not dot or len(extension) > 16:
        stem, dot, extension = name, "", ""
    room = NAME_BYTES - len((dot + extension).encode())
    stem = stem.encode()[:room].decode(errors="ignore").rstrip(" .")
    return f"{stem}{dot}{extension}" if stem else "file"


def _details(path: Path, format_: Format) -> Details:
    if format_ is SVG:
        return look_at_drawing(path)
    if format_.type is AssetType.IMAGE:
        return _look_at_picture(path)
    if format_ is PDF:
        return look_at_paper(path)
    if format_ is ZIP:
        return look_at_archive(path)
    if format_ in {TEXT, CSV, RTF}:
        check_text(path, format_)
        return None
    return probe(path)


def _look_at_picture(path: Path) -> pictures.Looked:
    try:
        looked = pictures.look(path, max_pixels=newsroom.IMAGE_PIXELS)
    except pictures.RefusedImage as refusal:
        raise RefusedFile(refusal.message) from refusal
    for piece in pieces(path):
        if found := PROGRAM.search(piece):
            raise RefusedFile(
                _(
                    "This image has a program hidden in it (%(found)s). Open it in an image editor, save it anew "
                    "and upload that."
                )
                % {"found": found[0].decode()}
            )
    return looked


def _check_size(type_: AssetType, size: int) -> None:
    limit: int = {**SETTINGS["UPLOAD_LIMITS"].default, **newsroom.UPLOAD_LIMITS}[type_]
    if size <= limit:
        return
    message = {
        AssetType.IMAGE: _("This image has %(size)s; images may have %(limit)s. Make it smaller."),
        AssetType.DOCUMENT: _(
            "This document has %(size)s; documents may have %(limit)s. Divide it, or make it smaller."
        ),
        AssetType.VIDEO: _(
            "This video has %(size)s; videos may have %(limit)s. Export it with a lower bitrate."
        ),
        AssetType.AUDIO: _("This sound has %(size)s; sounds may have %(limit)s. Save it as MP3 or M4A."),
    }[type_]
    raise RefusedFile(message % {"size": filesizeformat(size), "limit": filesizeformat(limit)})


def _unaccepted(name: str) -> str:
    if not name:
        return _("Nobody can tell from its content what this file is. Accepted are: %(accepted)s.") % {
            "accepted": ACCEPTED
        }
    return _("By its content this file is: %(kind)s. That is not accepted. Accepted are: %(accepted)s.") % {
        "kind": _(name),
        "accepted": ACCEPTED,
    }
