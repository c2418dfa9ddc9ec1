"""The settings of the desk: for every newsroom, what can be set, and how it is set now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.conversation.admin.newsroom_screens import DeskScreen, my_newsrooms, name_of
from cms.conversation.desk.permissions import Action, may
from cms.conversation.models import CrisisPeriod, DeskRules, DeskTeam, ModerationRules


@dataclass(frozen=True, slots=True)
class Setting:
    """Something that can be set in a newsroom, and how it is."""

    label: str
    url: str
    icon: str
    state: str


class Settings(DeskScreen):
    """Where to set what. Six queries, however many newsrooms there are."""

    action = Action.VIEW
    title = gettext_lazy("Settings")
    template_name = "newsroom/desk/settings.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        user = request.user
        newsrooms = list(my_newsrooms(user, Action.VIEW))
        pages = [newsroom.pk for newsroom in newsrooms]
        states = _states(pages)
        rows = []
        for newsroom in newsrooms:
            settings = [
                Setting(
                    str(label), reverse(url, args=[newsroom.pk]), icon, states[url].get(newsroom.pk, empty)
                )
                for url, label, icon, action, empty in SETTINGS
                if may(user, action, newsroom.pk)
            ]
            if settings:
                rows.append({"name": name_of(newsroom), "settings": settings})
        return self.show(rows=rows, sets_rules=any(may(user, Action.RULES, page) for page in pages))


SETTINGS = (
    (
        "newsroom_desk_moderation_rules",
        gettext_lazy("Rules of moderation"),
        "view",
        Action.RULES,
        gettext_lazy("Works by the defaults"),
    ),
    (
        "newsroom_desk_rules",
        gettext_lazy("Rules of the desk"),
        "time",
        Action.RULES,
        gettext_lazy("Works by the defaults"),
    ),
    (
        "newsroom_desk_teams",
        gettext_lazy("Teams"),
        "group",
        Action.RULES,
        gettext_lazy("No team: nobody answers"),
    ),
    ("newsroom_desk_crisis", gettext_lazy("Crisis mode"), "warning", Action.CRISIS, gettext_lazy("Off")),
)
"""Address, name, icon, the right that it takes, and how it is where nothing has been set."""


def _states(pages: list[int]) -> dict[str, dict[int, Any]]:
    """How each setting is, in words, by the id of the newsroom's page."""
    moderated = ModerationRules.objects.filter(newsroom__in=pages).values_list("newsroom", flat=True)
    ruled = DeskRules.objects.filter(newsroom__in=pages).values_list("newsroom", "time_zone")
    teams: dict[int, list[str]] = {}
    for row in DeskTeam.objects.filter(newsroom__in=pages).order_by("team", "pk").select_related("group"):
        teams.setdefault(row.newsroom_id, []).append(row.group.name)
    crises = CrisisPeriod.objects.filter(newsroom__in=pages, ended_at=None).values_list("newsroom", flat=True)
    return {
        "newsroom_desk_moderation_rules": dict.fromkeys(moderated, _("Rules of its own")),
        "newsroom_desk_rules": {
            page: _("Office hours in %(zone)s") % {"zone": zone.replace("_", " ")} for page, zone in ruled
        },
        "newsroom_desk_teams": {page: ", ".join(names) for page, names in teams.items()},
        "newsroom_desk_crisis": dict.fromkeys(crises, _("On")),
    }
