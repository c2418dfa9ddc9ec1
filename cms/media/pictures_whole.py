"""Whether an image file goes to its end, by its structure alone: no pixel is decoded, and the file is read as a map."""

from __future__ import annotations

import mmap
from collections import deque
from pathlib import Path

from cms.media.metadata.gif import gif_blocks
from cms.media.metadata.png import png_chunks

TAIL = 65_536
"""Bytes at the end of a JPEG in which its end is looked for: cameras add previews and padding behind it."""


def is_whole(path: Path, format_name: str) -> bool:
    """Whether nothing is missing at the end of a JPEG, PNG, GIF, WebP, AVIF or HEIC file; True for other formats."""
    check = {
        "jpeg": _jpeg,
        "png": _png,
        "gif": _gif,
        "webp": _webp,
        "avif": _boxes,
        "heic": _boxes,
    }.get(format_name)
    if check is None:
        return True
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        return check(data)


def _jpeg(data: mmap.mmap) -> bool:
    """Ends with the EOI marker (ITU T.81, B.1.1.3)."""
    return data.rfind(b"\xff\xd9", max(0, len(data) - TAIL)) >= 0


def _png(data: mmap.mmap) -> bool:
    try:
        deque(png_chunks(data), maxlen=0)
    except ValueError:
        return False
    return True


def _gif(data: mmap.mmap) -> bool:
    try:
        deque(gif_blocks(data), maxlen=0)
    except ValueError:
        return False
    return True


def _webp(data: mmap.mmap) -> bool:
    """As long as its RIFF header says (RFC 9649, 2.4)."""
    return 12 <= int.from_bytes(data[4:8], "little") + 8 <= len(data)


def _boxes(data: mmap.mmap) -> bool:
    """Every box of the top level ends within the file (ISO 14496-12, 4.2)."""
    position = 0
    while position < len(data):
        size = int.from_bytes(data[position : position + 4], "big")
        if size == 1:
            size = int.from_bytes(data[position + 8 : position + 16], "big")
        elif size == 0:
            return True  # this box is the last one, up to the end of the file
        if size < 8 or position + size > len(data):
            return False
        position += size
    return True
