"""NewsML-G2: valid for every kind and type, for corrections and tombstones."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from lxml import etree

from cms.syndication.formats import EditionFacts, facts_of, render, render_page

N = {"n": "http://iptc.org/std/nar/2006-10-01/", "h": "http://www.w3.org/1999/xhtml"}
KINDS = ["PRESS_RELEASE", "NEWS", "BLOG_POST", "STATEMENT", "EVENT"]
TYPES = ["IMAGE", "VIDEO", "AUDIO", "DOCUMENT"]
TOMBSTONE = EditionFacts(
    uid="58e8d167-48f3-4a70-a2bd-4eceec7a41f6",
    type="ASSET",
    kind="VIDEO",
    version=3,
    action="WITHDRAWN",
    issued_at="2026-05-05T09:30:00Z",
    note="Wrong ]]> <b>figures</b>.",
)


def schemas() -> list[Any]:
    """Ours, and IPTC's own schema where `IPTC_SCHEMAS` names a folder that holds it (with `xml.xsd`)."""
    ours = Path(settings.BASE_DIR) / "tests" / "data" / "schemas" / "newsml-g2.rng"
    file = Path(os.environ.get("IPTC_SCHEMAS", "/nowhere")) / "NewsML-G2_2.35-spec-All-Power.xsd"
    return [
        etree.RelaxNG(etree.parse(ours)),
        *([etree.XMLSchema(etree.parse(file))] if file.is_file() else []),
    ]


SCHEMAS = schemas()


def parsed(text: str) -> Any:
    """The document, valid."""
    root = etree.fromstring(text.encode())
    for schema in SCHEMAS:
        assert schema.validate(root), schema.error_log
    return root


def made(document: Any) -> Any:
    media_type, text = render("newsml", facts_of(document), document)
    assert media_type == "application/vnd.iptc.g2.newsitem+xml"
    return parsed(text)


def words(root: Any, path: str) -> list[str]:
    return [each if isinstance(each, str) else each.text for each in root.xpath(path, namespaces=N)]


@pytest.mark.parametrize("kind", KINDS)
def test_a_release_of_each_kind_with_every_block(release, kind):
    root = made(release(kind))
    assert dict(root.attrib) == {
        "guid": "urn:uuid:58e8d167-48f3-4a70-a2bd-4eceec7a41f6",
        "version": "2",
        "standard": "NewsML-G2",
        "standardversion": "2.35",
        "conformance": "power",
        "{http://www.w3.org/XML/1998/namespace}lang": "en",
    }
    assert words(root, "n:itemMeta/n:itemClass/@qcode") == ["ninat:text"]
    assert words(root, "n:itemMeta/n:pubStatus/@qcode") == ["stat:usable"]
    assert words(root, "n:itemMeta/n:edNote") == ["The park has twelve turbines, not eleven."]
    assert words(root, "n:itemMeta/n:signal/@qcode") == ["sig:correction"]
    assert words(root, "n:rightsInfo/n:copyrightHolder/n:name") == ["Norrvind AB"]
    (body,) = root.xpath("n:contentSet/n:inlineXML/h:html/h:body", namespaces=N)
    assert words(body, ".//h:h2")[:2] == ["Correction", "Heading"]
    assert not root.xpath("//h:script | //h:iframe", namespaces=N)
    classes = words(root, "n:itemMeta/n:link/n:itemClass/@qcode")
    assert classes == [f"ninat:{name}" for name in ("picture", "picture", "video", "audio", "text", "text")]
    events = words(root, "n:contentMeta/n:subject[@type='cpnat:event']/n:definition")
    assert events == (["2026-06-01T10:00:00Z/2026-06-01T12:00:00Z, Umeå"] if kind == "EVENT" else [])


@pytest.mark.parametrize("kind", TYPES)
def test_an_asset_of_each_type_is_remote_content_with_its_rights(asset, kind):
    root = made(asset(kind))
    (info,) = root.xpath("n:rightsInfo", namespaces=N)
    assert info.get("validto") == "2030-01-01T00:00:00Z"
    assert words(info, "n:usageTerms") == ["Editorial use."]
    assert words(info, "n:usageTerms/@href") == ["https://licence.example/%C3%A5"]
    assert words(root, "n:contentMeta/n:digitalSourceType/@uri") == [
        "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"
    ]
    assert "https://files.example/%C3%A5/original" in words(root, "n:contentSet/n:remoteContent/@href")
    assert words(root, "//@duration") == (["61"] if kind in ("VIDEO", "AUDIO") else [])


def test_the_rights_of_every_file_inside_a_release_travel(release):
    root = made(release())
    (link,) = root.xpath("n:itemMeta/n:link[n:itemClass/@qcode='ninat:video']", namespaces=N)
    assert words(link, "n:rightsInfo/n:usageTerms") == ["Editorial use."]
    assert words(link, "n:rightsInfo/@validto") == ["2030-01-01T00:00:00Z"]
    assert words(link, "n:digitalSourceType/@uri")[0].endswith("/trainedAlgorithmicMedia")


@pytest.mark.parametrize("name", ["press-kit", "discussion", "newsroom", "person", "topic"])
def test_every_other_item_has_a_form(example_of, name):
    assert made(example_of(name)).tag.endswith("}newsItem")


def test_what_a_visitor_contributed_is_its_file(contribution):
    found = made(contribution)
    assert words(found, "n:itemMeta/n:itemClass/@qcode") == ["ninat:picture"]
    assert words(found, "n:rightsInfo/n:copyrightNotice") == ["© Norrvind AB"]


def test_a_tombstone_is_canceled_and_says_no_more():
    root = parsed(render("newsml", TOMBSTONE, None)[1])
    assert [child.tag.rpartition("}")[2] for child in root] == ["catalogRef", "itemMeta"]
    assert words(root, "n:itemMeta/n:pubStatus/@qcode") == ["stat:canceled"]
    assert words(root, "n:itemMeta/n:edNote") == ["Wrong ]]> <b>figures</b>."]
    assert words(root, "n:itemMeta/n:itemClass/@qcode") == ["ninat:video"]


def test_several_editions_are_a_message(release):
    document = release()
    editions = [(facts_of(document), document), (TOMBSTONE, None)]
    media_type, text = render_page("newsml", editions, sent=TOMBSTONE.issued_at)
    assert media_type == "application/vnd.iptc.g2.newsmessage+xml"
    root = parsed(text)
    assert words(root, "n:itemSet/n:newsItem/n:itemMeta/n:pubStatus/@qcode") == [
        "stat:usable",
        "stat:canceled",
    ]
    assert words(root, "n:header/n:sent") == ["2026-05-05T09:30:00Z"]


@pytest.mark.parametrize("kind", KINDS)
def test_hostile_words_stay_words(release, made_hostile, kind):
    root = made(made_hostile(release(kind)))
    assert words(root, "n:contentMeta/n:headline")[0].startswith("Wind farm at Stora Blåsberget in operation")
    assert words(root, "n:contentMeta/n:headline")[0].endswith("& \"'\u2028")
    assert not root.xpath("//h:script", namespaces=N)


@pytest.mark.parametrize("kind", TYPES)
def test_hostile_words_of_assets_stay_words(asset, made_hostile, kind):
    root = made(made_hostile(asset(kind)))
    assert words(root, "n:contentMeta/n:headline")[0].endswith("& \"'\u2028")
    assert not root.xpath("//h:script", namespaces=N)


def test_nothing_says_that_there_ever_was_an_embargo(release):
    assert "embargo" not in render("newsml", facts_of(release()), release())[1].lower()
