"""The desk's lists as screens, and the figures in the menu."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase, JsonResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic.base import View as PlainView
from wagtail.admin import messages
from wagtail.admin.forms.search import SearchForm
from wagtail.admin.views.generic.base import BaseListingView

from cms.conversation.admin.bulk import bulk_actions
from cms.conversation.admin.counts import MOST, counts_of
from cms.conversation.admin.filters import DeskFilter
from cms.conversation.admin.lists import LABELS, View, Wanted, listing_of
from cms.conversation.admin.paging import DeskPage, read_page
from cms.conversation.admin.rows import Row, rows_of
from cms.conversation.admin.scope import scope_of, works_on_a_desk
from cms.conversation.desk.permissions import teams_of
from cms.errors import InvalidCursor

BEFORE = "-"
"""Stands before the cursor of a page that is walked backward."""


class DeskAccess:
    """Screens for people who see the desk of a newsroom."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not works_on_a_desk(request.user):
            raise PermissionDenied
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)  # type: ignore[misc]
        return response


class DeskList(DeskAccess, BaseListingView):
    """One of the lists. Pages are walked by cursors: nothing is counted, and no row is passed over."""

    template_name = "newsroom/desk/list.html"
    results_template_name = "newsroom/desk/list_results.html"
    page_title = gettext_lazy("Desk")
    header_icon = "comment"
    is_searchable = True
    filterset_class = DeskFilter
    paginate_by = None
    view = View.TODO

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.view = View(kwargs.get("view", self.view))

    @cached_property
    def scope(self) -> Any:
        return scope_of(self.request.user)

    @cached_property
    def wanted(self) -> Wanted:
        user = self.request.user
        needs_teams = self.view is View.TEAM or self.request.GET.get("owner") == "team"
        teams = teams_of(user) if needs_teams else {}
        filters: DeskFilter = self.filters
        return filters.wanted(self.view, user=user, teams=teams, text=self.search_query)

    @cached_property
    def page(self) -> DeskPage:
        listing = listing_of(self.wanted, self.scope)
        cursor = self.request.GET.get(self.page_kwarg, "")
        try:
            if cursor.startswith(BEFORE):
                return read_page(listing, before=cursor.removeprefix(BEFORE))
            return read_page(listing, after=cursor)
        except InvalidCursor:
            messages.warning(self.request, _("This page is not there any more. Here is the first one."))
            return read_page(listing)

    def get_queryset(self) -> list[Row]:
        return rows_of(self.page.uids, self.scope)

    def get_filterset_kwargs(self) -> dict[str, Any]:
        return {"data": self.request.GET, "request": self.request, "scope": self.scope}

    def get_search_form(self) -> SearchForm:
        given = self.request.GET if self.search_kwarg in self.request.GET else None
        return SearchForm(given, placeholder=_("Words, name or e-mail"))

    def get_index_url(self) -> str:
        return reverse("newsroom_desk_list", args=[self.view.value])

    def get_index_results_url(self) -> str:
        return reverse("newsroom_desk_results", args=[self.view.value])

    def get_page_subtitle(self) -> str:
        return str(LABELS[self.view])

    def get_table(self, object_list: Any) -> Any:
        return super().get_table([])  # the rows have a template of their own

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(*args, **kwargs)
        return context | {
            "rows": context["object_list"],
            "tabs": [
                {
                    "name": view.value,
                    "label": LABELS[view],
                    "url": reverse("newsroom_desk_list", args=[view.value]),
                    "is_current": view is self.view,
                }
                for view in View
            ],
            "bulk_actions": bulk_actions(self.request.user),
            "first_url": self._page_url(),
            "next_url": self._page_url(self.page.next) if self.page.next else "",
            "previous_url": self._page_url(BEFORE + self.page.previous) if self.page.previous else "",
            "here": self._page_url(self._query().get(self.page_kwarg, "")),
            "now": timezone.now(),
            "shows_newsroom": len(self.scope) > 1,
        }

    def _query(self) -> Any:
        """What is asked for, with the page; without what only a part of the screen asks."""
        query = self.request.GET.copy()
        query.pop("_w_filter_fragment", None)
        return query

    def _page_url(self, cursor: str = "") -> str:
        query = self._query()
        query.pop(self.page_kwarg, None)
        if cursor:
            query[self.page_kwarg] = cursor
        return f"{self.index_url}?{query.urlencode()}" if query else self.index_url


class DeskCounts(DeskAccess, PlainView):
    """The figures, as JSON: `{"counts": {name: number}, "most": 99, "words": "…"}`; asked for every half minute."""

    def get(self, request: HttpRequest) -> JsonResponse:
        counts = counts_of(request.user, scope_of(request.user))
        return JsonResponse({"counts": counts, "most": MOST, "words": in_words(counts)})


def in_words(counts: dict[str, int]) -> str:
    """The figures as a sentence, for screen readers."""
    shown = {name: f"{MOST}+" if number > MOST else str(number) for name, number in counts.items()}
    return (
        _(
            "Desk: %(todo)s to do, of which %(overdue)s overdue; %(held)s held for moderation, %(reported)s reported."
        )
        % shown
    )
