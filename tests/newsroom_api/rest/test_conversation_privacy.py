"""What is private or no longer public is in no answer of any address, no header and no error."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import Resolver404, resolve
from wagtail.models import Page

from cms.conversation.models import Comment, CommentStatus, ModerationEvent, Report, Thread
from cms.conversation.services.changes import changing
from newsroom_api.rest import urls

API = "/api/v1"
PRIVATE = (
    "email", "email_hash", "issuer", "subject", "message", "source", "plain", "digest", "visitor",
    "address_hash", "token_hash", "token_salt",
)  # fmt: skip
"""Columns of a comment that are never public, whatever its status."""
PUBLIC = ("body", "author_name", "organisation", "title", "url")
"""Columns that are public with it."""


def mark(comment: Comment) -> None:
    """Write into every field of a comment what the field is, so that it can be looked for."""
    marks = {name: f"mark{name}{comment.uid.hex}"[:32] for name in (*PRIVATE, *PUBLIC)}
    marks |= {"email": f"mark{comment.uid.hex}@x.example", "url": f"https://mark{comment.uid.hex}.example"}
    Comment.objects.filter(pk=comment.pk).update(**marks)
    ModerationEvent.objects.create(
        comment=comment,
        at=comment.created_at,
        to_status=comment.status,
        note="marknote",
        message="markmessage",
    )


def set_status(uid: str, status: str) -> None:
    thread = Comment.objects.values_list("thread", flat=True).get(pk=uid)
    with changing(thread) as change:
        change.take(uid_of(uid)).status = status


def uid_of(text: str) -> Any:
    return Comment.objects.values_list("pk", flat=True).get(pk=text)


@pytest.fixture
def talk(post, send, thread, make_release, newsroom) -> dict[str, Any]:
    """Comments of every status, with markers; some were public before, some have replies; some on items that are gone."""
    made = {"published": post("Published")["id"]}
    for status in ("HELD", "REJECTED", "WITHDRAWN", "ERASED"):
        for was in ("fresh", "replied"):
            uid = post(f"{status} {was}")["id"]
            if was == "replied":
                post(f"Reply to {status}", parent=uid)
            set_status(uid, status)
            made[f"{status} {was}"] = uid
    moderated = make_release("Moderated", comment_mode="PREMODERATED")
    held = Thread.objects.get(item__source_id=moderated.pk)
    made["never public"] = post("Never public", on=held)["id"]
    threads = [thread, held]
    for title in ("Gone", "Off"):
        release = make_release(title)
        where = Thread.objects.get(item__source_id=release.pk)
        made[title] = post(f"On {title}", on=where)["id"]
        threads.append(where)
        if title == "Gone":
            Page.objects.get(pk=release.pk).specific.unpublish()
        else:
            release.comment_mode = "OFF"
            release.save_revision().publish()
    send("POST", f"/comments/{made['published']}/reports", {"reason": "SPAM", "note": "markreport"})
    Report.objects.update(author_name="markreporter", email="mark@report.example")
    for comment in Comment.objects.all():
        mark(comment)
    return {"comments": made, "threads": threads}


def addresses(talk: dict[str, Any]) -> list[str]:
    """Every address of the API, with every id that there is."""
    ids = [*talk["comments"].values(), *(str(each.pk) for each in talk["threads"])]
    ids += [str(each.item_id) for each in talk["threads"]]
    found = [f"{API}/threads/{each.pk}/comments?view=TREE&depth=6" for each in talk["threads"]]
    for pattern in urls.described:
        path = f"/{pattern.pattern}"
        if path.endswith("/events"):
            continue  # a stream without end: tests of its own
        if "<str:id>" in path:
            found += [path.replace("<str:id>", uid).replace("<str:name>", "like") for uid in ids]
        else:
            found.append(path)
    return [*found, f"{API}/items?path=/norrvind/new-turbines", f"{API}/releases?search=mark"]


def test_every_public_answer(client, talk, newsroom):
    published = Comment.objects.filter(status=CommentStatus.PUBLISHED).exclude(
        pk__in=[talk["comments"]["Gone"], talk["comments"]["Off"]]
    )
    visible = {name: value for name in PUBLIC for value in published.values_list(name, flat=True)}
    allowed = {value for name in PUBLIC for value in published.values_list(name, flat=True)}
    assert visible
    hidden = {
        str(value)
        for comment in Comment.objects.all()
        for name in (*PRIVATE, *PUBLIC)
        if (value := getattr(comment, name)) and value not in allowed
    } | {"marknote", "markmessage", "markreport", "markreporter", "mark@report.example"}
    shown: set[str] = set()
    for address in addresses(talk):
        for answer in (client.get(address), client.get(address, HTTP_EDIT_TOKEN="wrong")):
            assert answer.status_code in (200, 400, 403, 404, 405, 410), address
            content = answer.content if not answer.streaming else b"".join(answer.streaming_content)
            text = content.decode("utf-8", "replace") + str(answer.headers)
            assert not [value for value in hidden if value in text], address
            shown |= {value for value in allowed if value in text}
    assert shown == allowed


def test_what_never_was_public_is_nowhere(client, talk):
    never = talk["comments"]["never public"]
    for address in addresses(talk):
        if never not in address:
            answer = client.get(address)
            content = answer.content if not answer.streaming else b"".join(answer.streaming_content)
            assert never.encode() not in content, address


def test_places_of_what_is_gone(client, talk):
    comments = talk["comments"]
    states = {
        name: (answer.status_code, answer.json().get("state"))
        for name, uid in comments.items()
        for answer in [client.get(f"{API}/comments/{uid}")]
    }
    assert states == {
        "published": (200, "PUBLISHED"),
        "HELD fresh": (200, "REMOVED"),
        "HELD replied": (200, "REMOVED"),
        "REJECTED fresh": (200, "REMOVED"),
        "REJECTED replied": (200, "REMOVED"),
        "WITHDRAWN fresh": (200, "WITHDRAWN"),
        "WITHDRAWN replied": (200, "WITHDRAWN"),
        "ERASED fresh": (200, "REMOVED"),
        "ERASED replied": (200, "REMOVED"),
        "never public": (404, None),
        "Gone": (404, None),
        "Off": (404, None),
    }
    listed = client.get(f"{API}/threads/{talk['threads'][0].pk}/comments?page_size=100").json()["results"]
    assert {row["id"] for row in listed if row["state"] != "PUBLISHED"} == {
        uid for name, uid in comments.items() if name.endswith("replied")
    }


def test_answers_to_writes_hold_ones_own_words_alone(send, talk):
    uid = talk["comments"]["published"]
    other = talk["comments"]["HELD replied"]
    for method, path, content in (
        ("POST", f"/comments/{uid}/reactions", {"name": "like"}),
        ("POST", f"/comments/{uid}/reports", {"reason": "SPAM"}),
        ("PATCH", f"/comments/{other}", {"body": "x"}),
        ("DELETE", f"/comments/{other}", None),
        ("POST", f"/comments/{other}/appeals", {"text": "x"}),
        ("POST", f"/comments/{other}/reports", {"reason": "SPAM"}),
    ):
        answer = send(method, path, content, Edit_Token="wrong")
        for name in PRIVATE:
            assert f"mark{name}" not in answer.content.decode(), (method, path)


def test_the_walk_knows_every_address():
    for pattern in urls.described:
        path = f"/{pattern.pattern}".replace("<str:id>", "x").replace("<str:name>", "like")
        try:
            assert resolve(path)
        except Resolver404:
            pytest.fail(path)
