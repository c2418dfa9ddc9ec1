"""What the fields of documents hold: other documents, lists, links to items."""

from __future__ import annotations

from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin

from graphene.utils.str_converters import to_camel_case
from pydantic.fields import FieldInfo

from cms.conversation.contributions.document import Contribution
from cms.conversation.document import AnsweredBy, Comment, CommentAuthor, Discussion, Thread
from cms.ledger.document import Document, ItemDocument, ItemLink
from cms.library.document import KINDS, Asset, PressKit
from cms.newsroom.document import (
    Newsroom,
    NewsroomLink,
    Person,
    PersonLink,
    Topic,
    TopicLink,
    TranslationLink,
)
from cms.releases.document import Release, ReleaseLink
from cms.syndication.document import FeedLink
from cms.syndication.formats.document import PageMetadata
from cms.syndication.shares.document import Share
from cms.syndication.statements.document import Statement

ITEMS: dict[str, type[ItemDocument]] = {
    str(document.model_fields["type"].default): document
    for document in (Release, Newsroom, Person, Topic, Asset, PressKit, Discussion, Contribution)
}
VARIANTS: dict[type[Document], dict[str, type[ItemDocument]]] = {
    Asset: {str(kind): shape for kind, shape in KINDS.items()}
}
"""Items of several shapes, which their `file_type` tells apart: interfaces in the schema."""
LINKS: dict[Any, type[ItemDocument]] = {
    NewsroomLink: Newsroom, PersonLink: Person, TopicLink: Topic, ReleaseLink: Release,
}  # fmt: skip


class Part(NamedTuple):
    """What a field of a document holds."""

    name: str
    members: tuple[type[Document], ...]
    """The documents that its value, or each in its list, may be: none for a scalar, the item for a link."""
    link: type[ItemLink] | None
    many: bool
    required: bool
    page: bool = False
    """Whether it is a connection of its members."""
    found: bool = False
    """Whether it is no part of the document: `graphql/finders.py` finds it, for all documents of a level at once."""
    whole: bool = False
    """Whether it is found in the whole document alone."""


def shapes(document: type[Document]) -> tuple[type[Document], ...]:
    """The documents that stored JSON called `document` may be: itself, or its variants."""
    return tuple(VARIANTS[document].values()) if document in VARIANTS else (document,)


def shape_of(content: dict[str, Any]) -> type[ItemDocument]:
    """The document that the stored JSON of an item is."""
    document = ITEMS[content["type"]]
    return VARIANTS[document][content["file_type"]] if document in VARIANTS else document


@cache
def parts(document: type[Document]) -> dict[str, Part]:
    """The fields of `document`, by their GraphQL names."""
    return {to_camel_case(name): _part(document, name, info) for name, info in document.model_fields.items()}


def _part(owner: type[Document], name: str, info: FieldInfo) -> Part:
    required, inner = without_null(info.annotation)
    many = get_origin(inner) is list
    options = _options(get_args(inner)[0] if many else inner)
    documents = tuple(
        option for option in options if isinstance(option, type) and issubclass(option, Document)
    )
    link = next((option for option in documents if issubclass(option, ItemLink)), None)
    if link:
        documents = (_item_of(owner) if link is TranslationLink else LINKS[link],)
    return Part(name, documents, link, many, required)


def _item_of(owner: type[Document]) -> type[Document]:
    """The item that a document is a variant of, if it is one: translations may be of another shape."""
    return next((item for item in VARIANTS if issubclass(owner, item)), owner)


def _options(annotation: Any) -> tuple[Any, ...]:
    if get_origin(annotation) is Annotated:
        return _options(get_args(annotation)[0])
    return get_args(annotation) if get_origin(annotation) in (Union, UnionType) else (annotation,)


def without_null(annotation: Any) -> tuple[bool, Any]:
    """Whether null is excluded, and the annotation without null."""
    rest = tuple(option for option in _options(annotation) if option is not NoneType)
    return len(rest) == len(_options(annotation)), rest[0] if len(rest) == 1 else annotation


def _found(
    name: str, *members: type[Document], many: bool = False, required: bool = False, whole: bool = False
) -> Part:
    return Part(name, members, None, many, required, found=True, whole=whole)


def _page(name: str, *members: type[Document]) -> Part:
    return Part(name, members, None, many=False, required=True, page=True, found=True)


USAGE = _found("releases", Release, many=True, required=True)
"""The public releases that show the file of an asset."""
THREAD = _found("thread", Thread, required=True)
"""The conversation of an item."""
COMMENT_THREAD = _found("thread", Thread)
OFFICIAL_STATEMENT = _found("official_statement", Release)
SHARE = _found("share", Share, required=True, whole=True)
"""What helps to share a release."""
ANSWER_TIME = _found("median_answer_seconds")
THREAD_ITEM = _found("item", Release, Asset, PressKit, Discussion, required=True)
COMMENTS = _page("comments", Comment)
PINNED = _found("pinned_comments", Comment, many=True, required=True)
REACTION_NAMES = _found("reaction_names", many=True, required=True)
SLOW_SECONDS = _found("slow_seconds", required=True)
REPLIES = _page("replies", Comment)
PARENT = _found("parent", Comment)
CONTEXT = _found("context", Comment, many=True, required=True)
STATEMENT = _found("statement", Release)
FEEDS = _found("feeds", FeedLink, many=True, required=True)
"""The feeds of a newsroom."""
SPEAKER = _found("person", Person)
METADATA = _found("metadata", PageMetadata, required=True, whole=True)
"""What the page of an item prints in its head; made from whole documents."""

FOUND: dict[type[Document], tuple[Part, ...]] = {
    Release: (THREAD, OFFICIAL_STATEMENT, METADATA, SHARE),
    Asset: (THREAD, OFFICIAL_STATEMENT, METADATA, USAGE),
    PressKit: (THREAD, OFFICIAL_STATEMENT, METADATA),
    Discussion: (THREAD, OFFICIAL_STATEMENT, METADATA),
    Newsroom: (OFFICIAL_STATEMENT, METADATA, ANSWER_TIME, FEEDS),
    Thread: (THREAD_ITEM, COMMENTS, PINNED, REACTION_NAMES, SLOW_SECONDS),
    Comment: (COMMENT_THREAD, REPLIES, PARENT, CONTEXT, STATEMENT),
    CommentAuthor: (SPEAKER,),
    AnsweredBy: (SPEAKER,),
}
"""What is found for documents, besides what they hold."""


@cache
def found_parts(document: type[Document]) -> dict[str, Part]:
    """The fields that are found for `document`, by their GraphQL names."""
    found = next((FOUND[base] for base in FOUND if issubclass(document, base)), ())
    return {to_camel_case(part.name): part for part in found}


def all_parts(document: type[Document]) -> dict[str, Part]:
    """The fields of the GraphQL type of `document`: those of the document, and what is found for it."""
    return parts(document) | found_parts(document)


@cache
def documents() -> dict[str, type[Document]]:
    """Every document that items hold, themselves included, by the name of its GraphQL type."""
    found: dict[str, type[Document]] = {}
    waiting: list[type[Document]] = [*ITEMS.values(), Thread, Comment, FeedLink, Share, Statement]
    while waiting:
        document = waiting.pop()
        if document.__name__ not in found:
            found[document.__name__] = document
            waiting += shapes(document)
            waiting += [member for part in parts(document).values() for member in part.members]
    return found
