"""PNG files chunk by chunk (https://www.w3.org/TR/png-3/): counting frames, and writing a PNG anew without its texts.
No pixel is decoded; files are read as maps, never as a whole."""

from __future__ import annotations

import mmap
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

SIGNATURE = b"\x89PNG\r\n\x1a\n"
SHOWN = frozenset(b"IHDR PLTE tRNS cHRM gAMA iCCP sBIT sRGB cICP bKGD pHYs acTL fcTL fdAT IDAT IEND".split())
"""The chunks that say what is seen."""


class Chunk(NamedTuple):
    """A chunk: its type, and where it begins and ends, length and checksum included."""

    kind: bytes
    start: int
    end: int


def png_chunks(data: bytes | mmap.mmap) -> Iterator[Chunk]:
    """The chunks up to IEND. Raises ValueError where the file is cut."""
    position = len(SIGNATURE)
    while True:
        if position + 12 > len(data):
            raise ValueError("The PNG is cut.")
        length, kind = struct.unpack(">L4s", data[position : position + 8])
        end = position + 12 + length
        if end > len(data):
            raise ValueError("The PNG is cut.")
        yield Chunk(kind, position, end)
        if kind == b"IEND":
            return
        position = end


def png_frames(path: Path) -> int:
    """Frames of an animated PNG, by its own count or by its frames, whichever is more; 1 when it stands still.

    Raises ValueError where the file is cut.
    """
    told = counted = 0
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        pixels = False
        for chunk in png_chunks(data):
            if chunk.kind == b"acTL" and not pixels and chunk.end - chunk.start == 20:
                told = struct.unpack(">L", data[chunk.start + 8 : chunk.start + 12])[0]
            counted += chunk.kind == b"fcTL"
            pixels = pixels or chunk.kind == b"IDAT"
    return max(told, counted, 1) if told else 1


def rewrite_png(source: Path, target: Path, packet: bytes) -> None:
    """Writes the PNG with its pixels, frames and colours, an XMP packet, and nothing else.

    Raises ValueError where the file is cut; the target is then incomplete.
    """
    with (
        source.open("rb") as file,
        mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data,
        target.open("wb") as out,
    ):
        out.write(SIGNATURE)
        for chunk in png_chunks(data):
            if chunk.kind in SHOWN:
                out.write(data[chunk.start : chunk.end])
            if chunk.kind == b"IHDR":
                out.write(_chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + packet))


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">L", len(content)) + kind + content + struct.pack(">L", zlib.crc32(kind + content))
