"""Feeds of newsrooms: what is in them, what their answers say, and what they cost."""

from __future__ import annotations

import json
import re
from datetime import timedelta
from typing import Any
from uuid import UUID

import feedparser
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from lxml import etree

from cms.ledger.models import Edition, Item
from cms.newsroom.models import NewsroomPage
from cms.releases.models import ReleaseAsset, ReleasePage

FORMATS = {
    "rss.xml": "application/rss+xml; charset=utf-8",
    "atom.xml": "application/atom+xml; charset=utf-8",
    "feed.json": "application/feed+json; charset=utf-8",
}
SITE = "http://testserver"
FEEDS = f"{SITE}/feeds/norrvind"
NS = {
    "a": "http://www.w3.org/2005/Atom",
    "at": "http://purl.org/atompub/tombstones/1.0",
    "c": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "m": "http://search.yahoo.com/mrss/",
}


def uid_of(page: Any) -> UUID:
    return Item.objects.get(source_type="page", source_id=page.pk).uid


def read(client: Any, name: str, query: str = "") -> list[str]:
    """The titles in a feed, as a reader of feeds finds them."""
    response = client.get(f"/feeds/norrvind/{name}{query}")
    assert response.status_code == 200, response.content
    if name == "feed.json":
        return [item["title"] for item in response.json()["items"]]
    found = feedparser.parse(response.content)
    assert not found.bozo, found.get("bozo_exception")
    return [entry.title for entry in found.entries]


def tree(client: Any, address: str) -> Any:
    return etree.fromstring(client.get(address).content)


@pytest.fixture
def rich(make_release: Any, make_image: Any, make_document: Any, topic: Any, person: Any) -> ReleasePage:
    """A release with a picture and a document."""
    page: ReleasePage = make_release(
        "New turbines",
        slug="new-turbines",
        summary="Twelve turbines turn.",
        hero=make_image("Mast", caption="The mast.", license_url="https://license.example/by"),
        byline=person,
        topics=[topic],
        assets=[ReleaseAsset(file=make_document("Report & more"))],
        body=json.dumps([{"type": "paragraph", "value": "<p>Forty &amp; two.</p>"}]),
        usage_terms="Free to use.",
    )
    return page


def test_rss_has_what_readers_and_players_want(client, rich):
    channel = tree(client, "/feeds/norrvind/rss.xml").find("channel")
    assert [channel.findtext(name) for name in ("title", "link", "language", "docs")] == [
        "Norrvind",
        f"{SITE}/norrvind",
        "en",
        "https://www.rssboard.org/rss-specification",
    ]
    assert [dict(link.attrib) for link in channel.findall("a:link", NS)] == [
        {"rel": "self", "href": f"{FEEDS}/rss.xml", "type": "application/rss+xml"},
        {"rel": "first", "href": f"{FEEDS}/rss.xml", "type": "application/rss+xml"},
    ]
    item = channel.find("item")
    uid = uid_of(rich)
    assert item.findtext("guid") == f"urn:uuid:{uid}"
    assert item.find("guid").attrib == {"isPermaLink": "false"}
    assert item.findtext("link") == f"{SITE}/norrvind/new-turbines"
    assert item.findtext("description") == "Twelve turbines turn."
    assert item.findtext("dc:creator", namespaces=NS) == "Åsa Lind"
    assert item.findtext("category") == "Wind power"
    assert item.findtext("dc:rights", namespaces=NS) == "© Norrvind. Free to use."
    assert "<p>Forty &amp; two.</p>" in item.findtext("c:encoded", namespaces=NS)
    document, picture = (
        next(one for one in item.findall("m:content", NS) if one.get("medium") == medium)
        for medium in ("document", "image")
    )
    (enclosure,) = item.findall("enclosure")
    assert enclosure.attrib == {name: document.get(name) for name in ("url", "type")} | {"length": "12"}
    assert enclosure.get("url").startswith(f"{SITE}/media/")
    assert enclosure.get("type") == "text/plain"
    assert document.get("isDefault") == "true"
    assert picture.get("isDefault") is None
    assert document.findtext("m:title", namespaces=NS) == "Report & more"
    assert picture.findtext("m:description", namespaces=NS) == "The mast."
    assert picture.findtext("m:credit", namespaces=NS) == "Åsa Lind"
    assert picture.find("m:license", NS).get("href") == "https://license.example/by"
    assert picture.get("width") == "64"
    assert int(picture.get("fileSize")) > 0


def test_every_enclosure_is_as_long_as_it_says(client, rich):
    for enclosure in tree(client, "/feeds/norrvind/atom.xml").iterfind(".//a:link[@rel='enclosure']", NS):
        file = client.get(enclosure.get("href").removeprefix(SITE))
        assert file.status_code == 200
        assert len(file.getvalue()) == int(enclosure.get("length"))
        assert file["Content-Type"].partition(";")[0] == enclosure.get("type")


def test_a_correction_is_seen_and_dated_in_all_formats(client, rich):
    published = Item.objects.get(pk=uid_of(rich)).published_at
    rich.title, rich.correction_note = "Newer turbines", "There are twelve, not eleven."
    rich.save_revision().publish()
    item = Item.objects.get(pk=uid_of(rich))
    assert item.updated_at > published
    for name in ("rss.xml", "atom.xml"):
        (entry,) = feedparser.parse(client.get(f"/feeds/norrvind/{name}").content).entries
        assert (entry.title, entry.id) == ("Newer turbines", f"urn:uuid:{item.uid}")
        assert "There are twelve, not eleven." in entry.content[0].value
        assert entry.updated == item.updated_at.isoformat().replace("+00:00", "Z")
        assert entry.published_parsed[:6] == published.timetuple()[:6]
    (shown,) = client.get("/feeds/norrvind/feed.json").json()["items"]
    assert shown["date_published"] == published.isoformat().replace("+00:00", "Z")
    assert shown["date_modified"] == item.updated_at.isoformat().replace("+00:00", "Z")
    assert shown["_newsroom"]["corrections"][0]["note"] == "There are twelve, not eleven."
    assert "There are twelve, not eleven." in shown["content_html"]


def test_what_is_withdrawn_leaves_a_tombstone_without_a_word_of_what_it_said(client, make_release):
    make_release("Stays")
    gone = make_release("Zzyxgone", body=json.dumps([{"type": "paragraph", "value": "<p>Zzyxgone</p>"}]))
    uid = uid_of(gone)
    gone.withdrawal_reason = "The figures were wrong."
    gone.unpublish()
    at = Item.objects.get(pk=uid).updated_at.isoformat().replace("+00:00", "Z")
    (tombstone,) = tree(client, "/feeds/norrvind/atom.xml").findall("at:deleted-entry", NS)
    assert tombstone.attrib == {"ref": f"urn:uuid:{uid}", "when": at}
    assert tombstone.findtext("at:comment", namespaces=NS) == "The figures were wrong."
    assert client.get("/feeds/norrvind/feed.json").json()["_newsroom"]["withdrawn"] == [
        {"id": f"urn:uuid:{uid}", "withdrawn_at": at, "reason": "The figures were wrong."}
    ]
    for name in FORMATS:
        assert read(client, name) == ["Stays"]
        assert b"zzyxgone" not in client.get(f"/feeds/norrvind/{name}").content.lower()
    assert tree(client, "/feeds/norrvind/atom.xml?kind=NEWS").findall("at:deleted-entry", NS) == []


def test_a_tombstone_stands_where_the_item_stood_and_for_thirty_days(client, make_release, second_newsroom):
    page = make_release("Moves")
    page.move(second_newsroom, pos="last-child")
    page = ReleasePage.objects.get(pk=page.pk)
    page.unpublish()
    uid = uid_of(page)
    for room in ("norrvind", "sydvind"):
        (tombstone,) = tree(client, f"/feeds/{room}/atom.xml").findall("at:deleted-entry", NS)
        assert tombstone.get("ref") == f"urn:uuid:{uid}"
    Item.objects.filter(pk=uid).update(updated_at=timezone.now() - timedelta(days=32))
    for room in ("norrvind", "sydvind"):
        assert tree(client, f"/feeds/{room}/atom.xml").findall("at:deleted-entry", NS) == []


def test_what_is_public_again_has_no_tombstone(client, make_release):
    page = make_release("Comes back")
    page.unpublish()
    page.save_revision().publish()
    assert tree(client, "/feeds/norrvind/atom.xml").findall("at:deleted-entry", NS) == []
    assert read(client, "atom.xml") == ["Comes back"]


def test_filters_are_those_of_the_api(client, make_release, topic, locale):
    make_release("Plain")
    tagged = make_release("Tagged", publish=False, kind="NEWS", topics=[topic])
    tagged.tags.add("Wind")
    tagged.save_revision().publish()
    for name in FORMATS:
        assert read(client, name) == ["Tagged", "Plain"]
        for query in (f"?topic={topic.uid}", "?kind=NEWS", "?tag=wind", "?kind=NEWS&tag=WIND&locale=en"):
            assert read(client, name, query) == ["Tagged"]
        assert read(client, name, "?locale=sv") == []
        assert read(client, name, "?kind=NEWS,PRESS_RELEASE") == ["Tagged", "Plain"]
    ids = {
        tree(client, f"/feeds/norrvind/atom.xml{query}").findtext("a:id", namespaces=NS)
        for query in ("", "?page_size=1", "?tag=wind", "?kind=NEWS")
    }
    assert len(ids) == 3
    assert tree(client, f"/feeds/norrvind/atom.xml?topic={topic.uid}").findtext("a:title", namespaces=NS) == (
        "Norrvind: Wind power"
    )


@pytest.mark.parametrize("name", FORMATS)
def test_pages_lead_through_everything_once(client, make_release, name):
    titles = [make_release(f"Release {number}").title for number in range(5)][::-1]
    address, seen, pages = f"/feeds/norrvind/{name}?page_size=2", [], []
    while address:
        response = client.get(address)
        links = dict(re.findall(r'<([^>]+)>; rel="(\w+)"', response["Link"]))
        relations = {relation: url for url, relation in links.items()}
        if name == "feed.json":
            content = response.json()
            seen += [item["title"] for item in content["items"]]
            following = content.get("next_url", "")
            assert content["feed_url"] == SITE + address
        else:
            found = feedparser.parse(response.content)
            seen += [entry.title for entry in found.entries]
            inside = {link.rel: link.href for link in found.feed.links}
            following = inside.get("next", "")
            assert inside["self"] == SITE + address
            assert inside["first"] == f"{FEEDS}/{name}?page_size=2"
            assert inside.get("previous", "") == relations.get("previous", "")
        assert relations.get("next", "") == following
        pages.append(address)
        address = following.removeprefix(SITE)
    assert seen == titles
    assert len(pages) == 3
    back = client.get(pages[2])["Link"]
    previous = re.search(r'<([^>]+)>; rel="previous"', back)
    assert previous is not None
    assert read(client, name, "?" + previous[1].partition("?")[2]) == titles[2:4]


def test_conditional_requests_look_at_one_row(client, make_release):
    make_release("First")
    for name, media_type in FORMATS.items():
        full = client.get(f"/feeds/norrvind/{name}")
        assert full["Content-Type"] == media_type
        assert full["Cache-Control"] == "public, max-age=10, stale-while-revalidate=30"
        assert full["ETag"].startswith('"')
        assert f"item-{Item.objects.get(type='RELEASE').uid}" in full["Surrogate-Key"].split()
        assert full["Access-Control-Allow-Origin"] == "*"
        assert full["Vary"] == "Authorization"
        with CaptureQueriesContext(connection) as queries:
            same = client.get(f"/feeds/norrvind/{name}", headers={"If-None-Match": full["ETag"]})
        assert (same.status_code, same.content, len(queries)) == (304, b"", 1)
        assert "document" not in queries[0]["sql"]
        assert same["ETag"] == full["ETag"]
        head = client.head(f"/feeds/norrvind/{name}")
        assert (head.status_code, head.content) == (200, b"")
        assert head["ETag"] == full["ETag"]
        assert client.get(f"/feeds/norrvind/{name}?page_size=3")["ETag"] != full["ETag"]
    Edition.objects.update(issued_at=timezone.now() - timedelta(minutes=1))
    modified = client.get("/feeds/norrvind/rss.xml")["Last-Modified"]
    headers = {"If-Modified-Since": modified}
    assert client.get("/feeds/norrvind/rss.xml", headers=headers).status_code == 304
    tag = client.get("/feeds/norrvind/rss.xml")["ETag"]
    make_release("Second")
    for headers in ({"If-None-Match": tag}, {"If-Modified-Since": modified}):
        assert client.get("/feeds/norrvind/rss.xml", headers=headers).status_code == 200


@pytest.mark.parametrize(("name", "most"), [("rss.xml", 3), ("atom.xml", 4), ("feed.json", 4)])
def test_a_feed_takes_as_many_statements_whatever_its_size(client, make_release, topic, name, most):
    def statements() -> int:
        with CaptureQueriesContext(connection) as queries:
            client.get(f"/feeds/norrvind/{name}?topic={topic.uid}")
        return len(queries)

    for number in range(2):
        make_release(f"Release {number}", topics=[topic])
    make_release("Gone", topics=[topic]).unpublish()
    assert statements() == most
    for number in range(5):
        make_release(f"More {number}", topics=[topic])
    for number in range(3):
        make_release(f"Gone {number}", topics=[topic]).unpublish()
    assert statements() == most


@pytest.mark.parametrize(
    ("address", "status", "field", "says"),
    [
        ("/feeds/norrvind/rss", 404, "format", "Known are: rss.xml, atom.xml, feed.json."),
        ("/feeds/none/rss.xml", 404, "newsroom", "No newsroom has the slug 'none'."),
        ("/feeds/norrvind/rss.xml?x=1", 400, "x", "There is no such parameter here."),
        ("/feeds/norrvind/rss.xml?person=1", 400, "person", "There is no such parameter here."),
        ("/feeds/norrvind/atom.xml?page_size=0", 400, "page_size", "A page holds 1 to 100 items."),
        ("/feeds/norrvind/atom.xml?page_size=101", 400, "page_size", "A page holds 1 to 100 items."),
        ("/feeds/norrvind/atom.xml?kind=FAX", 400, "kind", "PRESS_RELEASE"),
        ("/feeds/norrvind/feed.json?topic=wind", 400, "topic", "This is not a UUID"),
        ("/feeds/norrvind/feed.json?locale=xx", 400, "locale", "Known are: "),
        ("/feeds/norrvind/feed.json?cursor=x", 400, "cursor", "The cursor is not one"),
        ("/feeds/norrvind/feed.json?tag=a&tag=b", 400, "tag", "only once"),
        ("/feeds/norr%00vind/feed.json", 400, "newsroom", "characters that are no text"),
        ("/feeds/", 404, None, "There is nothing at this address."),
        ("/feeds/a/b/c/d", 404, None, "There is nothing at this address."),
    ],
)
def test_what_is_wrong_is_a_problem(client, newsroom, address, status, field, says):
    response = client.get(address)
    assert (response.status_code, response["Content-Type"]) == (status, "application/problem+json")
    problem = response.json()
    assert [error["field"] for error in problem["errors"]] == ([field] if field else [])
    assert says in problem["detail"]


def test_whatever_a_reader_accepts_it_gets_the_feed(client, newsroom):
    for accept in ("application/rss+xml, application/xml;q=0.9", "text/html", "image/png", "*/*;q=0.1"):
        assert client.get("/feeds/norrvind/rss.xml", headers={"Accept": accept}).status_code == 200
    assert client.post("/feeds/norrvind/rss.xml").status_code == 405


def test_a_renamed_newsroom_leads_on_and_a_closed_one_is_gone(client, make_release, newsroom: NewsroomPage):
    make_release("First")
    newsroom.slug = "sydvind"
    newsroom.save()
    moved = client.get("/feeds/norrvind/atom.xml?kind=NEWS&page_size=5")
    assert moved.status_code == 301
    assert moved["Location"] == "/feeds/sydvind/atom.xml?kind=NEWS&page_size=5"
    assert client.get("/feeds/sydvind/atom.xml").status_code == 200
    newsroom.withdrawal_reason = "Merged."
    newsroom.unpublish()
    for slug in ("norrvind", "sydvind"):
        gone = client.get(f"/feeds/{slug}/atom.xml")
        assert (gone.status_code, gone["Content-Type"]) == (410, "application/problem+json")
        assert gone.json()["reason"] == "Merged."
        assert client.get(f"/feeds/{slug}/atom.xml", headers={"If-None-Match": "*"}).status_code == 410


def test_hubs_are_named_only_in_the_feeds_that_they_are_told_of(client, make_release, settings):
    make_release("First")
    plain = client.get("/feeds/norrvind/atom.xml")["ETag"]
    hub = "https://hub.example/"
    settings.NEWSROOM = settings.NEWSROOM | {"WEBSUB_HUBS": [hub]}
    # Nothing is asked of the hub: only publishing does.
    for name in FORMATS:
        response = client.get(f"/feeds/norrvind/{name}")
        assert f'<{FEEDS}/{name}>; rel="self"' in response["Link"]
        assert f'<{hub}>; rel="hub"' in response["Link"]
        assert response["ETag"] != plain
        again = client.get(f"/feeds/norrvind/{name}", headers={"If-None-Match": response["ETag"]})
        assert again.status_code == 304
        assert f'<{hub}>; rel="hub"' in again["Link"]
        if name == "feed.json":
            assert response.json()["hubs"] == [{"type": "WebSub", "url": hub}]
        else:
            found = feedparser.parse(response.content)
            assert [link.href for link in found.feed.links if link.rel == "hub"] == [hub]
        assert "hub" not in client.get(f"/feeds/norrvind/{name}?page_size=5")["Link"]


def test_newsrooms_say_where_their_feeds_are(client, newsroom):
    feeds = [
        {"title": "Norrvind (RSS)", "type": "application/rss+xml", "href": f"{FEEDS}/rss.xml"},
        {"title": "Norrvind (Atom)", "type": "application/atom+xml", "href": f"{FEEDS}/atom.xml"},
        {"title": "Norrvind (JSON Feed)", "type": "application/feed+json", "href": f"{FEEDS}/feed.json"},
    ]
    uid = uid_of(newsroom)
    assert client.get(f"/api/v1/newsrooms/{uid}").json()["feeds"] == feeds
    assert client.get(f"/api/v1/newsrooms/{uid}?fields=feeds").json() == {"feeds": feeds}
    assert client.get("/api/v1/newsrooms").json()["results"][0]["feeds"] == feeds
    assert client.get("/api/v1/newsrooms?fields=slug").json()["results"] == [{"slug": "norrvind"}]
    assert client.get("/api/v1/items?path=/norrvind").json()["item"]["feeds"] == feeds
    query = '{newsroom(slug:"norrvind"){feeds{title type href}} newsrooms{nodes{feeds{title type href}}}}'
    answer = client.post("/graphql/", {"query": query}, content_type="application/json").json()["data"]
    assert answer == {"newsroom": {"feeds": feeds}, "newsrooms": {"nodes": [{"feeds": feeds}]}}


def test_the_built_in_pages_lead_to_the_feeds(client, make_release):
    make_release("First", slug="first")
    for path in ("/norrvind", "/norrvind/first"):
        page = client.get(path).content.decode()
        for name, media_type in FORMATS.items():
            kind = media_type.partition(";")[0]
            assert re.search(
                rf'<link rel="alternate" type="{re.escape(kind)}" title="[^"]+" href="{FEEDS}/{name}">', page
            )
