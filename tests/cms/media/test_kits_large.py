"""Kits of gigabytes and of many files, for which no memory is needed."""

from __future__ import annotations

import io
import time
import tracemalloc
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from cms.media.kits import Kit
from cms.media.zips import Entry, Zip
from tests.cms.media.packing import MODIFIED, Source, kit_file, make_kit, whole

GIGABYTE = 1_000_000_000


def sparse(size: int, step: int = 1 << 20) -> Any:
    """A source of zeros that holds one chunk."""
    block = bytes(step)

    def read(offset: int) -> Iterator[bytes]:
        left = size - offset
        while left:
            chunk = block[: min(left, step)]
            left -= len(chunk)
            yield chunk

    return read


def zeros_crc(size: int) -> int:
    crc, block = 0, bytes(1 << 20)
    for start in range(0, size, len(block)):
        crc = zlib.crc32(block[: size - start], crc)
    return crc


def large_kit(*sizes: int, crc: bool = False) -> Kit:
    return make_kit(
        *(
            replace(
                kit_file(f"{number}.mov"),
                size=size,
                crc32=zeros_crc(size) if crc or size < 10 else 0,
                sha256=f"{size:064x}",
                read=sparse(size),
            )
            for number, size in enumerate(sizes)
        )
    )


class Remote(io.RawIOBase):
    """A kit as Python's zipfile wants it: each read asks for a range."""

    def __init__(self, kit: Kit) -> None:
        self.kit, self.position = kit, 0

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        self.position = offset + {0: 0, 1: self.position, 2: self.kit.length}[whence]
        return self.position

    def tell(self) -> int:
        return self.position

    def read(self, size: int = -1) -> bytes:
        stop = self.kit.length if size < 0 else min(self.position + size, self.kit.length)
        data = b"".join(self.kit.chunks(self.position, stop))
        self.position = stop
        return data


def test_a_kit_of_5_gigabytes_has_the_long_fields() -> None:
    kit = large_kit(5 * GIGABYTE, 3, 0xFFFFFFFF, 0xFFFFFFFE)
    with zipfile.ZipFile(Remote(kit)) as archive:  # type: ignore[arg-type]
        found = {info.filename: info for info in archive.infolist()}
        sizes = {name: info.file_size for name, info in found.items() if name != "credits.txt"}
        assert sizes == {"0.mov": 5 * GIGABYTE, "1.mov": 3, "2.mov": 0xFFFFFFFF, "3.mov": 0xFFFFFFFE}
        assert [found[f"{n}.mov"].extract_version for n in range(4)] == [45, 45, 45, 45]
        assert found["credits.txt"].extract_version == 20
        with archive.open("1.mov") as file:  # it lies behind 5 GB: its offset is in the long field
            assert file.read() == bytes(3)
    last = b"".join(kit.chunks(kit.length - 98, kit.length))
    assert (last[:4], last[56:60], last[76:80]) == (b"PK\x06\x06", b"PK\x06\x07", b"PK\x05\x06")


def test_a_kit_below_4_gigabytes_has_no_long_fields() -> None:
    kit = large_kit(0xFFFFFFFE)
    header = b"".join(kit.chunks(0, 1000))
    start = header.index(b"PK\x03\x04", 4)
    assert header[start + 4 : start + 6] == (20).to_bytes(2, "little")
    kit = large_kit(2 * GIGABYTE)
    assert b"PK\x06\x06" not in b"".join(kit.chunks(kit.length - 200))


def test_more_files_than_the_short_count_holds() -> None:
    many = Zip([Entry(f"{n:05}", 0, 0, "00" * 32, MODIFIED, Source(b"").read) for n in range(65_536)])
    with zipfile.ZipFile(io.BytesIO(whole(many))) as archive:
        assert len(archive.namelist()) == 65_536


def test_memory_stays_the_same_however_large_the_kit_is() -> None:
    kit = large_kit(GIGABYTE, crc=True)
    tracemalloc.start()
    begun = time.monotonic()
    chunks = kit.chunks()
    next(chunks)
    first = time.monotonic() - begun
    length = sum(map(len, chunks))
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert length < kit.length  # the first chunk is not in the sum
    assert (first < 5, peak < 4_000_000) == (True, True)
