"""Real conversations, replayed through the public API by many clients at once, each of whom sends some things twice.

REPLAY_COMMENTS sets how many comments; what is asked for is 1,000, the suite does with fewer.
"""

from __future__ import annotations

import gzip
import http.client
import json
import os
import threading
from collections import Counter, defaultdict
from concurrent.futures import Future, ThreadPoolExecutor, wait
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.db import connection

from cms.conversation.models import Comment, ModerationRules, Thread
from cms.conversation.services.recounting import differences

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]

COMMENTS = int(os.environ.get("REPLAY_COMMENTS", "150"))
CLIENTS = 16
SENT_TWICE = 5
"""Every so manyth request is sent again, afterwards or at the same time."""
KINDS = ("QUESTION", "PRAISE", "CRITICISM", "OTHER")
LONGEST = 4800
Row = dict[str, Any]
here = threading.local()


@pytest.fixture(scope="module")
def talk(request: pytest.FixtureRequest) -> list[Row]:
    """Comments of whole reply trees, each after its parent."""
    beside = Path(__file__).resolve().parents[2].parent / "shared" / "data"
    source = Path(os.environ.get("NEWSROOM_DATA", beside)) / "comments.jsonl.gz"
    if not source.is_file():
        pytest.skip(f"There are no real comments at {source}; set NEWSROOM_DATA to a folder that holds them.")
    threads: dict[str, list[Row]] = defaultdict(list)
    with gzip.open(source, "rt") as lines:
        for line in lines:
            row = json.loads(line)
            if row["source"] == "wikipedia-talk" and row["body"].strip():
                threads[row["thread_id"]].append(row)
    chosen: list[Row] = []
    for rows in sorted(threads.values(), key=len, reverse=True):
        known: set[str] = set()
        waiting = rows
        while waiting and len(chosen) < COMMENTS:
            ready = [row for row in waiting if row["parent_id"] is None or row["parent_id"] in known]
            if not ready:
                break
            known |= {row["id"] for row in ready}
            chosen += ready
            waiting = [row for row in waiting if row["id"] not in known]
    return chosen[:COMMENTS]


def post(address: str, thread: str, row: Row, number: int, parent: str | None) -> tuple[int, Row, str]:
    """Post a comment over this client's own connection: status, receipt, and whether it was known."""
    if getattr(here, "address", None) != address:
        here.address, here.connection = address, http.client.HTTPConnection(address, timeout=120)
    content = {
        "body": row["body"][:LONGEST] + f" [{number}]",
        "author_name": (row["author"] or "Anonymous")[:100],
        "email": f"reader{number}@example.com",
        "kind": KINDS[number % 4],
        "parent": parent,
    }
    headers = {"Content-Type": "application/json", "Idempotency-Key": f'"{row["id"]}"'}
    here.connection.request("POST", f"/api/v1/threads/{thread}/comments", json.dumps(content), headers)
    answer = here.connection.getresponse()
    return answer.status, json.loads(answer.read()), answer.headers.get("Idempotent-Replayed", "")


class Replay:
    """Posts comments, replies once their parents are acknowledged."""

    def __init__(self, address: str, places: dict[str, str], rows: list[Row]) -> None:
        self.address, self.places, self.rows = address, places, rows
        self.uids: dict[str, str] = {}
        self.order: dict[str, int] = {}
        self.problems: list[Any] = []
        self.replayed = 0
        self.lock = threading.Lock()

    def run(self) -> None:
        """All of them, `CLIENTS` at a time."""
        below: dict[str | None, list[int]] = defaultdict(list)
        ids = {row["id"] for row in self.rows}
        for number, row in enumerate(self.rows):
            below[row["parent_id"] if row["parent_id"] in ids else None].append(number)
        with ThreadPoolExecutor(CLIENTS) as pool:
            waiting: set[Future[Any]] = set()
            ready = list(below[None])
            while ready or waiting:
                for number in ready:
                    waiting |= self.send(pool, number)
                done, waiting = wait(waiting, return_when="FIRST_COMPLETED")
                ready = [child for one in done if (made := one.result()) for child in below[made]]

    def send(self, pool: ThreadPoolExecutor, number: int) -> set[Future[Any]]:
        """Send a comment; one in five twice at the same time, one in five again once it was acknowledged."""
        first = pool.submit(self.one, number, again=number % SENT_TWICE == 1)
        if number % SENT_TWICE:
            return {first}
        return {first, pool.submit(self.one, number, told=False)}

    def one(self, number: int, *, again: bool = False, told: bool = True) -> str | None:
        """Post one and note what came back; the id of what may be replied to now."""
        row = self.rows[number]
        parent = self.uids.get(row["parent_id"] or "")
        for _ in range(1 + again):
            status, receipt, replayed = post(self.address, self.places[row["thread_id"]], row, number, parent)
            with self.lock:
                if status != 201 or receipt["status"] != "PUBLISHED":
                    self.problems.append((status, receipt))
                    return None
                self.replayed += replayed == "true"
                if self.uids.setdefault(row["id"], receipt["id"]) != receipt["id"]:
                    self.problems.append((row["id"], receipt))
        return row["id"] if told else None


def walk(address: str, thread: str, query: str) -> list[Row]:
    """All comments of a thread, as the pages of the API list them."""
    reader = http.client.HTTPConnection(address, timeout=60)
    found: list[Row] = []
    path: str | None = f"/api/v1/threads/{thread}/comments?page_size=37&{query}"
    while path:
        reader.request("GET", path)
        answer = reader.getresponse()
        assert answer.status == 200
        content = json.loads(answer.read())
        found += content["results"]
        parts = urlsplit(content["next"] or "")
        path = f"{parts.path}?{parts.query}" if parts.path else None
    reader.close()
    return found


@pytest.fixture
def places(talk: list[Row], newsroom: Any, make_release: Any) -> dict[str, str]:
    """An open thread for each of the real ones. No comment is held: what holds them is tested elsewhere."""
    newsroom.comment_mode = "OPEN"
    newsroom.save()
    ModerationRules.objects.create(
        newsroom=newsroom, email_policy="OFF", most_links=1000, check_spam=False, check_toxicity=False
    )
    found = {}
    for number, name in enumerate(dict.fromkeys(row["thread_id"] for row in talk)):
        release = make_release(f"Subject {number}")
        found[name] = str(Thread.objects.get(item__source_id=release.pk).pk)
    return found


def test_real_threads_come_out_as_they_went_in(
    talk: list[Row], places: dict[str, str], live_server: Any
) -> None:
    address = live_server.url.removeprefix("http://")
    replay = Replay(address, places, talk)
    replay.run()
    assert replay.problems == []
    assert len(set(replay.uids.values())) == Comment.objects.count() == len(talk) == COMMENTS
    twice = [number for number in range(COMMENTS) if number % SENT_TWICE < 2]
    assert replay.replayed == len(twice)
    depths: dict[str, int] = {}
    for row in talk:
        depths[row["id"]] = depths[row["parent_id"]] + 1 if row["parent_id"] in depths else 0
    by_place: dict[str, list[tuple[int, Row]]] = defaultdict(list)
    for number, row in enumerate(talk):
        by_place[places[row["thread_id"]]].append((number, row))
    for place, rows in by_place.items():
        assert_thread(address, place, rows, replay.uids, depths)
    connection.close()
    assert max(depths.values()) >= 5


def assert_thread(
    address: str, place: str, rows: list[tuple[int, Row]], uids: dict[str, str], depths: dict[str, int]
) -> None:
    """Order, parents, depth, words and counts of one thread, as the API tells them."""
    listed = walk(address, place, "order_by=OLDEST")
    shown = {comment["id"]: comment for comment in listed}
    assert sorted(shown) == sorted(uids[row["id"]] for _, row in rows)
    assert len(listed) == len(rows)
    keys = [(comment["published_at"], comment["id"]) for comment in listed]
    assert keys == sorted(keys)
    assert [comment["id"] for comment in walk(address, place, "order_by=NEWEST")] == [
        uid for _, uid in reversed(keys)
    ]
    replies = Counter(uids.get(row["parent_id"] or "") for _, row in rows)
    for number, row in rows:
        comment = shown[uids[row["id"]]]
        assert comment["parent_id"] == uids.get(row["parent_id"] or "")
        assert (comment["depth"], comment["reply_count"]) == (depths[row["id"]], replies[comment["id"]])
        assert (comment["kind"], comment["body"].rstrip("</p>\n").endswith(f"[{number}]")) == (
            KINDS[number % 4],
            True,
        )
        if comment["parent_id"]:
            assert keys.index((comment["published_at"], comment["id"])) > [uid for _, uid in keys].index(
                comment["parent_id"]
            )
    thread = Thread.objects.get(pk=place)
    kinds = Counter(KINDS[number % 4] for number, _ in rows)
    assert [thread.comment_count, *(getattr(thread, f"{kind.lower()}_count") for kind in KINDS)] == [
        len(rows), *(kinds[kind] for kind in KINDS)
    ]  # fmt: skip
    assert differences(thread.pk) == []
