"""Sitemaps: what is in them, in which pages, and what their answers say."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from lxml import etree
from wagtail.models import Locale

from cms.ledger.models import Item
from cms.library.models import PressKitPage
from cms.newsroom.models import NewsroomPage
from cms.releases.models import ReleasePage
from cms.syndication import sitemaps

SITE = "http://testserver"
NS = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "image": "http://www.google.com/schemas/sitemap-image/1.1",
    "news": "http://www.google.com/schemas/sitemap-news/0.9",
    "x": "http://www.w3.org/1999/xhtml",
}


def root_of(client: Any, address: str) -> Any:
    response = client.get(address)
    assert response.status_code == 200, response.content
    assert response["Content-Type"] == "application/xml; charset=utf-8"
    return etree.fromstring(response.content)


def locations(client: Any, address: str) -> list[str]:
    return [place.text for place in root_of(client, address).iterfind("*/s:loc", NS)]


def everything(client: Any) -> list[str]:
    """All addresses of all sitemaps that the index names."""
    index = locations(client, "/sitemap.xml")
    return [url for sitemap in index for url in locations(client, sitemap.removeprefix(SITE))]


def test_the_index_leads_to_everything_public_and_nothing_else(
    client, newsroom, make_release, make_asset_page, make_image, second_newsroom
):
    make_release("First", slug="first", hero=make_image())
    make_release("Draft", slug="draft", publish=False)
    make_release("Gone", slug="gone").unpublish()
    make_release("Elsewhere", slug="elsewhere", parent=second_newsroom)
    make_asset_page("Mast", slug="mast")
    kit = PressKitPage(title="Kit", slug="kit", live=False)
    newsroom.add_child(instance=kit)
    kit.save_revision().publish()
    assert locations(client, "/sitemap.xml") == [
        f"{SITE}/sitemaps/norrvind/newsroom.xml",
        f"{SITE}/sitemaps/norrvind/releases.xml",
        f"{SITE}/sitemaps/norrvind/media.xml",
        f"{SITE}/sitemaps/norrvind/press-kits.xml",
        f"{SITE}/sitemaps/sydvind/newsroom.xml",
        f"{SITE}/sitemaps/sydvind/releases.xml",
    ]
    assert locations(client, "/sitemap.xml?newsroom=sydvind") == [
        f"{SITE}/sitemaps/sydvind/newsroom.xml",
        f"{SITE}/sitemaps/sydvind/releases.xml",
    ]
    assert everything(client) == [
        f"{SITE}/norrvind",
        f"{SITE}/norrvind/first",
        f"{SITE}/norrvind/mast",
        f"{SITE}/norrvind/kit",
        f"{SITE}/sydvind",
        f"{SITE}/sydvind/elsewhere",
    ]
    for url in everything(client):
        assert client.get(url.removeprefix(SITE)).status_code == 200
    assert locations(client, "/sitemaps/norrvind/discussions.xml") == []


def test_an_entry_tells_when_it_changed_and_what_it_shows(client, make_release, make_image):
    make_release("First", slug="first", hero=make_image())
    item = Item.objects.get(type="RELEASE")
    (url,) = root_of(client, "/sitemaps/norrvind/releases.xml").findall("s:url", NS)
    assert url.findtext("s:lastmod", namespaces=NS) == f"{item.updated_at:%Y-%m-%dT%H:%M:%SZ}"
    (image,) = url.findall("image:image/image:loc", NS)
    assert client.get(image.text.removeprefix(SITE)).status_code == 200
    assert url.findall("x:link", NS) == []


def test_languages_name_each_other(client, newsroom, make_release, django_capture_on_commit_callbacks):
    swedish = Locale.objects.get_or_create(language_code="sv")[0]
    first = make_release("First", slug="first")
    room = newsroom.copy_for_translation(swedish)
    room.slug = "norrvind-sv"
    room.save_revision().publish()
    copy = ReleasePage.objects.get(pk=first.pk).copy_for_translation(swedish)
    copy.slug = "forsta"
    with django_capture_on_commit_callbacks(execute=True):
        copy.save_revision().publish()
    expected = [("en", f"{SITE}/norrvind/first"), ("sv", f"{SITE}/norrvind-sv/forsta")]
    for slug in ("norrvind", "norrvind-sv"):
        (url,) = root_of(client, f"/sitemaps/{slug}/releases.xml").findall("s:url", NS)
        links = [(link.get("hreflang"), link.get("href")) for link in url.findall("x:link", NS)]
        assert links == expected
        assert all(link.get("rel") == "alternate" for link in url.findall("x:link", NS))
    with django_capture_on_commit_callbacks(execute=True):
        ReleasePage.objects.get(pk=copy.pk).unpublish()
    (url,) = root_of(client, "/sitemaps/norrvind/releases.xml").findall("s:url", NS)
    assert url.findall("x:link", NS) == []


def test_a_frontends_addresses_are_listed_and_those_of_third_sites_are_not(client, newsroom, make_release):
    newsroom.public_url = "https://press.norrvind.example"
    newsroom.save()
    make_release("First", slug="first")
    make_release("Third", slug="third", canonical_url="https://third.example/x")
    assert locations(client, "/sitemaps/norrvind/releases.xml") == ["https://press.norrvind.example/first"]
    assert [place.text for place in root_of(client, "/news-sitemap.xml").iterfind("*/s:loc", NS)] == [
        "https://press.norrvind.example/first"
    ]


@pytest.mark.parametrize("count", [5, 6])
def test_pages_hold_everything_once(client, make_release, monkeypatch, count):
    monkeypatch.setattr(sitemaps, "PAGE", 3)
    monkeypatch.setattr(sitemaps, "CHUNK", 2)
    slugs = [make_release(f"Release {number}").slug for number in range(count)]
    index = [url for url in locations(client, "/sitemap.xml") if "/releases.xml" in url]
    assert len(index) == 2
    assert index[0] == f"{SITE}/sitemaps/norrvind/releases.xml"
    pages = [locations(client, url.removeprefix(SITE)) for url in index]
    assert [len(page) for page in pages] == [3, count - 3]
    assert [url.rpartition("/")[2] for page in pages for url in page] == slugs
    make_release("One more")
    assert locations(client, index[0].removeprefix(SITE)) == pages[0]


def test_news_are_the_releases_of_two_days(client, make_release):
    make_release("New ]]> & <b>\u202eturbines", slug="new")
    make_release("Old", slug="old")
    old = timezone.now() - timedelta(days=2, seconds=1)
    Item.objects.filter(slug="old").update(published_at=old)
    item = Item.objects.get(slug="new")
    (url,) = root_of(client, "/news-sitemap.xml").findall("s:url", NS)
    news = url.find("news:news", NS)
    assert url.findtext("s:loc", namespaces=NS) == f"{SITE}/norrvind/new"
    assert news.findtext("news:publication/news:name", namespaces=NS) == "Norrvind"
    assert news.findtext("news:publication/news:language", namespaces=NS) == "en"
    assert news.findtext("news:publication_date", namespaces=NS) == f"{item.published_at:%Y-%m-%dT%H:%M:%SZ}"
    assert news.findtext("news:title", namespaces=NS) == "New ]]> & <b>\u202eturbines"
    assert locations(client, "/news-sitemap.xml?newsroom=norrvind") == [f"{SITE}/norrvind/new"]
    tag = client.get("/news-sitemap.xml")["ETag"]
    assert client.get("/news-sitemap.xml", headers={"If-None-Match": tag}).status_code == 304
    Item.objects.filter(slug="new").update(published_at=old)  # time alone takes it away
    assert client.get("/news-sitemap.xml", headers={"If-None-Match": tag}).status_code == 200


def test_news_are_at_most_a_thousand(client, make_release, monkeypatch):
    monkeypatch.setattr(sitemaps, "NEWS", 2)
    for number in range(3):
        make_release(f"Release {number}", slug=f"r{number}")
    assert locations(client, "/news-sitemap.xml") == [f"{SITE}/norrvind/r2", f"{SITE}/norrvind/r1"]


def test_robots_are_told_where_not_to_look_and_where_the_sitemaps_are(client, db):
    response = client.get("/robots.txt")
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert response.content.decode() == (
        "User-agent: *\nDisallow: /admin/\nDisallow: /newsroom/preview/\nDisallow: /conversation/\n\n"
        f"Sitemap: {SITE}/sitemap.xml\nSitemap: {SITE}/news-sitemap.xml\n"
    )


@pytest.mark.parametrize(
    "address", ["/sitemap.xml", "/sitemaps/norrvind/releases.xml", "/news-sitemap.xml", "/robots.txt"]
)
def test_conditional_requests(client, make_release, address):
    make_release("First")
    full = client.get(address)
    with CaptureQueriesContext(connection) as queries:
        same = client.get(address, headers={"If-None-Match": full["ETag"]})
    assert (same.status_code, same.content) == (304, b"")
    assert not any('"document"' in query["sql"] or '"card"' in query["sql"] for query in queries)
    assert len(queries) == {"/robots.txt": 0, "/news-sitemap.xml": 2}.get(address, 1)
    assert full["Cache-Control"].startswith("public, max-age=")
    head = client.head(address)
    assert (head.status_code, head.content, head["ETag"]) == (200, b"", full["ETag"])


@pytest.mark.parametrize(
    ("address", "most"),
    [("/sitemap.xml", 3), ("/sitemaps/norrvind/releases.xml", 3), ("/news-sitemap.xml", 3)],
)
def test_statements_at_two_sizes(client, make_release, address, most):
    def statements() -> int:
        with CaptureQueriesContext(connection) as queries:
            client.get(address)
        return len(queries)

    make_release("First")
    few = statements()
    for number in range(5):
        make_release(f"More {number}")
    assert statements() == few == most


@pytest.mark.parametrize(
    ("address", "status", "field"),
    [
        ("/sitemaps/norrvind/people.xml", 404, "section"),
        ("/sitemaps/none/releases.xml", 404, "newsroom"),
        ("/sitemaps/norrvind/releases.xml?cursor=x", 400, "cursor"),
        ("/sitemaps/norrvind/releases.xml?page=2", 400, "page"),
        ("/sitemap.xml?newsroom=none", 404, "newsroom"),
        ("/sitemap.xml?page=2", 400, "page"),
        ("/news-sitemap.xml?newsroom=none", 404, "newsroom"),
        ("/robots.txt?x=1", 400, "x"),
    ],
)
def test_what_is_wrong_is_a_problem(client, newsroom: NewsroomPage, address, status, field):
    response = client.get(address)
    assert (response.status_code, response["Content-Type"]) == (status, "application/problem+json")
    assert [error["field"] for error in response.json()["errors"]] == [field]


def test_a_closed_newsroom_has_none(client, make_release, newsroom):
    make_release("First")
    newsroom.unpublish()
    assert locations(client, "/sitemap.xml") == []
    assert client.get("/sitemaps/norrvind/releases.xml").status_code == 410
    assert locations(client, "/news-sitemap.xml") == []
