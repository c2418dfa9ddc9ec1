"""The filters of the desk's lists, as Wagtail's listings show them. What they mean: `lists.py`."""

from __future__ import annotations

import datetime as dt
from typing import Any
from uuid import UUID

import django_filters
from django.forms import CheckboxSelectMultiple
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet

from cms.conversation.admin.lists import Owner, View, Waiting, Wanted
from cms.conversation.admin.scope import Scope
from cms.conversation.models import Comment, CommentKind, CommentStatus, Relation, Team, Thread
from cms.conversation.models.rules import content_languages

RECENT_ITEMS = 30
"""Items to choose from: those with the newest comments."""
TITLE = 60


class DeskFilter(WagtailFilterSet):
    """A form; the rows are found by `lists.listing_of`."""

    waiting = django_filters.ChoiceFilter(
        label=_("Answer"), choices=Waiting.choices, empty_label=_("Answered or not")
    )
    owner = django_filters.ChoiceFilter(label=_("Owner"), choices=Owner.choices, empty_label=_("Anybody"))
    team = django_filters.ChoiceFilter(label=_("Team"), choices=Team.choices, empty_label=_("All teams"))
    status = django_filters.MultipleChoiceFilter(
        label=_("Status"), choices=CommentStatus.choices, widget=CheckboxSelectMultiple
    )
    reported = django_filters.ChoiceFilter(
        label=_("Reported by readers"),
        choices=[("open", _("With open reports"))],
        empty_label=_("Reported or not"),
    )
    kind = django_filters.MultipleChoiceFilter(
        label=_("Kind"), choices=CommentKind.choices, widget=CheckboxSelectMultiple
    )
    newsroom = django_filters.ChoiceFilter(label=_("Newsroom"), empty_label=_("All newsrooms"))
    item = django_filters.ChoiceFilter(label=_("Release or other item"), empty_label=_("All items"))
    language = django_filters.ChoiceFilter(label=_("Language"), empty_label=_("All languages"))
    relation = django_filters.MultipleChoiceFilter(
        label=_("Relation"), choices=Relation.choices, widget=CheckboxSelectMultiple
    )
    created_at = django_filters.DateFromToRangeFilter(label=_("Date"), widget=DateRangePickerWidget)

    class Meta:
        model = Comment
        fields: list[str] = []

    def __init__(self, data: Any = None, *, request: Any, scope: Scope) -> None:
        super().__init__(data, Comment.objects.none(), request=request)
        languages = dict(content_languages())
        locales = sorted({newsroom.locale for newsroom in scope})
        self.filters["newsroom"].extra["choices"] = [(str(each.uid), each.title) for each in scope]
        self.filters["language"].extra["choices"] = [(code, languages.get(code, code)) for code in locales]
        self.filters["item"].extra["choices"] = _items(scope, str((data or {}).get("item", "")))

    def wanted(self, view: View, *, user: Any, teams: dict[int, str], text: str) -> Wanted:
        """What is asked for, as far as it is understood: a filter with a wrong value filters nothing, and says so."""
        self.form.is_valid()
        given = self.form.cleaned_data
        dates = given.get("created_at")
        return Wanted(
            view=view,
            user=user,
            teams=teams,
            now=timezone.now(),
            text=text.strip(),
            waiting=given.get("waiting") or "",
            owner=given.get("owner") or "",
            team=given.get("team") or "",
            statuses=given.get("status") or (),
            reported=bool(given.get("reported")),
            kinds=given.get("kind") or (),
            relations=given.get("relation") or (),
            language=given.get("language") or "",
            newsroom=_uuid(given.get("newsroom")),
            item=_uuid(given.get("item")),
            since=_moment(dates.start) if dates else None,
            until=_moment(dates.stop) if dates else None,
        )


def _items(scope: Scope, chosen: str) -> list[tuple[str, str]]:
    """The items that are talked about most lately, and the one that is chosen already."""
    threads = Thread.objects.filter(newsroom__in=[each.uid for each in scope])
    recent = threads.order_by("-last_activity_at", "-uid").values_list("item", "item__title")
    found = {str(uid): title for uid, title in recent[:RECENT_ITEMS]}
    item = _uuid(chosen)
    if item is not None and chosen not in found:
        found |= {
            str(uid): title for uid, title in threads.filter(item=item).values_list("item", "item__title")
        }
    return [(uid, Truncator(title).chars(TITLE)) for uid, title in found.items()]


def _uuid(text: str | None) -> UUID | None:
    try:
        return UUID(text) if text else None
    except ValueError:
        return None


def _moment(moment: dt.datetime | None) -> dt.datetime | None:
    """A time of the filter, in the zone of whoever filters."""
    if moment is None or moment.tzinfo is not None:
        return moment
    return timezone.make_aware(moment)
