"""Keys of partners that work, work no more, or never did, and what is counted of them."""

from __future__ import annotations

import logging
import re
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cms.ledger.models import Item
from cms.syndication.models import PartnerKey, PartnerUse
from cms.syndication.services.keys import issue_key, revoke_key, rotate_key
from newsroom_api import ratelimits

from .follower import CHANGES, Follower


@pytest.mark.django_db
def test_a_key_costs_one_statement_more_whatever_the_scope(
    client, make_partner, key_of, newsroom, second_newsroom, make_release, topic, monkeypatch
):
    counts = []
    monkeypatch.setattr("cms.syndication.services.use.WRITE_SECONDS", 0)
    for number, scope in enumerate(
        ({}, {"newsrooms": [newsroom, second_newsroom], "topics": [topic], "kinds": ["NEWS"]}), start=1
    ):
        for each in range(number * 3):
            make_release(f"Release {number} {each}", kind="NEWS", topics=[topic])
        headers = key_of(make_partner(**scope))
        client.get(CHANGES, headers=headers)
        with CaptureQueriesContext(connection) as captured:
            assert len(client.get(CHANGES, headers=headers).json()["results"]) >= number * 3
        reads = [each["sql"] for each in captured if each["sql"].startswith("SELECT")]
        writes = [each["sql"] for each in captured if each["sql"].startswith(("UPDATE", "INSERT"))]
        counts.append((len(reads), len(writes)))
    assert counts == [(3, 1), (3, 1)]


@pytest.mark.django_db
def test_what_was_fetched_is_counted(client, make_partner, key_of, make_release):
    make_release()
    partner = make_partner()
    reader = Follower(client, key_of(partner), page_size=1)
    reader.catch_up()
    use = PartnerUse.objects.get()
    newest = Item.objects.latest("seq").seq
    assert (use.partner, use.editions, use.seq, use.is_snapshot) == (partner, 2, newest, False)
    assert use.bytes > 1000
    reader.catch_up()
    assert PartnerUse.objects.get().requests == use.requests


ADDRESSES = (
    CHANGES,
    "/api/v1/releases",
    "/api/v1/newsrooms",
    "/api/v1/threads",
    "/api/v1/comments/changes",
    "/api/v1/openapi.json",
    "/api/v1",
    "/graphql/?query={newsrooms{edges{node{id}}}}",
)


def refused(client, headers):
    """What every address says to this key."""
    told = set()
    for address in ADDRESSES:
        answer = client.get(address, headers=headers)
        assert answer.status_code == 401, (address, answer.content)
        assert answer["WWW-Authenticate"] == 'Bearer realm="newsroom", error="invalid_token"'
        assert answer["Cache-Control"] == "no-store"
        content = answer.json()
        if "errors" in content and "data" not in content and address.startswith("/graphql"):
            assert content["errors"][0]["extensions"]["code"] == "UNAUTHORIZED"
            told.add(content["errors"][0]["message"])
        else:
            assert (content["code"], content["status"]) == ("UNAUTHORIZED", 401)
            told.add(content["detail"])
    (words,) = told
    return words


@pytest.mark.django_db
def test_keys_that_do_not_work_are_refused_everywhere(client, make_partner, newsroom):
    partner = make_partner()
    key, row = issue_key(partner=partner)
    assert re.fullmatch(r"nrk_[A-Za-z0-9]{8}_[A-Za-z0-9_-]{43}", key)
    headers = {"Authorization": f"Bearer {key}"}
    for address in ADDRESSES:
        answer = client.get(address, headers=headers)
        assert (answer.status_code, answer["Cache-Control"]) in [
            (200, "private, no-cache"),
            (200, "no-store"),
        ], address
        assert "Authorization" in answer["Vary"]
    wrong = "The key is not valid: it is wrong, or has been revoked. Ask the newsroom for another."
    other = key[:-1] + ("A" if key[-1] != "A" else "B")
    for text in ("", "x", key[:12], other, key.lower(), key + "A", "nrk_AAAAAAAA_" + "A" * 43, "é"):
        assert refused(client, {"Authorization": f"bearer {text}"}) == wrong
    assert client.get(CHANGES, headers={"Authorization": "Basic eDp5"}).status_code == 200
    partner.active = False
    partner.save()
    assert refused(client, headers) == wrong
    partner.active = True
    partner.save()
    PartnerKey.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert refused(client, headers).startswith("The key expired at 20")
    assert refused(client, {"Authorization": f"Bearer {other}"}) == wrong
    PartnerKey.objects.update(expires_at=None)
    assert client.get(CHANGES, headers=headers).status_code == 200
    revoke_key(key=row)
    assert refused(client, headers) == wrong


@pytest.mark.django_db
def test_rotation_keeps_both_for_a_while(client, make_partner):
    key, row = issue_key(partner=make_partner(), name="CMS")
    again, new = rotate_key(key=row)
    for text in (key, again):
        assert client.get(CHANGES, headers={"Authorization": f"Bearer {text}"}).status_code == 200
    row.refresh_from_db()
    assert timedelta(days=6) < row.expires_at - timezone.now() <= timedelta(days=7)
    assert (new.name, new.expires_at) == ("CMS", None)


@pytest.mark.django_db
def test_the_last_use_is_to_the_minute(client, make_partner):
    key, row = issue_key(partner=make_partner())
    headers = {"Authorization": f"Bearer {key}"}
    client.get("/api/v1/releases", headers=headers)
    row.refresh_from_db()
    first = row.last_used_at
    assert timezone.now() - first < timedelta(seconds=10)
    with CaptureQueriesContext(connection) as captured:
        client.get("/api/v1/releases", headers=headers)
    assert not [each for each in captured if each["sql"].startswith("UPDATE")]
    PartnerKey.objects.update(last_used_at=first - timedelta(minutes=2))
    client.get("/api/v1/releases", headers=headers)
    row.refresh_from_db()
    assert row.last_used_at >= first


@pytest.mark.django_db
def test_each_key_has_a_limit_of_its_own(client, make_partner, key_of, settings, monkeypatch):
    settings.NEWSROOM = settings.NEWSROOM | {"RATE_LIMIT": 2}
    monkeypatch.setattr(ratelimits.time, "time", lambda: 1_800_000_010.5)
    cache.clear()
    partner = make_partner(rate_limit=3)
    first, second = key_of(partner), key_of(partner)
    answers = [client.get(CHANGES, headers=first) for _ in range(4)]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 429]
    assert answers[0]["RateLimit-Policy"] == '"requests";q=3;w=60'
    assert answers[3].json()["code"] == "RATE_LIMITED"
    assert client.get(CHANGES, headers=second, REMOTE_ADDR="198.51.100.7").status_code == 200
    assert client.get(CHANGES, headers=first, REMOTE_ADDR="198.51.100.7").status_code == 429
    wrong = {"Authorization": "Bearer nrk_AAAAAAAA_" + "A" * 43}
    assert [client.get(CHANGES, headers=wrong).status_code for _ in range(3)] == [401, 401, 429]
    assert client.get("/graphql/?query={__typename}", headers=second).status_code == 200
    cache.clear()


@pytest.mark.django_db
def test_a_key_is_in_no_log(client, make_partner, caplog, newsroom, monkeypatch):
    caplog.set_level(logging.DEBUG)
    key, row = issue_key(partner=make_partner())
    secret = key.rpartition("_")[2] if "_" not in key[13:] else key[13:]
    headers = {"Authorization": f"Bearer {key}"}
    client.get(CHANGES, headers=headers)
    client.get(CHANGES, {"after": "x"}, headers=headers)
    client.get(CHANGES, headers={"Authorization": f"Bearer {key}x"})
    monkeypatch.setattr("newsroom_api.rest.changes.list_changes", lambda *args, **kwargs: 1 / 0)
    client.raise_request_exception = False
    answer = client.get(CHANGES, headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (500, "INTERNAL")
    revoke_key(key=row)
    assert secret not in caplog.text
    assert secret not in str(list(PartnerKey.objects.values()))
