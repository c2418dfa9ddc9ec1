"""What looks at every REST answer of the tests can fail: planted answers that the description does not know."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.http import HttpResponse

from .. import described_answers
from ..described_answers import fault_of

TOPIC = "/api/v1/topics/3f0b7a52-1111-4222-8333-9f7b6f0d8a11"
EMPTY = {"results": [], "next": None, "previous": None}
PROBLEM = {
    "type": "about:blank",
    "title": "t",
    "status": 404,
    "detail": "d",
    "code": "NOT_FOUND",
    "errors": [],
}


def answer(content: Any, status: int = 200, media_type: str = "application/json", **headers: str) -> Any:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return HttpResponse(json.dumps(content), content_type=media_type, status=status, headers=named)


def problem(status: int = 404, **changed: Any) -> Any:
    return answer(PROBLEM | {"status": status} | changed, status, "application/problem+json")


@pytest.mark.parametrize(
    ("path", "given", "fault"),
    [
        ("/api/v1/topics", answer(EMPTY, ETag='"x"'), None),
        ("/api/v1/topics", answer(EMPTY | {"next": 1}), "next: 1 is not valid"),
        ("/api/v1/topics", answer(EMPTY | {"total": 1}), "Additional properties are not allowed"),
        ("/api/v1/topics", answer({"results": [], "next": None}), '"previous" is a required property'),
        ("/api/v1/topics", answer(EMPTY, 202), "The status is not described."),
        ("/api/v1/topics", answer(EMPTY, X_Debug="1"), "The headers x-debug are not described."),
        ("/api/v1/topics", answer(EMPTY, media_type="text/html"), "text/html is not described."),
        ("/api/v1/topics", HttpResponse(b"{", "application/json"), "The body is no JSON."),
        ("/api/v1/topics", HttpResponse(status=304), None),
        (TOPIC, problem(), None),
        (TOPIC, problem(code="NOBODY_KNOWS"), "NOBODY_KNOWS"),
        ("/api/v1/nothing", problem(), None),
        ("/api/v1/nothing", problem(detail=None), "detail: null is not of type"),
        ("/api/v1/nothing", answer(EMPTY), "There is no such operation."),
    ],
)
def test_an_answer_fits_the_description_or_is_told(path, given, fault):
    found = fault_of("GET", path, given)
    assert found == fault if fault is None else fault in (found or "")


@pytest.mark.django_db
def test_every_answer_to_the_test_client_is_looked_at(client, monkeypatch):
    looked_at = []
    monkeypatch.setattr(described_answers, "look", lambda request, response: looked_at.append(request.path))
    client.get("/api/v1/topics")
    client.get("/api/v1/nothing")
    assert looked_at == ["/api/v1/topics", "/api/v1/nothing"]


def test_addresses_lead_to_the_operation_with_fewest_parameters():
    assert described_answers.operation_of("GET", "/api/v1/comments/changes")[0] == "/api/v1/comments/changes"
    assert described_answers.operation_of("GET", TOPIC)[0] == "/api/v1/topics/{id}"
    assert described_answers.operation_of("PUT", TOPIC) is None
