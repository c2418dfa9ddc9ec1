"""Files of a folder are passed on from any byte, a chunk at a time: kits are sent that way."""

from __future__ import annotations

import hashlib
import zipfile
import zlib
from datetime import UTC, datetime
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from cms.media.kits import Kit, KitFile
from cms.media.storage import vault
from cms.media.storage.base import CHUNK

DATA = b"".join(number.to_bytes(4, "big") for number in range(CHUNK // 4 + 1000))
NAME = "originals/1f/Åre.bin"


@pytest.fixture(autouse=True)
def kept(settings: Any, tmp_path: Path) -> None:
    settings.NEWSROOM_VAULT_ROOT = tmp_path / "vault"
    source = tmp_path / "source"
    source.write_bytes(DATA)
    vault.keep(source, NAME, content_type="application/octet-stream")


@pytest.mark.parametrize("offset", [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, len(DATA) - 1, len(DATA)])
def test_a_file_is_passed_on_from_any_byte(offset: int) -> None:
    chunks = list(vault.chunks(NAME, offset))
    assert b"".join(chunks) == DATA[offset:]
    assert max(map(len, chunks), default=0) <= CHUNK


def test_a_file_that_is_not_there_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        next(vault.chunks("originals/1f/other.bin"))


def test_a_kit_of_stored_files_goes_on_from_its_middle() -> None:
    file = KitFile(
        name="Åre.bin",
        size=len(DATA),
        crc32=zlib.crc32(DATA),
        sha256=hashlib.sha256(DATA).hexdigest(),
        modified=datetime(2026, 1, 1, tzinfo=UTC),
        read=partial(vault.chunks, NAME),
    )
    kit = Kit([file], newsroom="Norrvind", title="Åre", language="sv")
    begun = b"".join(kit.chunks(0, 100_000))
    with zipfile.ZipFile(BytesIO(begun + b"".join(kit.chunks(100_000)))) as archive:
        assert archive.read("Åre.bin") == DATA
