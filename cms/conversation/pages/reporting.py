"""Reporting a comment from the built-in pages."""

from __future__ import annotations

import time
from typing import Any
from uuid import UUID

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from cms.access import PUBLIC
from cms.clients import client_address
from cms.conf import newsroom as conf
from cms.conversation import selectors
from cms.conversation.contents import Content
from cms.conversation.pages import guards
from cms.conversation.pages.forms import ReportForm
from cms.conversation.pages.posting import for_visitors, wait_words
from cms.conversation.services.reporting import report_comment
from cms.errors import NewsroomError, NotFound
from cms.ledger.selectors import find_newsroom, items_by_id
from cms.newsroom.views import render_page

WINDOW = 60
"""Seconds in which reports of an address are counted."""


@for_visitors
def report(request: HttpRequest, comment: UUID) -> HttpResponse:
    """A form with reasons, and thanks when it was sent."""
    content, item = _place(comment)
    with translation.override(item["locale"]):
        if request.method != "POST":
            return _page(request, content, item, ReportForm(), is_sent="sent" in request.GET)
        form, headers = ReportForm(request.POST), {}
        if not guards.is_fresh(request.POST.get("form_token", ""), content["id"]):
            form.add_error(None, _("The form has been open for long. Send it once more: nothing is lost."))
        elif form.is_valid():
            headers = _send(request, comment, form)
        if not form.errors:
            address = reverse("newsroom_report", args=[comment])
            return guards.private(HttpResponseRedirect(f"{address}?sent", status=303))
        form.show_errors()
        return _page(request, content, item, form, headers=headers)


def _place(uid: UUID) -> tuple[Content, dict[str, Any]]:
    """The public comment and its item's card. Raises `NotFound`."""
    comment = selectors.get_comment(PUBLIC, uid)
    item = items_by_id(PUBLIC, [UUID(comment["item_id"])], whole=False).get(UUID(comment["item_id"]))
    if item is None or comment["state"] != "PUBLISHED":
        raise NotFound(f"No public comment has the id {uid}.", field="id")
    return comment, item.content


def _send(request: HttpRequest, comment: UUID, form: ReportForm) -> dict[str, str]:
    """Pass it on; what is wrong is said in the form. Headers for the answer."""
    now = int(time.time())
    if _count(request, now) > conf.COMMENTS_PER_MINUTE > 0:
        seconds = WINDOW - now % WINDOW
        form.add_error(None, wait_words(seconds))
        return {"Retry-After": str(seconds)}
    try:
        report_comment(comment, guards.visitor_of(request), **form.cleaned_data)
    except NewsroomError as error:
        form.add_error(error.field if error.field in form.fields else None, error.message)
    return {}


def _count(request: HttpRequest, now: int) -> int:
    """How many reports came from this address in this minute."""
    key = f"newsroom:reports:{client_address(request)}:{now // WINDOW}"
    cache.add(key, 0, timeout=2 * WINDOW)
    return cache.incr(key)


def _page(
    request: HttpRequest,
    comment: Content,
    item: dict[str, Any],
    form: ReportForm,
    *,
    is_sent: bool = False,
    headers: dict[str, str] | None = None,
) -> HttpResponse:
    context = {
        "comment": comment,
        "card": item,
        "newsroom": find_newsroom(PUBLIC, item["newsroom"]["slug"]).content,
        "form": form,
        "form_token": guards.form_token(comment["id"]),
        "is_sent": is_sent,
    }
    status = 429 if headers else 400 if form.is_bound else 200
    response = guards.private(render_page(request, "report_form", context, status=status))
    for name, value in (headers or {}).items():
        response[name] = value
    return response
