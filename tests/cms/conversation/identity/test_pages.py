"""The pages behind the links in mails: GET changes nothing, POST does what the link is for, and nothing leaks."""

from __future__ import annotations

import logging
from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError
from django.test import Client
from django.utils import timezone

from cms.conversation.identity import confirmation, edit_tokens, mail_links, mailboxes, visitors
from cms.conversation.identity.mail_links import Purpose
from cms.conversation.models import Appeal, Comment, EmailPolicy, ModerationRules
from cms.conversation.services.incoming import NewComment, Visitor
from cms.conversation.services.posting import post_comment
from cms.ledger.models import Item

pytestmark = pytest.mark.django_db

PURPOSES = [
    purpose
    for purpose in Purpose
    if purpose not in (Purpose.CONTRIBUTION, Purpose.OWN)  # about a file; of a post with its token: `pages/`
]


@pytest.fixture
def client() -> Client:
    """A browser of which the site demands what it demands of browsers."""
    return Client(enforce_csrf_checks=True)


def path(purpose: Purpose, comment: Comment) -> str:
    about = comment.uid if purpose in (Purpose.CONFIRM, Purpose.APPEAL) else comment.newsroom_id
    token = mail_links.make(purpose, about, comment.email or "erased@example.com")
    return f"/conversation/{purpose}/{token}"


def text_of(response: Any) -> str:
    return " ".join(response.content.decode().split())


@pytest.mark.parametrize("purpose", PURPOSES)
def test_nothing_of_a_page_is_kept_or_told_to_others(
    client: Client, make_comment: Any, purpose: Purpose
) -> None:
    response = client.get(path(purpose, make_comment()))
    assert response.status_code == 200
    assert response["Cache-Control"] == "no-store"
    assert response["Referrer-Policy"] == "no-referrer"
    assert response["X-Robots-Tag"] == "noindex"
    assert response["X-Frame-Options"] == "DENY"
    assert response["Content-Security-Policy"] == (
        "default-src 'none'; img-src 'self'; style-src 'self'; "
        "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    )
    assert response.cookies == {}
    text = text_of(response)
    assert "<script" not in text
    assert "Anna.Ek@example.com" not in text
    assert '<html lang="en"' in text


@pytest.mark.parametrize("purpose", PURPOSES)
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_link_that_is_none_changes_nothing(
    client: Client, make_comment: Any, purpose: Purpose, method: str, caplog: pytest.LogCaptureFixture
) -> None:
    comment = make_comment()
    good = path(purpose, comment)
    others = [
        f"/conversation/{purpose}/{path(other, comment).split('/')[-1]}"
        for other in Purpose
        if other != purpose
    ]
    with caplog.at_level(logging.INFO):
        for address in (good[:-1], f"{good}x", good.upper().replace(purpose.upper(), purpose), *others):
            response = getattr(client, method)(address.replace("/CONVERSATION/", "/conversation/"))
            assert response.status_code == 403
            assert "This link does not work" in text_of(response)
            assert response["Cache-Control"] == "no-store"
    assert good.split("/")[-1][:30] not in caplog.text
    comment.refresh_from_db()
    assert comment.email_confirmed_at is None
    assert not mailboxes.is_closed(comment.email)
    assert not Appeal.objects.exists()


def test_other_methods_are_refused_and_not_logged(
    client: Client, make_comment: Any, caplog: pytest.LogCaptureFixture
) -> None:
    address = path(Purpose.CONFIRM, make_comment())
    with caplog.at_level(logging.INFO):
        for method in ("put", "delete", "patch"):
            response = getattr(client, method)(address)
            assert (response.status_code, response["Allow"]) == (405, "GET, HEAD, POST")
    assert address not in caplog.text
    assert client.head(address).status_code == 200


def test_a_failure_does_not_log_the_link(
    client: Client, make_comment: Any, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(comments: Any) -> None:
        raise DatabaseError("the disk is full")

    monkeypatch.setattr(confirmation, "confirm", fail)
    address = path(Purpose.CONFIRM, make_comment())
    with caplog.at_level(logging.INFO):
        response = client.post(address)
    assert (response.status_code, "The fault is ours." in text_of(response)) == (500, True)
    assert "the disk is full" in caplog.text
    assert address not in caplog.text


def test_confirming_takes_a_button(client: Client, make_comment: Any, decide: Any) -> None:
    comment = make_comment("How <b>loud</b> are they?")
    decide(comment, "HELD", phase="confirmation")
    other = make_comment("And at night?")
    address = path(Purpose.CONFIRM, comment)
    for _ in range(3):
        text = text_of(client.get(address))
    comment.refresh_from_db()
    assert comment.email_confirmed_at is None
    assert "Are these your comments?" in text
    assert "How &lt;b&gt;loud&lt;/b&gt; are they?" in text
    assert "And at night?" in text
    response = client.post(address)
    assert (response.status_code, response["Location"]) == (302, address)
    comment.refresh_from_db()
    other.refresh_from_db()
    assert comment.email_confirmed_at is not None
    assert other.email_confirmed_at is not None
    assert (comment.status, other.status) == ("PUBLISHED", "HELD")
    text = text_of(client.get(address))
    assert "Thank you, your address is confirmed" in text
    assert (
        f'href="http://testserver/norrvind/new-turbines?comment={comment.uid}#comment-{comment.uid}"' in text
    )


def test_confirming_twice_is_no_mistake(client: Client, make_comment: Any) -> None:
    comment = make_comment()
    address = path(Purpose.CONFIRM, comment)
    client.post(address)
    comment.refresh_from_db()
    first = comment.email_confirmed_at
    assert client.post(address).status_code == 302
    comment.refresh_from_db()
    assert comment.email_confirmed_at == first
    assert "An editor reads your comment before it is published." in text_of(client.get(address))


@pytest.mark.parametrize(
    "fields", [{"status": "WITHDRAWN"}, {"status": "ERASED", "email": ""}, {"status": "REJECTED"}]
)
def test_what_is_gone_is_not_confirmed(client: Client, make_comment: Any, fields: dict[str, str]) -> None:
    comment = make_comment(**fields)
    address = path(Purpose.CONFIRM, comment)
    for method in (client.get, client.post):
        response = method(address)
        assert response.status_code == 410
        assert "This link is over" in text_of(response)
        assert "How loud" not in text_of(response)
    comment.refresh_from_db()
    assert comment.email_confirmed_at is None


def test_a_link_for_another_mailbox_opens_nothing(client: Client, make_comment: Any) -> None:
    comment = make_comment()
    token = mail_links.make(Purpose.CONFIRM, comment.uid, "bo@example.com")
    assert client.post(f"/conversation/confirm/{token}").status_code == 410
    comment.refresh_from_db()
    assert comment.email_confirmed_at is None


def test_an_old_link_is_over(client: Client, make_comment: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    import time

    address = path(Purpose.CONFIRM, make_comment())
    late = time.time() + timedelta(days=8).total_seconds()
    monkeypatch.setattr("django.core.signing.time.time", lambda: late)
    assert client.get(address).status_code == 410
    assert client.post(address).status_code == 410


@pytest.fixture
def rejected(make_comment: Any, decide: Any) -> Comment:
    comment = make_comment("You are <i>crooks</i>", confirmed=True)
    decide(comment, "REJECTED", phase="banned_words", reason="ABUSE", message="No <insults>.", note="MARKER")
    return comment


def test_an_objection_is_stored_for_somebody_else_to_read(client: Client, rejected: Comment) -> None:
    address = path(Purpose.APPEAL, rejected)
    text = text_of(client.get(address))
    assert "You are &lt;i&gt;crooks&lt;/i&gt;" in text
    assert "Ground: Insults or harassment." in text
    assert "<p>No &lt;insults&gt;.</p>" in text
    assert "The decision was made by an automatic check." in text
    assert "MARKER" not in text
    assert not Appeal.objects.exists()
    response = client.post(address, {"text": " They are.\r\n\r\nEverybody says so. "})
    assert (response.status_code, response["Location"]) == (302, address)
    appeal = Appeal.objects.get()
    assert (appeal.comment_id, appeal.text, appeal.outcome) == (
        rejected.uid,
        "They are.\n\nEverybody says so.",
        "",
    )
    text = text_of(client.get(address))
    assert "We have received your objection" in text
    assert "<textarea" not in text
    client.post(address, {"text": "Again"})
    assert Appeal.objects.count() == 1


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({}, "Write why the decision should be changed."),
        ({"text": " \r\n "}, "Write why the decision should be changed."),
        ({"text": "å" * 2001}, "Your text has 2001 characters; at most 2000 are possible."),
    ],
)
def test_an_objection_without_or_with_too_many_words_is_refused(
    client: Client, rejected: Comment, sent: dict[str, str], words: str
) -> None:
    response = client.post(path(Purpose.APPEAL, rejected), sent)
    assert response.status_code == 400
    text = text_of(response)
    assert f'<p class="form-error" id="error" role="alert">{words}</p>' in text
    assert 'aria-invalid="true"' in text
    assert not Appeal.objects.exists()


def test_what_was_typed_is_shown_again_and_harmless(client: Client, rejected: Comment) -> None:
    typed = "</textarea><script>alert(1)</script>" + "x" * 2000
    text = text_of(client.post(path(Purpose.APPEAL, rejected), {"text": typed}))
    assert "&lt;/textarea&gt;&lt;script&gt;alert(1)&lt;/script&gt;" in text
    assert "<script" not in text


def test_bad_input_is_never_a_failure(client: Client, rejected: Comment) -> None:
    address = path(Purpose.APPEAL, rejected)
    for text in ("\x00", "\u202e", "\ufffe"):
        assert client.post(address, {"text": text}).status_code == 400
    for content_type in ("application/json", "text/plain", "multipart/form-data; boundary=x"):
        assert client.post(address, b'{"text": 1}', content_type=content_type).status_code == 400
    assert client.post(address, {"text": "a" * 3_000_000}).status_code == 400
    assert not Appeal.objects.exists()
    assert client.post(address, {"text": "a\x00b"}).status_code == 302
    assert Appeal.objects.get().text == "ab"


def test_the_page_says_what_came_of_an_objection(client: Client, rejected: Comment, decide: Any) -> None:
    appeal = Appeal.objects.create(comment=rejected, text="No", at=timezone.now())
    address = path(Purpose.APPEAL, rejected)
    appeal.outcome, appeal.note = "UPHELD", "It is an <insult>."
    appeal.save()
    text = text_of(client.get(address))
    assert "Your objection was looked at: the decision stands" in text
    assert "It is an &lt;insult&gt;." in text
    assert "<textarea" not in text
    appeal.outcome = "REVERSED"
    appeal.save()
    decide(rejected, "PUBLISHED", phase="appeal")
    assert "Your comment is public" in text_of(client.get(address))
    decide(rejected, "HELD")
    assert "An editor is looking at your comment" not in text_of(client.get(address))


@pytest.mark.parametrize(
    ("purpose", "words"),
    [
        (Purpose.NOTICES, "You get no more notices about your comments"),
        (Purpose.MAIL, "You get no more mail from this site"),
    ],
)
def test_mail_is_stopped_and_wanted_again(
    client: Client, make_comment: Any, purpose: Purpose, words: str
) -> None:
    comment = make_comment()
    address = path(purpose, comment)
    client.get(address)
    assert mailboxes.wants_notices(comment.email, comment.newsroom_id)
    for _ in range(2):
        response = client.post(address)
        assert (response.status_code, words in text_of(response)) == (200, True)
        assert not mailboxes.wants_notices(comment.email, comment.newsroom_id)
    assert mailboxes.is_closed(comment.email) is (purpose == Purpose.MAIL)
    assert words in text_of(client.get(address))
    assert words not in text_of(client.post(address, {"mail": "again"}))
    assert mailboxes.wants_notices(comment.email, comment.newsroom_id)


def test_mail_programs_stop_mail_with_one_click(client: Client, make_comment: Any) -> None:
    """RFC 8058: a POST from anywhere, without cookies, that is answered without a redirect."""
    comment = make_comment()
    for content_type in ("application/x-www-form-urlencoded", "multipart/form-data; boundary=b"):
        body = (
            "List-Unsubscribe=One-Click"
            if "urlencoded" in content_type
            else '--b\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--b--\r\n'
        )
        response = client.post(path(Purpose.NOTICES, comment), body, content_type=content_type)
        assert response.status_code == 200
        assert not mailboxes.wants_notices(comment.email, comment.newsroom_id)


def test_pages_speak_the_language_of_the_newsroom(client: Client, make_comment: Any) -> None:
    comment = make_comment()
    newsroom = Item.objects.get(pk=comment.newsroom_id)
    newsroom.locale = newsroom.document["locale"] = "sv"
    newsroom.save()
    response = client.get(path(Purpose.CONFIRM, comment), headers={"Accept-Language": "en"})
    assert response["Content-Language"] == "sv"
    assert '<html lang="sv"' in text_of(response)


@pytest.mark.django_db(transaction=True)
def test_from_the_form_to_the_public_thread(
    client: Client, make_release: Any, newsroom: Any, only_mail: Any, link_in: Any
) -> None:
    """A comment that must be confirmed: posted, mailed, confirmed; the next one of the device waits for nothing."""
    newsroom.comment_mode = "OPEN"
    newsroom.save()
    ModerationRules.objects.update_or_create(
        newsroom=newsroom, defaults={"email_policy": EmailPolicy.REQUIRED}
    )
    page = make_release("Old turbines")
    item = Item.objects.get(source_type="page", source_id=page.pk)
    visitor = Visitor(
        id=visitors.read_token(visitors.new_token()), address_hash=visitors.address_hash("192.0.2.7")
    )

    def post(body: str, **more: Any) -> Any:
        new = NewComment(body=body, author_name="Anna Ek", email="anna@example.com", item=item.uid)
        return post_comment(new, more.get("visitor", visitor))

    posted = post("How loud are they?")
    assert posted.comment.status == "HELD"
    assert edit_tokens.matches(posted.edit_token, posted.comment.token_hash)
    address = link_in(only_mail(), "confirm")
    assert "How loud are they?" in text_of(client.get(address))
    assert client.post(address).status_code == 302
    posted.comment.refresh_from_db()
    assert posted.comment.status == "PUBLISHED"
    assert post("And at night?").comment.status == "PUBLISHED"
    assert post("In your name", visitor=Visitor(id="b" * 32)).comment.status == "HELD"
