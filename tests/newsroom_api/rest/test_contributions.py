"""Contributions over HTTP: offered as JSON, sent as bytes, checked at once, public when approved."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from PIL import Image as Picture

from cms.access import PUBLIC
from cms.conversation.contributions import deciding, tickets
from cms.conversation.contributions.deciding import Texts
from cms.conversation.contributions.terms import terms_for
from cms.conversation.models import Contribution, ModerationRules, Thread
from cms.media.models import NewsroomFile, NewsroomImage, NewsroomMedia
from cms.media.storage import vault
from cms.newsroom.models import NewsroomPage

pytestmark = pytest.mark.django_db(transaction=True)
API = "/api/v1/contributions"
TEXTS = Texts(title="The mast", caption="", credit="Ada Berg", usage_terms="Free.", alt="A mast.")


HOSTILE = (
    *(
        "bomb_30000x30000.png",
        "decompression_bomb.gif",
        "empty.jpg",
        "html_named.jpg",
        "jpeg_with_php_comment.jpg",
    ),
    *("pd_truncated.jpg", "bbb_truncated.mp4", "pdf_with_javascript.pdf", "xss_script.svg", "xxe_laughs.svg"),
)


def jpeg() -> bytes:
    target = io.BytesIO()
    Picture.new("RGB", (80, 60), "navy").save(target, "JPEG")
    return target.getvalue()


@pytest.fixture
def thread(newsroom: NewsroomPage, make_release: Any) -> Thread:
    """The thread of a release in a newsroom that takes comments and files."""
    newsroom.comment_mode = "OPEN"
    newsroom.save()
    ModerationRules.objects.create(newsroom=newsroom, attachments=True)
    return Thread.objects.get(item__source_id=make_release("New turbines").pk)


def body(**changes: Any) -> dict[str, Any]:
    return {
        "newsroom": "norrvind",
        "file_name": "mast.jpg",
        "author_name": "Ada Berg",
        "email": "ada@example.com",
        "consent": True,
        "terms_version": terms_for(PUBLIC, "norrvind").version,
        **changes,
    }


def offer(client: Client, **changes: Any) -> Any:
    headers = changes.pop("headers", {})
    return client.post(API, json.dumps(body(**changes)), content_type="application/json", headers=headers)


def send(
    client: Client, ticket: dict[str, Any], content: bytes, type_: str = "image/jpeg", **headers: str
) -> Any:
    return client.put(
        f"{API}/{ticket['id']}/file",
        content,
        content_type=type_,
        headers={"Upload-Token": ticket["upload_token"], **headers},
    )


def test_a_file_is_offered_sent_approved_listed_and_taken_back(client: Client, thread: Thread) -> None:
    terms = client.get(f"{API}/terms?newsroom=norrvind").json()
    assert terms["open"] is True
    assert terms["most_bytes"] == 20 * 1024 * 1024
    answer = offer(client, newsroom="", item=str(thread.item_id), headers={"Idempotency-Key": '"k1"'})
    ticket = answer.json()
    assert answer.status_code == 201, ticket
    assert answer["Cache-Control"] == "no-store"
    assert ticket["upload_url"].endswith(f"{API}/{ticket['id']}/file")
    again = offer(client, newsroom="", item=str(thread.item_id), headers={"Idempotency-Key": '"k1"'}).json()
    assert (again["id"], again["edit_token"]) == (ticket["id"], ticket["edit_token"])
    assert send(client, ticket, jpeg()).json() == {"id": ticket["id"], "status": "HELD", "message": ""}
    second = send(client, ticket, jpeg())
    assert (second.status_code, second.json()["code"]) == (409, "CONFLICT")
    assert client.get(f"{API}/{ticket['id']}").status_code == 404
    assert client.get(API).json()["results"] == []
    editor = get_user_model().objects.create_superuser("editor", "editor@example.com", "x")
    deciding.approve(Contribution.objects.get().uid, user=editor, texts=TEXTS)
    shown = client.get(f"{API}/{ticket['id']}").json()
    assert shown["file"]["alt"] == "A mast."
    assert shown["item_id"] == str(thread.item_id)
    for wanted in ("newsroom=norrvind", f"item={thread.item_id}", "newsroom=norrvind&search=mast"):
        (listed,) = client.get(f"{API}?{wanted}").json()["results"]
        assert listed["id"] == ticket["id"]
    assert client.get(f"{API}?item={ticket['id']}").json()["results"] == []
    assert "ada@example.com" not in json.dumps(shown)
    assert client.get("/api/v1/items", {"path": f"/norrvind/contribution:{ticket['id']}"}).status_code == 404
    wrong = client.delete(f"{API}/{ticket['id']}", headers={"Edit-Token": "x"})
    assert (wrong.status_code, wrong.json()["code"]) == (403, "INVALID_TOKEN")
    gone = client.delete(f"{API}/{ticket['id']}", headers={"Edit-Token": ticket["edit_token"]})
    assert gone.json()["status"] == "WITHDRAWN"
    assert client.get(f"{API}/{ticket['id']}").status_code == 410


def test_a_comment_carries_what_was_approved(client: Client, thread: Thread) -> None:
    said = {"body": "Look.", "author_name": "Ada", "email": "ada@example.com"}
    address = f"/api/v1/threads/{thread.pk}/comments"
    posted = client.post(address, json.dumps(said), content_type="application/json").json()
    refused = offer(client, newsroom="", comment=posted["id"], author_name="", email="")
    assert refused.json()["code"] == "INVALID_TOKEN"
    token = {"Edit-Token": posted["edit_token"]}
    for _number in range(4):
        taken = offer(client, newsroom="", comment=posted["id"], author_name="", email="", headers=token)
        assert taken.status_code == 201, taken.json()
    fifth = offer(client, newsroom="", comment=posted["id"], author_name="", email="", headers=token)
    assert (fifth.status_code, fifth.json()["code"]) == (409, "CONFLICT")
    assert client.get(address).json()["results"][0]["attachments"] == []
    send(client, taken.json(), jpeg())
    editor = get_user_model().objects.create_superuser("editor", "editor@example.com", "x")
    etag = client.get(address)["ETag"]
    deciding.approve(Contribution.objects.get(uid=taken.json()["id"]).uid, user=editor, texts=TEXTS)
    changed = client.get(address, headers={"If-None-Match": etag})
    assert changed.status_code == 200
    (attached,) = changed.json()["results"][0]["attachments"]
    assert attached["id"] == taken.json()["id"]


@pytest.mark.parametrize(
    ("changes", "status", "field"),
    [
        ({"consent": False}, 400, "consent"),
        ({"consent": "yes"}, 400, "consent"),
        ({"terms_version": "old"}, 400, "terms_version"),
        ({"website": "x"}, 400, "website"),
        ({"newsroom": ""}, 400, "newsroom"),
        ({"newsroom": "nowhere"}, 404, "newsroom"),
        ({"author_name": ""}, 400, "author_name"),
        ({"email": "ada"}, 400, "email"),
        ({"title": "x" * 201}, 400, "title"),
        ({"file": "x"}, 400, "file"),
    ],
)
def test_what_is_wrong_with_an_offer(
    client: Client, thread: Thread, changes: dict[str, Any], status: int, field: str
) -> None:
    answer = offer(client, **changes)
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (status, field), answer.json()
    assert Contribution.objects.count() == 0


def test_a_newsroom_without_files_takes_none(client: Client, thread: Thread) -> None:
    ModerationRules.objects.get().delete()
    answer = offer(client)
    assert (answer.status_code, answer.json()["code"]) == (403, "COMMENTS_CLOSED")


def test_an_address_sends_so_many_a_day(client: Client, thread: Thread, settings: Any) -> None:
    settings.NEWSROOM = settings.NEWSROOM | {"CONTRIBUTIONS_PER_DAY": 2}
    assert [offer(client).status_code for _ in range(3)] == [201, 201, 429]
    assert int(offer(client)["Retry-After"]) > 80_000


def test_no_room_for_more_until_editors_have_looked(client: Client, thread: Thread, settings: Any) -> None:
    settings.NEWSROOM = settings.NEWSROOM | {"CONTRIBUTIONS_WAITING": 10, "CONTRIBUTION_BYTES": 11}
    answer = offer(client)
    assert (answer.status_code, answer["Retry-After"]) == (503, "3600")


def test_what_is_no_good_file_leaves_nothing(client: Client, thread: Thread, settings: Any) -> None:
    settings.NEWSROOM = settings.NEWSROOM | {"CONTRIBUTION_BYTES": 2000}
    ticket = offer(client).json()
    before = set(vault.names())
    other = offer(client).json()
    cases = [
        (send(client, ticket, b""), 400, "INVALID_INPUT"),
        (send(client, ticket, b"<html><script>alert(1)</script>"), 400, "INVALID_INPUT"),
        (send(client, ticket, b"MZ" + bytes(500)), 400, "INVALID_INPUT"),
        (send(client, ticket, b"x" * 2001), 413, "PAYLOAD_TOO_LARGE"),
        (send(client, ticket, jpeg(), "multipart/form-data; boundary=x"), 415, "UNSUPPORTED_MEDIA_TYPE"),
        (send(client, ticket | {"upload_token": other["upload_token"]}, jpeg()), 403, "INVALID_TOKEN"),
        (send(client, ticket | {"upload_token": ""}, jpeg()), 400, "INVALID_INPUT"),
    ]
    for answer, status, code in cases:
        assert (answer.status_code, answer.json()["code"]) == (status, code), answer.json()
    assert set(vault.names()) == before
    assert set(Contribution.objects.values_list("status", "vault_name", "size")) == {("AWAITED", "", 0)}
    assert send(client, ticket, jpeg()).status_code == 200


def test_a_ticket_is_good_for_an_hour(client: Client, thread: Thread, monkeypatch: Any) -> None:
    import time

    ticket = offer(client).json()
    later = time.time() + tickets.MAX_AGE.total_seconds() + 1
    monkeypatch.setattr("django.core.signing.time.time", lambda: later)
    answer = send(client, ticket, jpeg())
    assert (answer.status_code, answer.json()["code"]) == (403, "INVALID_TOKEN")


def test_hostile_files_are_refused_with_words(client: Client, thread: Thread, shared_data: Path) -> None:
    files = [shared_data / "media" / name for name in HOSTILE]
    before = set(vault.names())
    ticket = offer(client).json()
    for path in files:
        answer = send(client, ticket, path.read_bytes(), "application/octet-stream")
        assert answer.status_code in (400, 413), (path.name, answer.content)
        assert answer.json()["detail"], path.name
    assert set(vault.names()) == before
    assert Contribution.objects.get().status == "AWAITED"
    assert not any(model.objects.exists() for model in (NewsroomImage, NewsroomFile, NewsroomMedia))
