"""What syndication adds to Wagtail's admin."""

from __future__ import annotations

from typing import Any

from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks

from cms.syndication import log_actions
from cms.syndication.admin import webhook_menu

hooks.register("register_log_actions", log_actions.register_webhooks)
hooks.register("register_admin_menu_item", webhook_menu.add_webhooks)


@hooks.register("register_admin_urls")
def add_webhook_urls() -> list[Any]:
    from cms.syndication.admin import webhook_urls

    return webhook_urls.urlpatterns


@hooks.register("insert_global_admin_css")
def add_webhook_styles() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("newsroom/webhooks.css"))
