"""Pictures for the public: their sizes and formats, and what they say of themselves."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pillow_heif
import pytest
from PIL import Image

from cms.errors import InvalidInput
from cms.media.pictures import (
    Job,
    Looked,
    Made,
    Size,
    look,
    make_many,
    make_original,
    make_size,
    original_content_type,
)
from tests.cms.media.pictures.painting import (
    COLOURS,
    MILLION,
    OFFERED,
    TEXTS,
    TYPES,
    colour_at,
    corners_are_upright,
    four_corners,
    made_png,
    near,
    no_secrets,
    offered,
)


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
