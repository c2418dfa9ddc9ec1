"""Kits are archives that every reader takes, known to the byte before a file is read, and resumable anywhere."""

from __future__ import annotations

import hashlib
import io
import shutil
import subprocess
import time
import tracemalloc
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from django.test import RequestFactory
from django.utils import translation

from cms.errors import FileChanged
from cms.media import kits
from cms.media.kits import Kit, KitFile, archive_names
from cms.media.ranges import chunks_response
from cms.media.zips import Entry, Zip

MODIFIED = datetime(2026, 3, 4, 11, 30, 14, tzinfo=timezone(timedelta(hours=2)))
GIGABYTE = 1_000_000_000


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


def test_a_kit_is_read_by_python() -> None:
    kit = small_kit()
    data = whole(kit)
    assert len(data) == kit.length
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == ["credits.txt", "Åre № 5.jpg", "empty.txt", "report.pdf"]
        assert archive.read("Åre № 5.jpg") == b"image" * 5
        assert archive.read("empty.txt") == b""
        info = archive.getinfo("Åre № 5.jpg")
    assert info.date_time == (2026, 3, 4, 9, 30, 14)  # in UTC
    assert (info.compress_type, info.flag_bits, info.external_attr >> 16) == (
        zipfile.ZIP_STORED,
        0x800,
        0o100644,
    )
    assert (info.create_version, info.extract_version, info.extra) == (20, 20, b"")


READERS = {
    "unzip": ["unzip", "-tq"],
    "7z": ["7z", "t"],
    "bsdtar": ["bsdtar", "-xOf"],
    "jar": ["jar", "tf"],
}


@pytest.mark.parametrize("reader", READERS)
def test_a_kit_is_read_by_other_programs(reader: str, tmp_path: Path) -> None:
    if shutil.which(reader) is None:
        pytest.skip(f"{reader} is not installed.")
    path = tmp_path / "kit.zip"
    path.write_bytes(whole(small_kit()))
    done = subprocess.run([*READERS[reader], str(path)], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_names_are_written_by_unzip_as_they_are(tmp_path: Path) -> None:
    if shutil.which("unzip") is None:
        pytest.skip("unzip is not installed.")
    path = tmp_path / "kit.zip"
    path.write_bytes(whole(small_kit()))
    subprocess.run(
        ["unzip", "-q", str(path), "-d", str(tmp_path / "out")], check=True, env={"LC_ALL": "C.UTF-8"}
    )
    found = {file.name: file.read_bytes() for file in (tmp_path / "out").iterdir()}
    assert {name: data for name, data in found.items() if name != "credits.txt"} == {
        "Åre № 5.jpg": b"image" * 5,
        "empty.txt": b"",
        "report.pdf": b"%PDF",
    }


def test_every_range_of_a_small_archive_is_that_part_of_the_whole() -> None:
    files = [
        Entry(
            name,
            len(data),
            zlib.crc32(data),
            hashlib.sha256(data).hexdigest(),
            MODIFIED,
            Source(data, 2).read,
        )
        for name, data in (("å", b"first"), ("b", b""), ("c", b"third"))
    ]
    archive = Zip(files)
    data = whole(archive)
    assert archive.length == len(data) == 268
    for start in range(archive.length + 1):
        for stop in range(start, archive.length + 1):
            assert b"".join(archive.chunks(start, stop)) == data[start:stop], (start, stop)


@pytest.mark.parametrize(("start", "stop"), [(-1, 5), (5, 4), (0, 10_000), (10_000, 10_000)])
def test_a_range_outside_of_the_archive_is_an_error(start: int, stop: int) -> None:
    with pytest.raises(ValueError, match="has no bytes"):
        small_kit().chunks(start, stop)


def test_files_outside_of_a_range_are_not_opened() -> None:
    sources = [Source(bytes([number]) * 1000, 100) for number in range(3)]
    kit = make_kit(*(kit_file(f"{n}.bin", source.data, source=source) for n, source in enumerate(sources)))
    data = whole(kit)
    assert [source.opened for source in sources] == [[0], [0], [0]]
    middle = data.index(sources[1].data) + 300
    assert b"".join(kit.chunks(middle, middle + 10)) == b"\x01" * 10
    assert [source.opened for source in sources] == [[0], [0, 300], [0]]
    end = data.index(b"PK\x01\x02")
    assert b"".join(kit.chunks(end)) == data[end:]
    assert [source.opened for source in sources] == [[0], [0, 300], [0]]


def test_the_same_files_give_the_same_bytes_and_validator() -> None:
    first, second = small_kit(), small_kit()
    assert (whole(first), first.etag) == (whole(second), second.etag)
    assert (first.etag[0], first.etag[-1], len(first.etag)) == ('"', '"', 66)


@pytest.mark.parametrize(
    "change",
    [
        {"name": "other.bin"},
        {"sha256": "00" * 32},
        {"crc32": 1},
        {"size": 5},
        {"modified": MODIFIED + timedelta(seconds=2)},
        {"title": "Another"},
        {"credit": "Another"},
        {"copyright_holder": "Another"},
        {"usage_terms": "Another"},
        {"license_url": "https://another.example/"},
    ],
)
def test_whatever_changes_the_bytes_changes_the_validator(change: dict[str, Any]) -> None:
    file = kit_file("a.bin")
    assert make_kit(replace(file, **change)).etag != make_kit(file).etag


def test_the_titles_and_the_order_change_the_validator() -> None:
    one, two = kit_file("1.bin"), kit_file("2.bin")
    etags = {
        make_kit(one, two).etag,
        make_kit(two, one).etag,
        make_kit(one).etag,
        make_kit(one, two, title="T").etag,
        make_kit(one, two, newsroom="N").etag,
    }
    assert len(etags) == 5


def test_the_credits_say_who_made_what() -> None:
    with zipfile.ZipFile(io.BytesIO(whole(small_kit()))) as archive:
        data = archive.read("credits.txt")
    assert data.decode("utf-8-sig").split("\r\n") == [
        "Norrvind",
        "Nya vindkraftverk i Åre",
        "",
        "Åre № 5.jpg",
        "Title: Åre",
        "Credit: Åsa Öberg",
        "Licence: https://cc.example/",
        "",
        "empty.txt",
        "",
        "report.pdf",
        "Copyright holder: Norrvind AB",
        "Usage terms: Free for editorial use.",
        "",
    ]
    assert data.startswith(b"\xef\xbb\xbfNorrvind\r\n")


def test_the_credits_say_what_to_print_with_it_and_that_ai_made_it() -> None:
    kit = make_kit(
        kit_file("a.jpg", caption="The farm\nas planned.", digital_source_type="trainedAlgorithmicMedia"),
        kit_file("b.jpg", caption="As it is.", digital_source_type="digitalCapture"),
    )
    with zipfile.ZipFile(io.BytesIO(whole(kit))) as archive:
        text = archive.read("credits.txt").decode("utf-8-sig")
    assert text.split("\r\n")[3:] == [
        "a.jpg",
        "Caption: The farm as planned.",
        "AI: Made by generative AI",
        "",
        "b.jpg",
        "Caption: As it is.",
        "",
    ]


def test_the_credits_are_in_the_language_of_the_newsroom(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kits, "_", lambda text: f"{translation.get_language()}:{text}")
    with translation.override("en"):
        kit = make_kit(kit_file("a.jpg", title="Åre"), language="sv")
    assert b"sv:Title: \xc3\x85re\r\n" in whole(kit)


def test_an_empty_kit_has_its_credits() -> None:
    with zipfile.ZipFile(io.BytesIO(whole(make_kit()))) as archive:
        assert archive.namelist() == ["credits.txt"]
        assert archive.getinfo("credits.txt").date_time == (1980, 1, 1, 0, 0, 0)


@pytest.mark.parametrize(
    ("name", "stored"),
    [
        ("Räksmörgås på Ängö.jpg", "Räksmörgås på Ängö.jpg"),
        ("A\u030ange\u0301.jpg", "Ångé.jpg"),
        ("№ 5 – 東京 😀.png", "№ 5 – 東京 😀.png"),
        ("../../etc/passwd", "etc-passwd"),
        ("..", "file"),
        (".", "file"),
        ("", "file"),
        ("   ", "file"),
        ("/", "file"),
        ("/etc/passwd", "etc-passwd"),
        ("..\\..\\boot.ini", "boot.ini"),
        ("C:\\boot.ini", "C--boot.ini"),
        (".htaccess", "htaccess"),
        ("name. ", "name"),
        ("name.txt...", "name.txt"),
        ('a<b>c:d"e|f?g*h.txt', "a-b-c-d-e-f-g-h.txt"),
        ("CON", "_CON"),
        ("con.txt", "_con.txt"),
        ("Aux .tar.gz", "_Aux .tar.gz"),
        ("COM1.jpg", "_COM1.jpg"),
        ("lpt².jpg", "_lpt².jpg"),
        ("CONSUL.jpg", "CONSUL.jpg"),
        ("a\x00b\x1f\x7fc.txt", "ab c.txt"),
        ("line\r\nbreak\tand\u2028more.txt", "line break and more.txt"),
        ("invoice\u202egpj.exe", "invoicegpj.exe"),
        ("zero\u200bwidth\ufeff.txt", "zerowidth.txt"),
        ("half\ud800.txt", "half.txt"),
        ("credits.txt", "credits (2).txt"),
        ("Credits.TXT", "Credits (2).TXT"),
        ("a" * 300 + ".jpg", "a" * 160 + ".jpg"),
        ("å" * 300 + ".jpeg", "å" * 80 + ".jpeg"),
        ("å" + "日" * 300, "å" + "日" * 52),
        ("a." + "b" * 300, ("a." + "b" * 300)[:160]),
    ],
)
def test_a_name_is_safe_on_every_system(name: str, stored: str) -> None:
    assert archive_names([name]) == [stored]
    kit = make_kit(kit_file(name))
    with zipfile.ZipFile(io.BytesIO(whole(kit))) as archive:
        assert archive.namelist() == ["credits.txt", stored]
    assert len(stored.encode()) <= 180


def test_names_are_unique_where_case_does_not_count() -> None:
    assert archive_names(["a.jpg", "A.jpg", "a.JPG", "a (2).jpg", "b/c.jpg", "b-c.jpg", "ÅÄÖ", "åäö"]) == [
        "a.jpg",
        "A (2).jpg",
        "a (3).JPG",
        "a (2) (2).jpg",
        "b-c.jpg",
        "b-c (2).jpg",
        "ÅÄÖ",
        "åäö (2)",
    ]


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


def test_dates_that_the_format_cannot_hold_become_the_nearest() -> None:
    early = replace(kit_file("a.txt"), modified=datetime(1970, 1, 1, tzinfo=UTC))
    late = replace(kit_file("b.txt"), modified=datetime(2200, 1, 1, tzinfo=UTC))
    with zipfile.ZipFile(io.BytesIO(whole(make_kit(early, late)))) as archive:
        assert archive.getinfo("a.txt").date_time == (1980, 1, 1, 0, 0, 0)
        assert archive.getinfo("b.txt").date_time == (2107, 12, 31, 23, 59, 58)
