"""The kinds of assets that uploads become: their models, who may add them where, and how large they may be."""

from __future__ import annotations

from typing import Any

import wagtailmedia
from django.db.models import QuerySet
from wagtail.models import Collection
from wagtail.permission_policies.collections import CollectionOwnershipPermissionPolicy

from cms.conf import SETTINGS, newsroom
from cms.media.document import AssetType
from cms.media.models import NewsroomFile, NewsroomImage, NewsroomMedia
from cms.media.storage.base import content_type_of

MODELS: dict[AssetType, type[Any]] = {
    AssetType.IMAGE: NewsroomImage,
    AssetType.DOCUMENT: NewsroomFile,
    AssetType.VIDEO: NewsroomMedia,
    AssetType.AUDIO: NewsroomMedia,
}
EDIT_VIEWS = {
    NewsroomImage._meta.label_lower: "wagtailimages:edit",
    NewsroomFile._meta.label_lower: "wagtaildocs:edit",
    NewsroomMedia._meta.label_lower: "wagtailmedia:edit",
}
FOLDERS: dict[type[Any], str] = {
    NewsroomImage: "originals",
    NewsroomFile: "files",
    NewsroomMedia: "recordings",
}
AUTH_MODELS: dict[type[Any], str] = {
    NewsroomImage: "wagtailimages.Image",
    NewsroomFile: "wagtaildocs.Document",
}


def policy_of(model: type[Any]) -> Any:
    """Who may do what with assets of this model: Wagtail's own rules, which its admin follows too."""
    if model is NewsroomMedia:
        return wagtailmedia.get_permission_policy()
    return CollectionOwnershipPermissionPolicy(
        model, auth_model=AUTH_MODELS[model], owner_field_name="uploaded_by_user"
    )


def type_by_name(name: str) -> AssetType:
    """What a file seems to be. Its content decides later."""
    beginning = content_type_of(name.lower()).partition("/")[0].upper()
    return AssetType(beginning) if beginning in {"IMAGE", "VIDEO", "AUDIO"} else AssetType.DOCUMENT


def limit_of(kind: AssetType) -> int:
    """Most bytes that a file of this type may have."""
    limits: dict[str, int] = SETTINGS["UPLOAD_LIMITS"].default | newsroom.UPLOAD_LIMITS
    return limits[kind]


def collections_for(user: Any, kind: AssetType) -> QuerySet[Collection]:
    """Where the user may add assets of this type."""
    found: QuerySet[Collection] = policy_of(MODELS[kind]).collections_user_has_permission_for(user, "add")
    return found


def may_upload(user: Any) -> bool:
    """Whether the user may add anything anywhere."""
    return any(policy_of(model).user_has_permission(user, "add") for model in FOLDERS)
