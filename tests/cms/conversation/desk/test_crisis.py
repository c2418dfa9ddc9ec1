"""Crisis mode: one switch, all its effects, and its log."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from wagtail.models import PageLogEntry

from cms.conversation.desk.crisis import is_crisis, official_statement, official_statements, open_period
from cms.conversation.desk.crisis_switch import change_statement, switch_off, switch_on
from cms.conversation.models import Case, CrisisPeriod, DeskRules, Thread
from cms.errors import Conflict, InvalidInput
from cms.ledger.models import Counter, Item
from cms.newsroom.models import NewsroomPage

HOUR = dt.timedelta(hours=1)
TUESDAY = dt.datetime(2026, 3, 10, 9, tzinfo=dt.UTC)


@pytest.fixture
def statement(make_release: Any) -> Item:
    release = make_release("What happened", kind="STATEMENT")
    return Item.objects.get(source_type="page", source_id=release.pk)


@pytest.fixture
def page(open_newsroom: NewsroomPage) -> NewsroomPage:
    return open_newsroom


def newsroom_uid(page: NewsroomPage) -> Any:
    return Item.objects.get(source_type="page", source_id=page.pk).uid


def test_on_and_off(
    case: Case,
    thread: Thread,
    rules: DeskRules,
    page: NewsroomPage,
    statement: Item,
    pia: Any,
    now: Any,
    django_capture_on_commit_callbacks: Any,
) -> None:
    rules.crisis_alerts = "boss@norrvind.example\n\npia@norrvind.example\nboss@norrvind.example"
    rules.save()
    number = Counter.objects.get(name="conversation").value
    with django_capture_on_commit_callbacks(execute=True):
        period = switch_on(
            user=pia, newsroom=page, reason="A mast fell.", statement=statement, items=[thread.item]
        )
    assert is_crisis(page.pk)
    assert open_period(page.pk) == period
    assert (period.started_at, period.started_by) == (TUESDAY, pia)
    assert official_statement(newsroom_uid(page)) == statement
    assert official_statement(thread.item_id) == statement
    assert official_statement(statement.uid) is None
    thread.refresh_from_db()
    assert thread.mode == "PREMODERATED"
    case.refresh_from_db()
    assert case.due_at == TUESDAY + 2 * HOUR
    event = case.events.last()
    assert event is not None
    assert (event.action, event.user) == ("DUE", None)
    assert event.data == {
        "from": "2026-03-10T17:00:00+00:00",
        "to": "2026-03-10T11:00:00+00:00",
        "crisis": True,
    }
    assert Counter.objects.get(name="conversation").value > number
    assert [message.to for message in mail.outbox] == [["boss@norrvind.example"], ["pia@norrvind.example"]]
    assert mail.outbox[0].subject == "Crisis mode is on in Norrvind"
    assert "What happened" in mail.outbox[0].body

    mail.outbox.clear()
    ended = now(TUESDAY + 5 * HOUR)
    with django_capture_on_commit_callbacks(execute=True):
        period = switch_off(user=pia, period=period, note="It stands again.")
    assert not is_crisis(page.pk)
    assert (period.ended_at, period.ended_by, period.end_note) == (ended, pia, "It stands again.")
    assert official_statements([newsroom_uid(page), thread.item_id]) == {}
    thread.refresh_from_db()
    assert thread.mode == "OPEN"
    case.refresh_from_db()
    assert case.due_at == TUESDAY + 2 * HOUR
    assert [message.subject for message in mail.outbox] == ["Crisis mode is off in Norrvind"] * 2
    entries = PageLogEntry.objects.filter(page_id=page.pk, action__startswith="newsroom.crisis")
    assert list(entries.order_by("pk").values_list("action", "user")) == [
        ("newsroom.crisis.on", pia.pk),
        ("newsroom.crisis.off", pia.pk),
    ]


def test_in_a_crisis_comments_wait_and_cases_are_due_sooner(
    rules: DeskRules, page: NewsroomPage, post: Any, pia: Any, now: Any
) -> None:
    saturday = now(dt.datetime(2026, 3, 14, 22, tzinfo=dt.UTC))
    switch_on(user=pia, newsroom=page, reason="A mast fell.")
    comment = post("What now?", kind="QUESTION").comment
    assert comment.status == "HELD"
    assert Case.objects.get(comment=comment).due_at == saturday + 2 * HOUR


def test_two_switches_at_once(page: NewsroomPage, pia: Any, make_user: Any) -> None:
    period = switch_on(user=pia, newsroom=page, reason="A mast fell.")
    with pytest.raises(Conflict, match="on already"):
        switch_on(user=make_user("bo", "PR"), newsroom=page, reason="A mast has fallen.")
    switch_off(user=pia, period=period)
    with pytest.raises(Conflict, match="over already"):
        switch_off(user=pia, period=period)
    with pytest.raises(Conflict, match="over already"):
        change_statement(user=pia, period=period, statement=None)
    assert CrisisPeriod.objects.count() == 1
    switch_on(user=pia, newsroom=page, reason="Another one fell.")
    assert CrisisPeriod.objects.count() == 2


def test_another_statement(page: NewsroomPage, thread: Thread, statement: Item, pia: Any) -> None:
    period = switch_on(user=pia, newsroom=page, reason="A mast fell.")
    assert official_statement(newsroom_uid(page)) is None
    number = Counter.objects.get(name="conversation").value
    change_statement(user=pia, period=period, statement=statement, items=[thread.item])
    assert official_statements([newsroom_uid(page), thread.item_id]) == {
        newsroom_uid(page): statement,
        thread.item_id: statement,
    }
    assert Counter.objects.get(name="conversation").value == number + 1


def test_a_withdrawn_statement_is_not_shown(page: NewsroomPage, make_release: Any, pia: Any) -> None:
    release = make_release("What happened", kind="STATEMENT")
    item = Item.objects.get(source_type="page", source_id=release.pk)
    switch_on(user=pia, newsroom=page, reason="A mast fell.", statement=item)
    release.unpublish()
    assert official_statement(newsroom_uid(page)) is None


def test_bad_input_changes_nothing(page: NewsroomPage, thread: Thread, statement: Item, pia: Any) -> None:
    newsroom = Item.objects.get(pk=newsroom_uid(page))
    for field, given in {
        "reason": {"reason": " "},
        "items": {"reason": "x", "statement": statement, "items": [newsroom]},
        "statement": {"reason": "x", "items": [thread.item]},
    }.items():
        with pytest.raises(InvalidInput) as error:
            switch_on(user=pia, newsroom=page, **given)
        assert error.value.field == field
    assert not CrisisPeriod.objects.exists()


def test_only_who_may(page: NewsroomPage, cia: Any, max_: Any, pia: Any) -> None:
    for user in (cia, max_):
        with pytest.raises(PermissionDenied):
            switch_on(user=user, newsroom=page, reason="A mast fell.")
    period = switch_on(user=pia, newsroom=page, reason="A mast fell.")
    with pytest.raises(PermissionDenied):
        switch_off(user=cia, period=period)
    assert is_crisis(page.pk)
