"""The public form of official statements: what the company says about an address or a topic, now and before."""

from __future__ import annotations

from enum import StrEnum
from uuid import UUID

from pydantic import AwareDatetime, Field

from cms.ledger.document import Document


class StatementStatus(StrEnum):
    """Whether a statement still holds."""

    CURRENT = "CURRENT"
    SUPERSEDED = "SUPERSEDED"
    WITHDRAWN = "WITHDRAWN"


class Statement(Document):
    """An official statement. Of a withdrawn one there is only that it was withdrawn, when and why."""

    id: UUID = Field(description="Id of the statement: that of its release.")
    status: StatementStatus = Field(description="Whether it still holds.")
    superseded_by_id: UUID | None = Field(
        description="Id of the newest statement of the same newsroom on the same subject, where that is another."
    )
    newsroom_slug: str = Field(description="Slug of the newsroom that speaks.")
    locale: str = Field(description="Its language, as a BCP 47 tag.")
    version: int = Field(description="Its public version.")
    published_at: AwareDatetime = Field(description="When it was first public.")
    updated_at: AwareDatetime = Field(description="When it last changed in public.")
    title: str | None = Field(description="Its title; null when it has been withdrawn.")
    summary: str | None = Field(description="Its summary; null when it has been withdrawn.")
    url: str | None = Field(description="Its address on the web; null when it has been withdrawn.")
    about_urls: list[str] = Field(
        description="The addresses that it answers; none when it has been withdrawn."
    )
    reason: str | None = Field(description="Why it was withdrawn; null while it is public.")
    withdrawn_at: AwareDatetime | None = Field(description="When it was withdrawn; null while it is public.")
