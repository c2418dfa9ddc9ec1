"""What the templates of the built-in pages need to show documents, which hold plain JSON values."""

from __future__ import annotations

import re
from datetime import date, datetime
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import urlsplit

from django import template
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language_info

register = template.Library()

LONG_FRACTION = re.compile(r"(\.\d{3})\d+")
MODERN = ("image/webp", "image/avif")
"""Formats that are offered beside one that every browser and program opens."""


@register.filter
def moment(value: str) -> datetime | date | None:
    """A date or time of a document, for Django's own `date` filter."""
    return parse_date(value) if len(value) == len("2026-01-31") else parse_datetime(value)


@register.filter
def machine(value: str) -> str:
    """A date or time of a document for `datetime` of `<time>`: HTML allows three digits of a second and no more."""
    return LONG_FRACTION.sub(r"\1", value)


@register.filter
def size(file: dict[str, Any], name: str) -> dict[str, Any] | None:
    """The rendition in a named size that every browser shows; another where that one is not, None where none is."""
    usable = [one for one in file["renditions"] if one["content_type"] not in MODERN]
    named = [one for one in usable if one["name"] == name]
    pictures = [one for one in usable if one["content_type"].startswith("image/")]
    return next(iter([*named, *pictures]), None)


@register.filter
def picture_of(file: dict[str, Any]) -> dict[str, Any] | None:
    """The rendition that stands for a file in lists: a small image, or the poster of what is none."""
    return file["poster"] if "poster" in file else size(file, "thumbnail")


@register.filter
def original(file: dict[str, Any]) -> dict[str, Any] | None:
    """The rendition that is the whole file."""
    return next((one for one in file["renditions"] if one["name"] == "original"), None)


@register.filter
def offered_sizes(file: dict[str, Any]) -> list[dict[str, Any]]:
    """The sizes of an image to download, in the format that every program opens.

    Images smaller than a named size are as large as they are in several of them: each once.
    """
    sizes = [
        one
        for one in file["renditions"]
        if one["name"] not in ("original", "poster") and one["content_type"] not in MODERN
    ]
    return list({(one["width"], one["height"]): one for one in reversed(sizes)}.values())[::-1]


@register.filter
def modern(sources: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The sources of an image that are smaller files, for browsers that show them."""
    return [source for source in sources if source["content_type"] in MODERN]


@register.filter
def extension(rendition: dict[str, Any]) -> str:
    """The kind of a file as people call it, such as `JPG` or `PDF`."""
    return PurePosixPath(urlsplit(rendition["href"]).path).suffix[1:].upper()


@register.filter
def duration(seconds: float) -> str:
    """Minutes and seconds, or hours, minutes and seconds, as players show them."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


@register.filter
def host(address: str) -> str:
    """The host of an address, as readers know a site."""
    return urlsplit(address).hostname or address


@register.filter
def sanitised(html: str) -> SafeString:
    """HTML of a document: it was sanitised when the document was made (`cms.newsroom.richtext`)."""
    return mark_safe(html)  # nosec B308, B703 # sanitised when the document was made


@register.filter
def is_heading_row(row: dict[str, Any]) -> bool:
    """Whether every cell of a table's row is a heading."""
    return all(cell["header"] for cell in row["cells"])


@register.filter
def language(locale: str) -> str:
    """The name of a language in that language; its tag where Django does not know the name."""
    try:
        name: str = get_language_info(locale)["name_local"]
    except KeyError:
        return locale
    return name[:1].upper() + name[1:]
