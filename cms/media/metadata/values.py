"""The shapes that metadata is read into, and the cleaning that every text from a file goes through."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Generic, Literal, NamedTuple, TypeVar

Source = Literal["XMP", "IIM", "EXIF"]
"""The block of the file that a value was read from."""

T = TypeVar("T")

LIMITS = {
    "title": 255,
    "headline": 255,
    "caption": 2000,
    "alt": 500,
    "credit": 255,
    "byline": 255,
    "copyright_holder": 255,
    "copyright_notice": 255,
    "usage_terms": 1000,
    "license_url": 200,
    "digital_source_type": 60,
    "instructions": 1000,
}
"""Most characters of each text; the model fields of the same names hold as many."""
KEYWORD_LIMIT = 64
KEYWORDS_LIMIT = 100
MANY_LINES = frozenset({"caption", "usage_terms", "instructions"})

DIGITAL_SOURCE_TYPES = "http://cv.iptc.org/newscodes/digitalsourcetype/"
"""The IPTC NewsCodes that say how an image came about (https://cv.iptc.org/newscodes/digitalsourcetype/)."""


@dataclass(frozen=True, slots=True)
class Readings:
    """What one block of a file says. Empty where it says nothing.

    Times are as the file states them: aware where it gives an offset, else naive (the clock of the place).
    A date without a time is midnight, naive.
    """

    title: str = ""
    headline: str = ""
    caption: str = ""
    alt: str = ""
    credit: str = ""
    byline: str = ""
    copyright_holder: str = ""
    copyright_notice: str = ""
    usage_terms: str = ""
    license_url: str = ""
    digital_source_type: str = ""
    instructions: str = ""
    created_at: datetime | None = None
    release_at: datetime | None = None
    keywords: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A value, and the block of the file that it was read from."""

    value: T
    source: Source


class Offer(NamedTuple):
    """A value from the file for a field of the model, for the editor to take or leave."""

    field: str
    value: str | date | list[str]
    source: Source


@dataclass(frozen=True, slots=True)
class FileMetadata:
    """What a file says of itself; None where it says nothing. Texts are clean and at most `LIMITS` long.

    `created_at` and `release_at` are as the file states them: aware where it gives an offset, else naive, which
    is the clock of the place where the picture was taken; a date without a time is midnight, naive.
    `digital_source_type` is the last part of the NewsCodes URI, such as `trainedAlgorithmicMedia`.
    """

    title: Found[str] | None = None
    headline: Found[str] | None = None
    caption: Found[str] | None = None
    alt: Found[str] | None = None
    credit: Found[str] | None = None
    byline: Found[str] | None = None
    copyright_holder: Found[str] | None = None
    copyright_notice: Found[str] | None = None
    usage_terms: Found[str] | None = None
    license_url: Found[str] | None = None
    digital_source_type: Found[str] | None = None
    instructions: Found[str] | None = None
    created_at: Found[datetime] | None = None
    release_at: Found[datetime] | None = None
    keywords: Found[tuple[str, ...]] | None = None

    def offers(self) -> list[Offer]:
        """The values that the fields of the model can take, in the order of the form.

        The title is IPTC's Title, or the Headline where the Title is a number or a file name; the credit is the
        Credit Line, else the Creator; the copyright holder is the Copyright Owner, else the Copyright Notice.
        """
        texts = {
            "title": self.title
            if self.title and _names_something(self.title.value)
            else self.headline or self.title,
            "caption": self.caption,
            "alt": self.alt,
            "credit": self.credit or self.byline,
            "copyright_holder": self.copyright_holder or self.copyright_notice,
            "usage_terms": self.usage_terms,
            "license_url": self.license_url,
            "digital_source_type": self.digital_source_type,
        }
        offers = [Offer(name, found.value, found.source) for name, found in texts.items() if found]
        if self.created_at:
            offers.append(Offer("created_on", self.created_at.value.date(), self.created_at.source))
        if self.keywords:
            offers.append(Offer("keywords", list(self.keywords.value), self.keywords.source))
        return offers


FIELDS = tuple(field.name for field in fields(Readings))


def clean(text: str, limit: int, *, many_lines: bool = False) -> str:
    """The text in NFC without control characters, unpaired surrogates and outer spaces, `limit` characters at most."""
    text = unicodedata.normalize("NFC", text[: limit * 4].replace("\r\n", "\n").replace("\r", "\n"))
    text = "".join(c if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cs") else "" for c in text)
    text = re.sub(r"[ \t]+", " ", text) if many_lines else " ".join(text.split())
    return text.strip()[:limit].strip()


def cleaned(name: str, text: str) -> str:
    """`clean`, by the limits of the field."""
    return clean(text, LIMITS[name], many_lines=name in MANY_LINES)


def clean_keywords(words: list[str]) -> tuple[str, ...]:
    """Keywords without doubles and empty ones, in the order of the file."""
    found = (clean(word, KEYWORD_LIMIT) for word in words[: KEYWORDS_LIMIT * 4])
    return tuple(dict.fromkeys(word for word in found if word))[:KEYWORDS_LIMIT]


def web_address(text: str) -> str:
    """The text when it is a web address that fits the field, else nothing: half an address is none."""
    text = text.strip()
    fits = len(text) <= LIMITS["license_url"] and re.fullmatch(
        r"https?://[^\s<>\"'\x00-\x1f\x7f-\x9f]+", text
    )
    return text if fits else ""


def moment(text: str) -> datetime | None:
    """An ISO 8601 date or date and time; None for anything else, a year or a month alone included."""
    text = text.strip()
    try:
        found = datetime.fromisoformat(text) if len(text) <= 40 else None
    except ValueError:
        return None
    return found if found and 1800 <= found.year <= 9998 else None


def _names_something(title: str) -> bool:
    """Whether people would call this a title: not an agency's number, and not a camera's file name."""
    return bool(re.search(r"[^\W\d_]", title)) and not re.search(
        r"\.(jpe?g|png|tiff?|hei[cf]|webp|psd)$", title, re.I
    )
