"""What partners fetched and acknowledged: of one partner, and of one item."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db.models import F, OuterRef, Subquery
from django.db.models.fields.json import KeyTextTransform
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Page

from cms.ledger.models import Edition, Item
from cms.syndication.admin.keys import PartnerScreen
from cms.syndication.carrying import Carrier, Carrying, behind, carriers_of, positions, state_of, told_last
from cms.syndication.keys import scope_of
from cms.syndication.models import Partner, Receipt

DAYS = 30
RECEIPTS = 200

WORDS = {
    Carrying.SHOWS_WITHDRAWN: gettext_lazy("Still shows it, although it was withdrawn"),
    Carrying.BEHIND: gettext_lazy("Shows an older version"),
    Carrying.CURRENT: gettext_lazy("Shows the newest version"),
    Carrying.TAKEN_DOWN: gettext_lazy("Has taken it down"),
    Carrying.FETCHED: gettext_lazy("Has fetched the newest version; has not said what it shows"),
    Carrying.UNTOLD: gettext_lazy("Has not fetched the newest version"),
}
SIGNS = {Carrying.SHOWS_WITHDRAWN: "critical", Carrying.BEHIND: "warning", Carrying.CURRENT: "positive"}


class UseScreen(PartnerScreen):
    """What a partner fetched in the last days, and what it says that it shows."""

    title = gettext_lazy("What it fetched and acknowledged")
    icon = "history"
    template_name = "newsroom/syndication/use.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        seq = positions([self.partner.pk]).get(self.partner.pk, 0)
        receipts = Receipt.objects.filter(partner=self.partner)
        return self.show(
            uses=self.partner.uses.order_by("-day")[:DAYS],
            behind=behind(self.partner, seq),
            acknowledged=receipts.count(),
            late=late_of(self.partner),
        )


@dataclass(frozen=True, slots=True)
class Late:
    """An item of which a partner last said that it shows what is no more so."""

    receipt: Receipt
    title: str
    newest: int | None
    words: Any
    is_alarming: bool


def late_of(partner: Partner) -> list[Late]:
    """What a partner shows that is no more so, the withdrawn first; of the items that changed last. Four queries."""
    editions = Edition.objects.filter(item=OuterRef("item"), document__isnull=False).order_by("-seq")
    title = KeyTextTransform("title", "document")
    receipts = Receipt.objects.filter(partner=partner, version__lt=F("item__version")).select_related("item")
    receipts = receipts.defer("item__document", "item__card").order_by("-item__seq")
    rows = list(
        receipts.annotate(title=Subquery(editions.annotate(told=title).values("told")[:1]))[:RECEIPTS]
    )
    told = told_last(scope_of(partner), [row.item_id for row in rows])
    found = [(row, state_of(row, told.get(row.item_id)), told.get(row.item_id)) for row in rows]
    late = [
        Late(
            row,
            row.title or row.item.slug,
            last.version if last else None,
            WORDS[state],
            state is Carrying.SHOWS_WITHDRAWN,
        )
        for row, state, last in found
        if state in SIGNS and state is not Carrying.CURRENT
    ]
    return sorted(late, key=lambda each: not each.is_alarming)


def carried(page: Any, user: Any) -> dict[str, Any] | None:
    """How partners carry the item of a page, for those who see partners; None where none has said anything."""
    if not isinstance(page, Page) or page.pk is None:
        return None
    if not user.has_perm("newsroom_syndication.view_partner"):
        return None
    item = Item.objects.filter(source_type="page", source_id=page.pk).only("uid", "version", "seq").first()
    if item is None:
        return None
    carriers = carriers_of(item, acknowledged_only=True)
    if not carriers:
        return None
    alarming = [each.partner for each in carriers if each.state is Carrying.SHOWS_WITHDRAWN]
    late = [each.partner for each in carriers if each.state is Carrying.BEHIND]
    return {"item": item, "count": len(carriers), "alarming": alarming, "late": late}


def carriers_screen(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Which partners carry an item, and which version each shows."""
    if not request.user.has_perm("newsroom_syndication.view_partner"):
        raise PermissionDenied
    item = get_object_or_404(Item.objects.defer("document", "card"), pk=uid)
    heading = _("Partners that carry it: %(title)s") % {"title": _title(item)}
    rows: list[tuple[Carrier, Any, str]] = [
        (each, WORDS[each.state], SIGNS.get(each.state, "")) for each in carriers_of(item)
    ]
    context = {
        "header_title": heading,
        "page_title": heading,
        "header_icon": "group",
        "breadcrumbs_items": [{"url": "", "label": heading}],
        "item": item,
        "rows": rows,
    }
    return TemplateResponse(request, "newsroom/syndication/carriers.html", context)


def _title(item: Item) -> str:
    """The title of an item; of one that is withdrawn, its last."""
    if item.title:
        return item.title
    last = item.editions.filter(document__isnull=False).order_by("-seq")
    titles = last.annotate(told=KeyTextTransform("title", "document")).values_list("told", flat=True)
    return str(titles.first() or item.slug)
