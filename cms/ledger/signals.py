"""Where Wagtail changes what is public without saving one of our pages: deletion, moves, view restrictions.

Connected when the app is ready. Publishing itself never depends on a signal (`publishing.py`).
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db.models import QuerySet
from django.db.models.signals import m2m_changed, post_delete, post_save, pre_delete
from django.dispatch import receiver
from django.http import HttpRequest
from wagtail import hooks
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import page_unpublished, post_page_move, pre_page_move

from cms.ledger import services, tasks
from cms.ledger.document import ItemType
from cms.ledger.models import Address, Edition
from cms.ledger.publishing import LedgerModel, LedgerPage
from cms.ledger.reasons import Reason
from cms.ledger.services import editions_issued
from cms.ledger.shared import Shared


def connect() -> None:
    """Listen to the deletion of every kind of shared thing that is installed, and to Wagtail's views that
    delete."""
    for hook in ("before_delete_page", "before_bulk_action"):
        hooks.register(hook, lock_before_view, order=-1)
    for model in apps.get_models():
        if issubclass(model, LedgerModel):
            pre_delete.connect(withdraw_deleted_thing, sender=model)
        elif issubclass(model, Shared):
            pre_delete.connect(refresh_without_deleted, sender=model)


@receiver(editions_issued)
def refresh_what_shows_it(editions: list[Edition], spreading: list[UUID], **kwargs: Any) -> None:
    """Items that show something of a changed item are refreshed; a newsroom that opens, opens what is in
    it."""
    for start in range(0, len(spreading), tasks.CHUNK):
        uids = [str(uid) for uid in spreading[start : start + tasks.CHUNK]]
        tasks.enqueue_with_transaction(tasks.refresh_dependents, uids)
    for edition in editions:
        item = edition.item
        if item.type == ItemType.NEWSROOM and item.is_usable and _was_closed(edition):
            tasks.enqueue_with_transaction(tasks.settle_below, item.source_id)


@receiver(pre_delete, sender=Page)
def withdraw_deleted(instance: Page, origin: Any = None, **kwargs: Any) -> None:
    """A page that is deleted, by itself, with its parent or by a queryset, leaves a tombstone.

    Django tells of every page by itself; at the first of them, all are withdrawn.
    """
    if getattr(origin, "newsroom_withdrawn", False):
        return
    pages = Page.objects.filter(pk=instance.pk)
    if isinstance(origin, QuerySet) and issubclass(origin.model, Page):
        pages = Page.objects.filter(pk__in=origin.order_by().values("pk"))
        origin.newsroom_withdrawn = True  # type: ignore[attr-defined]
    pks = list(pages.values_list("pk", flat=True))
    _refresh_later(tasks.users_of(Page, pks))
    services.withdraw_pages(pages, reason=Reason.DELETED)
    Address.objects.filter(alias_page_id__in=pages.order_by().values("pk")).delete()


def withdraw_deleted_thing(instance: LedgerModel, **kwargs: Any) -> None:
    """A person or topic that is deleted leaves a tombstone; what named it is refreshed (by its facets)."""
    services.withdraw_source(instance.source_key, reason=Reason.DELETED)


def refresh_without_deleted(instance: Shared, **kwargs: Any) -> None:
    """What showed a deleted image or text is refreshed. Who did is known only until it is gone."""
    _refresh_later(tasks.users_of(type(instance), [instance.pk]))


@receiver(page_unpublished)
def settle_unpublished(instance: Page, **kwargs: Any) -> None:
    """Wagtail unpublishes expired pages, and many at once, without saving our model. Also sent before a
    deletion."""
    if isinstance(instance, LedgerPage) and not Page.objects.filter(pk=instance.pk, live=True).exists():
        services.settle(instance.source_key)


def lock_before_view(request: HttpRequest, *args: Any) -> None:
    """Wagtail's views for deletion, and for many pages at once, open a transaction and write page rows
    before ours."""
    if request.method == "POST":
        services.lock_first()


@receiver(pre_page_move)
def lock_before_move(**kwargs: Any) -> None:
    """A move inside somebody's transaction writes page rows long before it tells us."""
    services.lock_first()


@receiver(post_page_move)
def settle_moved(instance: Page, url_path_before: str, url_path_after: str, **kwargs: Any) -> None:
    """A move changes an item's newsroom and address, and may bring it under a view restriction."""
    if url_path_before != url_path_after:
        _settle_tree(instance)


@receiver([post_save, post_delete], sender=PageViewRestriction)
def settle_restricted(instance: PageViewRestriction, origin: Any = None, **kwargs: Any) -> None:
    """A page under a view restriction, its own or an ancestor's, is not public.

    A restriction that goes because its page goes opens nothing.
    """
    deleted = getattr(origin, "model", type(origin))
    if origin is not None and not issubclass(deleted, PageViewRestriction):
        return
    page = Page.objects.filter(pk=instance.page_id).first()
    if page is not None:
        _settle_tree(page)


@receiver(m2m_changed)
def settle_relations(instance: Any, action: str, **kwargs: Any) -> None:
    """Forms write many-to-many relations (a person's topics) after they have saved the thing."""
    if isinstance(instance, LedgerModel) and action.startswith("post_"):
        services.settle(instance.source_key)


def _settle_tree(page: Page) -> None:
    """Settle a page and all below it. What must go goes at once; what may come back comes in the
    background."""
    if page.get_view_restrictions().exists():
        services.withdraw_pages(page.get_descendants(inclusive=True), reason=Reason.RESTRICTED)
        return
    if isinstance(page.specific, LedgerPage):
        services.settle(page.specific.source_key)
    if page.numchild:
        tasks.enqueue_with_transaction(tasks.settle_below, page.pk)


def _refresh_later(uids: Collection[UUID]) -> None:
    ordered = sorted(str(uid) for uid in uids)
    for start in range(0, len(ordered), tasks.CHUNK):
        tasks.enqueue_with_transaction(tasks.refresh_items, ordered[start : start + tasks.CHUNK])


def _was_closed(edition: Edition) -> bool:
    """Whether the item was not public before this edition."""
    before = Edition.objects.filter(item=edition.item_id, seq__lt=edition.seq).order_by("-seq").first()
    return before is None or before.action == Edition.Action.WITHDRAWN
