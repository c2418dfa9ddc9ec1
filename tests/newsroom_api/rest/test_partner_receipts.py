"""Receipts: what partners show, recorded as far as they can have been told of it."""

from __future__ import annotations

import json
import threading
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cms.ledger.models import Item
from cms.syndication.models import Receipt

RECEIPTS = "/api/v1/receipts"


@pytest.fixture
def acknowledge(client):
    """Sends receipts with the headers of a key."""

    def send(headers, *entries, **content):
        body = {"receipts": list(entries)} | content
        return client.post(RECEIPTS, json.dumps(body), content_type="application/json", headers=headers)

    return send


def entry(page, version, **fields):
    return {
        "item": str(Item.objects.get(source_type="page", source_id=page.pk).uid),
        "version": version,
    } | fields


def known():
    return [(each.item.source_id, each.version, each.url) for each in Receipt.objects.order_by("pk")]


@pytest.mark.django_db
def test_receipts_are_recorded_and_never_lowered(acknowledge, make_partner, key_of, make_release):
    release = make_release("One")
    release.title = "Two"
    release.save_revision().publish()
    key = key_of(make_partner())
    first, second = entry(release, 1), entry(release, 2, url="https://partner.example/two")
    for sent, outcome, version in (
        (first, "RECORDED", 1),
        (first, "UNCHANGED", 1),
        (second, "RECORDED", 2),
        (second, "UNCHANGED", 2),
        (first, "OLDER", 2),
    ):
        answer = acknowledge(key, sent)
        assert (answer.status_code, answer["Cache-Control"]) == (200, "no-store")
        assert answer.json() == {"results": [{"item": sent["item"], "version": version, "outcome": outcome}]}
    assert known() == [(release.pk, 2, "https://partner.example/two")]
    release.unpublish()
    assert acknowledge(key, entry(release, 3)).json()["results"][0]["outcome"] == "RECORDED"
    assert Receipt.objects.get().version == 3


@pytest.mark.django_db
def test_the_newest_of_one_item_in_one_request_counts(acknowledge, make_partner, key_of, make_release):
    release = make_release("One")
    release.unpublish()
    answer = acknowledge(key_of(make_partner()), entry(release, 2), entry(release, 1))
    assert [each["outcome"] for each in answer.json()["results"]] == ["RECORDED", "OLDER"]
    assert known() == [(release.pk, 2, "")]


@pytest.mark.django_db
def test_what_a_partner_cannot_have_is_named_and_nothing_recorded(
    acknowledge, make_partner, key_of, make_release, newsroom, second_newsroom
):
    mine, other = make_release("Mine"), make_release("Other", parent=second_newsroom)
    draft = make_release("Draft", publish=False)
    key = key_of(make_partner(newsrooms=[newsroom]))
    made_up = {"item": str(uuid4()), "version": 1}
    answer = acknowledge(key, entry(mine, 1), entry(other, 1), made_up, entry(mine, 2))
    problem = answer.json()
    assert (answer.status_code, problem["code"]) == (400, "INVALID_INPUT")
    assert [(error["field"], error["code"]) for error in problem["errors"]] == [
        ("receipts[1].item", "NOT_FOUND"),
        ("receipts[2].item", "NOT_FOUND"),
        ("receipts[3].version", "NOT_FOUND"),
    ]
    told = [
        error["message"].replace(str(uid), "ID")
        for error, uid in zip(problem["errors"][:2], (entry(other, 1)["item"], made_up["item"]), strict=True)
    ]
    assert told[0] == told[1]
    assert not Item.objects.filter(source_id=draft.pk).exists()
    assert known() == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("content", "field", "words"),
    [
        ({"receipts": []}, "receipts", "A request has 1 to 500 receipts."),
        ({"receipts": [{}] * 501}, "receipts", "A request has 1 to 500 receipts."),
        ({}, "receipts", "required"),
        ({"receipts": [{"item": "x", "version": 1}]}, "receipts[0].item", "not a UUID"),
        ({"receipts": [{"item": 5, "version": 1}]}, "receipts[0].item", "UUIDs"),
        ({"receipts": [{"item": str(uuid4())}]}, "receipts[0].version", "required"),
        ({"receipts": [{"item": str(uuid4()), "version": "1"}]}, "receipts[0].version", "integer"),
        ({"receipts": [{"item": str(uuid4()), "version": True}]}, "receipts[0].version", "integer"),
        (
            {"receipts": [{"item": str(uuid4()), "version": 0}]},
            "receipts[0].version",
            "greater than or equal to 1",
        ),
        (
            {"receipts": [{"item": str(uuid4()), "version": 1, "url": "javascript:x"}]},
            "receipts[0].url",
            "http",
        ),
        (
            {"receipts": [{"item": str(uuid4()), "version": 1, "more": 1}]},
            "receipts[0].more",
            "no such field",
        ),
        ({"receipts": [], "more": 1}, "receipts", "A request has 1 to 500 receipts."),
    ],
)
def test_what_is_wrong_is_named(client, make_partner, key_of, content, field, words):
    answer = client.post(
        RECEIPTS, json.dumps(content), content_type="application/json", headers=key_of(make_partner())
    )
    problem = answer.json()
    assert (answer.status_code, problem["code"]) == (400, "INVALID_INPUT")
    assert problem["errors"][0]["field"] == field
    assert words in problem["errors"][0]["message"]


@pytest.mark.django_db
def test_a_key_is_needed(acknowledge, make_release, client):
    answer = acknowledge({}, entry(make_release(), 1))
    assert (answer.status_code, answer.json()["code"]) == (401, "UNAUTHORIZED")
    assert answer["WWW-Authenticate"] == 'Bearer realm="newsroom"'
    assert client.get(RECEIPTS).status_code == 405
    assert known() == []


@pytest.mark.django_db
def test_the_number_of_statements_does_not_grow(acknowledge, make_partner, key_of, make_release):
    pages = [make_release(f"Release {number}") for number in range(6)]
    key, counts = key_of(make_partner()), []
    acknowledge(key, entry(pages[0], 1))
    for some in (pages[:2], pages):
        Receipt.objects.all().delete()
        sent = [entry(page, 1) for page in some]
        with CaptureQueriesContext(connection) as captured:
            assert acknowledge(key, *sent).status_code == 200
        counts.append(len(captured))
    assert counts[0] == counts[1] <= 8


@pytest.mark.django_db(transaction=True)
def test_many_at_once_leave_the_newest(make_partner, key_of, make_release):
    release = make_release("One")
    for title in ("Two", "Three", "Four"):
        release.title = title
        release.save_revision().publish()
    key, statuses = key_of(make_partner()), []
    bodies = [json.dumps({"receipts": [entry(release, version)]}) for version in (4, 1, 3, 2)]

    def send(body):
        answer = Client().post(RECEIPTS, body, content_type="application/json", headers=key)
        statuses.append(answer.status_code)
        connection.close()

    threads = [threading.Thread(target=send, args=[body]) for body in bodies]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert statuses == [200] * 4
    assert Receipt.objects.get().version == 4
