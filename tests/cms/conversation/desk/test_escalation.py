"""Overdue cases: escalated once, and the right people are told once."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.core import mail
from wagtail.users.models import UserProfile

from cms.conversation.desk.escalation import escalate_overdue, recipients
from cms.conversation.desk.tasks import tell_escalated
from cms.conversation.models import Case, CaseEvent, DeskRules

HOUR = dt.timedelta(hours=1)
TUESDAY = dt.datetime(2026, 3, 10, 9, tzinfo=dt.UTC)


@pytest.fixture
def escalate(django_capture_on_commit_callbacks: Any) -> Any:
    def run() -> int:
        with django_capture_on_commit_callbacks(execute=True):
            return escalate_overdue()

    return run


def test_an_overdue_case_is_escalated_once(
    case: Case, rules: DeskRules, escalate: Any, now: Any, make_user: Any, pia: Any
) -> None:
    rules.escalate_to = make_user("boss")
    rules.save()
    assert escalate() == 0
    late = now(TUESDAY + 8 * HOUR)
    assert [escalate(), escalate()] == [1, 0]
    case.refresh_from_db()
    assert (case.escalated_at, case.state) == (late, "OPEN")
    event = CaseEvent.objects.get(action="ESCALATED")
    assert (event.user, event.at) == (None, late)
    assert event.data == {"due": "2026-03-10T17:00:00+00:00", "owner": None, "team": "PR"}
    (message,) = mail.outbox
    assert message.to == ["boss@norrvind.example"]
    assert message.subject == "An answer is overdue in Norrvind"
    assert "Question: New turbines" in message.body
    assert "nobody has taken it" in message.body
    assert "http://testserver/" in message.body


def test_a_mail_says_nothing_that_a_visitor_wrote(
    case: Case, rules: DeskRules, escalate: Any, now: Any, pia: Any
) -> None:
    now(TUESDAY + 8 * HOUR)
    escalate()
    (message,) = mail.outbox
    assert message.to == ["pia@norrvind.example"]  # nobody is named: the PR team
    for private in ("When do they turn", case.comment.author_name, case.comment.email):
        assert private not in message.subject + message.body


def test_many_cases_are_one_mail(rules: DeskRules, post: Any, escalate: Any, now: Any, pia: Any) -> None:
    for number in range(3):
        post(f"Question {number}?", kind="QUESTION")
    now(TUESDAY + 8 * HOUR)
    assert escalate() == 3
    (message,) = mail.outbox
    assert message.subject == "3 answers are overdue in Norrvind"
    assert message.body.count("Question: New turbines") == 3


def test_closed_cases_are_left_alone(case: Case, escalate: Any, now: Any, pia: Any) -> None:
    Case.objects.update(state="CLOSED", closed_at=TUESDAY, outcome="ANSWERED")
    now(TUESDAY + 24 * HOUR)
    assert escalate() == 0
    assert mail.outbox == []


def test_a_task_that_is_run_again_sends_nothing_twice(case: Case, escalate: Any, now: Any, pia: Any) -> None:
    now(TUESDAY + 8 * HOUR)
    escalate()
    event = CaseEvent.objects.get(action="ESCALATED")
    tell_escalated.call(pia.pk, [event.pk])
    assert len(mail.outbox) == 1


def test_what_was_answered_meanwhile_is_not_told(case: Case, now: Any, pia: Any) -> None:
    event = CaseEvent.objects.create(case=case, at=TUESDAY, action="ESCALATED")
    Case.objects.update(state="CLOSED", closed_at=TUESDAY, outcome="ANSWERED")
    tell_escalated.call(pia.pk, [event.pk])
    assert mail.outbox == []


def test_a_mail_server_that_fails_leaves_no_address_in_the_log(
    case: Case, escalate: Any, now: Any, pia: Any, monkeypatch: pytest.MonkeyPatch, caplog: Any
) -> None:
    def fail(self: Any, *args: Any) -> None:
        raise OSError("550 pia@norrvind.example unknown")

    monkeypatch.setattr("django.core.mail.EmailMessage.send", fail)
    now(TUESDAY + 8 * HOUR)
    assert escalate() == 1
    assert "could not send its mails: OSError" in caplog.text
    assert "pia@" not in caplog.text


def test_who_is_told(rules: DeskRules, pia: Any, cia: Any, make_user: Any) -> None:
    boss = make_user("boss")
    rules.escalate_to = boss
    rules.save()
    assert recipients(rules.newsroom_id) == [boss.pk]
    boss.is_active = False
    boss.save()
    assert recipients(rules.newsroom_id) == [pia.pk]
    pia.email = ""
    pia.save()
    assert recipients(rules.newsroom_id) == [cia.pk]


def test_a_mail_is_in_its_readers_language_and_time(case: Case, escalate: Any, now: Any, pia: Any) -> None:
    UserProfile.objects.create(user=pia, preferred_language="sv", current_time_zone="Europe/Stockholm")
    now(TUESDAY + 8 * HOUR)
    escalate()
    (message,) = mail.outbox
    assert "10 mars 2026 18:00" in message.body
