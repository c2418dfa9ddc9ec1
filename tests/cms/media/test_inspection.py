"""What an upload is, is told by its content; what is not taken is refused in words, soon and in little memory."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from django.utils import translation

from cms.media.content import WEBM, Unknown, recognise
from cms.media.document import AssetType
from cms.media.inspection import RefusedFile, clean_name, inspect

TRUE_TYPES = {
    "animated-loop-3.webp": "image/webp",
    "apng_delay.png": "image/png",
    "bbb_480p.mp4": "video/mp4",
    "bbb_480p.webm": "video/webm",
    "bbb_audio.mp3": "audio/mpeg",
    "chart-growing-as-engineer.svg": "image/svg+xml",
    "concert.jpg": "image/jpeg",
    "duplicate_xref_entry.pdf": "application/pdf",
    "hopper.heif": "image/heic",
    "manifest.csv": "text/csv",
    "rotating-squares.gif": "image/gif",
    "sunrise.avif": "image/avif",
    "Ålandshav – våren (högupplöst) №2.jpg": "image/jpeg",
}
REFUSED = {
    "bbb_truncated.mp4": "is cut off",
    "bomb_30000x30000.png": "30000 × 30000 pixels",
    "decompression_bomb.gif": "65535 × 66601 pixels",
    "empty.jpg": "is empty",
    "jpeg_with_php_comment.jpg": r"program hidden in it \(<\?php\)",
    "html_named.jpg": r"web page \(HTML\)",
    "pd_truncated.jpg": "damaged or cut off",
    "pdf_with_javascript.pdf": "contains a script",
    "xss_script.svg": "“onload”",
    "xxe_laughs.svg": "declares entities",
}
MEASURE = """
import json, os, resource, sys
from pathlib import Path
import django
django.setup()
from cms.media.inspection import RefusedFile, inspect
def seconds():
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)
before, answers = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, []
for name in sys.argv[1:]:
    started = seconds()
    try:
        answer = inspect(Path(name), name).content_type
    except RefusedFile as refusal:
        answer = "refused"
    answers.append([answer, seconds() - started])
grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
print(json.dumps({"answers": answers, "grown": grown, "child": resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss}))
"""


def written(folder: Path, content: bytes) -> Path:
    path = folder / "upload"
    path.write_bytes(content)
    return path


def measured(*paths: Path) -> dict[str, Any]:
    """Answers and processor seconds of inspecting in a process of its own, and KiB that it grew by and that its largest child had."""
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "cms.project.settings.test",
        "PYTHONPATH": os.getcwd(),
    }
    run = subprocess.run(
        [sys.executable, "-c", MEASURE, *map(str, paths)], env=environment, capture_output=True, check=True
    )
    result: dict[str, Any] = json.loads(run.stdout)
    return result


@pytest.mark.parametrize(
    ("content", "content_type", "extension"),
    [
        ("Hej från Östersund.\nRad två, med komma.\n".encode(), "text/plain", ".txt"),
        ("Räksmörgås i Windows".encode("cp1252"), "text/plain", ".txt"),
        ("Räksmörgås".encode("utf-16"), "text/plain", ".txt"),
        (b"x < y and <b>bold</b>", "text/plain", ".txt"),
        (("å" * 40_000).encode(), "text/plain", ".txt"),
        ("namn;ort\nÅsa;Åre\nBo;Mora\n".encode(), "text/csv", ".csv"),
        (b'a,"b, c"\n1,"2\n3"\n', "text/csv", ".csv"),
        (b"{\\rtf1\\ansi Hej}", "application/rtf", ".rtf"),
    ],
)
def test_texts_are_taken(tmp_path: Path, content: bytes, content_type: str, extension: str) -> None:
    found = inspect(written(tmp_path, content), "photo.jpg")
    assert (found.type, found.content_type, found.extension, found.name, found.size, found.details) == (
        AssetType.DOCUMENT,
        content_type,
        extension,
        "photo.jpg",
        len(content),
        None,
    )


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"", r"is empty \(0 bytes\)"),
        (b"<!DOCTYPE html><p>x", r"web page \(HTML\)"),
        (b"\n  <HTML>", r"web page \(HTML\)"),
        (b"\xef\xbb\xbf<script>x</script>", r"web page \(HTML\)"),
        ("<html>".encode("utf-16"), r"web page \(HTML\)"),
        (b"<!-- <svg --><html xmlns='x'>", r"web page \(HTML\)|XML"),
        (b"<?xml version='1.0'?><rss/>", "is: XML"),
        (b"<?php system($_GET[0]);", "program or script"),
        (b"Hello <?php system($_GET[0]);", "program or script"),
        (b"Hello <SCRIPT>alert(1)</script>", "program or script"),
        (b"#!/bin/sh\nrm -rf /\n", "program or script"),
        (b"#EXTM3U\nfile:/etc/passwd\n", "playlist"),
        (b"MZ" + bytes(200), "Windows Executable"),
        (b"\x7fELF\x02\x01\x01" + bytes(100), "ELF executable"),
        (b"Rar!\x1a\x07\x01\0" + bytes(20), "RAR"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "Microsoft Office"),
        (b"\0\0\0\x14ftyp3gp4" + bytes(20), "MP4 of the kind “3gp4”"),
        (b"\x1aE\xdf\xa3\x93\x42\x82\x88matroska", "Matroska"),
        (b"II*\0\x10\0\0\0CR\2\0" + bytes(50), "camera raw"),
        (b"\1\2\3\4\0\0\xff", "Nobody can tell"),
        (b"Hej" * 30_000 + b"\0\1\2", "begins as text and goes on"),
        (
            b"{\\rtf1" + b" " * 70_000 + b"{\\object{\\*\\objdata 01}}}",
            r"embedded object or a template \(\\objdata\)",
        ),
        (b"{\\rtf1{\\*\\template http://evil.example/x}}", "embedded object or a template"),
        (b"%PDF-1.7\n", "damaged"),
        (b"<html>%PDF-1.7", r"web page \(HTML\)"),
    ],
)
def test_other_files_are_refused_by_what_they_are(tmp_path: Path, content: bytes, found: str) -> None:
    with pytest.raises(RefusedFile, match=found) as raised:
        inspect(written(tmp_path, content), "report.pdf")
    assert (raised.value.field, raised.value.code) == ("file", "INVALID_INPUT")


def test_the_refusal_says_what_is_accepted(tmp_path: Path) -> None:
    with pytest.raises(RefusedFile) as raised:
        inspect(written(tmp_path, b"<html>"), "a.jpg")
    assert raised.value.message == (
        "By its content this file is: web page (HTML). That is not accepted. Accepted are: JPEG, PNG, WebP, GIF, AVIF, "
        "HEIC, TIFF, SVG; MP4, MOV, M4V, WebM; MP3, M4A, AAC, WAV, OGG, Opus, FLAC; PDF, Word, Excel, PowerPoint, "
        "OpenDocument, EPUB, RTF, TXT, CSV, ZIP."
    )


def test_limits_are_those_of_the_type(tmp_path: Path, settings: Any) -> None:
    path = written(tmp_path, b"Hej" * 1000)
    settings.NEWSROOM = {"UPLOAD_LIMITS": {"DOCUMENT": 2999}}
    with pytest.raises(RefusedFile) as raised:
        inspect(path, "a.txt")
    assert raised.value.message.replace("\xa0", " ") == (
        "This document has 2.9 KB; documents may have 2.9 KB. Divide it, or make it smaller."
    )
    settings.NEWSROOM = {"UPLOAD_LIMITS": {"DOCUMENT": 3000, "IMAGE": 1}}
    assert inspect(path, "a.txt").size == 3000


@pytest.mark.parametrize(
    ("filename", "name"),
    [
        ("Ålandshav – våren (högupplöst) №2.jpg", "Ålandshav – våren (högupplöst) №2.jpg"),
        ("A\u030al.jpg", "Ål.jpg"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\asa\\bild.jpg", "bild.jpg"),
        ("a\0b\r\n\x1b[1mc.jpg", "ab[1mc.jpg"),
        ("invoice\u202egpj.exe", "invoicegpj.exe"),
        ('a<b>"c|d?*.txt', "a_b__c_d__.txt"),
        ("  .htaccess", "htaccess"),
        ("...", "file"),
        ("", "file"),
        ("folder/", "file"),
        ("می‌خواهم.pdf", "می‌خواهم.pdf"),
        ("x" * 300 + ".jpg", "x" * 196 + ".jpg"),
        ("å" * 300 + ".jpg", "å" * 98 + ".jpg"),
        ("a." + "x" * 300, "a." + "x" * 198),
    ],
)
def test_names_are_made_safe_and_stay_readable(filename: str, name: str) -> None:
    assert clean_name(filename) == name
    assert clean_name(name) == name


@pytest.mark.parametrize("octets", range(1, 9))
def test_webm_is_known_however_its_sizes_are_written(tmp_path: Path, octets: int) -> None:
    def head(doctype: bytes) -> bytes:
        size = (len(doctype) | 1 << 7 * octets).to_bytes(octets, "big")
        return b"\x1a\x45\xdf\xa3\x93\x42\x82" + size + doctype

    assert recognise(written(tmp_path, head(b"webm"))) is WEBM
    assert recognise(written(tmp_path, head(b"matroska"))) == Unknown("Matroska video (MKV)")


def test_no_text_makes_recognition_slow(tmp_path: Path) -> None:
    started = time.process_time()
    for start in (b"<!---->" * 9000, b"<!DOCTYPE a>" * 5000, b" " * 65_000, b"a,\n" * 20_000, b'"' * 65_000):
        recognise(written(tmp_path, start + b"<"))
    assert time.process_time() - started < 2
    assert recognise(written(tmp_path, b"<!---->" * 9000 + b"<x")) == Unknown("XML")


def test_every_real_file_is_what_it_is(shared_data: Path) -> None:
    for name, content_type in TRUE_TYPES.items():
        found = inspect(shared_data / "media" / name, name)
        assert (name, found.content_type, found.name) == (name, content_type, name)


@pytest.mark.parametrize(("name", "found"), REFUSED.items())
def test_hostile_and_broken_real_files_are_refused(shared_data: Path, name: str, found: str) -> None:
    with pytest.raises(RefusedFile, match=found):
        inspect(shared_data / "media" / name, name)


@pytest.mark.slow
def test_hostile_files_cost_little(shared_data: Path, tmp_path: Path) -> None:
    svg = tmp_path / "many.svg"
    svg.write_bytes(b'<svg xmlns="http://www.w3.org/2000/svg">' + b"<g/>" * 2_000_000 + b"</svg>")
    pdf = tmp_path / "many.pdf"
    objects = b"".join(b"%d 0 obj<</JS[1 2 3 %d 0 R]>>endobj\n" % (i, i + 1) for i in range(2, 500_000))
    pdf.write_bytes(
        b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n" + objects + b"trailer<</Root 1 0 R>>\n%%EOF\n"
    )
    result = measured(*(shared_data / "media" / name for name in REFUSED), svg, pdf)
    assert [answer for answer, _seconds in result["answers"]] == ["refused"] * (len(REFUSED) + 2)
    # Of the processor's time, since other work on the machine is not the file's fault; a child may take 2 s.
    assert max(seconds for _answer, seconds in result["answers"]) < 3
    assert result["child"] < 300 * 1024
    assert result["grown"] < 100 * 1024


@pytest.mark.slow
def test_a_film_of_5_gb_is_inspected_at_once(shared_data: Path, tmp_path: Path) -> None:
    """A film whose pictures take 5 GB (a hole in the file system) before the index, as cameras write it."""
    small = (shared_data / "media" / "bbb_480p.mp4").read_bytes()
    index = small.index(b"moov") - 4
    length = int.from_bytes(small[index : index + 4], "big")
    path = tmp_path / "large.mp4"
    padding = 4_900_000_000
    with path.open("wb") as file:
        file.write(small[:index] + (1).to_bytes(4, "big") + b"free" + padding.to_bytes(8, "big"))
        file.seek(index + padding)
        file.write(small[index : index + length] + small[index + length :])
    result = measured(path)
    ((answer, seconds),) = result["answers"]
    assert answer == "video/mp4"
    assert seconds < 2
    assert result["grown"] < 32 * 1024


def test_what_a_file_seems_to_be_is_told_in_swedish(tmp_path: Path) -> None:
    path = tmp_path / "page.jpg"
    path.write_text("<!doctype html><title>x</title>")
    with translation.override("sv"), pytest.raises(RefusedFile, match=r"är filen: en webbsida \(HTML\)"):
        inspect(path, "page.jpg")
