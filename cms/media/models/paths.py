"""Where in the vault an original is stored: addresses that cannot be guessed."""

from __future__ import annotations

import uuid
from pathlib import PurePath
from typing import TYPE_CHECKING

from django.utils.text import slugify

if TYPE_CHECKING:
    from cms.media.models.assets import NewsroomFile, NewsroomMedia


def unguessable_path(kind: str, title: str, filename: str) -> str:
    """Where an upload is stored: a random folder, then a name made from its title, never the uploader's own."""
    name = slugify(title)[:40] or "file"
    return f"{kind}/{uuid.uuid4().hex}/{name}{PurePath(filename).suffix.lower()[:10]}"


def file_path(instance: NewsroomFile, filename: str) -> str:
    """Where an uploaded document is stored."""
    return unguessable_path("files", instance.title, filename)


def media_path(instance: NewsroomMedia, filename: str) -> str:
    """Where an uploaded recording is stored."""
    return unguessable_path("recordings", instance.title, filename)


def poster_path(instance: NewsroomMedia, filename: str) -> str:
    """Where the picture that an editor chose for a recording is stored."""
    return unguessable_path("posters", instance.title, filename)
