"""Template tags that bring partners onto Wagtail's own screens."""

from __future__ import annotations

from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from cms.syndication.admin.use import carried

register = template.Library()


@register.simple_tag(takes_context=True)
def carriers_line(context: template.Context, page: Any) -> SafeString | str:
    """How partners carry the item of a page; nothing where none has said that it does."""
    found = carried(page, context["request"].user)
    return render_to_string("newsroom/syndication/_carried.html", found) if found else ""
