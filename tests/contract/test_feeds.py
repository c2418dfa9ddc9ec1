"""Readers of feeds and sitemaps that others wrote find in them what the API says: the same items, titles, dates and ids."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any
from xml.dom import pulldom

import feedparser
import pytest
from lxml import etree

from cms.releases.models import ReleaseAsset

HERE = Path(__file__).parent
SCHEMA = HERE / "node_modules" / "sitemap" / "schema" / "sitemap.xsd"
FORMATS = ("rss.xml", "atom.xml", "feed.json")
HOSTILE = [
    "]]>",
    "]]&gt; <![CDATA[x]]>",
    "<script>alert(1)</script>",
    "AT&T & Söner",
    "&amp; &lt; &#60; &nbsp;",
    "a < b > c",
    "\u202eright to left\u202c",
    "שלום עולם",
    "مرحبا بالعالم",
    "日本語のタイトル",
    "👩‍👩‍👧 family 🏳️‍🌈",
    "\u200bzero\u200dwidth",
    "\"double\" 'single' `back`",
    "<!-- comment -->",
    "<?xml version='1.0'?>",
    "<!DOCTYPE x [<!ENTITY y 'z'>]> &y;",
    "%3Cscript%3E %00",
    "{{ 7*7 }} ${7*7}",
    "line\u2028separator",
    "\u00a0no-break\u00a0",
    "a\u0301 combining",
    "\U0001d54f mathematical",
    "javascript:alert(1)",
    "https://example.com/?a=1&b=2",
    "-- ; DROP TABLE --",
    "\ufeffbyte order mark",
    "soft\u00adhyphen",
    "tab\there",
    "</title></channel></rss>",
    "x" * 250,
]
CONTROL = "bell\x07 vertical\x0b unit\x1f non\ufffe character"
TAKEN_FOR_HTML = re.compile(r"&#?\w+;|</\w+>")
"""feedparser takes such titles of RSS, which does not say whether titles are HTML, for HTML and cleans them."""
BARE = "bell vertical unit non character"

Judges = Callable[..., Any]


@pytest.fixture
def releases(client: Any, make_release: Any, make_image: Any) -> list[dict[str, Any]]:
    """Thirty public releases with hostile titles, one with a title that XML cannot hold; as the API lists them."""
    return published(client, make_release, make_image, [*HOSTILE, CONTROL])


@pytest.fixture
def few_releases(client: Any, make_release: Any, make_image: Any) -> list[dict[str, Any]]:
    """Some of them."""
    return published(client, make_release, make_image, [*HOSTILE[:6], CONTROL])


def published(client: Any, make_release: Any, make_image: Any, titles: list[str]) -> list[dict[str, Any]]:
    """Public releases with these titles, and one with pictures; as the API lists them."""
    for number, title in enumerate(titles):
        make_release(title, slug=f"release-{number}", summary=title[:200])
    make_release(
        "With a picture",
        slug="picture",
        hero=make_image(),
        assets=[ReleaseAsset(image=make_image(colour="navy"))],
    )
    results: list[dict[str, Any]] = client.get("/api/v1/releases?page_size=100").json()["results"]
    assert len(results) == len(titles) + 1
    return results


def xml_title(title: str) -> str:
    return BARE if title == CONTROL else title


def seconds(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(microsecond=0)


def test_feedparser_and_feedsmith_find_the_items_of_the_api(client, releases, judges: Judges, tmp_path):
    every_byte_of_a_title_is_in_the_xml(client, releases)
    the_html_in_feeds_runs_nothing(client)
    feeds_keep_the_rules_of_their_formats(client, releases)
    for name in FORMATS:
        response = client.get(f"/feeds/norrvind/{name}?page_size=100")
        file = tmp_path / name
        file.write_bytes(response.content)
        result = judges(HERE / "read_feed.mjs", file)
        assert result.returncode == 0, result.stderr
        found = json.loads(result.stdout)
        is_json = name == "feed.json"
        assert found["format"] == name.partition(".")[0].replace("feed", "json")
        assert found["title"] == "Norrvind"
        assert len(found["entries"]) == len(releases)
        for entry, release in zip(found["entries"], releases, strict=True):
            title = release["title"] if is_json else xml_title(release["title"])
            assert entry["id"] == f"urn:uuid:{release['id']}"
            assert same_words(entry["title"], title)
            assert entry["url"] == release["url"]
            assert entry["updated"] == release["updated_at"]
            if name == "rss.xml":
                assert parsedate_to_datetime(entry["published"]) == seconds(release["published_at"])
            else:
                assert entry["published"] == release["published_at"]
        assert found["entries"][0]["enclosures"] == (1 if name == "rss.xml" else 2)
        if not is_json:
            parsed = feedparser.parse(response.content)
            assert not parsed.bozo, parsed.get("bozo_exception")
            assert [entry.id for entry in parsed.entries] == [f"urn:uuid:{one['id']}" for one in releases]
            assert [entry.link for entry in parsed.entries] == [one["url"] for one in releases]
            assert [entry.published_parsed[:6] for entry in parsed.entries] == [
                seconds(one["published_at"]).timetuple()[:6] for one in releases
            ]
            for entry, one in zip(parsed.entries, releases, strict=True):
                title = xml_title(one["title"])
                assert same_words(entry.title, title) or (name == "rss.xml" and TAKEN_FOR_HTML.search(title))


def same_words(read: str, written: str) -> bool:
    """Whether a title was read as it was written. Readers trim what stands around it."""
    return read.strip("\ufeff \u00a0\t") == written.strip("\ufeff \u00a0\t")


def every_byte_of_a_title_is_in_the_xml(client: Any, releases: list[dict[str, Any]]) -> None:
    """What readers make of titles is theirs: a plain parser of XML finds all of each."""
    titles = [xml_title(release["title"]) for release in releases]
    rss = etree.fromstring(client.get("/feeds/norrvind/rss.xml?page_size=100").content)
    assert [title.text for title in rss.iterfind("channel/item/title")] == titles
    atom = etree.fromstring(client.get("/feeds/norrvind/atom.xml?page_size=100").content)
    namespace = "{http://www.w3.org/2005/Atom}"
    assert [title.text for title in atom.iterfind(f"{namespace}entry/{namespace}title")] == titles
    feed = client.get("/feeds/norrvind/feed.json?page_size=100").json()
    assert [item["title"] for item in feed["items"]] == [release["title"] for release in releases]


def the_html_in_feeds_runs_nothing(client: Any) -> None:
    for item in client.get("/feeds/norrvind/feed.json?page_size=100").json()["items"]:
        assert not re.search(r"<(script|iframe|style|object|embed)\b|\son\w+=", item["content_html"], re.I)


def feeds_keep_the_rules_of_their_formats(client: Any, releases: list[dict[str, Any]]) -> None:
    """Those of the rules of RFC 4287 and RSS 2.0 that the feed validator of the W3C looks at."""
    namespace = "{http://www.w3.org/2005/Atom}"
    atom = etree.fromstring(client.get("/feeds/norrvind/atom.xml?page_size=100").content)
    for place in (atom, *atom.iterfind(f"{namespace}entry")):
        for name in ("id", "title", "updated"):
            assert len(place.findall(f"{namespace}{name}")) == 1
        alternates = [link for link in place.iterfind(f"{namespace}link") if link.get("rel") == "alternate"]
        assert len(alternates) == 1
        assert all(link.get("href").startswith("http") for link in place.iterfind(f"{namespace}link"))
        assert place.findall(f"{namespace}author/{namespace}name")
    assert len({place.text for place in atom.iterfind(f".//{namespace}id")}) == len(releases) + 1
    rss = etree.fromstring(client.get("/feeds/norrvind/rss.xml?page_size=100").content)
    assert rss.get("version") == "2.0"
    for name in ("title", "link", "description"):
        assert len(rss.findall(f"channel/{name}")) == 1
    for item in rss.iterfind("channel/item"):
        assert len(item.findall("enclosure")) <= 1
        assert parsedate_to_datetime(item.findtext("pubDate"))
        assert item.find("guid").get("isPermaLink") == "false"
    for event, node in pulldom.parseString(client.get("/feeds/norrvind/rss.xml").content.decode()):  # nosec B318
        assert event != pulldom.PROCESSING_INSTRUCTION, node


def test_sitemaps_are_valid_and_read_by_a_client(client, few_releases, judges: Judges, tmp_path):
    releases = few_releases
    # Its extensions have schemas on other sites: what is in their namespaces is taken as it is.
    text = SCHEMA.read_text().replace('processContents="strict"', 'processContents="lax"')
    schema = etree.XMLSchema(etree.fromstring(text.encode()))
    for address in (
        "/sitemaps/norrvind/releases.xml",
        "/sitemaps/norrvind/newsroom.xml",
        "/news-sitemap.xml",
    ):
        content = client.get(address).content
        schema.assertValid(etree.fromstring(content))
        file = tmp_path / "sitemap.xml"
        file.write_bytes(content)
        result = judges(HERE / "read_sitemap.mjs", file)
        assert result.returncode == 0, result.stderr
        entries = json.loads(result.stdout)
        if address == "/sitemaps/norrvind/releases.xml":
            assert [entry["url"] for entry in entries] == [one["url"] for one in reversed(releases)]
            assert [seconds(entry["lastmod"]) for entry in entries] == [
                seconds(one["updated_at"]) for one in reversed(releases)
            ]
            assert [len(entry["img"]) for entry in entries] == [0] * (len(releases) - 1) + [1]
        elif address == "/news-sitemap.xml":
            assert [entry["url"] for entry in entries] == [one["url"] for one in releases]
            assert [
                same_words(e["news"]["title"], xml_title(r["title"]))
                for e, r in zip(entries, releases, strict=True)
            ]
            assert {entry["news"]["publication"]["name"] for entry in entries} == {"Norrvind"}


def test_feedsmith_reads_the_feeds_of_other_systems_as_it_reads_ours(shared_data, judges: Judges):
    """The reader is a judge only if it reads what is in use."""
    file = shared_data / "payloads" / "feeds" / "nasa_breaking_news_2021.rss"
    found = json.loads(judges(HERE / "read_feed.mjs", file).stdout)
    assert found["format"] == "rss"
    assert len(found["entries"]) == file.read_text().count("<item>")
