"""Visitors who comment at once, and are killed while they do, in processes of their own; and who follows them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections import Counter as Tally
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from cms.conversation.models import (
    AnsweredRequest,
    Case,
    CaseEvent,
    Comment,
    CommentEdit,
    ModerationEvent,
    Thread,
)
from cms.conversation.sequence import NAME
from cms.conversation.services.recounting import differences
from cms.ledger.models import Counter
from tests.processes import ROOT, environment_of

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]

KILLS = 14
VISITORS = 8
WORKS = 15
"""Of each visitor."""
Acknowledged = list[tuple[str, str, int | None, str]]


@pytest.fixture
def threads(open_newsroom: Any, make_release: Any) -> list[Thread]:
    for title in ("Wind", "Water", "Sun"):
        make_release(title)
    return list(Thread.objects.order_by("pk"))


@pytest.fixture
def start() -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """Starts the program on the database of the test; what still runs at the end is killed, its children with it."""
    environment = environment_of("tests.cms.conversation.process_settings")
    running: list[subprocess.Popen[str]] = []

    def begin(*arguments: str) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.cms.conversation.commenters", *arguments],
            env=environment,
            cwd=ROOT,
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
        running.append(process)
        return process

    yield begin
    for process in running:
        if process.poll() is None:
            os.killpg(process.pid, 9)
            process.wait()


def finish(process: subprocess.Popen[str]) -> Acknowledged:
    output, errors = process.communicate(timeout=120)
    assert process.returncode == 0, errors[-4000:]
    assert "Traceback" not in errors, errors[-4000:]
    return json.loads(output.strip().splitlines()[-1])


def assert_acknowledged_is_there(acknowledged: Acknowledged) -> None:
    """What was acknowledged holds, and nothing that was acknowledged later undoes it."""
    rows = {str(row.pk): row for row in Comment.objects.all()}
    edited = {uid for what, uid, _, _ in acknowledged if what == "edit"}
    for what, uid, _, text in acknowledged:
        row = rows[uid]
        if what == "withdraw":
            assert (uid, row.status) == (uid, "WITHDRAWN")
        elif what == "edit" or uid not in edited | unacknowledged_edits(acknowledged):
            assert (uid, row.source) == (uid, text)


def unacknowledged_edits(acknowledged: Acknowledged) -> set[str]:
    """Comments whose edit was written, and whose author was killed before it heard of it."""
    known = {uid for what, uid, _, _ in acknowledged if what == "edit"}
    return {str(uid) for uid in CommentEdit.objects.values_list("comment", flat=True)} - known


def assert_nothing_is_half_done() -> None:
    """Every comment has all that belongs to it, and nothing is there without its comment."""
    made = dict(ModerationEvent.objects.filter(from_status="").values_list("comment", "to_status"))
    assert ModerationEvent.objects.filter(from_status="").count() == len(made)
    assert set(made) == set(Comment.objects.values_list("pk", flat=True))
    assert set(AnsweredRequest.objects.values_list("made", flat=True)) == set(made)
    assert AnsweredRequest.objects.count() == len(made)
    withdrawn = set(Comment.objects.filter(status="WITHDRAWN").values_list("pk", flat=True))
    assert (
        set(ModerationEvent.objects.filter(to_status="WITHDRAWN").values_list("comment", flat=True))
        == withdrawn
    )
    asking = set(Comment.objects.filter(kind__in=("QUESTION", "CRITICISM")).values_list("pk", flat=True))
    cases = dict(Case.objects.values_list("comment", "state"))
    assert set(cases) == asking
    assert {uid for uid, state in cases.items() if state == "CLOSED"} == asking & withdrawn
    opened = CaseEvent.objects.filter(action="OPENED").values_list("case__comment", flat=True)
    assert sorted(opened) == sorted(asking)
    edited = set(Comment.objects.filter(edited_at__isnull=False).values_list("pk", flat=True))
    assert set(CommentEdit.objects.values_list("comment", flat=True)) == edited


def assert_numbers_are_right(acknowledged: Acknowledged, threads: list[Thread]) -> None:
    """Each change has a number of its own, and counts are what the rows add up to."""
    numbers = Tally(number for _, _, number, _ in acknowledged)
    assert numbers.most_common(1)[0][1] == 1
    last = Counter.objects.get(name=NAME).value
    assert set(numbers) <= set(range(1, last + 1))
    places: dict[int, Any] = {}
    for seq, thread in Comment.objects.values_list("seq", "thread"):
        assert places.setdefault(seq, thread) == thread
    for thread in threads:
        thread.refresh_from_db()
        newest = max(seq for seq, place in places.items() if place == thread.pk)
        assert (thread, thread.seq, differences(thread.pk)) == (thread, newest, [])
    assert max(thread.seq for thread in threads) == last


def test_what_was_acknowledged_survives_kills(threads: list[Thread], start: Any) -> None:
    acknowledged = finish(start("kill", "5", str(KILLS)))
    assert len(acknowledged) >= 2 * KILLS
    assert {what for what, *_ in acknowledged} == {"post", "edit", "withdraw"}
    assert_acknowledged_is_there(acknowledged)
    assert_nothing_is_half_done()
    assert_numbers_are_right(acknowledged, threads)
    assert Comment.objects.count() >= len({uid for what, uid, *_ in acknowledged if what == "post"})


class Follower(threading.Thread):
    """A partner that follows the list of changes over REST, from its first page on."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: dict[str, tuple[int, dict[str, Any]]] = {}
        self.numbers: list[int] = []
        self.failed: object = None
        self.done = threading.Event()

    def run(self) -> None:
        client, address = Client(), "/api/v1/comments/changes?page_size=7"
        try:
            while self.failed is None:
                ending = self.done.is_set()
                answer = client.get(address)
                if answer.status_code != 200:
                    self.failed = answer.content
                    return
                content = answer.json()
                for row in content["results"]:
                    self.numbers.append(row["seq"])
                    self.seen[row["comment"]["id"]] = (row["seq"], row["comment"])
                address = content["next"].removeprefix("http://testserver")
                if ending and not content["results"]:
                    return
        finally:
            connection.close()


def test_who_follows_the_changes_misses_none(threads: list[Thread], start: Any) -> None:
    follower = Follower()
    follower.start()
    try:
        acknowledged = finish(start("work", str(VISITORS), str(WORKS)))
    finally:
        follower.done.set()
        follower.join(60)
    assert follower.failed is None
    assert not follower.is_alive()
    assert len(acknowledged) == VISITORS * WORKS
    assert follower.numbers == sorted(follower.numbers)
    assert len(set(follower.numbers)) >= WORKS
    stored = {str(uid): seq for uid, seq in Comment.objects.values_list("pk", "seq")}
    assert {uid: seq for uid, (seq, _) in follower.seen.items()} == stored
    for what, uid, number, text in acknowledged:
        seq, comment = follower.seen[uid]
        assert seq >= number
        if what == "withdraw":
            assert (comment["state"], comment["body"], comment["author"]) == ("WITHDRAWN", "", None)
        elif what == "edit" and comment["state"] == "PUBLISHED":
            assert comment["body"] == f"<p>{text}</p>"
    assert_nothing_is_half_done()
    assert_numbers_are_right(acknowledged, threads)
