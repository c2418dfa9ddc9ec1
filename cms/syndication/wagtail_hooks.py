"""What syndication adds to Wagtail: partners and webhooks in the admin, entries of the log, and parts of the built-in pages."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.utils.html import format_html_join
from wagtail import hooks

from cms.newsroom.parts import HOOK, Part
from cms.syndication import log_actions
from cms.syndication.admin import shares, webhook_menu
from cms.syndication.admin.partners import PartnerViewSet, partners
from cms.syndication.embeds.parts import discovery_part
from cms.syndication.feeds import feed_links
from cms.syndication.pages import metadata_part

hooks.register("register_log_actions", log_actions.register)
hooks.register("register_admin_menu_item", webhook_menu.add_webhooks)
hooks.register("register_admin_urls", shares.urls)
hooks.register("register_reports_menu_item", shares.add_to_reports)
hooks.register("register_page_header_buttons", shares.add_button)
hooks.register(HOOK, discovery_part)
hooks.register(HOOK, metadata_part)


@hooks.register(HOOK)
def link_feeds(
    request: HttpRequest, item: dict[str, Any], newsroom: dict[str, Any], *, is_preview: bool
) -> Part | None:
    """The newsroom's feeds, for programs that look for them on its pages."""
    if is_preview:
        return None
    return Part({"feeds": feed_links(newsroom)}, head="newsroom/syndication/_feeds.html")


@hooks.register("register_admin_viewset")
def add_partners() -> PartnerViewSet:
    return partners


@hooks.register("register_admin_urls")
def add_urls() -> list[Any]:
    from cms.syndication.admin import urls, webhook_urls

    return [*urls.urlpatterns, *webhook_urls.urlpatterns]


@hooks.register("insert_global_admin_css")
def add_styles() -> str:
    sheets = ("newsroom/syndication/partners.css", "newsroom/webhooks.css")
    return format_html_join("", '<link rel="stylesheet" href="{}">', [(static(sheet),) for sheet in sheets])
