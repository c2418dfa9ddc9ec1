"""Lists are in the same order over REST and GraphQL."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.cache import cache

from cms.ledger.models import Item
from cms.newsroom.models import NewsroomPage, Person, Topic

NAMES = ["Zeta", "alpha", "Ärende", "Émile", "Beta"]
SORTED = ["alpha", "Beta", "Émile", "Zeta", "Ärende"]


@pytest.fixture
def named(newsroom: NewsroomPage, locale: Any) -> None:
    """Newsrooms, people and topics whose names are neither in the order of age nor of code points."""
    swedish, _ = type(locale).objects.get_or_create(language_code="sv")
    root = newsroom.get_parent()
    for number, name in enumerate(NAMES):
        page = NewsroomPage(title=name, slug=f"home-{number}", live=True, locale=swedish)
        root.add_child(instance=page)
        Person.objects.create(name=name, public=True, locale=swedish)
        Topic.objects.create(name=name, slug=f"topic-{number}", public=True, locale=swedish)


@pytest.mark.parametrize("kind", ["newsrooms", "people", "topics"])
@pytest.mark.parametrize("size", [2, 100])
def test_what_has_a_name_is_from_a_to_z_in_both(client, named, kind, size):
    cache.clear()
    rest, address = [], f"/api/v1/{kind}?locale=sv&page_size={size}"
    while address:
        page = client.get(address.removeprefix("http://testserver")).json()
        rest += [each["name"] for each in page["results"]]
        address = page["next"]
    narrow = 'locale: "sv"' if kind == "newsrooms" else 'filter: { locale: "sv" }'
    graphql, after = [], ""
    while True:
        query = f"{{ {kind}({narrow}, first: {size}{after}) {{ nodes {{ name }} pageInfo {{ hasNextPage endCursor }} }} }}"
        page = client.get("/graphql/", {"query": query}).json()["data"][kind]
        graphql += [each["name"] for each in page["nodes"]]
        if not page["pageInfo"]["hasNextPage"]:
            break
        after = f', after: "{page["pageInfo"]["endCursor"]}"'
    assert rest == graphql == SORTED


@pytest.mark.parametrize("kind", ["newsrooms", "people", "topics"])
def test_another_order_may_be_asked_for_in_both(client, named, kind):
    cache.clear()
    shown = client.get(f"/api/v1/{kind}?locale=sv&order_by=OLDEST").json()["results"]
    narrow = 'locale: "sv"' if kind == "newsrooms" else 'filter: { locale: "sv" }'
    query = f"{{ {kind}({narrow}, orderBy: OLDEST) {{ nodes {{ name }} }} }}"
    nodes = client.get("/graphql/", {"query": query}).json()["data"][kind]["nodes"]
    assert [each["name"] for each in shown] == [each["name"] for each in nodes] == NAMES


def test_releases_have_no_order_by_name(client, newsroom):
    problem = client.get("/api/v1/releases?order_by=NAME").json()
    assert (problem["status"], problem["errors"][0]["field"]) == (400, "order_by")
    answer = client.get("/graphql/", {"query": "{ releases(orderBy: NAME) { nodes { id } } }"}).json()
    assert answer["errors"][0]["extensions"]["field"] == "orderBy"


@pytest.mark.parametrize("back", [False, True])
def test_what_a_search_finds_may_be_by_name_too(client, named, back):
    found, address = [], "/api/v1/people?search=a*&order_by=NAME&page_size=1"
    Person.objects.create(name="Anna", public=True, locale=Person.objects.first().locale)
    while address:
        page = client.get(address.removeprefix("http://testserver")).json()
        found += [each["name"] for each in page["results"]]
        last, address = address, page["next"]
    assert found[:2] == ["alpha", "Anna"]
    if back:
        page = client.get(client.get(last.removeprefix("http://testserver")).json()["previous"]).json()
        assert [each["name"] for each in page["results"]] == [found[-2]]


def test_a_withdrawn_name_leaves_no_key(named):
    person = Person.objects.get(name="Beta")
    person.public = False
    person.save()
    assert Item.objects.get(type="PERSON", source_id=person.pk).name_key is None
