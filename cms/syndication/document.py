"""What syndication adds to documents on the wire."""

from __future__ import annotations

from pydantic import Field

from cms.ledger.document import Document

FEEDS_ABOUT = 'Its feeds of releases: print them as `<link rel="alternate">` in the head of its pages.'


class FeedLink(Document):
    """A feed of a newsroom, for `<link rel="alternate">` in the head of its pages."""

    title: str = Field(description="Name of the feed, in the newsroom's language.")
    type: str = Field(description="Media type, such as `application/atom+xml`.")
    href: str = Field(description="Absolute address.")
