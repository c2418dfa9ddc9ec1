"""Items in other formats over REST: by `format` and by `Accept`, corrected and withdrawn; entity tags, statements, errors."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext
from lxml import etree

from cms.ledger.models import Item

API = "/api/v1"
NINJS = "application/vnd.iptc.ninjs+json"
NEWSML = "application/vnd.iptc.g2.newsitem+xml"
MESSAGE = "application/vnd.iptc.g2.newsmessage+xml"
N = {"n": "http://iptc.org/std/nar/2006-10-01/"}
SCHEMAS = Path(settings.BASE_DIR) / "tests" / "data" / "schemas"
VALIDATOR = jsonschema_rs.Draft202012Validator(
    json.loads((SCHEMAS / "ninjs-3.1.json").read_text()), validate_formats=True
)
NEWSML_SCHEMA = etree.RelaxNG(etree.parse(SCHEMAS / "newsml-g2.rng"))


@pytest.fixture
def release(make_release: Any, make_image: Any) -> Any:
    return make_release("Vindpark i drift", slug="vindpark", summary="Nu snurrar den.", hero=make_image())


def uid_of(page: Any) -> str:
    return str(Item.objects.get(source_type="page", source_id=page.pk).uid)


def ninjs(answer: Any) -> dict[str, Any]:
    """The object of an answer, valid."""
    assert (answer.status_code, answer["Content-Type"]) == (200, NINJS), answer.content
    found: dict[str, Any] = answer.json()
    assert [error.message for error in VALIDATOR.iter_errors(found)] == []
    return found


def newsml(answer: Any, media_type: str = NEWSML) -> Any:
    """The element of an answer, valid."""
    assert (answer.status_code, answer["Content-Type"]) == (200, media_type), answer.content
    root = etree.fromstring(answer.content)
    assert NEWSML_SCHEMA.validate(root), NEWSML_SCHEMA.error_log
    return root


def test_the_format_is_chosen_by_name_or_by_accept(client, release):
    address = f"{API}/releases/{uid_of(release)}"
    assert ninjs(client.get(address, {"format": "ninjs"}))["title"] == "Vindpark i drift"
    assert ninjs(client.get(address, headers={"accept": NINJS}))["uri"] == f"urn:uuid:{uid_of(release)}"
    root = newsml(client.get(address, headers={"accept": f"text/html;q=0.5, {NEWSML}"}))
    assert root.get("guid") == f"urn:uuid:{uid_of(release)}"
    newsml(client.get(address, {"format": "newsml"}, headers={"accept": "text/html"}))
    for accept in ("*/*", "application/json", f"{NINJS};q=0.1, application/json"):
        answer = client.get(address, headers={"accept": accept})
        assert answer["Content-Type"] == "application/json"
        assert answer.json()["title"] == "Vindpark i drift"
    assert client.get(address, {"format": "json"}).json()["title"] == "Vindpark i drift"


def test_what_there_is_not_is_refused_with_what_there_is(client, release):
    address = f"{API}/releases/{uid_of(release)}"
    answer = client.get(address, {"format": "rss"})
    assert (answer.status_code, answer["Content-Type"]) == (400, "application/problem+json")
    (error,) = answer.json()["errors"]
    assert error["field"] == "format"
    assert error["message"] == "Input should be 'json', 'ninjs' or 'newsml'"
    answer = client.get(address, headers={"accept": "text/html"})
    assert (answer.status_code, answer.json()["code"]) == (406, "NOT_ACCEPTABLE")
    assert "bodies" in ninjs(client.get(address, {"format": "ninjs", "fields": "title"}))  # always whole
    answer = client.get(f"{API}/people", {"format": "ninjs"})
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (400, "format")
    assert client.get(f"{API}/people", headers={"accept": NINJS}).status_code == 406
    for wanted in ("ninjs", "newsml"):
        answer = client.get(f"{API}/releases/11111111-1111-4111-8111-111111111111", {"format": wanted})
        assert (answer.status_code, answer.json()["code"]) == (404, "NOT_FOUND")


def test_each_format_has_its_own_entity_tag(client, release):
    address = f"{API}/releases/{uid_of(release)}"
    tags = {}
    for accept in ("application/json", NINJS, NEWSML):
        answer = client.get(address, headers={"accept": accept})
        assert answer["Vary"] == "Accept, Authorization"
        assert answer["Surrogate-Key"].startswith(f"item-{uid_of(release)}")
        tags[accept] = answer["ETag"]
        again = client.get(address, headers={"accept": accept, "if-none-match": answer["ETag"]})
        assert (again.status_code, again["Vary"], again.content) == (304, "Accept, Authorization", b"")
    assert len(set(tags.values())) == 3
    assert client.get(address, {"format": "ninjs"})["Vary"] == "Authorization"
    assert client.get(address, headers={"accept": NINJS, "if-none-match": tags[NEWSML]}).status_code == 200


def test_a_correction_and_a_withdrawal_reach_who_reads_other_formats(client, release):
    address = f"{API}/releases/{uid_of(release)}"
    first = client.get(address, {"format": "ninjs"})
    release.title = "Vindparken i drift"
    release.correction_note = "The title."
    release.save_revision().publish()
    corrected = ninjs(client.get(address, {"format": "ninjs"}, headers={"if-none-match": first["ETag"]}))
    assert (corrected["version"], corrected["edNote"]) == ("2", "The title.")
    root = newsml(client.get(address, {"format": "newsml"}))
    assert root.xpath("string(n:itemMeta/n:edNote)", namespaces=N) == "The title."
    release.withdrawal_reason = "Wrong figures."
    release.unpublish()
    assert client.get(address).status_code == 410
    answer = client.get(address, {"format": "ninjs"})
    gone = ninjs(answer)
    assert (gone["pubStatus"], gone["version"], gone["edNote"]) == ("canceled", "3", "Wrong figures.")
    assert "title" not in gone
    assert (
        client.get(address, {"format": "ninjs"}, headers={"if-none-match": answer["ETag"]}).status_code == 304
    )
    root = newsml(client.get(address, headers={"accept": NEWSML}))
    assert root.xpath("string(n:itemMeta/n:pubStatus/@qcode)", namespaces=N) == "stat:canceled"
    assert ninjs_page(client, "releases") == []
    release.save_revision().publish()
    assert ninjs(client.get(address, {"format": "ninjs"}))["pubStatus"] == "usable"


def ninjs_page(client: Any, name: str, **query: Any) -> list[dict[str, Any]]:
    answer = client.get(f"{API}/{name}", {"format": "ninjs"} | query)
    assert (answer.status_code, answer["Content-Type"]) == (200, NINJS), answer.content
    results: list[dict[str, Any]] = answer.json()["results"]
    assert [error.message for each in results for error in VALIDATOR.iter_errors(each)] == []
    return results


def test_lists_are_pages_of_whole_items(client, make_release, make_asset_page, make_document):
    for number in range(3):
        make_release(f"Release {number}")
    answer = client.get(f"{API}/releases", {"page_size": 2}, headers={"accept": NINJS})
    content = answer.json()
    assert [each["title"] for each in content["results"]] == ["Release 2", "Release 1"]
    assert 'rel="next"' in answer["Link"]
    rest = client.get(content["next"], headers={"accept": NINJS}).json()
    assert [each["title"] for each in rest["results"]] == ["Release 0"]
    answer = client.get(f"{API}/releases", {"format": "newsml", "page_size": 2})
    root = newsml(answer, MESSAGE)
    heads = root.xpath("n:itemSet/n:newsItem/n:contentMeta/n:headline/text()", namespaces=N)
    assert heads == ["Release 2", "Release 1"]
    assert "format=newsml" in answer["Link"]
    make_asset_page("Mast")
    make_asset_page("Report", file=make_document("Report"))
    assert [each["type"] for each in ninjs_page(client, "assets")] == ["text", "picture"]
    assert ninjs_page(client, "press-kits") == ninjs_page(client, "discussions") == []
    newsml(client.get(f"{API}/discussions", {"format": "newsml"}), MESSAGE)


def test_no_format_costs_more_statements_for_more_items(client, make_release):
    counts = []
    for _ in range(2):
        for number in range(3):
            make_release(f"Release {number}")
        for wanted in ("ninjs", "newsml"):
            with CaptureQueriesContext(
                connection,
            ) as queries:
                assert client.get(f"{API}/releases", {"format": wanted}).status_code == 200
            counts.append(len(queries))
    assert counts == [2] * 4
    uid = Item.objects.filter(type="RELEASE")[0].uid
    for wanted in ("ninjs", "newsml"):
        with CaptureQueriesContext(connection) as queries:
            assert client.get(f"{API}/releases/{uid}", {"format": wanted}).status_code == 200
        assert len(queries) == 2


def test_nothing_tells_of_what_is_not_public(client, make_release, release):
    make_release("Hidden", slug="hidden", publish=False)
    for wanted in ("ninjs", "newsml"):
        text = client.get(f"{API}/releases", {"format": wanted}).content.decode()
        assert "Hidden" not in text
        assert "embargo" not in text.lower()
