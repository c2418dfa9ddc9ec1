"""Reading EXIF (CIPA DC-008), and the fields that Windows adds to it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from cms.media.metadata.iim import decoded
from cms.media.metadata.values import Readings, clean_keywords, cleaned, moment

Tags = Mapping[int, Any]

IMAGE_DESCRIPTION, ARTIST, COPYRIGHT = 0x010E, 0x013B, 0x8298
XP_TITLE, XP_COMMENT, XP_AUTHOR, XP_KEYWORDS = 0x9C9B, 0x9C9C, 0x9C9D, 0x9C9E
DATE_TIME_ORIGINAL, OFFSET_TIME_ORIGINAL = 0x9003, 0x9011


def read_exif(tags: Tags) -> Readings:
    """What the EXIF block says; `tags` are those of the image and of its Exif directory together.

    The standard wants ASCII, programs write UTF-8 or Windows-1252: both are read. XP fields are UTF-16.
    """
    photographer, _, editor = _text(tags.get(COPYRIGHT)).partition("\0")
    return Readings(
        title=cleaned("title", _utf16(tags.get(XP_TITLE))),
        caption=cleaned("caption", _text(tags.get(IMAGE_DESCRIPTION)))
        or cleaned("caption", _utf16(tags.get(XP_COMMENT))),
        byline=cleaned("byline", _text(tags.get(ARTIST))) or cleaned("byline", _utf16(tags.get(XP_AUTHOR))),
        copyright_notice=cleaned("copyright_notice", photographer) or cleaned("copyright_notice", editor),
        keywords=clean_keywords(_utf16(tags.get(XP_KEYWORDS)).split(";")),
        created_at=_moment(_text(tags.get(DATE_TIME_ORIGINAL)), _text(tags.get(OFFSET_TIME_ORIGINAL))),
    )


def _text(value: object) -> str:
    """Pillow gives the bytes of a text as Latin-1."""
    if isinstance(value, str):
        value = value.encode("latin-1", "replace")
    return decoded(value) if isinstance(value, bytes) else ""


def _utf16(value: object) -> str:
    if isinstance(value, tuple) and all(isinstance(byte, int) and 0 <= byte < 256 for byte in value):
        value = bytes(value)
    return value.decode("utf-16-le", "replace") if isinstance(value, bytes) else ""


def _moment(text: str, offset: str) -> datetime | None:
    """`YYYY:MM:DD HH:MM:SS`, with an offset such as `+01:00` where the camera gave one."""
    day, _, time = text.strip("\0 ").partition(" ")
    iso = f"{day.replace(':', '-')}T{time}"
    return moment(iso + offset.strip("\0 ")) or moment(iso)
