"""The entries of the desk's menu that lead to its report, to people's data and to its settings."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem

from cms.conversation.admin.newsroom_screens import may_somewhere
from cms.conversation.desk.permissions import Action


class DeskItem(MenuItem):
    """An entry for those who may do something on some desk."""

    def __init__(self, action: Action, *args: Any, **kwargs: Any) -> None:
        self.action = action
        super().__init__(*args, **kwargs)

    def is_shown(self, request: HttpRequest) -> bool:
        return may_somewhere(request.user, self.action)


def feedback() -> MenuItem:
    """The report."""
    return DeskItem(
        Action.VIEW,
        _("Feedback report"),
        reverse("newsroom_desk_feedback"),
        name="newsroom-desk-feedback",
        icon_name="view",
        order=60,
    )


def people() -> MenuItem:
    """What is kept about people."""
    return DeskItem(
        Action.ERASE,
        _("People’s data"),
        reverse("newsroom_desk_people"),
        name="newsroom-desk-people",
        icon_name="user",
        order=70,
    )


def settings() -> MenuItem:
    """Rules, teams, templates, speakers, and crisis mode. Seen by those who may set anything."""
    return SettingsItem(
        Action.RULES,
        _("Settings and crisis mode"),
        reverse("newsroom_desk_settings"),
        name="newsroom-desk-settings",
        icon_name="cog",
        order=80,
    )


class SettingsItem(DeskItem):
    """Crisis mode is a right of its own."""

    def is_shown(self, request: HttpRequest) -> bool:
        return super().is_shown(request) or may_somewhere(request.user, Action.CRISIS)


ENTRIES = (feedback, people, settings)
