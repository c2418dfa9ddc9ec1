"""What is wrong with what visitors send: each with its status, code and field, and nothing is stored."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import jwt
import pytest
from django.utils import timezone

from cms.conversation.identity import visitors
from cms.conversation.models import Comment, CommentEdit, CommentStatus, Reaction, Report, Thread
from tests.newsroom_api.rest.refusals import COMMENT, SOMEBODY, everything, refused

KEY = "k" * 40
SITE = {"issuer": "https://club.example", "audience": "newsroom", "shared_key": KEY}


def token(key: str = KEY, algorithm: str = "HS256", **claims: Any) -> str:
    given = {
        "iss": "https://club.example",
        "aud": "newsroom",
        "sub": "4711",
        "name": "Bo",
        "email": "bo@example.com",
        "exp": timezone.now() + timedelta(minutes=5),
    }
    return jwt.encode(given | claims, None if algorithm == "none" else key, algorithm=algorithm)


BODIES: dict[str, tuple[dict[str, Any], int, str, str]] = {
    "no body": ({"body": None}, 400, "INVALID_INPUT", "body"),
    "too long": ({"body": "a" * 5001}, 400, "INVALID_INPUT", "body"),
    "nothing typed": ({"body": ""}, 400, "INVALID_INPUT", "body"),
    "empty after sanitising": ({"body": "<script>alert(1)</script><p></p>"}, 400, "INVALID_INPUT", "body"),
    "invisible": ({"body": "\u200b\u2060 "}, 400, "INVALID_INPUT", "body"),
    "a number": ({"body": 1}, 400, "INVALID_INPUT", "body"),
    "a list": ({"body": ["a"]}, 400, "INVALID_INPUT", "body"),
    "no e-mail address": ({"email": "ann"}, 400, "INVALID_INPUT", "email"),
    "an e-mail address with a line end": (
        {"email": "ann@example.com\nBcc: x@y.example"},
        400,
        "INVALID_INPUT",
        "email",
    ),
    "e-mail left out": ({"email": ""}, 400, "INVALID_INPUT", "email"),
    "name left out": ({"author_name": ""}, 400, "INVALID_INPUT", "author_name"),
    "a name too long": ({"author_name": "a" * 101}, 400, "INVALID_INPUT", "author_name"),
    "a name of nothing": ({"author_name": "\u200b"}, 400, "INVALID_INPUT", "author_name"),
    "a proof with NUL": ({"proof_of_work": "A\0"}, 400, "INVALID_INPUT", "proof_of_work"),
    "a script as address": ({"url": "javascript:alert(1)"}, 400, "INVALID_INPUT", "url"),
    "an unknown kind": ({"kind": "RANT"}, 400, "INVALID_INPUT", "kind"),
    "an unknown relation": ({"relation": "SPY"}, 400, "INVALID_INPUT", "relation"),
    "a parent that is no id": ({"parent": "12"}, 400, "INVALID_INPUT", "parent"),
    "a parent that is not there": ({"parent": SOMEBODY}, 404, "NOT_FOUND", "parent"),
    "an unknown field": ({"status": "PUBLISHED"}, 400, "INVALID_INPUT", "status"),
    "a column": ({"is_official": True}, 400, "INVALID_INPUT", "is_official"),
    "a made-up visitor token": ({"visitor_token": "abc"}, 403, "INVALID_TOKEN", "visitor_token"),
    "a JWT that is none": ({"identity_token": "abc"}, 403, "INVALID_TOKEN", "identity_token"),
}


@pytest.mark.parametrize("case", BODIES)
def test_wrong_content(send, thread, case):
    content, status, code, field = BODIES[case]
    answer = send("POST", f"/threads/{thread.pk}/comments", COMMENT | content)
    refused(answer, status, code, field)
    assert everything() == [0] * 6


def test_several_faults_are_told_at_once(send, thread):
    answer = send("POST", f"/threads/{thread.pk}/comments", {"body": 1, "email": "x", "zip": "1"})
    assert (answer.status_code, {error["field"] for error in answer.json()["errors"]}) == (400, {"zip"})
    answer = send("POST", f"/threads/{thread.pk}/comments", {"body": 1, "email": "x"})
    assert {error["field"] for error in answer.json()["errors"]} == {"body", "email"}


@pytest.mark.parametrize(
    "made",
    [
        lambda: token(iss="https://elsewhere.example"),
        lambda: token(aud="somebody"),
        lambda: token(algorithm="none"),
        lambda: token(exp=timezone.now() - timedelta(minutes=5)),
        lambda: token(key="x" * 40),
        lambda: token(key="k" * 64, algorithm="HS512"),
    ],
    ids=["issuer", "audience", "none", "expired", "key", "algorithm"],
)
def test_identities_that_are_not_believed(send, thread, settings, made):
    settings.NEWSROOM = settings.NEWSROOM | {"JWT": [SITE]}
    content = {"body": "Hello", "identity_token": made()}
    refused(send("POST", f"/threads/{thread.pk}/comments", content), 403, "INVALID_TOKEN", "identity_token")
    assert everything() == [0] * 6


def test_an_identity_that_is_believed(send, thread, settings):
    settings.NEWSROOM = settings.NEWSROOM | {"JWT": [SITE]}
    answer = send("POST", f"/threads/{thread.pk}/comments", {"body": "Hello", "identity_token": token()})
    assert answer.status_code == 201
    author = answer.json()["comment"]["author"]
    assert (author["name"], author["verified"]) == ("Bo", True)


def test_threads_that_take_no_comments(send, newsroom, make_release):
    for mode, status, code in (("CLOSED", 403, "COMMENTS_CLOSED"), ("OFF", 404, "NOT_FOUND")):
        release = make_release(mode, comment_mode=mode)
        thread = Thread.objects.get(item__source_id=release.pk)
        field = "id" if code == "NOT_FOUND" else ""
        answer = send("POST", f"/threads/{thread.pk}/comments", COMMENT)
        assert (answer.status_code, answer.json()["code"]) == (status, code)
        assert {error["field"] for error in answer.json()["errors"]} <= {"id", field}
    release.unpublish()
    refused(send("POST", f"/threads/{thread.pk}/comments", COMMENT), 404, "NOT_FOUND", "id")
    for uid in (SOMEBODY, "not-an-id", "1"):
        refused(send("POST", f"/threads/{uid}/comments", COMMENT), 404, "NOT_FOUND", "id")
    assert everything() == [0] * 6


def test_parents_that_cannot_be_replied_to(send, thread, post, make_release):
    make_release("Other")
    other = Thread.objects.exclude(pk=thread.pk).get()
    foreign, gone = post("Elsewhere", on=other), post("Gone soon")
    send("DELETE", f"/comments/{gone['id']}", Edit_Token=gone["edit_token"])
    before = everything()
    for parent in (foreign, gone):
        answer = send("POST", f"/threads/{thread.pk}/comments", COMMENT | {"parent": parent["id"]})
        refused(answer, 400, "INVALID_INPUT", "parent")
    assert everything() == before


@pytest.mark.parametrize("method", ["PATCH", "DELETE"])
def test_tokens_of_authors(send, post, method):
    made, other = post(), post()
    content = {"body": "Changed"} if method == "PATCH" else None
    address = f"/comments/{made['id']}"
    refused(send(method, address, content), 400, "INVALID_INPUT", "Edit-Token")
    for wrong in ("x", other["edit_token"], made["visitor_token"], "ä"):
        refused(send(method, address, content, Edit_Token=wrong), 403, "INVALID_TOKEN", "Edit-Token")
    answer = send(method, f"/comments/{SOMEBODY}", content, Edit_Token=made["edit_token"])
    refused(answer, 404, "NOT_FOUND", "id")
    assert set(Comment.objects.values_list("status", flat=True)) == {"PUBLISHED"}
    assert not CommentEdit.objects.exists()


def test_a_comment_that_never_was_public_is_not_there_for_others(send, newsroom, make_release, post):
    make_release("Moderated", comment_mode="PREMODERATED")
    thread = Thread.objects.get(mode="PREMODERATED")
    held = post("Held", on=thread)
    nobody = [
        refused(send("DELETE", f"/comments/{uid}", Edit_Token="x"), 404, "NOT_FOUND", "id")
        for uid in (held["id"], SOMEBODY)
    ]
    assert nobody[0]["detail"].replace(held["id"], SOMEBODY) == nobody[1]["detail"]
    for path in ("/reactions", "/reports"):
        content = {"name": "like"} if path == "/reactions" else {"reason": "SPAM"}
        refused(send("POST", f"/comments/{held['id']}{path}", content), 404, "NOT_FOUND", "id")


def test_a_withdrawn_comment_is_not_edited(send, post):
    made = post()
    send("DELETE", f"/comments/{made['id']}", Edit_Token=made["edit_token"])
    answer = send("PATCH", f"/comments/{made['id']}", {"body": "Back"}, Edit_Token=made["edit_token"])
    refused(answer, 409, "CONFLICT", "id")
    answer = send("POST", f"/comments/{made['id']}/appeals", {"text": "Why"}, Edit_Token=made["edit_token"])
    refused(answer, 409, "CONFLICT", "id")
    assert Comment.objects.get().status == CommentStatus.WITHDRAWN


def test_reactions_twice_unknown_and_never_given(send, post):
    made = post()
    address, visitor = f"/comments/{made['id']}/reactions", visitors.new_token()
    send("POST", address, {"name": "like"}, Visitor_Token=visitor)
    refused(send("POST", address, {"name": "like"}, Visitor_Token=visitor), 409, "CONFLICT", "name")
    refused(send("POST", address, {"name": "zap"}, Visitor_Token=visitor), 400, "INVALID_INPUT", "name")
    refused(send("POST", address, {"name": "like", "on": "no"}), 400, "INVALID_INPUT", "on")
    refused(send("DELETE", f"{address}/heart", Visitor_Token=visitor), 409, "CONFLICT", "name")
    refused(send("DELETE", f"{address}/like"), 400, "INVALID_INPUT", "Visitor-Token")
    refused(
        send("POST", address, {"name": "heart"}, Visitor_Token=" "), 400, "INVALID_INPUT", "Visitor-Token"
    )
    refused(send("DELETE", f"{address}/like", Visitor_Token="x"), 403, "INVALID_TOKEN", "Visitor-Token")
    both = {"name": "heart", "visitor_token": visitors.new_token()}
    refused(send("POST", address, both, Visitor_Token=visitor), 400, "INVALID_INPUT", "Visitor-Token")
    assert (Reaction.objects.count(), Comment.objects.get().reactions) == (1, {"like": 1})


def test_reports_of_unknown_reasons(send, post):
    address = f"/comments/{post()['id']}/reports"
    refused(send("POST", address, {"reason": "BORING"}), 400, "INVALID_INPUT", "reason")
    refused(send("POST", address, {}), 400, "INVALID_INPUT", "reason")
    refused(send("POST", address, {"reason": "SPAM", "email": "x"}), 400, "INVALID_INPUT", "email")
    refused(send("POST", address, {"reason": "SPAM", "note": "n" * 2001}), 400, "INVALID_INPUT", "note")
    assert (Report.objects.count(), Comment.objects.get().report_count) == (0, 0)


@pytest.mark.parametrize(
    "key", ["", '""', '"a', "a b", "a,b", '"ä"', '"a";b=1', "k" * 256, '"' + "k" * 256 + '"']
)
def test_keys_that_are_none(send, thread, key):
    answer = send("POST", f"/threads/{thread.pk}/comments", COMMENT, Idempotency_Key=key)
    refused(answer, 400, "INVALID_INPUT", "Idempotency-Key")
    assert everything() == [0] * 6
