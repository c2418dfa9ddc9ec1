"""Which media types a request takes (RFC 9110, section 12.5.1).

Django leaves out what has a weight of 0, so that `application/json;q=0, */*` takes JSON by its second part.
"""

from __future__ import annotations

from collections.abc import Sequence

from django.http import HttpRequest
from django.http.request import MediaType


def preferred_type(request: HttpRequest, types: Sequence[str]) -> str | None:
    """The one of our media types that the request prefers; None where it takes none of them."""
    header = request.META.get("HTTP_ACCEPT", "")
    if "q=0" not in header:
        return request.get_preferred_type(types)
    ranges = [MediaType(each) for each in header.split(",") if each.strip()]
    return request.get_preferred_type([each for each in types if not _is_refused(MediaType(each), ranges)])


def names_type(request: HttpRequest, media_type: str) -> bool:
    """Whether the request takes this media type by its name, not by a wildcard alone."""
    return any(f"{each.main_type}/{each.sub_type}" == media_type for each in request.accepted_types)


def _is_refused(media_type: MediaType, ranges: Sequence[MediaType]) -> bool:
    """Whether the part of the header that fits best says so."""
    fitting = [each for each in ranges if media_type.match(str(each))]
    return bool(fitting) and max(fitting, key=lambda each: each.specificity).quality == 0
