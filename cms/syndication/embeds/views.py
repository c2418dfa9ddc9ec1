"""The pages that frames on other sites show. They tell of corrections and withdrawals by themselves.

They may be framed by everybody, alone among the pages of this site; they run no script, and have no form.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from cms.access import PUBLIC
from cms.conversation.filters import CommentFilter, CommentOrder
from cms.conversation.selectors import list_comments
from cms.errors import NotFound, Withdrawn
from cms.ledger.document import ItemType
from cms.ledger.models import Item
from cms.ledger.paging import PageRequest
from cms.ledger.selectors import get_item, items_by_id
from cms.newsroom.conditions import conditional
from cms.newsroom.views import render_page
from cms.syndication.embeds.finding import Shown, find_thread, has_embed, quoted

COMMENTS = 5
"""Newest comments that the embed of a thread shows."""
ANYWHERE = {"frame-ancestors": "*"}


@require_safe
@conditional
@xframe_options_exempt
def item(request: HttpRequest, uid: UUID) -> HttpResponse:
    """A release, asset, press kit or discussion in short, with a link to the whole."""
    try:
        row = get_item(PUBLIC, uid)
        if not has_embed(row.content):
            raise NotFound(f"No item to embed has the id {uid}.", field="id")
    except Withdrawn as error:
        return _withdrawn(request, uid, error)
    except NotFound:
        return _missing(request)
    return _page(request, "embed_item", Shown(row))


@require_safe
@conditional
@xframe_options_exempt
def quote(request: HttpRequest, uid: UUID, block: UUID) -> HttpResponse:
    """A quote in a release. 410 where the release has been changed and has it no more."""
    try:
        row = get_item(PUBLIC, uid, type=ItemType.RELEASE)
    except Withdrawn as error:
        return _withdrawn(request, uid, error)
    except NotFound:
        return _missing(request)
    try:
        return _page(request, "embed_quote", quoted(row, str(block)))
    except NotFound:
        return _page(request, "embed_changed", Shown(row), status=410)


@require_safe
@conditional
@xframe_options_exempt
def thread(request: HttpRequest, uid: UUID) -> HttpResponse:
    """The newest comments of a thread, with a link to the whole conversation."""
    try:
        shown = find_thread(PUBLIC, uid)
    except Withdrawn as error:
        items = Item.objects.filter(thread=uid).values_list("uid", flat=True)
        return _withdrawn(request, items[0], error)
    except NotFound:
        return _missing(request)
    wanted = CommentFilter(thread=uid)
    page = list_comments(PUBLIC, wanted, PageRequest(first=COMMENTS), order=CommentOrder.NEWEST)
    comments = [comment for comment in page.rows if comment["state"] == "PUBLISHED"]
    return _page(request, "embed_thread", shown, comments=comments)


def _page(request: HttpRequest, name: str, shown: Shown, *, status: int = 200, **more: Any) -> HttpResponse:
    """The page of what is shown, in the language and the colours of its newsroom."""
    item = shown.item
    home = UUID(item["newsroom"]["id"])
    row = items_by_id(PUBLIC, [home]).get(home)
    context = {
        "item": item,
        "newsroom": row.content if row else item["newsroom"],
        "quote": shown.quote,
        "thread": shown.thread,
        "allow": ANYWHERE,
        **more,
    }
    response = render_page(request, name, context, status=status)
    response["Link"] = f'<{item["url"]}>; rel="canonical"'
    return response


def _withdrawn(request: HttpRequest, uid: UUID, error: Withdrawn) -> HttpResponse:
    """What a frame shows of an item that has been withdrawn: why and when, and nothing of what it said."""
    homes = Item.objects.filter(items=uid, state=Item.State.USABLE).values_list("document", flat=True)
    locales = Item.objects.filter(pk=uid).values_list("locale", flat=True)
    newsroom = next(iter(homes), None) or {"locale": next(iter(locales), "en")}
    context = {
        "reason": error.reason,
        "withdrawn_at": error.withdrawn_at,
        "newsroom": newsroom,
        "allow": ANYWHERE,
    }
    return render_page(request, "embed_withdrawn", context, status=410)


def _missing(request: HttpRequest) -> HttpResponse:
    return render_page(request, "embed_missing", {"allow": ANYWHERE}, status=404)
