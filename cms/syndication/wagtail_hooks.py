"""What syndication adds to the built-in pages and to Wagtail's admin."""

from __future__ import annotations

from wagtail import hooks

from cms.newsroom.parts import HOOK as PAGE_PARTS
from cms.syndication.embeds.parts import discovery_part

hooks.register(PAGE_PARTS, discovery_part)
