"""The report of editions: what became public, when, by whom and why. Read-only."""

from __future__ import annotations

from typing import Any

import django_filters
from django.core.exceptions import PermissionDenied
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.forms import CheckboxSelectMultiple
from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column, StatusTagColumn, TitleColumn
from wagtail.admin.utils import get_user_display_name
from wagtail.admin.views.reports import ReportView
from wagtail.models import Page
from wagtail.permissions import page_permission_policy
from wagtail.utils.timestamps import render_timestamp

from cms.ledger.document import ItemType
from cms.ledger.models import Edition, Item

EDITING = ["add", "change", "publish"]


def pages_of(user: Any) -> QuerySet[Page]:
    """The pages that the user works on."""
    return page_permission_policy.instances_user_has_any_permission_for(user, EDITING)


def may_see_editions(user: Any) -> bool:
    """Whether the user works on any page."""
    return bool(page_permission_policy.user_has_any_permission(user, EDITING))


def newsrooms_of(user: Any) -> QuerySet[Item]:
    """The newsrooms, open and closed, that the user works in."""
    newsrooms = Item.objects.filter(type=ItemType.NEWSROOM)
    return newsrooms if user.is_superuser else newsrooms.filter(source_id__in=pages_of(user).values("pk"))


def editions_for(user: Any) -> QuerySet[Edition]:
    """The editions of the user's newsrooms, and of the people and topics that all share; newest first."""
    rows = Edition.objects.select_related("item__newsroom", "issued_by")
    rows = rows.annotate(
        newsroom_slug=F("item__newsroom__slug"),
        has_page=Exists(Page.objects.filter(pk=OuterRef("item__source_id"))),
    )
    rows = rows.defer(
        "document", "item__document", "item__card", "item__newsroom__document", "item__newsroom__card"
    ).order_by("-seq")
    if user.is_superuser:
        return rows
    mine = newsrooms_of(user).values("pk")
    shared = Q(item__newsroom=None) & ~Q(item__type=ItemType.NEWSROOM)
    return rows.filter(shared | Q(item__newsroom__in=mine) | Q(item__in=mine))


class EditionFilter(WagtailFilterSet):
    """By newsroom, by what happened, and by date."""

    newsroom = django_filters.ModelChoiceFilter(
        label=_("Newsroom"),
        queryset=lambda request: newsrooms_of(request.user),
        method="in_newsroom",
    )
    action = django_filters.MultipleChoiceFilter(
        label=_("What happened"), choices=Edition.Action.choices, widget=CheckboxSelectMultiple
    )
    issued_at = django_filters.DateFromToRangeFilter(label=_("Date"), widget=DateRangePickerWidget)

    class Meta:
        model = Edition
        fields = ["newsroom", "action", "issued_at"]

    def in_newsroom(self, rows: QuerySet[Edition], name: str, newsroom: Item) -> QuerySet[Edition]:
        return rows.filter(Q(item__newsroom=newsroom) | Q(item=newsroom))


def item_name(edition: Edition) -> str:
    """The item's title; its slug once it is withdrawn."""
    return edition.item.title or edition.item.slug


def newsroom_name(edition: Edition) -> str:
    """The item's newsroom; empty for what all newsrooms share."""
    newsroom = edition.item.newsroom
    return (newsroom.title or newsroom.slug) if newsroom else ""


def issuer_name(edition: Edition) -> str:
    """Who did it, where that is known."""
    return get_user_display_name(edition.issued_by) if edition.issued_by else str(_("Automatic"))


def item_type(edition: Edition) -> str:
    """What the item is, in the editor's language."""
    return str(ITEM_TYPES.get(edition.item.type, edition.item.type))


ITEM_TYPES: dict[str, Promise] = {
    ItemType.NEWSROOM: _("Newsroom"),
    ItemType.RELEASE: _("Release"),
    ItemType.PERSON: _("Person"),
    ItemType.TOPIC: _("Topic"),
    ItemType.ASSET: _("Asset"),
    ItemType.PRESS_KIT: _("Press kit"),
    ItemType.DISCUSSION: _("Discussion"),
    ItemType.CONTRIBUTION: _("Contribution"),
}


def page_url(edition: Edition) -> str | None:
    """Where the item's page can be edited; None for people and topics, and for a page that was deleted."""
    item = edition.item
    if item.source_type != "page" or not edition.has_page:  # type: ignore[attr-defined] # annotated
        return None
    return reverse("wagtailadmin_pages:edit", args=[item.source_id])


class EditionsReport(ReportView):
    """Every edition that the user may know of."""

    page_title = _("Public editions")
    verbose_name_plural = _("editions")
    header_icon = "history"
    model = Edition
    index_url_name = "newsroom_editions_report"
    index_results_url_name = "newsroom_editions_report_results"
    filterset_class = EditionFilter
    is_searchable = True
    search_fields = ["item__title", "item__slug", "note"]
    columns = [
        TitleColumn("item", label=_("Item"), accessor=item_name, get_url=page_url),
        Column("type", label=_("Type"), accessor=item_type),
        Column("newsroom", label=_("Newsroom"), accessor=newsroom_name),
        StatusTagColumn("action", label=_("What happened"), accessor="get_action_display", primary=True),
        Column("version", label=_("Version"), accessor="version"),
        Column("note", label=_("Public note or reason"), accessor="note"),
        Column("issued_by", label=_("By"), accessor=issuer_name),
        Column("issued_at", label=_("When"), accessor=lambda edition: render_timestamp(edition.issued_at)),
    ]
    list_export = [
        "seq",
        "issued_at",
        "action",
        "item.type",
        "item.uid",
        "item.title",
        "item.slug",
        "newsroom_slug",
        "version",
        "note",
        "issued_by",
    ]
    export_headings = {
        "seq": _("Number"),
        "issued_at": _("When"),
        "action": _("What happened"),
        "item.type": _("Type"),
        "item.uid": _("ID"),
        "item.title": _("Title"),
        "item.slug": _("Slug"),
        "newsroom_slug": _("Newsroom"),
        "version": _("Version"),
        "note": _("Public note or reason"),
        "issued_by": _("By"),
    }
    export_filename = "editions"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not may_see_editions(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_filtered_queryset(self) -> QuerySet[Edition]:
        return self.search_queryset(self.filter_queryset(editions_for(self.request.user)))
