"""How often an address, or a partner's key, may ask: a fixed window of a minute, counted in Django's cache with one atomic step a request.

Headers: `RateLimit` and `RateLimit-Policy` (draft-ietf-httpapi-ratelimit-headers-10, structured fields of RFC 9651).
With the in-process cache every process counts for itself; with Redis they count together.
"""

from __future__ import annotations

import time
from dataclasses import dataclass

from django.core.cache import cache
from django.http import HttpRequest, HttpResponseBase

from cms.access import Viewer
from cms.clients import UNKNOWN_ADDRESS, client_address
from cms.conf import newsroom as conf
from cms.errors import RateLimited

__all__ = ["UNKNOWN_ADDRESS", "WINDOW", "Quota", "client_address", "show", "spend", "spend_key"]

WINDOW = 60
"""Seconds."""


@dataclass(frozen=True, slots=True)
class Quota:
    """What is left to an address, or to a key, in the current window."""

    limit: int
    remaining: int
    resets_in: int
    """Seconds to the next window."""

    def apply(self, response: HttpResponseBase) -> None:
        """Tell the reader, before what the answer says of other quotas."""
        told = {
            "RateLimit-Policy": f'"requests";q={self.limit};w={WINDOW}',
            "RateLimit": f'"requests";r={self.remaining};t={self.resets_in}',
        }
        for name, value in told.items():
            response[name] = f"{value}, {response[name]}" if name in response else value


def spend(request: HttpRequest) -> Quota | None:
    """Count a request of this address; None when the limit is off. The quota is kept as `request.newsroom_quota`.

    Raises `RateLimited` when the window is used up.
    """
    limit: int = conf.RATE_LIMIT
    return _count(request, client_address(request), limit) if limit else None


def spend_key(request: HttpRequest, viewer: Viewer) -> Quota:
    """Count a request of a partner's key, wherever it comes from. Raises `RateLimited`."""
    return _count(request, viewer.key, viewer.rate_limit)


def _count(request: HttpRequest, who: str, limit: int) -> Quota:
    now = int(time.time())
    resets_in = WINDOW - now % WINDOW
    used = _increment(f"newsroom:rate:{who}:{now // WINDOW}")
    quota = Quota(limit, max(limit - used, 0), resets_in)
    request.newsroom_quota = quota  # type: ignore[attr-defined]
    if used > limit:
        message = f"{limit} requests a minute are allowed. Try again in {resets_in} seconds."
        raise RateLimited(message, retry_after=resets_in)
    return quota


def show(request: HttpRequest, response: HttpResponseBase) -> None:
    """Add the headers of the quota that `spend` has counted for this request, if any."""
    quota: Quota | None = getattr(request, "newsroom_quota", None)
    if quota is not None:
        quota.apply(response)


def _increment(key: str) -> int:
    try:
        return cache.incr(key)
    except ValueError:
        if cache.add(key, 1, timeout=2 * WINDOW):
            return 1
        return cache.incr(key)
