"""The head of the built-in pages: JSON-LD, Open Graph, cards, one canonical address; no statement more for it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail import hooks

from cms.conversation.models import Thread, ThreadPage
from cms.ledger.models import Item
from cms.newsroom.parts import HOOK
from cms.syndication.pages import metadata_part

HOSTILE = 'Wind </script><script>alert(1)</script> & "more" \u2028'


class Head:
    """What the head of a page says."""

    def __init__(self, html: str) -> None:
        soup = BeautifulSoup(html, "html.parser")
        scripts = soup.find_all("script", type="application/ld+json")
        self.data: list[Any] = [json.loads(script.string or "") for script in scripts]
        self.tags = {
            str(tag.get("property") or tag.get("name")): str(tag["content"])
            for tag in soup.find_all("meta", content=True)
        }
        self.canonical = [link["href"] for link in soup.find_all("link", rel="canonical")]
        self.scripts = [script for script in soup.find_all("script") if not script.get("src")]


def head_of(client: Any, path: str) -> Head:
    answer = client.get(path)
    assert answer.status_code == 200, answer.content
    assert "default-src 'none'" in answer["Content-Security-Policy"]
    assert "unsafe" not in answer["Content-Security-Policy"]
    return Head(answer.content.decode())


def test_a_release(client, make_release, make_image):
    page = make_release(HOSTILE, slug="wind", hero=make_image(), summary="It blows.", kind="PRESS_RELEASE")
    head = head_of(client, "/norrvind/wind")
    url = Item.objects.get(type="RELEASE").document["url"]
    (data,) = head.data
    assert (data["@type"], data["headline"], data["url"]) == ("NewsArticle", HOSTILE, url)
    assert len(head.scripts) == 1
    assert head.canonical == [url]
    assert head.tags["og:title"] == page.title
    assert head.tags["og:type"] == "article"
    assert head.tags["og:url"] == url
    assert head.tags["twitter:card"] == "summary_large_image"
    assert head.tags["og:image"] == head.tags["twitter:image"]


def test_every_other_page(client, newsroom, make_asset_page):
    make_asset_page("Mast")
    (data,) = head_of(client, "/norrvind").data
    assert (data["@type"], data["name"]) == ("Organization", "Norrvind")
    (data,) = head_of(client, "/norrvind/mast").data
    assert (data["@type"], data["name"]) == ("ImageObject", "Mast")
    assert data["contentUrl"].startswith("http")
    assert client.get("/norrvind?section=media").content.count(b"ld+json") == 0


def test_a_discussion_shows_the_comments_that_stand_on_it(client, newsroom):
    newsroom.comment_mode = "OPEN"
    newsroom.save()
    page = ThreadPage(title="Ask us", slug="ask-us", opening="<p>Anything.</p>", live=False)
    newsroom.add_child(instance=page)
    page.save_revision().publish()
    thread = Thread.objects.get(item__source_id=page.pk)
    written = {"body": HOSTILE, "author_name": "Ada", "email": "ada@example.com"}
    answer = client.post(f"/api/v1/threads/{thread.pk}/comments", written, content_type="application/json")
    assert answer.status_code == 201
    head = head_of(client, "/norrvind/ask-us")
    (data,) = head.data
    assert data["@type"] == "DiscussionForumPosting"
    assert data["commentCount"] == 1
    assert data["comment"][0]["text"] == 'Wind & "more"'


def test_drafts_and_tombstones_have_none(client, make_release):
    page = make_release("Gone", slug="gone")
    page.unpublish()
    answer = client.get("/norrvind/gone")
    assert (answer.status_code, answer.content.count(b"ld+json")) == (410, 0)
    assert metadata_part(None, {"type": "RELEASE"}, {}, is_preview=True) is None


@pytest.mark.parametrize("path", ["/norrvind", "/norrvind/wind"])
def test_it_costs_no_statement(client, make_release, monkeypatch, path):
    make_release("Wind", slug="wind")
    others = [each for each in hooks.get_hooks(HOOK) if each is not metadata_part]
    client.get(path)

    def statements() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(path).status_code == 200
        return len(queries)

    with_it = statements()
    monkeypatch.setattr(hooks, "get_hooks", lambda name: others if name == HOOK else [])
    assert statements() == with_it
