"""The public form of what visitors contribute. What is not named here is not public."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal
from uuid import UUID

from pydantic import Field

from cms.ledger.document import Columns, Document, Envelope, ItemDocument, ItemType, Texts
from cms.media.document import AssetType, File, any_file
from cms.newsroom.document import NewsroomLink, newsroom_link

if TYPE_CHECKING:
    from cms.conversation.models import Contribution as ContributionModel

SUBJECT_FACET = "subject"
"""Facet of what was contributed to an item: the item's id."""


class Contributor(Document):
    """Who contributed it, as that person said; nobody's e-mail address."""

    name: str = Field(description="Name.")
    organisation: str = Field(description="Organisation, if any.")


class Contribution(ItemDocument):
    """A file that a visitor contributed and an editor approved: to a comment, to an item, or to a newsroom."""

    card_fields: ClassVar[frozenset[str]] = frozenset(ItemDocument.model_fields) | {
        "newsroom",
        "title",
        "description",
        "contributor",
        "file",
        "item_id",
        "comment_id",
    }
    shown_fields: ClassVar[frozenset[str]] = frozenset({"title"})
    kinds = AssetType
    asset_types = AssetType

    type: Literal[ItemType.CONTRIBUTION] = Field(
        ItemType.CONTRIBUTION, description="Says that this is a contribution."
    )
    newsroom: NewsroomLink = Field(description="The newsroom that it was sent to.")
    title: str = Field(description="Title.")
    description: str = Field(description="What its contributor says of it, as plain text.")
    contributor: Contributor = Field(description="Who contributed it: name that person beside it.")
    file: File
    item_id: UUID | None = Field(description="Id of the item that it was contributed to, if any.")
    comment_id: UUID | None = Field(description="Id of the comment that it belongs to, if any.")

    def columns(self) -> Columns:
        # It has no page: the colon keeps its slug apart from those of pages.
        return Columns(slug=f"contribution:{self.id}", title=self.title, kind=self.file.type)

    def facets(self) -> set[tuple[str, str]]:
        subject = {(SUBJECT_FACET, str(self.item_id))} if self.item_id else set()
        return subject | {("asset", str(self.file.type))}

    def texts(self) -> Texts:
        names = f"{self.contributor.name} {self.contributor.organisation} {self.file.credit}"
        return Texts(title=self.title, lead=self.description, names=names)


def contribution_document(contribution: ContributionModel, envelope: Envelope) -> Contribution:
    """The public form of a contribution. Only for one that has an asset (`is_public`)."""
    asset = contribution.asset
    if asset is None:
        raise ValueError(f"The contribution {contribution.uid} has no asset.")
    return Contribution(
        **envelope.fields(),
        locale=contribution.locale.language_code,
        newsroom=newsroom_link(contribution.home),
        title=contribution.title,
        description=contribution.description,
        contributor=Contributor(name=contribution.author_name, organisation=contribution.organisation),
        file=any_file(asset, envelope),
        item_id=contribution.item_id,
        comment_id=contribution.comment_id,
    )
