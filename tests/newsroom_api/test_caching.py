"""Conditional requests and cache headers of REST: exact validators, 304 without documents, one copy for all readers."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from unittest.mock import ANY

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.http import http_date, parse_http_date

from cms.ledger.models import Edition, Item
from newsroom_api import caching

LIST = "/api/v1/releases"


@pytest.fixture
def addresses(make_release):
    make_release("One", slug="one")
    uid = Item.objects.get(type="RELEASE").uid
    return [
        LIST,
        f"{LIST}?newsroom=norrvind&fields=title",
        f"{LIST}/{uid}",
        f"{LIST}/{uid}?fields=title",
        f"{LIST}/{uid}/editions",
        "/api/v1/items?path=/norrvind/one",
        "/api/v1/newsrooms",
        "/api/v1/topics",
        "/api/v1/people",
        "/api/v1/",
        "/api/v1/openapi.json",
    ]


def test_every_public_answer_has_validators_and_a_life_time(client, addresses):
    for address in addresses:
        answer = client.get(address)
        assert answer["ETag"].startswith('"'), address
        assert parse_http_date(answer["Last-Modified"]) <= timezone.now().timestamp(), address
        assert answer["Cache-Control"] == "public, max-age=10, stale-while-revalidate=30", address
        assert answer["Surrogate-Key"], address
        chooses = re.fullmatch(
            r"/api/v1/(releases|assets|press-kits|discussions)(/[0-9a-f-]{36})?", address.split("?")[0]
        )
        varies = {"Authorization", "Accept"} if chooses else {"Authorization"}
        assert set(answer["Vary"].split(", ")) == varies, address
        assert not answer.has_header("Content-Language"), address
        assert not answer.cookies, address


def test_what_a_reader_has_is_not_sent_again(client, addresses):
    for address in addresses:
        etag = client.get(address)["ETag"]
        for sent in (etag, f"W/{etag}", f'"other", {etag}', "*"):
            with CaptureQueriesContext(connection) as queries:
                answer = client.get(address, HTTP_IF_NONE_MATCH=sent)
            assert (answer.status_code, answer.content, answer["ETag"]) == (304, b"", etag), (address, sent)
            assert answer["Cache-Control"].startswith("public")
            assert len(queries) <= 1
            assert not any('"document"' in query["sql"] or '"card"' in query["sql"] for query in queries)
        assert client.get(address, HTTP_IF_NONE_MATCH='"other"').status_code == 200
        assert client.head(address, HTTP_IF_NONE_MATCH=etag).status_code == 304


def test_dates_are_enough_once_the_second_is_over(client, addresses, monkeypatch):
    later = timezone.now() + timedelta(seconds=5)
    monkeypatch.setattr(timezone, "now", lambda: later)
    for address in addresses:
        modified = client.get(address)["Last-Modified"]
        assert client.get(address, HTTP_IF_MODIFIED_SINCE=modified).status_code == 304, address
        assert client.get(address, HTTP_IF_MODIFIED_SINCE="Thu, 01 Jan 1970 00:00:00 GMT").status_code == 200
        other = client.get(address, HTTP_IF_MODIFIED_SINCE=modified, HTTP_IF_NONE_MATCH='"other"')
        assert other.status_code == 200, address


def test_last_modified_is_when_the_item_changed(client, addresses, monkeypatch):
    later = timezone.now() + timedelta(seconds=5)
    monkeypatch.setattr(timezone, "now", lambda: later)
    item = Item.objects.select_related("thread").get(type="RELEASE")
    last = Edition.objects.latest("seq")
    changed = max(item.updated_at, item.thread.changed_at)
    assert client.get(f"{LIST}/{item.uid}")["Last-Modified"] == http_date(int(changed.timestamp()))
    listed = max(last.issued_at, item.thread.changed_at)
    assert client.get(LIST)["Last-Modified"] == http_date(int(listed.timestamp()))
    assert client.get("/api/v1/people")["Last-Modified"] == http_date(int(last.issued_at.timestamp()))


def test_within_the_second_of_a_change_the_date_is_the_second_before(monkeypatch):
    now = timezone.now()
    monkeypatch.setattr(timezone, "now", lambda: now)
    assert caching.seen(now) == now.replace(microsecond=0) - timedelta(seconds=1)
    long_ago = datetime(2020, 1, 2, 3, 4, 5, 678, tzinfo=UTC)
    assert caching.seen(long_ago) == datetime(2020, 1, 2, 3, 4, 5, tzinfo=UTC)


def test_a_change_elsewhere_changes_lists_and_leaves_items(client, make_release):
    make_release("One")
    uid = Item.objects.get(type="RELEASE").uid
    one, listed = client.get(f"{LIST}/{uid}")["ETag"], client.get(LIST)["ETag"]
    make_release("Two")
    assert client.get(f"{LIST}/{uid}")["ETag"] == one
    assert client.get(LIST, HTTP_IF_NONE_MATCH=listed).status_code == 200


def test_a_draft_changes_no_validator(client, make_release):
    page = make_release("One")
    uid = Item.objects.get(type="RELEASE").uid
    before = [client.get(address)["ETag"] for address in (LIST, f"{LIST}/{uid}")]
    page.title = "Changed in the draft"
    page.save_revision()
    make_release("Draft", publish=False)
    assert [client.get(address)["ETag"] for address in (LIST, f"{LIST}/{uid}")] == before


def test_a_withdrawn_item_is_gone_even_for_those_who_have_it(client, make_release):
    page = make_release("One")
    uid = Item.objects.get(type="RELEASE").uid
    etag = client.get(f"{LIST}/{uid}")["ETag"]
    page.unpublish()
    for sent in (etag, "*"):
        assert client.get(f"{LIST}/{uid}", HTTP_IF_NONE_MATCH=sent).status_code == 410


def test_other_questions_and_other_code_have_other_tags(client, addresses, monkeypatch):
    tags = [client.get(address)["ETag"] for address in addresses]
    assert len(set(tags)) == len(addresses)
    monkeypatch.setattr(caching, "code_version", lambda: "another")
    again = [client.get(address)["ETag"] for address in addresses]
    assert not set(tags) & set(again)


def test_head_is_get_without_the_content(client, addresses):
    for address in addresses:
        get, head = client.get(address), client.head(address)
        assert (head.status_code, head.content) == (200, b"")
        moving = {"Last-Modified": ANY}  # of what changed within this very second it is a second earlier
        assert dict(head.headers) | moving == dict(get.headers) | moving, address
        assert head.has_header("Last-Modified") == get.has_header("Last-Modified")


def test_keys_name_the_items_shown(client, make_release):
    make_release("One")
    uid = Item.objects.get(type="RELEASE").uid
    thread = client.get(f"{LIST}/{uid}").json()["thread"]["id"]
    assert client.get(LIST)["Surrogate-Key"] == f"list-release item-{uid} thread-{thread}"
    assert client.get(f"{LIST}/{uid}")["Surrogate-Key"] == f"item-{uid} thread-{thread}"
    assert client.get(f"{LIST}?fields=title")["Surrogate-Key"] == f"list-release item-{uid}"


def test_every_origin_may_read_without_credentials(client, addresses):
    for address in addresses:
        answer = client.get(address, HTTP_ORIGIN="https://elsewhere.example")
        assert answer["Access-Control-Allow-Origin"] == "*"
        assert not answer.has_header("Access-Control-Allow-Credentials")
        assert {"ETag", "Link", "RateLimit", "RateLimit-Policy"} <= set(
            answer["Access-Control-Expose-Headers"].split(", ")
        )
    asked = client.options(
        LIST, HTTP_ORIGIN="https://elsewhere.example", HTTP_ACCESS_CONTROL_REQUEST_METHOD="GET"
    )
    assert (asked.status_code, asked["Access-Control-Allow-Origin"]) == (200, "*")
    assert not asked.has_header("Access-Control-Allow-Credentials")


@pytest.mark.django_db
def test_the_admin_is_open_to_no_other_origin(client):
    assert not client.get("/admin/login/", HTTP_ORIGIN="https://elsewhere.example").has_header(
        "Access-Control-Allow-Origin"
    )
