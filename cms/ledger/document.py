"""The base of all documents: the public form of an item, as a pydantic model.

A document is the only place that says what is public. Domains derive theirs in `cms/<domain>/document.py`.
What does not live here: storing documents (services), and showing them (newsroom_api).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Annotated, Any, ClassVar
from uuid import UUID

from django.apps import apps
from django.utils import translation
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, GetJsonSchemaHandler
from pydantic_core import CoreSchema

CHARACTER_LIMIT = 1_000_000


class ItemType(StrEnum):
    """What an item is."""

    RELEASE = "RELEASE"
    NEWSROOM = "NEWSROOM"
    PERSON = "PERSON"
    TOPIC = "TOPIC"
    ASSET = "ASSET"
    PRESS_KIT = "PRESS_KIT"
    DISCUSSION = "DISCUSSION"
    CONTRIBUTION = "CONTRIBUTION"


class Document(BaseModel):
    """Base of every public shape. A field without a description takes the help text of its model field."""

    model_config = ConfigDict(extra="forbid", frozen=True, json_schema_serialization_defaults_required=True)

    source_model: ClassVar[str] = ""
    """Label of the Django model whose help texts describe the fields."""

    def marks(self) -> set[tuple[str, str]]:
        """(facet, value) pairs that whatever item shows this is found by."""
        return set()

    @classmethod
    def describe(cls, name: str) -> str:
        """The English description of a field: its own, else the help text of the model field of the same name."""
        description = cls.model_fields[name].description
        if description:
            return description
        for shape in cls.__mro__:
            if label := vars(shape).get("source_model"):
                model = apps.get_model(label)
                if name in {field.name for field in model._meta.get_fields()}:
                    with translation.override("en"):
                        return str(model._meta.get_field(name).help_text)
        return ""

    @classmethod
    def deprecation(cls, name: str) -> str | None:
        """What to use instead of a field, and until when it stays (`Field(deprecated=...)`); None where it is not deprecated."""
        reason = cls.model_fields[name].deprecated if name in cls.model_fields else None
        return reason if isinstance(reason, str) else None

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        schema = handler.resolve_ref_schema(handler(core_schema))
        for name, shape in schema.get("properties", {}).items():
            if not shape.get("description"):
                shape["description"] = cls.describe(name)
            if reason := cls.deprecation(name):
                shape["description"] += f" Deprecated: {reason}"
        return schema


class Correction(Document):
    """One public correction of an item."""

    version: int = Field(description="The version of the item that carried the correction.")
    note: str = Field(description="What was corrected, in the publisher's words.")
    at: AwareDatetime = Field(description="When the correction was made public.")


class ItemLink(Document):
    """A summary of an item that another item points at. Its fields are a subset of the item's own."""

    id: UUID = Field(description="Id of the item.")


class ItemDocument(Document):
    """What every item shows, whatever it is."""

    card_fields: ClassVar[frozenset[str]] = frozenset()
    """Names of the fields that lists carry; everything else comes with the whole item only."""
    kinds: ClassVar[type[StrEnum] | None] = None
    """What the kind in its row may be, by which its lists are filtered."""
    asset_types: ClassVar[type[StrEnum] | None] = None
    """Types of assets that the item may have, by which its lists are filtered."""

    shown_fields: ClassVar[frozenset[str]] = frozenset()
    """Names of the fields that documents of other items show; empty: all of them."""

    id: UUID = Field(description="Id of the item: a random UUID, the same in every API.")
    type: Annotated[ItemType, Field(description="What the item is.")]
    version: int = Field(description="Counts the public versions of the item, from 1.")
    locale: str = Field(description="Language of the item, as a BCP 47 tag.")
    published_at: AwareDatetime = Field(description="When the item was first public.")
    updated_at: AwareDatetime = Field(description="When the item last changed in public.")
    corrections: list[Correction] = Field(description="The public corrections of the item, oldest first.")

    def columns(self) -> Columns:
        """What the item's row holds of the document."""
        raise NotImplementedError

    def card(self) -> dict[str, Any]:
        """The part of the document that lists carry, as plain JSON values."""
        return self.model_dump(mode="json", include=set(self.card_fields))

    def facets(self) -> set[tuple[str, str]]:
        """(name, value) pairs by which lists of this item are filtered."""
        return set()

    def texts(self) -> Texts:
        """What search reads, by weight."""
        return Texts()

    def spreads(self, before: dict[str, Any] | None) -> bool:
        """Whether other items may show something that `before`, the JSON of the document until now, did not have."""
        names = set(self.shown_fields) or set(type(self).model_fields) - set(ItemDocument.model_fields)
        now = self.model_dump(mode="json", include=names)
        return before is None or any(before.get(name) != value for name, value in now.items())

    def digest(self) -> str:
        """sha256, in hexadecimal, of the canonical JSON of the document."""
        return hashlib.sha256(canonical_json(self.model_dump(mode="json"))).hexdigest()


@dataclass(frozen=True, slots=True)
class Columns:
    """What an item's row holds of its document, besides the envelope."""

    slug: str
    title: str
    kind: str = ""
    pinned: bool = False
    by_name: bool = False
    """Whether lists are ordered by the title, from A to Z."""


@dataclass(frozen=True, slots=True)
class Texts:
    """The searchable words of an item, by weight: title, lead (subtitle, summary, tags), names, body."""

    title: str = ""
    lead: str = ""
    names: str = ""
    body: str = ""


@dataclass(slots=True)
class Envelope:
    """What the ledger, not the editor, says of an item; and the things that a document names while it is built."""

    id: UUID
    version: int
    published_at: datetime
    updated_at: datetime
    corrections: list[Correction] = field(default_factory=list)
    named: dict[UUID, Any] = field(default_factory=dict)
    """Shared things (people, topics) that the document names, by uid: naming them makes them public."""
    preview: bool = False
    """Whether the document is for those who may see the draft: its files need not be public."""

    def fields(self) -> dict[str, Any]:
        """The envelope's part of a document."""
        return {
            "id": self.id,
            "version": self.version,
            "published_at": self.published_at,
            "updated_at": self.updated_at,
            "corrections": self.corrections,
        }


def canonical_json(value: Any) -> bytes:
    """UTF-8 JSON with sorted keys and no spaces: the same bytes for the same document."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def walk(value: Any) -> Iterator[Document]:
    """Every document inside a document, itself included, depth first."""
    if isinstance(value, Document):
        yield value
        for name in type(value).model_fields:
            yield from walk(getattr(value, name))
    elif isinstance(value, list | tuple):
        for member in value:
            yield from walk(member)


Html = Annotated[str, Field(max_length=CHARACTER_LIMIT)]
