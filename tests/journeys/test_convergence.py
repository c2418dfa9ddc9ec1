"""A partner's copy stays true: editors publish, correct, withdraw and move at random, and everybody is killed now and then.

The web process, the worker, the editors and the partner's mirror run as processes of their own; the worker rings at the
mirror's door by webhooks. `make soak` does it at length.
"""

from __future__ import annotations

import json
import os
import random
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from cms.ledger import scheduling
from cms.ledger.models import Counter, Edition, Item
from cms.ledger.reconcile import reconcile
from cms.newsroom.models import NewsroomPage
from cms.releases.models import ReleasePage
from cms.syndication.models import Delivery, DeliveryState, Endpoint
from cms.syndication.services.endpoints import add_secret

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]

ROOT = Path(__file__).parents[2]
MIRROR = ROOT / "frontend_contract" / "partner" / "mirror.py"
WORKS = int(os.environ.get("SOAK_WORKS", "60"))
SEED = int(os.environ.get("SOAK_SEED", "11"))
LONGEST = 60 + 6 * WORKS
"""Seconds."""


class Process:
    """A process that is started again whenever it has been killed."""

    def __init__(self, *command: str, environment: dict[str, str]) -> None:
        self.command, self.environment, self.kills = command, environment, -1
        self.running: subprocess.Popen[bytes] | None = None
        self.start()

    def start(self) -> None:
        """Kill what runs, and start it anew."""
        self.kill()
        self.kills += 1
        self.running = subprocess.Popen(
            [sys.executable, *self.command],
            cwd=ROOT,
            env=self.environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

    def kill(self) -> None:
        """At once, with all its children: no leave is taken, nothing is finished."""
        if self.running is not None:
            with suppress(ProcessLookupError):
                os.killpg(self.running.pid, signal.SIGKILL)
            self.running.wait()
            self.running = None


@pytest.fixture
def environment(tmp_path: Path, doorbell: int) -> dict[str, str]:
    """The environment of processes that work on the database of the test."""
    names = ("ENGINE", "NAME", "USER", "PASSWORD", "HOST", "PORT", "OPTIONS")
    database = {name: connection.settings_dict[name] for name in names}
    database["NAME"] = str(database["NAME"])
    return os.environ | {
        "LEDGER_TEST_DATABASE": json.dumps(database),
        "LEDGER_TEST_FILES": str(tmp_path / "files"),
        "JOURNEY_HOSTS": json.dumps([f"127.0.0.1:{doorbell}"]),
        "DJANGO_SETTINGS_MODULE": "tests.journeys.process_settings",
        "PYTHONPATH": str(ROOT),
    }


@pytest.fixture
def begin(environment: dict[str, str]) -> Iterator[Callable[..., Process]]:
    """Starts processes; what still runs at the end is killed."""
    processes: list[Process] = []

    def start(*command: str) -> Process:
        processes.append(Process(*command, environment=environment))
        return processes[-1]

    yield start
    for process in processes:
        process.kill()


@pytest.fixture
def second_newsroom(newsroom: NewsroomPage) -> NewsroomPage:
    """Another newsroom, to which releases move."""
    home = NewsroomPage(title="Norrvind Danmark", slug="norrvind-dk", live=True, locale=newsroom.locale)
    return newsroom.get_parent().add_child(instance=home)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def address() -> str:
    """Where the web process is to listen."""
    return f"127.0.0.1:{free_port()}"


@pytest.fixture
def doorbell() -> int:
    """The port on which the mirror is to listen for webhooks."""
    return free_port()


@pytest.fixture
def secret(db: None, doorbell: int) -> str:
    """The secret of a webhook that tells the mirror of everything."""
    endpoint = Endpoint.objects.create(
        name="Mirror", url=f"http://127.0.0.1:{doorbell}/", owner_email="owner@example.org"
    )
    return add_secret(endpoint=endpoint)


def test_a_mirror_equals_the_ledger_whoever_is_killed(
    newsroom: NewsroomPage,
    second_newsroom: NewsroomPage,
    begin: Callable[..., Process],
    address: str,
    doorbell: int,
    secret: str,
    tmp_path: Path,
) -> None:
    for number in range(6):
        newsroom.add_child(instance=ReleasePage(title=f"First {number}", live=True))
    folder, site = tmp_path / "mirror", f"http://{address}"
    web = begin("-m", "gunicorn", "cms.project.wsgi", "--threads", "8", "--bind", address)
    worker = begin("manage.py", "newsroom_worker")
    listening = ("--listen", str(doorbell), "--secret", secret)
    mirror = begin(str(MIRROR), str(folder), "--site", site, *listening)
    wait_for(lambda: snapshot_is_whole(folder), 90)
    before = last_seq()
    editors = begin("-m", "tests.cms.ledger.newsdesk", "kill", str(SEED), str(WORKS))

    chance, end = random.Random(SEED), time.monotonic() + LONGEST
    assert editors.running is not None
    while editors.running.poll() is None:
        assert time.monotonic() < end, "The editors do not come to an end."
        time.sleep(chance.uniform(1, 4))
        chance.choice((web, worker, mirror)).start()
    assert editors.running.returncode == 0
    for process in (web, worker, mirror):
        process.start()
    settle(folder)
    assert_equal(folder, before=before)
    wait_for(lambda: not Delivery.objects.filter(state=DeliveryState.PENDING).exists(), 60)
    told = set(Delivery.objects.filter(state=DeliveryState.DELIVERED).values_list("seq", flat=True))
    assert told >= set(releases_since(before))
    assert min(web.kills, worker.kills, mirror.kills) >= 1


def settle(folder: Path) -> None:
    """Wait until nothing is due any more and the mirror has heard of the last edition."""
    wait_for(lambda: not scheduling.due_to_publish(timezone.now()) and reconcile().editions == 0, 60)
    wait_for(lambda: seen_by(folder)[-1] == last_seq() and snapshot_is_whole(folder), 90)


def assert_equal(folder: Path, *, before: int) -> None:
    """The folder is what is public, to the last character, and its history since `before` is the ledger's."""
    mirrored = {path.stem: json.loads(path.read_text()) for path in (folder / "items").glob("*.json")}
    public = {
        str(item.uid): (item.seq, item.version, item.document)
        for item in Item.objects.filter(state=Item.State.USABLE)
    }
    assert {
        uid: (change["seq"], change["version"], change["document"]) for uid, change in mirrored.items()
    } == public
    since = Edition.objects.filter(seq__gt=before).order_by("seq").values_list("seq", flat=True)
    assert [seq for seq in seen_by(folder) if seq > before] == list(since)


def releases_since(before: int) -> list[int]:
    """The numbers of what has happened to releases."""
    editions = Edition.objects.filter(seq__gt=before, item__type="RELEASE")
    return list(editions.values_list("seq", flat=True))


def seen_by(folder: Path) -> list[int]:
    """The numbers in the mirror's history."""
    try:
        lines = (folder / "history.jsonl").read_text().splitlines()
    except FileNotFoundError:
        return []
    return [json.loads(line)["seq"] for line in lines]


def snapshot_is_whole(folder: Path) -> bool:
    """Whether the mirror has everything to begin with, and follows what happens since."""
    try:
        return json.loads((folder / "state.json").read_text())["snapshot"] is None
    except FileNotFoundError:
        return False


def last_seq() -> int:
    """The number of the newest edition."""
    return Counter.objects.get(name=Counter.SEQ).value


def wait_for(condition: Callable[[], Any], seconds: float) -> Any:
    """What the condition says, as soon as it says something."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if found := condition():
            return found
        time.sleep(0.1)
    raise AssertionError(f"Not within {seconds} s.")
