"""Hubs are told of what was published: once for many editions, again when they fail, never of what is not public."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs

import pytest
from django.db import transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from cms.ledger.worker import Worker
from cms.syndication.models import FeedPing
from cms.syndication.websub import GATHER, OVERDUE, PAUSES, ping_hub, take_up_overdue

SITE = "http://testserver"
ALL = [f"{SITE}/feeds/norrvind/{name}" for name in ("rss.xml", "atom.xml", "feed.json")]


class Hub:
    """A hub on 127.0.0.1 that answers as it is told, and keeps what it was told."""

    def __init__(self) -> None:
        self.status = 202
        self.told: list[dict[str, list[str]]] = []
        self.types: set[str] = set()
        hub = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                hub.types.add(self.headers["Content-Type"])
                hub.told.append(parse_qs(body.decode()))
                self.send_response(hub.status)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *args: Any) -> None:
                """Nothing is printed."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.place = f"127.0.0.1:{self.server.server_address[1]}"
        self.url = f"http://{self.place}/hub"
        threading.Thread(
            target=self.server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True
        ).start()

    def addresses(self) -> list[str]:
        """What it was told of since the last call."""
        told, self.told = self.told, []
        assert all(one["hub.mode"] == ["publish"] for one in told)
        return [one["hub.url"][0] for one in told]


@pytest.fixture
def hub(settings: Any) -> Iterator[Hub]:
    """A hub, and tasks that wait in the database for the worker."""
    hub = Hub()
    settings.NEWSROOM = settings.NEWSROOM | {"WEBSUB_HUBS": [hub.url], "OUTBOUND_ALLOW": [hub.place]}
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    yield hub
    hub.server.shutdown()
    hub.server.server_close()


def pings() -> list[Any]:
    """The pings that wait in the queue."""
    return list(DBTaskResult.objects.filter(task_path=ping_hub.module_path, status="READY"))


def run(*, after: timedelta = GATHER) -> None:
    """What the worker does of pings when so much time has passed."""
    for task in pings():
        if task.run_after.year == 9999 or task.run_after <= timezone.now() + after:
            task.delete()
            ping_hub.func(*task.args_kwargs["args"])


def test_a_bulk_publication_pings_each_feed_once(make_release, hub):
    for number in range(5):
        make_release(f"Release {number}")
    with transaction.atomic():
        for number in range(5):
            make_release(f"Bulk {number}")
    assert FeedPing.objects.count() == 1
    assert len(pings()) == 1
    assert hub.told == []
    run()
    assert hub.addresses() == ALL
    assert hub.types == {"application/x-www-form-urlencoded"}
    assert (FeedPing.objects.count(), pings()) == (0, [])


def test_corrections_and_withdrawals_are_told_and_drafts_are_not(make_release, hub):
    page = make_release("First")
    run()
    assert hub.addresses() == ALL
    page.title = "Draft of another"
    page.save_revision()
    make_release("Draft", publish=False)
    assert pings() == []
    page.correction_note = "Twelve."
    page.save_revision().publish()
    run()
    assert hub.addresses() == ALL
    page.refresh_from_db()
    page.unpublish()
    run()
    assert hub.addresses() == ALL


def test_a_move_is_told_to_both_newsrooms(make_release, second_newsroom, hub):
    page = make_release("First")
    run()
    hub.addresses()
    page.move(second_newsroom, pos="last-child")
    run()
    assert set(hub.addresses()) == {*ALL, *(url.replace("norrvind", "sydvind") for url in ALL)}


def test_a_hub_that_fails_is_asked_again_and_given_up_at_last(make_release, hub):
    make_release("First")
    hub.status = 503
    for attempt, pause in enumerate(PAUSES, start=1):
        run(after=PAUSES[-1] + GATHER)
        assert len(hub.addresses()) == 1  # the rest are not tried in vain
        ping = FeedPing.objects.get()
        assert ping.attempts == attempt
        assert abs(ping.due_at - timezone.now() - pause) < timedelta(seconds=5)
        assert len(pings()) == 1
    run(after=PAUSES[-1] + GATHER)
    assert (FeedPing.objects.count(), pings()) == (0, [])
    hub.addresses()
    hub.status = 204
    make_release("Second")
    run()
    assert hub.addresses() == ALL


def test_something_new_is_told_at_once_though_the_hub_failed_before(make_release, hub):
    make_release("First")
    hub.status = 500
    run()
    hub.addresses()
    hub.status = 200
    make_release("Second")
    run()
    assert hub.addresses() == ALL
    assert FeedPing.objects.count() == 0


def test_what_is_published_while_a_hub_is_told_is_told_anew(make_release, hub, monkeypatch):
    from cms.syndication import websub

    make_release("First")
    tell = websub._tell

    def slow(*args: Any) -> bool:
        monkeypatch.setattr(websub, "_tell", tell)
        make_release("Meanwhile")
        return tell(*args)

    monkeypatch.setattr(websub, "_tell", slow)
    run()
    assert hub.addresses() == ALL
    assert FeedPing.objects.count() == 1
    run()
    assert hub.addresses() == ALL
    assert FeedPing.objects.count() == 0


def test_a_lost_task_is_taken_up_by_the_clock(make_release, hub):
    make_release("First")
    DBTaskResult.objects.all().delete()
    take_up_overdue()
    assert pings() == []
    FeedPing.objects.update(due_at=timezone.now() - OVERDUE - timedelta(seconds=1))
    take_up_overdue()
    take_up_overdue()
    assert len(pings()) == 1
    run()
    assert hub.addresses() == ALL


def test_a_crash_before_the_commit_leaves_nothing_to_tell(make_release, hub):
    class Crash(Exception):
        pass

    def publish_and_crash() -> None:
        with transaction.atomic():
            make_release("First")
            assert FeedPing.objects.count() == 1
            raise Crash

    with pytest.raises(Crash):
        publish_and_crash()
    assert (FeedPing.objects.count(), pings()) == (0, [])


def test_a_closed_newsroom_is_not_told_of(make_release, newsroom, hub):
    make_release("First")
    newsroom.unpublish()
    run()
    assert hub.addresses() == []
    assert FeedPing.objects.count() == 0


def test_without_hubs_nothing_is_written(make_release, settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    make_release("First")
    assert FeedPing.objects.count() == 0


@pytest.mark.django_db(transaction=True)
def test_the_worker_tells_the_hub(make_release, hub, monkeypatch):
    from cms.syndication import websub

    monkeypatch.setattr(websub, "GATHER", timedelta(0))
    make_release("First")
    DBTaskResult.objects.exclude(task_path=ping_hub.module_path).delete()
    Worker().run_tasks(until_empty=True)
    assert hub.addresses() == ALL


def test_a_hub_that_must_not_be_asked_is_not(make_release, hub, settings):
    settings.NEWSROOM = settings.NEWSROOM | {"OUTBOUND_ALLOW": []}
    make_release("First")
    run()
    assert hub.told == []
    assert FeedPing.objects.get().attempts == 1
