"""The neutral shape that every reader yields, and the errors of reading. Nothing here touches the
database."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import asdict, dataclass, field
from datetime import UTC, date, datetime, time
from email.utils import parsedate_to_datetime
from typing import Any

from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime

UNSTORABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
"""Control characters and lone surrogates: PostgreSQL refuses NUL, UTF-8 the surrogates, and nobody can see
them."""

ROW_LIMIT = 5_000_000
"""Characters of one row. Longer ones are no releases."""


class UnreadableFile(Exception):
    """Nothing can be read from the file; the message says why."""


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that could not be read. `line` counts from 1; in formats without lines it is the entry's
    number."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An entry that is no release: a picture, a menu, a page of its own."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody the press may turn to."""

    name: str
    role: str = ""
    email: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class ImageReference:
    """An image somewhere else: `src` is an address or a path beside the file."""

    src: str
    alt: str = ""
    caption: str = ""
    path: str = ""


@dataclass(frozen=True, slots=True)
class Incoming:
    """A release as the other press room had it. Texts are as they were; `html` is not to be trusted."""

    external_id: str
    source: str
    url: str = ""
    language: str = ""
    """BCP 47 as the source wrote it; empty takes the newsroom's own."""
    title: str = ""
    subtitle: str = ""
    summary: str = ""
    published_at: datetime | None = None
    kind: str = ""
    """The source's own word for what it is, such as `pressmeddelande`."""
    tags: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    contacts: tuple[Contact, ...] = ()
    images: tuple[ImageReference, ...] = ()
    links: tuple[tuple[str, str], ...] = ()
    """(text, address) pairs."""
    translation_group: str = ""
    html: str = ""
    text: str = ""
    copyright_holder: str = ""
    usage_terms: str = ""
    draft: bool = False
    """Whether it was not public where it comes from."""
    notes: tuple[str, ...] = field(default=())
    """What the reader already had to change or leave out, by kind."""

    def digest(self) -> str:
        """sha256, in hexadecimal, of everything that was read."""
        plain = json.dumps(asdict(self), ensure_ascii=False, sort_keys=True, default=str)
        return hashlib.sha256(plain.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Row:
    """One entry of a file, with where it stood."""

    line: int
    incoming: Incoming


def storable(value: Any) -> Any:
    """`value`, to any depth, without the characters that no database and no reader can take."""
    if isinstance(value, str):
        return UNSTORABLE.sub("", value)
    if isinstance(value, list | tuple):
        return [storable(member) for member in value]
    if isinstance(value, dict):
        return {storable(name): storable(member) for name, member in value.items()}
    return value


def one_line(value: object) -> str:
    """A value as one line of text; nothing for None."""
    return " ".join(str(value).split()) if value is not None else ""


def moment(value: object) -> datetime | None:
    """The time that a text stands for (ISO 8601, or RFC 5322 as in mail and RSS); None when it stands for
    none.

    A day without a time is its first moment, and a time without a zone is meant, in the site's own zone.
    """
    written = one_line(value)
    if not written:
        return None
    try:
        found = parse_datetime(written) or _day(parse_date(written)) or parsedate_to_datetime(written)
        if timezone.is_naive(found):
            found = timezone.make_aware(found)
        return found.astimezone(UTC)
    except (ValueError, TypeError, OverflowError):
        return None


def _day(day: date | None) -> datetime | None:
    return datetime.combine(day, time.min) if day else None
