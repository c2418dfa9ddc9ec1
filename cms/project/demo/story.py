"""The shape of the demo's texts: what `swedish.py` and `english.py` say, and `build.py` makes pages of."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

Block = tuple[str, Any]
"""Name of a block and its value; images, files and speakers by their keys in the demo."""


@dataclass(frozen=True)
class Story:
    """A release in one language."""

    key: str
    """The same for all languages of one release."""
    kind: str
    title: str
    slug: str
    age: float
    """Days since it was published; below zero: days until its embargo ends."""
    summary: str
    subtitle: str = ""
    place: str = "Umeå"
    body: list[Block] = field(default_factory=list)
    hero: str = ""
    byline: str = ""
    contacts: tuple[str, ...] = ("karin",)
    images: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    links: tuple[tuple[str, str], ...] = ()
    about_urls: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    event: tuple[float, float, str, str] | None = None
    """Days until it starts, hours it lasts, place, address for signing up."""
    pinned: bool = False
    correction: tuple[str, str, str] | None = None
    """What was wrong, what is right, and the public note: it is published with the first, then corrected."""
    withdrawn: str = ""
    """The public reason for its withdrawal."""
    draft_title: str = ""
    """The title of changes that wait to be published."""
    unpublished: bool = False
    """A draft that a colleague has handed in for review."""


@dataclass(frozen=True)
class PersonText:
    """A person in one language."""

    key: str
    name: str
    title: str
    role: str
    email: str
    phone: str
    topics: tuple[str, ...]
    phone_public: bool = True
    email_public: bool = True


@dataclass(frozen=True)
class Picture:
    """An image in one language: what it shows and what is printed with it."""

    title: str
    alt: str
    caption: str = ""
    source: str = "digitalCreation"
    """How it came about, in IPTC's terms."""
    credit: str = ""
    """Who made it, when that is not the newsroom."""
    days_left: int | None = None
    """Days until the rights to it end."""


@dataclass(frozen=True)
class Recording:
    """A video, a sound or a document in one language."""

    title: str
    caption: str
    name: str
    """File name, whose ending tells what it is."""
    lines: tuple[str, ...] = ()
    """The text of a document."""
    transcript: str = ""


@dataclass(frozen=True)
class AssetText:
    """An asset with an address of its own, in one language."""

    key: str
    """Of the picture or recording; the same for all languages."""
    slug: str
    description: str
    age: float
    """Days since it was published; below zero: days until its embargo ends."""
    topics: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()


@dataclass(frozen=True)
class KitText:
    """A press kit in one language."""

    key: str
    title: str
    slug: str
    description: str
    assets: tuple[str, ...]
    """Keys of pictures and recordings, in order."""
    age: float
    release: str = ""
    """Key of the release that it belongs to; empty for a kit of the newsroom."""
    topics: tuple[str, ...] = ()


@dataclass(frozen=True)
class Newsroom:
    """A newsroom in one language with everything in it."""

    locale: str
    name: str
    slug: str
    tagline: str
    about: str
    guidelines: str
    boilerplate: tuple[str, str]
    credit: str
    usage_terms: str
    chart: tuple[str, tuple[str, ...]]
    """Title and labels of the chart."""
    channels: tuple[tuple[str, str], ...]
    topics: tuple[tuple[str, str, str, str, str], ...]
    """Key, name, slug, key of the topic above, description; from the top."""
    people: tuple[PersonText, ...]
    pictures: dict[str, Picture]
    recordings: dict[str, Recording]
    drawing: tuple[str, str, str]
    """What the technical drawing says: hub height, rotor diameter, name of the turbine."""
    assets: tuple[AssetText, ...]
    kits: tuple[KitText, ...]
    stories: tuple[Story, ...]
