"""Reading the metadata of an image file.

Where two blocks disagree, the order is that of the Metadata Working Group's Guidelines for Handling Image Metadata 2.0
(2010): XMP before IIM, unless the file keeps a digest of its IIM (Photoshop resource 0x0425, MD5) that is no longer
true, which means that a program which knows no XMP has changed the IIM last: then IIM before XMP.
EXIF comes last of all here, because cameras fill it in unasked; the guidelines leave that to the reader.
"""

from __future__ import annotations

import hashlib
import mmap
import os
import warnings
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pillow_heif
from PIL import Image, ImageFile, IptcImagePlugin

from cms.media.metadata.exif import read_exif
from cms.media.metadata.gif import gif_xmp
from cms.media.metadata.iim import read_iim
from cms.media.metadata.values import FIELDS, FileMetadata, Found, Readings, Source
from cms.media.metadata.xmp import read_xmp

FORMATS = ("JPEG", "PNG", "WEBP", "AVIF", "HEIF", "TIFF", "GIF")
EXIF_DIRECTORY = 0x8769
PHOTOSHOP_IIM, PHOTOSHOP_IIM_DIGEST = 0x0404, 0x0425

pillow_heif.register_heif_opener()


@dataclass(slots=True)
class Blocks:
    """The blocks of a file, not yet understood."""

    iim: dict[tuple[int, int], list[bytes]] = field(default_factory=dict)
    iim_changed_last: bool = False
    xmp: bytes = b""
    exif: dict[int, Any] = field(default_factory=dict)


def read_metadata(path: Path, *, language: str = "") -> FileMetadata:
    """What the image says of itself. Never raises for what is in the file: a broken block says nothing.

    Reads JPEG, PNG, WebP, AVIF, HEIC, TIFF and GIF, by content. `language` (BCP 47) is wanted first where the file
    gives a text in several.
    """
    blocks = _blocks(path)
    iim, xmp = ("IIM", read_iim(blocks.iim)), ("XMP", read_xmp(blocks.xmp, language))
    order: list[tuple[Any, Readings]] = [iim, xmp] if blocks.iim_changed_last else [xmp, iim]
    order.append(("EXIF", read_exif(blocks.exif)))
    return FileMetadata(**{name: _first(name, order) for name in FIELDS})


def _first(name: str, order: list[tuple[Source, Readings]]) -> Found[Any] | None:
    for source, readings in order:
        value = getattr(readings, name)
        if value:
            return Found(value, source)
    return None


def _blocks(path: Path) -> Blocks:
    blocks = Blocks()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Pillow warns of every broken block
        try:
            with Image.open(path, formats=FORMATS) as image:
                for part in (_read_xmp, _read_iim, _read_exif):
                    _attempt(part, image, blocks)
        except Exception:  # broken files make Pillow raise anything, SyntaxError and struct.error included
            return blocks
    return blocks


def _attempt(part: Any, image: ImageFile.ImageFile, blocks: Blocks) -> None:
    try:
        part(image, blocks)
    except Exception:  # as above; the other blocks may be whole
        return


def _read_xmp(image: ImageFile.ImageFile, blocks: Blocks) -> None:
    if image.format == "GIF":
        with (
            Path(os.fsdecode(image.filename)).open("rb") as file,
            mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data,
        ):
            blocks.xmp = gif_xmp(data)
        return
    packet = image.info.get("xmp") or image.info.get("XML:com.adobe.xmp", b"")
    blocks.xmp = packet if isinstance(packet, bytes) else str(packet).encode()


def _read_iim(image: ImageFile.ImageFile, blocks: Blocks) -> None:
    for key, value in (IptcImagePlugin.getiptcinfo(image) or {}).items():
        blocks.iim[key] = value if isinstance(value, list) else [value]
    resources = image.info.get("photoshop") or {}
    digest, block = resources.get(PHOTOSHOP_IIM_DIGEST), resources.get(PHOTOSHOP_IIM)
    if isinstance(digest, bytes) and isinstance(block, bytes) and any(digest):
        blocks.iim_changed_last = digest != hashlib.md5(block, usedforsecurity=False).digest()


def _read_exif(image: ImageFile.ImageFile, blocks: Blocks) -> None:
    if image.format != "TIFF" and "exif" not in image.info:
        return  # asked for a block that is not there, Pillow decodes a PNG to look behind its pixels
    exif = image.getexif()
    blocks.exif.update(exif)
    blocks.exif.update(exif.get_ifd(EXIF_DIRECTORY))
