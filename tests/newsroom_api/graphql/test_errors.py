"""Everything that a reader can get wrong has an answer of its own, with the right status and never in HTML."""

import json

import pytest

UID = "8a2f6d1e-0000-4000-8000-000000000000"
INVALID = [
    ("{ releases(first: 0) { nodes { id } } }", "INVALID_INPUT", "first"),
    ("{ releases(first: -1) { nodes { id } } }", "INVALID_INPUT", "first"),
    ("{ releases(first: 101) { nodes { id } } }", "INVALID_INPUT", "first"),
    ("{ releases(last: 0) { nodes { id } } }", "INVALID_INPUT", "last"),
    ("{ releases(first: 1, last: 1) { nodes { id } } }", "INVALID_INPUT", "last"),
    ('{ releases(after: "garbage") { nodes { id } } }', "INVALID_CURSOR", "after"),
    ('{ releases(last: 1, before: "garbage") { nodes { id } } }', "INVALID_CURSOR", "before"),
    ('{ releases(filter: {locale: "tlh"}) { nodes { id } } }', "INVALID_INPUT", "locale"),
    ('{ releases(filter: {newsroom: "nowhere"}) { nodes { id } } }', "NOT_FOUND", "newsroom"),
    ('{ releases(filter: {topic: "wind"}) { nodes { id } } }', "INVALID_INPUT", "topic"),
    ("{ releases(orderBy: RELEVANCE) { nodes { id } } }", "INVALID_INPUT", "orderBy"),
    ('{ newsroom(slug: "nowhere") { id } }', "NOT_FOUND", "newsroom"),
    ("{ newsroom { id } }", "INVALID_INPUT", "slug"),
    ("{ release { id } }", "INVALID_INPUT", "id"),
    ('{ release(slug: "x") { id } }', "INVALID_INPUT", "newsroom"),
    ('{ release(newsroom: "norrvind", slug: "x") { id } }', "NOT_FOUND", "slug"),
    ('{ release(id: "7") { id } }', "INVALID_INPUT", "id"),
    (f'{{ release(id: "{UID}") {{ id }} }}', "NOT_FOUND", "id"),
    (f'{{ person(id: "{UID}") {{ id }} }}', "NOT_FOUND", "id"),
    ('{ topic(slug: "x") { id } }', "INVALID_INPUT", "id"),
    ('{ topic(slug: "x", locale: "en") { id } }', "NOT_FOUND", "slug"),
    (f'{{ node(id: "{UID}") {{ id }} }}', "NOT_FOUND", "id"),
    (f'{{ node(id: "{UID}:1") {{ id }} }}', "NOT_FOUND", "id"),
    ('{ node(id: "") { id } }', "INVALID_INPUT", "id"),
    ('{ item(path: "/nowhere/at-all") { path } }', "NOT_FOUND", "path"),
    (f'{{ editions(item: "{UID}") {{ nodes {{ id }} }} }}', "NOT_FOUND", "item"),
    ('{ release(previewToken: "x") { id } }', "INVALID_TOKEN", "previewToken"),
]


@pytest.mark.parametrize(("query", "code", "field"), INVALID)
def test_a_field_that_fails_is_null_and_says_why(post, newsroom, query, code, field):
    answer = post(query)
    assert answer.status_code == 200
    (error,) = answer.json()["errors"]
    assert (error["extensions"]["code"], error["extensions"]["field"]) == (code, field)
    assert list(answer.json()["data"].values()) == [None]
    assert answer["Cache-Control"] == "no-store"


REFUSED = [
    ("{", {}, "GRAPHQL_PARSE_FAILED"),
    ("{ nothing }", {}, "GRAPHQL_VALIDATION_FAILED"),
    ("{ releases(nothing: 1) { nodes { id } } }", {}, "GRAPHQL_VALIDATION_FAILED"),
    ('{ releases(first: "abc") { nodes { id } } }', {}, "GRAPHQL_VALIDATION_FAILED"),
    ('{ releases(filter: {updatedSince: "today"}) { nodes { id } } }', {}, "GRAPHQL_VALIDATION_FAILED"),
    ("mutation { a }", {}, "GRAPHQL_VALIDATION_FAILED"),
    ("query($n: Int) { releases(first: $n) { nodes { id } } }", {"n": "abc"}, "BAD_USER_INPUT"),
    ("query($n: Int) { releases(first: $n) { nodes { id } } }", {"n": 2**40}, "BAD_USER_INPUT"),
    (
        "query($t: DateTime) { releases(filter: {updatedSince: $t}) { nodes { id } } }",
        {"t": "2026-01-01T00:00:00"},
        "BAD_USER_INPUT",
    ),
    ("query($s: String!) { newsroom(slug: $s) { id } }", {"s": "a\0b"}, "INVALID_INPUT"),
    ("query($s: String!) { newsroom(slug: $s) { id } }", {"s": "\ud800"}, "INVALID_INPUT"),
    ('{ newsroom(slug: "a\\u0000b") { id } }', {}, "INVALID_INPUT"),
    ("\ud800", {}, "INVALID_INPUT"),
    ("", {}, "BAD_REQUEST"),
    (None, {}, "BAD_REQUEST"),
    (7, {}, "BAD_REQUEST"),
]


@pytest.mark.parametrize(("query", "variables", "code"), REFUSED)
def test_a_request_that_cannot_run_is_400_without_data(post, db, query, variables, code):
    answer = post(query, variables)
    assert answer.status_code == 400
    assert "data" not in answer.json()
    assert [error["extensions"]["code"] for error in answer.json()["errors"]] == [code]


BODIES = [
    (b"{", "application/json", 400, "BAD_REQUEST"),
    (b" ", "application/json", 400, "BAD_REQUEST"),
    (b'"a"', "application/json", 400, "BAD_REQUEST"),
    (b"\xff\xfe", "application/json", 400, "BAD_REQUEST"),
    (b'{"query": NaN}', "application/json", 400, "BAD_REQUEST"),
    (b'[{"query": "{__typename}"}]', "application/json", 400, "BAD_REQUEST"),
    (b"[" * 50_000, "application/json", 400, "BAD_REQUEST"),
    (b'{"query": "{__typename}"}', "text/plain", 415, "UNSUPPORTED_MEDIA_TYPE"),
    (b'{"query": "{__typename}"}', "application/json; charset=latin-1", 415, "UNSUPPORTED_MEDIA_TYPE"),
    (b"query={__typename}", "application/x-www-form-urlencoded", 415, "UNSUPPORTED_MEDIA_TYPE"),
    (
        json.dumps({"query": "{__typename}" + " " * 1_000_000}).encode(),
        "application/json",
        413,
        "LIMIT_EXCEEDED",
    ),
]


@pytest.mark.parametrize(("body", "content_type", "status", "code"), BODIES, ids=range(len(BODIES)))
def test_bodies_that_are_no_request(client, db, body, content_type, status, code):
    answer = client.generic("POST", "/graphql/", body, content_type)
    assert answer.status_code == status
    assert answer["Content-Type"] == "application/json; charset=utf-8"
    assert answer.json()["errors"][0]["extensions"]["code"] == code


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "TRACE"])
def test_other_methods_are_405(client, db, method):
    answer = client.generic(method, "/graphql/")
    assert (answer.status_code, answer["Allow"]) == (405, "GET, HEAD, POST")


def test_other_media_types_are_406(client, db):
    answer = client.get("/graphql/", {"query": "{__typename}"}, headers={"Accept": "text/html"})
    assert (answer.status_code, answer["Content-Type"]) == (406, "application/json; charset=utf-8")


def test_a_withdrawn_item_is_gone_with_its_reason(refusal, run, make_release, newsroom):
    release = make_release("Wrong")
    (uid,) = [each["id"] for each in run("{ releases { nodes { id } } }")["releases"]["nodes"]]
    release.withdrawal_reason = "The figures were wrong."
    release.unpublish()
    ways = [
        f'{{ release(id: "{uid}") {{ id }} }}',
        f'{{ release(newsroom: "norrvind", slug: "{release.slug}") {{ id }} }}',
        f'{{ node(id: "{uid}") {{ id }} }}',
        f'{{ item(path: "/norrvind/{release.slug}") {{ path }} }}',
    ]
    for way in ways:
        status, told = refusal(way)
        assert (status, told["code"], told["reason"]) == (200, "GONE", "The figures were wrong.")
        assert told["withdrawnAt"].endswith("Z")
    nodes = run(f'{{ editions(item: "{uid}") {{ totalCount nodes {{ id version action note }} }} }}')[
        "editions"
    ]
    assert nodes == {
        "totalCount": 2,
        "nodes": [
            {"id": f"{uid}:1", "version": 1, "action": "ISSUED", "note": ""},
            {"id": f"{uid}:2", "version": 2, "action": "WITHDRAWN", "note": "The figures were wrong."},
        ],
    }
    edition = run(f'{{ node(id: "{uid}:2") {{ id ... on Edition {{ action }} }} }}')["node"]
    assert edition == {"id": f"{uid}:2", "action": "WITHDRAWN"}


def test_what_nobody_foresaw_tells_nothing(refusal, newsroom, monkeypatch):
    def fail(*_arguments, **_named):
        raise ZeroDivisionError("secret")

    monkeypatch.setattr("newsroom_api.graphql.newsrooms.find_newsroom", fail)
    status, told = refusal('{ newsroom(slug: "norrvind") { id } }')
    assert (status, told) == (200, {"code": "INTERNAL"})
