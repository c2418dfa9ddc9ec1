"""The addresses of the embed's script: each version for ever, the newest for a while, and what to copy into a page."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import conditional_page, require_safe

from cms.errors import NotFound
from cms.syndication.embeds.script import Script, current_script, find_script, scripts

FOR_EVER = "public, max-age=31536000, immutable"
FOR_NOW = "public, max-age=300, stale-while-revalidate=3600"
ANYWHERE = {
    "Access-Control-Allow-Origin": "*",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "X-Content-Type-Options": "nosniff",
}


@require_safe
def versioned_script(request: HttpRequest, version: str) -> HttpResponse:
    """One version of the script, which never changes. An unknown one is a 404 that names those that there are."""
    try:
        return _script(request, find_script(version), FOR_EVER)
    except NotFound as error:
        headers = {**ANYWHERE, "Cache-Control": "no-store"}
        return HttpResponse(f"{error.message}\n", "text/plain; charset=utf-8", 404, headers=headers)


@require_safe
def newest_script(request: HttpRequest) -> HttpResponse:
    """The newest version, for pages that name none and do without `integrity`."""
    return _script(request, current_script(), FOR_NOW)


@require_safe
@conditional_page
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
    return JsonResponse(content, headers={**ANYWHERE, "Cache-Control": FOR_NOW})


def _script(request: HttpRequest, script: Script, life: str) -> HttpResponse:
    """The script, compressed where the reader takes that, or a 304."""
    etag = f'"{script.integrity}"'
    compresses = "gzip" in request.headers.get("Accept-Encoding", "")
    if compresses:
        etag = f'"{script.integrity}-gzip"'
    if etag in request.headers.get("If-None-Match", ""):
        response = HttpResponse(status=304)
    else:
        response = HttpResponse(
            script.compressed if compresses else script.content, "text/javascript; charset=utf-8"
        )
        if compresses:
            response["Content-Encoding"] = "gzip"
    for name, value in ANYWHERE.items():
        response[name] = value
    response["Cache-Control"] = life
    response["ETag"] = etag
    patch_vary_headers(response, ["Accept-Encoding"])
    return response
