"""Mails to visitors: who gets which, what they say and never say, and that no header can be smuggled in."""

from __future__ import annotations

import logging
import smtplib
from contextlib import suppress
from datetime import timedelta
from email import message_from_bytes, policy
from typing import Any
from uuid import uuid4

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.db import transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from cms.conversation.identity import confirmation, mailboxes, mails, tasks
from cms.conversation.models import Appeal, SentMail
from cms.ledger.models import Item

pytestmark = pytest.mark.django_db


@pytest.mark.django_db(transaction=True)
def test_what_is_rolled_back_is_not_told(make_comment: Any, only_mail: Any) -> None:
    comment = make_comment()
    with suppress(RuntimeError), transaction.atomic():
        confirmation.send_confirmation(comment)
        raise RuntimeError
    assert mail.outbox == []
    with transaction.atomic():
        confirmation.send_confirmation(comment)
        assert mail.outbox == []
    assert only_mail().to == [comment.email]


def rename(comment: Any, *, item: str, newsroom: str) -> None:
    Item.objects.filter(pk=comment.thread.item_id).update(title=item)
    Item.objects.filter(pk=comment.newsroom_id).update(title=newsroom)


def test_a_link_to_confirm_is_sent_to_an_address_that_is_not_confirmed(
    make_comment: Any, only_mail: Any, link_in: Any
) -> None:
    comment = make_comment("MARKER of a text", author_name="MARKER of a name")
    confirmation.send_confirmation(comment)
    message = only_mail()
    assert message.to == ["Anna.Ek@example.com"]
    assert message.from_email == "Norrvind <newsroom@press.example>"
    assert message.subject == "Confirm your comment on “New turbines”"
    assert link_in(message, "confirm")
    headers = dict(message.message().items())
    assert headers["Auto-Submitted"] == "auto-generated"
    assert headers["Content-Language"] == "en"
    assert headers["List-Unsubscribe"] == f"<http://testserver{link_in(message, 'mail')}>"
    assert headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert "7 days" in message.body
    assert "MARKER" not in message.message().as_string()
    assert "\n\n\n" not in message.body


def test_nothing_is_sent_where_there_is_nothing_to_confirm(make_comment: Any) -> None:
    for comment in (
        make_comment(confirmed=True),
        make_comment(email=""),
        make_comment(status="WITHDRAWN"),
        make_comment(status="REJECTED"),
        make_comment(email="a@example.com\nBcc: b@example.com"),
        make_comment(email="not an address"),
    ):
        confirmation.send_confirmation(comment)
    assert mail.outbox == []


def test_a_form_cannot_bomb_a_mailbox(make_comment: Any, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        for number in range(10):
            confirmation.send_confirmation(
                make_comment(email=f"victim+{number}@example.com", visitor=f"{number:032}")
            )
    assert len(mail.outbox) == 3
    assert caplog.text.count("its mailbox got enough") == 7
    assert "victim" not in caplog.text
    confirmation.send_confirmation(make_comment(email="somebody@example.com"))
    assert len(mail.outbox) == 4


def test_reports_and_comments_share_the_places_of_a_mailbox(make_comment: Any, make_report: Any) -> None:
    for _ in range(2):
        confirmation.send_confirmation(make_comment(email="bo@example.com"))
        mails.tell_reporter(make_report().uid)
    assert len(mail.outbox) == 3


def test_who_wants_no_mail_gets_none(make_comment: Any, make_report: Any, decide: Any) -> None:
    comment = make_comment(confirmed=True)
    mailboxes.opt_out(mailboxes.hash_of(comment.email), mailboxes.EVERYTHING)
    decide(comment, "REJECTED", reason="SPAM")
    mails.tell_rejected(comment.uid)
    confirmation.send_confirmation(make_comment())
    mails.tell_reporter(make_report(email=comment.email).uid)
    assert mail.outbox == []


def test_an_answer_is_told(answered: Any, only_mail: Any, link_in: Any) -> None:
    comment = answered()
    mails.tell_answered(comment.uid)
    message = only_mail()
    assert message.subject == "Your comment on “New turbines” was answered"
    assert "Hello Anna Ek," in message.body
    assert "Åsa Lind, Head of Press:\n\nThirty-five decibels.\n\nAt your house." in message.body
    assert (
        f"http://testserver/norrvind/new-turbines?comment={comment.uid}#comment-{comment.uid}" in message.body
    )
    assert link_in(message, "notices")


def test_only_confirmed_addresses_are_told(answered: Any, make_comment: Any, decide: Any) -> None:
    mails.tell_answered(answered(confirmed=False).uid)
    mails.tell_published(make_comment(status="PUBLISHED").uid)
    rejected = make_comment()
    decide(rejected, "REJECTED", reason="SPAM")
    mails.tell_rejected(rejected.uid)
    decision = Appeal.objects.create(comment=rejected, text="No", at=timezone.now(), outcome="UPHELD")
    mails.tell_appeal(decision.pk)
    mails.tell_answered(uuid4())
    assert mail.outbox == []


def test_what_is_no_longer_so_is_not_told(answered: Any, make_comment: Any, decide: Any) -> None:
    comment = answered()
    comment.answer.status = "WITHDRAWN"
    comment.answer.save()
    mails.tell_answered(comment.uid)
    mails.tell_published(make_comment(confirmed=True).uid)
    mails.tell_rejected(make_comment(confirmed=True).uid)
    erased = make_comment(confirmed=True, email="", status="ERASED")
    mails.tell_rejected(erased.uid)
    assert mail.outbox == []


@pytest.mark.parametrize("break_", ["\r\n", "\n", "\r", "\u2028", "\x85", "\x0b", "\x00\n"])
def test_no_header_can_be_smuggled_in(make_comment: Any, only_mail: Any, break_: str) -> None:
    evil = f"Anna{break_}Bcc: victim@example.com{break_}{break_}<script>alert(1)</script>"
    comment = make_comment(status="PUBLISHED", confirmed=True, author_name=evil[:100].replace("\x00", ""))
    rename(
        comment,
        item=evil.replace("\x00", ""),
        newsroom=f"Press{break_}Bcc: x@example.com".replace("\x00", ""),
    )
    mails.tell_published(comment.uid)
    message = only_mail()
    written = message.message()
    assert (written["Bcc"], written["Cc"], message.recipients()) == (None, None, ["Anna.Ek@example.com"])
    assert not any(character in message.subject for character in "\r\n\u2028\x85\x0b\x00")
    assert written.as_string().lower().count("\nbcc:") == 0
    assert not any(line.startswith("Bcc") for line in message.body.splitlines())


def test_long_titles_are_cut(make_comment: Any, only_mail: Any) -> None:
    comment = make_comment(status="PUBLISHED", confirmed=True)
    rename(comment, item="Title " * 100, newsroom="N" * 250)
    mails.tell_published(comment.uid)
    assert len(only_mail().subject) < 200
    assert only_mail().subject.endswith("…” is published")


def test_mails_speak_the_language_of_the_newsroom(make_comment: Any, only_mail: Any) -> None:
    comment = make_comment(status="PUBLISHED", confirmed=True)
    Item.objects.filter(pk=comment.newsroom_id).update(locale="sv")
    mails.tell_published(comment.uid)
    assert only_mail().message()["Content-Language"] == "sv"


class Refusing(EmailBackend):
    """A mail server that names the recipient in its refusal, as mail servers do."""

    def send_messages(self, messages: Any) -> int:
        raise smtplib.SMTPRecipientsRefused({messages[0].to[0]: (550, b"no such user")})


def test_a_mail_server_that_refuses_is_tried_again_and_leaves_no_address(
    make_comment: Any, settings: Any, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.EMAIL_BACKEND = f"{__name__}.Refusing"
    monkeypatch.setattr(
        "cms.conversation.identity.tasks.letters.EmailMessage.send",
        lambda self: Refusing().send_messages([self]),
    )
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    comment = make_comment(status="PUBLISHED", confirmed=True)
    with caplog.at_level(logging.INFO):
        tasks.deliver.func("PUBLISHED", str(comment.uid))
        (row,) = DBTaskResult.objects.all()
        assert row.args_kwargs == {"args": ["PUBLISHED", str(comment.uid), 1], "kwargs": {}}
        assert timedelta(seconds=50) < row.run_after - timezone.now() <= timedelta(minutes=1)
        tasks.deliver.func("PUBLISHED", str(comment.uid), len(tasks.PAUSES))
    assert DBTaskResult.objects.count() == 1
    assert "could not be sent: SMTPRecipientsRefused" in caplog.text
    assert "example.com" not in caplog.text
    assert not SentMail.objects.exists()


def test_a_task_holds_an_id_and_nothing_private(make_comment: Any, settings: Any) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    comment = make_comment()
    confirmation.send_confirmation(comment)
    (row,) = DBTaskResult.objects.all()
    assert row.args_kwargs == {"args": ["CONFIRM", str(comment.uid)], "kwargs": {}}
    assert mail.outbox == []


def test_what_was_sent_long_ago_is_forgotten() -> None:
    now = timezone.now()
    SentMail.objects.create(kind="ANSWERED", about="1", at=now - timedelta(days=401))
    SentMail.objects.create(kind="ANSWERED", about="2", at=now)
    assert tasks.forget_sent() == 1


def test_a_newsroom_may_be_called_anything(make_comment: Any, only_mail: Any) -> None:
    comment = make_comment(status="PUBLISHED", confirmed=True)
    rename(comment, item="Åska", newsroom='Åkes "Nya" <b@example.com>, AB')
    mails.tell_published(comment.uid)
    written = message_from_bytes(only_mail().message().as_bytes(), policy=policy.default)
    (sender,) = written["From"].addresses
    assert (sender.display_name, sender.addr_spec) == (
        'Åkes "Nya" <b@example.com>, AB',
        "newsroom@press.example",
    )
    assert written["Subject"] == "Your comment on “Åska” is published"
