"""Limits per address: counted once, told in standard headers, and not to be talked away with forwarded addresses."""

from __future__ import annotations

import http_sf
import pytest
from django.core.cache import cache
from django.test import RequestFactory

from newsroom_api import ratelimits

LIST = "/api/v1/releases"


@pytest.fixture
def limited(settings, monkeypatch):
    """Three requests a minute, and a clock that stands at the tenth second of one."""
    settings.NEWSROOM = settings.NEWSROOM | {"RATE_LIMIT": 3}
    monkeypatch.setattr(ratelimits.time, "time", lambda: 1_800_000_010.5)
    cache.clear()
    yield settings
    cache.clear()


@pytest.mark.django_db
def test_the_fourth_request_is_refused(client, limited):
    left = [http_sf.parse(client.get(LIST)["RateLimit"].encode(), tltype="list") for _ in range(3)]
    assert [[(str(name), parameters) for name, parameters in field] for field in left] == [
        [("requests", {"r": remaining, "t": 50})] for remaining in (2, 1, 0)
    ]
    refused = client.get(LIST)
    assert refused.status_code == 429
    assert (refused["Retry-After"], refused.json()["code"], refused.json()["retry_after"]) == (
        "50",
        "RATE_LIMITED",
        50,
    )
    assert refused["Content-Type"] == "application/problem+json"
    ((name, parameters),) = http_sf.parse(refused["RateLimit-Policy"].encode(), tltype="list")
    assert (str(name), parameters) == ("requests", {"q": 3, "w": 60})
    assert client.get(LIST, REMOTE_ADDR="198.51.100.7").status_code == 200


@pytest.mark.django_db
def test_a_new_minute_is_a_new_quota(client, limited, monkeypatch):
    statuses = [client.get(LIST).status_code for _ in range(4)]
    monkeypatch.setattr(ratelimits.time, "time", lambda: 1_800_000_060.0)
    assert [*statuses, client.get(LIST).status_code] == [200, 200, 200, 429, 200]


@pytest.mark.django_db
def test_errors_and_unchanged_answers_count_too(client, limited):
    assert client.get(f"{LIST}?page_size=0").status_code == 400
    assert client.get(LIST, HTTP_IF_NONE_MATCH="*").status_code == 304
    assert client.get(f"{LIST}/nothing").status_code == 404
    assert client.get(LIST).status_code == 429


@pytest.mark.django_db
def test_no_limit_and_no_headers_when_it_is_off(client):
    assert not client.get(LIST).has_header("RateLimit")


@pytest.mark.parametrize(
    ("proxies", "forwarded", "remote", "address"),
    [
        (0, "203.0.113.9", "192.0.2.1", "192.0.2.1"),
        (1, "203.0.113.9", "192.0.2.1", "203.0.113.9"),
        (1, "198.51.100.66, 203.0.113.9", "192.0.2.1", "203.0.113.9"),
        (2, "198.51.100.66, 203.0.113.9, 192.0.2.8", "192.0.2.1", "203.0.113.9"),
        (2, "203.0.113.9", "192.0.2.1", "203.0.113.9"),
        (1, "", "192.0.2.1", "192.0.2.1"),
        (1, "not an address", "192.0.2.1", "unknown"),
        (0, "", "", "unknown"),
        (0, "", "2001:db8:1:2:3:4:5:6", "2001:0db8:0001:0002"),
        (0, "", "::ffff:192.0.2.1", "192.0.2.1"),
    ],
)
def test_whose_address_counts(settings, proxies, forwarded, remote, address):
    settings.NEWSROOM = settings.NEWSROOM | {"TRUSTED_PROXIES": proxies}
    request = RequestFactory().get("/", REMOTE_ADDR=remote, HTTP_X_FORWARDED_FOR=forwarded)
    assert ratelimits.client_address(request) == address
