"""Taking in a file: what it is, what it says of itself, and whether it may come in. Nothing hostile is stored."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

from django.utils import translation
from django.utils.translation import gettext as _

from cms.media import derivatives, inspection, quota
from cms.media.document import AssetType
from cms.media.drawings import Drawing
from cms.media.metadata import read_metadata
from cms.media.pictures import Looked
from cms.media.recordings import Recording
from cms.media.refusal import RefusedFile

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

    from cms.media.inspection import Inspected
    from cms.media.models import Asset

RECORDINGS = (AssetType.VIDEO, AssetType.AUDIO)
NOTES = ("release_at", "instructions")
"""What a file may say that no field takes: when it may be published, and what to observe."""


def read_upload(asset: Asset) -> None:
    """Read the file that an asset was given and has not stored yet, unless a form has. Raises `RefusedFile`."""
    file: Any = asset.file
    if not file or file._committed or file.file is asset.taken_upload:
        return
    with local_path(file) as path:
        take(asset, path, file.name)


def take_upload(asset: Asset, upload: UploadedFile) -> None:
    """Read a file before it becomes the asset's; its name is then that of its content. Raises `RefusedFile`."""
    filename = upload.name or ""
    with local_path(upload) as path:
        inspected = take(asset, path, filename)
    upload.name = stored_name(filename, inspected)
    asset.taken_upload = upload


def check_picture(upload: UploadedFile) -> None:
    """Read a picture that goes with an asset, such as a poster. Raises `RefusedFile` when it is none."""
    filename = upload.name or ""
    with local_path(upload) as path:
        inspected = inspection.inspect(path, filename)
    if inspected.type is not AssetType.IMAGE:
        raise RefusedFile(
            _("This is no image. Choose a picture, such as a JPEG or a PNG."), field="thumbnail"
        )
    upload.name = stored_name(filename, inspected)


def stored_name(filename: str, inspected: Inspected) -> str:
    """The uploader's name with the extension of what the file is."""
    return f"{PurePath(filename).stem[:80] or 'file'}{inspected.extension}"


def take(asset: Asset, path: Path, filename: str) -> Inspected:
    """Fill in what the file at `path` says of the asset. Raises `RefusedFile` and leaves the asset as it was."""
    quota.check(asset, path.stat().st_size)
    inspected = inspection.inspect(path, filename)
    _check_type(asset, inspected)
    sums = derivatives.sums_of(path)
    asset.sha256, asset.mime_type, asset.problem = sums.sha256, inspected.content_type, ""
    asset.file_size = inspected.size
    asset.found = _offers(path, inspected)
    for name, value in _details(inspected).items():
        setattr(asset, name, value)
    file: Any = asset.file
    if not file._committed:
        file.name = stored_name(filename, inspected)
    return inspected


@contextmanager
def local_path(file: Any) -> Iterator[Path]:
    """An uploaded file as a path; one that is only in memory is written out for the while."""
    upload = getattr(file, "file", file)
    if hasattr(upload, "temporary_file_path"):
        yield Path(upload.temporary_file_path())
        return
    with tempfile.NamedTemporaryFile(prefix="newsroom-") as target:
        position = upload.tell()
        upload.seek(0)
        while chunk := upload.read(derivatives.CHUNK):
            target.write(chunk if isinstance(chunk, bytes) else chunk.encode())
        upload.seek(position)
        target.flush()
        yield Path(target.name)


def _check_type(asset: Asset, inspected: Inspected) -> None:
    """A video is no image: each type has its own place in the library."""
    wanted = RECORDINGS if asset.asset_type in RECORDINGS else (asset.asset_type,)
    if inspected.type not in wanted:
        places = {
            AssetType.IMAGE: _("This is an image. Upload it under Images."),
            AssetType.VIDEO: _("This is a video. Upload it under Video and audio."),
            AssetType.AUDIO: _("This is a sound. Upload it under Video and audio."),
            AssetType.DOCUMENT: _("This is a document. Upload it under Documents."),
        }
        raise RefusedFile(places[inspected.type])


def _offers(path: Path, inspected: Inspected) -> list[dict[str, Any]]:
    """What the file offers to the fields of the form, as JSON values."""
    if inspected.type is AssetType.IMAGE:
        metadata = read_metadata(path, language=translation.get_language() or "")
        offers = [(one.field, one.value, one.source) for one in metadata.offers()]
        notes = [(name, getattr(metadata, name)) for name in NOTES]
        offers += [(name, note.value, note.source) for name, note in notes if note]
        return [{"field": name, "value": _plain(value), "source": source} for name, value, source in offers]
    title = getattr(inspected.details, "title", "")
    return [{"field": "title", "value": title, "source": "FILE"}] if title else []


def _plain(value: Any) -> Any:
    return value.isoformat() if hasattr(value, "isoformat") else value


def _details(inspected: Inspected) -> dict[str, Any]:
    """The columns of the asset that its file decides."""
    match inspected.details:
        case Looked() | Drawing() as picture:
            return {"animated": picture.frames > 1}
        case Recording() as recording:
            return {
                "type": inspected.type.lower(),
                "duration": recording.duration or 0,
                "width": recording.width,
                "height": recording.height,
                "video_codec": recording.video_codec,
                "audio_codec": recording.audio_codec,
                "bitrate": recording.bitrate,
            }
        case document:
            return {"page_count": getattr(document, "pages", None)}
