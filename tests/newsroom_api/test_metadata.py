"""Metadata of pages in both APIs: the same, made only where it is asked for, with a bounded number of statements."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cms.conversation.models import Thread, ThreadPage
from cms.ledger.models import Item

API = "/api/v1"
METADATA = "metadata { title description canonicalUrl jsonLd tags { attribute key content } }"


def ask(client: Any, query: str) -> Any:
    answer = client.post("/graphql/", {"query": query}, content_type="application/json")
    content = answer.json()
    assert "errors" not in content, content
    return content["data"]


@pytest.fixture
def discussion(newsroom: Any) -> ThreadPage:
    newsroom.comment_mode = "OPEN"
    newsroom.save()
    page = ThreadPage(title="Ask us", slug="ask-us", opening="<p>Anything.</p>", live=False)
    newsroom.add_child(instance=page)
    page.save_revision().publish()
    return page


def test_both_apis_say_the_same(client, make_release, make_image, make_asset_page, discussion):
    make_release("Wind </script> & more", slug="wind", hero=make_image(), summary="It blows.")
    make_asset_page("Mast")
    for many, name in (("releases", "releases"), ("assets", "assets"), ("discussions", "discussions")):
        (row,) = client.get(f"{API}/{name}", {"fields": "id,metadata"}).json()["results"]
        assert set(row) == {"id", "metadata"}
        one = client.get(f"{API}/{name}/{row['id']}", {"fields": "metadata"}).json()
        assert one == {"metadata": row["metadata"]}
        (node,) = ask(client, f"{{ {many} {{ nodes {{ id {METADATA} }} }} }}")[many]["nodes"]
        assert node == {
            "id": row["id"],
            "metadata": {
                "title": row["metadata"]["title"],
                "description": row["metadata"]["description"],
                "canonicalUrl": row["metadata"]["canonical_url"],
                "jsonLd": row["metadata"]["json_ld"],
                "tags": row["metadata"]["tags"],
            },
        }
        assert "metadata" not in client.get(f"{API}/{name}/{row['id']}").json()
    newsroom = client.get(f"{API}/newsrooms", {"fields": "metadata"}).json()["results"][0]["metadata"]
    assert json.loads(newsroom["json_ld"])["@type"] == "Organization"


def test_a_release_tells_search_engines_and_networks(client, make_release, make_image):
    make_release("Wind </script> & more", slug="wind", hero=make_image(), summary="It blows.")
    (row,) = client.get(f"{API}/releases", {"fields": "metadata,url"}).json()["results"]
    metadata = row["metadata"]
    assert metadata["canonical_url"] == row["url"]
    assert "</" not in metadata["json_ld"]
    data = json.loads(metadata["json_ld"])
    assert (data["@type"], data["headline"]) == ("NewsArticle", "Wind </script> & more")
    tags = {tag["key"]: (tag["attribute"], tag["content"]) for tag in metadata["tags"]}
    assert tags["og:title"] == ("PROPERTY", "Wind </script> & more")
    assert tags["twitter:card"] == ("NAME", "summary_large_image")
    assert tags["og:image"][1].startswith("http")


def test_a_discussion_brings_comments_and_changes_with_them(client, discussion):
    thread = Thread.objects.get(item__source_id=discussion.pk)
    uid = Item.objects.get(type="DISCUSSION").uid
    address = f"{API}/discussions/{uid}"
    before = client.get(address, {"fields": "metadata"})
    written = {"body": "How high is it?", "author_name": "Ada", "email": "ada@example.com"}
    posted = client.post(f"{API}/threads/{thread.pk}/comments", written, content_type="application/json")
    assert posted.status_code == 201, posted.content
    after = client.get(address, {"fields": "metadata"}, headers={"if-none-match": before["ETag"]})
    data = json.loads(after.json()["metadata"]["json_ld"])
    assert data["@type"] == "DiscussionForumPosting"
    assert data["commentCount"] == 1
    (comment,) = data["comment"]
    assert (comment["text"], comment["author"]["name"]) == ("How high is it?", "Ada")
    assert "ada@example.com" not in after.content.decode()


def test_the_logo_of_the_newsroom_changes_what_its_items_say(client, make_release, make_image, newsroom):
    make_release("Wind", slug="wind")
    address = f"{API}/releases/{Item.objects.get(type='RELEASE').uid}"
    before = client.get(address, {"fields": "metadata"})
    assert "logo" not in json.loads(before.json()["metadata"]["json_ld"])["publisher"]
    newsroom.logo = make_image("Logo")
    newsroom.save_revision().publish()
    after = client.get(address, {"fields": "metadata"}, headers={"if-none-match": before["ETag"]})
    assert json.loads(after.json()["metadata"]["json_ld"])["publisher"]["logo"]["url"].startswith("http")


def test_the_number_of_statements_is_the_same_for_more_items(client, make_release, discussion):
    counts = []
    for _ in range(2):
        for number in range(2):
            make_release(f"Release {number}")
        for address, query in (
            (f"{API}/releases", {"fields": "metadata"}),
            (f"{API}/discussions", {"fields": "metadata"}),
        ):
            with CaptureQueriesContext(connection) as queries:
                assert client.get(address, query).status_code == 200
            counts.append(len(queries))
        with CaptureQueriesContext(connection) as queries:
            ask(client, f"{{ releases {{ nodes {{ {METADATA} }} }} }}")
        counts.append(len(queries))
    assert counts[:3] == counts[3:]
    assert counts[0] <= 6
