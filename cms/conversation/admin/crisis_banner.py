"""Which crises a page of the admin must tell of. Switching: `crisis.py`.

Every page of the admin asks, so open crises are kept by every process for RULES_SECONDS; the process in which one is
switched sees it at once.
"""

from __future__ import annotations

import time
from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from django.http import HttpRequest
from wagtail.models import Page

from cms.conf import newsroom as conf
from cms.conversation.desk.permissions import Action, may
from cms.conversation.models import CrisisPeriod

_kept: list[tuple[float, list[CrisisPeriod]]] = []
PAGE_KEYS = ("page_id", "parent_page_id", "page_to_move_id")
"""What Wagtail's addresses call the page that a screen is about."""


@receiver([post_save, post_delete], sender=CrisisPeriod)
def forget(**kwargs: Any) -> None:
    """Have this process ask again: now, and once the change is committed."""
    _kept.clear()
    transaction.on_commit(_kept.clear, robust=True)


def crises_for(request: HttpRequest) -> list[CrisisPeriod]:
    """The open crises of the newsrooms on whose desks the user works, and of the newsroom whose page is on the screen."""
    user = request.user
    return [
        period
        for period in open_crises()
        if may(user, Action.VIEW, period.newsroom_id) or _is_about(request, period)
    ]


def open_crises() -> list[CrisisPeriod]:
    """All open crises with their newsrooms."""
    now = time.monotonic()
    if _kept and now < _kept[0][0]:
        return _kept[0][1]
    periods = CrisisPeriod.objects.filter(ended_at=None).select_related("newsroom__locale", "statement")
    found = list(periods.order_by("started_at", "pk"))
    _kept[:] = [(now + conf.RULES_SECONDS, found)]
    return found


def _is_about(request: HttpRequest, period: CrisisPeriod) -> bool:
    kwargs = request.resolver_match.kwargs if request.resolver_match else {}
    for key in PAGE_KEYS:
        if pk := kwargs.get(key):
            return bool(Page.objects.filter(pk=pk, path__startswith=period.newsroom.path).exists())
    return False
