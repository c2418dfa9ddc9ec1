"""What syndication adds to the built-in pages and to Wagtail's admin."""

from __future__ import annotations

from wagtail import hooks

from cms.newsroom.parts import HOOK as PAGE_PARTS
from cms.syndication.admin import shares
from cms.syndication.embeds.parts import discovery_part

hooks.register(PAGE_PARTS, discovery_part)
hooks.register("register_admin_urls", shares.urls)
hooks.register("register_reports_menu_item", shares.add_to_reports)
hooks.register("register_page_header_buttons", shares.add_button)
