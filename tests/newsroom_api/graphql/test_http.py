"""Caching, persisted operations, the explorer, and previews of drafts."""

import json
import re
from typing import Any

import pytest
from django.contrib.staticfiles.finders import find
from graphql import parse, print_ast

from cms.ledger.models import Item
from cms.releases.models import ReleaseContact, ReleasePage
from newsroom_api.graphql import documents
from newsroom_api.graphql.documents import prepare
from newsroom_api.graphql.operations import (
    CONTRACT_OPERATIONS,
    contract_operations,
    sha256,
    typed_forms,
    typed_texts,
)

TITLES = "{ releases { nodes { title } } }"
PREVIEW = (
    "query($t: String!, $id: ID) { release(previewToken: $t, id: $id) { id title newsroom { name about } } }"
)


def persisted(digest):
    return {"persistedQuery": {"version": 1, "sha256Hash": digest}}


def test_an_answer_to_get_is_cached_until_something_is_issued(
    client, make_release, django_assert_num_queries
):
    make_release("One")
    first = client.get("/graphql/", {"query": TITLES})
    assert first.json() == {"data": {"releases": {"nodes": [{"title": "One"}]}}}
    assert first["Cache-Control"].startswith("public, max-age=")
    assert {"graphql", "list-release"} <= set(first["Surrogate-Key"].split())
    assert "Last-Modified" in first
    with django_assert_num_queries(1):
        again = client.get("/graphql/", {"query": TITLES}, headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    make_release("Two")
    changed = client.get("/graphql/", {"query": TITLES}, headers={"If-None-Match": first["ETag"]})
    assert changed.status_code == 200
    assert changed["ETag"] != first["ETag"]


def test_cookies_count_for_nothing(client, admin_user, newsroom):
    client.force_login(admin_user)
    answer = client.get("/graphql/", {"query": TITLES})
    assert "Cookie" not in answer.get("Vary", "")
    assert answer.cookies == {}


def test_answers_to_post_are_not_stored(post, newsroom):
    assert post(TITLES)["Cache-Control"] == "no-store"


def test_a_client_registers_a_query_and_then_names_it(client, refusal, make_release):
    make_release("One")
    digest = sha256(TITLES)
    assert refusal(None, extensions=persisted("0" * 64)) == (400, {"code": "PERSISTED_QUERY_NOT_FOUND"})
    assert refusal(TITLES, extensions=persisted("0" * 64)) == (400, {"code": "PERSISTED_QUERY_HASH_MISMATCH"})
    body = {"query": TITLES, "extensions": persisted(digest)}
    assert client.post("/graphql/", body, content_type="application/json").status_code == 200
    named = client.post("/graphql/", {"extensions": persisted(digest)}, content_type="application/json")
    assert named.json() == {"data": {"releases": {"nodes": [{"title": "One"}]}}}


def test_long_queries_are_not_remembered(client, refusal, db):
    text = TITLES + "#" * documents.REMEMBERED_LENGTH
    digest = sha256(text)
    body = {"query": text, "extensions": persisted(digest)}
    assert "data" in client.post("/graphql/", body, content_type="application/json").json()
    documents._prepared.clear()
    assert refusal(None, extensions=persisted(digest)) == (400, {"code": "PERSISTED_QUERY_NOT_FOUND"})


def test_the_operations_of_the_contract_are_known_by_their_hash(client, newsroom):
    files = {file.stem for file in CONTRACT_OPERATIONS.glob("*.graphql")}
    assert {operation.name for operation in contract_operations().values()} == files
    assert {"Release", "Thread", "PostComment"} <= files
    for digest, operation in contract_operations().items():
        assert print_ast(parse(operation.text)) == operation.text
        if operation.name == "Newsrooms":
            body = {"extensions": persisted(digest)}
            answer = client.post("/graphql/", body, content_type="application/json")
            assert answer.json()["data"]["newsrooms"]["nodes"][0]["slug"] == "norrvind"


def test_what_clients_make_of_the_operations_is_known_too(client, newsroom):
    assert all(prepare(text) for text in typed_texts().values())
    assert {print_ast(parse(text)) for text in typed_texts().values()} <= set(typed_texts().values())
    for digest, text in typed_texts().items():
        if text.startswith("query Newsrooms("):
            body = {"extensions": persisted(digest)}
            answer = client.post("/graphql/", body, content_type="application/json")
            assert answer.json()["data"]["newsrooms"]["nodes"][0]["__typename"] == "Newsroom"
    terms = "query T { contributionTerms { ...Terms ... on Query { __typename } } }\n\nfragment Terms on X { a { b } }"
    typed = """query T {
  contributionTerms {
    ...Terms
    ... on Query {
      __typename
    }
    __typename
  }
}
fragment Terms on X {
  a {
    b
    __typename
  }
  __typename
}"""
    assert typed_forms(terms)[-1] == typed


def test_the_explorer_is_there_when_switched_on(client, settings, db):
    assert client.get("/graphql/", headers={"Accept": "text/html"}).status_code == 406
    settings.NEWSROOM = {**settings.NEWSROOM, "GRAPHQL_EXPLORER": True}
    page = client.get("/graphql/", headers={"Accept": "text/html,*/*;q=0.8"})
    assert page["Content-Type"].startswith("text/html")
    content = page.content.decode()
    assert "//" not in content
    assert 'data-address="/graphql/"' in content
    files = re.findall(r"/static/(newsroom/[^\"]+)", content)
    assert [name.rpartition("/")[2] for name in files] == [
        "graphiql.min.css",
        "explorer.css",
        "react.production.min.js",
        "react-dom.production.min.js",
        "graphiql.min.js",
        "explorer.js",
    ]
    assert all(find(name) for name in files)


@pytest.fixture
def draft(make_release) -> ReleasePage:
    return make_release("Under embargo", publish=False)


def test_a_preview_shows_a_draft_and_is_never_stored(client, draft):
    token = draft.create_page_preview().token
    query = "query($t: String!) { release(previewToken: $t) { title newsroom { name about } } }"
    answer = client.get("/graphql/", {"query": query, "variables": '{"t": "%s"}' % token})  # noqa: UP031
    shown = {"title": "Under embargo", "newsroom": {"name": "Norrvind", "about": ""}}
    assert answer.json() == {"data": {"release": shown}}
    assert answer["Cache-Control"] == "no-store"
    assert "ETag" not in answer
    assert client.get("/graphql/", {"query": TITLES}).json() == {"data": {"releases": {"nodes": []}}}


@pytest.mark.parametrize(
    ("query", "variables", "is_kept"),
    [
        ("query($t: String) { release(previewToken: $t, id: $id) { title } }", {}, True),
        ("query($t: String) { release(previewToken: $t, id: $id) { title } }", {"t": None}, True),
        ("query($t: String) { release(previewToken: $t, id: $id) { title } }", {"t": "{token}"}, False),
        ('query($t: String = "{token}") { release(previewToken: $t, id: $id) { title } }', {}, False),
        (
            'fragment F on Query { release(previewToken: $t, id: $id) { title } } query($t: String = "{token}") { ...F }',
            {},
            False,
        ),
        ('{ release(previewToken: "{token}", id: $id) { title } }', {}, False),
    ],
)
def test_one_operation_shows_what_is_public_and_previews(
    client, make_release, query: str, variables: dict[str, Any], is_kept: bool
):
    page = make_release("New turbines")
    token = page.create_page_preview().token
    uid = str(Item.objects.get(source_id=page.pk).uid)
    text = query.replace("$id", f'"{uid}"').replace("{token}", token)
    given = json.dumps(variables).replace("{token}", token)
    answer = client.get("/graphql/", {"query": text, "variables": given})
    assert answer.json() == {"data": {"release": {"title": "New turbines"}}}
    assert ("ETag" in answer, f"item-{uid}" in answer.get("Surrogate-Key", "")) == (is_kept, is_kept)
    assert answer["Cache-Control"].startswith("public" if is_kept else "no-store")


def test_a_preview_shows_whom_it_names_though_they_are_not_public_yet(run, make_release, newsroom, person):
    newsroom.unpublish()
    draft = make_release("Under embargo", publish=False, contacts=[ReleaseContact(person=person)])
    query = """query($t: String!) { release(previewToken: $t) {
        contacts { name locale type channels { url } } newsroom { name about version } } }"""
    contact = {"name": "Åsa Lind", "locale": "en", "type": "PERSON", "channels": []}
    about = {"name": "Norrvind", "about": "", "version": 2}
    shown = {"contacts": [contact], "newsroom": about}
    assert run(query, {"t": draft.create_page_preview().token}) == {"release": shown}
    assert run("{ people { nodes { name } } newsrooms { nodes { name } } }") == {
        "people": {"nodes": []},
        "newsrooms": {"nodes": []},
    }


def test_a_page_that_was_never_saved_can_be_previewed(run, newsroom):
    page = ReleasePage(title="New", slug="new", locale=newsroom.locale)
    newsroom.add_child(instance=page)
    page.pk, token = None, page.create_page_preview().token
    assert run(PREVIEW, {"t": token})["release"]["title"] == "New"


def test_a_token_opens_its_own_draft_alone(refusal, draft, newsroom):
    token = draft.create_page_preview().token
    foreign = newsroom.create_page_preview().token
    other = "8a2f6d1e-0000-4000-8000-000000000000"
    expected = (200, {"code": "INVALID_TOKEN", "field": "previewToken"})
    assert refusal(PREVIEW, {"t": token, "id": other}) == expected
    assert refusal(PREVIEW, {"t": foreign}) == expected
    assert refusal(PREVIEW, {"t": token[:-1] + ("a" if token[-1] != "a" else "b")}) == expected
    assert refusal("query($t: String!) { newsroom(previewToken: $t) { id } }", {"t": token}) == expected


def test_a_token_expires(refusal, settings, draft):
    token = draft.create_page_preview().token
    settings.NEWSROOM = {**settings.NEWSROOM, "PREVIEW_MAX_AGE": -1}
    assert refusal(PREVIEW, {"t": token}) == (200, {"code": "INVALID_TOKEN", "field": "previewToken"})
