"""What the templates of the built-in pages need to show documents, which hold plain JSON values."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from urllib.parse import urlsplit

from django import template
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language_info

register = template.Library()


@register.filter
def moment(value: str) -> datetime | date | None:
    """A date or time of a document, for Django's own `date` filter."""
    return parse_date(value) if len(value) == len("2026-01-31") else parse_datetime(value)


@register.filter
def size(image: dict[str, Any], name: str) -> dict[str, Any]:
    """The rendition of an image in a named size."""
    found: dict[str, Any] = next(rendition for rendition in image["renditions"] if rendition["name"] == name)
    return found


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
