"""ninjs: valid for every kind and type, for corrections and tombstones, with rights; hostile words stay words."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from django.conf import settings

from cms.syndication.formats import EditionFacts, facts_of, ninjs, render, render_page


def schemas() -> list[Any]:
    """Ours, and IPTC's own where `IPTC_SCHEMAS` names a folder that holds it."""
    ours = Path(settings.BASE_DIR) / "tests" / "data" / "schemas" / "ninjs-3.1.json"
    iptc = Path(os.environ.get("IPTC_SCHEMAS", "/nowhere")) / "ninjs-schema_3.1.json"
    return [json.loads(file.read_text()) for file in (ours, iptc) if file.is_file()]


VALIDATORS = [jsonschema_rs.Draft202012Validator(each, validate_formats=True) for each in schemas()]
KINDS = ["PRESS_RELEASE", "NEWS", "BLOG_POST", "STATEMENT", "EVENT"]
TYPES = ["IMAGE", "VIDEO", "AUDIO", "DOCUMENT"]
TOMBSTONE = EditionFacts(
    uid="58e8d167-48f3-4a70-a2bd-4eceec7a41f6",
    type="RELEASE",
    kind="NEWS",
    version=3,
    action="WITHDRAWN",
    issued_at="2026-05-05T09:30:00Z",
    note="Wrong figures.",
    seq=9,
)


def problems(content: Any) -> list[str]:
    return [
        f"{error.instance_path}: {error.message}"
        for each in VALIDATORS
        for error in each.iter_errors(content)
    ]


def made(document: Any) -> dict[str, Any]:
    """The ninjs object of a document, valid."""
    found: dict[str, Any] = json.loads(render("ninjs", facts_of(document), document)[1])
    assert problems(found) == []
    return found


def test_the_schema_refuses_what_the_standard_does():
    good = {"uri": "urn:uuid:1"}
    assert problems(good) == []
    for bad in (
        {},
        {"uri": "not an address"},
        good | {"pubStatus": "withdrawn"},
        good | {"version": 1},
        good | {"headline": "x"},
        good | {"firstCreated": "yesterday"},
        good | {"renditions": [{"href": "https://a.example/"}]},
        good | {"associations": [{"uri": "urn:uuid:1"}]},
        good | {"associations": [good | {"name": "x", "colour": "red"}]},
        good | {"rightsInfo": {}},
        good | {"eventDetails": {"dates": {}}},
        good | {"people": [{"name": "x", "contactInfo": [{"type": "email"}]}]},
    ):
        assert problems(bad), bad


@pytest.mark.parametrize("kind", KINDS)
def test_a_release_of_each_kind_with_every_block(release, kind):
    found = made(release(kind))
    assert found["type"] == ("event" if kind == "EVENT" else "text")
    assert found["uri"] == "urn:uuid:58e8d167-48f3-4a70-a2bd-4eceec7a41f6"
    assert (found["version"], found["pubStatus"]) == ("2", "usable")
    assert found["edNote"] == "The park has twelve turbines, not eleven."
    assert found["genres"][0]["literal"] == kind
    assert found["standard"]["version"] == "3.1"
    rels = [(each["rel"], each["type"]) for each in found["associations"]]
    assert rels == [
        ("hero", "picture"),
        *(("body", each) for each in ("picture", "video", "audio", "text")),
        ("download", "text"),
        ("related", "text"),
    ]
    html, plain = found["bodies"]
    assert (html["contentType"], plain["contentType"]) == ("text/html", "text/plain")
    assert "<iframe" not in html["value"]
    assert "<" not in plain["value"]
    assert plain["charCount"] == len(plain["value"])


def test_an_event_tells_when_and_where(release):
    found = made(release("EVENT"))
    assert found["eventDetails"]["dates"] == {
        "startDate": "2026-06-01T10:00:00Z",
        "endDate": "2026-06-01T12:00:00Z",
    }
    assert {"name": "Umeå", "rel": "venue"} in found["places"]
    assert found["altIds"] == [{"role": "signUp", "value": "https://sign.example/å"}]
    nowhen = {"start": None, "end": None, "place": "", "sign_up_url": None}
    assert made(release("EVENT", event=nowhen))["eventDetails"] == {"organiser": {"name": "Norrvind"}}


@pytest.mark.parametrize("kind", TYPES)
def test_an_asset_of_each_type_carries_its_rights(asset, kind):
    found = made(asset(kind))
    types = {"IMAGE": "picture", "VIDEO": "video", "AUDIO": "audio", "DOCUMENT": "text"}
    assert found["type"] == types[kind]
    assert found["copyrightNotice"] == "© Norrvind AB"
    assert found["usageTerms"] == "Editorial use."
    assert found["expires"] == "2030-01-01T00:00:00Z"
    assert found["rightsInfo"] == {"linkedRights": "https://licence.example/%C3%A5"}
    assert found["digitalSourceType"] == {
        "name": "trainedAlgorithmicMedia",
        "uri": "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia",
    }
    assert found["renditions"][0]["name"] == "web"
    original = next(each for each in found["renditions"] if each["name"] == "original")
    assert original["href"] == "https://files.example/%C3%A5/original"
    if kind == "VIDEO":
        assert (original["duration"], original["bitrate"]) == (61.4, "1500 kbps")


def test_the_rights_of_every_file_inside_a_release_travel(release):
    video = next(each for each in made(release())["associations"] if each["type"] == "video")
    assert (video["usageTerms"], video["expires"]) == ("Editorial use.", "2030-01-01T00:00:00Z")
    assert video["digitalSourceType"]["name"] == "trainedAlgorithmicMedia"


@pytest.mark.parametrize("name", ["press-kit", "discussion", "newsroom", "person", "topic"])
def test_every_other_item_has_a_form(example_of, name):
    found = made(example_of(name))
    assert found["type"] == ("text" if name in ("press-kit", "discussion") else "component")


def test_a_correction_is_told_with_its_version_alone(release):
    later = release(version=3)
    assert facts_of(later).action == "REFRESHED"
    assert "edNote" not in made(later)
    first = release(version=1, corrections=[])
    assert (facts_of(first).action, "edNote" in made(first)) == ("ISSUED", False)


def test_what_a_visitor_contributed_is_its_file(contribution):
    found = made(contribution)
    assert (found["type"], found["copyrightNotice"]) == ("picture", "© Norrvind AB")
    assert found["organisations"][0]["uri"] == "http://testserver/norrvind"


def test_a_tombstone_is_canceled_and_says_no_more(release):
    media_type, text = render("ninjs", TOMBSTONE, None)
    assert media_type == "application/vnd.iptc.ninjs+json"
    found = json.loads(text)
    assert problems(found) == []
    assert found == {
        "uri": "urn:uuid:58e8d167-48f3-4a70-a2bd-4eceec7a41f6",
        "type": "text",
        "version": "3",
        "versionCreated": "2026-05-05T09:30:00Z",
        "standard": {
            "name": "ninjs",
            "version": "3.1",
            "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#",
        },
        "representationType": "partial",
        "pubStatus": "canceled",
        "edNote": "Wrong figures.",
    }
    document = release()
    media_type, page = render_page(
        "ninjs", [(facts_of(document), document), (TOMBSTONE, None)], sent=TOMBSTONE.issued_at
    )
    assert media_type == "application/vnd.iptc.ninjs+json"
    assert [each["pubStatus"] for each in json.loads(page)] == ["usable", "canceled"]


def test_nothing_says_that_there_ever_was_an_embargo(release):
    found = ninjs(facts_of(release()), release())
    assert "embargo" not in json.dumps(found).lower()
    assert found["firstCreated"] == release()["published_at"]


@pytest.mark.parametrize("kind", KINDS)
def test_hostile_words_stay_words(release, made_hostile, kind):
    found = made(made_hostile(release(kind)))
    assert "<script" not in found["bodies"][0]["value"]
    assert found["title"].endswith("\u2028")
