"""Which reader reads a file, by name or by what is in it."""

from __future__ import annotations

import gzip
import re
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

from cms.releases.importing.feeds import read_feed
from cms.releases.importing.incoming import BadRow, LeftOut, Row, UnreadableFile
from cms.releases.importing.jsonl import read_jsonl
from cms.releases.importing.ninjs import read_ninjs
from cms.releases.importing.wxr import read_wxr

Reader = Callable[[IO[bytes]], Iterator[Row | BadRow | LeftOut]]

READERS: dict[str, Reader] = {
    "jsonl": read_jsonl,
    "wxr": read_wxr,
    "rss": read_feed,
    "atom": read_feed,
    "ninjs": read_ninjs,
}
GZIP = b"\x1f\x8b"
NINJS_PROPERTY = re.compile(rb'"(?:versioncreated|headlines?|bodies|body_xhtml|pubstatus|\$standard)"\s*:')


def open_import(path: Path) -> IO[bytes]:
    """The file, unpacked where it is gzip. Raises `UnreadableFile`."""
    try:
        with path.open("rb") as file:
            packed = file.read(2) == GZIP
        return gzip.open(path) if packed else path.open("rb")  # type: ignore[return-value]
    except OSError as error:
        raise UnreadableFile(f"The file cannot be opened: {error.strerror}.") from None


def guess_format(stream: IO[bytes]) -> str:
    """The name of the format, by the first 64 KB. Raises `UnreadableFile` when it is none of ours."""
    try:
        start = stream.read(65_536)
    except (OSError, EOFError, zlib.error) as error:
        raise UnreadableFile(f"The file cannot be unpacked: {error}.") from None
    stream.seek(0)
    text = start.removeprefix(b"\xef\xbb\xbf").lstrip()
    if start[:2] in (b"\xff\xfe", b"\xfe\xff"):
        text = start.decode("utf-16", errors="replace").encode().removeprefix(b"\xef\xbb\xbf").lstrip()
    if text[:1] == b"<":
        if b"wordpress.org/export/" in text:
            return "wxr"
        if b"<feed" in text:
            return "atom"
        return "rss"
    if text[:1] in (b"{", b"["):
        return "ninjs" if NINJS_PROPERTY.search(text) and b'"body_html"' not in text else "jsonl"
    if re.search(rb"^\s*\{", text, re.MULTILINE):
        return "jsonl"
    raise UnreadableFile(
        "The format is none of those that can be imported. Name it with --format if it should be."
    )


def read(stream: IO[bytes], name: str) -> Iterator[Row | BadRow | LeftOut]:
    """The rows of a file in the format `name`. A file that breaks off ends with a `BadRow`."""
    line = 0
    try:
        for row in READERS[name](stream):
            line = row.line
            yield row
    except (OSError, EOFError, zlib.error) as error:
        if not line:
            raise UnreadableFile(f"The file cannot be read: {error}.") from None
        yield BadRow(line + 1, f"The file breaks off: {error}.")
