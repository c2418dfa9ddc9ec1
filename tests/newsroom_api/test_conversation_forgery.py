"""No other site makes a visitor's or an editor's browser write: not by forms, not by addresses, not with cookies."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

import pytest
from django.apps import apps
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from cms.conversation.models import Comment, Thread
from cms.conversation.services.incoming import NewComment, Visitor
from cms.conversation.services.posting import Posted, post_comment

ELSEWHERE = {
    "Origin": "https://evil.example",
    "Sec-Fetch-Site": "cross-site",
    "Referer": "https://evil.example/",
}
CONTENT = {"body": "Forged", "author_name": "Mallory", "email": "mallory@example.com", "reason": "SPAM", "name": "like",
           "text": "Forged"}  # fmt: skip
MULTIPART = "multipart/form-data; boundary=x"
SIMPLE = ("application/x-www-form-urlencoded", MULTIPART, "text/plain", "text/plain;application/json", "")
"""Types that a form of another site can send without being asked for leave (WHATWG Fetch, section 2.2.2)."""


@pytest.fixture
def made(newsroom: Any, make_release: Any) -> Posted:
    newsroom.comment_mode = "OPEN"
    newsroom.save()
    make_release("New turbines")
    new = NewComment(
        body="When?",
        author_name="Ann",
        email="ann@example.com",
        thread=Thread.objects.get().pk,
        kind="QUESTION",
    )
    return post_comment(new, Visitor(id="1" * 32))


def stored() -> dict[str, list[Any]]:
    """Every row of the conversation."""
    return {
        model.__name__: list(model._default_manager.order_by("pk").values())
        for model in apps.get_app_config("newsroom_conversation").get_models()
    }


def forms(content: dict[str, str], kind: str) -> bytes:
    """What a form sends, or tries to pass off as JSON."""
    if kind == MULTIPART:
        parts = [
            f'--x\r\nContent-Disposition: form-data; name="{k}"\r\n\r\n{v}\r\n' for k, v in content.items()
        ]
        return ("".join(parts) + "--x--\r\n").encode()
    return urlencode(content).encode() if "urlencoded" in kind else json.dumps(content).encode()


def rest_writes(made: Posted) -> list[str]:
    thread, comment = made.comment.thread_id, made.comment.pk
    endings = ("", "/reactions", "/reactions/like", "/reports", "/appeals")
    return [
        f"/api/v1/threads/{thread}/comments",
        "/api/v1/contributions",
        *(f"/api/v1/comments/{comment}{e}" for e in endings),
    ]


@pytest.mark.parametrize("kind", SIMPLE)
def test_forms_of_other_sites_write_nothing_over_rest(admin_client: Any, made: Posted, kind: str) -> None:
    before = stored()
    for address in rest_writes(made):
        for method in ("POST", "GET", "HEAD"):
            query = f"?{urlencode(CONTENT)}" if method != "POST" else "?_method=DELETE"
            answer = admin_client.generic(
                method, address + query, forms(CONTENT, kind), kind, headers=ELSEWHERE
            )
            assert 400 <= answer.status_code < 500, (method, address, answer.content)
            assert "Access-Control-Allow-Credentials" not in answer
            assert not answer.cookies
    assert stored() == before


@pytest.mark.parametrize("kind", SIMPLE)
def test_forms_of_other_sites_write_nothing_over_graphql(admin_client: Any, made: Posted, kind: str) -> None:
    token, uid = made.edit_token, made.comment.pk
    query = f'mutation {{ withdrawComment(input: {{id: "{uid}", editToken: "{token}"}}) {{ status }} }}'
    before = stored()
    sent = admin_client.generic("POST", "/graphql/", forms({"query": query}, kind), kind, headers=ELSEWHERE)
    asked = admin_client.get(f"/graphql/?{urlencode({'query': query})}", headers=ELSEWHERE)
    assert (sent.status_code, asked.status_code) == (415, 405)
    assert stored() == before
    right = admin_client.post("/graphql/", {"query": query}, content_type="application/json")
    assert right.json() == {"data": {"withdrawComment": {"status": "WITHDRAWN"}}}


def test_addresses_alone_write_nothing(admin_client: Any, made: Posted) -> None:
    before = stored()
    for pattern in ("post", "report"):
        for uid in (made.comment.thread_id, made.comment.pk):
            admin_client.get(f"/conversation/{pattern}/{uid}?{urlencode(CONTENT)}", headers=ELSEWHERE)
    assert stored() == before


@pytest.mark.parametrize(
    "headers",
    [ELSEWHERE, {"Origin": "https://evil.example"}, {"Origin": "null"}, {"Sec-Fetch-Site": "same-site"}, {}],
    ids=["cross-site", "origin", "opaque", "same-site", "no form of ours"],
)
def test_the_built_in_forms_take_nothing_from_elsewhere(
    admin_client: Any, made: Posted, headers: Any
) -> None:
    before = stored()
    for address in (
        f"/conversation/post/{made.comment.thread_id}",
        f"/conversation/report/{made.comment.pk}",
    ):
        for kind in SIMPLE:
            answer = admin_client.generic("POST", address, forms(CONTENT, kind), kind, headers=headers)
            assert answer.status_code in ((403,) if headers else (400,)), (address, kind, answer.status_code)
    assert stored() == before


def test_an_editors_session_gives_nothing_away_on_public_routes(
    admin_client: Any, client: Any, made: Posted
) -> None:
    for address in (
        f"/api/v1/comments/{made.comment.pk}",
        f"/api/v1/threads/{made.comment.thread_id}/comments",
    ):
        told = [each.get(address, headers=ELSEWHERE) for each in (client, admin_client)]
        assert told[0].content == told[1].content
        assert told[0]["ETag"] == told[1]["ETag"]


def test_the_desk_wants_a_token_for_whatever_it_changes(admin_user: Any, made: Posted) -> None:
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(admin_user)
    before = stored()
    addresses = [
        address for address in desk_addresses(get_resolver(), "/", made.comment) if "desk" in address
    ]
    assert len(addresses) > 20
    for address in addresses:
        answer = browser.post(address, CONTENT, headers=ELSEWHERE)
        assert answer.status_code in (403, 404), (address, answer.status_code)
    assert stored() == before
    assert Comment.objects.get().status == "PUBLISHED"


def desk_addresses(resolver: URLResolver, path: str, comment: Comment) -> list[str]:
    """Addresses of the admin's screens, with ids that there are."""
    found = []
    for each in resolver.url_patterns:
        route = path + str(each.pattern)
        if isinstance(each, URLResolver):
            found += desk_addresses(each, route, comment) if "admin".startswith(route.strip("/")[:5]) else []
        elif isinstance(each, URLPattern) and "(" not in route:
            found.append(_filled(route, comment.pk))
    return found


def _filled(route: str, uid: UUID) -> str:
    parts = [
        part
        if not part.startswith("<")
        else str(uid)
        if "uuid" in part
        else "1"
        if "int" in part
        else "publish"
        for part in route.split("/")
    ]
    return "/".join(parts)
