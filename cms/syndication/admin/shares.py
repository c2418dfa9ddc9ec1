"""Shared links in the admin: the ready words and links of a release, and how often they were followed, by channel."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Sum
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets import Button

from cms.ledger.admin.report import may_see_editions, newsrooms_of, pages_of
from cms.ledger.document import ItemType
from cms.ledger.models import Item
from cms.releases.models import ReleasePage
from cms.syndication.embeds.snippets import script_tag, snippets_of
from cms.syndication.models import ShareCount
from cms.syndication.shares.channels import OTHER, ShareChannel
from cms.syndication.shares.selectors import followed
from cms.syndication.shares.texts import share_content

RECENT_DAYS = 30
MOST_RELEASES = 50
NAMES: dict[str, Any] = {
    ShareChannel.FACEBOOK: "Facebook",
    ShareChannel.X: "X",
    ShareChannel.LINKEDIN: "LinkedIn",
    ShareChannel.INSTAGRAM: "Instagram",
    ShareChannel.SNAPCHAT: "Snapchat",
    ShareChannel.MASTODON: "Mastodon",
    ShareChannel.BLUESKY: "Bluesky",
    ShareChannel.WHATSAPP: "WhatsApp",
    ShareChannel.EMAIL: gettext_lazy("E-mail"),
    OTHER: gettext_lazy("Without a channel"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """A release in the report."""

    title: str
    newsroom: str
    url: str
    total: int
    recent: int


def release_links(request: HttpRequest, pk: int) -> HttpResponse:
    """The shared links of a release: what to post where, and how often each link was followed."""
    page = pages_of(request.user).filter(pk=pk).first()
    if page is None:
        raise PermissionDenied
    item = Item.objects.filter(source_type="page", source_id=pk, type=ItemType.RELEASE).first()
    if item is None:
        raise Http404
    share = share_content(item.document) if item.document else None
    counts = followed([item.pk], since=_since())
    texts = [text | {"name": NAMES[text["channel"]]} for text in share["texts"]] if share else []
    context = {
        "header_title": f"{_('Shared links')}: {page.get_admin_display_title()}",
        "page_title": _("Shared links"),
        "page_subtitle": page.get_admin_display_title(),
        "header_icon": "link",
        "breadcrumbs_items": [
            {"url": reverse("newsroom_shared_links"), "label": _("Shared links")},
            {"url": "", "label": page.get_admin_display_title()},
        ],
        "share": share,
        "texts": texts,
        "script": script_tag(),
        "snippets": list(snippets_of(item.document)) if item.document else [],
        "counts": [(NAMES.get(each.channel, each.channel), each) for each in counts],
        "total": sum(each.total for each in counts),
        "days": RECENT_DAYS,
    }
    return render(request, "newsroom/admin/shared_links_of_release.html", context)


def report(request: HttpRequest) -> HttpResponse:
    """The releases whose shared links were followed most in the last days, in the newsrooms that the user works in."""
    if not may_see_editions(request.user):
        raise PermissionDenied
    context = {
        "header_title": _("Shared links"),
        "page_title": _("Shared links"),
        "header_icon": "link",
        "breadcrumbs_items": [{"url": "", "label": _("Shared links")}],
        "rows": list(_rows(request.user)),
        "channels": _channels(request.user),
        "days": RECENT_DAYS,
    }
    return render(request, "newsroom/admin/shared_links.html", context)


def _rows(user: Any) -> Iterator[Row]:
    newest = (
        ShareCount.objects.filter(item__newsroom__in=newsrooms_of(user).values("pk"), day__gte=_since())
        .values("item", "item__title", "item__slug", "item__source_id", "item__newsroom__title")
        .annotate(recent=Sum("count"))
        .order_by("-recent", "item")[:MOST_RELEASES]
    )
    found = list(newest)
    totals = dict(
        ShareCount.objects.filter(item__in=[row["item"] for row in found])
        .values_list("item")
        .annotate(Sum("count"))
    )
    for row in found:
        yield Row(
            title=row["item__title"] or row["item__slug"],
            newsroom=row["item__newsroom__title"] or "",
            url=reverse("newsroom_shared_links_of_release", args=[row["item__source_id"]]),
            total=totals[row["item"]],
            recent=row["recent"],
        )


def _channels(user: Any) -> list[tuple[Any, int]]:
    """How often links were followed in the last days, by channel."""
    counts = ShareCount.objects.filter(item__newsroom__in=newsrooms_of(user).values("pk"), day__gte=_since())
    rows = counts.values_list("channel").annotate(total=Sum("count")).order_by("-total", "channel")
    return [(NAMES.get(channel, channel), total) for channel, total in rows]


def _since() -> dt.date:
    """The first of the last days, in UTC as the counts are."""
    return timezone.now().astimezone(dt.UTC).date() - dt.timedelta(days=RECENT_DAYS - 1)


class SharedLinksMenuItem(MenuItem):
    """The report's entry in the menu, for those who may see it."""

    def is_shown(self, request: Any) -> bool:
        return may_see_editions(request.user)


def add_to_reports() -> MenuItem:
    """The entry among the reports."""
    return SharedLinksMenuItem(
        gettext_lazy("Shared links"),
        reverse("newsroom_shared_links"),
        name="newsroom-shared-links",
        icon_name="link",
        order=60,
    )


def add_button(page: Any, user: Any, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    """The way from a release to its shared links, once it is or was public."""
    if isinstance(page.specific_deferred, ReleasePage) and page.first_published_at:
        yield Button(
            gettext_lazy("Shared links"),
            reverse("newsroom_shared_links_of_release", args=[page.pk]),
            icon_name="link",
            priority=70,
        )


def urls() -> list[URLPattern]:
    """Addresses below the admin's."""
    return [
        path("newsroom/shared-links/", report, name="newsroom_shared_links"),
        path("newsroom/shared-links/<int:pk>/", release_links, name="newsroom_shared_links_of_release"),
    ]
