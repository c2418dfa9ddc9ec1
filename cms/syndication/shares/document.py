"""The public form of what helps to share a release."""

from __future__ import annotations

from pydantic import Field

from cms.ledger.document import Document
from cms.syndication.shares.channels import ShareChannel


class ShareImage(Document):
    """An image in the shape that fits a channel."""

    name: str = Field(description="Name of its size: `social` (1200×630), `square` or `story` (9:16).")
    href: str = Field(description="Absolute address of the file.")
    content_type: str = Field(description="Media type of the file.")
    width: int | None = Field(description="Width in pixels.")
    height: int | None = Field(description="Height in pixels.")
    alt: str = Field(description="What it shows, for those who do not see it.")
    credit: str = Field(description="Whom to name beside it.")


class ShareText(Document):
    """Ready words for a channel, within its length."""

    channel: ShareChannel = Field(description="The channel.")
    text: str = Field(description="The words, the short link and hashtags.")
    length: int = Field(description="Length of the text, as the channel counts.")
    limit: int = Field(description="The longest text that the channel takes, as it counts.")
    url: str = Field(
        description="The short link in the text: it counts visitors by channel, and nothing else."
    )
    href: str | None = Field(
        description="Address at which a reader begins to share there; null where there is none for everybody."
    )
    image: ShareImage | None = Field(description="The image to go with it; null when the release has none.")


class Share(Document):
    """What helps to share a release: links, ready words and images for each channel."""

    url: str = Field(description="The canonical address.")
    short_url: str = Field(description="A short address, which leads there.")
    hashtags: list[str] = Field(description="Its tags as hashtags, with their number sign.")
    texts: list[ShareText] = Field(description="Ready words for each channel.")
