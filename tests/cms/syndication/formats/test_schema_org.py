"""JSON-LD: the properties that Google requires of each type, rights, corrections; nothing in it ends a script element."""

from __future__ import annotations

import json
from typing import Any

import pytest

from cms.syndication.formats.document import page_metadata
from cms.syndication.formats.schema_org import Around

KINDS = ["PRESS_RELEASE", "NEWS", "BLOG_POST", "STATEMENT", "EVENT"]
TYPES = {
    "IMAGE": "ImageObject",
    "VIDEO": "VideoObject",
    "AUDIO": "AudioObject",
    "DOCUMENT": "DigitalDocument",
}
REQUIRED = {
    "NewsArticle": {"headline", "image", "datePublished", "dateModified", "author"},
    "BlogPosting": {"headline", "image", "datePublished", "dateModified", "author"},
    "Event": {"name", "startDate", "location"},
    "Organization": {"name", "url"},
    "ImageObject": {
        *("contentUrl", "license", "acquireLicensePage", "creditText", "copyrightNotice", "digitalSourceType")
    },
    "VideoObject": {"name", "thumbnailUrl", "uploadDate", "contentUrl", "duration", "description"},
    "AudioObject": {"name", "contentUrl", "uploadDate"},
    "DigitalDocument": {"name", "contentUrl"},
    "DiscussionForumPosting": {"author", "datePublished", "text", "headline", "url"},
    "Comment": {"author", "datePublished", "text"},
    "CollectionPage": {"name", "url", "hasPart"},
}
"""developers.google.com/search/docs/appearance/structured-data: what it requires, and what it recommends of what we know."""


def nodes(document: Any, **around: Any) -> list[dict[str, Any]]:
    """The objects of a document, with what Google requires."""
    text = page_metadata(document, Around(**around)).json_ld
    assert not set("<>&\u2028\u2029") & set(text)
    data = json.loads(text)
    found: list[dict[str, Any]] = data if isinstance(data, list) else [data]
    for node in found:
        assert node["@context"] == "https://schema.org"
        assert REQUIRED[node["@type"]] - node.keys() == set(), node["@type"]
        assert "" not in node.values()
        assert None not in node.values()
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_a_release_of_each_kind(release, kind):
    *events, article = nodes(release(kind))
    assert article["@type"] == ("BlogPosting" if kind == "BLOG_POST" else "NewsArticle")
    assert article["author"]["@type"] == "Person"
    assert article["author"]["name"] == "Åsa Lind"
    assert article["publisher"] == {
        "@type": "Organization",
        "name": "Norrvind",
        "url": "https://press.norrvind.example",
    }
    assert article["correction"] == [
        {
            "@type": "CorrectionComment",
            "text": "The park has twelve turbines, not eleven.",
            "datePublished": "2026-05-04T09:30:00Z",
        }
    ]
    assert [node["@type"] for node in events] == (["Event"] if kind == "EVENT" else [])
    about = [each["url"] for each in article["about"] if each["@type"] == "WebPage"]
    assert about == (["https://rumour.example/å"] if kind == "STATEMENT" else [])
    types = [each["@type"] for each in article["associatedMedia"]]
    assert set(types) == set(TYPES.values())
    for each in article["associatedMedia"]:
        assert REQUIRED[each["@type"]] - each.keys() <= {"digitalSourceType"}


def test_an_event_is_somewhere_and_sometime(release):
    event, _article = nodes(release("EVENT"))
    assert event["location"] == {"@type": "Place", "name": "Umeå", "address": "Umeå"}
    assert event["endDate"] == "2026-06-01T12:00:00Z"
    facts = {"start": "2026-06-01T10:00:00Z", "end": None, "place": "", "sign_up_url": None}
    event, article = nodes(release("EVENT", event=facts))
    assert event["location"] == {"@type": "VirtualLocation", "url": article["url"]}
    (only,) = nodes(release("EVENT", event=facts | {"start": None}))
    assert only["@type"] == "NewsArticle"


@pytest.mark.parametrize("kind", TYPES)
def test_an_asset_of_each_type_says_its_rights(asset, kind):
    (node,) = nodes(asset(kind))
    assert node["@type"] == TYPES[kind]
    assert node["license"] == "https://licence.example/å"
    assert node["acquireLicensePage"] == node["url"]
    assert node["creditText"] == "Åsa Lind"
    assert node["copyrightNotice"] == "© Norrvind AB"
    assert node["digitalSourceType"] == "https://schema.org/TrainedAlgorithmicMediaDigitalSource"
    assert node["expires"] == "2030-01-01T00:00:00Z"
    assert node.get("duration") == ("PT1M1S" if kind in ("VIDEO", "AUDIO") else None)


@pytest.mark.parametrize("name", ["newsroom", "press-kit", "discussion"])
def test_every_other_page(example_of, name):
    assert nodes(example_of(name))[0]["@type"]


def test_the_newsroom_lends_its_address_and_its_logo(release, example_of):
    logo = release()["hero"] | {"alt": "Our logo"}
    newsroom = example_of("newsroom") | {"url": "https://wind.example/news", "logo": logo}
    (article,) = nodes(release(), newsroom=newsroom)
    assert article["publisher"]["url"] == "https://wind.example/news"
    assert article["publisher"]["logo"]["url"].endswith("turbines-at-dawn.medium.jpg")
    bare = release(hero=None) | {"seo": {"title": "T", "description": "D", "image": None}}
    found = {tag.key: tag.content for tag in page_metadata(bare, Around(newsroom)).tags}
    assert (found["twitter:card"], found["og:image:alt"]) == ("summary", "Norrvind")
    assert found["og:image"] == article["publisher"]["logo"]["url"]


@pytest.mark.parametrize("name", ["discussion", "release", "asset", "press-kit"])
def test_a_work_has_the_comments_that_are_public(example_of, name):
    comment = json.loads(json.dumps(example_of("comment")))
    removed = comment | {"state": "REMOVED", "author": None, "body": ""}
    thread = example_of("thread") | {"comment_count": 7}
    (node,) = nodes(example_of(name), thread=thread, comments=[comment, removed])
    assert node["interactionStatistic"]["userInteractionCount"] == 7
    (shown,) = node["comment"]
    assert REQUIRED["Comment"] <= shown.keys()


@pytest.mark.parametrize("kind", KINDS)
def test_hostile_words_end_no_script(release, made_hostile, kind):
    *_, article = nodes(made_hostile(release(kind)))
    assert "</script>" in article["headline"]


def tags(document: Any) -> dict[str, str]:
    return {tag.key: tag.content for tag in page_metadata(document).tags}


def test_cards_of_a_release(release):
    found = tags(release(locale="sv-SE", tags=["wind", "power"]))
    assert found["og:type"] == "article"
    assert found["og:locale"] == "sv_SE"
    assert found["og:site_name"] == "Norrvind"
    assert found["og:url"] == "https://press.norrvind.example/wind-farm-in-operation"
    assert found["article:published_time"] == "2026-05-04T06:00:00Z"
    assert found["author"] == "Åsa Lind"
    assert found["twitter:card"] == "summary_large_image"
    assert found["og:image"] == found["twitter:image"]
    assert found["og:image:alt"]
    assert "og:locale" not in tags(release(locale="sv"))
    bare = release(hero=None) | {"seo": {"title": "T", "description": "word " * 100, "image": None}}
    found = tags(bare)
    assert (found["twitter:card"], "og:image" in found) == ("summary", False)
    assert len(found["og:description"]) <= 300
    assert found["og:description"].endswith("word…")


def test_cards_of_assets(asset):
    found = tags(asset("IMAGE"))
    assert (found["og:image:width"], found["og:image:height"]) == ("1200", "630")
    found = tags(asset("VIDEO"))
    assert (found["og:type"], found["og:video:type"]) == ("video.other", "video/mp4")
    assert found["og:image"] == "https://files.example/å/poster"
    assert tags(asset("AUDIO"))["og:audio:type"] == "audio/mpeg"
    assert tags(asset("DOCUMENT"))["twitter:card"] == "summary"
