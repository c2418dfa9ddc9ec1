"""Feeds of threads: published comments, and the places of those that were removed."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any
from uuid import UUID

import feedparser
import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext
from lxml import etree

from cms.conversation.models import ModerationEvent, Thread
from cms.conversation.services.decide import reject
from cms.newsroom.models import NewsroomPage

FORMATS = ("rss.xml", "atom.xml", "feed.json")
NS = {
    "a": "http://www.w3.org/2005/Atom",
    "at": "http://purl.org/atompub/tombstones/1.0",
    "thr": "http://purl.org/syndication/thread/1.0",
}
Post = Callable[..., str]


@pytest.fixture
def thread(newsroom: NewsroomPage, make_release: Any) -> Thread:
    """The thread of a public release, where comments show at once."""
    newsroom.comment_mode = "OPEN"
    newsroom.save()
    return Thread.objects.get(item__source_id=make_release("New & <b>turbines</b>", slug="new").pk)


@pytest.fixture
def post(client: Any, thread: Thread) -> Post:
    """Posts a comment, each of another person. Gives its id."""
    count = 0

    def make(body: str, **content: Any) -> str:
        nonlocal count
        count += 1
        written = {"body": body, "author_name": f"Reader {count}", "email": f"reader{count}@example.com"}
        answer = client.post(
            f"/api/v1/threads/{thread.pk}/comments", json.dumps(written | content), "application/json"
        )
        assert answer.status_code == 201, answer.content
        uid: str = answer.json()["comment"]["id"]
        return uid

    return make


def test_comments_are_entries_in_all_formats(client, thread, post):
    first = post("When do they <b>turn</b>?", url="https://reader.example/")
    second = post("Now, I think.", parent=first)
    listed = client.get(f"/api/v1/threads/{thread.pk}/comments").json()["results"]
    for name in FORMATS[:2]:
        response = client.get(f"/feeds/threads/{thread.pk}/{name}")
        found = feedparser.parse(response.content)
        assert not found.bozo
        assert [entry.id for entry in found.entries] == [f"urn:uuid:{second}", f"urn:uuid:{first}"]
        assert [entry.link for entry in found.entries] == [comment["url"] for comment in listed]
        assert "When do they <b>turn</b>?" in found.entries[1].content[0].value
        assert found.entries[0].author == "Reader 2"
        assert found.feed.title == "Comments: New & <b>turbines</b>"
        assert found.feed.link == "http://testserver/norrvind/new"
    entry = etree.fromstring(client.get(f"/feeds/threads/{thread.pk}/atom.xml").content).find("a:entry", NS)
    assert entry.find("thr:in-reply-to", NS).get("ref") == f"urn:uuid:{first}"
    content = client.get(f"/feeds/threads/{thread.pk}/feed.json").json()
    assert [item["id"] for item in content["items"]] == [f"urn:uuid:{second}", f"urn:uuid:{first}"]
    assert content["items"][0]["_newsroom"]["parent_id"] == first
    assert content["items"][1]["authors"] == [{"name": "Reader 1", "url": "https://reader.example/"}]


def test_nothing_private_is_in_them(client, thread, post):
    post("Hello there, everybody.")
    for name in FORMATS:
        assert b"@" not in client.get(f"/feeds/threads/{thread.pk}/{name}").content


def test_what_is_removed_leaves_a_place_without_words(client, thread, post):
    first, second = post("Zzyxone is wrong here."), post("Zzyxtwo is right here.")
    user = User.objects.create_superuser("editor", "editor@norrvind.example", "a long pass phrase")
    reject(UUID(first), user=user, reason="SPAM")
    at = ModerationEvent.objects.get(comment=first, from_status="PUBLISHED").at
    root = etree.fromstring(client.get(f"/feeds/threads/{thread.pk}/atom.xml").content)
    (tombstone,) = root.findall("at:deleted-entry", NS)
    assert dict(tombstone.attrib) == {
        "ref": f"urn:uuid:{first}",
        "when": at.isoformat().replace("+00:00", "Z"),
    }
    assert [entry.findtext("a:id", namespaces=NS) for entry in root.findall("a:entry", NS)] == [
        f"urn:uuid:{second}"
    ]
    for name in FORMATS:
        content = client.get(f"/feeds/threads/{thread.pk}/{name}").content
        assert b"Zzyxone" not in content
        assert b"Zzyxtwo" in content


def test_what_was_never_published_has_no_place(client, thread, post, newsroom):
    newsroom.comment_mode = "PREMODERATED"
    newsroom.save()
    client.post(
        f"/api/v1/threads/{thread.pk}/comments",
        json.dumps({"body": "Zzyxheld words here.", "author_name": "R", "email": "r@example.com"}),
        "application/json",
    )
    for name in FORMATS:
        content = client.get(f"/feeds/threads/{thread.pk}/{name}").content
        assert b"Zzyxheld" not in content
        assert b"urn:uuid:" + str(thread.pk).encode() in content or name == "rss.xml"
        assert b"deleted-entry" not in content


def test_conditional_requests_and_statements(client, thread, post):
    def statements(**headers: str) -> tuple[int, int, str]:
        with CaptureQueriesContext(connection) as queries:
            response = client.get(f"/feeds/threads/{thread.pk}/atom.xml", headers=headers)
        return response.status_code, len(queries), response["ETag"]

    post("First words of mine.")
    _, few, tag = statements()
    assert few == 6
    assert statements(**{"If-None-Match": tag}) == (304, 1, tag)
    for number in range(4):
        post(f"Words number {number} of mine.")
    status, many, _ = statements(**{"If-None-Match": tag})
    assert (status, many) == (200, few)


def test_pages_lead_through_all_comments(client, thread, post):
    ids = [post(f"Words number {number} of mine.") for number in range(3)][::-1]
    first = client.get(f"/feeds/threads/{thread.pk}/feed.json?page_size=2").json()
    second = client.get(first["next_url"].removeprefix("http://testserver")).json()
    found = [item["id"].removeprefix("urn:uuid:") for item in (*first["items"], *second["items"])]
    assert found == ids
    assert "next_url" not in second


def test_a_thread_that_is_off_or_unknown_or_withdrawn_has_no_feed(client, thread, newsroom):
    unknown = "00000000-0000-4000-8000-000000000000"
    for address, status in (
        (f"/feeds/threads/{unknown}/rss.xml", 404),
        ("/feeds/threads/1/rss.xml", 404),
        (f"/feeds/threads/{thread.pk}/x", 404),
        (f"/feeds/threads/{thread.pk}/rss.xml?kind=QUESTION", 400),
        (f"/feeds/threads/{thread.pk}/rss.xml?cursor=zzz", 400),
        (f"/feeds/threads/{thread.pk}/rss.xml", 200),
    ):
        response = client.get(address)
        assert response.status_code == status, (address, response.content)
        assert (response["Content-Type"] == "application/problem+json") is (status != 200)
    newsroom.comment_mode = "OFF"
    newsroom.save()
    assert client.get(f"/feeds/threads/{thread.pk}/rss.xml").status_code == 404


def test_the_built_in_page_leads_to_the_feed_of_its_thread(client, thread):
    page = client.get("/norrvind/new").content.decode()
    assert f'title="Comments" href="/feeds/threads/{thread.pk}/atom.xml">' in page
