"""Pictures for the public: what is refused, and what is made of each kind of image."""

from __future__ import annotations

import struct
import subprocess
import sys
import zlib
from pathlib import Path
from typing import Any

import pillow_heif
import pytest
import pyvips
from PIL import Image, PngImagePlugin

from cms.errors import InvalidInput
from cms.media.metadata import PublicTexts, read_metadata
from cms.media.pictures import (
    Job,
    Looked,
    Made,
    RefusedImage,
    Size,
    look,
    make_many,
    make_original,
    make_size,
    original_content_type,
)

MILLION = 1_000_000
TEXTS = PublicTexts(
    title="Pressträff",
    caption="Två åhörare",
    alt="Två personer",
    credit="Bildarkivet/Åsa Öberg",
    copyright_holder="© Norrvind AB",
    usage_terms="Fri användning",
    license_url="https://example.org/villkor",
    digital_source_type="trainedAlgorithmicMedia",
)
OFFERED = [
    ("title", "Pressträff"),
    ("caption", "Två åhörare"),
    ("alt", "Två personer"),
    ("credit", "Bildarkivet/Åsa Öberg"),
    ("copyright_holder", "© Norrvind AB"),
    ("usage_terms", "Fri användning"),
    ("license_url", "https://example.org/villkor"),
    ("digital_source_type", "trainedAlgorithmicMedia"),
]
SECRETS = (b"SERIAL-4711", b"Owner Ownersson", b"<?php", b"59.3293", b"MakerSecret")
TYPES = {
    "jpg": "image/jpeg",
    "webp": "image/webp",
    "avif": "image/avif",
    "png": "image/png",
    "gif": "image/gif",
}
CORNERS = {"red": (0.1, 0.1), "lime": (0.9, 0.1), "blue": (0.1, 0.9), "yellow": (0.9, 0.9)}
COLOURS = {"red": (255, 0, 0), "lime": (0, 255, 0), "blue": (0, 0, 255), "yellow": (255, 255, 0)}


def four_corners(width: int = 320, height: int = 240) -> Image.Image:
    """Red, lime, blue and yellow quarters, from the top left, row by row."""
    image = Image.new("RGB", (width, height))
    for name, (x, y) in CORNERS.items():
        quarter = (int(x > 0.5) * width // 2, int(y > 0.5) * height // 2)
        image.paste(COLOURS[name], (*quarter, quarter[0] + width // 2, quarter[1] + height // 2))
    return image


def colour_at(path: Path, x: float, y: float, frame: int = 0) -> Any:
    with Image.open(path) as image:
        image.seek(frame)
        return image.convert("RGB").getpixel((int(x * image.width), int(y * image.height)))


def near(found: Any, wanted: tuple[int, ...], tolerance: int = 12) -> bool:
    return all(abs(one - other) <= tolerance for one, other in zip(found, wanted, strict=True))


def corners_are_upright(path: Path, tolerance: int = 12) -> bool:
    return all(near(colour_at(path, *CORNERS[name]), COLOURS[name], tolerance) for name in CORNERS)


def private_exif() -> Image.Exif:
    exif = Image.Exif()
    exif[0x010F] = "MakerSecret"
    exif.get_ifd(0x8769).update({0xA431: "SERIAL-4711", 0xA430: "Owner Ownersson", 0x927C: b"MakerSecret"})
    exif.get_ifd(0x8825).update({1: "N", 2: (59.0, 19.0, 45.0), 18: "59.3293"})
    return exif


def frames() -> list[Image.Image]:
    return [Image.new("RGBA", (64, 48), name) for name in ("red", "lime", "blue")]


@pytest.fixture
def images(tmp_path: Path) -> dict[str, Path]:
    """One image of every format that is taken, all with the four corners, and private metadata where it can be."""
    paths = {}
    exif = private_exif()
    formats: dict[str, dict[str, Any]] = {
        "jpg": {"exif": exif, "comment": b"<?php system('id') ?>", "quality": 95},
        "webp": {"exif": exif, "quality": 95},
        "avif": {"exif": exif, "quality": 90},
        "tiff": {"compression": "tiff_lzw"},
        "gif": {"comment": b"<?php 1 ?>"},
    }
    for suffix, options in formats.items():
        paths[suffix] = tmp_path / f"Ålandshav – våren №2 [1].{suffix}"
        four_corners().save(paths[suffix], **options)
    texts = PngImagePlugin.PngInfo()
    texts.add_text("Comment", "<?php 1 ?>")
    paths["png"] = tmp_path / "a.png"
    four_corners().save(paths["png"], exif=exif, pnginfo=texts)
    return paths


def no_secrets(path: Path) -> bool:
    return not [secret for secret in SECRETS if secret in path.read_bytes()]


def offered(path: Path) -> list[tuple[str, Any]]:
    return [(offer.field, offer.value) for offer in read_metadata(path).offers()]


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


@pytest.mark.parametrize(
    ("spec", "source", "focal", "made"),
    [
        ("max-1280x1280", (4000, 3000), None, (0, 0, 4000, 3000, 1280, 960)),
        ("max-640x640", (300, 200), None, (0, 0, 300, 200, 300, 200)),
        ("width-800", (1600, 10), None, (0, 0, 1600, 10, 800, 5)),
        ("height-600", (400, 1200), None, (0, 0, 400, 1200, 200, 600)),
        ("original", (400, 1200), None, (0, 0, 400, 1200, 400, 1200)),
        ("fill-320x240", (4000, 2000), None, (2000 - 4000 / 3, 0, 8000 / 3, 2000, 320, 240)),
        ("fill-320x240", (4000, 2000), (0.0, 0.5), (0, 0, 8000 / 3, 2000, 320, 240)),
        ("fill-100x100", (400, 300), (0.6, 0.1), (90, 0, 300, 300, 100, 100)),
        ("fill-1080x1920", (540, 540), (1.0, 0.5), (540 - 303.75, 0, 303.75, 540, 304, 540)),
        ("max-10x10", (10_000, 1), None, (0, 0, 10_000, 1, 10, 1)),
    ],
)
def test_sizes(spec: str, source: tuple[int, int], focal: Any, made: tuple[float, ...]) -> None:
    assert tuple(Size.parse(spec).box(*source, focal)) == pytest.approx(made)


@pytest.mark.parametrize(
    "spec", ["", "max-0x10", "fill-10", "max-99999x1", "min-10x10", "fill-10x10|jpegquality-5"]
)
def test_a_size_in_another_form_is_refused(spec: str) -> None:
    with pytest.raises(InvalidInput, match="is no image size"):
        Size.parse(spec)


@pytest.mark.parametrize("source", ["jpg", "png", "webp", "avif", "tiff", "gif"])
def test_every_format_into_every_format(images: dict[str, Path], tmp_path: Path, source: str) -> None:
    jobs = [Job(f"Små [2].{suffix}", Size.parse("max-160x160"), TYPES[suffix]) for suffix in TYPES]

    made = make_many(images[source], tmp_path, jobs, focal=None, texts=TEXTS, animated=True)

    assert made == {f"Små [2].{suffix}": Made(160, 120, TYPES[suffix]) for suffix in TYPES}
    for suffix in TYPES:
        path = tmp_path / f"Små [2].{suffix}"
        assert look(path, max_pixels=MILLION).width == 160
        assert corners_are_upright(path, tolerance=30)
        assert no_secrets(path)
        assert offered(path) == OFFERED
        with Image.open(path) as picture:
            assert 0x8825 not in picture.getexif()
    assert not list(tmp_path.glob("*.bare"))


@pytest.mark.parametrize("source", ["jpg", "png", "webp", "avif", "tiff", "gif"])
def test_the_original_keeps_its_size_and_loses_what_is_private(
    images: dict[str, Path], tmp_path: Path, source: str
) -> None:
    content_type = TYPES.get({"avif": "jpg", "tiff": "jpg"}.get(source, source), "")
    target = tmp_path / "original"

    made = make_original(images[source], target, TEXTS)

    looked = look(target, max_pixels=MILLION)
    assert made == Made(320, 240, content_type)
    assert (looked.content_type, looked.width, looked.height) == (content_type, 320, 240)
    assert original_content_type(look(images[source], max_pixels=MILLION)) == content_type
    assert corners_are_upright(target)
    assert no_secrets(target)
    assert offered(target) == OFFERED


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("suffix", ["jpg", "webp", "png"])
def test_every_orientation_comes_out_upright(tmp_path: Path, orientation: int, suffix: str) -> None:
    turns = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    stored = four_corners().transpose(turns[orientation]) if orientation in turns else four_corners()
    exif = Image.Exif()
    exif[0x0112] = orientation
    source, target = tmp_path / f"a.{suffix}", tmp_path / "b.jpg"
    stored.save(source, exif=exif)

    looked = look(source, max_pixels=MILLION)
    made = make_size(
        source,
        target,
        Size.parse("max-160x160"),
        content_type="image/jpeg",
        focal=None,
        texts=TEXTS,
        animated=False,
    )
    make_original(source, tmp_path / "original", TEXTS)

    assert (looked.width, looked.height, made.width, made.height) == (320, 240, 160, 120)
    assert corners_are_upright(target)
    assert corners_are_upright(tmp_path / "original")


def test_the_crop_follows_the_focal_point(images: dict[str, Path], tmp_path: Path) -> None:
    for x, y, colour in ((0.0, 0.0, "red"), (1.0, 1.0, "yellow")):
        make_size(
            images["png"],
            tmp_path / "b.png",
            Size.parse("fill-100x300"),
            content_type="image/png",
            focal=(x, y),
            texts=TEXTS,
            animated=False,
        )
        assert near(colour_at(tmp_path / "b.png", 0.5, 0.1 if y == 0 else 0.9), COLOURS[colour])


def made_png(source: Path, spec: str = "max-64x64") -> Path:
    target = source.with_name("made.png")
    make_size(
        source, target, Size.parse(spec), content_type="image/png", focal=None, texts=TEXTS, animated=False
    )
    return target


@pytest.mark.parametrize(
    ("ink", "shown"),
    [((0, 0, 0, 0), (255, 255, 255)), ((0, 255, 255, 0), (237, 28, 36)), ((255, 0, 0, 0), (0, 174, 239))],
)
def test_cmyk_is_shown_in_its_colours(tmp_path: Path, ink: tuple[int, ...], shown: tuple[int, ...]) -> None:
    Image.new("CMYK", (64, 64), ink).save(tmp_path / "a.jpg", quality=95)  # Pillow inverts it, as Adobe does

    assert near(colour_at(made_png(tmp_path / "a.jpg"), 0.5, 0.5), shown, tolerance=20)


def test_sixteen_bits_become_eight(tmp_path: Path) -> None:
    image = pyvips.Image.black(64, 64, bands=3).linear(1, [65535, 32896, 0])
    image.cast("ushort").copy(interpretation="rgb16").pngsave(str(tmp_path / "a.png"))

    made = made_png(tmp_path / "a.png")

    assert near(colour_at(made, 0.5, 0.5), (255, 128, 0), tolerance=1)
    assert made.read_bytes()[24] == 8  # bit depth


def test_wide_gamut_becomes_srgb(tmp_path: Path) -> None:
    srgb = (
        pyvips.Image.black(64, 64, bands=3).linear(1, [230, 60, 50]).cast("uchar").copy(interpretation="srgb")
    )
    srgb.icc_transform("p3", input_profile="srgb").pngsave(str(tmp_path / "a.png"), keep="icc")
    assert not near(colour_at(tmp_path / "a.png", 0.5, 0.5), (230, 60, 50), tolerance=5)

    assert near(colour_at(made_png(tmp_path / "a.png"), 0.5, 0.5), (230, 60, 50), tolerance=2)
    make_original(tmp_path / "a.png", tmp_path / "original", TEXTS)
    assert near(colour_at(tmp_path / "original", 0.5, 0.5), (230, 60, 50), tolerance=2)
    assert make_original(Path(tmp_path / "original"), tmp_path / "again", TEXTS).width == 64


@pytest.mark.parametrize("suffix", ["jpg", "png"])
def test_gray_stays_gray(tmp_path: Path, suffix: str) -> None:
    Image.new("L", (64, 64), 100).save(tmp_path / f"a.{suffix}", quality=95)

    make_original(tmp_path / f"a.{suffix}", tmp_path / "original", TEXTS)

    with Image.open(tmp_path / "original") as picture:
        assert (picture.mode, picture.getpixel((5, 5))) == ("L", 100)


@pytest.mark.parametrize(
    ("suffix", "wanted"), [("png", (0, 0, 0, 0)), ("webp", (0, 0, 0, 0)), ("jpg", (255, 255, 255))]
)
def test_what_is_transparent_stays_so_or_becomes_white(
    tmp_path: Path, suffix: str, wanted: tuple[int, ...]
) -> None:
    image = Image.new("RGBA", (64, 64), (255, 0, 0, 255))
    image.paste((0, 0, 0, 0), (32, 0, 64, 64))
    image.save(tmp_path / "a.png")
    target = tmp_path / f"b.{suffix}"

    make_size(
        tmp_path / "a.png",
        target,
        Size.parse("max-64x64"),
        content_type=TYPES[suffix],
        focal=None,
        texts=TEXTS,
        animated=False,
    )

    with Image.open(target) as picture:
        alpha: Any = picture.getpixel((60, 32))
        assert alpha[3] == 0 if len(wanted) == 4 else near(alpha, wanted, 3)
        assert near(picture.convert("RGB").getpixel((8, 32)), (255, 0, 0))


@pytest.mark.parametrize("source", ["gif", "webp", "png"])
@pytest.mark.parametrize("spec", ["max-32x32", "fill-24x24"])
def test_animations_stay_so_or_stand_still(tmp_path: Path, source: str, spec: str) -> None:
    path = tmp_path / f"a.{source}"
    first, *others = frames()
    first.save(path, save_all=True, append_images=others, duration=120, loop=2)
    size = Size.parse(spec)
    jobs = [Job(f"b.{suffix}", size, TYPES[suffix]) for suffix in ("webp", "gif", "jpg")]

    made = make_many(path, tmp_path, jobs, focal=None, texts=TEXTS, animated=True)
    still = make_size(
        path, tmp_path / "c.webp", size, content_type="image/webp", focal=None, texts=TEXTS, animated=False
    )

    assert {(one.width, one.height) for one in (*made.values(), still)} == {
        (32, 24) if spec == "max-32x32" else (24, 24)
    }
    for name, count in (("b.webp", 3), ("b.gif", 3), ("b.jpg", 1), ("c.webp", 1)):
        assert look(tmp_path / name, max_pixels=MILLION).frames == count
        assert offered(tmp_path / name) == OFFERED
    for number, wanted in enumerate(((255, 0, 0), (0, 255, 0), (0, 0, 255))):
        assert near(colour_at(tmp_path / "b.webp", 0.5, 0.5, number), wanted)
        assert near(colour_at(tmp_path / "b.gif", 0.5, 0.5, number), wanted)
    assert pyvips.Image.gifload(str(tmp_path / "b.gif"), n=-1).get("delay") == [120, 120, 120]


@pytest.mark.parametrize("suffix", ["gif", "png", "webp"])
def test_the_original_of_an_animation_keeps_its_frames(tmp_path: Path, suffix: str) -> None:
    path, target = tmp_path / f"a.{suffix}", tmp_path / "original"
    first, *others = frames()
    first.save(path, save_all=True, append_images=others, duration=120)

    assert make_original(path, target, TEXTS) == Made(64, 48, TYPES[suffix])

    assert look(target, max_pixels=MILLION).frames == 3
    assert near(colour_at(target, 0.5, 0.5, 2), (0, 0, 255))
    assert offered(target) == OFFERED


def test_heic_is_read_by_the_other_library(tmp_path: Path) -> None:
    path = tmp_path / "a.heic"
    try:
        pillow_heif.from_pillow(four_corners()).save(path, quality=90)
    except (RuntimeError, OSError) as error:
        pytest.skip(f"pillow-heif cannot write HEIC here: {error}")

    assert look(path, max_pixels=MILLION) == Looked("heic", "image/heic", 320, 240, 1, has_alpha=False)
    assert make_original(path, tmp_path / "original", TEXTS) == Made(320, 240, "image/jpeg")
    assert corners_are_upright(tmp_path / "original", tolerance=25)
    assert corners_are_upright(made_png(path, "max-160x160"), tolerance=25)


def test_a_content_type_that_is_not_written_is_refused(images: dict[str, Path], tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match="Images are not written as image/bmp"):
        make_size(
            images["jpg"],
            tmp_path / "b.bmp",
            Size.parse("width-10"),
            content_type="image/bmp",
            focal=None,
            texts=TEXTS,
            animated=False,
        )
    assert not (tmp_path / "b.bmp").exists()


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
        cwd=Path(__file__).resolve().parents[3],
        timeout=60,
    )

    message, figures = done.stdout.strip().split("\n")
    seconds, megabytes = map(float, figures.split())
    assert HOSTILE[name] in message
    assert seconds < 2
    assert megabytes < 300


REAL = {
    "Landscape_3.jpg": ("jpeg", 1800, 1200, 1),
    "Landscape_6.jpg": ("jpeg", 1800, 1200, 1),
    "Portrait_5.jpg": ("jpeg", 1200, 1800, 1),
    "Portrait_8.jpg": ("jpeg", 1200, 1800, 1),
    "pil_sample_cmyk.jpg": ("jpeg", 100, 100, 1),
    "hopper.heif": ("heic", 128, 128, 1),
    "apng_delay.png": ("png", 128, 64, 4),
    "rotating-squares.gif": ("gif", 80, 80, 30),
    "animated-loop-3.webp": ("webp", 370, 285, 10),
    "tbgn2c16.png": ("png", 32, 32, 1),
    "sunrise.avif": ("avif", 1024, 640, 1),
    "pd_gps_private.jpg": ("jpeg", 800, 401, 1),
    "pd_thumbnail_leak.jpg": ("jpeg", 500, 358, 1),
    "jpeg_with_php_comment.jpg": ("jpeg", 200, 143, 1),
    "pd_gray_progressive.jpg": ("jpeg", 996, 761, 1),
    "hopper_bad_exif.jpg": ("jpeg", 500, 500, 1),
    "crash01.jpg": ("jpeg", 100, 66, 1),
    "custom-folk.png": ("png", 1718, 2342, 1),
    "chart-growing-as-engineer.svg": ("svg", 600, 371, 1),
    "Ålandshav – våren (högupplöst) №2.jpg": ("jpeg", 400, 306, 1),
}


@pytest.mark.parametrize("name", REAL)
def test_real_files(shared_data: Path, tmp_path: Path, name: str) -> None:
    source = shared_data / "media" / name
    looked = look(source, max_pixels=100 * MILLION)
    assert (looked.format, looked.width, looked.height, looked.frames) == REAL[name]
    jobs = [Job(f"b.{suffix}", Size.parse("max-240x240"), TYPES[suffix]) for suffix in TYPES]

    make_many(source, tmp_path, jobs, focal=None, texts=TEXTS, animated=True)
    if looked.format != "svg":
        make_original(source, tmp_path / "original", TEXTS)

    for path in tmp_path.iterdir():
        assert offered(path) == OFFERED
        content = path.read_bytes()
        assert not [word for word in (b"<?php", b"123456789", b"TestCam", b"Test Owner") if word in content]
        with Image.open(path) as picture:
            assert not picture.getexif()


def test_real_animations_keep_their_frames(shared_data: Path, tmp_path: Path) -> None:
    make_original(shared_data / "media" / "rotating-squares.gif", tmp_path / "a", TEXTS)
    make_size(
        shared_data / "media" / "rotating-squares.gif",
        tmp_path / "b",
        Size.parse("max-40x40"),
        content_type="image/gif",
        focal=None,
        texts=TEXTS,
        animated=True,
    )

    assert look(tmp_path / "a", max_pixels=MILLION).frames == 30
    assert look(tmp_path / "b", max_pixels=MILLION).frames == 30
