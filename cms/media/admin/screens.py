"""Which of Wagtail's screens are ours, and what they load. Registered in `cms/media/wagtail_hooks.py`."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet
from django.templatetags.static import static
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.html import format_html

from cms.media.admin.listings import DocumentList, ImageList, MediaList


def list_urls() -> list[URLPattern]:
    """Addresses of the listings: Wagtail's own addresses, found before its views."""
    return [
        path("images/", ImageList.as_view()),
        path("images/results/", ImageList.as_view(results_only=True)),
        path("documents/", DocumentList.as_view()),
        path("documents/results/", DocumentList.as_view(results_only=True)),
        path("media/", MediaList.as_view()),
        path("media/results/", MediaList.as_view(results_only=True), name="newsroom_media_results"),
    ]


def script() -> str:
    """What a file offers, taken over by a click."""
    return format_html('<script src="{}"></script>', static("newsroom/admin/media.js"))


def styles() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("newsroom/admin/media.css"))


def choosable(rows: QuerySet[Any], request: Any) -> QuerySet[Any]:
    """The documents that choosers offer: those to which the rights have not ended."""
    return rows.filter(Q(expires_at=None) | Q(expires_at__gt=timezone.now()))
