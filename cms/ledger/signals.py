"""Where Wagtail changes what is public without saving one of our pages: deletion, moves, view restrictions.

Connected when the app is ready. Publishing itself never depends on a signal (`publishing.py`).
"""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete, post_save, pre_delete
from django.dispatch import receiver
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import post_page_move

from cms.ledger import services, tasks
from cms.ledger.document import ItemType
from cms.ledger.models import Address, Edition
from cms.ledger.publishing import LedgerPage, SourceKey
from cms.ledger.services import Reason, editions_issued


@receiver(editions_issued)
def refresh_what_shows_it(editions: list[Edition], **kwargs: Any) -> None:
    """Items that show something of a changed item are refreshed; a newsroom that opens, opens what is in it."""
    uids = [str(edition.item_id) for edition in editions]
    transaction.on_commit(lambda: tasks.refresh_dependents.enqueue(uids))
    for edition in editions:
        item = edition.item
        if item.type == ItemType.NEWSROOM and item.is_usable and _was_closed(edition):
            page_id = item.source_id
            transaction.on_commit(lambda page_id=page_id: tasks.settle_below.enqueue(page_id))


@receiver(pre_delete, sender=Page)
def withdraw_deleted(instance: Page, **kwargs: Any) -> None:
    """A page that is deleted, by itself, with its parent or by a queryset, leaves a tombstone."""
    reason = getattr(instance, "withdrawal_reason", "")
    if not reason:
        reason = _reason_on_page(instance.pk)
    services.withdraw_source(SourceKey("page", instance.pk), reason=reason or Reason.DELETED)
    Address.objects.filter(alias_page_id=instance.pk).delete()


@receiver(post_page_move)
def settle_moved(instance: Page, url_path_before: str, url_path_after: str, **kwargs: Any) -> None:
    """A move changes an item's newsroom and address, and may bring it under a view restriction."""
    if url_path_before != url_path_after:
        _settle_tree(instance)


@receiver([post_save, post_delete], sender=PageViewRestriction)
def settle_restricted(instance: PageViewRestriction, **kwargs: Any) -> None:
    """A page under a view restriction, its own or an ancestor's, is not public."""
    page = Page.objects.filter(pk=instance.page_id).first()
    if page is not None:
        _settle_tree(page)


def _settle_tree(page: Page) -> None:
    """Settle a page and all below it. What must go goes at once; what may come back comes in the background."""
    specific = page.specific
    if page.get_view_restrictions().exists():
        ids = page.get_descendants(inclusive=True).values_list("pk", flat=True)
        services.withdraw_pages(list(ids), reason=Reason.RESTRICTED)
        return
    if isinstance(specific, LedgerPage):
        services.settle(specific)
    transaction.on_commit(lambda: tasks.settle_below.enqueue(page.pk))


def _was_closed(edition: Edition) -> bool:
    """Whether the item was not public before this edition."""
    before = Edition.objects.filter(item=edition.item_id, seq__lt=edition.seq).order_by("-seq").first()
    return before is None or before.action == Edition.Action.WITHDRAWN


def _reason_on_page(page_id: int) -> str:
    from cms.ledger.sources import page_models

    for model in page_models():
        reason = model.objects.filter(pk=page_id).values_list("withdrawal_reason", flat=True).first()
        if reason:
            return reason
    return ""
