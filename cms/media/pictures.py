"""Pictures for the public, made from uploaded images: named sizes, and the full size without private metadata.

No Django model lives here: functions take and give paths of local files. Every picture is upright, true sRGB (or gray),
and carries no metadata but `PublicTexts`. Memory follows the size that is made, not the size of the source, for every
format that can be read in a stream (not: HEIC, AVIF, still WebP, progressive JPEG, interlaced PNG).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import pyvips
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from cms.errors import InvalidInput
from cms.media.metadata import PublicTexts, public_xmp
from cms.media.metadata.gif import rewrite_gif
from cms.media.metadata.png import rewrite_png
from cms.media.pictures_open import (
    CONTENT_TYPES,
    SNIFFED,
    Header,
    RefusedImage,
    broken,
    open_upright,
    read_header,
    verify,
)
from cms.media.pictures_save import save_picture

__all__ = [
    "Job",
    "Looked",
    "Made",
    "RefusedImage",
    "Size",
    "look",
    "make_many",
    "make_original",
    "make_size",
    "original_content_type",
]

ANIMATED_TYPES = frozenset({"image/webp", "image/gif"})
DRAWING_SIDE = 2560
"""Pixels of the longer side that drawings (SVG) are taken to have at least: they have no size of their own."""

Focal = tuple[float, float] | None
"""The point to crop around: fractions of the upright width and height from the top left. None: the middle."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What an image file is. `width` and `height` are upright pixels; `frames` is 1 for a still."""

    format: str
    content_type: str
    width: int
    height: int
    frames: int
    has_alpha: bool


@dataclass(frozen=True, slots=True)
class Made:
    """A picture that was written."""

    width: int
    height: int
    content_type: str


class Box(NamedTuple):
    """The part of the source to take, in its upright pixels, and the size to bring it to."""

    left: float
    top: float
    across: float
    down: float
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Size:
    """A size such as `IMAGE_SIZES` names them: `max-1280x1280`, `fill-320x240`, `width-800`, `height-600`, `original`.

    Nothing is ever enlarged: `max`, `width` and `height` leave a smaller image as it is, and `fill` keeps the ratio.
    """

    mode: str
    width: int = 0
    height: int = 0

    @classmethod
    def parse(cls, spec: str) -> Size:
        """Raises InvalidInput for anything that is not one of the forms above, with sides of 1 to 16,000 pixels."""
        found = re.fullmatch(r"(max|fill)-(\d{1,5})x(\d{1,5})|(width|height)-(\d{1,5})|(original)", spec)
        sides = [int(side) for side in (found.group(2, 3, 5) if found else ()) if side is not None]
        if found is None or not all(1 <= side <= 16_000 for side in sides):
            raise InvalidInput(
                _(
                    "“%(spec)s” is no image size. Write max-1280x1280, fill-320x240, width-800, height-600 or original."
                )
                % {"spec": spec}
            )
        if found.group(1):
            return cls(found.group(1), *sides)
        return cls(found.group(4) or "original", *(sides if found.group(4) == "width" else [0, *sides]))

    def box(self, width: int, height: int, focal: Focal) -> Box:
        """What to take of an image of these pixels, and how large the result is."""
        if self.mode == "fill":
            return self._fill(width, height, focal or (0.5, 0.5))
        scale = min(
            1.0,
            self.width / width if self.width else 1.0,
            self.height / height if self.height else 1.0,
        )
        return Box(0, 0, width, height, max(1, round(width * scale)), max(1, round(height * scale)))

    def _fill(self, width: int, height: int, focal: tuple[float, float]) -> Box:
        ratio = self.width / self.height
        across, down = min(width, height * ratio), min(height, width / ratio)
        left = min(max(focal[0] * width - across / 2, 0), width - across)
        top = min(max(focal[1] * height - down / 2, 0), height - down)
        scale = min(1.0, self.width / across)
        return Box(left, top, across, down, max(1, round(across * scale)), max(1, round(down * scale)))


@dataclass(frozen=True, slots=True)
class Job:
    """One picture to make: its file name in the folder, its size and its content type."""

    name: str
    size: Size
    content_type: str


def look(path: Path, *, max_pixels: int) -> Looked:
    """What the image file is, by its content. It is decoded once, in a stream and reduced, to be sure that it is whole.

    Raises RefusedImage: empty, no image of a supported format, damaged or cut, or more than `max_pixels` pixels in all
    its frames together. An SVG is only measured: whether it is safe is judged elsewhere.
    """
    header = read_header(path)
    pixels = header.width * header.height * header.frames
    if pixels > max_pixels:
        raise RefusedImage(_too_many(header, max_pixels))
    if header.format != "svg":
        verify(path, header)
    return _looked(header)


def make_size(
    source: Path,
    target: Path,
    size: Size,
    *,
    content_type: str,
    focal: Focal,
    texts: PublicTexts,
    animated: bool,
) -> Made:
    """Writes the image in one size; `make_many` makes several at once. Raises RefusedImage where it is damaged."""
    jobs = [Job(target.name, size, content_type)]
    return make_many(source, target.parent, jobs, focal=focal, texts=texts, animated=animated)[target.name]


def make_many(
    source: Path, folder: Path, jobs: Sequence[Job], *, focal: Focal, texts: PublicTexts, animated: bool
) -> dict[str, Made]:
    """Writes all jobs into the folder, and says by file name what was made. The source is decoded once (for animations:
    once for all frames, once for the first), no larger than the largest job needs; each size is resized once for all formats.

    Animated images stay so in WebP and GIF when `animated`; else their first frame is taken.
    Raises RefusedImage where the source is damaged, InvalidInput for a content type that is not written.
    """
    header = read_header(source)
    made: dict[str, Made] = {}
    moving = [job for job in jobs if animated and header.frames > 1 and job.content_type in ANIMATED_TYPES]
    still = [job for job in jobs if job not in moving]
    try:
        for group, many in ((moving, True), (still, False)):
            if group:
                made |= _make_group(source, folder, group, header, focal, texts, animated=many)
    except pyvips.Error as error:
        raise broken() from error
    return made


def original_content_type(looked: Looked) -> str:
    """The content type that `make_original` writes for an image."""
    if looked.format in ("jpeg", "png", "webp", "gif"):
        return looked.content_type
    return "image/png" if looked.has_alpha else "image/jpeg"


def make_original(source: Path, target: Path, texts: PublicTexts) -> Made:
    """Writes the image in full size for downloading: upright, sRGB, without private metadata, with the texts.

    JPEG, PNG and WebP stay what they are; GIF and animated PNG keep their very frames; TIFF, HEIC and AVIF become JPEG,
    or PNG where they have alpha (`original_content_type` says which). Raises RefusedImage where the source is damaged.
    """
    header = read_header(source)
    content_type = original_content_type(_looked(header))
    try:
        if header.format == "gif":
            rewrite_gif(source, target, public_xmp(texts))
        elif header.format == "png" and header.frames > 1:
            rewrite_png(source, target, public_xmp(texts))
        else:
            animated = header.frames > 1
            image = open_upright(source, header, header.width, header.height, animated=animated)
            lossless = header.format == "webp" and _is_lossless_webp(source)
            save_picture(
                image, target, content_type=content_type, texts=texts, original=True, lossless=lossless
            )
    except (pyvips.Error, ValueError) as error:
        raise broken() from error
    return Made(header.width, header.height, content_type)


def _make_group(
    source: Path,
    folder: Path,
    jobs: Sequence[Job],
    header: Header,
    focal: Focal,
    texts: PublicTexts,
    *,
    animated: bool,
) -> dict[str, Made]:
    width, height = _drawn(header)
    boxes = {size: size.box(width, height, focal) for size in dict.fromkeys(job.size for job in jobs)}
    scale = max(max(box.width / box.across, box.height / box.down) for box in boxes.values())
    base_width, base_height = max(1, round(width * scale)), max(1, round(height * scale))
    base = open_upright(source, header, base_width, base_height, animated=animated).copy_memory()
    made: dict[str, Made] = {}
    for size, box in boxes.items():
        picture = _resized(base, box, base_width / width, base_height / height).copy_memory()
        for job in jobs:
            if job.size == size:
                save_picture(picture, folder / job.name, content_type=job.content_type, texts=texts)
                made[job.name] = Made(box.width, box.height, job.content_type)
    return made


def _resized(base: Any, box: Box, across: float, down: float) -> Any:
    """The box out of every frame of the base, which is the source scaled by `across` and `down`."""
    frames = base.pagesplit() if base.get_n_pages() > 1 else [base]
    width = max(1, min(round(box.across * across), frames[0].width))
    height = max(1, min(round(box.down * down), frames[0].height))
    left = min(round(box.left * across), frames[0].width - width)
    top = min(round(box.top * down), frames[0].height - height)
    done = []
    for frame in frames:
        if (width, height) != (frame.width, frame.height):
            frame = frame.crop(left, top, width, height)
        if (width, height) != (box.width, box.height):
            frame = frame.thumbnail_image(box.width, height=box.height, size="force")
        done.append(frame)
    if len(done) == 1:
        return done[0]
    joined = pyvips.Image.arrayjoin(done, across=1).copy()
    joined.set_type(pyvips.GValue.gint_type, "n-pages", len(done))
    joined.set_type(pyvips.GValue.gint_type, "page-height", box.height)
    for name in ("delay", "loop"):
        if base.get_typeof(name):
            joined.set_type(base.get_typeof(name), name, base.get(name))
    return joined


def _drawn(header: Header) -> tuple[int, int]:
    """Pixels that the source can give."""
    longer = max(header.width, header.height)
    if header.format != "svg" or longer >= DRAWING_SIDE:
        return header.width, header.height
    scale = DRAWING_SIDE / longer
    return max(1, round(header.width * scale)), max(1, round(header.height * scale))


def _is_lossless_webp(path: Path) -> bool:
    """Whether the first frame is kept without loss (RFC 9649, VP8L)."""
    with path.open("rb") as file:
        return b"VP8L" in file.read(SNIFFED)[12:]


def _looked(header: Header) -> Looked:
    content_type = CONTENT_TYPES[header.format]
    return Looked(header.format, content_type, header.width, header.height, header.frames, header.has_alpha)


def _too_many(header: Header, max_pixels: int) -> str:
    figures = {
        "width": header.width,
        "height": header.height,
        "frames": header.frames,
        "most": number_format(round(max_pixels / 1_000_000, 1)),
    }
    if header.frames > 1:
        return (
            _(
                "The image has %(frames)d frames of %(width)d × %(height)d pixels; at most %(most)s million in all are taken."
            )
            % figures
        )
    return (
        _(
            "The image has %(width)d × %(height)d pixels; at most %(most)s million are taken. Make it smaller first."
        )
        % figures
    )
