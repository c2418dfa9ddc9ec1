"""What the ledger has of a page, for tests."""

from __future__ import annotations

from wagtail.models import Page

from cms.ledger.models import Item


def item_of(page: Page) -> Item:
    """The item that a page has become."""
    return Item.objects.get(source_type="page", source_id=page.pk)
