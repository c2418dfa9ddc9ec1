"""The demo's first page: a press room of plain HTML, filled by the embed's elements; links where no script runs.

Only the demo has it (`NEWSROOM_DEMO`). It stands for the page of a company that has a web site already.
"""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.views.decorators.http import require_safe

from cms.access import PUBLIC
from cms.errors import NotFound, Withdrawn
from cms.ledger.document import ItemType
from cms.ledger.paging import PageRequest
from cms.ledger.selectors import ItemFilter, find_newsroom, list_items
from cms.media.storage import origins
from cms.newsroom import views
from cms.project.demo import english, swedish
from cms.project.demo.front_words import ENGLISH, SWEDISH
from cms.syndication.embeds.script import current_script

SLUGS = {"sv": swedish.NEWSROOM.slug, "en": english.NEWSROOM.slug}
WORDS = {"sv": SWEDISH, "en": ENGLISH}
LANGUAGES = {"sv": "Svenska", "en": "English"}
RELEASES = 6


@require_safe
def front(request: HttpRequest) -> HttpResponse:
    """The press room in the reader's language; the list of newsrooms where that of the demo is gone."""
    language = language_of(request)
    try:
        newsroom = find_newsroom(PUBLIC, SLUGS[language]).content
    except (NotFound, Withdrawn):
        return views.index(request)
    slug = newsroom["slug"]
    pinned = _first(ItemType.RELEASE, slug, pinned=True)
    context = {
        "here": f"{settings.BASE_URL}{request.path}",
        "language": language,
        "languages": [(code, name, code == language) for code, name in LANGUAGES.items()],
        "words": WORDS[language],
        "newsroom": newsroom,
        "pinned": pinned,
        "quote": next((block for block in (pinned or {}).get("body", ()) if block["type"] == "QUOTE"), None),
        "releases": _items(ItemType.RELEASE, slug, RELEASES),
        "count": RELEASES,
        "discussion": _first(ItemType.DISCUSSION, slug),
        "script": current_script(),
    }
    with translation.override(language):
        response = render(request, "newsroom_demo/front.html", context)
    response["Content-Security-Policy"] = _policy()
    response["Content-Language"] = language
    response["Cache-Control"] = f"public, max-age={views.SECONDS_IN_CACHES}"
    return response


def language_of(request: HttpRequest) -> str:
    """The language that was chosen, else the one that the browser asks for, else English."""
    chosen = request.GET.get("language", "")
    asked = (translation.get_language() or "")[:2]
    return next((code for code in (chosen, asked) if code in SLUGS), "en")


def _first(kind: ItemType, newsroom: str, **where: Any) -> dict[str, Any] | None:
    return next(iter(_items(kind, newsroom, 1, **where)), None)


def _items(kind: ItemType, newsroom: str, count: int, **where: Any) -> list[dict[str, Any]]:
    """The newest items of a kind, whole."""
    wanted = ItemFilter(type=kind, newsroom=newsroom, **where)
    return [row.content for row in list_items(PUBLIC, wanted, PageRequest(first=count), whole=True).rows]


def _policy() -> str:
    """Nothing but this site, no script in the page, and of markup only what the embed's policy lets through."""
    media = " ".join(["'self'", *origins()])
    return "; ".join(
        [
            "default-src 'none'",
            "script-src 'self'",
            "connect-src 'self'",
            "style-src 'self'",
            f"img-src {media} data:",
            f"media-src {media}",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'self'",
            "require-trusted-types-for 'script'",
            "trusted-types newsroom-embed",
        ]
    )
