"""What helps to share a release is the same in both APIs, and over REST made only where `fields` asks for it."""

from __future__ import annotations

import pytest

from cms.syndication.shares.document import Share
from cms.syndication.shares.texts import share_content
from tests.items import item_of

QUERY = """query($id: ID!) { release(id: $id) { share { url shortUrl hashtags
  texts { channel text length limit url href image { name href contentType width height alt credit } } } } }"""
LISTED = """{ releases { nodes { id share { shortUrl texts { channel image { name } } } } } }"""


def snake(value):
    names = {"shortUrl": "short_url", "contentType": "content_type"}
    if isinstance(value, dict):
        return {names.get(name, name): snake(member) for name, member in value.items()}
    return [snake(member) for member in value] if isinstance(value, list) else value


def graphql(client, query, **variables):
    content = {"query": query, "variables": variables}
    answer = client.post("/graphql/", content, content_type="application/json").json()
    assert "errors" not in answer, answer
    return answer["data"]


def test_a_release_says_how_to_share_it_in_both_apis(client, make_release, make_image):
    page = make_release(
        "New turbines", summary="Forty.", hero=make_image(), social_image=make_image("Poster")
    )
    item = item_of(page)
    assert "share" not in client.get(f"/api/v1/releases/{item.uid}").json()
    shared = client.get(f"/api/v1/releases/{item.uid}?fields=share").json()["share"]
    assert shared == share_content(item.document)
    assert Share.model_validate(shared)
    assert {text["image"]["alt"] for text in shared["texts"]} == {"A teal poster"}
    assert snake(graphql(client, QUERY, id=str(item.uid))["release"]["share"]) == shared
    assert "share" not in client.get("/api/v1/items?path=/norrvind/new-turbines").json()["item"]


def test_lists_show_it_where_it_is_asked_for(client, make_release, make_image):
    uid = str(item_of(make_release("New turbines", social_image=make_image("Poster"))).uid)
    (plain,) = client.get("/api/v1/releases").json()["results"]
    assert "share" not in plain
    (chosen,) = client.get("/api/v1/releases?fields=id,share").json()["results"]
    assert chosen == {"id": uid, "share": client.get(f"/api/v1/releases/{uid}?fields=share").json()["share"]}
    (node,) = graphql(client, LISTED)["releases"]["nodes"]
    assert node["share"]["shortUrl"] == chosen["share"]["short_url"]
    assert {text["image"]["name"] for text in node["share"]["texts"]} == {"social", "square", "story"}


@pytest.mark.parametrize("count", [1, 8])
def test_it_costs_no_statement(client, make_release, django_assert_num_queries, count):
    for number in range(count):
        make_release(f"Release {number}")
    with django_assert_num_queries(2):
        assert len(client.get("/api/v1/releases?fields=id,share").json()["results"]) == count


def test_the_short_link_leads_to_the_release(client, make_release):
    item = item_of(make_release("New turbines"))
    shared = client.get(f"/api/v1/releases/{item.uid}?fields=share").json()["share"]
    for address in [shared["short_url"], *(text["url"] for text in shared["texts"])]:
        answer = client.get(address.removeprefix("http://testserver"))
        assert (answer.status_code, answer["Location"]) == (302, shared["url"])
