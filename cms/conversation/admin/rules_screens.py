"""The screens on which a newsroom's rules are changed: those of moderation, those of its desk, and its teams.

A newsroom without rules begins with the defaults, by which it has worked until now.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib.auth.models import Group
from django.db import transaction
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.panels import Panel
from wagtail.log_actions import log

from cms.conversation.admin.desk_rules import DESK_RULES, default_points
from cms.conversation.admin.newsroom_screens import NewsroomScreen, PanelForm
from cms.conversation.desk.due import Desk, desk_of
from cms.conversation.desk.permissions import colleagues
from cms.conversation.models import CommentKind, DeskRules, DeskTeam, ModerationRules, Severity
from cms.newsroom.models import NewsroomPage


class ModerationRulesScreen(PanelForm, NewsroomScreen):
    """By which rules comments are checked. When they are saved, threads follow them."""

    title = gettext_lazy("Rules of moderation")
    icon = "view"

    def instance(self) -> ModerationRules:
        found = ModerationRules.objects.filter(newsroom=self.newsroom).first()
        return found or ModerationRules(newsroom=self.newsroom)

    def panel(self) -> Panel:
        return MODERATION_RULES

    def told(self, instance: Any) -> str:
        return _("The rules of moderation are saved. New comments are checked by them.")

    def more_context(self, instance: Any, form: Any) -> dict[str, Any]:
        return {
            "help": [
                _(
                    "Every new comment passes these checks, in order, before anybody sees it. A check that fails to "
                    "work holds the comment: nothing is lost, and nothing is published by accident."
                ),
                _("Who may comment at all is set on the newsroom's page, on each item, and by crisis mode."),
            ],
            "is_new": instance.pk is None,
        }


MODERATION_RULES = ModerationRules.edit_handler.bind_to_model(ModerationRules)


@dataclass(frozen=True, slots=True)
class Promise:
    """When an answer would be due to somebody who wrote now."""

    kind: str
    due_at: dt.datetime


class DeskRulesScreen(PanelForm, NewsroomScreen):
    """Office hours, due times and people, with an example of what they come to."""

    title = gettext_lazy("Rules of the desk")
    icon = "time"
    template_name = "newsroom/desk/desk_rules.html"

    def instance(self) -> DeskRules:
        return DeskRules.objects.filter(newsroom=self.newsroom).first() or DeskRules(newsroom=self.newsroom)

    def panel(self) -> Panel:
        return DESK_RULES

    def prepare(self, form: Any) -> None:
        field = form.fields["escalate_to"]
        chosen = Q(pk=form.instance.escalate_to_id)
        field.queryset = field.queryset.filter(chosen | Q(pk__in=colleagues(self.newsroom.pk).values("pk")))

    def told(self, instance: Any) -> str:
        return _("The rules of the desk are saved.")

    def more_context(self, instance: Any, form: Any) -> dict[str, Any]:
        desk, now = desk_of(self.newsroom.pk), timezone.now()
        return {
            "help": [
                _(
                    "A question or criticism opens a case, and an answer is due within the hours below. Only office "
                    "hours count, so what comes in on a Friday evening is not overdue on Monday morning."
                )
            ],
            "is_new": instance.pk is None,
            "promises": promises(desk, now),
            "zone": desk.rules.time_zone,
            "is_open": desk.hours.is_open(now),
            "is_crisis": desk.crisis,
            "default_points": default_points(),
        }


def promises(desk: Desk, now: dt.datetime) -> list[Promise]:
    """When answers of normal severity would be due, by the rules that hold now, in the desk's time zone."""
    kinds = (CommentKind.QUESTION, CommentKind.CRITICISM)
    return [
        Promise(str(kind.label), desk.due_at(kind, Severity.NORMAL, now).astimezone(desk.hours.zone))
        for kind in kinds
    ]


class TeamForm(forms.ModelForm):
    """As which team a group works."""

    class Meta:
        model = DeskTeam
        fields = ("group", "team")


TeamForms = forms.inlineformset_factory(
    NewsroomPage, DeskTeam, form=TeamForm, extra=2, can_delete=True, max_num=50, validate_max=True
)


class TeamsScreen(NewsroomScreen):
    """Which groups of users work on the desk, and as which team."""

    title = gettext_lazy("Teams")
    icon = "group"
    template_name = "newsroom/desk/teams.html"

    def get(self, request: HttpRequest, newsroom: int) -> HttpResponse:
        return self._show(self._forms())

    def post(self, request: HttpRequest, newsroom: int) -> HttpResponse:
        rows = self._forms(request.POST)
        if not rows.is_valid():
            messages.error(request, _("It was not saved. See what is wrong below."))
            return self._show(rows, status=422)
        with transaction.atomic():
            rows.save()
            if rows.has_changed():
                log(instance=self.newsroom, action="newsroom.desk.teams", user=request.user)
        messages.success(request, _("The teams are saved."))
        return redirect(request.path)

    def _forms(self, data: Any = None) -> Any:
        return TeamForms(
            data, instance=self.newsroom, prefix="teams", queryset=DeskTeam.objects.order_by("team", "pk")
        )

    def _show(self, rows: Any, *, status: int = 200) -> HttpResponse:
        members = {
            group.pk: group.user_set.filter(is_active=True).count()
            for group in Group.objects.filter(desk_teams__newsroom=self.newsroom)
        }
        return self.show(
            status=status,
            rows=rows,
            members=members,
            help=[
                _(
                    "A group sees this desk when it works on it. What its members may do there (answer, suggest, "
                    "decide) is set on the group itself, under Settings and Groups."
                ),
                _("Teams decide to whom new cases go and to whom a case can be handed over."),
            ],
        )
