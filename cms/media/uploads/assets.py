"""The asset that a checked upload becomes. Its file is in the vault already and is not copied again."""

from __future__ import annotations

from pathlib import Path, PurePath
from typing import Any

from django.core.files import File
from django.utils.translation import gettext as _
from wagtail.utils.file import hash_filelike

from cms.media import intake
from cms.media.content import Format, recognise
from cms.media.document import AssetType
from cms.media.models import Asset, NewsroomFile, NewsroomImage, Upload
from cms.media.refusal import RefusedFile
from cms.media.uploads import kinds


def asset_of(upload: Upload, path: Path) -> Asset:
    """The asset, not saved yet, of an upload whose file is at `path`; sets `upload.final_name`. Raises `RefusedFile`."""
    format_ = recognise(path)
    kind = format_.type if isinstance(format_, Format) else AssetType.DOCUMENT
    model = kinds.MODELS[kind]
    asset: Asset = model(
        title=PurePath(upload.filename).stem or upload.filename,
        collection=upload.collection,
        uploaded_by_user=upload.user,
    )
    inspected = intake.take(asset, path, upload.filename)
    _check_permission(upload, inspected.type)
    measure(asset, path)
    folder, name = kinds.FOLDERS[model], PurePath(upload.vault_name)
    upload.final_name = f"{folder}/{name.parent.name}/{name.stem}{inspected.extension}"
    asset.file.name = upload.final_name
    asset.file._committed = True  # type: ignore[attr-defined] # Django's own way of telling
    return asset


def same_as(asset: Asset, user: Any) -> list[dict[str, Any]]:
    """Assets with the same bytes, as far as the user may know of them: `[{label, pk}]`."""
    return [
        {"label": model._meta.label_lower, "pk": pk}
        for model in kinds.FOLDERS
        for pk in kinds.policy_of(model)
        .instances_user_has_any_permission_for(user, ["add", "change", "delete"])
        .filter(sha256=asset.sha256)
        .order_by("pk")
        .values_list("pk", flat=True)[:5]
    ]


def _check_permission(upload: Upload, kind: AssetType) -> None:
    """The name promised a type when the upload began; the content may be of another."""
    allowed = kinds.collections_for(upload.user, kind) if upload.user and upload.user.is_active else None
    if (
        allowed is None
        or upload.collection_id is None
        or not allowed.filter(pk=upload.collection_id).exists()
    ):
        message = {
            AssetType.IMAGE: _("This is an image, and you may not add images to this collection."),
            AssetType.VIDEO: _("This is a video, and you may not add videos to this collection."),
            AssetType.AUDIO: _("This is a sound, and you may not add sounds to this collection."),
            AssetType.DOCUMENT: _("This is a document, and you may not add documents to this collection."),
        }
        raise RefusedFile(message[kind])


def measure(asset: Asset, path: Path) -> None:
    """What Wagtail's own forms find out of a file: its size, its hash, and the width and height of an image."""
    with path.open("rb") as file:
        if isinstance(asset, NewsroomImage):
            asset.file = File(file, name=path.name)  # reads width and height
        if isinstance(asset, NewsroomImage | NewsroomFile):
            asset.file_size, asset.file_hash = path.stat().st_size, hash_filelike(file)
