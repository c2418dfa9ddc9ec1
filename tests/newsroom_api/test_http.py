"""What HTTP asks of every answer, over REST and GraphQL alike."""

from __future__ import annotations

import gzip
import json
import unicodedata
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
    assert client.get("/api/v1/newsrooms", headers={"Accept": ""}).status_code == 200
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


@pytest.mark.parametrize("address", ["/api/v1/releases", "/graphql", "/feeds/norrvind/feed.json", "/oembed"])
def test_scripts_of_other_sites_may_ask_conditionally(client, db, address):
    answer = client.options(
        address,
        headers={
            "Origin": "https://other.example",
            "Access-Control-Request-Method": "GET",
            "Access-Control-Request-Headers": "if-none-match",
        },
    )
    assert (answer.status_code, answer["Access-Control-Allow-Origin"]) == (200, "*")
    assert "if-none-match" in answer["Access-Control-Allow-Headers"]


def test_accents_apart_from_their_letters_are_the_same_text(client, make_release):
    apart = unicodedata.normalize("NFD", "miljöbrott")
    item = make_release("One", slug="åska")
    item.tags.add("Miljöbrott")
    item.save_revision().publish()
    slug = unicodedata.normalize("NFD", "åska")
    for query in ({"tag": apart}, {"slug": slug}):
        assert len(client.get("/api/v1/releases", query).json()["results"]) == 1
    assert client.get("/api/v1/items", {"path": f"/norrvind/{slug}"}).status_code == 200
    asked = {"query": f'{{ release(newsroom: "norrvind", slug: "{slug}") {{ title }} }}'}
    assert client.get("/graphql/", asked).json() == {"data": {"release": {"title": "One"}}}


def test_a_graphql_address_that_is_no_text_or_says_things_twice_is_refused(client, db):
    for query, message in (
        ("query={__typename}&operationName=%ff", "The address is not UTF-8."),
        ("query={__typename}&query={a}", "`query` is given more than once."),
        ("query={__typename}" + "&a" * 1001, "The address has too many parameters."),
    ):
        answer = client.get(f"/graphql/?{query}")
        assert (answer.status_code, answer.json()["errors"][0]["message"]) == (400, message)


def test_what_never_comes_to_a_view_is_a_problem_too(client, db, settings):
    settings.ALLOWED_HOSTS = ["testserver"]
    for address, kind in (
        ("/api/v1/releases", "application/problem+json"),
        ("/norrvind", "text/html; charset=utf-8"),
    ):
        answer = client.get(address, headers={"Host": "evil.example"})
        assert (answer.status_code, answer["Content-Type"]) == (400, kind)


def test_the_head_of_a_stream_that_is_not_there_says_so(client, db):
    unknown = "/api/v1/threads/00000000-0000-4000-8000-000000000000/events"
    assert client.head(unknown).status_code == client.get(unknown).status_code == 404
