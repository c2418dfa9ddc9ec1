"""The shapes of the REST API's answers, as pydantic models made from the documents: OpenAPI shows these and no others."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from copy import copy
from typing import Annotated, Any, Literal, get_args
from uuid import UUID

from pydantic import AwareDatetime, Field, RootModel, create_model
from typing_extensions import TypeAliasType

from cms.conversation.document import COMMENTABLE, Discussion, Thread
from cms.ledger.document import Document, ItemDocument, ItemType
from cms.library import document as library
from cms.newsroom.document import Newsroom
from cms.releases.document import Release, ReleaseKind
from cms.syndication.document import FEEDS_ABOUT, FeedLink
from cms.syndication.formats.document import DESCRIBED, PageMetadata
from cms.syndication.shares.document import Share
from newsroom_api.errors import CODES

THREAD = "thread"
OFFICIAL_STATEMENT = "official_statement"
MEDIAN_ANSWER_SECONDS = "median_answer_seconds"
FEEDS = "feeds"
SHARE = "share"
METADATA = "metadata"
SNIPPET = "With `search`: the best passage as HTML, the words found in `mark`."


class ProblemError(Document):
    """What is wrong with one input."""

    field: str = Field(description="Name of the parameter.")
    code: str = Field(description="What is wrong, as a code of the contract.")
    message: str = Field(description="What is wrong and what would have been right, in English.")


def _only_standing_members_required(schema: dict[str, Any]) -> None:
    schema["required"] = ["type", "title", "status", "detail", "code", "errors"]


class Problem(Document):
    """An error, as problem details for HTTP APIs (RFC 9457)."""

    model_config = {"json_schema_extra": _only_standing_members_required}

    type: str = Field(description="Always `about:blank`: `code` tells errors apart.")
    title: str = Field(description="What went wrong, in general.")
    status: int = Field(description="The HTTP status.")
    detail: str = Field(description="What went wrong this time.")
    code: Literal[tuple(CODES)] = Field(description="What went wrong, as a code of the contract.")  # type: ignore[valid-type]
    errors: list[ProblemError] = Field(description="What is wrong with which input.")
    reason: str | None = Field(None, description="With `GONE`: the publisher's reason for the withdrawal.")
    withdrawn_at: AwareDatetime | None = Field(None, description="With `GONE`: when the item was withdrawn.")
    retry_after: int | None = Field(None, description="With `RATE_LIMITED`: seconds to wait.")


class ItemEdition(Document):
    """An entry of the public history of an item."""

    seq: int = Field(description="Numbers everything that happens in public in this installation, in order.")
    version: int = Field(description="The version of the item that it made.")
    action: Literal["ISSUED", "CORRECTED", "REFRESHED", "WITHDRAWN"] = Field(
        description="Published; corrected; refreshed, when something that the item shows changed; or withdrawn."
    )
    note: str = Field(
        description="The public note of a correction, or the reason of a withdrawal; else empty."
    )
    at: AwareDatetime = Field(description="When it happened.")
    digest: str = Field(
        description="sha256 of the item's document in canonical JSON; empty for a withdrawal."
    )


class OfficialStatement(Document):
    """A statement that is pinned to a newsroom or to another item while there is a crisis."""

    id: UUID = Field(description="Id of the statement, a release.")
    kind: ReleaseKind = Field(description="What kind of release it is.")
    title: str = Field(description="Title.")
    summary: str = Field(description="Summary.")
    path: str = Field(description="Its address in this installation: `/newsroom/slug`.")
    url: str = Field(description="Its address on the web.")
    published_at: AwareDatetime = Field(description="When it was first public.")


def additions(document: type[ItemDocument]) -> tuple[str, ...]:
    """Names of what an item is shown with, besides its document."""
    (type_,) = get_args(document.model_fields["type"].annotation)
    if type_ in COMMENTABLE:
        return (THREAD, OFFICIAL_STATEMENT)
    return (OFFICIAL_STATEMENT, MEDIAN_ANSWER_SECONDS, FEEDS) if type_ is ItemType.NEWSROOM else ()


def on_request(document: type[ItemDocument]) -> dict[str, Any]:
    """What an item is shown with only where `fields` names it."""
    (type_,) = get_args(document.model_fields["type"].annotation)
    head = "What its page prints in its head, for search engines and social networks. Only with `fields`."
    found: dict[str, Any] = {}
    if type_ is ItemType.RELEASE:
        found[SHARE] = (Share, Field(description="What helps to share it. Only with `fields`."))
    if type_ in DESCRIBED:
        found[METADATA] = (PageMetadata, Field(description=head))
    return found


def field_names(document: type[ItemDocument]) -> list[str]:
    """Everything that an item is shown with, and that `fields` may choose."""
    return [*document.model_fields, *additions(document), *on_request(document)]


def beside_names(document: type[ItemDocument], fields: Collection[str] | None) -> list[str]:
    """Names of what an answer shows an item with, where it asks for `fields`; of the metadata of its page not, which is made of more."""
    if fields is None:
        return list(additions(document))
    known = {*additions(document), *on_request(document)} - {METADATA}
    return [name for name in field_names(document) if name in known and name in fields]


def shown_model(document: type[ItemDocument]) -> Any:
    """A whole item, with what it is shown with besides its document. It has the document's name."""
    fields: dict[str, Any] = {name: _field(document, name) for name in document.model_fields}
    fields |= _added_fields(additions(document))
    return create_model(document.__name__, __base__=Document, __doc__=document.__doc__, **fields)


def _added_fields(names: Iterable[str]) -> dict[str, Any]:
    about: dict[str, Any] = {
        THREAD: (Thread, Field(description="The conversation of the item.")),
        OFFICIAL_STATEMENT: (
            OfficialStatement | None,
            Field(description="What is officially said about it in a crisis; null when there is nothing."),
        ),
        MEDIAN_ANSWER_SECONDS: (
            int | None,
            Field(
                ge=0,
                description="Median seconds in which its newest comments that need an answer were answered; null unless "
                "the newsroom shows it, and as long as it has answered little.",
            ),
        ),
        FEEDS: (list[FeedLink], Field(description=FEEDS_ABOUT)),
    }
    return {name: about[name] for name in names}


def _field(document: type[ItemDocument], name: str) -> tuple[Any, Any]:
    info = copy(document.model_fields[name])
    info.description = document.describe(name)
    return (info.rebuild_annotation(), info)


ShownRelease: Any = shown_model(Release)
ShownNewsroom: Any = shown_model(Newsroom)
ShownPressKit: Any = shown_model(library.PressKit)
ShownDiscussion: Any = shown_model(Discussion)
Asset: Any = TypeAliasType(
    "Asset",
    Annotated[
        shown_model(library.Image)
        | shown_model(library.Video)
        | shown_model(library.Audio)
        | shown_model(library.Document),
        Field(discriminator="file_type", description="An asset: `file_type` tells which of them it is."),
    ],
)
AddressedItem: Any = Annotated[
    ShownRelease | ShownNewsroom | Asset | ShownPressKit | ShownDiscussion,
    Field(discriminator="type", description="The item."),
]


class ItemLocation(Document):
    """What is at a path."""

    moved_to: str | None = Field(
        description="The item's own path, when the one asked for is a former or second one."
    )
    item: AddressedItem


class PreviewedItem(RootModel[AddressedItem]):
    """The draft that a preview token stands for, as it would be published."""


class Index(Document):
    """Where the API begins."""

    newsrooms: str = Field(description="Address of the list of newsrooms.")
    releases: str = Field(description="Address of the list of releases.")
    assets: str = Field(description="Address of the list of assets.")
    press_kits: str = Field(description="Address of the list of press kits.")
    discussions: str = Field(description="Address of the list of discussions.")
    threads: str = Field(description="Address of the list of threads.")
    comment_changes: str = Field(description="Address of the list of changes of comments.")
    changes: str = Field(
        description="Address of everything that happens in public, for copies that stay true."
    )
    receipts: str = Field(description="Address at which partners acknowledge versions.")
    official_statements: str = Field(description="Address of the list of official statements.")
    topics: str = Field(description="Address of the list of topics.")
    people: str = Field(description="Address of the list of people.")
    items: str = Field(description="Address at which items are looked up by their path.")
    preview: str = Field(description="Address at which drafts are read with a preview token.")
    openapi: str = Field(description="Address of the OpenAPI description.")
    docs: str = Field(description="Address of the documentation for reading.")


def card_model(document: type[ItemDocument]) -> type[Document]:
    """What lists show of an item: `ReleaseCard` of `Release`."""
    fields = {name: _field(document, name) for name in document.model_fields if name in document.card_fields}
    fields |= _added_fields(additions(document))
    fields["snippet"] = (str, Field("", description=SNIPPET))
    doc = f"{document.__doc__ or ''} As lists show it."
    return _model(f"{document.__name__}Card", fields, doc, ["snippet"])


def selection_model(*documents: type[ItemDocument], of: type[ItemDocument] | None = None) -> type[Document]:
    """An item of which only the fields that `fields` names are shown: `ReleaseSelection` of `Release`.

    For an item of several shapes: `of` is what they have in common, and they are all given.
    """
    common = of or documents[0]
    fields = {name: _field(document, name) for document in documents for name in document.model_fields}
    fields |= {name: _field(common, name) for name in common.model_fields}
    fields |= _added_fields(additions(common)) | on_request(common)
    fields["snippet"] = (str, Field("", description=SNIPPET))
    doc = f"{common.__doc__ or ''} Only the fields asked for with `fields`."
    return _model(f"{common.__name__}Selection", fields, doc, list(fields))


def detail_model(document: Any, selection: type[Document]) -> Any:
    """A whole item, or the part of it that `fields` names."""
    either: Any = document | selection
    name = f"{document.__name__}Detail"
    return create_model(name, __base__=RootModel[either], __doc__="An item, or the fields asked for.")


def list_model(name: str, member: Any) -> type[Document]:
    """A page of a list."""
    fields: dict[str, Any] = {
        "results": (list[member], Field(description="The items of this page, in the order of the list.")),
        "next": (str | None, Field(description="Address of the next page; null at the end.")),
        "previous": (str | None, Field(description="Address of the page before; null at the beginning.")),
    }
    return create_model(name, __base__=Document, __doc__="A page of a list.", **fields)


EditionList = list_model("EditionList", ItemEdition)


def edition_text(edition: Any) -> str:
    """An entry of the history as JSON."""
    shown = ItemEdition(**{name: getattr(edition, name) for name in ItemEdition.model_fields})
    return shown.model_dump_json()


def _model(name: str, fields: dict[str, Any], doc: str, optional: list[str]) -> type[Document]:
    def without_optional(schema: dict[str, Any]) -> None:
        schema["required"] = [field for field in schema.get("required", []) if field not in optional]
        if not schema["required"]:
            del schema["required"]

    class Base(Document):
        model_config = {"json_schema_extra": without_optional}

    return create_model(name, __base__=Base, __doc__=doc, **fields)
