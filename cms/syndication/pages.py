"""What syndication adds to the built-in pages."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from cms.newsroom.parts import Part
from cms.syndication.formats.document import DESCRIBED


def metadata_part(
    request: HttpRequest, item: dict[str, Any], newsroom: dict[str, Any], *, is_preview: bool
) -> Part | None:
    """The metadata in the head of the page: nothing that is read costs more for it. Drafts have none."""
    if is_preview or item["type"] not in DESCRIBED:
        return None
    return Part({}, head="newsroom/syndication/_metadata.html")
