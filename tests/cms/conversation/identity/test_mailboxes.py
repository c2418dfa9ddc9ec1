"""Counting mails to addresses that nobody has confirmed, and keeping to the wish for no more."""

from __future__ import annotations

from datetime import timedelta
from threading import Barrier, Thread
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.utils import timezone

from cms.conversation.identity import mailboxes
from cms.conversation.models import MailOptOut, UnprovenMailbox

NEWSROOM = UUID(int=7)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Any:
    start = timezone.now()
    passed = [timedelta()]
    monkeypatch.setattr(mailboxes.timezone, "now", lambda: start + passed[0])

    def move(**by: float) -> None:
        passed[0] += timedelta(**by)

    return move


@pytest.mark.parametrize(
    ("address", "mailbox"),
    [
        ("Anna.Ek@Example.com", "anna.ek@example.com"),
        ("anna.ek+press@example.com", "anna.ek@example.com"),
        ("a.n.n.a+x+y@gmail.com", "anna@gmail.com"),
        ("an.na@GoogleMail.com", "anna@googlemail.com"),
        ("+odd@example.com", "+odd@example.com"),
    ],
)
def test_the_mailbox_behind_an_address(address: str, mailbox: str) -> None:
    assert mailboxes.mailbox(address) == mailbox


@pytest.mark.django_db
def test_three_mails_an_hour_and_twelve_a_day(clock: Any) -> None:
    def places(number: int) -> int:
        return sum(mailboxes.take_place("anna@example.com") for _ in range(number))

    assert places(5) == 3
    clock(minutes=59)
    assert places(5) == 0
    clock(minutes=2)
    assert [places(5), clock(hours=2), places(5), clock(hours=2), places(5)] == [3, None, 3, None, 3]
    clock(hours=2)
    assert places(5) == 0
    clock(hours=17)
    assert places(5) == 3


@pytest.mark.django_db
def test_all_spellings_of_a_mailbox_share_its_places_and_nobody_else(settings: Any) -> None:
    settings.NEWSROOM = {**settings.NEWSROOM, "MAILS_PER_ADDRESS": 2}
    assert mailboxes.take_place("anna@gmail.com")
    assert mailboxes.take_place("A.nna+1@gmail.com")
    assert not mailboxes.take_place("anna+2@gmail.com")
    assert mailboxes.take_place("bo@gmail.com")
    assert "anna" not in str(list(UnprovenMailbox.objects.values()))


@pytest.mark.django_db(transaction=True)
def test_of_many_at_once_no_more_than_allowed() -> None:
    taken: list[bool] = []
    start = Barrier(8)

    def post() -> None:
        start.wait()
        try:
            taken.append(mailboxes.take_place("anna@example.com"))
        finally:
            connection.close()

    threads = [Thread(target=post) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(taken) == [False] * 5 + [True] * 3


@pytest.mark.django_db
def test_an_opt_out_of_a_newsroom_is_for_its_notices_alone() -> None:
    address = mailboxes.hash_of("anna@example.com")
    mailboxes.opt_out(address, str(NEWSROOM))
    mailboxes.opt_out(address, str(NEWSROOM))
    assert not mailboxes.wants_notices("Anna@example.com", NEWSROOM)
    assert mailboxes.wants_notices("anna@example.com", UUID(int=8))
    assert mailboxes.wants_notices("bo@example.com", NEWSROOM)
    assert not mailboxes.is_closed("anna@example.com")
    mailboxes.opt_in(address, str(NEWSROOM))
    assert mailboxes.wants_notices("anna@example.com", NEWSROOM)
    assert not MailOptOut.objects.exists()


@pytest.mark.django_db
def test_an_opt_out_of_everything_is_for_all_newsrooms_and_survives_a_new_key(settings: Any) -> None:
    mailboxes.opt_out(mailboxes.hash_of("anna@example.com"), mailboxes.EVERYTHING)
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "new", [settings.SECRET_KEY]
    assert mailboxes.is_closed("anna+2@example.com")
    assert not mailboxes.wants_notices("anna@example.com", NEWSROOM)
    assert not mailboxes.is_closed("bo@example.com")


@pytest.mark.django_db
def test_counts_are_forgotten_after_a_day(clock: Any) -> None:
    mailboxes.take_place("anna@example.com")
    clock(hours=23)
    mailboxes.take_place("bo@example.com")
    assert mailboxes.forget_counts() == 0
    clock(hours=2)
    assert mailboxes.forget_counts() == 1
    assert UnprovenMailbox.objects.get().address == mailboxes.hash_of("bo@example.com")
