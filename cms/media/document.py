"""The public form of images and files."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING
from uuid import UUID

from pydantic import AwareDatetime, Field

from cms.conf import newsroom
from cms.ledger.document import Document

if TYPE_CHECKING:
    from cms.media.models import NewsroomFile, NewsroomImage


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


class Rendition(Document):
    """An image in one of the named sizes."""

    name: str = Field(description="Name of the size, such as `medium`.")
    url: str = Field(description="Absolute address of the file.")
    width: int = Field(description="Width in pixels.")
    height: int = Field(description="Height in pixels.")
    mime_type: str = Field(description="Media type of the file.")


class Image(Document):
    """An image with its rights and its sizes."""

    source_model = "newsroom_media.NewsroomImage"

    id: UUID = Field(description="Id of the image.")
    title: str = Field(description="Name of the image.")
    alt: str
    caption: str
    credit: str
    copyright_holder: str
    usage_terms: str
    license_url: str
    digital_source_type: str
    created_at: AwareDatetime = Field(description="When the image was uploaded.")
    width: int = Field(description="Width of the original in pixels.")
    height: int = Field(description="Height of the original in pixels.")
    focal_point: FocalPoint | None = Field(
        description="What must stay in sight; null when the editor set none."
    )
    renditions: list[Rendition] = Field(description="The image in each named size.")
    srcset: str = Field(description="The uncropped sizes, ready for the `srcset` attribute of `img`.")


class File(Document):
    """A video, a sound or a document that can be downloaded."""

    source_model = "newsroom_media.NewsroomFile"

    id: UUID = Field(description="Id of the file.")
    type: AssetType = Field(description="What the file is.")
    title: str = Field(description="Name of the file.")
    description: str
    credit: str
    copyright_holder: str
    usage_terms: str
    license_url: str
    digital_source_type: str
    created_at: AwareDatetime = Field(description="When the file was uploaded.")
    url: str = Field(description="Absolute address of the file.")
    size: int = Field(description="Size in bytes.", ge=0, le=2**53 - 1)
    mime_type: str = Field(description="Media type of the file.")


def image_document(image: NewsroomImage) -> Image:
    """The public form of an image. Its sizes must have been made (`NewsroomImage.make_renditions`)."""
    sizes = newsroom.IMAGE_SIZES
    made = image.make_renditions()
    renditions = [
        Rendition(
            name=name,
            url=newsroom.BASE_URL + made[name].url if made[name].url.startswith("/") else made[name].url,
            width=made[name].width,
            height=made[name].height,
            mime_type=made[name].mime_type,
        )
        for name in sizes
    ]
    uncropped = {r.width: r.url for r in renditions if sizes[r.name].startswith(("max-", "width-"))}
    return Image(
        id=image.uid,
        title=image.title,
        alt=image.alt,
        caption=image.caption,
        credit=image.credit,
        copyright_holder=image.copyright_holder,
        usage_terms=image.usage_terms,
        license_url=image.license_url,
        digital_source_type=image.digital_source_type,
        created_at=image.created_at,
        width=image.width,
        height=image.height,
        focal_point=_focal_point(image),
        renditions=renditions,
        srcset=", ".join(f"{url} {width}w" for width, url in sorted(uncropped.items())),
    )


def file_document(file: NewsroomFile) -> File:
    """The public form of a file."""
    url = file.file.url
    return File(
        id=file.uid,
        type=file.asset_type,
        title=file.title,
        description=file.description,
        credit=file.credit,
        copyright_holder=file.copyright_holder,
        usage_terms=file.usage_terms,
        license_url=file.license_url,
        digital_source_type=file.digital_source_type,
        created_at=file.created_at,
        url=newsroom.BASE_URL + url if url.startswith("/") else url,
        size=file.get_file_size() or 0,
        mime_type=file.content_type,
    )


def _focal_point(image: NewsroomImage) -> FocalPoint | None:
    if image.focal_point_x is None or image.focal_point_y is None:
        return None
    return FocalPoint(
        x=round(min(image.focal_point_x / image.width, 1), 4),
        y=round(min(image.focal_point_y / image.height, 1), 4),
    )
