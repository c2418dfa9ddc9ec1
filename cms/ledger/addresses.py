"""Former and second addresses of items, so that an old link answers where the item has gone.

An item's own address is in its row (`newsroom.slug` and `slug`). Everything here runs under the ledger's
lock.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from cms.ledger.document import ItemType
from cms.ledger.models import Address, Item
from cms.ledger.sources import SourceKey, load

if TYPE_CHECKING:
    from cms.ledger.publishing import Publishable


def keep_old(before: Item, newsroom: Item | None, slug: str) -> None:
    """Remember the address that an item leaves."""
    if not _has_address(before) or before.slug == str(before.uid):
        return
    if before.slug != slug or before.newsroom_id != (newsroom.uid if newsroom else None):
        newsroom_slug, own_slug = _path(before)
        Address.objects.update_or_create(
            newsroom_slug=newsroom_slug, slug=own_slug, defaults={"item": before, "alias_page_id": None}
        )


def clear(item: Item) -> list[SourceKey]:
    """Make the item's address its own: nothing former answers there any more, and nothing public stands
    there.

    Another item stands there only when its page has moved on unseen (a bulk update, two pages that swapped
    slugs): it
    steps aside, and is returned to be settled. When its page has not moved on, the address is taken:
    ValidationError.
    """
    if not _has_address(item):
        return []
    newsroom_slug, own_slug = _path(item)
    Address.objects.filter(newsroom_slug=newsroom_slug, slug=own_slug).delete()
    there = Item.objects.filter(state=Item.State.USABLE, slug=item.slug, newsroom=item.newsroom).exclude(
        pk=item.pk
    )
    if item.type == ItemType.NEWSROOM:
        there = there.filter(type=ItemType.NEWSROOM)
    displaced = []
    for other in there:
        key = SourceKey(other.source_type, other.source_id)
        if _still_claims(key, other):
            raise ValidationError(
                {"slug": _("Another item has this address. Every item needs one of its own.")}
            )
        Item.objects.filter(pk=other.pk).update(slug=str(other.uid))
        displaced.append(key)
    return displaced


def settle_alias(page: Publishable, newsroom: Item | None) -> None:
    """A Wagtail alias is no item of its own: it is a second address of the item it mirrors."""
    key = page.source_key
    if key.type != "page":
        return
    alias_of = getattr(page, "alias_of_id", None)
    Address.objects.filter(alias_page_id=key.id).delete()
    closed = page.newsroom_key is not None and newsroom is None
    if alias_of is None or closed or not getattr(page, "is_open", False):
        return
    item = Item.objects.filter(source_type="page", source_id=alias_of).first()
    if item is not None:
        slug = getattr(page, "slug", "")
        newsroom_slug, own_slug = (newsroom.slug, slug) if newsroom else (slug, "")
        Address.objects.update_or_create(
            newsroom_slug=newsroom_slug, slug=own_slug, defaults={"item": item, "alias_page_id": key.id}
        )


def _still_claims(key: SourceKey, item: Item) -> bool:
    """Whether the item's source, as it is now, is public at the item's address."""
    source = load(key)
    newsroom = item.newsroom
    return (
        source is not None
        and source.is_public()
        and getattr(source, "slug", item.slug) == item.slug
        and (newsroom is None or source.newsroom_key == (newsroom.source_type, newsroom.source_id))
    )


def _has_address(item: Item) -> bool:
    return item.type == ItemType.NEWSROOM or item.newsroom_id is not None


def _path(item: Item) -> tuple[str, str]:
    """Newsroom slug and own slug; the latter is empty for a newsroom."""
    return (item.newsroom.slug, item.slug) if item.newsroom else (item.slug, "")
