"""What the conversation adds to Wagtail's admin."""

from __future__ import annotations

from typing import Any

from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks

from cms.conversation import log_actions
from cms.conversation.admin import menu

hooks.register("register_log_actions", log_actions.register)
hooks.register("register_admin_menu_item", menu.add_desk)
for add_list in menu.add_lists():
    hooks.register(menu.HOOK, add_list)


@hooks.register("register_admin_urls")
def add_desk_urls() -> list[Any]:
    from cms.conversation.admin.urls import urlpatterns

    return urlpatterns


@hooks.register("insert_global_admin_js")
def add_counts_script() -> str:
    return format_html('<script defer src="{}"></script>', static("newsroom/desk/counts.js"))


@hooks.register("insert_global_admin_css")
def add_desk_styles() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("newsroom/desk/desk.css"))
