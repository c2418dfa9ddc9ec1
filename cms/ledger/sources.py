"""From items back to what they are made from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, cast

from django.apps import apps
from wagtail.models import Page

if TYPE_CHECKING:
    from cms.ledger.models import Item
    from cms.ledger.publishing import LedgerModel, LedgerPage, Publishable


def source_of(item: Item) -> Publishable | None:
    """The page or thing that the item is made from; None when it is deleted."""
    if item.source_type == "page":
        page = Page.objects.filter(pk=item.source_id).first()
        return cast("LedgerPage", page.specific) if page else None
    model = apps.get_model(item.source_type)
    return cast("LedgerModel | None", model._default_manager.filter(pk=item.source_id).first())


def page_models() -> Iterator[type[LedgerPage]]:
    """Every installed kind of page that becomes items."""
    from cms.ledger.publishing import LedgerPage

    return (model for model in apps.get_models() if issubclass(model, LedgerPage))


def shared_models() -> Iterator[type[LedgerModel]]:
    """Every installed kind of shared thing that becomes items."""
    from cms.ledger.publishing import LedgerModel

    return (model for model in apps.get_models() if issubclass(model, LedgerModel))
