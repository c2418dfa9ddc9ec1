"""Zip archives whose every byte is known before any file is read: length, validators and ranges come without reading.

Files are stored, not compressed (press images and films are compressed already), and their CRC-32 is known, so headers
need no data descriptors. The format is PKWARE's APPNOTE 6.3.10: names in UTF-8 (4.4.4, bit 11), ZIP64 (4.3.14, 4.5.3)
only where a size, an offset or the count of files needs it. zipstream-ng writes data descriptors and the time of the
download, and gives no ranges; nginx's mod_zip does it as here.

What does not live here: which files, and under which names (`kits.py`).
"""

from __future__ import annotations

import hashlib
import struct
import zlib
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial

from cms.errors import FileChanged

FULL_16, FULL_32 = 0xFFFF, 0xFFFFFFFF
"""What the short fields hold when the true value is in a ZIP64 field."""
UTF8_NAME = 1 << 11
PLAIN, WITH_ZIP64 = 20, 45
"""Versions of the format, ten times: 2.0 and 4.5."""
UNIX = 3 << 8
REGULAR_FILE = 0o100644 << 16
EARLIEST, LATEST = datetime(1980, 1, 1, tzinfo=UTC), datetime(2107, 12, 31, 23, 59, 58, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Entry:
    """A file of an archive, described before it is read."""

    name: str
    """Its name in the archive, as it is written: safe and unique already."""
    size: int
    """Bytes."""
    crc32: int
    sha256: str
    """In hexadecimal."""
    modified: datetime
    """Aware. Archives have no time zones: UTC is written, in steps of two seconds."""
    read: Callable[[int], Iterator[bytes]]
    """The bytes from an offset to the end, in chunks."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A run of bytes of the archive; `read(first, last)` gives those from `first` up to before `last`."""

    offset: int
    size: int
    read: Callable[[int, int], Iterator[bytes]]


class Zip:
    """An archive of `entries`, in their order. Holds their descriptions, and never their bytes."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._entries = list(entries)
        self._offsets: list[int] = []
        offset = 0
        for entry in self._entries:
            self._offsets.append(offset)
            offset += len(_local_header(entry)) + entry.size
        self._directory = offset
        self._end = offset + sum(map(len, self._directory_headers()))
        self.length = self._end + len(self._end_records())

    @property
    def etag(self) -> str:
        """A strong validator (RFC 9110, 8.8.3), quoted: the same for the same bytes, another for any others."""
        digest = hashlib.sha256()
        for entry in self._entries:
            digest.update(_local_header(entry))
            digest.update(bytes.fromhex(entry.sha256))
        return f'"{digest.hexdigest()}"'

    def chunks(self, start: int = 0, stop: int | None = None) -> Iterator[bytes]:
        """The bytes from `start` up to before `stop` (default: the end). Files outside of that are not opened.

        Raises `FileChanged` when a file is not as described; what was sent is then too short, and seen to be.
        """
        stop = self.length if stop is None else stop
        if not 0 <= start <= stop <= self.length:
            raise ValueError(f"An archive of {self.length} bytes has no bytes {start} to {stop}.")
        return self._chunks(start, stop)

    def _chunks(self, start: int, stop: int) -> Iterator[bytes]:
        for part in self._parts(start):
            if part.offset >= stop:
                return
            first, last = max(start - part.offset, 0), min(stop - part.offset, part.size)
            if first < last:
                yield from part.read(first, last)

    def _parts(self, start: int) -> Iterator[_Part]:
        """The parts of the archive, from the file in which `start` lies."""
        begin = max(bisect_right(self._offsets, start) - 1, 0)
        for offset, entry in zip(self._offsets[begin:], self._entries[begin:], strict=True):
            header = _local_header(entry)
            yield _fixed(offset, header)
            yield _Part(offset + len(header), entry.size, partial(_read, entry))
        position = self._directory
        for header in self._directory_headers():
            yield _fixed(position, header)
            position += len(header)
        yield _fixed(self._end, self._end_records())

    def _directory_headers(self) -> Iterator[bytes]:
        for entry, offset in zip(self._entries, self._offsets, strict=True):
            yield _directory_header(entry, offset)

    def _end_records(self) -> bytes:
        """End of central directory (4.3.16), after its ZIP64 forms (4.3.14, 4.3.15) where they are needed."""
        count, size, offset = len(self._entries), self._end - self._directory, self._directory
        records = b""
        if count >= FULL_16 or size >= FULL_32 or offset >= FULL_32:
            made, needed = UNIX | WITH_ZIP64, WITH_ZIP64
            records = struct.pack(
                "<4sQHHLLQQQQ", b"PK\x06\x06", 44, made, needed, 0, 0, count, count, size, offset
            )
            records += struct.pack("<4sLQL", b"PK\x06\x07", 0, self._end, 1)
            count, size, offset = min(count, FULL_16), min(size, FULL_32), min(offset, FULL_32)
        return records + struct.pack("<4sHHHHLLH", b"PK\x05\x06", 0, 0, count, count, size, offset, 0)


def _fixed(offset: int, data: bytes) -> _Part:
    def read(first: int, last: int) -> Iterator[bytes]:
        yield data[first:last]

    return _Part(offset, len(data), read)


def _read(entry: Entry, first: int, last: int) -> Iterator[bytes]:
    """Bytes of a file. Its last chunk is held back until the file has proved to be the one described."""
    whole = (first, last) == (0, entry.size)
    left, crc = last - first, 0
    stream = entry.read(first)
    try:
        for read in stream:
            chunk = read[:left]
            left -= len(chunk)
            if whole:
                crc = zlib.crc32(chunk, crc)
            if left == 0:
                if whole and crc != entry.crc32:
                    raise FileChanged(f"{entry.name} has changed since it was described.")
                yield chunk
                return
            yield chunk
    finally:
        if close := getattr(stream, "close", None):
            close()
    raise FileChanged(f"{entry.name} is {left} bytes shorter than it was described.")


def _local_header(entry: Entry) -> bytes:
    """The header before a file (4.3.7). ZIP64 has both sizes there."""
    name, flags = _name(entry)
    large = entry.size >= FULL_32
    size = FULL_32 if large else entry.size
    extra = struct.pack("<HHQQ", 1, 16, entry.size, entry.size) if large else b""
    return (
        struct.pack(
            "<4sHHHHHLLLHH",
            b"PK\x03\x04",
            WITH_ZIP64 if large else PLAIN,
            flags,
            0,  # stored
            *_dos_time(entry.modified),
            entry.crc32,
            size,
            size,
            len(name),
            len(extra),
        )
        + name
        + extra
    )


def _directory_header(entry: Entry, offset: int) -> bytes:
    """The header of a file in the central directory (4.3.12). ZIP64 has only what is too large for its own field."""
    name, flags = _name(entry)
    wide = [entry.size, entry.size] if entry.size >= FULL_32 else []
    wide += [offset] if offset >= FULL_32 else []
    extra = struct.pack(f"<HH{len(wide)}Q", 1, 8 * len(wide), *wide) if wide else b""
    needed = WITH_ZIP64 if wide else PLAIN
    size = min(entry.size, FULL_32)
    return (
        struct.pack(
            "<4sHHHHHHLLLHHHHHLL",
            b"PK\x01\x02",
            UNIX | needed,
            needed,
            flags,
            0,  # stored
            *_dos_time(entry.modified),
            entry.crc32,
            size,
            size,
            len(name),
            len(extra),
            0,  # no comment
            0,  # the first and only disk
            0,  # nothing is said of what is in it
            REGULAR_FILE,
            min(offset, FULL_32),
        )
        + name
        + extra
    )


def _name(entry: Entry) -> tuple[bytes, int]:
    return entry.name.encode(), 0 if entry.name.isascii() else UTF8_NAME


def _dos_time(moment: datetime) -> tuple[int, int]:
    """Time and date as MS-DOS has them (4.4.6)."""
    at = min(max(moment.astimezone(UTC), EARLIEST), LATEST)
    return at.hour << 11 | at.minute << 5 | at.second // 2, (at.year - 1980) << 9 | at.month << 5 | at.day
