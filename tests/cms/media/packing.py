"""Kits of files in memory, for the tests of kits."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from typing import Any

from cms.media.kits import Kit, KitFile
from cms.media.zips import Zip

MODIFIED = datetime(2026, 3, 4, 11, 30, 14, tzinfo=timezone(timedelta(hours=2)))


class Source:
    """The bytes of a file in memory; `opened` has the offsets from which it was read."""

    def __init__(self, data: bytes, step: int = 7) -> None:
        self.data, self.step = data, step
        self.opened: list[int] = []

    def read(self, offset: int) -> Iterator[bytes]:
        self.opened.append(offset)
        for start in range(offset, len(self.data), self.step):
            yield self.data[start : start + self.step]


def kit_file(name: str, data: bytes = b"data", **more: Any) -> KitFile:
    source = more.pop("source", None) or Source(data)
    return KitFile(
        name=name,
        size=len(data),
        crc32=zlib.crc32(data),
        sha256=hashlib.sha256(data).hexdigest(),
        modified=MODIFIED,
        read=source.read,
        **more,
    )


def make_kit(*files: KitFile, **more: Any) -> Kit:
    return Kit(files, **{"newsroom": "Norrvind", "title": "Nya vindkraftverk i Åre", "language": "en"} | more)


def small_kit() -> Kit:
    return make_kit(
        kit_file(
            "Åre № 5.jpg", b"image" * 5, title="Åre", credit="Åsa Öberg", license_url="https://cc.example/"
        ),
        kit_file("empty.txt", b""),
        kit_file(
            "report.pdf", b"%PDF", copyright_holder="Norrvind AB", usage_terms="Free for\n\neditorial use."
        ),
    )


def whole(kit: Kit | Zip) -> bytes:
    return b"".join(kit.chunks())
