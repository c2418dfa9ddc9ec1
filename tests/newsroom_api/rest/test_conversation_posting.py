"""Visitors write over REST: what they get back, and what becomes of it; the same request twice; tokens."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from cms.conversation.identity import visitors
from cms.conversation.models import (
    Appeal,
    Comment,
    CommentEdit,
    CommentStatus,
    ModerationRules,
    Report,
    Thread,
)

COMMENT = {"body": "When do they turn?", "author_name": "Ann", "email": "ann@example.com"}


@pytest.fixture
def comments(thread: Thread) -> str:
    return f"/threads/{thread.pk}/comments"


def test_a_post_is_published_and_its_author_gets_the_tokens(send, client, thread, comments):
    answer = send("POST", comments, COMMENT | {"kind": "QUESTION", "relation": "CUSTOMER"})
    content = answer.json()
    stored = Comment.objects.get()
    assert answer.status_code == 201
    assert answer["Location"] == f"http://testserver/api/v1/comments/{stored.uid}"
    assert answer["Cache-Control"] == "no-store"
    assert not answer.has_header("Idempotent-Replayed")
    assert not answer.cookies
    assert list(content) == [
        "id", "status", "message", "editable_until", "comment", "edit_token", "visitor_token",
    ]  # fmt: skip
    assert (content["id"], content["status"], content["message"]) == (str(stored.uid), "PUBLISHED", "")
    assert content["comment"] == client.get(answer["Location"]).json()
    assert content["comment"]["body"] == "<p>When do they turn?</p>"
    assert content["comment"]["author"]["name"] == "Ann"
    assert content["comment"]["author"]["relation"] == "CUSTOMER"
    assert parse_datetime(content["editable_until"]) == stored.created_at + timedelta(minutes=15)
    assert len(content["edit_token"]) == 43
    assert visitors.read_token(content["visitor_token"]) == stored.visitor


def test_what_waits_is_told_and_shown_to_nobody(send, client, newsroom, make_release):
    make_release("Moderated")
    thread = Thread.objects.get()
    content = send("POST", f"/threads/{thread.pk}/comments", COMMENT).json()
    assert (content["status"], content["comment"]) == ("HELD", None)
    assert content["message"]
    assert client.get(f"/api/v1/comments/{content['id']}").status_code == 404
    assert client.get(f"/api/v1/threads/{thread.pk}/comments").json()["results"] == []


def test_a_refusal_has_its_reason_and_can_be_appealed_once(send, thread, comments, newsroom):
    ModerationRules.objects.create(newsroom=newsroom, banned_domains=["spam.example"])
    content = send("POST", comments, COMMENT | {"body": "Look: https://spam.example/"}).json()
    assert (content["status"], content["comment"], content["editable_until"]) == ("REJECTED", None, None)
    assert content["message"]
    address = f"/comments/{content['id']}/appeals"
    answer = send("POST", address, {"text": "It is my own page."}, Edit_Token=content["edit_token"])
    appeal = Appeal.objects.get()
    assert answer.status_code == 201
    assert answer.json() == {
        "comment_id": content["id"],
        "at": appeal.at.isoformat().replace("+00:00", "Z"),
    }
    assert appeal.text == "It is my own page."
    again = send("POST", address, {"text": "Really."}, Edit_Token=content["edit_token"])
    assert (again.status_code, again.json()["code"]) == (409, "CONFLICT")
    assert Appeal.objects.count() == 1


def test_a_known_visitor_is_recognised_by_header_or_field(send, comments):
    token = visitors.new_token()
    first = send("POST", comments, COMMENT, Visitor_Token=token).json()
    second = send("POST", comments, COMMENT | {"body": "And how fast?", "visitor_token": token}).json()
    assert (first["visitor_token"], second["visitor_token"]) == (token, token)
    assert set(Comment.objects.values_list("visitor", flat=True)) == {visitors.read_token(token)}


def test_editing_within_the_time(send, client, post):
    made = post("When do they turn?")
    address = f"/comments/{made['id']}"
    answer = send(
        "PATCH", address, {"body": "When do they <b>really</b> turn?"}, Edit_Token=made["edit_token"]
    )
    content = answer.json()
    assert (answer.status_code, answer["Cache-Control"]) == (200, "no-store")
    assert list(content) == ["id", "status", "message", "editable_until", "comment"]
    assert content["comment"]["body"] == "<p>When do they <b>really</b> turn?</p>"
    assert content["comment"]["edited_at"] is not None
    assert client.get(f"/api/v1{address}").json() == content["comment"]
    assert CommentEdit.objects.get().source == "When do they turn?"


def test_withdrawing_twice_answers_the_same(send, client, post):
    parent = post("Parent")
    post("Reply", parent=parent["id"])
    address = f"/comments/{parent['id']}"
    first = send("DELETE", address, Edit_Token=parent["edit_token"])
    second = send("DELETE", address, Edit_Token=parent["edit_token"])
    assert (first.status_code, second.status_code, first.content) == (200, 200, second.content)
    content = first.json()
    assert (content["status"], content["editable_until"]) == ("WITHDRAWN", None)
    assert (content["comment"]["state"], content["comment"]["body"], content["comment"]["author"]) == (
        "WITHDRAWN", "", None,
    )  # fmt: skip
    assert client.get(f"/api/v1{address}").json() == content["comment"]
    assert client.get(f"/api/v1/threads/{content['comment']['thread_id']}").json()["comment_count"] == 1


def test_one_exports_ones_own_words(send, post):
    made = post("First words", organisation="The Echo")
    send("PATCH", f"/comments/{made['id']}", {"body": "Better words"}, Edit_Token=made["edit_token"])
    answer = send("GET", f"/comments/{made['id']}/export", Edit_Token=made["edit_token"])
    content = answer.json()
    assert (answer.status_code, answer["Cache-Control"]) == (200, "no-store")
    assert (content["text"], content["email"], content["organisation"], content["item_title"]) == (
        "Better words", "reader1@example.com", "The Echo", "New turbines",
    )  # fmt: skip
    assert [earlier["text"] for earlier in content["earlier"]] == ["First words"]


def test_reactions_are_given_and_taken_back(send, post):
    made = post()
    address, token = f"/comments/{made['id']}/reactions", made["visitor_token"]
    given = send("POST", address, {"name": "like"}, Visitor_Token=token)
    assert (given.status_code, given.json()["visitor_token"]) == (200, token)
    assert given.json()["comment"]["reactions"] == [{"name": "like", "count": 1}]
    other = send("POST", address, {"name": "like"}).json()
    assert other["comment"]["reactions"] == [{"name": "like", "count": 2}]
    assert other["visitor_token"] != token
    taken = send("DELETE", f"{address}/like", Visitor_Token=token)
    assert (taken.status_code, taken.json()["comment"]["reaction_count"]) == (200, 1)
    off = send("POST", address, {"name": "like", "on": False, "visitor_token": other["visitor_token"]})
    assert off.json()["comment"]["reactions"] == []


def test_a_report_is_taken_once(send, post):
    made = post()
    address = f"/comments/{made['id']}/reports"
    answer = send("POST", address, {"reason": "SPAM", "note": "It sells."}, Idempotency_Key='"report-1"')
    report = Report.objects.get()
    assert answer.status_code == 201
    assert {name: answer.json()[name] for name in ("id", "comment_id", "reason")} == {
        "id": str(report.uid), "comment_id": made["id"], "reason": "SPAM",
    }  # fmt: skip
    token = answer.json()["visitor_token"]
    again = send(
        "POST",
        address,
        {"reason": "SPAM", "note": "It sells."},
        Idempotency_Key='"report-1"',
        Visitor_Token=token,
    )
    assert (again.status_code, again["Idempotent-Replayed"]) == (201, "true")
    assert again.json() == answer.json()
    twice = send("POST", address, {"reason": "ABUSE"}, Visitor_Token=token)
    assert (twice.status_code, twice.json()["code"]) == (409, "CONFLICT")
    assert (Report.objects.count(), Comment.objects.get().report_count) == (1, 1)


@pytest.mark.parametrize("again", ['"key-1"', "key-1", ' "key-1" '])
def test_the_same_request_again_gets_the_same_answer(send, comments, again):
    token = visitors.new_token()
    first = send("POST", comments, COMMENT, Idempotency_Key='"key-1"', Visitor_Token=token)
    second = send("POST", comments, COMMENT, Idempotency_Key=again, Visitor_Token=token)
    assert (first.status_code, second.status_code) == (201, 201)
    assert second["Idempotent-Replayed"] == "true"
    assert (second.content, second["Location"]) == (first.content, first["Location"])
    assert Comment.objects.count() == 1


def test_who_lost_the_first_answer_is_the_same_visitor_afterwards(send, comments):
    lost = send("POST", comments, COMMENT, Idempotency_Key="key-1").json()
    again = send("POST", comments, COMMENT, Idempotency_Key="key-1").json()
    assert again | {"visitor_token": ""} == lost | {"visitor_token": ""}
    assert visitors.read_token(again["visitor_token"]) == visitors.read_token(lost["visitor_token"])
    assert Comment.objects.get().visitor == visitors.read_token(again["visitor_token"])


def test_the_same_key_with_another_request_is_refused(send, comments):
    send("POST", comments, COMMENT, Idempotency_Key="key-1")
    answer = send("POST", comments, COMMENT | {"body": "Something else"}, Idempotency_Key="key-1")
    assert (answer.status_code, answer.json()["code"]) == (422, "IDEMPOTENCY_KEY_REUSED")
    assert answer.json()["errors"][0]["field"] == "Idempotency-Key"
    assert Comment.objects.count() == 1


def test_the_same_text_within_a_minute_is_the_same_comment(send, comments):
    first = send("POST", comments, COMMENT)
    second = send("POST", comments, COMMENT)
    assert (second.status_code, second["Idempotent-Replayed"]) == (201, "true")
    assert second.json()["id"] == first.json()["id"]
    assert second.json()["edit_token"] == first.json()["edit_token"]
    elsewhere = send("POST", comments, COMMENT | {"author_name": "Not Ann"}, X_Forwarded_For="203.0.113.9")
    assert elsewhere.json()["id"] == first.json()["id"]
    assert Comment.objects.count() == 1


def test_who_posts_the_same_from_elsewhere_gets_no_edit_token(client, send, comments, settings):
    settings.NEWSROOM = settings.NEWSROOM | {"TRUSTED_PROXIES": 1}
    first = send("POST", comments, COMMENT, X_Forwarded_For="203.0.113.8").json()
    second = send("POST", comments, COMMENT, X_Forwarded_For="203.0.113.9").json()
    assert second["id"] == first["id"]
    assert (bool(first["edit_token"]), second["edit_token"]) == (True, None)


def test_cookies_count_for_nothing(client, admin_client, send, comments, post):
    made = post()
    admin = admin_client.delete(f"/api/v1/comments/{made['id']}")
    assert (admin.status_code, admin.json()["code"]) == (400, "INVALID_INPUT")
    assert Comment.objects.get().status == CommentStatus.PUBLISHED


@pytest.mark.parametrize("language", [None, "en", "sv"])
def test_the_form_says_all_that_a_frontend_has_to_ask_for(client, thread, newsroom, language):
    ModerationRules.objects.create(newsroom=newsroom, proof_of_work=True, slow_seconds=30)
    answer = client.get(f"/api/v1/threads/{thread.pk}/form" + (f"?locale={language}" if language else ""))
    content = answer.json()
    fields = {field["name"]: field for field in content["fields"]}
    assert (answer.status_code, answer["Cache-Control"], content["locale"]) == (
        200,
        "no-store",
        language or "en",
    )
    assert (fields["body"]["type"], fields["body"]["required"], fields["body"]["max_length"]) == (
        "MARKUP", True, 5000,
    )  # fmt: skip
    assert [name for name, field in fields.items() if field["required"]] == ["body", "author_name", "email"]
    assert [choice["value"] for choice in fields["kind"]["choices"] if choice["value"]] == [
        "QUESTION", "PRAISE", "CRITICISM", "OTHER",
    ]  # fmt: skip
    assert "SPAM" in [c["value"] for field in content["report_fields"] for c in field["choices"]]
    assert (content["slow_seconds"], content["edit_minutes"], content["proof_of_work"]) == (30, 15, True)
    assert re.search(r'"signature"', content["challenge"])
    assert {"name": "a", "attributes": ["href", "title"]} in content["markup"]["elements"]
    assert content["reactions"] == ["like", "heart", "insightful"]


def test_time_is_over_for_editing_and_never_for_withdrawing(send, post):
    made = post()
    Comment.objects.update(created_at=timezone.now() - timedelta(minutes=15))
    answer = send("PATCH", f"/comments/{made['id']}", {"body": "Later"}, Edit_Token=made["edit_token"])
    assert (answer.status_code, answer.json()["code"]) == (403, "EDIT_TIME_OVER")
    assert answer.json()["errors"][0]["field"] == "Edit-Token"
    assert Comment.objects.get().source != "Later"
    assert send("DELETE", f"/comments/{made['id']}", Edit_Token=made["edit_token"]).status_code == 200
