"""The public form of what pages say of themselves to search engines and social networks."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from pydantic import Field

from cms.ledger.document import Document, ItemType
from cms.syndication.formats.cards import head_of, tags
from cms.syndication.formats.schema_org import Around, script_text, structured_data

Content = Mapping[str, Any]

DESCRIBED = (ItemType.RELEASE, ItemType.NEWSROOM, ItemType.ASSET, ItemType.PRESS_KIT, ItemType.DISCUSSION)
"""The items that have pages, and so metadata."""
COMMENTS_SHOWN = 5
"""Comments on an item that its structured data has."""


ALONE = Around()
"""Nothing but the document is known."""


class MetaAttribute(StrEnum):
    """The attribute of a `meta` element that says what it tells."""

    PROPERTY = "PROPERTY"
    NAME = "NAME"


class MetaTag(Document):
    """A `meta` element for the head of a page."""

    attribute: MetaAttribute = Field(
        description="The attribute that holds `key`: `property` (Open Graph) or `name`."
    )
    key: str = Field(description="What it tells, such as `og:title` or `twitter:card`.")
    content: str = Field(description="Its `content`, not escaped.")


class PageMetadata(Document):
    """What the page of an item prints in its head, for search engines and social networks."""

    title: str = Field(description="Title of the page, without the name of the newsroom.")
    description: str = Field(description="Description of the page; empty when there is none.")
    canonical_url: str = Field(description='The address for `link rel="canonical"`.')
    json_ld: str = Field(
        description="schema.org data as JSON, to be printed as it is inside a `script` element of the type "
        "`application/ld+json`: nothing in it can end the element."
    )
    tags: list[MetaTag] = Field(description="Open Graph and X card data: a `meta` element each.")


def page_metadata(document: Content, around: Around = ALONE) -> PageMetadata:
    """The metadata of a document's page, with what is known around it."""
    head = head_of(document, around.newsroom)
    return PageMetadata(
        title=head.title,
        description=head.description,
        canonical_url=document["url"],
        json_ld=script_text(structured_data(document, around)),
        tags=[
            MetaTag(attribute=MetaAttribute(tag.attribute.upper()), key=tag.key, content=tag.content)
            for tag in tags(document, head)
        ],
    )
