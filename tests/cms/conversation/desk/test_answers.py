"""Official answers: who may write, approve and send them, and what sending does."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from wagtail.models import ModelLogEntry

from cms.conversation.desk import answers, cases
from cms.conversation.desk.checklist import points_of
from cms.conversation.desk.due import desk_of
from cms.conversation.models import Answer, Case, ChecklistItem, Comment, DeskRules, Thread
from cms.conversation.services.decide import hold, publish, reject
from cms.errors import Conflict, InvalidInput
from cms.ledger.models import Item
from cms.newsroom.models import Person

HOUR = dt.timedelta(hours=1)
TUESDAY = dt.datetime(2026, 3, 10, 9, tzinfo=dt.UTC)
TEXT = "They turn in May. <strong>Come and see!</strong>"


def write(user: Any, comment: Comment, person: Person, **fields: Any) -> Answer:
    return answers.write_draft(user=user, comment=comment, person=person, **({"body": TEXT} | fields))


def test_sending_publishes_the_reply_and_closes_the_case(
    case: Case, question: Comment, cia: Any, speaker: Person, now: Any
) -> None:
    draft = write(cia, question, speaker, outcome="APOLOGISED")
    assert (draft.state, draft.written_by, draft.case) == ("DRAFT", cia, case)
    sent_at = now(dt.datetime(2026, 3, 11, 9, tzinfo=dt.UTC))
    answer = answers.send(user=cia, answer=draft)
    reply = Comment.objects.get(pk=answer.sent_comment_id)
    assert (reply.parent, reply.person, reply.status) == (question, speaker, "PUBLISHED")
    assert reply.plain == "They turn in May. Come and see!"
    assert (answer.state, answer.sent_at, answer.approved_by) == ("SENT", sent_at, None)
    question.refresh_from_db()
    assert (question.answered_at, question.answer) == (sent_at, reply)
    case.refresh_from_db()
    assert (case.state, case.outcome, case.closed_at) == ("CLOSED", "APOLOGISED", sent_at)
    assert (case.first_answered_at, case.answer_seconds, case.answer_office_seconds) == (
        sent_at,
        86400,
        9 * 3600,
    )
    assert list(case.events.values_list("action", flat=True)) == ["OPENED", "ANSWERED", "CLOSED"]
    entries = ModelLogEntry.objects.filter(user=cia).values_list("action", flat=True)
    assert sorted(entries) == ["newsroom.case.answer", "newsroom.case.close"]


def test_a_reply_to_ours_is_no_case_and_a_second_answer_needs_the_case_open(
    case: Case, question: Comment, cia: Any, speaker: Person, now: Any
) -> None:
    first, second = write(cia, question, speaker), write(cia, question, speaker, body="Once more.")
    answers.send(user=cia, answer=first)
    with pytest.raises(Conflict, match="It is now: Sent"):
        answers.send(user=cia, answer=first)
    with pytest.raises(Conflict, match=r"closed in the meantime \(Answered\)"):
        answers.send(user=cia, answer=second)
    assert Case.objects.count() == 1
    assert Comment.objects.filter(parent=question).count() == 1
    now(TUESDAY + HOUR)
    cases.reopen(user=cia, case=case)
    answers.send(user=cia, answer=second)
    case.refresh_from_db()
    assert (case.first_answered_at, case.answer_seconds) == (TUESDAY, 0)
    assert (case.state, case.closed_at) == ("CLOSED", TUESDAY + HOUR)


def test_marketing_suggests(case: Case, question: Comment, max_: Any, cia: Any, speaker: Person) -> None:
    draft = write(max_, question, speaker)
    with pytest.raises(PermissionDenied):
        answers.send(user=max_, answer=draft)
    with pytest.raises(PermissionDenied, match="has not submitted it yet"):
        answers.send(user=cia, answer=draft)
    with pytest.raises(Conflict, match="It is now: Draft"):
        answers.approve(user=cia, answer=draft)
    submitted = answers.submit(user=max_, answer=draft)
    assert submitted.state == "SUBMITTED"
    with pytest.raises(PermissionDenied):
        answers.approve(user=max_, answer=submitted)
    assert not Comment.objects.filter(person=speaker).exists()
    sent = answers.approve(user=cia, answer=submitted)
    assert (sent.state, sent.written_by, sent.approved_by) == ("SENT", max_, cia)


def test_a_second_person_approves(
    case: Case, question: Comment, rules: DeskRules, pia: Any, cia: Any, make_user: Any, speaker: Person
) -> None:
    rules.answers_need_approval = True
    rules.save()
    draft = write(pia, question, speaker)
    with pytest.raises(PermissionDenied, match="somebody else has to approve"):
        answers.send(user=pia, answer=draft)
    submitted = answers.submit(user=pia, answer=draft)
    for user in (pia, cia):
        with pytest.raises(PermissionDenied):
            answers.approve(user=user, answer=submitted)
    boss = make_user("bo", "PR")
    desk = desk_of(rules.newsroom_id)
    assert [answers.may_send(user, submitted, desk) for user in (pia, cia, boss)] == [False, False, True]
    assert answers.approve(user=boss, answer=submitted).approved_by == boss


def test_who_changes_a_draft_has_written_it(
    question: Comment, rules: DeskRules, pia: Any, cia: Any, speaker: Person, now: Any
) -> None:
    rules.answers_need_approval = True
    rules.save()
    draft = write(cia, question, speaker)
    now(TUESDAY + HOUR)
    changed = answers.change_draft(user=pia, answer=draft, person=speaker, body="In June.")
    assert changed.written_by == pia
    with pytest.raises(Conflict, match="Pia has changed this answer"):
        answers.change_draft(user=cia, answer=draft, person=speaker, body="In July.")
    submitted = answers.submit(user=cia, answer=changed)
    with pytest.raises(PermissionDenied):
        answers.approve(user=pia, answer=submitted)
    assert Answer.objects.get().body == "In June."


def test_approve_and_return_at_once(
    case: Case, question: Comment, rules: DeskRules, pia: Any, cia: Any, speaker: Person
) -> None:
    rules.answers_need_approval = True
    rules.save()
    submitted = answers.submit(user=cia, answer=write(cia, question, speaker))
    with pytest.raises(InvalidInput, match="what the writer is to change"):
        answers.return_to_writer(user=pia, answer=submitted, note=" ")
    returned = answers.return_to_writer(user=pia, answer=submitted, note="Too proud.")
    assert (returned.state, returned.return_note) == ("RETURNED", "Too proud.")
    with pytest.raises(Conflict, match="It is now: Returned to its writer"):
        answers.approve(user=pia, answer=submitted)
    again = answers.submit(user=cia, answer=returned)
    assert again.return_note == ""
    answers.approve(user=pia, answer=again)
    with pytest.raises(Conflict, match="It is now: Sent"):
        answers.return_to_writer(user=pia, answer=again, note="Wait!")
    case.refresh_from_db()
    assert case.state == "CLOSED"


def test_a_writer_takes_back_and_throws_away(question: Comment, cia: Any, max_: Any, speaker: Person) -> None:
    submitted = answers.submit(user=max_, answer=write(max_, question, speaker))
    with pytest.raises(Conflict):
        answers.discard(user=max_, answer=submitted)
    draft = answers.return_to_writer(user=max_, answer=submitted, note="")
    with pytest.raises(PermissionDenied):
        answers.discard(user=cia, answer=draft)
    answers.discard(user=max_, answer=draft)
    assert not Answer.objects.exists()
    with pytest.raises(Conflict, match="thrown away"):
        answers.submit(user=max_, answer=draft)


def test_one_speaks_only_for_those_one_may(
    question: Comment, case: Case, cia: Any, max_: Any, person: Person
) -> None:
    draft = write(cia, question, person)
    with pytest.raises(PermissionDenied, match="may speak for Åsa Lind"):
        answers.send(user=cia, answer=draft)
    person.speakers.create(user=max_)
    with pytest.raises(PermissionDenied):
        answers.send(user=cia, answer=draft)
    suggested = answers.submit(user=max_, answer=write(max_, question, person))
    assert answers.approve(user=cia, answer=suggested).state == "SENT"  # its writer may speak for the person


def test_the_checklist(question: Comment, rules: DeskRules, cia: Any, speaker: Person) -> None:
    rules.use_checklist = True
    rules.save()
    points = points_of(rules)
    assert [point.key for point in points] == ["humble", "owns", "next", "no_blame"]
    draft = write(cia, question, speaker, checklist=["humble", "next"])
    with pytest.raises(InvalidInput, match="Not ticked yet: Does it own the mistake") as error:
        answers.send(user=cia, answer=draft)
    assert error.value.field == "checklist"
    with pytest.raises(InvalidInput, match="no point “proud”"):
        write(cia, question, speaker, checklist=["proud"])
    own = ChecklistItem.objects.create(rules=rules, text="Is it short?")
    rules = DeskRules.objects.get()
    assert [(point.key, point.text) for point in points_of(rules)] == [(str(own.pk), "Is it short?")]
    ticked = answers.change_draft(user=cia, answer=draft, person=speaker, body=TEXT, checklist=[str(own.pk)])
    assert answers.send(user=cia, answer=ticked).state == "SENT"


def test_bad_input(question: Comment, cia: Any, speaker: Person) -> None:
    for field, value in (("body", " "), ("body", "x" * 5001), ("outcome", "MOOT"), ("outcome", "NO_COMMENT")):
        with pytest.raises(InvalidInput) as error:
            write(cia, question, speaker, **{field: value})
        assert error.value.field == field
    assert not Answer.objects.exists()


def test_what_is_not_ready_is_not_sent(
    question: Comment, case: Case, cia: Any, speaker: Person, make_release: Any
) -> None:
    release = make_release("What happened", kind="STATEMENT")
    statement = Item.objects.get(source_type="page", source_id=release.pk)
    draft = write(cia, question, speaker, body="Dear {name}, we are sorry.", statement=statement)
    with pytest.raises(InvalidInput, match=r"Fill in \{name\}"):
        answers.send(user=cia, answer=draft)
    draft = answers.change_draft(user=cia, answer=draft, person=speaker, body=TEXT, statement=statement)
    release.unpublish()
    with pytest.raises(InvalidInput, match="not public any more") as error:
        answers.send(user=cia, answer=draft)
    assert error.value.field == "statement"
    Answer.objects.update(statement=None, person=None)
    with pytest.raises(InvalidInput, match="Choose the person"):
        answers.send(user=cia, answer=draft)
    case.refresh_from_db()
    assert case.is_open


def test_a_withdrawn_comment_is_not_answered(
    question: Comment, case: Case, cia: Any, speaker: Person
) -> None:
    draft = write(cia, question, speaker)
    Comment.objects.filter(pk=question.pk).update(status="WITHDRAWN")
    with pytest.raises(Conflict):
        answers.send(user=cia, answer=draft)
    draft.refresh_from_db()
    assert (draft.state, draft.sent_comment) == ("DRAFT", None)


def test_praise_is_answered_without_a_case(rules: DeskRules, post: Any, cia: Any, speaker: Person) -> None:
    praise = post("Well done!", kind="PRAISE").comment
    answer = answers.send(user=cia, answer=write(cia, praise, speaker, body="Thank you!"))
    assert (answer.state, answer.case) == ("SENT", None)
    assert ModelLogEntry.objects.filter(action="newsroom.case.answer", user=cia).count() == 1


def test_only_the_desks_own_people_write(question: Comment, make_user: Any, speaker: Person) -> None:
    with pytest.raises(PermissionDenied):
        write(make_user("nils"), question, speaker)


def test_a_visitor_whose_address_is_confirmed_is_told(
    question: Comment, case: Case, cia: Any, speaker: Person, django_capture_on_commit_callbacks: Any
) -> None:
    Comment.objects.filter(pk=question.pk).update(email_confirmed_at=TUESDAY)
    draft = write(cia, question, speaker)
    with django_capture_on_commit_callbacks(execute=True):
        answers.send(user=cia, answer=draft)
    assert [message.to for message in mail.outbox] == [[question.email]]
    assert "They turn in May." in mail.outbox[0].body


def test_whose_answer_is_taken_back_waits_again(
    question: Comment, case: Case, cia: Any, pia: Any, speaker: Person, now: Any
) -> None:
    reply = answers.send(user=cia, answer=write(cia, question, speaker)).sent_comment
    assert reply is not None
    now(TUESDAY + HOUR)
    hold(reply.pk, user=pia)
    case.refresh_from_db()
    assert (case.state, case.reopened, case.due_at) == ("OPEN", 1, dt.datetime(2026, 3, 11, 9, tzinfo=dt.UTC))
    event = case.events.last()
    assert event is not None
    assert (event.action, event.user, event.data["answer"]) == ("REOPENED", None, "HELD")
    question.refresh_from_db()
    assert (question.answered_at, question.answer) == (None, None)
    assert Thread.objects.get().answered_count == 0
    other = answers.send(user=cia, answer=write(cia, question, speaker, body="Once more."))
    reject(reply.pk, user=pia, reason="OTHER")
    case.refresh_from_db()
    assert (case.state, other.state) == ("CLOSED", "SENT")
    assert Case.objects.count() == 1
    question.refresh_from_db()
    assert (question.answered_at, question.answer) == (TUESDAY + HOUR, other.sent_comment)
    publish(reply.pk, user=pia)
    question.refresh_from_db()
    assert (question.answered_at, question.answer) == (TUESDAY, reply)
    assert Thread.objects.get().answered_count == 1
