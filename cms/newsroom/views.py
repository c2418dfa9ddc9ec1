"""The built-in pages, for newsrooms without a frontend: documents as plain HTML, from the ledger alone.

They run no JavaScript and load nothing from other sites. The templates are in `newsroom/pages/`. What does not live
here: what other apps add to them (`parts.py`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import redirect, render
from django.urls import Resolver404, resolve
from django.utils import translation
from django.utils.encoding import iri_to_uri
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_safe

from cms.access import PUBLIC
from cms.errors import InvalidCursor, InvalidToken, NotFound, Withdrawn
from cms.ledger.document import ItemType
from cms.ledger.paging import PageRequest
from cms.ledger.selectors import ItemFilter, find_newsroom, list_items, resolve_path
from cms.newsroom import pages_media
from cms.newsroom.colours import stylesheet
from cms.newsroom.conditions import conditional
from cms.newsroom.parts import context_of_parts
from cms.newsroom.preview import preview_document

SECONDS_IN_CACHES = 30
"""How long a cache may show a page that has since been corrected or withdrawn."""

PINNED = 20
"""The most pinned releases at the top of a newsroom."""


@require_safe
@xframe_options_sameorigin
def preview(request: HttpRequest) -> HttpResponse:
    """The draft that the token stands for. Never stored by anybody."""
    try:
        item = preview_document(request.GET.get("token", "")).model_dump(mode="json")
    except InvalidToken as error:
        response = render_page(request, "invalid", {"message": error.message}, status=403)
    else:
        response = _item_page(request, item, {"is_preview": True})
    response["Cache-Control"] = "no-store"
    response["X-Robots-Tag"] = "noindex"
    return response


@require_safe
@conditional
@xframe_options_sameorigin
def index(request: HttpRequest) -> HttpResponse:
    """The newsrooms of this site."""
    try:
        newsrooms = list_items(PUBLIC, ItemFilter(type=ItemType.NEWSROOM), _page_asked_for(request))
    except InvalidCursor as error:
        return render_page(request, "missing", {"message": error.message}, status=400)
    return render_page(
        request, "index", {"newsrooms": [row.content for row in newsrooms.rows], "next": _next(newsrooms)}
    )


@require_safe
@conditional
@xframe_options_sameorigin
def public_page(request: HttpRequest, newsroom: str, slug: str = "") -> HttpResponse:
    """What is public at `/newsroom` or `/newsroom/slug`: 200, 301 when moved, 410 when withdrawn, 404."""
    try:
        if "\x00" in newsroom + slug:
            raise NotFound("No address has a NUL in it.")
        found = resolve_path(PUBLIC, f"/{newsroom}/{slug}")
        if found.moved_to:
            return HttpResponsePermanentRedirect(iri_to_uri(found.moved_to))
        return _item_page(request, found.row.content, {})
    except Withdrawn as error:
        gone = {"reason": error.reason, "withdrawn_at": error.withdrawn_at}
        return render_page(request, "withdrawn", {**gone, "newsroom": _newsroom_at(newsroom)}, status=410)
    except InvalidCursor as error:
        return render_page(request, "missing", {"message": error.message}, status=400)
    except NotFound:
        if _answers_with_slash(request.path_info):
            return HttpResponsePermanentRedirect(f"{request.path}/")
        return render_page(request, "missing", {"newsroom": _newsroom_at(newsroom)}, status=404)


@require_safe
def without_slash(request: HttpRequest, **parts: str) -> HttpResponse:
    """Items have one address, which does not end with a slash."""
    return redirect("newsroom_page", permanent=True, **parts)


@require_safe
@conditional
def colours(request: HttpRequest, primary: str, accent: str) -> HttpResponse:
    """A newsroom's colours as a stylesheet."""
    css = stylesheet(f"#{primary}", f"#{accent}")
    return HttpResponse(css, content_type="text/css", headers={"Cache-Control": "public, max-age=86400"})


def _item_page(request: HttpRequest, item: dict[str, Any], context: dict[str, Any]) -> HttpResponse:
    """The page of a newsroom, or of what is in one."""
    if item["type"] == ItemType.NEWSROOM:
        return _newsroom_page(request, item, context)
    newsroom = _newsroom_at(item["newsroom"]["slug"]) or item["newsroom"]
    context |= context_of_parts(request, item, newsroom, is_preview="is_preview" in context)
    match item["type"]:
        case ItemType.ASSET:
            name, around = "asset", pages_media.around_asset(item)
        case ItemType.PRESS_KIT:
            name, around = "press_kit", pages_media.around_press_kit(item)
        case ItemType.DISCUSSION:
            name, around = "discussion", {"translations": pages_media.linked(item["translations"])}
        case _:
            name, around = "release", {**_neighbours(item), **pages_media.around_release(item)}
    return render_page(request, name, {**context, "item": item, "newsroom": newsroom, **around})


def _newsroom_page(request: HttpRequest, item: dict[str, Any], context: dict[str, Any]) -> HttpResponse:
    """The first page of a newsroom, or a page of one of its lists."""
    context = {**context, "item": item, "newsroom": item}
    section = request.GET.get("section")
    if section and "is_preview" not in context:
        page = pages_media.section_of(item["slug"], section, _page_asked_for(request))
        rows = [row.content for row in page.rows]
        return render_page(
            request, "media", {**context, "section": section, "rows": rows, "next": _next(page)}
        )
    context |= _releases(request, item)
    if context.get("is_first"):
        context |= pages_media.newest_media(item["slug"])
        context |= context_of_parts(request, item, item, is_preview="is_preview" in context)
    return render_page(request, "newsroom", context)


def _releases(request: HttpRequest, newsroom: dict[str, Any]) -> dict[str, Any]:
    """The newsroom's releases, the pinned ones on its first page; none while it is not public itself."""
    asked = _page_asked_for(request)
    where = {"type": ItemType.RELEASE, "newsroom": newsroom["slug"]}
    try:
        page = list_items(PUBLIC, ItemFilter(**where, pinned=False), asked)
        top = (
            []
            if asked.after
            else list_items(PUBLIC, ItemFilter(**where, pinned=True), PageRequest(first=PINNED)).rows
        )
    except (NotFound, Withdrawn):
        return {}
    return {
        "pinned": [row.content for row in top],
        "releases": [row.content for row in page.rows],
        "next": _next(page),
        "is_first": not asked.after,
    }


def _neighbours(item: dict[str, Any]) -> dict[str, Any]:
    """The related releases and the translations as cards."""
    cards = {card["id"]: card for card in pages_media.linked([*item["related"], *item["translations"]])}
    return {
        name: [cards[link["id"]] for link in item[name] if link["id"] in cards]
        for name in ("related", "translations")
    }


def _newsroom_at(slug: str) -> dict[str, Any] | None:
    """The public newsroom with this slug, for the head of a page."""
    try:
        content: dict[str, Any] = find_newsroom(PUBLIC, slug.replace("\x00", "")).content
    except (NotFound, Withdrawn):
        return None
    return content


def _page_asked_for(request: HttpRequest) -> PageRequest:
    return PageRequest(after=request.GET.get("after") or None)


def _next(page: Any) -> str:
    """The cursor of the next page; empty on the last."""
    return page.cursors[-1] if page.has_next else ""


def _answers_with_slash(path: str) -> bool:
    """Whether another page of the site is at this path with a slash: our addresses hide it from Django."""
    try:
        return resolve(f"{path}/").url_name != "newsroom_page_slash"
    except Resolver404:
        return False


def render_page(
    request: HttpRequest, name: str, context: dict[str, Any], *, status: int = 200
) -> HttpResponse:
    """A page in the language of what it shows, that may load only what its document names."""
    newsroom, item = context.get("newsroom"), context.get("item")
    locale = (item or newsroom or {}).get("locale") or translation.get_language() or "en"
    with translation.override(locale):
        bidi = translation.get_language_bidi()
        context = {
            **context,
            "locale": locale,
            "direction": "rtl" if bidi else "ltr",
            "colours": _colours(newsroom),
        }
        response = render(request, f"newsroom/pages/{name}.html", context, status=status)
    media = " ".join(["'self'", *sorted(set(_media_origins(context)))])
    policy = {
        "default-src": "'none'",
        "img-src": media,
        "media-src": media,
        "style-src": "'self'",
        "base-uri": "'none'",
        "form-action": "'none'",
        "frame-ancestors": "'self'",
        **context.get("allow", {}),
    }
    response["Content-Security-Policy"] = "; ".join(f"{name} {value}" for name, value in policy.items())
    if links := context.get("links"):
        response["Link"] = ", ".join(links)
    response["Content-Language"] = locale
    response["Cache-Control"] = f"public, max-age={SECONDS_IN_CACHES}"
    return response


def _colours(newsroom: dict[str, Any] | None) -> dict[str, str] | None:
    """The newsroom's two colours as the address of its stylesheet has them; one may stand in for both."""
    chosen = (newsroom or {}).get("colours") or {}
    primary = chosen.get("primary") or chosen.get("accent")
    if not primary:
        return None
    accent = chosen.get("accent") or primary
    return {"primary": primary[1:].lower(), "accent": accent[1:].lower()}


def _media_origins(value: Any) -> Iterator[str]:
    """The origins of the images and files that documents name, for the Content-Security-Policy."""
    if isinstance(value, dict):
        address = urlsplit(value["href"]) if "content_type" in value and "href" in value else None
        if address and address.netloc:
            yield f"{address.scheme}://{address.netloc}"
        for member in value.values():
            yield from _media_origins(member)
    elif isinstance(value, list):
        for member in value:
            yield from _media_origins(member)
