"""From items back to what they are made from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple, cast

from django.apps import apps
from wagtail.models import Page

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from cms.ledger.publishing import LedgerModel, LedgerPage, Publishable


class SourceKey(NamedTuple):
    """What an item is made from: `("page", page id)` or `("app.model", id)`."""

    type: str
    id: int


def load(key: SourceKey) -> Publishable | None:
    """The page or thing as it is in the database now; None when it is deleted, or no longer of a kind that
    is public."""
    from cms.ledger.publishing import Publishable

    if key.type == "page":
        page = Page.objects.filter(pk=key.id).first()
        source = page.specific if page else None
    else:
        source = apps.get_model(key.type)._default_manager.filter(pk=key.id).first()
    return source if isinstance(source, Publishable) else None


def page_models() -> Iterator[type[LedgerPage]]:
    """Every installed kind of page that becomes items."""
    from cms.ledger.publishing import LedgerPage

    return (model for model in apps.get_models() if issubclass(model, LedgerPage))


def shared_models() -> Iterator[type[LedgerModel]]:
    """Every installed kind of shared thing that becomes items."""
    from cms.ledger.publishing import LedgerModel

    return (model for model in apps.get_models() if issubclass(model, LedgerModel))


def withdrawal_reasons(pages: QuerySet[Page]) -> dict[int, str]:
    """By page id: the reasons for withdrawal that editors gave with these pages."""
    wanted = pages.order_by().values("pk")
    reasons: dict[int, str] = {}
    for model in page_models():
        given = model.objects.filter(pk__in=wanted).exclude(withdrawal_reason="")
        reasons.update(cast("QuerySet[LedgerPage]", given).values_list("pk", "withdrawal_reason"))
    return reasons
