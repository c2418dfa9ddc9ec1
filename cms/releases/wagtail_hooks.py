"""What releases add to Wagtail's admin: the panel on the home page, and what is to be known of embeds."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from wagtail import hooks

from cms.media.embeds import embed_notices
from cms.releases.admin.dashboard import NewsroomPanel
from cms.releases.body import embed_addresses
from cms.releases.models import ReleasePage


@hooks.register("construct_homepage_panels")
def add_newsroom_panel(request: HttpRequest, panels: list[Any]) -> None:
    panels.append(NewsroomPanel())


@hooks.register("after_create_page")
@hooks.register("after_edit_page")
def tell_of_embeds(request: HttpRequest, page: Any) -> None:
    """Embeds that readers will see as links. Drafts that the browser saves by itself say nothing."""
    if isinstance(page, ReleasePage) and request.accepts("text/html"):
        for notice in embed_notices(embed_addresses(page.body)):
            messages.warning(request, notice.text)
