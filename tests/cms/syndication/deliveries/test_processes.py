"""Workers that are really running, and one that is killed in the middle of its work."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from cms.ledger.models import Edition
from cms.releases.models import ReleasePage
from cms.syndication.models import Attempt, Delivery, Endpoint
from tests.cms.syndication.deliveries.receiver import Receiver
from tests.processes import ROOT, environment_of

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]

RELEASES = 12
ENDPOINTS = 4


@pytest.fixture
def start_worker(receiver: Receiver) -> Iterator[Callable[[], subprocess.Popen[bytes]]]:
    """Starts a worker on the database of the test; whatever still runs at the end is killed."""
    environment = environment_of(
        "tests.cms.syndication.deliveries.process_settings", DELIVERY_TEST_HOSTS=json.dumps([receiver.host])
    )
    running: list[subprocess.Popen[bytes]] = []

    def start() -> subprocess.Popen[bytes]:
        command = [sys.executable, "manage.py", "newsroom_worker"]
        running.append(
            subprocess.Popen(command, env=environment, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=None)
        )
        return running[-1]

    yield start
    for process in running:
        if process.poll() is None:
            process.kill()
            process.wait()


def wait_for(condition: Callable[[], Any], seconds: float) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, f"Not within {seconds} s."
        time.sleep(0.02)


def test_workers_that_are_killed_lose_nothing(
    receiver: Receiver, start_worker: Any, newsroom: Any, make_endpoint: Any
) -> None:
    receiver.seconds = 0.05
    for number in range(ENDPOINTS):
        make_endpoint(receiver, url=f"{receiver.url}/{number}")
    for number in range(RELEASES):
        newsroom.add_child(instance=ReleasePage(title=f"Release {number}", live=True))
    first = ReleasePage.objects.order_by("pk")[0]
    first.title = "Another title"
    first.save_revision().publish()
    expected = set(Delivery.objects.values_list("message_id", flat=True))
    assert len(expected) == ENDPOINTS * (RELEASES + 1)
    killed = start_worker()
    wait_for(lambda: len(receiver.got) >= 10, 90)
    second = start_worker()
    killed.send_signal(signal.SIGKILL)
    killed.wait()
    wait_for(lambda: not Delivery.objects.exclude(state="DELIVERED").exists(), 120)
    second.send_signal(signal.SIGTERM)
    assert second.wait(timeout=10) == 0

    ids = [got.id for got in receiver.got]
    assert set(ids) == expected
    assert len(ids) - len(expected) <= ENDPOINTS  # what was on its way when the worker was killed
    # None at once but for the request that outlives its worker at the receiver.
    assert set(receiver.most_at_once.values()) == {1}
    bodies: dict[str, set[bytes]] = {}
    for got in receiver.got:
        bodies.setdefault(got.id, set()).add(got.body)
    assert {len(each) for each in bodies.values()} == {1}
    for number in range(ENDPOINTS):
        order: dict[str, list[int]] = {}
        for got in receiver.got:
            if got.path.endswith(f"/{number}"):
                order.setdefault(got.data["item"], []).append(got.data["seq"])
        assert all(seqs == sorted(seqs) for seqs in order.values())
    assert Attempt.objects.filter(failure="").count() >= len(expected)
    assert Endpoint.objects.filter(lease_by="").count() == ENDPOINTS
    assert Edition.objects.filter(item__type="RELEASE").count() == RELEASES + 1
