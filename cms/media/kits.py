"""Kits: many files in one archive to download, with a text that says who made them and what may be done with them.

What does not live here: the format of the archive (`zips.py`), answering requests (`ranges.chunks_response` does), and
which files a kit has.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import PurePosixPath

from django.utils import translation
from django.utils.translation import gettext as _

from cms.media.zips import EARLIEST, Entry, Zip

CREDITS = "credits.txt"
LONGEST_STEM = 160
"""Bytes in UTF-8 of a name without its ending: file systems take 255, and Windows 260 characters with all folders."""
LONGEST_ENDING = 10
NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*]')
DEVICE = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])\s*(\..*)?", re.IGNORECASE)
"""Names of devices in Windows, with any ending (Microsoft: Naming Files, Paths, and Namespaces)."""


@dataclass(frozen=True, slots=True)
class KitFile:
    """A file of a kit, with what must be printed beside it."""

    name: str
    """The name it should have: made safe and unique by the kit."""
    size: int
    crc32: int
    sha256: str
    modified: datetime
    read: Callable[[int], Iterator[bytes]]
    """The bytes from an offset to the end, in chunks."""
    title: str = ""
    credit: str = ""
    caption: str = ""
    copyright_holder: str = ""
    usage_terms: str = ""
    license_url: str = ""
    digital_source_type: str = ""
    """In IPTC's terms: where AI had a part in it, the credits say so."""


class Kit:
    """An archive of `files` in their order, after a `credits.txt` in the language of the newsroom.

    `title` is that of the release or press kit; `language` is a BCP 47 tag.
    """

    def __init__(self, files: Sequence[KitFile], *, newsroom: str, title: str, language: str) -> None:
        names = archive_names([file.name for file in files])
        named = [replace(file, name=name) for file, name in zip(files, names, strict=True)]
        credit = _credits_entry(named, newsroom, title, language)
        entries = [
            Entry(file.name, file.size, file.crc32, file.sha256, file.modified, file.read) for file in named
        ]
        self._zip = Zip([credit, *entries])
        self.length = self._zip.length
        """Bytes."""
        self.etag = self._zip.etag
        """A strong validator, quoted: the same for the same bytes."""

    def chunks(self, start: int = 0, stop: int | None = None) -> Iterator[bytes]:
        """The bytes from `start` up to before `stop`; files that lie outside are not opened."""
        return self._zip.chunks(start, stop)


def archive_names(names: Sequence[str]) -> list[str]:
    """Names that every system can store, no two alike where case does not count, and none that of the credits."""
    taken = {CREDITS.casefold()}
    found = []
    for name in names:
        stem, ending = _safe_name(name)
        candidate, number = stem + ending, 1
        while candidate.casefold() in taken:
            number += 1
            candidate = f"{stem} ({number}){ending}"
        taken.add(candidate.casefold())
        found.append(candidate)
    return found


def _safe_name(name: str) -> tuple[str, str]:
    """Stem and ending of a name without folders, control and direction characters, and names of devices."""
    kept = "".join(
        " " if character.isspace() else character
        for character in unicodedata.normalize("NFC", name)
        if character.isspace() or not unicodedata.category(character).startswith("C")
    )
    text = re.sub(r"\s+", " ", NOT_IN_NAMES.sub("-", kept)).strip(" .-")
    ending = PurePosixPath(text).suffix
    if not 1 < len(ending) <= LONGEST_ENDING or " " in ending:
        ending = ""
    stem = text.removesuffix(ending).encode()[:LONGEST_STEM].decode(errors="ignore").strip(" .") or "file"
    if DEVICE.fullmatch(stem + ending):
        stem = f"_{stem}"
    return stem, ending


def _credits_entry(files: Sequence[KitFile], newsroom: str, title: str, language: str) -> Entry:
    with translation.override(language):
        text = _credits(files, newsroom, title)
    # With a byte order mark and CR LF: editors of Windows read both without asking, and others do not mind.
    data = text.replace("\n", "\r\n").encode("utf-8-sig")

    def read(offset: int) -> Iterator[bytes]:
        yield data[offset:]

    return Entry(
        name=CREDITS,
        size=len(data),
        crc32=zlib.crc32(data),
        sha256=hashlib.sha256(data).hexdigest(),
        modified=max((file.modified for file in files), default=EARLIEST),
        read=read,
    )


def _credits(files: Sequence[KitFile], newsroom: str, title: str) -> str:
    """The text: the titles, then each file by its name, with a line for all that is known of it."""
    parts = ["\n".join(_one_line(line) for line in (newsroom, title))]
    for file in files:
        known = {
            _("Title"): file.title,
            _("Caption"): file.caption,
            _("Credit"): file.credit,
            _("Copyright holder"): file.copyright_holder,
            _("Usage terms"): file.usage_terms,
            _("Licence"): file.license_url,
            _("AI"): _ai(file.digital_source_type),
        }
        lines = [f"{label}: {_one_line(value)}" for label, value in known.items() if value.strip()]
        parts.append("\n".join([file.name, *lines]))
    return "\n\n".join(parts) + "\n"


def _ai(source: str) -> str:
    """What must be said of AI's part, in the words of the built-in pages."""
    return {
        "trainedAlgorithmicMedia": _("Made by generative AI"),
        "compositeWithTrainedAlgorithmicMedia": _("Edited with generative AI"),
        "algorithmicMedia": _("Made by an algorithm"),
    }.get(source, "")


def _one_line(text: str) -> str:
    return " ".join(text.split())
