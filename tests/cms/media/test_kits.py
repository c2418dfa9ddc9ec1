"""Kits are archives that every reader takes, known to the byte before a file is read."""

from __future__ import annotations

import hashlib
import io
import shutil
import subprocess
import zipfile
import zlib
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.utils import translation

from cms.media import kits
from cms.media.kits import archive_names
from cms.media.zips import Entry, Zip
from tests.cms.media.packing import MODIFIED, Source, kit_file, make_kit, small_kit, whole


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


def test_dates_that_the_format_cannot_hold_become_the_nearest() -> None:
    early = replace(kit_file("a.txt"), modified=datetime(1970, 1, 1, tzinfo=UTC))
    late = replace(kit_file("b.txt"), modified=datetime(2200, 1, 1, tzinfo=UTC))
    with zipfile.ZipFile(io.BytesIO(whole(make_kit(early, late)))) as archive:
        assert archive.getinfo("a.txt").date_time == (1980, 1, 1, 0, 0, 0)
        assert archive.getinfo("b.txt").date_time == (2107, 12, 31, 23, 59, 58)
