"""Files of local storages over HTTP: those of the vault by signed address, those of the shelf for everybody.

Installations on S3 do not use them: there, browsers fetch from the bucket.
"""

from __future__ import annotations

from pathlib import Path

from django.core.exceptions import SuspiciousOperation
from django.core.files.storage import storages
from django.http import HttpRequest, HttpResponseBase, HttpResponseNotFound
from django.views.decorators.http import require_safe

from cms.media.ranges import file_response
from cms.media.storage import signing
from cms.media.storage.base import (
    SHELF_CACHE_CONTROL,
    VAULT_CACHE_CONTROL,
    content_type_of,
    disposition,
)
from cms.media.storage.local import LocalShelf, LocalVault

NOTHING_RUNS = "sandbox; default-src 'none'; style-src 'unsafe-inline'; media-src 'self'; img-src 'self'"
FOR_PDF = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'"
"""Without `sandbox`: browsers show no PDF in it. They run what a PDF holds apart from the site in any case."""


@require_safe
def vault_file(request: HttpRequest, signature: str, name: str) -> HttpResponseBase:
    """A private file, for whoever has an address that is signed and not too old; 404 for everybody else."""
    place = storages["newsroom_vault"]
    if isinstance(place, LocalVault) and signing.opens(signature, name):
        response = _file(request, place, name, content_type_of(name), None)
        response["Cache-Control"] = VAULT_CACHE_CONTROL if response.status_code < 400 else "no-store"
        response["Referrer-Policy"] = "no-referrer"
    else:
        response = _nothing()
    response._has_been_logged = True  # type: ignore[attr-defined] # Django would log the address, which is a key
    return response


@require_safe
def shelf_file(request: HttpRequest, name: str) -> HttpResponseBase:
    """A public file. It never changes, so everybody may keep it for a year."""
    place = storages["newsroom_shelf"]
    if not isinstance(place, LocalShelf):
        return _nothing()
    try:
        content_type, download_name = place.description(name)
    except (SuspiciousOperation, OSError, ValueError):
        return _nothing()
    response = _file(request, place, name, content_type, download_name)
    if response.status_code < 400:
        response["Cache-Control"] = SHELF_CACHE_CONTROL
        response["Access-Control-Allow-Origin"] = "*"
        response["Access-Control-Expose-Headers"] = "Accept-Ranges, Content-Range, ETag"
        response["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response


def _file(
    request: HttpRequest,
    place: LocalVault | LocalShelf,
    name: str,
    content_type: str,
    download_name: str | None,
) -> HttpResponseBase:
    try:
        path = Path(place.path(name))
        file = path.open("rb")
        state = path.stat()
    except (SuspiciousOperation, OSError, ValueError):  # not there, a folder, or no name at all
        return _nothing()
    response = file_response(
        request, file, size=state.st_size, modified=state.st_mtime, content_type=content_type
    )
    if (value := disposition(content_type, download_name)) is not None:
        response["Content-Disposition"] = value
    elif response.headers.get("Content-Disposition"):
        del response["Content-Disposition"]  # Django's, with the name of the file
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = FOR_PDF if content_type == "application/pdf" else NOTHING_RUNS
    return response


def _nothing() -> HttpResponseNotFound:
    """The same answer for a wrong signature, an old one and a file that is not there."""
    return HttpResponseNotFound(
        "There is no such file, or its address has expired.\n",
        content_type="text/plain; charset=utf-8",
        headers={"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"},
    )
