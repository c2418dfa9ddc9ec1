"""The panel on the admin's home page: what goes out next, what went out last, what is missing in public."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin.ui.components import Component
from wagtail.models import PageLogEntry, Revision

from cms.ledger.admin.report import editions_for, item_name, page_url, pages_of
from cms.ledger.models import Edition
from cms.ledger.publishing import LedgerPage
from cms.ledger.scheduling import NOT_PUBLISHED
from cms.releases.models import ReleasePage

ROWS = 6


class NewsroomPanel(Component):
    """Three short lists, each with links to where something can be done."""

    name = "newsroom"
    template_name = "newsroom/admin/dashboard.html"
    order = 150

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        user = parent_context["request"].user
        went_out = editions_for(user).exclude(
            action=Edition.Action.REFRESHED
        )  # what editors did, not what followed
        latest = went_out.exclude(item__newsroom=None)[:ROWS]
        incomplete = incomplete_releases(user)
        return {
            "overdue": overdue(user),
            "scheduled": scheduled(user),
            "editions": [(edition, item_name(edition), page_url(edition)) for edition in latest],
            "incomplete": [(release, missing_in(release)) for release in incomplete[:ROWS]],
            "incomplete_count": incomplete.count(),
        }


def scheduled(user: Any) -> list[LedgerPage]:
    """What goes out next, the first first; `embargo_until` tells when."""
    due = Revision.page_revisions.filter(
        approved_go_live_at__gt=timezone.now(),
        object_id__in=[str(pk) for pk in pages_of(user).values_list("pk", flat=True)],
    ).order_by("approved_go_live_at")[:ROWS]
    pages = []
    for revision in due:
        page = revision.as_object()
        if isinstance(page, LedgerPage):
            page.embargo_until = revision.approved_go_live_at
            pages.append(page)
    return pages


def overdue(user: Any) -> list[tuple[str, str, str]]:
    """What should have gone out and has not: titles, addresses and reasons."""
    late = Revision.page_revisions.filter(
        approved_go_live_at__lt=timezone.now(),
        object_id__in=[str(pk) for pk in pages_of(user).values_list("pk", flat=True)],
    ).order_by("approved_go_live_at")[:ROWS]
    found = []
    for revision in late:
        told = (
            PageLogEntry.objects.filter(revision=revision, action=NOT_PUBLISHED)
            .order_by("-timestamp")
            .first()
        )
        if told is not None:
            url = reverse("wagtailadmin_pages:edit", args=[revision.object_id])
            found.append((revision.object_str, url, told.data.get("reason", "")))
    return found


def missing_in(release: ReleasePage) -> list[str]:
    """What a public release lacks, in words."""
    found = {
        _("no summary"): not release.summary,
        _("no press contact"): not release.contacts.exists(),
        _("main image without alternative text"): release.hero is not None and not release.hero.alt,
    }
    return [words for words, lacking in found.items() if lacking]


def incomplete_releases(user: Any) -> QuerySet[ReleasePage]:
    """Public releases without a summary, a press contact, or the alternative text of their main image."""
    lacking = Q(summary="") | Q(contacts=None) | Q(hero__isnull=False, hero__alt="")
    mine = ReleasePage.objects.filter(pk__in=pages_of(user).values("pk"))
    return mine.live().filter(lacking).order_by("-last_published_at").distinct()
