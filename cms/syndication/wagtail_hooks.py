"""What syndication adds to Wagtail's admin and to the built-in pages."""

from __future__ import annotations

from wagtail import hooks

from cms.newsroom.parts import HOOK as PAGE_PARTS
from cms.syndication.pages import metadata_part

hooks.register(PAGE_PARTS, metadata_part)
