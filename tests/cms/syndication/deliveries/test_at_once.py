"""Several workers and several receivers at the same time."""

from __future__ import annotations

import time
from http.server import BaseHTTPRequestHandler
from threading import Event, Thread
from typing import Any

import pytest
from django.db import OperationalError
from django.utils import timezone

from cms.ledger.worker import Worker, worker_started
from cms.syndication.deliveries import claiming, engine
from cms.syndication.deliveries.claiming import claim
from cms.syndication.deliveries.engine import Engine
from cms.syndication.models import Attempt, Endpoint
from tests.cms.syndication.deliveries.conftest import deliver, states
from tests.cms.syndication.deliveries.receiver import Got, Receiver, with_status

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_slow_receiver_holds_up_no_other(
    start_receiver: Any, make_release: Any, make_endpoint: Any, settings: Any
) -> None:
    slow, fast = start_receiver(), start_receiver()
    settings.NEWSROOM = settings.NEWSROOM | {"DELIVERY_THREADS": 2}
    released = Event()

    def answer_late(handler: Any, got: Got) -> None:
        released.wait(8)
        with_status(204)(handler, got)

    slow.answering = answer_late
    make_endpoint(slow)
    make_endpoint(fast)
    for title in "ABCD":
        make_release(title)
    stopping = Event()
    running = Thread(target=Engine(stopping).run)
    running.start()
    end = time.monotonic() + 8
    while len(fast.got) < 4 and time.monotonic() < end:
        time.sleep(0.01)
    stopping.set()
    released.set()
    running.join()
    assert (len(fast.got), len(slow.got)) == (4, 1)
    assert states(Endpoint.objects.first()) == ["DELIVERED", *["PENDING"] * 3]  # the one begun was finished
    assert not Endpoint.objects.exclude(lease_by="").exists()


def test_two_workers_never_send_at_once(
    receiver: Receiver, make_release: Any, make_endpoint: Any, settings: Any
) -> None:
    receiver.seconds = 0.02
    endpoints = [make_endpoint(receiver, url=f"{receiver.url}/{number}") for number in range(3)]
    for number in range(8):
        make_release(f"Release {number}")
    threads = [Thread(target=Engine(Event(), until_empty=True).run) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    deliver()
    assert set(receiver.most_at_once.values()) == {1}
    assert len(receiver.got) == len({got.id for got in receiver.got}) == 24
    assert [set(states(endpoint)) for endpoint in endpoints] == [{"DELIVERED"}] * 3


def test_a_lease_keeps_others_away_until_it_ends(
    receiver: Receiver, make_release: Any, make_endpoint: Any
) -> None:
    endpoint = make_endpoint(receiver)
    make_release("A")
    (turn,) = claim("first", 8)
    assert (turn.endpoint, len(turn.deliveries)) == (endpoint, 1)
    assert claim("second", 8) == []
    Endpoint.objects.update(lease_until=timezone.now())
    (turn,) = claim("second", 8)
    claiming.give_back("first", [endpoint.pk])  # it is not the first's any more
    assert claim("third", 8) == []


def test_what_a_worker_did_after_its_lease_had_ended_hurts_nobody(
    receiver: Receiver, make_release: Any, make_endpoint: Any
) -> None:
    endpoint = make_endpoint(receiver)
    make_release("A")
    receiver.answering = with_status(410)

    def takes_over(request: BaseHTTPRequestHandler, got: Got) -> None:
        Endpoint.objects.update(lease_by="somebody-else")
        with_status(410)(request, got)

    receiver.answering = takes_over
    deliver()
    endpoint.refresh_from_db()
    assert (endpoint.state, states(endpoint)) == ("ACTIVE", ["PENDING"])
    assert Attempt.objects.get().status == 410


def test_what_cannot_be_written_down_is_sent_again_under_its_id(
    receiver: Receiver, make_release: Any, make_endpoint: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    endpoint = make_endpoint(receiver)
    make_release("A")

    def lose_database(*args: Any) -> set[int]:
        raise OperationalError("the database was restarted")

    with monkeypatch.context() as away:
        away.setattr(engine, "settle", lose_database)
        deliver()
    assert (len(receiver.got), states(endpoint), Attempt.objects.count()) == (1, ["PENDING"], 0)
    deliver()
    assert len(receiver.got) == 1  # the lease still holds
    Endpoint.objects.update(lease_until=timezone.now())
    deliver()
    assert [got.id for got in receiver.got] == [endpoint.deliveries.get().message_id] * 2
    assert states(endpoint) == ["DELIVERED"]


def test_the_worker_delivers_beside_its_other_work(
    receiver: Receiver, make_release: Any, make_endpoint: Any
) -> None:
    def fails(**kwargs: Any) -> list[Thread]:
        raise ZeroDivisionError

    worker_started.connect(fails)
    try:
        make_endpoint(receiver)
        make_release("A")
        (companion,) = Worker().start_companions(until_empty=True)
        companion.join(timeout=10)
    finally:
        worker_started.disconnect(fails)
    assert (companion.is_alive(), receiver.events) == (False, ["release.issued"])
