"""GIF files block by block (https://www.w3.org/Graphics/GIF/spec-gif89a.txt): reading XMP, and writing a GIF anew
with its frames as they are and without comments. No pixel is decoded; files are read as maps, never as a whole."""

from __future__ import annotations

import contextlib
import mmap
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

Bytes = bytes | mmap.mmap

EXTENSION, IMAGE, TRAILER = 0x21, 0x2C, 0x3B
GRAPHIC_CONTROL, APPLICATION = 0xF9, 0xFF
XMP = b"\x21\xff\x0bXMP DataXMP"
XMP_TRAIL = b"\x01" + bytes(range(255, -1, -1)) + b"\0"
"""Makes the packet, read as sub-blocks, end in any case (XMP Specification part 3, 1.1.2)."""
LOOPS = (b"NETSCAPE2.0", b"ANIMEXTS1.0")


class Block(NamedTuple):
    """A block of a GIF: what it is (an extension's label, else the introducer), and where."""

    kind: int
    start: int
    end: int


def gif_blocks(data: Bytes, *, whole: bool = True) -> Iterator[Block]:
    """The blocks, of which the first (kind 0) is the header. Raises ValueError where the file is broken or cut.

    A last block that is cut is given before the error when not `whole`.
    """
    position = 13 + _colours(_at(data, 10))
    yield Block(0, 0, position)
    while (introducer := _at(data, position)) != TRAILER:
        start = position
        if introducer == EXTENSION:
            kind, position = _at(data, position + 1), position + 2
        elif introducer == IMAGE:
            kind, position = IMAGE, position + 11 + _colours(_at(data, position + 9))
        else:
            raise ValueError("This is no block of a GIF.")
        try:
            position = _after(data, position)
        except ValueError:
            if not whole:
                yield Block(kind, start, len(data))
            raise
        yield Block(kind, start, position)


def gif_xmp(data: Bytes) -> bytes:
    """The XMP packet of a GIF; empty where there is none."""
    for block in gif_blocks(data):
        if block.kind == APPLICATION and data[block.start : block.start + len(XMP)] == XMP:
            return data[block.start + len(XMP) : block.end - len(XMP_TRAIL)]
    return b""


def gif_canvas(data: Bytes) -> tuple[int, int, int]:
    """Width and height that the screen and all frames need, and the number of frames, as far as the file goes."""
    if len(data) < 13:
        return 0, 0, 0
    width, height = struct.unpack("<HH", data[6:10])
    frames = 0
    with contextlib.suppress(ValueError):
        for block in gif_blocks(data, whole=False):
            if block.kind == IMAGE and block.start + 9 <= len(data):
                left, top, wide, high = struct.unpack("<HHHH", data[block.start + 1 : block.start + 9])
                width, height, frames = max(width, left + wide), max(height, top + high), frames + 1
    return width, height, frames


def rewrite_gif(source: Path, target: Path, packet: bytes) -> None:
    """Writes the GIF with its frames, their times and the loop, an XMP packet, and nothing else.

    Raises ValueError where the file is broken or cut; the target is then incomplete.
    """
    with (
        source.open("rb") as file,
        mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data,
        target.open("wb") as out,
    ):
        for block in gif_blocks(data):
            if block.kind == 0:
                out.write(b"GIF89a" + data[6 : block.end])
                out.write(XMP + packet + XMP_TRAIL)
            elif _shown(data, block):
                out.write(data[block.start : block.end])
        out.write(bytes([TRAILER]))


def _shown(data: Bytes, block: Block) -> bool:
    if block.kind == APPLICATION:
        return data[block.start + 3 : block.start + 14] in LOOPS
    return block.kind in (GRAPHIC_CONTROL, IMAGE)


def _at(data: Bytes, position: int) -> int:
    if position >= len(data):
        raise ValueError("The GIF is cut.")
    return data[position]


def _colours(flags: int) -> int:
    """Bytes of the colour table that the flags announce."""
    return 3 * 2 ** ((flags & 7) + 1) if flags & 0x80 else 0


def _after(data: Bytes, position: int) -> int:
    """The position after a chain of sub-blocks."""
    while length := _at(data, position):
        position += 1 + length
    return position + 1
