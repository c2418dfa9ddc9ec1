"""What is known of uploads: a user's own, what became of each, and what may be sent."""

from __future__ import annotations

import logging
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db.models import Q, QuerySet
from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Collection

from cms.errors import StorageUnavailable
from cms.media.document import AssetType
from cms.media.models import NewsroomImage, Upload
from cms.media.uploads import kinds
from cms.media.uploads.parts import parts
from cms.media.uploads.problems import UploadGone
from cms.media.uploads.services import CHECKED_AT_ONCE, PENDING

THUMBNAIL = "max-165x165"
"""The size that the listing of images uses: whoever looks at it next finds it made."""

logger = logging.getLogger(__name__)


def uploads_of(user: Any) -> QuerySet[Upload]:
    """The uploads that the user may see: their own, and all of them for superusers."""
    return Upload.objects.all() if user.is_superuser else Upload.objects.filter(user=user)


def upload_of(user: Any, uid: UUID) -> Upload:
    """An upload that the user may see. Raises `UploadGone`."""
    upload = uploads_of(user).filter(pk=uid).first()
    if upload is None:
        raise UploadGone(_("This upload is not there any more. Upload the file again."))
    return upload


def listed(user: Any) -> list[dict[str, Any]]:
    """The user's own uploads that the page shows when it is opened, oldest first.

    Those that are no assets yet, and those that were refused in the background, where nobody may have seen why.
    """
    unseen = Q(state=Upload.State.REFUSED, size__gt=CHECKED_AT_ONCE)
    rows = Upload.objects.filter(Q(state__in=PENDING) | unseen, user=user).order_by("created_at")
    return [_details_if_known(upload) for upload in rows]


def summary(upload: Upload) -> dict[str, Any]:
    """An upload as the browser knows it, without asking the storage."""
    return {
        "id": str(upload.pk),
        "name": upload.filename,
        "size": upload.size,
        "modified": upload.modified,
        "state": upload.state,
        "message": upload.message,
        "part_size": upload.part_size,
        "part_count": upload.part_count,
        "asset": describe(upload.asset_label, upload.asset_pk) if upload.asset_pk else None,
        "duplicates": [found for one in upload.duplicates if (found := describe(one["label"], one["pk"]))],
    }


def details(upload: Upload) -> dict[str, Any]:
    """The same with the numbers of the parts that are there, and whether browsers send them to the storage itself."""
    keeper = parts()
    there = sorted(keeper.there(upload)) if upload.state == Upload.State.UPLOADING else []
    return {**summary(upload), "parts": there, "direct": keeper.direct}


def _details_if_known(upload: Upload) -> dict[str, Any]:
    try:
        return details(upload)
    except (UploadGone, StorageUnavailable):  # told when somebody goes on with it
        return {**summary(upload), "parts": []}


def describe(label: str, pk: int) -> dict[str, Any] | None:
    """An asset to link to: title, address of its form, thumbnail where there is one; None when it is gone."""
    asset = apps.get_model(label)._default_manager.filter(pk=pk).first()
    if asset is None:
        return None
    return {
        "title": asset.title,
        "type": str(asset.asset_type),
        "url": reverse(kinds.EDIT_VIEWS[label], args=[pk]),
        "thumbnail": _thumbnail(asset),
    }


def limits() -> dict[str, dict[str, Any]]:
    """Most bytes of a file, by type: as a number, and as people read it."""
    return {
        kind: {"bytes": kinds.limit_of(kind), "text": filesizeformat(kinds.limit_of(kind))}
        for kind in AssetType
    }


def collections_for(user: Any) -> list[tuple[Collection, list[AssetType]]]:
    """Where the user may add files, in the tree's order, and of which types."""
    found: dict[Collection, list[AssetType]] = {}
    for kind in AssetType:
        for collection in kinds.collections_for(user, kind):
            found.setdefault(collection, []).append(kind)
    return sorted(found.items(), key=lambda pair: str(pair[0].path))


def _thumbnail(asset: Any) -> str:
    if not isinstance(asset, NewsroomImage):
        return ""
    try:
        return str(asset.get_rendition(THUMBNAIL).url)
    except Exception:  # whatever a library raises: a missing thumbnail is no reason to show nothing
        logger.warning("No thumbnail of the image %s could be made", asset.pk, exc_info=True)
        return ""
