"""What HTTP asks of every answer, over REST and GraphQL alike."""

from __future__ import annotations

import gzip
import json
from typing import Any

import pytest

QUERY = json.dumps({"query": "{ __typename }"}).encode()


@pytest.mark.django_db
def test_graphql_answers_without_the_final_slash_too(client):
    answer = client.post("/graphql", QUERY, "application/json")
    assert (answer.status_code, answer.json()) == (200, {"data": {"__typename": "Query"}})
    assert client.get("/graphql", {"query": "{ __typename }"}).status_code == 200


def test_other_methods_of_the_documentation_are_a_problem(db):
    from django.test import Client

    answer = Client(enforce_csrf_checks=True).post("/api/v1/docs")
    assert (answer.status_code, answer["Allow"], answer.json()["code"]) == (
        405,
        "GET, HEAD",
        "METHOD_NOT_ALLOWED",
    )


def test_an_unchanged_answer_announces_no_length_and_an_empty_one_no_type(client, newsroom):
    for address in ("/api/v1/newsrooms", "/graphql/?query={newsrooms{nodes{id}}}", "/sitemap.xml"):
        etag = client.get(address)["ETag"]
        unchanged = client.get(address, headers={"If-None-Match": etag})
        assert (unchanged.status_code, unchanged.content) == (304, b"")
        assert not unchanged.has_header("Content-Length")
    answer = client.options("/api/v1/newsrooms")
    assert (answer.status_code, answer.has_header("Content-Type")) == (204, False)


def test_a_compressed_body_is_refused_by_name(client, newsroom, make_release):
    make_release()
    thread = client.get("/api/v1/threads").json()["results"][0]["id"]
    packed: dict[str, Any] = {"content_type": "application/json", "headers": {"Content-Encoding": "gzip"}}
    answer = client.post(f"/api/v1/threads/{thread}/comments", gzip.compress(b"{}"), **packed)
    assert (answer.status_code, answer.json()["code"]) == (415, "UNSUPPORTED_MEDIA_TYPE")
    assert (
        answer.json()["detail"] == "The body is encoded (gzip). Send it as it is, without Content-Encoding."
    )
    answer = client.post("/graphql/", gzip.compress(QUERY), **packed)
    assert answer.status_code == 415
    assert answer.json()["errors"][0]["message"] == "Send the request as it is, without `Content-Encoding`."


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("page_size=٥", "page_size"),
        ("published_from=٢٠٢٦-01-01T00:00:00Z", "published_from"),
    ],
)
def test_figures_of_other_scripts_are_no_numbers(client, db, query, field):
    problem = client.get(f"/api/v1/releases?{query}").json()
    assert (problem["status"], problem["errors"][0]["field"]) == (400, field)
    assert client.get("/api/v1/changes?wait=٥").status_code == 400


def test_a_cursor_of_another_list_is_refused(client, make_release, make_asset_page):
    for number in range(2):
        make_release(f"Release {number}")
        make_asset_page(f"Asset {number}", slug=f"asset-{number}")
    for address, other, search in (
        ("releases", "assets", ""),
        ("assets", "releases", ""),
        ("releases", "assets", "&search=re*"),
    ):
        page = client.get(f"/api/v1/{address}?page_size=1{search}").json()
        cursor = page["next"].rpartition("cursor=")[2]
        assert client.get(f"/api/v1/{address}?page_size=1&cursor={cursor}{search}").status_code == 200
        problem = client.get(f"/api/v1/{other}?page_size=1&cursor={cursor}{search}").json()
        assert (problem["code"], problem["errors"][0]["field"]) == ("INVALID_CURSOR", "cursor")
