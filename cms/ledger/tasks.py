"""Background work of the ledger: keeping items fresh when what they show changes. One item a transaction."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any
from uuid import UUID

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import OperationalError
from django.db.models import Q
from django_tasks import task
from wagtail.models import Page, ReferenceIndex

from cms.ledger import services
from cms.ledger.document import ItemType
from cms.ledger.models import Facet, Item
from cms.ledger.publishing import LedgerPage
from cms.ledger.sources import source_of

ATTEMPTS = 5


def retrying(action: Callable[[], Any]) -> Any:
    """Run a transaction again when the database broke it off because of a dead-lock."""
    for attempt in range(1, ATTEMPTS + 1):
        try:
            return action()
        except OperationalError:
            if attempt == ATTEMPTS:
                raise
    return None


@task()
def refresh_dependents(uids: list[str]) -> None:
    """Refresh the items that show something of the items `uids`."""
    for item in Item.objects.filter(uid__in=[UUID(uid) for uid in uids]):
        for other in _dependents(item):
            refresh(other)


@task()
def refresh_users_of(label: str, pk: int) -> None:
    """Refresh the items that show the shared thing `pk` of the model `label`."""
    thing = apps.get_model(label)._default_manager.filter(pk=pk).first()
    if thing is not None:
        for item in _items_referring_to(thing):
            refresh(item)


@task()
def settle_below(page_id: int) -> None:
    """Settle every page below a page whose own state changed what is public below it."""
    root = Page.objects.filter(pk=page_id).first()
    if root is None:
        return
    for pk in root.get_descendants().values_list("pk", flat=True):
        page = Page.objects.get(pk=pk).specific
        if isinstance(page, LedgerPage):
            retrying(lambda page=page: services.settle(page))


def refresh(item: Item) -> None:
    """Build the item's document again; an edition is made if it differs."""
    source = source_of(item)
    if source is not None:
        retrying(lambda: services.settle(source, refreshing=True))


def _dependents(item: Item) -> Iterable[Item]:
    """The public items whose documents may show something of `item`."""
    found = Q(pk__in=[])
    if item.type == ItemType.NEWSROOM:
        found |= Q(newsroom=item.uid)
    if item.translation_key:
        found |= Q(translation_key=item.translation_key, type=item.type)
    found |= Q(pk__in=Facet.objects.filter(name__in=("person", "topic"), value=str(item.uid)).values("item"))
    source = source_of(item)
    if source is not None:
        found |= Q(pk__in=[other.pk for other in _items_referring_to(source)])
    return Item.objects.filter(found, state=Item.State.USABLE).exclude(pk=item.pk).order_by("seq")


def _items_referring_to(thing: Any) -> list[Item]:
    """The public items made from what Wagtail's reference index says refers to `thing`."""
    by_type: dict[int, set[str]] = {}
    for type_id, object_id in ReferenceIndex.get_references_to(thing).values_list("base_content_type", "object_id"):
        by_type.setdefault(type_id, set()).add(object_id)
    found = Q(pk__in=[])
    for type_id, ids in by_type.items():
        model = ContentType.objects.get_for_id(type_id).model_class()
        if model is not None:
            source_type = "page" if issubclass(model, Page) else model._meta.label_lower
            found |= Q(source_type=source_type, source_id__in=[int(pk) for pk in ids if pk.isdigit()])
    return list(Item.objects.filter(found, state=Item.State.USABLE))
