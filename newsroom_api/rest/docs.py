"""The API's description of itself: OpenAPI for machines, a page for people, and the answer to unknown addresses."""

from __future__ import annotations

import json
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from rest_framework.exceptions import MethodNotAllowed
from rest_framework.request import Request

from newsroom_api import caching
from newsroom_api.errors import problem_of, problem_response
from newsroom_api.rest import openapi
from newsroom_api.rest.base import PublicView


class OpenApiView(PublicView):
    """Read this description of the API, as OpenAPI 3.1."""

    operation, tag = "read_openapi", "description"
    answer_model = {"type": "object", "additionalProperties": True, "description": "An OpenAPI 3.1 document."}

    def get(self, request: Request) -> HttpResponse:
        self.read(self.query)
        etag = caching.make_etag("openapi")
        return self.answer(
            etag, caching.code_changed_at(), lambda: (json.dumps(openapi.document()), ["openapi"])
        )


@csrf_exempt
def docs(request: HttpRequest) -> HttpResponse:
    """The documentation for reading and trying: Swagger UI, from this site's own static files."""
    if request.method not in ("GET", "HEAD"):
        refused = problem_response(problem_of(MethodNotAllowed(str(request.method))))
        refused["Allow"] = "GET, HEAD"
        return refused
    etag, changed = caching.make_etag("docs"), caching.code_changed_at()
    response = caching.not_modified(request, etag, changed) or render(
        request,
        "newsroom/api/docs.html",
        {"title": openapi.SETTINGS["TITLE"], "description": reverse("newsroom_api_openapi")},
    )
    return caching.mark_public(response, etag, changed, ["docs"])


@csrf_exempt
def unknown_address(request: HttpRequest, **kwargs: Any) -> HttpResponse:
    """What is no address of the API is a problem too, never a page."""
    return problem_response(problem_of(Http404()))
