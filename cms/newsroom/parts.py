"""What the apps above this one add to the built-in pages: each registers the Wagtail hook `newsroom_page_parts`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest
from wagtail import hooks

HOOK = "newsroom_page_parts"
"""Called with the request, the item's document, its newsroom's, and `is_preview`; answers with a `Part` or None."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the page of an item, or of a newsroom."""

    context: Mapping[str, Any]
    """What its templates show, besides what the page shows."""
    head: str = ""
    """Name of the template in the `head` of the page."""
    top: str = ""
    """Name of the template above the item."""
    end: str = ""
    """Name of the template below the item."""
    allow: Mapping[str, str] = field(default_factory=dict)
    """Directives of the Content-Security-Policy that it needs, in place of the page's."""


def context_of_parts(
    request: HttpRequest, item: dict[str, Any], newsroom: dict[str, Any], *, is_preview: bool
) -> dict[str, Any]:
    """What all parts of a page show: their context, `heads`, `tops` and `ends` (names of templates), and `allow`."""
    context: dict[str, Any] = {"heads": [], "tops": [], "ends": [], "allow": {}}
    for provide in hooks.get_hooks(HOOK):
        part: Part | None = provide(request, item, newsroom, is_preview=is_preview)
        if part is None:
            continue
        context |= part.context
        context["heads"] += [part.head] if part.head else []
        context["tops"] += [part.top] if part.top else []
        context["ends"] += [part.end] if part.end else []
        context["allow"] |= part.allow
    return context
