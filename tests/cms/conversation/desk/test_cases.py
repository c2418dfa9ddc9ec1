"""Cases: opened with what needs an answer, and what people may do with them."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import ModelLogEntry

from cms.conversation.desk import cases
from cms.conversation.desk.answers import write_draft
from cms.conversation.desk.opening import erase_case, kept_about, open_case, settle_case
from cms.conversation.models import Answer, Case, CaseEvent, Comment, Holiday, Outcome
from cms.errors import Conflict, InvalidInput

HOUR = dt.timedelta(hours=1)
TUESDAY = dt.datetime(2026, 3, 10, 9, tzinfo=dt.UTC)


def history(case: Case) -> list[str]:
    return list(case.events.values_list("action", flat=True))


def logged(case: Case) -> list[str]:
    rows = ModelLogEntry.objects.filter(content_type__model="case", object_id=str(case.pk))
    return list(rows.order_by("pk").values_list("action", flat=True))


def test_a_question_opens_a_case(case: Case, question: Comment) -> None:
    assert (case.state, case.kind, case.team, case.severity) == ("OPEN", "QUESTION", "PR", "NORMAL")
    assert (case.opened_at, case.due_at) == (TUESDAY, TUESDAY + 8 * HOUR)
    assert history(case) == ["OPENED"]
    assert case.events.get().data == {"team": "PR", "due": "2026-03-10T17:00:00+00:00"}
    assert logged(case) == []


def test_criticism_has_its_own_team_and_time(rules: Any, now: Any, post: Any) -> None:
    rules.criticism_team, rules.criticism_hours_normal = "CUSTOMER_SERVICE", 10
    rules.save()
    case = Case.objects.get(comment=post("They are too loud!", kind="CRITICISM").comment)
    assert (case.team, case.due_at) == ("CUSTOMER_SERVICE", dt.datetime(2026, 3, 11, 10, tzinfo=dt.UTC))


def test_closed_days_count(rules: Any, now: Any, post: Any) -> None:
    for year in (2025, 2026):
        Holiday.objects.create(rules=rules, date=dt.date(year, 3, 11), name="Company day")
    now(dt.datetime(2026, 3, 10, 16, tzinfo=dt.UTC))
    case = Case.objects.get(comment=post("When?", kind="QUESTION").comment)
    assert case.due_at == dt.datetime(2026, 3, 12, 15, tzinfo=dt.UTC)


def test_what_needs_no_answer_opens_none(rules: Any, post: Any) -> None:
    for kind in ("PRAISE", "OTHER"):
        post("How nice.", kind=kind)
    assert not Case.objects.exists()


def test_a_held_question_opens_a_case(rules: Any, question: Comment) -> None:
    Case.objects.all().delete()
    question.status = "HELD"
    case = open_case(question)
    assert case is not None
    assert case.is_open
    question.status = "REJECTED"
    Case.objects.all().delete()
    assert open_case(question) is None


def test_opening_takes_three_statements(rules: Any, question: Comment) -> None:
    Case.objects.all().delete()
    Holiday.objects.create(rules=rules, date=dt.date(2026, 12, 24))
    Holiday.objects.create(rules=rules, date=dt.date(2026, 12, 31))
    assert question.newsroom.source_id == rules.newsroom_id  # loaded, as posting has it
    with CaptureQueriesContext(connection) as queries:
        open_case(question)
    assert len(queries) == 3


def test_a_case_closes_with_its_comment_and_comes_back_with_it(
    case: Case, question: Comment, now: Any
) -> None:
    for times, status in enumerate(("WITHDRAWN", "REJECTED", "ERASED"), start=1):
        now(TUESDAY)
        question.status = status
        settle_case(question)
        case.refresh_from_db()
        assert (case.state, case.outcome, case.closed_at) == ("CLOSED", "MOOT", TUESDAY)
        now(TUESDAY + 2 * HOUR)
        question.status = "PUBLISHED"
        settle_case(question)
        case.refresh_from_db()
        assert (case.state, case.outcome, case.closed_at, case.reopened) == ("OPEN", "", None, times)
        assert case.due_at == dt.datetime(2026, 3, 11, 10, tzinfo=dt.UTC)
    actions = case.events.order_by("pk").values_list("action", flat=True)
    assert list(actions) == ["OPENED", *["CLOSED", "REOPENED"] * 3]


def test_a_case_follows_the_kind_of_its_comment(case: Case, question: Comment) -> None:
    question.kind = "CRITICISM"
    settle_case(question)
    case.refresh_from_db()
    assert (case.kind, case.is_open) == ("CRITICISM", True)
    question.kind = "PRAISE"
    settle_case(question)
    case.refresh_from_db()
    assert (case.kind, case.state, case.outcome) == ("CRITICISM", "CLOSED", "MOOT")


def test_what_a_colleague_closed_stays_closed(case: Case, question: Comment, pia: Any) -> None:
    cases.close(user=pia, case=case, outcome=Outcome.MOOT, note="She has found it herself.")
    settle_case(question)
    case.refresh_from_db()
    assert case.state == "CLOSED"


def test_take(case: Case, pia: Any, cia: Any, max_: Any) -> None:
    assert cases.take(user=cia, case=case).owner == cia
    assert cases.take(user=cia, case=case).owner == cia
    with pytest.raises(Conflict, match="Cia has taken this case already"):
        cases.take(user=pia, case=case)
    with pytest.raises(PermissionDenied):
        cases.take(user=max_, case=case)
    assert history(case) == ["OPENED", "ASSIGNED"]
    assert logged(case) == ["newsroom.case.assign"]


def test_two_who_assign_at_once(case: Case, pia: Any, cia: Any) -> None:
    """Both look at the case while nobody owns it; the second is told what the first did."""
    first, second = Case.objects.get(pk=case.pk), Case.objects.get(pk=case.pk)
    cases.assign(user=pia, case=first, owner=cia, note="Please see to it.")
    with pytest.raises(Conflict, match="Pia has changed this case in the meantime: PR, Cia, Normal"):
        cases.assign(user=cia, case=second, owner=pia)
    case.refresh_from_db()
    assert case.owner == cia
    event = case.events.last()
    assert event is not None
    assert (event.action, event.user, event.note) == ("ASSIGNED", pia, "Please see to it.")
    assert event.data == {"from_owner": None, "to_owner": cia.pk}


def test_a_case_goes_only_to_those_who_work_there(case: Case, pia: Any, make_user: Any) -> None:
    with pytest.raises(InvalidInput, match="Nils does not work on the desk") as error:
        cases.assign(user=pia, case=case, owner=make_user("nils"))
    assert error.value.field == "owner"
    assert history(case) == ["OPENED"]


def test_hand_over(case: Case, pia: Any, cia: Any) -> None:
    case = cases.take(user=pia, case=case)
    handed = cases.hand_over(user=pia, case=case, team="CUSTOMER_SERVICE", note=" An invoice. ")
    assert (handed.team, handed.owner) == ("CUSTOMER_SERVICE", None)
    event = handed.events.last()
    assert event is not None
    assert event.note == "An invoice."
    assert event.data == {
        "from_team": "PR",
        "from_owner": pia.pk,
        "to_team": "CUSTOMER_SERVICE",
        "to_owner": None,
    }
    with pytest.raises(Conflict):
        cases.hand_over(user=cia, case=case, team="MARKETING")
    with pytest.raises(InvalidInput, match="PR, MARKETING, CUSTOMER_SERVICE"):
        cases.hand_over(user=cia, case=handed, team="SALES")


def test_severity_moves_the_due_time(case: Case, cia: Any, now: Any) -> None:
    now(TUESDAY + HOUR)
    row = cases.set_severity(user=cia, case=case, severity="URGENT")
    assert (row.severity, row.due_at) == ("URGENT", TUESDAY + HOUR)
    assert row.events.last().data == {
        "from": "NORMAL",
        "from_due": "2026-03-10T17:00:00+00:00",
        "to": "URGENT",
        "to_due": "2026-03-10T10:00:00+00:00",
    }
    with pytest.raises(Conflict):
        cases.set_severity(user=cia, case=case, severity="LOW")


def test_a_later_due_time_lets_a_case_be_escalated_again(case: Case, pia: Any, cia: Any, now: Any) -> None:
    Case.objects.update(escalated_at=TUESDAY)
    with pytest.raises(InvalidInput, match="in the future"):
        cases.set_due(user=pia, case=case, due_at=TUESDAY)
    with pytest.raises(PermissionDenied):
        cases.set_due(user=cia, case=case, due_at=TUESDAY + HOUR)
    row = cases.set_due(user=pia, case=case, due_at=TUESDAY + 30 * HOUR, note="Promised for tomorrow.")
    assert (row.due_at, row.escalated_at) == (TUESDAY + 30 * HOUR, None)


def test_notes(case: Case, max_: Any, make_user: Any) -> None:
    cases.add_note(user=max_, case=case, note="The campaign said so too.")
    assert history(case) == ["OPENED", "NOTE"]
    for note in (" ", "x" * 5001):
        with pytest.raises(InvalidInput):
            cases.add_note(user=max_, case=case, note=note)
    with pytest.raises(PermissionDenied):
        cases.add_note(user=make_user("nils"), case=case, note="Hello.")
    assert logged(case) == ["newsroom.case.note"]
    assert not ModelLogEntry.objects.filter(data__icontains="campaign").exists()


def test_closing_without_an_answer_takes_a_decision_and_a_note(case: Case, pia: Any, cia: Any) -> None:
    with pytest.raises(PermissionDenied):
        cases.close(user=cia, case=case, outcome=Outcome.COMPENSATED, note="A voucher.")
    with pytest.raises(InvalidInput, match="Write a note"):
        cases.close(user=pia, case=case, outcome=Outcome.COMPENSATED)
    for outcome in ("NO_COMMENT", ""):
        with pytest.raises(InvalidInput, match="ANSWERED, APOLOGISED, COMPENSATED, CORRECTED, MOOT"):
            cases.close(user=pia, case=case, outcome=outcome, note="No comment.")
    case.refresh_from_db()
    assert case.is_open
    closed = cases.close(user=pia, case=case, outcome=Outcome.COMPENSATED, note="A voucher, by telephone.")
    assert (closed.state, closed.outcome, closed.closed_at) == ("CLOSED", "COMPENSATED", TUESDAY)


def test_close_and_reopen_at_once(case: Case, pia: Any, cia: Any, now: Any) -> None:
    Case.objects.update(first_answered_at=TUESDAY)
    cases.close(user=cia, case=case, outcome=Outcome.ANSWERED)
    with pytest.raises(Conflict, match="has been closed in the meantime: Answered"):
        cases.close(user=pia, case=case, outcome=Outcome.APOLOGISED)
    with pytest.raises(Conflict, match="has been closed"):
        cases.take(user=pia, case=case)
    now(TUESDAY + HOUR)
    row = cases.reopen(user=pia, case=case, note="She asks again.")
    assert (row.is_open, row.reopened, row.outcome, row.closed_at) == (True, 1, "", None)
    assert row.due_at == dt.datetime(2026, 3, 11, 9, tzinfo=dt.UTC)
    with pytest.raises(Conflict, match="open already"):
        cases.reopen(user=cia, case=case)
    assert logged(case) == ["newsroom.case.close", "newsroom.case.reopen"]
    # Severity after a reopening counts from the reopening.
    assert cases.set_severity(user=pia, case=row, severity="HIGH").due_at == TUESDAY + 5 * HOUR


def test_a_form_remembers_what_its_user_saw(case: Case, pia: Any, cia: Any) -> None:
    token = cases.seen(case)
    assert token == "OPEN.PR.NORMAL."
    cases.take(user=cia, case=case)
    with pytest.raises(Conflict):
        cases.assign(user=pia, case=cases.as_seen(Case.objects.get(pk=case.pk), token), owner=pia)
    row = Case.objects.get(pk=case.pk)
    assert cases.assign(user=pia, case=cases.as_seen(row, cases.seen(row)), owner=pia).owner == pia
    for wrong in ("", "OPEN.PR.NORMAL", "OPEN.PR.NORMAL.x", "OPEN.SALES.NORMAL."):
        with pytest.raises(InvalidInput):
            cases.as_seen(row, wrong)


def test_nobody_works_on_another_newsrooms_case(case: Case, pia: Any, open_newsroom: Any) -> None:
    open_newsroom.desk_teams.all().delete()
    for action in (
        lambda: cases.take(user=pia, case=case),
        lambda: cases.add_note(user=pia, case=case, note="x"),
        lambda: cases.close(user=pia, case=case, outcome="MOOT", note="x"),
        lambda: cases.reopen(user=pia, case=case),
    ):
        with pytest.raises(PermissionDenied):
            action()
    assert history(case) == ["OPENED"]


def test_erasing_leaves_no_words(case: Case, question: Comment, pia: Any, person: Any) -> None:
    assert kept_about(question) == {
        "kind": "QUESTION",
        "severity": "NORMAL",
        "state": "OPEN",
        "outcome": "",
        "opened_at": TUESDAY,
        "closed_at": None,
        "notes": [],
        "drafts": [],
    }
    cases.add_note(user=pia, case=case, note="Anna rang, 070-1234567.")
    write_draft(user=pia, comment=question, person=person, body="Dear Anna")
    kept = kept_about(question)
    assert kept is not None
    assert kept["notes"] == [{"at": TUESDAY, "text": "Anna rang, 070-1234567."}]
    assert kept["drafts"] == [{"at": TUESDAY, "text": "Dear Anna"}]
    question.status = "ERASED"
    erase_case(question)
    assert list(CaseEvent.objects.exclude(note="")) == []
    assert not Answer.objects.exists()
    assert history(case) == ["OPENED", "NOTE", "CLOSED"]
