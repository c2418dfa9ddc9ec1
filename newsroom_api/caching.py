"""Conditional requests and cache headers (RFC 9110, RFC 9111) of every public answer.

A public answer is a function of the query and of the ledger's last `seq` (a whole item: of its own `seq`), so
both make its strong ETag, together with the version of the code that writes it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import TypeVar

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import http_date

import cms
from cms.conf import newsroom as conf

R = TypeVar("R", bound=HttpResponseBase)


@cache
def code_version() -> str:
    """Twelve hexadecimal digits that change with the source code: a deploy changes every ETag."""
    digest = hashlib.sha256()
    for file in _source_files():
        digest.update(file.name.encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()[:12]


@cache
def code_changed_at() -> datetime:
    """When the source code last changed: the `Last-Modified` of what depends on nothing else."""
    return datetime.fromtimestamp(max(file.stat().st_mtime for file in _source_files()), UTC)


def _source_files() -> list[Path]:
    packages = (Path(cms.__file__).parent, Path(__file__).parent)
    return [file for package in packages for file in sorted(package.rglob("*.py"))]


def make_etag(*parts: object) -> str:
    """A strong entity tag, quotes included, of everything that the answer is a function of."""
    text = "\x1f".join([code_version(), conf.BASE_URL, *map(str, parts)])
    return f'"{hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]}"'


def not_modified(request: HttpRequest, etag: str, modified: datetime | None) -> HttpResponse | None:
    """The 304 that a conditional GET or HEAD gets when nothing changed (RFC 9110, section 13); else None."""
    if not ("HTTP_IF_NONE_MATCH" in request.META or "HTTP_IF_MODIFIED_SINCE" in request.META):
        return None
    if "HTTP_IF_NONE_MATCH" not in request.META and modified is None:
        return None
    seconds = int(seen(modified).timestamp()) if modified else None
    response = get_conditional_response(request, etag=etag, last_modified=seconds)
    return response if response is not None and response.status_code == 304 else None


def mark_public(response: R, etag: str, modified: datetime | None, keys: Iterable[str] = ()) -> R:
    """Give a public answer (or its 304) its validators, its life time in caches, and its purging keys."""
    response["ETag"] = etag
    if modified is not None:
        response["Last-Modified"] = http_date(seen(modified).timestamp())
    response["Cache-Control"] = (
        f"public, max-age={conf.CACHE_SECONDS}, stale-while-revalidate={conf.CACHE_STALE_SECONDS}"
    )
    if found := " ".join(keys):
        response["Surrogate-Key"] = found
    return response


def item_key(uid: object) -> str:
    """The surrogate key of everything that shows the item."""
    return f"item-{uid}"


def thread_key(uid: object) -> str:
    """The surrogate key of everything that shows the thread."""
    return f"thread-{uid}"


def mark_keyed(response: HttpResponseBase) -> None:
    """For one reader alone, who asks before each use whether it is still true: nothing is stored that many share."""
    if "no-store" not in response.get("Cache-Control", ""):
        response["Cache-Control"] = "private, no-cache"


def mark_private(response: HttpResponse) -> HttpResponse:
    """Never stored by anybody: previews, and what depends on who asks."""
    response["Cache-Control"] = "no-store"
    return response


def seen(modified: datetime) -> datetime:
    """The date for `Last-Modified`, in whole seconds.

    Within the second of the change it is the second before: another change may follow in the same second, and
    a reader who has seen the first must not be told later that nothing changed.
    """
    whole = modified.astimezone(UTC).replace(microsecond=0)
    if timezone.now() - whole < timedelta(seconds=1):
        return whole - timedelta(seconds=1)
    return whole
