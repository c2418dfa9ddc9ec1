"""The addresses of the embed's script: each version for ever, the newest for a while, and what to copy into a page."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from cms.errors import NotFound
from cms.newsroom.conditions import conditional
from cms.syndication.embeds.script import Script, current_script, find_script, scripts

FOR_EVER = "public, max-age=31536000, immutable"
FOR_NOW = "public, max-age=300, stale-while-revalidate=3600"
ANYWHERE = {
    "Access-Control-Allow-Origin": "*",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "X-Content-Type-Options": "nosniff",
}


def anywhere(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Let pages of other sites have what a view answers, whatever it is."""

    @wraps(view)
    def answer(request: HttpRequest, **parts: str) -> HttpResponse:
        response = view(request, **parts)
        for name, value in ANYWHERE.items():
            response[name] = value
        return response

    return csrf_exempt(answer)  # other methods are refused as such


@require_safe
@anywhere
@conditional
def versioned_script(request: HttpRequest, version: str) -> HttpResponse:
    """One version of the script, which never changes. An unknown one is a 404 that names those that there are."""
    try:
        return _script(request, find_script(version), FOR_EVER)
    except NotFound as error:
        headers = {"Cache-Control": "no-store"}
        return HttpResponse(f"{error.message}\n", "text/plain; charset=utf-8", 404, headers=headers)


@require_safe
@anywhere
@conditional
def newest_script(request: HttpRequest) -> HttpResponse:
    """The newest version, for pages that name none and do without `integrity`."""
    return _script(request, current_script(), FOR_NOW)


@require_safe
@anywhere
@conditional
def description(request: HttpRequest) -> HttpResponse:
    """The newest version with its address, its integrity and the element to copy, and the versions before it."""
    newest = current_script()
    described = [
        {"version": each.version, "url": each.url, "integrity": each.integrity} for each in scripts().values()
    ]
    content = {
        "version": newest.version,
        "url": newest.url,
        "integrity": newest.integrity,
        "html": newest.tag,
        "size_in_bytes": len(newest.content),
        "compressed_size_in_bytes": len(newest.compressed),
        "versions": described[::-1],
    }
    return JsonResponse(content, headers={"Cache-Control": FOR_NOW})


def _script(request: HttpRequest, script: Script, life: str) -> HttpResponse:
    """The script, compressed where the reader takes that."""
    compresses = "gzip" in request.headers.get("Accept-Encoding", "")
    content = script.compressed if compresses else script.content
    etag = f'"{script.integrity}-gzip"' if compresses else f'"{script.integrity}"'
    headers = {"Cache-Control": life, "ETag": etag, "Vary": "Accept-Encoding"}
    if compresses:
        headers["Content-Encoding"] = "gzip"
    return HttpResponse(content, "text/javascript; charset=utf-8", headers=headers)
