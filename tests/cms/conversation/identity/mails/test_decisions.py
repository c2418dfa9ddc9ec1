"""Mails about what editors decided: publication, rejection with its reasons, reports, objections."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core import mail
from django.utils import timezone

from cms.conversation.identity import mailboxes, mails
from cms.conversation.models import Appeal

pytestmark = pytest.mark.django_db


def test_notices_stop_and_statements_of_reasons_do_not(answered: Any, make_comment: Any, decide: Any) -> None:
    comment = answered()
    mailboxes.opt_out(mailboxes.hash_of(comment.email), str(comment.newsroom_id))
    mails.tell_answered(comment.uid)
    mails.tell_published(make_comment(status="PUBLISHED", confirmed=True).uid)
    mails.tell_answered(answered(mailed=False, email="other@example.com").uid)
    assert mail.outbox == []
    decide(comment, "REJECTED", reason="SPAM")
    mails.tell_rejected(comment.uid)
    assert len(mail.outbox) == 1


def test_publication_is_told_once(make_comment: Any, only_mail: Any) -> None:
    comment = make_comment(status="PUBLISHED", confirmed=True)
    for _ in range(3):
        mails.tell_published(comment.uid)
    assert only_mail().subject == "Your comment on “New turbines” is published"
    assert f"#comment-{comment.uid}" in only_mail().body


def test_a_rejection_comes_with_its_reasons(
    make_comment: Any, decide: Any, only_mail: Any, link_in: Any
) -> None:
    comment = make_comment("You are all <b>crooks</b> & worse", confirmed=True)
    decide(comment, "HELD", phase="toxicity")
    editor = User.objects.create_user("MARKER of an editor")
    decide(
        comment,
        "REJECTED",
        user=editor,
        reason="ABUSE",
        message="Please say it without insults.",
        note="MARKER for colleagues",
    )
    mails.tell_rejected(comment.uid)
    message = only_mail()
    text = message.body
    assert message.subject == "Your comment on “New turbines” was not published"
    assert "It was decided on" in text
    assert "Ground: Insults or harassment." in text
    assert "it breaks the guidelines for comments of this newsroom: http://testserver/norrvind" in text
    assert "Please say it without insults." in text
    assert "An automatic check had set the comment aside; a person decided." in text
    assert "reader had reported" not in text
    assert "You are all <b>crooks</b> & worse" in text
    assert "within six months" in text
    assert "out of court, or to a court" in text
    assert link_in(message, "appeal")
    assert "MARKER" not in message.message().as_string()


def test_reasons_say_how_it_came_to_the_decision(make_comment: Any, make_report: Any, decide: Any) -> None:
    by_machine = make_comment(confirmed=True)
    decide(by_machine, "REJECTED", phase="banned_words", reason="HATE")
    mails.tell_rejected(by_machine.uid)
    report = make_report(outcome="UPHELD")
    report.comment.email_confirmed_at = timezone.now()
    decide(report.comment, "REJECTED", user=User.objects.create_user("Åsa"), reason="ILLEGAL")
    mails.tell_rejected(report.comment.uid)
    first, second = mail.outbox
    assert "The decision was made by an automatic check." in first.body
    assert "Ground: Hatred against a group." in first.body
    assert second.subject == "Your comment on “New turbines” was removed"
    assert "removed from public view on" in second.body
    assert "In our view it breaks the law." in second.body
    assert "guidelines" not in second.body
    assert "A person decided, without automatic means. A reader had reported the comment." in second.body
    assert "Bo the Reporter" not in second.body


def test_a_second_rejection_is_told_again(make_comment: Any, decide: Any) -> None:
    comment = make_comment(confirmed=True)
    for _ in range(2):
        decide(comment, "REJECTED", reason="SPAM")
        mails.tell_rejected(comment.uid)
        mails.tell_rejected(comment.uid)
        decide(comment, "PUBLISHED")
    assert len(mail.outbox) == 2


def test_a_reporter_gets_one_receipt_and_one_decision(make_report: Any) -> None:
    report = make_report()
    for _ in range(2):
        mails.tell_reporter(report.uid)
    report.outcome, report.decided_by = "UPHELD", User.objects.create_user("MARKER of an editor")
    report.save()
    for _ in range(2):
        mails.tell_reporter(report.uid)
    receipt, decision = mail.outbox
    assert receipt.to == decision.to == ["bo@example.com"]
    assert receipt.subject == "Your report about a comment on “New turbines”"
    assert "Ground that you gave: Spam." in receipt.body
    assert decision.subject == "Decision on your report about a comment on “New turbines”"
    assert "We agree with you: the comment was removed. A person decided" in decision.body
    for message in (receipt, decision):
        text = message.message().as_string()
        assert "MARKER" not in text
        assert "pills" not in text
        assert "Spammer" not in text


def test_a_dismissed_report_is_told_and_one_without_address_is_not(make_report: Any, only_mail: Any) -> None:
    mails.tell_reporter(make_report(outcome="DISMISSED").uid)
    mails.tell_reporter(make_report(email="").uid)
    assert (
        "neither the law nor our guidelines, and it stays. The decision was made by an automatic check."
        in (only_mail().body)
    )


def test_what_came_of_an_objection_is_told(make_comment: Any) -> None:
    comment = make_comment(status="PUBLISHED", confirmed=True)
    for outcome, note in (("REVERSED", ""), ("UPHELD", "The insult is\nin the first line.")):
        appeal = Appeal.objects.create(
            comment=comment, text="No", at=timezone.now(), outcome=outcome, note=note
        )
        mails.tell_appeal(appeal.pk)
    reversed_, upheld = mail.outbox
    assert reversed_.subject == upheld.subject == "Decision on your objection: “New turbines”"
    assert "we are sorry. The decision is reversed. Your comment is public:" in reversed_.body
    assert f"#comment-{comment.uid}" in reversed_.body
    assert "The decision stands." in upheld.body
    assert "The insult is\nin the first line." in upheld.body
