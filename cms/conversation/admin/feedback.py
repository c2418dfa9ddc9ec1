"""The feedback report as a screen and as CSV: what people said in a period, and how fast they were answered.

The figures come from `cms/conversation/desk/figures.py`. Every chart is a table whose rows have a bar each, so that
what the eye sees can also be read, copied and heard.
"""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.widgets import AdminDateInput

from cms.conversation.admin.newsroom_screens import DeskScreen, may_somewhere, my_newsrooms, name_of
from cms.conversation.desk.figures import (
    Figures,
    ItemFigures,
    Period,
    Times,
    csv_rows,
    report,
    report_by_item,
)
from cms.conversation.desk.permissions import Action
from cms.conversation.models import CommentKind, Outcome
from cms.conversation.templatetags.conversation_pages import reaction_name
from cms.ledger.models import Item
from cms.newsroom.models import NewsroomPage

DAYS = 30
"""The period that is shown when none is asked for."""
PRESETS = (7, 30, 90, 365)
MOST_ITEMS = 100
"""Items in the table; the CSV file has all."""
HOUR = 3600


class ReportForm(forms.Form):
    """Which newsroom, and which period: both days are part of it."""

    newsroom = forms.ChoiceField(label=gettext_lazy("Newsroom"))
    since = forms.DateField(label=gettext_lazy("From"), required=False, widget=AdminDateInput)
    until = forms.DateField(label=gettext_lazy("To"), required=False, widget=AdminDateInput)

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        since, until = given.get("since"), given.get("until")
        if since and until and until < since:
            self.add_error("until", _("The period must end after it begins."))
        return given


@dataclass(frozen=True, slots=True)
class Bar:
    """A row of a chart: `share` is the length of its bar, in percent of the longest."""

    label: str
    value: str
    share: str


@dataclass(frozen=True, slots=True)
class Asked:
    """What the report is about."""

    newsroom: NewsroomPage
    form: ReportForm
    period: Period
    item: Item | None

    @property
    def query(self) -> dict[str, str]:
        """The same as parameters of an address."""
        days = self.form.cleaned_data if self.form.is_valid() else {}
        given = {"newsroom": str(self.newsroom.pk), "item": str(self.item.pk) if self.item else ""}
        moments = {name: day.isoformat() if (day := days.get(name)) else "" for name in ("since", "until")}
        return {name: value for name, value in (given | moments).items() if value or name in moments}


def asked_for(request: HttpRequest) -> Asked:
    """What a request asks for. Raises `Http404` for a newsroom or an item of somebody else's desk."""
    newsrooms = list(my_newsrooms(request.user, Action.VIEW))
    if not newsrooms:
        raise Http404
    wanted = request.GET.get("newsroom", "") or str(newsrooms[0].pk)
    newsroom = next((each for each in newsrooms if str(each.pk) == wanted), None)
    if newsroom is None:
        raise Http404
    today = timezone.localdate()
    given = {"newsroom": wanted, "since": "", "until": ""}
    if "since" in request.GET or "until" in request.GET:
        given |= {name: request.GET.get(name, "") for name in ("since", "until")}
    else:
        given["since"] = (today - dt.timedelta(days=DAYS - 1)).isoformat()
    form = ReportForm(given)
    field: Any = form.fields["newsroom"]
    field.choices = [(str(each.pk), name_of(each)) for each in newsrooms]
    return Asked(newsroom, form, _period(form), _item(request.GET.get("item", ""), newsroom))


def _period(form: ReportForm) -> Period:
    if not form.is_valid():
        return Period()
    since, until = form.cleaned_data["since"], form.cleaned_data["until"]
    return Period(
        _midnight(since) if since else None, _midnight(until + dt.timedelta(days=1)) if until else None
    )


def _midnight(day: dt.date) -> dt.datetime:
    return timezone.make_aware(dt.datetime.combine(day, dt.time.min))


def _item(text: str, newsroom: NewsroomPage) -> Item | None:
    if not text:
        return None
    try:
        uid = forms.UUIDField().clean(text)
    except forms.ValidationError:
        raise Http404 from None
    return get_object_or_404(Item, pk=uid, newsroom__source_type="page", newsroom__source_id=newsroom.pk)


class Feedback(DeskScreen):
    """The report of a newsroom, or of one of its items."""

    action = Action.VIEW
    title = gettext_lazy("Feedback report")
    icon = "view"
    template_name = "newsroom/desk/feedback.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        asked = asked_for(request)
        uid = asked.item.pk if asked.item else None
        figures = report(asked.newsroom.pk, asked.period, item=uid)
        rows = [] if asked.item else report_by_item(asked.newsroom.pk, asked.period)
        return self.show(
            status=200 if asked.form.is_valid() else 422,
            asked=asked,
            form=asked.form,
            media=asked.form.media,
            figures=figures,
            is_empty=not (
                figures.comments.total() or figures.rejected or figures.withdrawn or figures.answered
            ),
            total=figures.comments.total(),
            charts=charts_of(figures),
            rows=[_row(row, asked) for row in rows[:MOST_ITEMS]],
            left_out=max(len(rows) - MOST_ITEMS, 0),
            presets=[(days, self._preset(asked, days)) for days in PRESETS],
            ever_url=self._url(asked.query | {"since": "", "until": ""}),
            whole_url=self._url(asked.query | {"item": ""}),
            csv_url=f"{reverse('newsroom_desk_feedback_csv')}?{urlencode(asked.query)}",
        )

    def _preset(self, asked: Asked, days: int) -> str:
        since = timezone.localdate() - dt.timedelta(days=days - 1)
        return self._url(asked.query | {"since": since.isoformat(), "until": ""})

    @staticmethod
    def _url(query: dict[str, str]) -> str:
        return f"{reverse('newsroom_desk_feedback')}?{urlencode(query)}"


def _row(row: ItemFigures, asked: Asked) -> dict[str, Any]:
    query = urlencode(asked.query | {"item": str(row.uid)})
    return {
        "title": row.title,
        "url": f"{reverse('newsroom_desk_feedback')}?{query}",
        "desk_url": f"{reverse('newsroom_desk_list', args=['all'])}?{urlencode({'item': str(row.uid)})}",
        "figures": row.figures,
        "total": row.figures.comments.total(),
        "median": duration(row.figures.times.median),
        "office": duration(row.figures.office_times.median),
    }


def charts_of(figures: Figures) -> list[dict[str, Any]]:
    """The charts: heading, headings of the columns, bars."""
    kinds = [(str(kind.label), figures.comments[kind]) for kind in CommentKind]
    ends = [
        (_("Unanswered, in time"), figures.unanswered - figures.overdue),
        (_("Unanswered, overdue"), figures.overdue),
        *((str(outcome.label), figures.outcomes[outcome]) for outcome in Outcome),
    ]
    found = [
        _chart(_("Comments by kind"), _("Kind"), _("Comments"), kinds),
        _chart(_("Questions and criticism"), _("How it stands"), _("Cases"), ends),
        {
            "heading": _("Time to answer"),
            "columns": [_("Of all answers"), _("Time")],
            "bars": _time_bars(figures.times, figures.office_times),
        },
    ]
    if figures.reactions:
        rows = [(reaction_name(name), count) for name, count in figures.reactions.most_common()]
        found.append(_chart(_("Reactions"), _("Reaction"), _("How many"), rows))
    return found


def _chart(heading: str, first: str, second: str, rows: Iterable[tuple[str, int]]) -> dict[str, Any]:
    rows = list(rows)
    longest = max((value for _label, value in rows), default=0)
    bars = [
        Bar(label, number_format(value, force_grouping=True), _share(value, longest)) for label, value in rows
    ]
    return {"heading": heading, "columns": [first, second], "bars": bars}


def _time_bars(times: Times, office: Times) -> list[Bar]:
    rows = [
        (_("Half, by the clock"), times.median),
        (_("90 %, by the clock"), times.p90),
        (_("Half, in office hours"), office.median),
        (_("90 %, in office hours"), office.p90),
    ]
    longest = max((seconds or 0 for _label, seconds in rows), default=0)
    return [Bar(label, duration(seconds), _share(seconds or 0, longest)) for label, seconds in rows]


def _share(value: float, longest: float) -> str:
    return f"{100 * value / longest:.1f}%" if longest else "0%"


def duration(seconds: float | None) -> str:
    """A time in the unit that suits it; a dash for none."""
    if seconds is None:
        return "–"
    if seconds < HOUR:
        return _("%(number)s min") % {"number": number_format(round(seconds / 60))}
    if seconds < 48 * HOUR:
        return _("%(number)s h") % {"number": number_format(seconds / HOUR, decimal_pos=1)}
    return _("%(number)s days") % {"number": number_format(seconds / HOUR / 24, decimal_pos=1)}


class _Line:
    """A file that hands back what is written to it."""

    def write(self, line: str) -> str:
        return line


def feedback_csv(request: HttpRequest) -> StreamingHttpResponse:
    """The report as CSV (RFC 4180), in UTF-8 with a byte order mark, by which spreadsheets know the encoding."""
    if not may_somewhere(request.user, Action.VIEW):
        raise Http404
    asked = asked_for(request)
    if not asked.form.is_valid():
        raise Http404
    uid = asked.item.pk if asked.item else None
    rows = report_by_item(asked.newsroom.pk, asked.period)
    if uid is not None:
        rows = [row for row in rows if row.uid == uid]
    total = report(asked.newsroom.pk, asked.period, item=uid)
    writer = csv.writer(_Line())

    def lines() -> Iterator[str]:
        yield "\ufeff"
        for row in csv_rows(rows, total):
            yield writer.writerow(row)

    answer = StreamingHttpResponse(lines(), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="feedback-{asked.newsroom.slug}.csv"'
    answer["Cache-Control"] = "no-store"
    return answer
