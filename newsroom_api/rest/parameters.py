"""Query parameters: each address has a pydantic model that reads them strictly and describes them in OpenAPI.

Unknown, repeated, empty, malformed and badly encoded parameters are errors that name the parameter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from functools import cache
from typing import Annotated, Any, Literal, TypeVar
from urllib.parse import parse_qsl, unquote_to_bytes
from uuid import UUID

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
    WithJsonSchema,
    create_model,
)
from wagtail.coreutils import get_content_languages

from cms.conf import newsroom as conf
from cms.errors import InvalidInput
from cms.ledger.paging import PageRequest
from cms.ledger.selectors import Order
from cms.media.document import AssetType
from cms.releases.document import ReleaseKind
from newsroom_api.errors import FieldError, InvalidFields

Q = TypeVar("Q", bound="Query")

QUERY_LENGTH = 4000
PARAMETER_LIMIT = 100
NO_NUL = r"^[^\u0000]*$"

_BROKEN_ESCAPE = re.compile(r"%(?![0-9A-Fa-f]{2})")
_UUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_TIME = re.compile(r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)", re.ASCII)
_WHOLE_NUMBER = re.compile(r"[0-9]{1,9}")


def parse_uuid(text: str) -> UUID:
    """A UUID in its usual form. Raises `ValueError`."""
    if not _UUID.fullmatch(text):
        raise ValueError("This is not a UUID of the form xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx.")
    return UUID(text)


def parse_time(text: str) -> datetime:
    """An RFC 3339 time with its offset, as UTC. Raises `ValueError`."""
    if not _TIME.fullmatch(text):
        raise ValueError(
            "This is not an RFC 3339 time such as 2026-11-22T08:00:00Z. Write a plus sign as %2B."
        )
    try:
        return datetime.fromisoformat(text.upper()).astimezone(UTC)
    except (ValueError, OverflowError):
        raise ValueError("There is no such time.") from None


def parse_boolean(text: str) -> bool:
    """`true` or `false`. Raises `ValueError`."""
    if text not in ("true", "false"):
        raise ValueError("This is neither true nor false.")
    return text == "true"


def parse_page_size(text: str) -> int:
    """A page size within the limits of the settings. Raises `ValueError`."""
    if not _WHOLE_NUMBER.fullmatch(text) or not 1 <= int(text) <= conf.PAGE_SIZE_MAX:
        raise ValueError(f"A page holds 1 to {conf.PAGE_SIZE_MAX} items.")
    return int(text)


def _page_size_schema(schema: dict[str, Any]) -> None:
    schema.update(minimum=1, maximum=conf.PAGE_SIZE_MAX, default=conf.PAGE_SIZE)


def _languages(schema: dict[str, Any]) -> None:
    schema["enum"] = list(get_content_languages())


Identifier = Annotated[
    UUID,
    BeforeValidator(parse_uuid, json_schema_input_type=str),
    WithJsonSchema({"type": "string", "format": "uuid"}),
]
Time = Annotated[
    datetime, BeforeValidator(parse_time), WithJsonSchema({"type": "string", "format": "date-time"})
]
Boolean = Annotated[bool, BeforeValidator(parse_boolean), WithJsonSchema({"type": "boolean"})]
PageSize = Annotated[int, BeforeValidator(parse_page_size), Field(json_schema_extra=_page_size_schema)]
TimeOrder = Literal[Order.NEWEST, Order.OLDEST, Order.UPDATED, Order.RELEVANCE]
"""What lists of items without names are ordered by."""
Slug = Annotated[str, Field(min_length=1, max_length=255, json_schema_extra={"pattern": NO_NUL})]
Words = Annotated[str, Field(min_length=1, max_length=200, json_schema_extra={"pattern": NO_NUL})]
LanguageTag = Annotated[str, Field(min_length=1, max_length=20, json_schema_extra=_languages)]
Opaque = Annotated[str, Field(min_length=1, max_length=2000, json_schema_extra={"pattern": NO_NUL})]


class Query(BaseModel):
    """Base of what an address takes after the question mark."""

    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)


class Paged(Query):
    """A page of a list."""

    page_size: PageSize | None = Field(None, description="How many items a page holds.")
    cursor: Opaque | None = Field(
        None,
        description="Where the page begins: taken from `next` or `previous` of another page of the same list.",
    )

    def page_request(self) -> PageRequest:
        """The page as the ledger's selectors take it. A cursor begins with the way it leads: `n` or `p`."""
        size = conf.PAGE_SIZE if self.page_size is None else self.page_size
        if self.cursor is None:
            return PageRequest(first=size)
        if self.cursor.startswith("p"):
            return PageRequest(last=size, before=self.cursor[1:])
        if self.cursor.startswith("n"):
            return PageRequest(first=size, after=self.cursor[1:])
        return PageRequest(first=size, after="")


class Listed(Paged):
    """What every list of items takes."""

    search: Words | None = Field(
        None,
        description="Words that the items must hold. In quotation marks: a phrase. With * at the end: a beginning.",
    )
    order_by: TimeOrder | None = Field(
        None,
        description="Order of the list: newest or oldest first, oldest change first, or best match of `search` first. "
        "When it is not given: best match first with `search`, else newest first.",
    )
    locale: LanguageTag | None = Field(None, description="Language of the items, as a BCP 47 tag.")
    published_from: Time | None = Field(None, description="First published at this time or later.")
    published_before: Time | None = Field(None, description="First published before this time.")
    updated_since: Time | None = Field(None, description="Last changed at this time or later.")

    @property
    def order(self) -> Order:
        """The order of the list. What is not searched for has no better and worse matches: it comes newest first."""
        if self.search is None and self.order_by in (None, Order.RELEVANCE):
            return Order.NEWEST
        return Order(self.order_by) if self.order_by else Order.RELEVANCE

    def filters(self) -> dict[str, Any]:
        """The arguments of the ledger's `ItemFilter`."""
        apart = {"page_size", "cursor", "search", "order_by", "fields", "format"}
        names = {"kind": "kinds", "file_type": "kinds", "asset": "asset_type"}
        values = {name: getattr(self, name) for name in type(self).model_fields if name not in apart}
        return {names.get(name, name): value for name, value in values.items() if value is not None}


def read_query(model: type[Q], query_string: str) -> Q:
    """Read a raw query string. Raises `InvalidInput` or `InvalidFields` that name the parameters at fault."""
    values: dict[str, Any] = {}
    repeated: list[FieldError] = []
    many = _lists(model)
    for name, value in _pairs(query_string):
        if name in many:
            values.setdefault(name, []).extend(value.split(","))
        elif name in values:
            repeated.append(FieldError(name, "INVALID_INPUT", "The parameter may be given only once."))
        else:
            values[name] = value
    try:
        query = model.model_validate(values)
    except ValidationError as error:
        repeated += [
            _field_error(model, details) for details in error.errors(include_url=False, include_input=False)
        ]
    if repeated:
        raise InvalidFields(_summary(repeated), tuple(repeated))
    return query


def _pairs(query_string: str) -> list[tuple[str, str]]:
    """Names and values, decoded without mercy: broken escapes, other encodings and NUL are errors."""
    if len(query_string) > QUERY_LENGTH:
        raise InvalidInput(f"A query has at most {QUERY_LENGTH} characters.")
    parts = query_string.split("&")
    if len(parts) > PARAMETER_LIMIT:
        raise InvalidInput(f"A query has at most {PARAMETER_LIMIT} parameters.")
    return [pair for part in parts for pair in _pair(part)]


def _pair(part: str) -> list[tuple[str, str]]:
    """The name and value in a part of a query; nothing in an empty one."""
    name = unquote_to_bytes(part.partition("=")[0].encode("latin-1", "ignore"))
    field = name.decode("utf-8", "ignore").replace("\0", "")
    if _BROKEN_ESCAPE.search(part):
        message = "The query has a percent sign that two hexadecimal digits do not follow."
        raise InvalidInput(message, field=field)
    try:
        pairs = parse_qsl(part.encode("latin-1").decode("utf-8"), keep_blank_values=True, errors="strict")
    except UnicodeError:
        raise InvalidInput("The query is not UTF-8.", field=field) from None
    if any("\0" in text for pair in pairs for text in pair):
        raise InvalidInput("The query has a NUL character.", field=field)
    return pairs


@cache
def _lists(model: type[Query]) -> frozenset[str]:
    """Names of the parameters that take several values."""
    return frozenset(name for name, field in model.model_fields.items() if "tuple[" in str(field.annotation))


def _field_error(model: type[Query], details: Any) -> FieldError:
    name = str(details["loc"][0]) if details["loc"] else ""
    if details["type"] == "extra_forbidden":
        known = ", ".join(model.model_fields) or "none"
        return FieldError(name, "INVALID_INPUT", f"There is no such parameter here. Known are: {known}.")
    if details["type"] == "missing":
        return FieldError(name, "INVALID_INPUT", "The parameter is required.")
    return FieldError(name, "INVALID_INPUT", details["msg"].removeprefix("Value error, "))


def _summary(errors: list[FieldError]) -> str:
    return " ".join(f"{error.field}: {error.message}" for error in errors)


class ReleasesQuery(Listed):
    """Filters of the list of releases."""

    newsroom: Slug | None = Field(None, description="Slug of the newsroom.")
    slug: Slug | None = Field(None, description="The release's own part of its address.")
    kind: tuple[ReleaseKind, ...] | None = Field(
        None, description="Kinds of release; repeat it for any of several."
    )
    topic: Identifier | None = Field(
        None, description="Id of a topic; what is filed under its subtopics counts."
    )
    tag: Words | None = Field(None, description="A tag, in any case of letters.")
    person: Identifier | None = Field(None, description="Id of a person whom the release names.")
    asset: AssetType | None = Field(None, description="Has an image or a file of this type.")
    file: Identifier | None = Field(
        None, description="Id of a file, or `file_id` of an asset: releases that show it."
    )
    pinned: Boolean | None = Field(None, description="Whether it is kept at the top of its newsroom.")


class AssetsQuery(Listed):
    """Filters of the list of assets."""

    newsroom: Slug | None = Field(None, description="Slug of the newsroom.")
    slug: Slug | None = Field(None, description="The asset's own part of its address.")
    file_type: tuple[AssetType, ...] | None = Field(
        None, description="Types of asset; repeat it for any of several."
    )
    topic: Identifier | None = Field(
        None, description="Id of a topic; what is filed under its subtopics counts."
    )
    tag: Words | None = Field(None, description="A tag, in any case of letters.")
    file: Identifier | None = Field(
        None, description="Id of a file, as releases and press kits show it: the assets that hold it."
    )


class PressKitsQuery(Listed):
    """Filters of the list of press kits."""

    newsroom: Slug | None = Field(None, description="Slug of the newsroom.")
    slug: Slug | None = Field(None, description="The kit's own part of its address.")
    release: Identifier | None = Field(None, description="Id of the release that the kit belongs to.")
    topic: Identifier | None = Field(
        None, description="Id of a topic; what is filed under its subtopics counts."
    )
    asset: AssetType | None = Field(None, description="Has a file of this type.")
    file: Identifier | None = Field(None, description="Id of a file: kits that hold it.")


class Named(Listed):
    """What lists of what has a name take: they are by name unless another order is asked for."""

    order_by: Order | None = Field(  # type: ignore[assignment] # NAME besides
        None,
        description="Order of the list: by name from A to Z in the order of each one's language, newest or oldest "
        "first, oldest change first, or best match of `search` first. When it is not given: best match first with "
        "`search`, else by name.",
    )

    @property
    def order(self) -> Order:
        """The order of the list."""
        if self.search is None and self.order_by in (None, Order.RELEVANCE):
            return Order.NAME
        return self.order_by or Order.RELEVANCE


class NewsroomsQuery(Named):
    """Filters of the list of newsrooms."""

    slug: Slug | None = Field(None, description="Slug of the newsroom.")
    person: Identifier | None = Field(None, description="Id of a person who is a contact of the newsroom.")


class TopicsQuery(Named):
    """Filters of the list of topics."""

    newsroom: Slug | None = Field(None, description="Slug of a newsroom whose public items name the topic.")
    slug: Slug | None = Field(None, description="The topic's part of an address.")
    topic: Identifier | None = Field(None, description="Id of a topic above it.")


class PeopleQuery(Named):
    """Filters of the list of people."""

    newsroom: Slug | None = Field(None, description="Slug of a newsroom whose public items name the person.")
    topic: Identifier | None = Field(None, description="Id of a topic that the person can speak about.")


class PathQuery(Query):
    """An address to look up."""

    path: Opaque = Field(
        description="A path such as `/newsroom` or `/newsroom/slug`, as in `path` of an item."
    )


class PreviewQuery(Query):
    """A preview."""

    token: Opaque = Field(description="The token that the admin adds to the address of a frontend.")


class NoQuery(Query):
    """Nothing after the question mark."""


def selecting(query: type[Q], names: Iterable[str]) -> type[Q]:
    """The same query with `fields`: which of the fields `names` the answer holds."""
    choices: Any = tuple[Literal[tuple(names)], ...]  # type: ignore[misc]
    description = "Names of the fields that the answer holds, separated by commas; all when it is not given."
    fields: dict[str, Any] = {"fields": (choices | None, Field(None, description=description))}
    return create_model(query.__name__, __base__=query, __doc__=query.__doc__, **fields)


def openapi_parameters(model: type[Query]) -> list[tuple[str, bool, dict[str, Any]]]:
    """(name, required, JSON schema with its description) of each parameter."""
    schema = model.model_json_schema()
    definitions = schema.pop("$defs", {})
    required = schema.get("required", [])
    return [
        (name, name in required, _inlined(shape, definitions))
        for name, shape in schema.get("properties", {}).items()
    ]


def _inlined(shape: dict[str, Any], definitions: dict[str, Any]) -> dict[str, Any]:
    """A parameter's schema without references, titles, and the null that stands for its absence."""
    merged = dict(shape)
    if merged.get("default", ...) is None:
        del merged["default"]
    if "$ref" in merged:
        merged = definitions[merged.pop("$ref").rsplit("/", 1)[1]] | merged
    if "anyOf" in merged:
        (inner,) = (member for member in merged.pop("anyOf") if member != {"type": "null"})
        merged = _inlined(inner, definitions) | merged
    if "items" in merged:
        merged["items"] = {
            k: v for k, v in _inlined(merged["items"], definitions).items() if k != "description"
        }
        merged["minItems"] = 1
    merged.pop("title", None)
    return merged
