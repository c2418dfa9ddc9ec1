"""Commenting on the built-in pages: what is sent, what is said, and whom nobody lets in."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from cms.conversation.models import Comment, CommentStatus, EmailPolicy, ModerationRules, Report, Thread
from cms.conversation.pages import guards
from cms.conversation.services.posting import Posted

SAME_ORIGIN = {"Sec-Fetch-Site": "same-origin"}
PAGE = "/norrvind/new-turbines"


def words(response: Any) -> str:
    """The text of a page, without its markup."""
    text = re.sub(r"<(style|script).*?</\1>", "", response.content.decode(), flags=re.DOTALL)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", text)).split())


def send(client: Client, thread: Thread, headers: dict[str, str] | None = None, **given: str) -> Any:
    content = {
        "author_name": "Eva Lund",
        "email": "eva@example.com",
        "body": "When do they turn?",
        "kind": "QUESTION",
        "form_token": guards.form_token(str(thread.pk)),
        **given,
    }
    return client.post(
        f"/conversation/post/{thread.pk}", content, headers=SAME_ORIGIN if headers is None else headers
    )


@pytest.fixture(autouse=True)
def _forget_counts() -> None:
    cache.clear()


def test_comment_is_public_at_once_and_its_author_gets_a_page(client: Client, thread: Thread) -> None:
    answer = send(client, thread, url="example.org", relation="CUSTOMER", organisation="Bygget")
    comment = Comment.objects.get()
    assert (answer.status_code, answer["Cache-Control"]) == (303, "no-store")
    assert (comment.status, comment.kind, comment.relation) == ("PUBLISHED", "QUESTION", "CUSTOMER")
    assert (comment.url, comment.organisation) == ("https://example.org", "Bygget")
    assert comment.plain == "When do they turn?"
    own = client.get(answer["Location"])
    assert own["Referrer-Policy"] == "no-referrer"
    assert own["Cache-Control"] == "no-store"
    assert "Your comment is public" in words(own)
    page = client.get(PAGE)
    assert f'id="comment-{comment.pk}"' in page.content.decode()
    assert '<a href="https://example.org" rel="nofollow ugc noopener">Eva Lund</a>' in page.content.decode()
    assert "eva@example.com" not in page.content.decode()


def test_key_opens_the_page_again_and_nothing_else_does(client: Client, thread: Thread) -> None:
    own = client.get(send(client, thread)["Location"])
    key = re.search(r'<code class="key">([^<]+)</code>', own.content.decode())
    assert key is not None
    comment = Comment.objects.get()
    wrong = client.post(
        "/conversation/own", {"comment": str(comment.pk), "key": "x" * 43}, headers=SAME_ORIGIN
    )
    assert (wrong.status_code, "This is not the key of that comment." in words(wrong)) == (400, True)
    right = client.post(
        "/conversation/own", {"comment": f"{PAGE}#comment-{comment.pk}", "key": key[1]}, headers=SAME_ORIGIN
    )
    assert right.status_code == 303
    again = client.get(right["Location"])
    assert "When do they turn?" in words(again)
    kept = client.get(f"{right['Location']}/words")
    assert kept["Content-Disposition"] == 'attachment; filename="comment.json"'
    assert (kept.json()["text"], kept.json()["email"]) == ("When do they turn?", "eva@example.com")


def test_author_edits_and_withdraws(client: Client, thread: Thread) -> None:
    address = send(client, thread)["Location"]
    empty = client.post(address, {"deed": "edit", "body": "<b></b>"})
    assert (empty.status_code, "There is nothing in it that can be read." in words(empty)) == (400, True)
    assert client.post(address, {"deed": "edit", "body": "When do they turn at last?"}).status_code == 303
    assert Comment.objects.get().plain == "When do they turn at last?"
    assert "Edited" in words(client.get(PAGE))
    Comment.objects.update(created_at=timezone.now() - timedelta(minutes=16))
    late = client.post(address, {"deed": "edit", "body": "Never mind."})
    assert (late.status_code, "The time for editing is over." in words(late)) == (400, True)
    assert "Never mind." in words(late)
    assert client.post(address, {"deed": "withdraw"}).status_code == 303
    assert Comment.objects.get().status == CommentStatus.WITHDRAWN
    assert "Your comment is withdrawn" in words(client.get(address))
    assert "When do they turn" not in words(client.get(PAGE))


def test_errors_stand_beside_their_fields_and_nothing_is_lost(client: Client, thread: Thread) -> None:
    answer = send(
        client, thread, author_name="", email="eva@", body="<i> </i>", url="no site", organisation="Bygget"
    )
    text = answer.content.decode()
    assert answer.status_code == 400
    assert Comment.objects.count() == 0
    fields = re.findall(r'id="id_(\w+)_error"', text)
    assert fields == ["author_name", "email", "body", "url"]
    name = re.search(r'<input[^>]*name="author_name"[^>]*>', text)
    assert name is not None
    assert 'aria-describedby="id_author_name_hint id_author_name_error"' in name[0]
    assert ('aria-invalid="true"' in name[0], "autofocus" in name[0]) == (True, True)
    assert text.count("autofocus") == 1
    assert 'value="eva@"' in text
    assert 'value="Bygget"' in text
    assert "&lt;i&gt; &lt;/i&gt;" in text
    assert "4 fields are not right yet" in words(answer)


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
    ],
)
def test_other_sites_cannot_send_the_form(client: Client, thread: Thread, headers: dict[str, str]) -> None:
    answer = send(client, thread, headers=headers)
    assert (answer.status_code, Comment.objects.count()) == (403, 0)
    assert "This was not sent from our page" in words(answer)


def test_headings_follow_one_another_on_either_page(client: Client, thread: Thread) -> None:
    alone = client.get(f"/conversation/post/{thread.pk}").content.decode()
    assert '<h2 id="write-heading">Write a comment</h2>' in alone
    assert '<h3 id="write-heading">Write a comment</h3>' in client.get(PAGE).content.decode()


def test_old_and_foreign_tokens_do_not_open_the_form(
    client: Client, thread: Thread, monkeypatch: pytest.MonkeyPatch
) -> None:
    token = guards.form_token(str(thread.pk))
    hour = guards._hour()
    monkeypatch.setattr(guards, "_hour", lambda: hour + 25)
    for given in (token, "", "x", guards.form_token("another")):
        answer = send(client, thread, form_token=given)
        assert (answer.status_code, Comment.objects.count()) == (400, 0)
        assert "The form has been open for long." in words(answer)
        assert "When do they turn?" in answer.content.decode()
    monkeypatch.setattr(guards, "_hour", lambda: hour + 24)
    assert send(client, thread, form_token=token).status_code == 303


def test_held_and_rejected_comments_are_explained(client: Client, thread: Thread, open_newsroom: Any) -> None:
    rules = ModerationRules.objects.create(newsroom=open_newsroom, email_policy=EmailPolicy.REQUIRED)
    held = client.get(send(client, thread)["Location"])
    assert "Follow the link in the e-mail that we have sent you" in words(held)
    rules.banned_domains = ["casino.example"]
    rules.save()
    rejected = client.get(send(client, thread, body="Win at https://casino.example/ now")["Location"])
    assert Comment.objects.filter(status="REJECTED").count() == 1
    assert "Your comment is not shown" in words(rejected)
    assert "The decision was made by an automatic check." in words(rejected)
    assert "/conversation/appeal/" in rejected.content.decode()


def test_honeypot_and_flood(client: Client, thread: Thread, settings: Any) -> None:
    settings.NEWSROOM = {**settings.NEWSROOM, "COMMENTS_PER_MINUTE": 2}
    assert send(client, thread, website="https://spam.example").status_code == 303
    assert Comment.objects.get().status != CommentStatus.PUBLISHED
    assert send(client, thread, body="Another one").status_code == 303
    flood = send(client, thread, body="And a third")
    assert flood.status_code == 429
    assert int(flood["Retry-After"]) > 0
    assert "That was too fast." in words(flood)
    assert "And a third" in flood.content.decode()


def test_closed_thread_takes_nothing_and_gives_the_words_back(client: Client, thread: Thread) -> None:
    Thread.objects.update(mode="CLOSED")
    answer = send(client, thread, body="Too late?")
    assert (answer.status_code, Comment.objects.count()) == (400, 0)
    assert "The conversation is closed" in words(answer)
    assert "Too late?" in words(answer)
    Thread.objects.update(mode="OFF")
    assert send(client, thread).status_code == 404
    assert "conversation" not in client.get(PAGE).content.decode()


def test_reply_to_what_was_withdrawn(client: Client, thread: Thread, post: Callable[..., Posted]) -> None:
    first = post("Who owns them?").comment
    page = client.get(f"{PAGE}?reply={first.pk}")
    assert "Reply to Reader 1" in words(page)
    assert send(client, thread, parent=str(first.pk)).status_code == 303
    reply = Comment.objects.get(parent=first)
    assert reply.depth == 1
    Comment.objects.filter(pk=first.pk).update(status="WITHDRAWN")
    gone = send(client, thread, parent=str(first.pk), body="Once more")
    assert (gone.status_code, Comment.objects.count()) == (400, 2)
    assert "The comment that you reply to is no longer there." in words(gone)
    assert f'value="{first.pk}"' not in gone.content.decode()


def test_same_words_from_elsewhere_do_not_open_the_page(client: Client, thread: Thread) -> None:
    assert send(client, thread).status_code == 303
    elsewhere = Client(REMOTE_ADDR="198.51.100.7")
    answer = send(elsewhere, thread)
    assert (answer.status_code, Comment.objects.count()) == (200, 1)
    assert "This comment was sent before" in words(answer)


def test_report(client: Client, comment: Comment) -> None:
    address = f"/conversation/report/{comment.pk}"
    assert "When do they turn?" in words(client.get(address))
    token = guards.form_token(str(comment.pk))
    missing = client.post(address, {"form_token": token}, headers=SAME_ORIGIN)
    assert (missing.status_code, Report.objects.count()) == (400, 0)
    given = {"form_token": token, "reason": "SPAM", "note": "Look.", "email": "bo@example.com"}
    assert client.post(address, given, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
    sent = client.post(address, given, headers=SAME_ORIGIN)
    report = Report.objects.get()
    assert (sent.status_code, report.reason, report.note, report.email) == (
        303,
        "SPAM",
        "Look.",
        "bo@example.com",
    )
    assert "Thank you" in words(client.get(sent["Location"]))
    Comment.objects.update(status="HELD")
    assert client.get(address).status_code == 404


def test_proof_of_work_needs_the_script_and_says_so(
    client: Client, thread: Thread, open_newsroom: Any
) -> None:
    plain = client.get(PAGE)
    assert "script" not in plain["Content-Security-Policy"]
    assert "form-action 'self'" in plain["Content-Security-Policy"]
    ModerationRules.objects.create(newsroom=open_newsroom, proof_of_work=True)
    page = client.get(PAGE)
    assert "script-src 'self'; connect-src 'self'" in page["Content-Security-Policy"]
    assert "newsroom/proof-of-work.js" in page.content.decode()
    assert "That needs JavaScript" in words(page)
    answer = send(client, thread)
    assert (answer.status_code, Comment.objects.count()) == (400, 0)
    assert "Your browser had not finished its task" in words(answer)
    challenge = client.get("/conversation/challenge")
    assert (challenge["Cache-Control"], sorted(challenge.json())) == ("no-store", ["parameters", "signature"])
