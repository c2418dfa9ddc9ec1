"""Mutations: what visitors do over GraphQL, and how they are told what was wrong."""

from __future__ import annotations

import re
from typing import Any

import pytest

from cms.conversation.models import Comment, CommentStatus, ModerationRules, Report, Thread
from cms.conversation.services import threads

POST = """mutation($input: PostCommentInput!) { postComment(input: $input) {
    commentId status message editToken editableUntil visitorToken comment { id body author { name url } seq thread { commentCount } }
} }"""
EDIT = "mutation($input: EditCommentInput!) { editComment(input: $input) { status message comment { body editedAt } } }"
WITHDRAW = "mutation($input: WithdrawCommentInput!) { withdrawComment(input: $input) { commentId status } }"
REACT = """mutation($input: ReactToCommentInput!) { reactToComment(input: $input) {
    visitorToken comment { reactions { name count } reactionCount } } }"""
REPORT = "mutation($input: ReportCommentInput!) { reportComment(input: $input) { reportId visitorToken } }"
APPEAL = "mutation($input: AppealCommentInput!) { appealComment(input: $input) { at } }"
EXPORT = """mutation($input: ExportCommentInput!) { exportComment(input: $input) { export {
    id itemTitle status authorName email relation text earlier { text } } } }"""


@pytest.fixture
def given(release) -> dict[str, Any]:
    """A comment as a form sends it."""
    return {
        "item": str(release.pk),
        "body": "When do they <b>turn</b>?",
        "authorName": "Ann Berg",
        "email": "ann@example.com",
        "url": "https://ann.example",
        "kind": "QUESTION",
    }


@pytest.fixture
def posted(run, given) -> dict[str, Any]:
    """What the author of a comment was answered."""
    found: dict[str, Any] = run(POST, {"input": given})["postComment"]
    return found


def own(posted: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"input": {"id": posted["commentId"], "editToken": posted["editToken"], **more}}


def test_a_comment_is_posted(posted, post, given):
    comment = Comment.objects.get()
    assert (posted["commentId"], posted["status"], posted["message"]) == (str(comment.pk), "PUBLISHED", "")
    assert posted["comment"] == {
        "id": str(comment.pk),
        "body": "<p>When do they <b>turn</b>?</p>",
        "author": {"name": "Ann Berg", "url": "https://ann.example"},
        "seq": comment.seq,
        "thread": {"commentCount": 1},
    }
    assert (comment.kind, comment.email) == ("QUESTION", "ann@example.com")
    assert len(comment.visitor) == 32
    assert len(comment.address_hash) == 64
    answer = post(POST, {"input": given})
    assert answer["Cache-Control"] == "no-store"
    assert answer.json()["data"]["postComment"]["commentId"] == str(comment.pk)  # the same text, at once


def test_a_held_comment_is_told_to_its_author_alone(run, release, given):
    threads.set_brake(release.thread.pk, "PREMODERATED", slow_seconds=None)
    found = run(POST, {"input": given})["postComment"]
    assert (found["status"], found["comment"]) == ("HELD", None)
    assert found["message"] == "Thank you. An editor reads your comment before it shows."
    assert run("{ threads { nodes { commentCount comments { nodes { id } } } } }") == {
        "threads": {"nodes": [{"commentCount": 0, "comments": {"nodes": []}}]}
    }


def test_a_key_makes_a_post_one_post(run, post, given, release):
    by_input = run(POST, {"input": {**given, "idempotencyKey": "a"}})["postComment"]
    assert (
        run(POST, {"input": {**given, "idempotencyKey": "a"}})["postComment"]["commentId"]
        == by_input["commentId"]
    )
    headers = {"Idempotency-Key": "a"}
    by_header = post(POST, {"input": given}, headers=headers).json()["data"]["postComment"]
    assert (by_header["commentId"], by_header["editToken"]) == (by_input["commentId"], by_input["editToken"])
    answer = post(POST, {"input": {**given, "body": "Another"}}, headers=headers).json()
    assert answer["data"] == {"postComment": None}
    extensions = answer["errors"][0]["extensions"]
    assert (extensions["code"], extensions["field"]) == ("IDEMPOTENCY_KEY_REUSED", "idempotencyKey")
    assert Comment.objects.count() == 1


def test_a_key_is_the_same_over_rest_and_graphql_however_it_is_written(post, client, given):
    thread = Thread.objects.get(item=given["item"])
    content = {"body": "Said once.", "author_name": "Ann", "email": "ann@example.com"}
    headers = {"Idempotency-Key": '"one-key"'}
    address = f"/api/v1/threads/{thread.pk}/comments"
    made = client.post(address, content, "application/json", headers=headers).json()["id"]
    other = {
        "thread": str(thread.pk),
        "body": "Said otherwise.",
        "authorName": "Ann",
        "email": "ann@example.com",
    }
    for key in ("one-key", '"one-key"'):
        answer = post(POST, {"input": other}, headers={"Idempotency-Key": key}).json()
        assert answer["errors"][0]["extensions"]["code"] == "IDEMPOTENCY_KEY_REUSED"
    answer = post(POST, {"input": other}, headers={"Idempotency-Key": "a, b"})
    assert answer.status_code == 400
    assert answer.json()["errors"][0]["extensions"]["field"] == "idempotencyKey"
    assert [str(comment.pk) for comment in Comment.objects.all()] == [made]


@pytest.mark.parametrize(
    ("changes", "faults"),
    [
        ({"body": "x" * 5001}, [("body", "body has 5,001 characters; it may have at most 5,000.")]),
        ({"body": ""}, [("body", "body has nothing in it that can be read; write some text.")]),
        ({"body": "<script>x</script>"}, [("body", None)]),
        (
            {"email": "ann", "authorName": "A" * 101},
            [
                ("authorName", "authorName has 101 characters; it may have at most 100."),
                ("email", "This is not an e-mail address. Write one such as name@example.com."),
            ],
        ),
        (
            {"email": None, "authorName": None},
            [
                ("authorName", "Give your name; it is shown with the comment."),
                ("email", "Give your e-mail address; it is not shown to anybody."),
            ],
        ),
        ({"url": "javascript:alert(1)"}, [("url", None)]),
        ({"parent": "1"}, [("parent", "This is not an id: ids are UUIDs.")]),
        ({"thread": "00000000-0000-0000-0000-000000000000"}, [("thread", None)]),
        ({"item": "1"}, [("item", None)]),
        ({"item": None}, [("thread", None)]),
    ],
)
def test_what_is_wrong_with_a_post_is_told_by_field(post, given, changes, faults):
    answer = post(POST, {"input": given | changes}).json()
    (error,) = answer["errors"]
    assert answer["data"] == {"postComment": None}
    assert error["extensions"]["code"] == "INVALID_INPUT"
    told = [(each["field"], each["message"]) for each in error["extensions"]["errors"]]
    assert [field for field, _ in told] == [field for field, _ in faults]
    for (_, message), (_, expected) in zip(told, faults, strict=True):
        assert expected in (None, message)
    assert not re.search(
        r"\b[a-z]+_[a-z]+: ", error["message"]
    )  # inputs are called what they are called here
    assert not Comment.objects.exists()


def test_places_that_take_no_comment_say_so(run, refusal, given, posted, make_release):
    other = make_release("Elsewhere")
    elsewhere = {
        **given,
        "item": str(type(Comment.objects.get().thread.item).objects.get(source_id=other.pk).pk),
    }
    foreign = {**elsewhere, "parent": posted["commentId"]}
    assert refusal(POST, {"input": foreign}) == (200, {"code": "INVALID_INPUT", "field": "parent"})
    missing = {**given, "body": "A reply", "parent": given["item"]}
    assert refusal(POST, {"input": missing}) == (200, {"code": "NOT_FOUND", "field": "parent"})
    run(WITHDRAW, own(posted))
    withdrawn = {**given, "body": "A reply", "parent": posted["commentId"]}
    assert refusal(POST, {"input": withdrawn}) == (200, {"code": "INVALID_INPUT", "field": "parent"})
    thread = Comment.objects.get().thread
    threads.set_brake(thread.pk, "CLOSED", slow_seconds=None)
    assert refusal(POST, {"input": {**given, "body": "Late"}})[1]["code"] == "COMMENTS_CLOSED"
    threads.set_brake(thread.pk, "OFF", slow_seconds=None)
    assert refusal(POST, {"input": {**given, "body": "Late"}}) == (
        200,
        {"code": "NOT_FOUND", "field": "item"},
    )
    assert Comment.objects.count() == 1


@pytest.mark.parametrize("name", ["colour", "author_name", "status", "pinned"])
def test_unknown_fields_are_errors(refusal, given, name):
    status, extensions = refusal(POST, {"input": {**given, name: "x"}})
    assert (status, extensions["code"]) == (400, "BAD_USER_INPUT")
    assert not Comment.objects.exists()


def test_a_flood_from_one_address_is_refused(settings, run, refusal, given):
    settings.NEWSROOM = {**settings.NEWSROOM, "COMMENTS_PER_MINUTE": 2}
    for number in range(2):
        run(POST, {"input": {**given, "body": f"Number {number}"}})
    _, extensions = refusal(POST, {"input": {**given, "body": "Number 2"}})
    assert extensions["code"] == "RATE_LIMITED"
    assert 1 <= extensions["retryAfter"] <= 60
    assert Comment.objects.count() == 2


def test_an_author_edits_and_withdraws(run, refusal, posted, settings):
    edited = run(EDIT, own(posted, body="When do they turn, please?"))["editComment"]
    assert (edited["status"], edited["message"]) == ("PUBLISHED", "")
    assert edited["comment"]["body"] == "<p>When do they turn, please?</p>"
    assert edited["comment"]["editedAt"] is not None
    wrong = {"input": {"id": posted["commentId"], "editToken": "x", "body": "Mine now"}}
    assert refusal(EDIT, wrong) == (200, {"code": "INVALID_TOKEN", "field": "editToken"})
    assert refusal(EDIT, own(posted, body="")) == (200, {"code": "INVALID_INPUT", "field": "body"})
    settings.NEWSROOM = {**settings.NEWSROOM, "EDIT_MINUTES": 0}
    assert refusal(EDIT, own(posted, body="Too late")) == (
        200,
        {"code": "EDIT_TIME_OVER", "field": "editToken"},
    )
    gone = {"commentId": posted["commentId"], "status": "WITHDRAWN"}
    assert run(WITHDRAW, own(posted))["withdrawComment"] == gone
    assert run(WITHDRAW, own(posted))["withdrawComment"] == gone
    assert Comment.objects.get().plain == "When do they turn, please?"


def test_a_visitor_reacts_once_in_each_way(run, refusal, posted):
    given = {"id": posted["commentId"], "name": "like"}
    found = run(REACT, {"input": given})["reactToComment"]
    assert found["comment"] == {"reactions": [{"name": "like", "count": 1}], "reactionCount": 1}
    again = {**given, "visitorToken": found["visitorToken"]}
    assert refusal(REACT, {"input": again}) == (200, {"code": "CONFLICT", "field": "name"})
    assert run(REACT, {"input": {**again, "on": False}})["reactToComment"]["comment"]["reactionCount"] == 0
    assert refusal(REACT, {"input": {**given, "name": "hate"}}) == (
        200,
        {"code": "INVALID_INPUT", "field": "name"},
    )
    assert refusal(REACT, {"input": {**given, "visitorToken": "forged"}}) == (
        200,
        {"code": "INVALID_TOKEN", "field": "visitorToken"},
    )


def test_a_visitor_reports_once(run, refusal, posted):
    given = {"id": posted["commentId"], "reason": "SPAM", "note": "Look", "idempotencyKey": "r"}
    found = run(REPORT, {"input": given})["reportComment"]
    report = Report.objects.get()
    assert (found["reportId"], report.reason, report.note) == (str(report.uid), "SPAM", "Look")
    assert run(REPORT, {"input": given})["reportComment"]["reportId"] == str(report.uid)
    again = {"id": posted["commentId"], "reason": "ABUSE", "visitorToken": found["visitorToken"]}
    assert refusal(REPORT, {"input": again}) == (200, {"code": "CONFLICT", "field": "id"})
    assert refusal(REPORT, {"input": {**again, "reason": "DISLIKE"}})[0] == 400


def test_an_author_objects_and_gets_their_words(run, refusal, posted):
    assert refusal(APPEAL, own(posted, text="Why?")) == (200, {"code": "CONFLICT", "field": "id"})
    run(EDIT, own(posted, body="Another text"))
    Comment.objects.update(status=CommentStatus.REJECTED, message="No.")
    assert run(APPEAL, own(posted, text="Why?"))["appealComment"]["at"].endswith("Z")
    assert run(EXPORT, own(posted))["exportComment"]["export"] == {
        "id": posted["commentId"],
        "itemTitle": "New turbines",
        "status": "REJECTED",
        "authorName": "Ann Berg",
        "email": "ann@example.com",
        "relation": None,
        "text": "Another text",
        "earlier": [{"text": "When do they <b>turn</b>?"}],
    }
    wrong = {"input": {"id": posted["commentId"], "editToken": "x"}}
    assert refusal(EXPORT, wrong) == (200, {"code": "NOT_FOUND", "field": "id"})


def test_several_at_once_are_done_one_by_one(post, refusal, given):
    posts = " ".join(
        f'{name}: postComment(input: {{item: "{given["item"]}", body: "{body}", authorName: "Ann", email: "a@b.se"}}) {{ commentId }}'
        for name, body in (("a", "One"), ("b", ""), ("c", "Three"))
    )
    answer = post(f"mutation {{ {posts} }}").json()
    assert [name for name, value in answer["data"].items() if value] == ["a", "c"]
    assert [error["path"] for error in answer["errors"]] == [["b"]]
    assert [comment.plain for comment in Comment.objects.order_by("created_at")] == ["One", "Three"]
    many = " ".join(
        f'a{number}: withdrawComment(input: {{id: "x", editToken: "y"}}) {{ status }}' for number in range(7)
    )
    assert refusal(f"mutation {{ {many} }}") == (
        400,
        {"code": "LIMIT_EXCEEDED", "limit": 1000, "actual": 1050},
    )


def test_nothing_is_written_by_get_or_from_a_large_body(client, post, given):
    query = 'mutation { withdrawComment(input: {id: "x", editToken: "y"}) { status } }'
    answer = client.get("/graphql/", {"query": query})
    assert (answer.status_code, answer["Allow"]) == (405, "GET, HEAD, POST")
    answer = post(POST, {"input": {**given, "body": "x" * 10_000_000}})
    assert answer.status_code == 413
    assert answer.json()["errors"][0]["extensions"]["code"] == "LIMIT_EXCEEDED"
    assert not Comment.objects.exists()


FORM = """query($n: String, $t: ID, $l: String) { commentForm(newsroom: $n, thread: $t, locale: $l) {
    locale mode reactions slowSeconds editMinutes emailPolicy proofOfWork challenge attachments guidelines
    fields { name label help type required maxLength choices { value label } } reportFields { name required choices { value } }
    markup { elements { name attributes } urlSchemes { attribute schemes } maxLength } } }"""


def test_a_form_says_what_it_takes(run, refusal, client, release, open_newsroom):
    form = run(FORM, {"n": "norrvind"})["commentForm"]
    fields = {field["name"]: field for field in form["fields"]}
    assert list(fields) == [
        *("body", "authorName", "email", "url", "organisation", "title", "relation", "kind", "website"),
    ]
    assert [name for name, field in fields.items() if field["required"]] == ["body", "authorName", "email"]
    assert fields["authorName"] == {
        "name": "authorName",
        "label": "Name",
        "help": "Shown with the comment.",
        "type": "LINE",
        "required": True,
        "maxLength": 100,
        "choices": [],
    }
    assert [choice["value"] for choice in fields["kind"]["choices"]] == [
        *("QUESTION", "PRAISE", "CRITICISM", "OTHER"),
    ]
    assert (fields["body"]["type"], fields["body"]["maxLength"]) == ("MARKUP", 5000)
    assert (form["locale"], form["mode"], form["challenge"]) == ("en", "OPEN", None)
    assert (form["editMinutes"], form["emailPolicy"]) == (15, "OPTIONAL")
    assert {"name": "a", "attributes": ["href", "title"]} in form["markup"]["elements"]
    assert len(form["markup"]["elements"]) == 13
    assert form["reportFields"][0] == {
        "name": "reason",
        "required": True,
        "choices": [{"value": value} for value in _reasons()],
    }
    ModerationRules.objects.create(newsroom=open_newsroom, proof_of_work=True, slow_seconds=20)
    form = run(FORM, {"t": str(release.thread.pk), "l": "SV"})["commentForm"]
    assert (form["locale"], form["slowSeconds"], form["proofOfWork"]) == ("sv", 20, True)
    assert '"signature"' in form["challenge"]
    assert {field["name"]: field["label"] for field in form["fields"]}["authorName"] == "Namn"
    answer = client.get("/graphql/", {"query": '{ commentForm(newsroom: "norrvind") { challenge } }'})
    assert answer["Cache-Control"] == "no-store"
    assert refusal(FORM, {"n": "norrvind", "l": "xx"}) == (200, {"code": "INVALID_INPUT", "field": "locale"})
    assert refusal(FORM) == (200, {"code": "INVALID_INPUT", "field": "newsroom"})


def _reasons() -> list[str]:
    return [
        *("SPAM", "ADVERTISING", "ABUSE", "HATE", "THREAT", "ILLEGAL", "PERSONAL_DATA"),
        *("IMPERSONATION", "COPYRIGHT", "OFF_TOPIC", "DUPLICATE", "OTHER"),
    ]
