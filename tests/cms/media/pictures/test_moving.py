"""Pictures that move."""

from __future__ import annotations

from pathlib import Path

import pytest
import pyvips

from cms.media.pictures import Job, Made, Size, look, make_many, make_original, make_size
from tests.cms.media.pictures.painting import MILLION, OFFERED, TEXTS, TYPES, colour_at, frames, near, offered


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
