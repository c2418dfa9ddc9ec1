"""The public form of assets with an address of their own, and of press kits."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal
from uuid import UUID

from pydantic import Field

from cms.ledger.document import Columns, Envelope, Html, ItemDocument, ItemType, Texts, walk
from cms.ledger.filters import composed
from cms.ledger.models import Item
from cms.media.document import (
    FILE_FACET,
    AssetType,
    DocumentFields,
    File,
    FileDocument,
    FileFields,
    ImageFields,
    ImageFile,
    RecordingFields,
    VideoFields,
    any_file,
    fields_of,
    showable,
)
from cms.newsroom.document import (
    COMMENT_CHOICE,
    NewsroomLink,
    ThreadMode,
    TopicLink,
    TranslationLink,
    newsroom_link,
    topic_facets,
    topic_link,
    translation_links,
)
from cms.newsroom.richtext import plain_text, public_html
from cms.releases.document import ReleaseLink

if TYPE_CHECKING:
    from cms.library.models import MediaAssetPage, PressKitPage

RELEASE_FACET = "release"
"""Facet of what belongs to a release: the release's id."""


class Asset(ItemDocument, FileFields):
    """An image, video, sound or document with an address of its own."""

    source_model = "newsroom_library.MediaAssetPage"
    card_fields: ClassVar[frozenset[str]] = (
        frozenset(ItemDocument.model_fields)
        | frozenset(FileFields.model_fields)
        | {"file_type", "file_id", "newsroom", "slug", "path", "url", "topics", "tags", "translations"}
        | {"alt", "width", "height", "focal_point", "animated", "srcset", "sources"}
        | {"duration", "poster", "page_count"}
    )
    shown_fields: ClassVar[frozenset[str]] = frozenset({"locale", "slug", "url", "title"})
    kinds = AssetType
    asset_types = AssetType

    type: Literal[ItemType.ASSET] = Field(ItemType.ASSET, description="Says that this is an asset.")
    file_type: AssetType = Field(description="What the asset is.")
    file_id: UUID = Field(description="Id of the file: the same wherever releases and press kits show it.")
    newsroom: NewsroomLink = Field(description="The newsroom that published it.")
    slug: str = Field(description="Its own part of the address.")
    path: str = Field(description="Its address in this installation: `/newsroom/slug`.")
    url: str = Field(description="Its address on the web.")
    description: Html
    topics: list[TopicLink]
    tags: list[str]
    comment_choice: ThreadMode | None = Field(description=COMMENT_CHOICE)
    translations: list[TranslationLink] = Field(description="The asset in other languages.")

    def columns(self) -> Columns:
        return Columns(slug=self.slug, title=self.title, kind=self.file_type)

    def facets(self) -> set[tuple[str, str]]:
        return (
            topic_facets(self.topics)
            | {("tag", composed(tag).casefold()) for tag in self.tags}
            | {("asset", self.file_type), (FILE_FACET, str(self.file_id))}
        )

    def texts(self) -> Texts:
        names = " ".join([self.credit, self.copyright_holder, *(topic.name for topic in self.topics)])
        lead = " ".join([self.caption, *self.tags, *self.keywords])
        return Texts(title=self.title, lead=lead, names=names, body=plain_text(self.description))


class Image(Asset, ImageFields):
    """An image with an address of its own."""

    file_type: Literal[AssetType.IMAGE] = Field(AssetType.IMAGE, description="Says that this is an image.")


class Video(Asset, VideoFields):
    """A video with an address of its own."""

    file_type: Literal[AssetType.VIDEO] = Field(AssetType.VIDEO, description="Says that this is a video.")


class Audio(Asset, RecordingFields):
    """A sound with an address of its own."""

    file_type: Literal[AssetType.AUDIO] = Field(AssetType.AUDIO, description="Says that this is a sound.")


class Document(Asset, DocumentFields):
    """A document with an address of its own."""

    file_type: Literal[AssetType.DOCUMENT] = Field(
        AssetType.DOCUMENT, description="Says that this is a document to download."
    )


KINDS: dict[AssetType, type[Image | Video | Audio | Document]] = {
    AssetType.IMAGE: Image,
    AssetType.VIDEO: Video,
    AssetType.AUDIO: Audio,
    AssetType.DOCUMENT: Document,
}


class PressKit(ItemDocument):
    """Assets that belong together, to be downloaded together."""

    source_model = "newsroom_library.PressKitPage"
    card_fields: ClassVar[frozenset[str]] = frozenset(ItemDocument.model_fields) | {
        "newsroom",
        "slug",
        "path",
        "url",
        "title",
        "cover",
        "release",
        "topics",
        "file_count",
        "translations",
    }
    shown_fields: ClassVar[frozenset[str]] = frozenset({"locale", "slug", "url", "title"})
    asset_types = AssetType

    type: Literal[ItemType.PRESS_KIT] = Field(
        ItemType.PRESS_KIT, description="Says that this is a press kit."
    )
    newsroom: NewsroomLink = Field(description="The newsroom that published it.")
    slug: str = Field(description="Its own part of the address.")
    path: str = Field(description="Its address in this installation: `/newsroom/slug`.")
    url: str = Field(description="Its address on the web.")
    title: str = Field(description="Name of the kit.")
    description: Html
    cover: ImageFile | None = Field(description="The first image in the kit.")
    files: list[File] = Field(description="What is in the kit, in the editor's order.")
    file_count: int = Field(description="How many files are in the kit.")
    release: ReleaseLink | None = Field(
        description="The release that the kit belongs to, as far as it is public."
    )
    topics: list[TopicLink]
    comment_choice: ThreadMode | None = Field(description=COMMENT_CHOICE)
    translations: list[TranslationLink] = Field(description="The kit in other languages.")

    def columns(self) -> Columns:
        return Columns(slug=self.slug, title=self.title)

    def facets(self) -> set[tuple[str, str]]:
        return (
            topic_facets(self.topics)
            | {("asset", part.type) for part in walk(self.files) if isinstance(part, FileDocument)}  # type: ignore[attr-defined]
            | ({(RELEASE_FACET, str(self.release.id))} if self.release else set())
        )

    def texts(self) -> Texts:
        lead = " ".join(f"{file.title} {file.caption}" for file in self.files)
        names = " ".join(topic.name for topic in self.topics)
        return Texts(title=self.title, lead=lead, names=names, body=plain_text(self.description))


def asset_document(page: MediaAssetPage, envelope: Envelope) -> Asset:
    """The public form of an asset page. Only for a page that has an asset (`is_public`)."""
    asset = page.asset
    if asset is None:
        raise ValueError(f"The asset page {page.pk} has no asset.")
    newsroom = page.newsroom
    return KINDS[asset.asset_type](
        **envelope.fields(),
        **fields_of(asset, envelope) | {"title": page.title},
        locale=page.locale.language_code,
        newsroom=newsroom_link(newsroom),
        file_id=asset.uid,
        slug=page.slug,
        path=f"/{newsroom.slug}/{page.slug}",
        url=page.public_address,
        description=public_html(page.description),
        topics=[topic_link(topic, envelope) for topic in page.topics.all()],
        tags=sorted(tag.name for tag in page.tags.all()),
        comment_choice=page.comment_choice,
        translations=translation_links(page),
    )


def press_kit_document(page: PressKitPage, envelope: Envelope) -> PressKit:
    """The public form of a press kit."""
    newsroom = page.newsroom
    rows = {row.asset.uid: row.asset for row in page.rows.all() if showable(row.asset)}
    files = [any_file(asset, envelope) for asset in rows.values()]  # what stands there twice is shown once
    return PressKit(
        **envelope.fields(),
        locale=page.locale.language_code,
        newsroom=newsroom_link(newsroom),
        slug=page.slug,
        path=f"/{newsroom.slug}/{page.slug}",
        url=page.public_address,
        title=page.title,
        description=public_html(page.description),
        cover=next((file for file in files if isinstance(file, ImageFile)), None),
        files=files,
        file_count=len(files),
        release=_release(page),
        topics=[topic_link(topic, envelope) for topic in page.topics.all()],
        comment_choice=page.comment_choice,
        translations=translation_links(page),
    )


def _release(page: PressKitPage) -> ReleaseLink | None:
    item = Item.objects.filter(
        source_type="page", source_id=page.release_id or 0, state=Item.State.USABLE
    ).first()
    return ReleaseLink(id=item.uid, slug=item.slug, title=item.title) if item else None
