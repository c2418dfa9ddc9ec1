"""A feed before it is written: what RSS, Atom and JSON Feed have in common. All addresses in it are absolute.

The three are written by `rss.py`, `atom.py` and `jsonfeed.py`. What does not live here: making feeds of documents
(`newsroom_api/feeds`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

GENERATOR = "Social Newsroom"

_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 cannot hold in any way (its production 2, `Char`)."""


@dataclass(frozen=True, slots=True)
class Author:
    """Who wrote something."""

    name: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Category:
    """What something is about: a topic, by its slug, or a tag."""

    term: str
    label: str


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file of an entry."""

    url: str
    type: str
    size: int
    medium: str
    """`image`, `video`, `audio` or `document`, as Media RSS has it."""
    title: str = ""
    description: str = ""
    credit: str = ""
    rights: str = ""
    license_url: str = ""
    width: int | None = None
    height: int | None = None
    duration: float | None = None
    thumbnail: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing in a feed."""

    id: str
    """An IRI that never changes: `urn:uuid:` and the id that the APIs know it by."""
    url: str
    title: str
    html: str
    published: datetime
    updated: datetime
    language: str
    summary: str = ""
    authors: Sequence[Author] = ()
    categories: Sequence[Category] = ()
    rights: str = ""
    image: str = ""
    files: Sequence[Attachment] = ()
    """The one that plays, or else the first, is the enclosure of formats that know but one."""
    in_reply_to: str = ""
    """Id of the entry that it replies to."""
    extension: Mapping[str, Any] = field(default_factory=dict)
    """What JSON Feed says of it under `_newsroom`."""


@dataclass(frozen=True, slots=True)
class Deleted:
    """An entry that was there and has been taken away."""

    id: str
    at: datetime
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Feed:
    """A page of a feed."""

    id: str
    title: str
    home: str
    address: str
    """Where this very page of it is."""
    updated: datetime
    language: str
    author: Author
    entries: Sequence[Entry]
    description: str = ""
    icon: str = ""
    rights: str = ""
    deleted: Sequence[Deleted] = ()
    hubs: Sequence[str] = ()
    first: str = ""
    next: str = ""
    previous: str = ""

    def links(self) -> list[tuple[str, str]]:
        """(relation, address) pairs of the page itself, its hubs and its neighbours (WebSub; RFC 5005)."""
        neighbours = (("first", self.first), ("previous", self.previous), ("next", self.next))
        return [
            ("self", self.address),
            *(("hub", hub) for hub in self.hubs),
            *((relation, address) for relation, address in neighbours if address),
        ]


def urn(uid: object) -> str:
    """The id of an item or a comment, as feeds have it."""
    return f"urn:uuid:{uid}"


def xml_text(text: str) -> str:
    """The text without the characters that XML cannot hold; all else stays as it is."""
    return _NO_XML.sub("", text)


def rfc3339(moment: datetime) -> str:
    """A time as Atom and JSON Feed have it, in UTC, to the microsecond: as the APIs say it."""
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")


def main_file(files: Sequence[Attachment]) -> Attachment | None:
    """The file that players want: the first sound, else the first video, document or picture."""
    order = ("audio", "video", "document", "image")
    return min(files, key=lambda file: order.index(file.medium), default=None)
