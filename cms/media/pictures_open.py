"""Opening an image of any supported format as a libvips image: what it is, whether it is whole, and its pixels upright.

libvips decodes nearly everything, in streams. Pillow decodes what it cannot: HEIC with HEVC, and animated PNG.
"""

from __future__ import annotations

import mmap
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pillow_heif
import pyvips
from django.utils.translation import gettext as _
from PIL import Image, ImageSequence

from cms.errors import InvalidInput
from cms.media.metadata.gif import gif_canvas
from cms.media.metadata.png import png_frames
from cms.media.pictures_whole import is_whole

pillow_heif.register_heif_opener()
pyvips.cache_set_max(0)  # each picture is opened once; the cache would hold on to its pixels

SNIFFED = 65_536
"""Bytes at the beginning of a file that say what it is."""
VERIFY_SHRINK = 8
VERIFY_MEMORY = 200_000_000
"""Most bytes that verifying may take."""
DECODED_AS_A_WHOLE = {"jpeg": 6, "png": 8, "gif": 4, "webp": 8, "avif": 15, "heic": 15}
"""Bytes that decoding takes for each pixel, measured, where rows cannot be decoded one after another."""
TURNED = (5, 6, 7, 8)
"""EXIF orientations that swap width and height."""

CONTENT_TYPES = {
    "jpeg": "image/jpeg",
    "png": "image/png",
    "gif": "image/gif",
    "webp": "image/webp",
    "avif": "image/avif",
    "heic": "image/heic",
    "tiff": "image/tiff",
    "svg": "image/svg+xml",
}

SVG = re.compile(
    rb"(?>\xef\xbb\xbf)?(?>\s+|<\?xml[^>]*>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[[^\]]*\])?\s*>)*+<svg[\s>]",
    re.DOTALL,
)


class RefusedImage(InvalidInput):
    """The file is no image that the newsroom can take; the message says why and what would be right."""

    code = "INVALID_INPUT"

    def __init__(self, message: str) -> None:
        super().__init__(message, field="file")


@dataclass(frozen=True, slots=True)
class Header:
    """An image file as its header describes it. `width` and `height` are upright pixels of one frame."""

    format: str
    width: int
    height: int
    frames: int
    has_alpha: bool
    gray: bool
    streams: bool
    """Whether its rows can be decoded one after another: not so in progressive JPEG and interlaced PNG."""
    plain: bool
    """Whether it is 8-bit RGB, or gray without a profile: its colours need no way over Lab, which takes ten times as long."""


def sniff(path: Path) -> str:
    """The format of the file by its content, a key of `CONTENT_TYPES`; empty when it is none of them."""
    with path.open("rb") as file:
        head = file.read(SNIFFED)
    if head.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if head.startswith((b"GIF87a", b"GIF89a")):
        return "gif"
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "webp"
    if head.startswith((b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")):
        return "tiff"
    if head[4:8] == b"ftyp":
        return _heif_brand(head)
    return "svg" if SVG.match(head) else ""


def _heif_brand(head: bytes) -> str:
    box = head[8 : max(16, min(int.from_bytes(head[:4], "big"), 256))]
    brands = {box[i : i + 4] for i in range(0, len(box), 4)}
    if brands & {b"avif", b"avis"}:
        return "avif"
    return "heic" if brands & {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"} else ""


def read_header(path: Path) -> Header:
    """What the file's header says. Raises RefusedImage for what is no image, or has no readable header."""
    if path.stat().st_size == 0:
        raise RefusedImage(_("The file is empty (0 bytes). Upload the image again."))
    kind = sniff(path)
    if not kind:
        raise RefusedImage(
            _(
                "The content of the file is no image of a supported kind: JPEG, PNG, WebP, AVIF, HEIC, TIFF, GIF or SVG."
            )
        )
    if kind == "gif":
        width, height, frames = _gif_canvas(path)
        if (
            width * height * max(frames, 1) > 2**26
        ):  # refused before libvips reserves the canvas, if it is a bomb
            return Header(
                "gif", width, height, max(frames, 1), has_alpha=True, gray=False, streams=False, plain=True
            )
    try:
        image = _load(path, kind)
        turned = _field(image, "orientation", 1) in TURNED and kind in ("jpeg", "png", "webp", "tiff")
        frames = _frames(path, kind, image)
    except (pyvips.Error, ValueError, OSError) as error:
        raise broken() from error
    width, height = image.width, image.height
    return Header(
        format=kind,
        width=height if turned else width,
        height=width if turned else height,
        frames=frames,
        has_alpha=bool(image.hasalpha()),
        gray=image.interpretation in ("b-w", "grey16"),
        plain=_plain(image),
        streams=kind in ("jpeg", "png", "tiff") and not _field(image, "interlaced", 0),
    )


def verify(path: Path, header: Header) -> None:
    """Finds what is cut or broken. Raises RefusedImage.

    The file is decoded once, in a stream. Where its format has to be decoded as a whole and that would take more than
    `VERIFY_MEMORY`, only its structure is followed to the end.
    """
    whole = 0 if header.streams else DECODED_AS_A_WHOLE.get(header.format, 0)
    if header.width * header.height * whole > VERIFY_MEMORY:
        if not is_whole(path, header.format):
            raise broken()
        return
    try:
        if header.format == "heic":
            _by_pillow(path, animated=False)
        elif header.format == "jpeg":
            _load(path, "jpeg", shrink=VERIFY_SHRINK).avg()
        elif header.format in ("gif", "webp"):
            _load(path, header.format, n=-1).avg()
        else:
            _load(path, header.format).avg()
    except pyvips.Error as error:
        raise broken() from error


def open_upright(path: Path, header: Header, width: int, height: int, *, animated: bool) -> Any:
    """The image as 8-bit sRGB (or gray), upright, each frame `width` x `height`; frames below one another when `animated`.

    Colours go through the embedded ICC profile; CMYK without one through libvips's own. Raises RefusedImage.
    """
    options: dict[str, Any] = {"height": height, "size": "force"}
    if not header.plain:
        options |= {"output_profile": "srgb", "intent": "relative"}
    try:
        if header.format == "heic" or (animated and header.format == "png" and header.frames > 1):
            image = _by_pillow(path, animated=animated).thumbnail_image(width, **options)
        else:
            many = "n=-1" if animated and header.format in ("gif", "webp") else ""
            source = pyvips.Source.new_from_file(str(path))
            image = pyvips.Image.thumbnail_source(
                source, width, option_string=many, fail_on="truncated", **options
            )
        if header.plain and image.interpretation == "srgb" and image.get_typeof("icc-profile-data"):
            image = image.icc_transform("srgb", embedded=True, input_profile="srgb", intent="relative")
    except pyvips.Error as error:
        raise broken() from error
    if image.format != "uchar":
        image = image.cast("uchar", shift=image.format == "ushort")
    if header.gray and image.bands > 2:
        alpha = [image[image.bands - 1]] if image.hasalpha() else []
        image = image[0].bandjoin(alpha) if alpha else image[0]
        image = image.copy(interpretation="b-w")
    return image


def broken() -> RefusedImage:
    """The refusal of a file that cannot be decoded to its end."""
    return RefusedImage(
        _("The image is damaged or cut off: it cannot be read to its end. Export it again, and upload that.")
    )


def _load(path: Path, kind: str, **options: Any) -> Any:
    if kind in ("avif", "heic"):
        loader = "heifload"
    elif kind == "svg":  # from a source without a name, so that no file beside it can be named
        source = pyvips.Source.new_from_file(str(path))
        return pyvips.Image.svgload_source(source, access="sequential", **options)
    else:
        loader = f"{kind}load"
    return getattr(pyvips.Image, loader)(str(path), access="sequential", fail_on="truncated", **options)


def _plain(image: Any) -> bool:
    if image.format != "uchar":
        return False
    gray = image.interpretation == "b-w" and not image.get_typeof("icc-profile-data")
    return bool(image.interpretation == "srgb" or gray)


def _gif_canvas(path: Path) -> tuple[int, int, int]:
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        return gif_canvas(data)


def _frames(path: Path, kind: str, image: Any) -> int:
    if kind == "png":
        return png_frames(path)
    return int(_field(image, "n-pages", 1)) if kind in ("gif", "webp") else 1


def _field(image: Any, name: str, default: int) -> Any:
    return image.get(name) if image.get_typeof(name) else default


def _by_pillow(path: Path, *, animated: bool) -> Any:
    """The image decoded by Pillow: frames below one another, with their times in milliseconds. Raises RefusedImage."""
    try:
        with Image.open(path, formats=("PNG", "HEIF")) as picture:
            profile = picture.info.get("icc_profile")
            frames, delays = [], []
            for number, frame in enumerate(ImageSequence.Iterator(picture)):
                if animated and number == 0 and picture.info.get("default_image"):
                    continue  # stands in for the animation where it cannot be shown
                mode = "RGBA" if animated or frame.has_transparency_data else "RGB"
                frames.append(_from_pillow(frame.convert(mode)))
                delays.append(round(frame.info.get("duration", 0)))
                if not animated:
                    break
            loop = picture.info.get("loop", 0)
    except (
        Exception
    ) as error:  # broken files make Pillow raise anything, SyntaxError and struct.error included
        raise broken() from error
    image = pyvips.Image.arrayjoin(frames, across=1) if len(frames) > 1 else frames[0]
    image = image.copy()
    if profile:
        image.set_type(pyvips.GValue.blob_type, "icc-profile-data", profile)
    if len(frames) > 1:
        image.set_type(pyvips.GValue.gint_type, "n-pages", len(frames))
        image.set_type(pyvips.GValue.gint_type, "page-height", frames[0].height)
        image.set_type(pyvips.GValue.array_int_type, "delay", delays)
        image.set_type(pyvips.GValue.gint_type, "loop", loop)
    return image


def _from_pillow(frame: Image.Image) -> Any:
    bands = len(frame.getbands())
    image = pyvips.Image.new_from_memory(frame.tobytes(), frame.width, frame.height, bands, "uchar")
    return image.copy(interpretation="srgb")
