"""What an image is: known by its content, or refused."""

from __future__ import annotations

import struct
import subprocess
import sys
import zlib
from pathlib import Path
from typing import Any

import pytest

from cms.errors import InvalidInput
from cms.media.pictures import Looked, Made, RefusedImage, Size, look, make_size
from tests.cms.media.pictures.painting import MILLION, TEXTS, four_corners, frames


@pytest.mark.parametrize("suffix", ["jpg", "png", "webp", "avif", "tiff", "gif"])
def test_an_image_is_known_by_its_content(images: dict[str, Path], suffix: str) -> None:
    path = images[suffix].rename(images[suffix].with_suffix(".txt"))
    name = {"jpg": "jpeg"}.get(suffix, suffix)

    found = look(path, max_pixels=MILLION)

    assert found == Looked(name, f"image/{name}", 320, 240, 1, has_alpha=False)


def test_an_svg_is_measured(tmp_path: Path) -> None:
    path = tmp_path / "a.svg"
    path.write_text(
        '<?xml version="1.0"?>\n<!-- a -->\n<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"/>'
    )

    assert look(path, max_pixels=MILLION) == Looked("svg", "image/svg+xml", 20, 10, 1, has_alpha=True)
    made = make_size(
        path,
        tmp_path / "a.png",
        Size.parse("max-640x640"),
        content_type="image/png",
        focal=None,
        texts=TEXTS,
        animated=False,
    )
    assert made == Made(640, 320, "image/png")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "The file is empty (0 bytes)"),
        (b"<!DOCTYPE html><html><script>alert(1)</script>", "is no image of a supported kind"),
        (b"%PDF-1.7", "is no image of a supported kind"),
        (b"<!-- --> " * 7000, "is no image of a supported kind"),
        (b"\xff\xd8\xff\xe0", "cannot be read to its end"),
        (b"GIF89a", "cannot be read to its end"),
        (b"\x89PNG\r\n\x1a\n", "cannot be read to its end"),
    ],
)
def test_what_is_no_image_is_refused(tmp_path: Path, content: bytes, words: str) -> None:
    path = tmp_path / "a.jpg"
    path.write_bytes(content)

    with pytest.raises(RefusedImage, match=words.replace("(", r"\(").replace(")", r"\)")) as refused:
        look(path, max_pixels=MILLION)
    assert (refused.value.field, isinstance(refused.value, InvalidInput)) == ("file", True)


@pytest.mark.parametrize("suffix", ["jpg", "png", "webp", "avif", "gif"])
def test_a_file_that_is_cut_is_refused(images: dict[str, Path], suffix: str) -> None:
    content = images[suffix].read_bytes()
    images[suffix].write_bytes(content[: len(content) * 2 // 3])

    with pytest.raises(RefusedImage, match="cannot be read to its end"):
        look(images[suffix], max_pixels=MILLION)


@pytest.mark.parametrize(
    ("suffix", "options"), [("jpg", {"progressive": True}), ("webp", {}), ("avif", {}), ("gif", {})]
)
def test_a_cut_file_too_large_to_decode_for_that_is_refused_by_its_structure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str, options: dict[str, Any]
) -> None:
    monkeypatch.setattr("cms.media.pictures_open.VERIFY_MEMORY", 0)
    path = tmp_path / f"a.{suffix}"
    four_corners().save(path, **options)
    assert look(path, max_pixels=MILLION).width == 320

    path.write_bytes(path.read_bytes()[:-20])

    with pytest.raises(RefusedImage, match="cannot be read to its end"):
        look(path, max_pixels=MILLION)


def test_more_pixels_than_allowed_are_refused(images: dict[str, Path]) -> None:
    assert look(images["jpg"], max_pixels=320 * 240).width == 320
    with pytest.raises(RefusedImage, match=r"The image has 320 × 240 pixels; at most 0\.1 million are taken"):
        look(images["jpg"], max_pixels=320 * 240 - 1)


@pytest.mark.parametrize("suffix", ["gif", "webp", "png"])
def test_the_pixels_of_all_frames_count(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a.{suffix}"
    first, *others = frames()
    first.save(path, save_all=True, append_images=others, duration=100)

    assert look(path, max_pixels=64 * 48 * 3).frames == 3
    with pytest.raises(RefusedImage, match="The image has 3 frames of 64 × 48 pixels"):
        look(path, max_pixels=64 * 48 * 3 - 1)


def test_a_png_bomb_is_refused_by_its_header(tmp_path: Path) -> None:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">L", len(data)) + kind + data + struct.pack(">L", zlib.crc32(kind + data))

    path = tmp_path / "bomb.png"
    header = struct.pack(">LLBBBBB", 30_000, 30_000, 1, 0, 0, 0, 0)
    pixels = zlib.compress(bytes(3_751) * 30_000, 9)
    path.write_bytes(
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    )

    with pytest.raises(RefusedImage, match="The image has 30000 × 30000 pixels"):
        look(path, max_pixels=100 * MILLION)


HOSTILE = {
    "bomb_30000x30000.png": "30000 × 30000 pixels",
    "decompression_bomb.gif": "65535 × 66601 pixels",
    "pd_truncated.jpg": "cannot be read to its end",
    "huge_tag_exif.jpg": "cannot be read to its end",
    "html_named.jpg": "no image of a supported kind",
    "empty.jpg": "The file is empty",
    "pdf_with_javascript.pdf": "no image of a supported kind",
    "xxe_laughs.svg": "cannot be read to its end",
}
PROBE = """
import re, sys, time
from pathlib import Path
from django.conf import settings
settings.configure(USE_I18N=False)
from cms.media.pictures import RefusedImage, look
before = time.process_time()
try:
    look(Path(sys.argv[1]), max_pixels=100_000_000)
except RefusedImage as refused:
    print(refused.message)
seconds = time.process_time() - before
most = re.search(r"VmHWM:\\s+(\\d+) kB", Path("/proc/self/status").read_text())  # getrusage counts the parent in
print(seconds, int(most[1]) / 1024)
"""


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_are_refused_quickly_and_cheaply(shared_data: Path, name: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROBE, str(shared_data / "media" / name)],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).resolve().parents[4],
        timeout=60,
    )

    message, figures = done.stdout.strip().split("\n")
    seconds, megabytes = map(float, figures.split())
    assert HOSTILE[name] in message
    assert seconds < 2
    assert megabytes < 300
