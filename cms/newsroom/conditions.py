"""Conditional requests for pages (RFC 9110, section 13): those by HEAD too, which Django's own decorator leaves out."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, set_response_etag


def conditional(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Give what a view answers an entity tag of its content, and a 304 to those who have it already."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        if not response.has_header("ETag"):
            set_response_etag(response)
        etag = response.get("ETag")
        return get_conditional_response(request, etag=etag, response=response) or response

    return answer
