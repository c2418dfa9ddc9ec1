"""The shapes of changes and receipts, for the description of the API: an edition has the document as it was issued."""

from __future__ import annotations

from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import AwareDatetime, Field, create_model
from typing_extensions import TypeAliasType

from cms.conversation.contributions.document import Contribution
from cms.conversation.document import Discussion
from cms.ledger.document import Document, ItemDocument, ItemType
from cms.library import document as library
from cms.media.document import AssetType
from cms.newsroom.document import Newsroom, Person, Topic
from cms.releases.document import Release, ReleaseKind
from cms.syndication.selectors import LEFT


def issued_model(document: type[ItemDocument]) -> Any:
    """An item as it was issued: without the conversation that items are shown with elsewhere."""
    doc = f"{document.__doc__ or ''} As it was issued."
    return create_model(f"Issued{document.__name__}", __base__=document, __doc__=doc)


IssuedAsset: Any = TypeAliasType(
    "IssuedAsset",
    Annotated[
        issued_model(library.Image)
        | issued_model(library.Video)
        | issued_model(library.Audio)
        | issued_model(library.Document),
        Field(discriminator="file_type", description="An asset: `file_type` tells which of them it is."),
    ],
)
IssuedItem: Any = Annotated[
    issued_model(Release)
    | issued_model(Newsroom)
    | IssuedAsset
    | issued_model(library.PressKit)
    | issued_model(Discussion)
    | issued_model(Contribution)
    | issued_model(Person)
    | issued_model(Topic),
    Field(discriminator="type", description="The item."),
]


class Change(Document):
    """Something that happened to an item in public."""

    seq: int = Field(description="Numbers everything that happens in public in this installation, in order.")
    action: Literal["ISSUED", "CORRECTED", "REFRESHED", "WITHDRAWN"] = Field(
        description="Published; corrected; refreshed, when something that the item shows changed; or withdrawn: take it down."
    )
    item: UUID = Field(description="Id of the item.")
    type: ItemType = Field(description="What the item is.")
    kind: ReleaseKind | AssetType | None = Field(
        description="What kind of release or of file it is; null for other types."
    )
    newsroom: UUID | None = Field(description="Id of its newsroom; null for people and topics.")
    version: int = Field(description="The version of the item that it made.")
    note: str = Field(
        description=f"The public note of a correction, or the reason of a withdrawal; else empty. “{LEFT}”: it has left the scope."
    )
    issued_at: AwareDatetime = Field(description="When it happened.")
    document: IssuedItem | None = Field(
        description="The whole item as it was issued, without files that the scope excludes; null for a withdrawal, and for what "
        "has been withdrawn since."
    )


class ChangeList(Document):
    """A page of what happened."""

    results: list[Change] = Field(
        description="In the order in which it happened; the snapshot in the order of the last changes."
    )
    next: str = Field(description="Address at which to go on, now or later. It never ends.")
    has_more: bool = Field(description="Whether there is more already: go on at once.")
    snapshot: bool = Field(
        description="Whether this page is of what there was to begin with. What a whole snapshot did not name, is not public."
    )


class ReceiptResult(Document):
    """What became of an entry."""

    item: UUID = Field(description="Id of the item.")
    version: int = Field(description="The newest version that you have told of.")
    outcome: Literal["RECORDED", "UNCHANGED", "OLDER"] = Field(
        description="Recorded; known already; or ignored, because you have told of a newer version."
    )


class ReceiptResults(Document):
    """What became of receipts."""

    results: list[ReceiptResult] = Field(description="One for each entry, in their order.")
