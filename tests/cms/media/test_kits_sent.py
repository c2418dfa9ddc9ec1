"""Kits are sent over HTTP, resumable anywhere, and broken off where a file is not what it was."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from django.test import RequestFactory

from cms.errors import FileChanged
from cms.media.kits import Kit
from cms.media.ranges import chunks_response
from tests.cms.media.packing import Source, kit_file, make_kit, small_kit, whole


@pytest.mark.parametrize("data", [b"shorter", b"another 10", b"a bit longer than that"])
def test_a_file_that_is_not_as_described_breaks_the_download_off(data: bytes) -> None:
    file = kit_file("a.bin", b"described!", source=Source(data))
    kit = make_kit(file)
    sent = bytearray()

    def send() -> None:
        for chunk in kit.chunks():
            sent.extend(chunk)

    with pytest.raises(FileChanged, match=r"a\.bin"):
        send()
    assert len(sent) < kit.length
    assert b"PK\x01\x02" not in sent  # nothing that a reader could take for the end


def test_the_source_is_closed_when_the_reader_goes_away() -> None:
    closed: list[int] = []

    def read(offset: int) -> Iterator[bytes]:
        try:
            while True:
                yield b"a"
        finally:
            closed.append(offset)

    chunks = make_kit(replace(kit_file("a.bin", b"a" * 100), read=read)).chunks()
    assert any(chunk == b"a" for chunk in chunks)
    chunks.close()  # type: ignore[attr-defined]
    assert closed == [0]


def ask(kit: Kit, method: str = "GET", **headers: str) -> Any:
    request = RequestFactory().generic(method, "/kit.zip", headers=headers)
    return chunks_response(
        request, kit.chunks, size=kit.length, etag=kit.etag, content_type="application/zip"
    )


def test_a_kit_is_sent_whole() -> None:
    kit = small_kit()
    answer = ask(kit)
    assert answer.status_code == 200
    assert answer.getvalue() == whole(kit)
    assert dict(answer.headers) == {
        "Content-Type": "application/zip",
        "Content-Length": str(kit.length),
        "ETag": kit.etag,
        "Accept-Ranges": "bytes",
    }


@pytest.mark.parametrize(
    ("asked", "first", "stop"),
    [
        ("bytes=0-0", 0, 1),
        ("bytes=5-9", 5, 10),
        ("bytes=100-", 100, None),
        ("bytes=-7", -7, None),
        ("bytes=-99999", 0, None),
        ("bytes=100-99999", 100, None),
        ("Bytes=5-9", 5, 10),
    ],
)
def test_a_range_of_a_kit_is_sent(asked: str, first: int, stop: int | None) -> None:
    kit = small_kit()
    answer = ask(kit, Range=asked)
    expected = whole(kit)[first:stop]
    start = first % kit.length if first < 0 else first
    assert (answer.status_code, answer.getvalue()) == (206, expected)
    assert answer["Content-Range"] == f"bytes {start}-{start + len(expected) - 1}/{kit.length}"
    assert (answer["Content-Length"], answer["ETag"]) == (str(len(expected)), kit.etag)


@pytest.mark.parametrize("asked", ["bytes=99999-", "bytes=5-4", "bytes=-0"])
def test_a_range_that_a_kit_does_not_have_is_refused(asked: str) -> None:
    kit = small_kit()
    answer = ask(kit, Range=asked)
    assert (answer.status_code, answer.content) == (416, b"")
    assert (answer["Content-Range"], answer["ETag"]) == (f"bytes */{kit.length}", kit.etag)


@pytest.mark.parametrize("asked", ["bytes=0-1,5-6", "lines=1-2", "bytes=-", "bytes=a-b", ""])
def test_a_range_that_is_not_understood_gets_the_whole_kit(asked: str) -> None:
    kit = small_kit()
    answer = ask(kit, Range=asked)
    assert (answer.status_code, len(answer.getvalue())) == (200, kit.length)


def test_a_download_goes_on_only_with_the_same_kit() -> None:
    kit = small_kit()
    assert ask(kit, Range="bytes=5-", If_Range=kit.etag).status_code == 206
    for other in ('"other"', f"W/{kit.etag}", "Wed, 21 Oct 2015 07:28:00 GMT"):
        answer = ask(kit, Range="bytes=5-", If_Range=other)
        assert (answer.status_code, answer["Content-Length"]) == (200, str(kit.length))


def test_conditions_on_a_kit_are_met() -> None:
    kit = small_kit()
    answer = ask(kit, If_None_Match=kit.etag)
    assert (answer.status_code, answer["ETag"], answer.content) == (304, kit.etag, b"")
    assert ask(kit, If_None_Match='"other"').status_code == 200
    assert ask(kit, If_Match='"other"').status_code == 412


def test_the_headers_of_a_kit_are_told_without_reading_it() -> None:
    source = Source(b"data")
    kit = make_kit(kit_file("a.bin", source=source))
    answer = ask(kit, "HEAD", Range="bytes=0-1")
    assert (answer.status_code, answer.getvalue(), answer["Content-Length"]) == (200, b"", str(kit.length))
    assert source.opened == []
