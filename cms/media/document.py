"""The public form of images, video, audio and documents: what every item shows of the files in it.

Names of a rendition's fields are those of ninjs. What does not live here: assets that are items of their own
(`cms/library`).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeGuard, TypeVar
from uuid import UUID

from pydantic import AwareDatetime, Field

from cms.conf import newsroom
from cms.ledger.document import Document, Envelope

if TYPE_CHECKING:
    from cms.media.models import Asset, Derivative, NewsroomFile, NewsroomImage, NewsroomMedia

Shown = TypeVar("Shown", bound="Asset")

ORIGINAL = "original"
"""Name of the rendition that is the whole file, cleaned of private metadata."""
POSTER = "poster"
"""Name of the rendition that is a picture of a recording or of a document's first page."""

FILE_FACET = "file"
"""Facet of every item that shows a file: the file's id."""
SHELF_FACET = "shelf"
"""Facet of every item that names a file on the shelf: its name there. What no item names is taken away."""

COPYRIGHT_MARK = re.compile(r"^\s*(?:(?:copyright\s*)?(?:©|\(c\))|copyright\s+(?=\d))?\s*", re.IGNORECASE)
"""The word alone may begin a name: it counts as a mark before a sign or a year."""


class AssetType(StrEnum):
    """What an asset is."""

    IMAGE = "IMAGE"
    VIDEO = "VIDEO"
    AUDIO = "AUDIO"
    DOCUMENT = "DOCUMENT"


class FocalPoint(Document):
    """The point that stays in sight when the image is cropped: fractions of width and height, from the top left."""

    x: float = Field(description="From the left edge, 0 to 1.", ge=0, le=1)
    y: float = Field(description="From the top edge, 0 to 1.", ge=0, le=1)


class PointOfInterest(Document):
    """The point that matters in a picture, in its own pixels from the top left."""

    x: int = Field(description="Pixels from the left edge.", ge=0)
    y: int = Field(description="Pixels from the top edge.", ge=0)


class Rendition(Document):
    """One file of an asset: a size of an image, a poster, or the whole file (`original`)."""

    name: str = Field(description="Name of the size, such as `medium`; `original` is the whole file.")
    href: str = Field(description="Absolute address of the file. What it holds never changes.")
    content_type: str = Field(description="Media type of the file.")
    width: int | None = Field(description="Width in pixels; null for sounds and documents.")
    height: int | None = Field(description="Height in pixels; null for sounds and documents.")
    size_in_bytes: int = Field(description="Size in bytes.", ge=0, le=2**53 - 1)
    sha256: str = Field(description="sha256 of the file, in hexadecimal.")
    duration: float | None = Field(description="Seconds that it plays; null for what does not play.")
    bitrate: int | None = Field(description="Bits a second; null where unknown.")
    video_codec: str | None = Field(description="Codec of the picture, such as `h264`.")
    audio_codec: str | None = Field(description="Codec of the sound, such as `aac`.")
    poi: PointOfInterest | None = Field(
        description="The point that matters; null when the editor set none, or for what is no picture."
    )

    def marks(self) -> set[tuple[str, str]]:
        from cms.media.storage import shelf

        name = shelf.name_of(self.href)
        return {(SHELF_FACET, name)} if name else set()


class ImageSource(Document):
    """The sizes of an image in one format, for the `source` element of `picture`."""

    content_type: str = Field(description="Media type of the files.")
    srcset: str = Field(description="The uncropped sizes, ready for the `srcset` attribute.")


class FileFields(Document):
    """What is shown of every file: its texts, its rights and its renditions."""

    source_model = "newsroom_media.NewsroomImage"

    title: str = Field(description="Its title.")
    caption: str
    credit: str
    copyright_holder: str
    usage_terms: str
    license_url: str
    expires_at: AwareDatetime | None = Field(description="When the rights to it end; null: they do not.")
    digital_source_type: str
    ai_generated: bool = Field(description="Whether AI made it, or a part of it: say so beside it.")
    keywords: list[str] = Field(description="Words by which the file is found.")
    created_on: dt.date | None
    created_at: AwareDatetime = Field(description="When it was uploaded.")
    sha256: str = Field(description="sha256 of the whole file, in hexadecimal.")
    renditions: list[Rendition] = Field(
        description="Its files: the named sizes, and the whole file as `original`."
    )


class ImageFields(FileFields):
    """What is shown of every image."""

    alt: str
    width: int | None = Field(description="Width of the whole picture in pixels; null where unknown.")
    height: int | None = Field(description="Height of the whole picture in pixels; null where unknown.")
    focal_point: FocalPoint | None = Field(
        description="What must stay in sight; null when the editor set none."
    )
    animated: bool = Field(description="Whether it moves.")
    srcset: str = Field(
        description="The uncropped sizes in the format that every browser shows, ready for `srcset` of `img`."
    )
    sources: list[ImageSource] = Field(description="The same sizes in each format, the smallest files first.")


class RecordingFields(FileFields):
    """What is shown of every video and sound."""

    duration: float | None = Field(description="Seconds that it plays; null where unknown.")
    transcript: str = Field(description="What is said in it.")
    poster: Rendition | None = Field(description="A picture for it, such as one from the video.")


class VideoFields(RecordingFields):
    """What is shown of every video."""

    width: int | None = Field(description="Width of the whole picture in pixels; null where unknown.")
    height: int | None = Field(description="Height of the whole picture in pixels; null where unknown.")


class DocumentFields(FileFields):
    """What is shown of every document."""

    page_count: int | None = Field(description="Pages; null where unknown.")
    poster: Rendition | None = Field(description="A picture for it, such as its first page.")


class FileDocument(FileFields):
    """A file inside an item."""

    id: UUID = Field(description="Id of the file: the same wherever it is shown.")

    def marks(self) -> set[tuple[str, str]]:
        return {(FILE_FACET, str(self.id))}


class ImageFile(FileDocument, ImageFields):
    """An image with its rights and its sizes."""

    type: Literal[AssetType.IMAGE] = Field(AssetType.IMAGE, description="Says that this is an image.")


class VideoFile(FileDocument, VideoFields):
    """A video."""

    type: Literal[AssetType.VIDEO] = Field(AssetType.VIDEO, description="Says that this is a video.")


class AudioFile(FileDocument, RecordingFields):
    """A sound."""

    type: Literal[AssetType.AUDIO] = Field(AssetType.AUDIO, description="Says that this is a sound.")


class DocumentFile(FileDocument, DocumentFields):
    """A document to download."""

    type: Literal[AssetType.DOCUMENT] = Field(AssetType.DOCUMENT, description="Says that this is a document.")


File = Annotated[
    ImageFile | VideoFile | AudioFile | DocumentFile,
    Field(discriminator="type", description="An image, video, sound or document."),
]


def showable(asset: Shown | None) -> TypeGuard[Shown]:
    """Whether documents may show the asset: there is one, and the rights to it have not ended."""
    return asset is not None and not asset.is_expired()


def image_file(image: NewsroomImage, envelope: Envelope) -> ImageFile:
    """The public form of an image. Its public copies must have been prepared (`shelf.prepare`)."""
    return ImageFile(id=image.uid, **fields_of(image, envelope))


def recording_file(media: NewsroomMedia, envelope: Envelope) -> VideoFile | AudioFile:
    """The public form of a video or a sound."""
    shape = AudioFile if media.asset_type is AssetType.AUDIO else VideoFile
    return shape(id=media.uid, **fields_of(media, envelope))


def document_file(file: NewsroomFile, envelope: Envelope) -> DocumentFile:
    """The public form of a document."""
    return DocumentFile(id=file.uid, **fields_of(file, envelope))


SHAPES: dict[AssetType, type[ImageFile | VideoFile | AudioFile | DocumentFile]] = {
    AssetType.IMAGE: ImageFile,
    AssetType.VIDEO: VideoFile,
    AssetType.AUDIO: AudioFile,
    AssetType.DOCUMENT: DocumentFile,
}


def any_file(asset: Asset, envelope: Envelope) -> ImageFile | VideoFile | AudioFile | DocumentFile:
    """The public form of an asset of any type."""
    return SHAPES[asset.asset_type](id=asset.uid, **fields_of(asset, envelope))


def fields_of(asset: Any, envelope: Envelope) -> dict[str, Any]:
    """What documents show of an asset, by its type: the fields of `ImageFields` and its like."""
    match asset.asset_type:
        case AssetType.IMAGE:
            return _image_fields(asset, envelope)
        case AssetType.VIDEO:
            return {**_recording_fields(asset, envelope), "width": asset.width, "height": asset.height}
        case AssetType.AUDIO:
            return _recording_fields(asset, envelope)
        case _:
            return _document_fields(asset, envelope)


def _image_fields(image: NewsroomImage, envelope: Envelope) -> dict[str, Any]:
    renditions = _renditions(image, envelope, focal=image.focal)
    original = _named(renditions, ORIGINAL)
    return {
        **_common_fields(image, renditions),
        "alt": image.alt,
        "width": original.width if original else image.width,
        "height": original.height if original else image.height,
        "focal_point": _focal_point(image.focal),
        "animated": image.animated,
        "srcset": _srcset(renditions, modern=False),
        "sources": _sources(renditions),
    }


def _recording_fields(media: NewsroomMedia, envelope: Envelope) -> dict[str, Any]:
    renditions = _renditions(media, envelope, recording=media)
    return {
        **_common_fields(media, renditions),
        "duration": media.duration or None,
        "transcript": media.transcript,
        "poster": _named(renditions, POSTER),
    }


def _document_fields(file: NewsroomFile, envelope: Envelope) -> dict[str, Any]:
    renditions = _renditions(file, envelope)
    return {
        **_common_fields(file, renditions),
        "page_count": file.page_count,
        "poster": _named(renditions, POSTER),
    }


def without_mark(holder: str) -> str:
    """A copyright holder without the mark that many files and editors put before it: readers' pages print their own."""
    return COPYRIGHT_MARK.sub("", holder)


def _common_fields(asset: Asset, renditions: list[Rendition]) -> dict[str, Any]:
    original = _named(renditions, ORIGINAL)
    return {
        "title": asset.title,
        "caption": asset.caption,
        "credit": asset.credit,
        "copyright_holder": without_mark(asset.copyright_holder),
        "usage_terms": asset.usage_terms,
        "license_url": asset.license_url,
        "expires_at": asset.expires_at,
        "digital_source_type": asset.digital_source_type,
        "ai_generated": asset.is_ai_generated,
        "keywords": sorted(tag.name for tag in asset.tags.all()),  # type: ignore[attr-defined]
        "created_on": asset.created_on,
        "created_at": asset.created_at,
        "sha256": original.sha256 if original else "",
        "renditions": renditions,
    }


def _renditions(
    asset: Asset,
    envelope: Envelope,
    *,
    focal: tuple[float, float] | None = None,
    recording: NewsroomMedia | None = None,
) -> list[Rendition]:
    from cms.media import shelf

    return [
        _rendition(copy, shelf.address_of(copy, envelope), focal, recording)
        for copy in shelf.copies_of(asset, envelope)
    ]


def _rendition(
    copy: Derivative, href: str, focal: tuple[float, float] | None, recording: NewsroomMedia | None
) -> Rendition:
    plays = recording is not None and copy.name == ORIGINAL
    cropped = newsroom.IMAGE_SIZES.get(copy.name, "").startswith("fill-")
    poi = None
    if focal and copy.width and copy.height and not cropped:
        poi = PointOfInterest(x=round(focal[0] * copy.width), y=round(focal[1] * copy.height))
    return Rendition(
        name=copy.name,
        href=href,
        content_type=copy.mime_type,
        width=recording.width if recording and plays else copy.width,
        height=recording.height if recording and plays else copy.height,
        size_in_bytes=copy.size,
        sha256=copy.sha256,
        duration=(recording.duration or None) if recording and plays else None,
        bitrate=recording.bitrate if recording and plays else None,
        video_codec=(recording.video_codec or None) if recording and plays else None,
        audio_codec=(recording.audio_codec or None) if recording and plays else None,
        poi=poi,
    )


def _named(renditions: Iterable[Rendition], name: str) -> Rendition | None:
    return next((one for one in renditions if one.name == name), None)


def _is_modern(rendition: Rendition) -> bool:
    return rendition.content_type in ("image/webp", "image/avif")


def _uncropped(renditions: Iterable[Rendition]) -> list[Rendition]:
    sizes = newsroom.IMAGE_SIZES
    return [one for one in renditions if sizes.get(one.name, "").startswith(("max-", "width-"))]


def _srcset(renditions: Iterable[Rendition], *, modern: bool) -> str:
    by_width = {
        one.width: one.href for one in _uncropped(renditions) if _is_modern(one) is modern and one.width
    }
    return ", ".join(f"{href} {width}w" for width, href in sorted(by_width.items()))


def _sources(renditions: list[Rendition]) -> list[ImageSource]:
    found = []
    for modern in (True, False):
        types = sorted({one.content_type for one in _uncropped(renditions) if _is_modern(one) is modern})
        found += [ImageSource(content_type=one, srcset=_srcset(renditions, modern=modern)) for one in types]
    return found


def _focal_point(focal: tuple[float, float] | None) -> FocalPoint | None:
    return FocalPoint(x=round(focal[0], 4), y=round(focal[1], 4)) if focal else None
