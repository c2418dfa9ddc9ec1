"""The files that become the public copies of an asset, by its type: from local files into a folder."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

from cms.conf import newsroom
from cms.media import archives, drawings, papers, pictures, recordings
from cms.media.document import ORIGINAL, POSTER, AssetType
from cms.media.metadata import PublicTexts

if TYPE_CHECKING:
    from cms.media.models import Asset, NewsroomImage

DRAWING = "image/svg+xml"
PAPER = "application/pdf"
POSTER_WIDTH = 1280
EXTENSIONS = {
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "image/webp": ".webp",
    "image/avif": ".avif",
    "image/gif": ".gif",
}


@dataclass(frozen=True, slots=True)
class Copy:
    """A file made for the public."""

    name: str
    """`original`, `poster`, or the name of a size."""
    path: Path
    mime_type: str
    width: int | None = None
    height: int | None = None


def copies(asset: Asset, source: Path, folder: Path, *, poster: Path | None = None) -> Iterator[Copy]:
    """Every copy of the asset whose file is at `source`, made in `folder`; `poster` is the picture chosen for it.

    Raises `RefusedFile` for a file of which they cannot be made.
    """
    match asset.asset_type:
        case AssetType.IMAGE:
            yield from _image(cast("NewsroomImage", asset), source, folder)
        case AssetType.DOCUMENT:
            yield from _document(asset, source, folder)
        case _:
            yield from _recording(asset, source, folder, poster)


def texts_of(asset: Asset) -> PublicTexts:
    """What is written into the public copies of an asset."""
    return PublicTexts(
        title=asset.title,
        caption=asset.caption,
        alt=getattr(asset, "alt", ""),
        credit=asset.credit,
        copyright_holder=asset.copyright_holder,
        usage_terms=asset.usage_terms,
        license_url=asset.license_url,
        digital_source_type=asset.digital_source_type,
    )


def _image(image: NewsroomImage, source: Path, folder: Path) -> Iterator[Copy]:
    texts = texts_of(image)
    looked = pictures.look(source, max_pixels=newsroom.IMAGE_PIXELS)
    classic = "image/png" if looked.has_alpha or image.mime_type == DRAWING else "image/jpeg"
    names = {
        f"{name}{EXTENSIONS[mime_type]}": (name, spec, mime_type)
        for name, spec in newsroom.IMAGE_SIZES.items()
        for mime_type in (*newsroom.IMAGE_FORMATS, classic)
    }
    jobs = [
        pictures.Job(file, pictures.Size.parse(spec), mime_type)
        for file, (_, spec, mime_type) in names.items()
    ]
    made = pictures.make_many(
        source, folder, jobs, focal=image.focal, texts=texts, animated=newsroom.IMAGE_ANIMATED
    )
    for file, (name, _spec, mime_type) in names.items():
        yield Copy(name, folder / file, mime_type, made[file].width, made[file].height)
    if image.mime_type == DRAWING:
        target = folder / f"{ORIGINAL}.svg"
        drawings.public_drawing(source, target)
        yield Copy(ORIGINAL, target, DRAWING, looked.width, looked.height)
        return
    mime_type = pictures.original_content_type(looked)
    target = folder / f"{ORIGINAL}{EXTENSIONS[mime_type]}"
    original = pictures.make_original(source, target, texts)
    yield Copy(ORIGINAL, target, mime_type, original.width, original.height)


def _document(asset: Asset, source: Path, folder: Path) -> Iterator[Copy]:
    target = folder / f"{ORIGINAL}{Path(asset.file.name or '').suffix}"
    if asset.mime_type in archives.WITH_PROPERTIES:
        archives.public_office(source, target, title=asset.title)
        yield Copy(ORIGINAL, target, asset.mime_type)
        return
    if asset.mime_type != PAPER:
        shutil.copyfile(source, target)
        yield Copy(ORIGINAL, target, asset.mime_type)
        return
    papers.public_paper(source, target, title=asset.title, copyright_notice=asset.copyright_holder)
    page = folder / f"{POSTER}.jpg"
    width, height = papers.first_page(source, page, POSTER_WIDTH)
    yield Copy(POSTER, page, "image/jpeg", width, height)
    yield Copy(ORIGINAL, target, PAPER)


def _recording(asset: Asset, source: Path, folder: Path, poster: Path | None) -> Iterator[Copy]:
    frame = folder / "frame.jpg"
    if poster is None and asset.asset_type is AssetType.VIDEO and recordings.poster(source, frame):
        poster = frame
    if poster is not None:
        yield _poster(asset, poster, folder)
    recording = recordings.probe(source)
    extension = recordings.public_extension(recording)
    target = folder / f"{ORIGINAL}.{extension}"
    recordings.public_recording(source, target, title=asset.title, copyright_notice=asset.copyright_holder)
    mime_type = recording.content_type if extension == recording.extension else "video/mp4"
    yield Copy(ORIGINAL, target, mime_type, recording.width, recording.height)


def _poster(asset: Asset, picture: Path, folder: Path) -> Copy:
    """The picture of a recording, made as the sizes of images are."""
    target = folder / f"{POSTER}.jpg"
    size = pictures.Size.parse(f"max-{POSTER_WIDTH}x{POSTER_WIDTH}")
    made = pictures.make_size(
        picture,
        target,
        size,
        content_type="image/jpeg",
        focal=None,
        texts=PublicTexts(title=asset.title, credit=asset.credit, copyright_holder=asset.copyright_holder),
        animated=False,
    )
    return Copy(POSTER, target, "image/jpeg", made.width, made.height)
