"""What the conversation adds to Wagtail's admin."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from wagtail import hooks

from cms.conversation import log_actions
from cms.conversation.admin import contributions, menu, settings_menu
from cms.conversation.admin.waiting import WaitingPanel
from cms.conversation.pages.parts import conversation_part
from cms.newsroom.parts import HOOK as PAGE_PARTS

hooks.register(PAGE_PARTS, conversation_part)
hooks.register("register_log_actions", log_actions.register)
hooks.register("register_admin_menu_item", menu.add_desk)
for add_list in (*menu.add_lists(), contributions.add_to_menu, *settings_menu.ENTRIES):
    hooks.register(menu.HOOK, add_list)


@hooks.register("register_admin_urls")
def add_desk_urls() -> list[Any]:
    from cms.conversation.admin import settings_urls, urls

    return urls.urlpatterns + settings_urls.urlpatterns


@hooks.register("construct_homepage_panels")
def add_waiting_panel(request: HttpRequest, panels: list[Any]) -> None:
    panels.append(WaitingPanel())


@hooks.register("insert_global_admin_js")
def add_counts_script() -> str:
    return format_html('<script defer src="{}"></script>', static("newsroom/desk/counts.js"))


@hooks.register("insert_global_admin_css")
def add_desk_styles() -> str:
    sheets = tuple(f"newsroom/desk/{name}.css" for name in ("desk", "settings", "contributions"))
    return format_html_join("", '<link rel="stylesheet" href="{}">', [(static(sheet),) for sheet in sheets])
