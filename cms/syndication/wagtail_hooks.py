"""What syndication adds to Wagtail's admin."""

from __future__ import annotations

from typing import Any

from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks

from cms.syndication import log_actions
from cms.syndication.admin.partners import PartnerViewSet, partners

hooks.register("register_log_actions", log_actions.register)


@hooks.register("register_admin_viewset")
def add_partners() -> PartnerViewSet:
    return partners


@hooks.register("register_admin_urls")
def add_partner_urls() -> list[Any]:
    from cms.syndication.admin import urls

    return urls.urlpatterns


@hooks.register("insert_global_admin_css")
def add_partner_styles() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("newsroom/syndication/partners.css"))
