"""Every error leaves the REST API as problem details with a documented code, whatever came in."""

from __future__ import annotations

from typing import Any

import pytest

from cms.ledger import selectors
from newsroom_api.errors import CODES

LIST = "/api/v1/releases"
SOMEBODY = "3f0b7a52-1111-4222-8333-9f7b6f0d8a11"

BAD_QUERIES = {
    "page_size=0": "page_size",
    "page_size=-1": "page_size",
    "page_size=101": "page_size",
    "page_size=abc": "page_size",
    "page_size=1.5": "page_size",
    "page_size=": "page_size",
    "page_size=1_0": "page_size",
    "page_size=99999999999999999999": "page_size",
    "unknown=1": "unknown",
    "q=1": "q",
    "kind=LETTER": "kind",
    "kind=": "kind",
    "topic=1": "topic",
    "topic=%7B3f0b7a52-1111-4222-8333-9f7b6f0d8a11%7D": "topic",
    "person=abc": "person",
    "asset=PAINTING": "asset",
    "pinned=1": "pinned",
    "pinned=True": "pinned",
    "locale=xx": "locale",
    "published_from=yesterday": "published_from",
    "published_from=2026-01-01": "published_from",
    "published_from=2026-01-01T00:00:00": "published_from",
    "published_from=2026-02-30T00:00:00Z": "published_from",
    "published_before=0001-01-01T00:00:00%2B23:00": "published_before",
    "updated_since=1700000000": "updated_since",
    "order_by=title": "order_by",
    "search=": "search",
    "search=" + "a" * 201: "search",
    "slug=" + "a" * 256: "slug",
    "tag=a&tag=b": "tag",
    "fields=password": "fields",
    "fields=": "fields",
    "search=%00": "search",
    "slug=%00": "slug",
    "slug=%ED%A0%80": "slug",
    "page_size=1&slug=%E5": "slug",
    "page_size=%": "page_size",
    "%73lug=%zz": "slug",
    "sl%00ug=1": "slug",
}


def problem(response: Any, status: int, code: str) -> dict[str, Any]:
    """The content of a problem (RFC 9457) of this status and code."""
    assert said(response) == (status, code)
    return response.json()


def said(response: Any) -> tuple[int, str]:
    """Status and code of an answer that is a problem in every respect."""
    headers = {name: response.get(name) for name in ("Content-Type", "Cache-Control")}
    assert headers == {"Content-Type": "application/problem+json", "Cache-Control": "no-store"}, (
        response.content
    )
    content = response.json()
    assert {"type", "title", "status", "detail", "code", "errors"} <= set(content)
    assert (content["status"], content["type"]) == (response.status_code, "about:blank")
    assert CODES[content["code"]].status == response.status_code
    return response.status_code, content["code"]


@pytest.mark.django_db
@pytest.mark.parametrize(("query", "field"), BAD_QUERIES.items())
def test_a_bad_parameter_is_named(client, query, field):
    content = problem(client.get(f"{LIST}?{query}"), 400, "INVALID_INPUT")
    assert [error["field"] for error in content["errors"]] == [field]
    assert content["errors"][0]["code"] == "INVALID_INPUT"
    assert content["errors"][0]["message"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    "query",
    [
        "search=%",
        "search=%zz",
        "search=%ED%A0%80",
        "search=%FF",
        "%FF=1",
        "a=1&" * 101,
        "search=" + "%41" * 2000,
    ],
)
def test_a_query_that_cannot_be_read(client, query):
    assert said(client.get(LIST, QUERY_STRING=query)) == (400, "INVALID_INPUT")


@pytest.mark.django_db
@pytest.mark.parametrize(
    "cursor",
    ["x", "n", "p", "nxx", "pAAAA", "n" + "A" * 1999, "nWyJORVdFU1QiLDEsbnVsbF0", "n%C3%A5", "nbnVsbA"],
)
@pytest.mark.parametrize("address", [LIST, "/api/v1/newsrooms", "/api/v1/topics", "/api/v1/people"])
def test_a_cursor_that_no_list_gave(client, address, cursor):
    content = problem(client.get(f"{address}?cursor={cursor}"), 400, "INVALID_CURSOR")
    assert content["errors"][0]["field"] == "cursor"


def test_a_cursor_of_another_list(client, make_release):
    make_release("One")
    make_release("Two")
    cursor = client.get(f"{LIST}?page_size=1").json()["next"].rsplit("=", 1)[1]
    assert said(client.get(f"{LIST}?page_size=1&order_by=OLDEST&cursor={cursor}")) == (400, "INVALID_CURSOR")
    uid = client.get(LIST).json()["results"][0]["id"]
    assert said(client.get(f"{LIST}/{uid}/editions?cursor={cursor}")) == (400, "INVALID_CURSOR")


@pytest.mark.django_db
def test_all_wrong_parameters_are_named_at_once(client):
    content = problem(client.get(f"{LIST}?page_size=0&colour=red&pinned=x"), 400, "INVALID_INPUT")
    assert sorted(error["field"] for error in content["errors"]) == ["colour", "page_size", "pinned"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address",
    [
        f"{LIST}/{SOMEBODY}",
        f"{LIST}/{SOMEBODY}/editions",
        f"{LIST}/abc",
        f"{LIST}/1",
        f"{LIST}/%00",
        f"{LIST}/%FF%FE",
        f"/api/v1/newsrooms/{SOMEBODY}",
        f"/api/v1/topics/{SOMEBODY}",
        f"/api/v1/people/{SOMEBODY}",
        "/api/v1/items?path=/nowhere",
        "/api/v1/items?path=/nowhere/at/all",
        "/api/v1/nothing",
        "/api/v1/releases/a/b/c",
        "/api/v2/releases",
        "/api/",
        "/api",
        f"{LIST}?newsroom=nowhere",
    ],
)
def test_nothing_is_there(client, address):
    assert said(client.get(address)) == (404, "NOT_FOUND")


@pytest.mark.django_db
@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "trace"])
@pytest.mark.parametrize("address", [LIST, f"{LIST}/{SOMEBODY}", "/api/v1/preview", "/api/v1/openapi.json"])
def test_nothing_can_be_written(client, method, address):
    response = getattr(client, method)(address)
    assert said(response) == (405, "METHOD_NOT_ALLOWED")
    assert response["Allow"] == "GET, HEAD, OPTIONS"


@pytest.mark.django_db
def test_only_json_is_served(client):
    assert said(client.get(LIST, HTTP_ACCEPT="text/html")) == (406, "NOT_ACCEPTABLE")
    assert said(client.get(LIST, HTTP_ACCEPT="application/json;q=0")) == (406, "NOT_ACCEPTABLE")
    for accept in ("application/json;q=0, */*", "application/*;q=0.0, */*;q=0.5", "*/*;q=0, text/html"):
        assert said(client.get("/api/v1/topics", HTTP_ACCEPT=accept)) == (406, "NOT_ACCEPTABLE")
    for accept in ("application/json, application/*;q=0", "*/*;q=0, application/json;q=0.1"):
        assert client.get("/api/v1/topics", HTTP_ACCEPT=accept).status_code == 200
    assert client.get(LIST, HTTP_ACCEPT="application/json;q=0, */*")["Content-Type"] != "application/json"
    for accept in ("application/json", "*/*", "text/html, */*;q=0.1", "application/*"):
        assert client.get(LIST, HTTP_ACCEPT=accept).status_code == 200


@pytest.mark.django_db
def test_parameters_that_are_required(client):
    assert problem(client.get("/api/v1/items"), 400, "INVALID_INPUT")["errors"][0]["field"] == "path"
    assert problem(client.get("/api/v1/preview"), 400, "INVALID_INPUT")["errors"][0]["field"] == "token"


@pytest.mark.django_db
def test_an_accident_tells_nothing(client, monkeypatch, caplog):
    def explode(*args: Any, **kwargs: Any) -> None:
        raise RuntimeError("the password is swordfish")

    monkeypatch.setattr(selectors, "list_items", explode)
    client.raise_request_exception = False
    response = client.get(LIST)
    assert said(response) == (500, "INTERNAL")
    assert b"swordfish" not in response.content
    assert "swordfish" in caplog.text


@pytest.mark.django_db
def test_an_accident_outside_the_views_is_a_problem_too(client, monkeypatch):
    from newsroom_api.rest import docs

    def explode(*args: Any, **kwargs: Any) -> None:
        raise RuntimeError("swordfish")

    monkeypatch.setattr(docs, "problem_of", explode)
    client.raise_request_exception = False
    assert said(client.get("/api/v1/nothing")) == (500, "INTERNAL")


@pytest.mark.django_db
def test_options_says_what_there_is(client):
    response = client.options(LIST)
    assert (response.status_code, response["Allow"], response.content) == (204, "GET, HEAD, OPTIONS", b"")
