"""Which items a list holds, and in which order. Everything a reader can get wrong in it is said here."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from wagtail.coreutils import get_content_languages

from cms.errors import InvalidInput
from cms.ledger.document import ItemDocument, ItemType


class Order(StrEnum):
    """How lists of items are ordered."""

    NEWEST = "NEWEST"
    OLDEST = "OLDEST"
    UPDATED = "UPDATED"
    """Oldest change first: for following what happens."""
    RELEVANCE = "RELEVANCE"
    """Best match first; only with a search, and only its first 200 hits."""
    NAME = "NAME"
    """From A to Z: newsrooms, people and topics alone (`BY_NAME`)."""


BY_NAME = (ItemType.NEWSROOM, ItemType.PERSON, ItemType.TOPIC)
"""What is listed by name unless another order is asked for."""


def default_order(type_: ItemType, search: str | None) -> Order:
    """The order of a list for which none is given: the best match first with a search, else by name or newest first."""
    if search:
        return Order.RELEVANCE
    return Order.NAME if type_ in BY_NAME else Order.NEWEST


@dataclass(frozen=True, slots=True)
class ItemFilter:
    """Which items a list holds. None and empty mean: all. Raises `InvalidInput` for what no item could have."""

    type: ItemType
    newsroom: str | None = None
    """Slug of the newsroom."""
    slug: str | None = None
    kinds: Collection[str] = ()
    """Kinds of release, or types of asset."""
    topic: UUID | None = None
    """The topic, or one below it."""
    tag: str | None = None
    """In any case of letters."""
    person: UUID | None = None
    asset_type: str | None = None
    file: UUID | None = None
    """A file that the item shows, or an asset that holds it."""
    release: UUID | None = None
    """The release that the item belongs to."""
    subject: UUID | None = None
    """The item that it was contributed to."""
    locale: str | None = None
    """A BCP 47 tag, in any case of letters."""
    pinned: bool | None = None
    published_from: datetime | None = None
    published_before: datetime | None = None
    updated_since: datetime | None = None

    def __post_init__(self) -> None:
        for name in ("newsroom", "slug", "tag", "asset_type", "locale"):
            check_text(getattr(self, name), name)
        for name in ("published_from", "published_before", "updated_since"):
            _check_moment(getattr(self, name), name)
        document = _document_of(self.type)
        for kind in self.kinds:
            _check_one_of(kind, _values(document.kinds if document else None), "kinds")
        if self.asset_type is not None:
            _check_one_of(self.asset_type, _values(document.asset_types if document else None), "asset_type")
        if self.locale is not None:
            object.__setattr__(self, "locale", known_locale(self.locale))


def known_locale(locale: str) -> str:
    """The language tag as the site writes it, given in any case of letters. Raises `InvalidInput`."""
    known = {code.lower(): code for code in get_content_languages()}
    _check_one_of(locale.lower(), known, "locale")
    return known[locale.lower()]


def check_text(value: str | None, field: str) -> None:
    """Raise `InvalidInput` for what is no text to a database: NUL characters, and halves of characters."""
    if value is not None and ("\0" in value or any("\ud800" <= character <= "\udfff" for character in value)):
        raise InvalidInput("The value holds characters that are no text.", field=field)


def _check_moment(value: datetime | None, field: str) -> None:
    if value is not None and value.utcoffset() is None:
        raise InvalidInput("The time needs a time zone, such as Z.", field=field)


def _check_one_of(value: str, known: Collection[str], field: str) -> None:
    if value not in known:
        right = ", ".join(known) or "none for this type of item"
        raise InvalidInput(f"{value!r} is unknown. Known are: {right}.", field=field)


def _document_of(type_: ItemType) -> type[ItemDocument] | None:
    """The document model of a type of item."""
    models = ItemDocument.__subclasses__()
    return next((model for model in models if model.model_fields["type"].default == type_), None)


def _values(choices: type[StrEnum] | None) -> list[str]:
    return [str(choice) for choice in choices or ()]
