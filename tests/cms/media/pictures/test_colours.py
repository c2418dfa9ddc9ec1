"""The colours of pictures for the public."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import pyvips
from PIL import Image

from cms.media.pictures import Size, make_original, make_size
from tests.cms.media.pictures.painting import TEXTS, TYPES, colour_at, made_png, near


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
