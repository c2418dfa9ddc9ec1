"""Lists over REST: cards as they are stored, keyset pages both ways, filters, sparse fields, search, statements."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cms.access import PUBLIC
from cms.ledger.models import Item
from cms.ledger.selectors import last_change

LIST = "/api/v1/releases"


def results(client: Any, query: str = "", address: str = LIST) -> list[dict[str, Any]]:
    response = client.get(f"{address}?{query}" if query else address)
    assert response.status_code == 200, response.content
    return response.json()["results"]


def titles(client: Any, query: str = "") -> list[str]:
    return [row["title"] for row in results(client, query)]


def without_company(row: dict[str, Any]) -> dict[str, Any]:
    """An item without what is shown beside its document: `test_conversation_items.py`."""
    return {name: value for name, value in row.items() if name not in ("thread", "official_statement")}


def test_a_list_holds_the_cards_as_they_are_stored(client, make_release):
    make_release("First")
    make_release("Second")
    stored = {str(item.uid): item.card for item in Item.objects.filter(type="RELEASE")}
    rows = results(client)
    assert [row["title"] for row in rows] == ["Second", "First"]
    assert {row["id"]: without_company(row) for row in rows} == stored
    answer = client.get(LIST)
    assert answer["Content-Type"] == "application/json"
    assert list(answer.json()) == ["results", "next", "previous"]
    assert (answer.json()["next"], answer.json()["previous"], answer.has_header("Link")) == (
        None,
        None,
        False,
    )


@pytest.mark.parametrize("size", [1, 2, 7])
def test_pages_lead_forward_and_back(client, make_release, size):
    names = [f"Release {number}" for number in range(5)]
    for name in names:
        make_release(name)
    newest = names[::-1]
    pages, address, last = [], f"{LIST}?page_size={size}", ""
    while address:
        answer = client.get(address.removeprefix("http://testserver")).json()
        pages.append([row["title"] for row in answer["results"]])
        last, address = address, answer["next"]
    assert [title for page in pages for title in page] == newest
    back, address = [], last
    while address:
        answer = client.get(address.removeprefix("http://testserver")).json()
        back.insert(0, [row["title"] for row in answer["results"]])
        address = answer["previous"]
    assert back == pages


def test_next_and_previous_are_full_addresses_and_in_the_link_header(client, make_release):
    for number in range(3):
        make_release(f"Release {number}")
    first = client.get(f"{LIST}?page_size=1&locale=en")
    content = first.json()
    assert re.fullmatch(
        r"http://testserver/api/v1/releases\?page_size=1&locale=en&cursor=n[\w-]+", content["next"]
    )
    assert first["Link"] == f'<{content["next"]}>; rel="next"'
    second = client.get(content["next"])
    assert (
        second["Link"] == f'<{second.json()["next"]}>; rel="next", <{second.json()["previous"]}>; rel="prev"'
    )


def test_filters_select(client, make_release, newsroom, topic, person):
    from cms.releases.models import ReleaseContact

    make_release("Plain")
    release = make_release(
        "Marked",
        publish=False,
        kind="STATEMENT",
        pinned=True,
        topics=[topic],
        contacts=[ReleaseContact(person=person)],
        slug="marked",
    )
    release.tags.add("Wind")
    release.save_revision().publish()
    marked = ["Marked"]
    assert titles(client, "kind=STATEMENT") == marked
    assert titles(client, "kind=STATEMENT,PRESS_RELEASE") == ["Marked", "Plain"]
    assert titles(client, "kind=STATEMENT&kind=PRESS_RELEASE") == ["Marked", "Plain"]
    assert titles(client, "pinned=true") == marked
    assert titles(client, "pinned=false") == ["Plain"]
    assert titles(client, f"topic={topic.uid}") == marked
    assert titles(client, f"person={person.uid}") == marked
    assert titles(client, "tag=wind") == marked
    assert titles(client, "slug=marked") == marked
    assert titles(client, "newsroom=norrvind&order_by=OLDEST") == ["Plain", "Marked"]
    assert titles(client, "locale=sv") == []
    assert titles(client, "asset=IMAGE") == []
    item = Item.objects.get(title="Marked")
    assert titles(client, "updated_since=" + item.updated_at.isoformat().replace("+", "%2B")) == marked
    published = item.published_at.isoformat().replace("+00:00", "Z")
    assert titles(client, f"published_before={published}") == ["Plain"]
    assert titles(client, f"published_from={published}") == marked
    assert [row["name"] for row in results(client, "newsroom=norrvind", "/api/v1/people")] == ["Åsa Lind"]
    assert [row["name"] for row in results(client, "", "/api/v1/topics")] == ["Wind power"]
    assert [row["slug"] for row in results(client, "slug=norrvind", "/api/v1/newsrooms")] == ["norrvind"]


def test_sparse_fields(client, make_release):
    make_release("Short", summary="What happened.")
    assert results(client, "fields=title,summary") == [{"title": "Short", "summary": "What happened."}]
    assert results(client, "fields=title,body") == [{"title": "Short", "body": []}]
    uid = results(client)[0]["id"]
    assert client.get(f"{LIST}/{uid}?fields=title").json() == {"title": "Short"}


def test_search_shows_the_passage(client, make_release):
    make_release("Vindpark", summary="Turbinerna snurrar nu i Västerbotten.")
    make_release("Something else", summary="Nothing of the kind.")
    (found,) = results(client, "search=turbinerna")
    assert found["title"] == "Vindpark"
    assert "<mark>Turbinerna</mark>" in found["snippet"]
    assert all("snippet" not in row for row in results(client))


def test_an_unknown_newsroom_is_not_an_empty_list(client, newsroom):
    answer = client.get(f"{LIST}?newsroom=nowhere")
    assert (answer.status_code, answer.json()["code"]) == (404, "NOT_FOUND")
    assert client.get(f"{LIST}?newsroom=norrvind").json() == {"results": [], "next": None, "previous": None}


@pytest.mark.parametrize("count", [2, 12])
def test_statements_do_not_grow_with_the_list(client, make_release, count):
    for number in range(count):
        make_release(f"Release {number}")
    with CaptureQueriesContext(connection) as queries:
        assert len(results(client)) == count
    assert len(queries) == 3
    assert not any("wagtailcore_" in query["sql"] for query in queries)
    uid = results(client)[0]["id"]
    with CaptureQueriesContext(connection) as queries:
        assert client.get(f"{LIST}/{uid}").status_code == 200
    assert len(queries) == 3  # the release, its thread, and what is pinned in a crisis
    assert not any("wagtailcore_" in query["sql"] for query in queries)


def test_the_passed_text_is_what_the_document_says(client, make_release):
    """Whatever is in a title comes through as it is: quotes, line ends, other scripts."""
    title = 'Quote " back \\ slash </script> å 中文 \u2028 🌬'
    make_release(title)
    assert titles(client) == [title]
    assert last_change(PUBLIC)[0] == 2
    assert json.loads(client.get(LIST).content)["results"][0]["title"] == title
