"""Objects of a bucket are passed on from any byte, by a range request: kits are sent that way."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from cms.media.storage import vault
from cms.media.storage.base import CHUNK

DATA = b"".join(number.to_bytes(4, "big") for number in range(CHUNK // 2))
NAME = "originals/1f/Åre.bin"


@pytest.fixture
def kept(buckets: Any, tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.write_bytes(DATA)
    vault.keep(source, NAME, content_type="application/octet-stream")


@pytest.mark.parametrize("offset", [0, 1, CHUNK, len(DATA) - 1])
def test_an_object_is_passed_on_from_any_byte(kept: None, offset: int) -> None:
    chunks = list(vault.chunks(NAME, offset))
    assert b"".join(chunks) == DATA[offset:]
    assert max(map(len, chunks)) <= CHUNK


def test_a_reader_may_go_away(kept: None) -> None:
    chunks = vault.chunks(NAME)
    assert next(chunks) == DATA[:CHUNK]
    chunks.close()  # type: ignore[attr-defined]


def test_an_object_that_is_not_there_is_an_error(buckets: Any) -> None:
    with pytest.raises(FileNotFoundError):
        next(vault.chunks("originals/1f/other.bin"))
