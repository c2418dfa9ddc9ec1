"""Reading what is known of the files on the shelf. Nothing here decides what is public: documents do."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from cms.access import Viewer
from cms.media.models import Derivative


@dataclass(frozen=True, slots=True)
class Content:
    """What a file on the shelf holds, without reading it."""

    size: int
    """Bytes."""
    crc32: int
    sha256: str
    """In hexadecimal."""


def contents_of(viewer: Viewer, shelf_names: Collection[str]) -> dict[str, Content]:
    """What the files with these names on the shelf hold, in one query; those that nobody made are left out."""
    made = Derivative.objects.filter(shelf_name__in=shelf_names)
    rows = made.values_list("shelf_name", "size", "crc32", "sha256")
    return {name: Content(size, crc32, sha256) for name, size, crc32, sha256 in rows}
