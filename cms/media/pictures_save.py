"""Writing public image files: each format's settings, and no metadata but the public texts.

Everything that came from the source file is taken off before saving, so that no block can be forgotten; what the
format's own writer adds is its business. PNG and GIF get their XMP afterwards, where libvips writes none that others read.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pyvips
from django.utils.translation import gettext as _

from cms.errors import InvalidInput
from cms.media.metadata import PublicTexts, public_iim, public_xmp
from cms.media.metadata.gif import rewrite_gif
from cms.media.metadata.png import rewrite_png

HEADER = frozenset(
    {
        "width",
        "height",
        "bands",
        "format",
        "coding",
        "interpretation",
        "xoffset",
        "yoffset",
        "xres",
        "yres",
        "filename",
    }
)
KEPT = HEADER | {"page-height", "delay", "loop", "n-pages", "icc-profile-data"}
WHITE = [255, 255, 255]


def save_picture(
    image: Any,
    target: Path,
    *,
    content_type: str,
    texts: PublicTexts,
    original: bool = False,
    lossless: bool = False,
) -> None:
    """Writes the image (8-bit sRGB or gray, frames below one another) with the texts as its only metadata.

    `original` asks for the quality of a file to print from, with its sRGB profile; `lossless` is for WebP alone.
    Raises InvalidInput for a content type that is not written, pyvips.Error where the image cannot be read to its end.
    """
    image = _bare(image, keep_profile=original and image.interpretation == "srgb")
    if content_type == "image/jpeg":
        _save_jpeg(image, target, texts, original)
    elif content_type == "image/webp":
        _with_xmp(image, texts).webpsave(
            str(target), Q=90 if original else 80, effort=2, alpha_q=100, lossless=lossless, keep="xmp|icc"
        )
    elif content_type == "image/avif":
        _with_xmp(image, texts).heifsave(
            str(target), compression="av1", Q=80 if original else 55, effort=2, keep="xmp|icc"
        )
    elif content_type == "image/png":
        _save_and_rewrite(image.pngsave, rewrite_png, target, texts)
    elif content_type == "image/gif":
        _save_and_rewrite(partial(image.gifsave, keep_duplicate_frames=True), rewrite_gif, target, texts)
    else:
        raise InvalidInput(
            _("Images are not written as %(type)s, only as JPEG, WebP, AVIF, PNG and GIF.")
            % {"type": content_type}
        )


def _save_jpeg(image: Any, target: Path, texts: PublicTexts, original: bool) -> None:
    if image.hasalpha():
        image = image.flatten(background=WHITE[: image.bands - 1])
    image = _with_xmp(image, texts)
    image.set_type(pyvips.GValue.blob_type, "iptc-data", public_iim(texts))
    image.jpegsave(
        str(target),
        Q=95 if original else 82,
        interlace=not original,  # pictures on pages build up; a file to download is written in a stream
        optimize_coding=not original,
        subsample_mode="off" if original else "on",
        keep="xmp|iptc|icc",
    )


def _save_and_rewrite(
    save: Callable[..., Any], rewrite: Callable[[Path, Path, bytes], None], target: Path, texts: PublicTexts
) -> None:
    bare = target.with_name(f"{target.name}.bare")
    try:
        save(str(bare), keep="icc")
        rewrite(bare, target, public_xmp(texts))
    finally:
        bare.unlink(missing_ok=True)


def _with_xmp(image: Any, texts: PublicTexts) -> Any:
    image = image.copy()
    image.set_type(pyvips.GValue.blob_type, "xmp-data", public_xmp(texts))
    return image


def _bare(image: Any, *, keep_profile: bool) -> Any:
    image = image.copy()
    for name in image.get_fields():
        if name not in KEPT or (name == "icc-profile-data" and not keep_profile):
            image.remove(name)
    return image
