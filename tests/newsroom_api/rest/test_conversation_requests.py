"""Requests to the conversation before their content counts: what is not read, what comes too often, and from where scripts may write."""

from __future__ import annotations

import json
import uuid

import http_sf
import pytest
from django.core.cache import cache
from django.test import RequestFactory
from django.urls import resolve

from tests.newsroom_api.rest.refusals import API, COMMENT, SOMEBODY, everything, refused

RAW: dict[str, tuple[bytes, str, int, str, str]] = {
    "a form": (b"body=a", "application/x-www-form-urlencoded", 415, "UNSUPPORTED_MEDIA_TYPE", ""),
    "text": (json.dumps(COMMENT).encode(), "text/plain", 415, "UNSUPPORTED_MEDIA_TYPE", ""),
    "multipart": (b"--x--", "multipart/form-data; boundary=x", 415, "UNSUPPORTED_MEDIA_TYPE", ""),
    "no type": (json.dumps(COMMENT).encode(), "", 415, "UNSUPPORTED_MEDIA_TYPE", ""),
    "another charset": (b"{}", "application/json; charset=utf-16", 415, "UNSUPPORTED_MEDIA_TYPE", ""),
    "nothing": (b" ", "application/json", 400, "INVALID_INPUT", ""),
    "no JSON": (b"{body: 1}", "application/json", 400, "INVALID_INPUT", ""),
    "no object": (b'["body"]', "application/json", 400, "INVALID_INPUT", ""),
    "NaN": (b'{"body": NaN}', "application/json", 400, "INVALID_INPUT", ""),
    "infinity": (b'{"body": -Infinity}', "application/json", 400, "INVALID_INPUT", ""),
    "a large number": (b'{"body": ' + b"9" * 5000 + b"}", "application/json", 400, "INVALID_INPUT", ""),
    "deep": (
        b'{"body": ' + b"[" * 40_000 + b"]" * 40_000 + b"}",
        "application/json",
        400,
        "INVALID_INPUT",
        "",
    ),
    "a name twice": (b'{"body": "a", "body": "b"}', "application/json", 400, "INVALID_INPUT", "body"),
    "half a pair": (b'{"body": "\\ud800"}', "application/json", 400, "INVALID_INPUT", "body"),
    "half a pair as name": (b'{"\\udfff": "a"}', "application/json", 400, "INVALID_INPUT", ""),
    "no UTF-8": (b'{"body": "\xff"}', "application/json", 400, "INVALID_INPUT", ""),
    "a byte order mark": (b"\xef\xbb\xbf{}", "application/json", 400, "INVALID_INPUT", ""),
    "10 MB": (b'{"body": "' + b"a" * 10_000_000 + b'"}', "application/json", 413, "PAYLOAD_TOO_LARGE", ""),
}


@pytest.mark.parametrize("case", RAW)
def test_bodies_that_are_not_read(client, thread, case):
    body, media_type, status, code, field = RAW[case]
    answer = client.generic("POST", f"{API}/threads/{thread.pk}/comments", body, media_type)
    refused(answer, status, code, field)
    assert everything() == [0] * 6


class Unread:
    """A body that must not be read."""

    def read(self, *sizes: int) -> bytes:
        raise AssertionError("The body was read.")


@pytest.mark.parametrize(
    ("media_type", "length", "status"),
    [("application/json", "10000000", 413), ("multipart/form-data; boundary=x", "10000000", 415)],
)
@pytest.mark.django_db
def test_what_is_refused_is_not_read_before(media_type, length, status):
    path = f"{API}/threads/{SOMEBODY}/comments"
    request = RequestFactory().generic("POST", path, b"", media_type)
    request.META |= {"CONTENT_LENGTH": length, "CONTENT_TYPE": media_type}
    request._stream = Unread()
    match = resolve(path)
    assert match.func(request, *match.args, **match.kwargs).status_code == status


def test_a_body_that_hides_its_length_is_read_no_further_than_allowed(thread):
    path = f"{API}/threads/{thread.pk}/comments"
    request = RequestFactory().generic("POST", path, b"", "application/json")

    class Endless:
        taken = 0

        def read(self, size: int = -1) -> bytes:
            assert size >= 0
            self.taken += size
            return b" " * size

    request.META |= {"CONTENT_LENGTH": "", "CONTENT_TYPE": "application/json"}
    request._stream = Endless()
    match = resolve(path)
    response = match.func(request, *match.args, **match.kwargs)
    assert (response.status_code, request._stream.taken) == (413, 100_001)


def test_a_flood_from_one_address_is_told_when_to_come_again(send, thread, settings):
    cache.clear()
    settings.NEWSROOM = settings.NEWSROOM | {"COMMENTS_PER_MINUTE": 2, "RATE_LIMIT": 1000}
    for number in range(2):
        assert (
            send("POST", f"/threads/{thread.pk}/comments", COMMENT | {"body": f"No. {number}"}).status_code
            == 201
        )
    before = everything()
    answer = send("POST", f"/threads/{thread.pk}/comments", COMMENT | {"body": "One more"})
    content = refused(answer, 429, "RATE_LIMITED")
    assert 1 <= int(answer["Retry-After"]) <= 60
    assert content["retry_after"] == int(answer["Retry-After"])
    limits = dict(http_sf.parse(answer["RateLimit"].encode(), tltype="list"))
    policy = dict(http_sf.parse(answer["RateLimit-Policy"].encode(), tltype="list"))
    assert limits["comments"] == {"r": 0, "t": int(answer["Retry-After"])}
    assert policy["comments"] == {"q": 2, "w": 60}
    assert (policy["requests"]["q"], limits["requests"]["r"]) == (1000, 997)
    assert everything() == before


def test_a_flood_of_requests_is_refused_before_anything_is_read(send, thread, settings):
    cache.clear()
    settings.NEWSROOM = settings.NEWSROOM | {"RATE_LIMIT": 1}
    send("GET", f"/threads/{thread.pk}")
    answer = send("POST", f"/threads/{thread.pk}/comments", COMMENT)
    refused(answer, 429, "RATE_LIMITED")
    assert '"comments"' not in answer["RateLimit"]
    assert everything() == [0] * 6


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        ("/threads/{}/comments", {"GET", "HEAD", "OPTIONS", "POST"}),
        ("/comments/{}", {"GET", "HEAD", "OPTIONS", "PATCH", "DELETE"}),
        ("/comments/{}/reactions", {"OPTIONS", "POST"}),
        ("/comments/{}/reactions/like", {"OPTIONS", "DELETE"}),
        ("/threads/{}", {"GET", "HEAD", "OPTIONS"}),
        ("/comments/changes", {"GET", "HEAD", "OPTIONS"}),
    ],
)
@pytest.mark.django_db
def test_methods_that_an_address_has_not(client, path, allowed):
    address = API + path.format(SOMEBODY)
    for method in {"GET", "POST", "PUT", "PATCH", "DELETE"} - allowed:
        answer = client.generic(method, address, b"{}", "application/json")
        refused(answer, 405, "METHOD_NOT_ALLOWED")
        assert set(answer["Allow"].split(", ")) == allowed
    assert set(client.options(address)["Allow"].split(", ")) == allowed


@pytest.mark.django_db
def test_scripts_of_every_origin_may_write_without_credentials(client):
    asked = client.options(
        f"{API}/comments/{uuid.uuid4()}",
        headers={
            "Origin": "https://elsewhere.example",
            "Access-Control-Request-Method": "PATCH",
            "Access-Control-Request-Headers": "edit-token, content-type",
        },
    )
    assert (asked.status_code, asked["Access-Control-Allow-Origin"]) == (200, "*")
    assert not asked.has_header("Access-Control-Allow-Credentials")
    assert {"PATCH", "DELETE", "POST"} <= set(asked["Access-Control-Allow-Methods"].split(", "))
    allowed = set(asked["Access-Control-Allow-Headers"].split(", "))
    assert {"edit-token", "visitor-token", "idempotency-key", "content-type", "last-event-id"} <= allowed
    assert "Location" in asked["Access-Control-Expose-Headers"]


def test_a_comment_takes_so_many_reactions_a_day_from_one_address(send, post, settings):
    settings.NEWSROOM = settings.NEWSROOM | {"REACTIONS_PER_ADDRESS": 3}
    cache.clear()
    first, second = post()["id"], post()["id"]

    def react(comment, name="like", **headers):
        return send("POST", f"/comments/{comment}/reactions", {"name": name}, **headers)

    token = react(first).json()["visitor_token"]
    for _again in range(5):  # what is refused counts for nothing
        assert react(first, Visitor_Token=token).status_code == 409
    assert [react(first).status_code for _other in range(3)] == [200, 200, 429]
    answer = react(first)
    assert (answer.status_code, answer.json()["code"]) == (429, "RATE_LIMITED")
    assert answer.json()["detail"] == "A comment takes 3 reactions a day from one address."
    assert answer["RateLimit-Policy"] == '"reactions";q=3;w=86400'
    assert 0 < int(answer["Retry-After"]) <= 86_400
    assert send("GET", f"/comments/{first}").json()["reaction_count"] == 3
    assert send("DELETE", f"/comments/{first}/reactions/like", Visitor_Token=token).status_code == 200
    assert react(second).status_code == 200
