"""What a built-in page shows, and the document that it shows, for the tests of pages."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from django.test import Client
from wagtail.models import Page

from cms.ledger.models import Item

Make = Callable[..., Any]


def text_at(client: Client, path: str) -> str:
    page = client.get(path)
    assert page.status_code == 200, page.content
    return page.content.decode()


def plain(html: str) -> str:
    """The words of a page, without its markup."""
    apart = re.sub(r"</(dt|dd|div|p|li)>", " ", html)
    return " ".join(re.sub(r"<[^>]+>", "", apart).split())


def document_of(page: Page) -> dict[str, Any]:
    document: dict[str, Any] = Item.objects.get(source_type="page", source_id=page.pk).document
    return document


def rendition(document: dict[str, Any], name: str, content_type: str | None = None) -> dict[str, Any]:
    return next(
        one
        for one in document["renditions"]
        if one["name"] == name and content_type in (None, one["content_type"])
    )
