"""Withdrawing in the admin: unpublishing and deleting ask for a public reason, and store it first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.models import Page

from cms.ledger.document import ItemType
from cms.ledger.models import Item
from cms.ledger.sources import page_models

FIELD = "withdrawal_reason"
LENGTH = 1000


@dataclass(frozen=True, slots=True)
class Impact:
    """What readers lose when pages are unpublished or deleted."""

    public: int
    """How many of the pages themselves are public."""
    below: int
    """How many public items are below them."""
    newsrooms: int
    """How many of the public ones are newsrooms."""

    @property
    def total(self) -> int:
        return self.public + self.below


def impact_of(pages: Sequence[Page]) -> Impact:
    """What is public of the pages and of all below them."""
    own = {page.pk for page in pages}
    items = _public_items(_with_below(pages)).values_list("source_id", "type")
    return Impact(
        public=sum(pk in own for pk, _type in items),
        below=sum(pk not in own for pk, _type in items),
        newsrooms=sum(kind == ItemType.NEWSROOM for _pk, kind in items),
    )


def before_unpublish(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Ask for a reason when the page is public; store it on what is unpublished."""
    below = bool(request.POST.get("include_descendants"))
    return _take_reason(request, page, _with_below([page]) if below else _only([page]))


def before_delete(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Ask for a reason when the page or something below it is public; store it on all that is deleted."""
    if request.method != "POST" or _confirmation_is_wrong(request):
        return None
    return _take_reason(request, page, _with_below([page]))


def before_bulk(request: HttpRequest, action_type: str, objects: Sequence[Any], action: object) -> None:
    """Store the reason for many pages at once; without one, the default reason is shown."""
    if not objects or not all(isinstance(page, Page) for page in objects):
        return
    if action_type == "delete" or (action_type == "unpublish" and request.POST.get("include_descendants")):
        _store(_with_below(objects), _reason_in(request))
    elif action_type == "unpublish":
        _store(_only(objects), _reason_in(request))


def _take_reason(request: HttpRequest, page: Page, pages: QuerySet[Page]) -> HttpResponse | None:
    reason = _reason_in(request)
    if not reason and _public_items(pages).exists():
        messages.error(request, _("Nothing has been withdrawn yet: write a reason first."))
        query = {"reason": "missing", "next": get_valid_next_url_from_request(request)}
        given = {name: value for name, value in query.items() if value}
        return redirect(f"{request.path}?{urlencode(given)}")
    _store(pages, reason)
    page.withdrawal_reason = reason
    return None


def _store(pages: QuerySet[Page], reason: str) -> None:
    """Keep the reason on the rows of the pages, where the ledger finds it; an empty one clears them."""
    for model in page_models():
        model.objects.filter(pk__in=pages.values("pk")).update(withdrawal_reason=reason)


def _reason_in(request: HttpRequest) -> str:
    return request.POST.get(FIELD, "").strip()[:LENGTH]


def _only(pages: Sequence[Page]) -> QuerySet[Page]:
    return Page.objects.filter(pk__in=[page.pk for page in pages])


def _with_below(pages: Sequence[Page]) -> QuerySet[Page]:
    """The pages and all below them."""
    return Page.objects.filter(reduce(or_, (Q(path__startswith=page.path) for page in pages)))


def _public_items(pages: QuerySet[Page]) -> QuerySet[Item]:
    return Item.objects.filter(source_type="page", source_id__in=pages.values("pk"), state=Item.State.USABLE)


def _confirmation_is_wrong(request: HttpRequest) -> bool:
    """Whether the editor mistyped the site's name, so that Wagtail will not delete."""
    typed = request.POST.get("confirm_site_name")
    return bool(typed) and typed != getattr(settings, "WAGTAIL_SITE_NAME", "wagtail")
