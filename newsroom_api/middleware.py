"""The headers that make answers of the APIs the same for every reader, so that one copy in a cache serves all.

Put it first: the site's other middleware makes answers vary by language and origin, which those of the APIs do not.
"""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from newsroom_api.errors import WIRE

EXPOSED = (
    "Accept-Ranges, Content-Disposition, Content-Range, ETag, Idempotent-Replayed, Link, Location, Retry-After, "
    "RateLimit, RateLimit-Policy"
)
FOREIGN_TO_THE_WIRE = {"accept-language", "origin"}


class WireHeaders:
    """Opens public answers to scripts of every origin, and takes away `Vary` on what they do not vary by."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code == 304:  # the length of what is not sent, if any (RFC 9110, section 8.6)
            del response["Content-Length"]
        if request.path_info.startswith(WIRE):
            response["Access-Control-Allow-Origin"] = "*"
            response["Access-Control-Expose-Headers"] = EXPOSED
            del response["Content-Language"]
            _keep_needed_vary(response)
        elif response.get("Cache-Control", "").endswith("immutable"):  # a file of the shelf
            del response["Content-Language"]
            _keep_needed_vary(response)
        return response


def _keep_needed_vary(response: HttpResponse) -> None:
    names = [name.strip() for name in response.get("Vary", "").split(",")]
    kept = [name for name in names if name and name.lower() not in FOREIGN_TO_THE_WIRE]
    if kept:
        response["Vary"] = ", ".join(kept)
    else:
        del response["Vary"]
