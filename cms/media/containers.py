"""Whether a recording is whole: the lengths that MP4, QuickTime and WebM files say of their parts, against the file's own.

Sources: ISO/IEC 14496-12, 4.2 (boxes); RFC 8794 (EBML lengths). Only headers are read, so size is no matter.
"""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

BOXES_MAX = 200_000
SEGMENT = b"\x18\x53\x80\x67"


def missing_from_boxes(path: Path) -> int:
    """Bytes that an MP4 or QuickTime file lacks at its end; 0 when it is whole. Without an index (`moov`) at least 1."""
    size = path.stat().st_size
    offset, indexed = 0, False
    with path.open("rb") as file:
        for _count in range(BOXES_MAX):
            if size - offset < 8:
                break
            length, kind = _box(file, offset)
            length = length or size - offset
            if length < 8:
                break
            indexed = indexed or kind == b"moov"
            offset += length
            if offset > size:
                return offset - size
    return 0 if indexed else 1


def _box(file: BinaryIO, offset: int) -> tuple[int, bytes]:
    file.seek(offset)
    header = file.read(16)
    length = int.from_bytes(header[:4], "big")
    return (int.from_bytes(header[8:16], "big") if length == 1 else length), header[4:8]


def missing_from_segment(path: Path) -> int:
    """Bytes that a WebM file lacks at its end; 0 when it is whole, or was written without a length (live)."""
    with path.open("rb") as file:
        head = file.read(4096)
    start = head.find(SEGMENT)
    if start < 0 or start + 12 > len(head):
        return 1
    first = head[start + 4]
    width = 9 - first.bit_length()  # the number of leading zeros tells the width
    value = int.from_bytes(head[start + 4 : start + 4 + width], "big") & ((1 << 7 * width) - 1)
    if width > 8 or value == (1 << 7 * width) - 1:
        return 0
    return max(0, start + 4 + width + value - path.stat().st_size)
