"""Many editors at once, editors killed at work, and a worker that is really running: processes, not threads.

Each of these takes tens of seconds.
"""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from cms.ledger import scheduling
from cms.ledger.models import Counter, Edition, Heartbeat, Item
from cms.ledger.reconcile import reconcile
from cms.newsroom.models import NewsroomPage
from cms.releases.models import ReleasePage
from tests.processes import ROOT, environment_of

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]

EDITORS = 8
SECONDS = 12


@pytest.fixture
def start() -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """Starts a process on the database of the test; whatever still runs at the end is killed."""
    environment = environment_of("tests.cms.ledger.process_settings")
    running: list[subprocess.Popen[str]] = []

    def begin(*arguments: str) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, *arguments],
            env=environment,
            cwd=ROOT,
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        running.append(process)
        return process

    yield begin
    for process in running:
        if process.poll() is None:
            process.kill()
            process.wait()


def finish(process, seconds):
    try:
        output, _ = process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        output, _ = process.communicate()
    assert process.returncode == 0, output[-4000:]
    return json.loads(output.strip().splitlines()[-1])


def wait_for(condition, seconds):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if found := condition():
            return found
        time.sleep(0.05)
    raise AssertionError(f"Not within {seconds} s.")


def assert_ledger_is_whole():
    """The ledger equals the live pages, and its numbers are complete: none twice, none lost."""
    seqs = list(Edition.objects.order_by("seq").values_list("seq", flat=True))
    assert len(seqs) == len(set(seqs))
    assert seqs == list(range(1, Counter.objects.get(name=Counter.SEQ).value + 1))
    live = set(ReleasePage.objects.live().values_list("pk", flat=True))
    public = Item.objects.filter(type="RELEASE", state="USABLE")
    assert set(public.values_list("source_id", flat=True)) == live
    for item in Item.objects.all():
        editions = list(item.editions.order_by("seq"))
        newest = editions[-1]
        assert [edition.version for edition in editions] == list(range(1, item.version + 1)), item
        assert (item.seq, item.digest, item.document) == (newest.seq, newest.digest, newest.document), item
        assert item.is_usable == (newest.action != "WITHDRAWN"), (item, newest.action)
    summaries = dict(public.values_list("source_id", "document__summary"))
    assert summaries == dict(ReleasePage.objects.live().values_list("pk", "summary"))


class Follower(threading.Thread):
    """Reads what has a greater seq than the last it saw, over and over."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[int] = [Edition.objects.order_by("seq").values_list("seq", flat=True).last() or 0]
        self.done = threading.Event()

    def run(self) -> None:
        try:
            while True:
                ending = self.done.is_set()
                self.seen += (
                    Edition.objects.filter(seq__gt=self.seen[-1])
                    .order_by("seq")
                    .values_list("seq", flat=True)
                )
                if ending:
                    return
                time.sleep(0.005)
        finally:
            connection.close()


def test_editors_at_once_never_stand_in_each_others_way(newsroom, second_newsroom, start):
    for number in range(6):
        newsroom.add_child(instance=ReleasePage(title=f"First {number}", live=True))
    before = Counter.objects.get(name=Counter.SEQ).value
    follower = Follower()
    follower.start()
    try:
        done = finish(start("-m", "tests.cms.ledger.newsdesk", "work", str(EDITORS), str(SECONDS)), 120)
    finally:
        follower.done.set()
        follower.join()
    assert {kind: count for kind, count in done.items() if "Error" in kind} == {}
    after = Counter.objects.get(name=Counter.SEQ).value
    assert follower.seen == list(range(before, after + 1))
    assert after - before >= 20
    assert_ledger_is_whole()
    assert reconcile().editions == 0


def test_killed_editors_lose_nothing(newsroom, second_newsroom, start):
    for number in range(6):
        newsroom.add_child(instance=ReleasePage(title=f"First {number}", live=True))
    outcome = finish(start("-m", "tests.cms.ledger.newsdesk", "kill", "7", "200"), 240)
    assert outcome["works"] >= 200
    assert outcome["kills"] >= 5
    scheduling.run_due()
    assert scheduling.due_to_publish(timezone.now()) == []
    found = reconcile()
    assert found.failed == {}
    assert_ledger_is_whole()
    assert reconcile().editions == 0


@pytest.fixture
def worker(start):
    process = start("manage.py", "newsroom_worker")
    wait_for(lambda: Heartbeat.objects.filter(name="tick").exists(), 40)
    return process


def test_embargo_is_lifted_within_five_seconds(newsroom, worker):
    page = newsroom.add_child(instance=ReleasePage(title="Under embargo", live=False))
    page.go_live_at = timezone.now() + timedelta(seconds=2)
    page.save_revision().publish()
    assert not Item.objects.filter(source_id=page.pk, source_type="page").exists()
    item = wait_for(lambda: Item.objects.filter(source_id=page.pk, source_type="page").first(), 15)
    delay = Edition.objects.get(item=item).issued_at - page.go_live_at
    assert timedelta(0) < delay < timedelta(seconds=5)
    worker.send_signal(signal.SIGTERM)
    assert worker.wait(timeout=10) == 0
    assert not Heartbeat.objects.filter(name__startswith="newsroom-").exists()


def test_worker_runs_tasks_and_takes_over_those_of_a_killed_one(newsroom, worker, start):
    waiting = {
        "backend_name": "default",
        "run_after": timezone.now(),
        "args_kwargs": {"args": [[]], "kwargs": {}},
    }
    path = "cms.ledger.tasks.refresh_items"
    fresh = DBTaskResult.objects.create(task_path=path, **waiting)
    wait_for(
        lambda: DBTaskResult.objects.filter(pk=fresh.pk, status=TaskResultStatus.SUCCESSFUL).exists(), 10
    )
    lost, foreign, spent = (
        DBTaskResult.objects.create(
            task_path=path,
            status=TaskResultStatus.RUNNING,
            started_at=timezone.now(),
            worker_ids=ids,
            **waiting,
        )
        for ids in (["newsroom-dead"], ["another-program"], ["newsroom-dead"] * 5)
    )
    wait_for(lambda: DBTaskResult.objects.filter(pk=lost.pk, status=TaskResultStatus.SUCCESSFUL).exists(), 10)
    wait_for(lambda: DBTaskResult.objects.filter(pk=spent.pk, status=TaskResultStatus.FAILED).exists(), 10)
    foreign.refresh_from_db()
    assert foreign.status == TaskResultStatus.RUNNING


def test_worker_opens_a_newsroom_again(newsroom, worker, settings):
    page = newsroom.add_child(instance=ReleasePage(title="First", live=True))
    home = NewsroomPage.objects.get(pk=newsroom.pk)
    home.unpublish()
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    home.save_revision().publish()
    assert wait_for(lambda: Item.objects.filter(source_id=page.pk, source_type="page", state="USABLE"), 15)
