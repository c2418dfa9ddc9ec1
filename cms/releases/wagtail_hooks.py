"""What releases add to Wagtail's admin: the panel on the home page."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from wagtail import hooks

from cms.releases.admin.dashboard import NewsroomPanel


@hooks.register("construct_homepage_panels")
def add_newsroom_panel(request: HttpRequest, panels: list[Any]) -> None:
    panels.append(NewsroomPanel())
