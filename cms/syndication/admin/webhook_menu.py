"""Webhooks in the menu."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem

from cms.syndication.admin.webhooks import may_see


class WebhooksItem(MenuItem):
    """For those who may see them."""

    def is_shown(self, request: HttpRequest) -> bool:
        return may_see(request.user)


def add_webhooks() -> MenuItem:
    """The entry."""
    return WebhooksItem(
        _("Webhooks"),
        reverse("newsroom_webhooks"),
        name="newsroom-webhooks",
        icon_name="link-external",
        order=170,
    )
