"""`python -m benchmarks.live [--streams 200] [--posts 20]`: how soon open streams have a comment, into LIVE.md.

One gunicorn process carries the streams. Another process posts comments, as any web process would, and notes when it began;
meanwhile other requests go on. Every stream's time of every comment is measured.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import json
import os
import random
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from uuid import UUID

from benchmarks import databases
from benchmarks.data import SYLLABLES
from benchmarks.server import ROOT, _wait_for

SIZE = 0
"""Names the database: it holds one release."""
REQUESTS_AT_ONCE = 2
SETTINGS = {
    "NEWSROOM_LIVE_STREAMS_PER_ADDRESS": "10000",
    "NEWSROOM_COMMENTS_PER_MINUTE": "0",
    "NEWSROOM_THREAD_COMMENTS_PER_MINUTE": "0",
}
HEAD = "| database | waked by | streams | comments | p50 ms | p99 ms | slowest ms | requests meanwhile | p50 ms | p99 ms |"


@dataclass
class Times:
    """Of one run: seconds from the beginning of each post to each stream, and of the requests meanwhile."""

    delivered: list[float] = field(default_factory=list)
    requests: list[float] = field(default_factory=list)
    errors: int = 0


def write() -> None:
    """The writing process: prints the thread, then for each line it reads posts a comment and prints when it began."""
    import django

    django.setup()
    from cms.conversation.services.incoming import NewComment, Visitor
    from cms.conversation.services.posting import post_comment

    thread = prepare()
    print(thread, flush=True)
    for number, _ in enumerate(sys.stdin):
        words = " ".join("".join(random.sample(SYLLABLES, 3)) for _ in range(12))
        new = NewComment(body=words, author_name="Åsa", email="asa@example.com", thread=thread)
        began = time.monotonic()
        posted = post_comment(new, Visitor(id=f"{random.getrandbits(128):032x}"))
        print(json.dumps([str(posted.comment.pk), posted.comment.status, began, number]), flush=True)


def prepare() -> UUID:
    """The thread of a release, in a database that is made when it is missing."""
    from django.core.management import call_command
    from wagtail.models import Page

    from cms.conversation.models import Thread
    from cms.newsroom.models import NewsroomPage
    from cms.releases.models import ReleasePage

    call_command("migrate", verbosity=0)
    page = ReleasePage.objects.filter(slug="live").first()
    if page is None:
        home = NewsroomPage(title="Live", slug="live-newsroom", comment_mode="OPEN")
        Page.objects.get(depth=1).add_child(instance=home)
        page = home.add_child(instance=ReleasePage(title="Live", slug="live"))
    thread: UUID = Thread.objects.values_list("uid", flat=True).get(item__source_id=page.pk)
    return thread


async def follow(address: str, thread: str, streams: int) -> AsyncIterator[asyncio.Queue[tuple[str, float]]]:
    """Open the streams; each comment that comes is put into the queue with its time."""
    arrived: asyncio.Queue[tuple[str, float]] = asyncio.Queue()
    host, port = address.removeprefix("http://").split(":")
    tasks, writers = [], []
    for _ in range(streams):
        reader, writer = await asyncio.open_connection(host, int(port))
        writer.write(f"GET /api/v1/threads/{thread}/events HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())
        await reader.readuntil(b"\nid: ")  # it has begun
        tasks.append(asyncio.create_task(read(reader, arrived)))
        writers.append(writer)  # a connection that nobody holds is closed
    yield arrived
    for task, writer in zip(tasks, writers, strict=True):
        task.cancel()
        writer.close()


async def read(reader: asyncio.StreamReader, arrived: asyncio.Queue[tuple[str, float]]) -> None:
    """Take the events of one stream."""
    comment = False
    while line := await reader.readline():
        if line.startswith(b"data: ") and comment:
            arrived.put_nowait((json.loads(line[6:])["id"], time.monotonic()))
        comment = line == b"event: comment\n"


async def ask(address: str, times: Times) -> None:
    """Ask for something else, again and again, each time over a connection of its own."""
    host, port = address.removeprefix("http://").split(":")
    while True:
        began = time.monotonic()
        reader, writer = await asyncio.open_connection(host, int(port))
        writer.write(b"GET /api/v1/releases HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")
        answer = await reader.read()
        writer.close()
        times.errors += not answer.startswith(b"HTTP/1.1 200")
        times.requests.append(time.monotonic() - began)


async def run(
    address: str, writer: asyncio.subprocess.Process, thread: str, streams: int, posts: int
) -> Times:
    """Post comments one after the other, at random moments, each when the last has reached every stream."""
    times = Times()
    assert writer.stdin is not None
    assert writer.stdout is not None
    async for arrived in follow(address, thread, streams):
        asking = [asyncio.create_task(ask(address, times)) for _ in range(REQUESTS_AT_ONCE)]
        for _ in range(posts):
            await asyncio.sleep(random.uniform(0.1, 0.6))
            writer.stdin.write(b"\n")
            uid, status, began, _ = json.loads(await writer.stdout.readline())
            if status != "PUBLISHED":
                raise SystemExit(f"The comment is {status}.")
            async with asyncio.timeout(30):
                got = [await arrived.get() for _ in range(streams)]
            if {comment for comment, _ in got} != {uid}:
                raise SystemExit("A stream had another comment, or one twice.")
            times.delivered += [at - began for _, at in got]
        for task in asking:
            task.cancel()
    return times


@contextlib.contextmanager
def serving(environment: dict[str, str]) -> Iterator[str]:
    """A gunicorn with one worker process, as the host site runs it."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [
        sys.executable,
        "-m",
        "gunicorn",
        "--config",
        "python:cms.project.gunicorn",
        "cms.project.wsgi",
    ]
    command += [
        "--bind",
        f"127.0.0.1:{port}",
        "--workers",
        "1",
        "--log-level",
        "error",
        "--max-requests",
        "0",
    ]
    process = subprocess.Popen(command, cwd=ROOT, env=environment)
    try:
        _wait_for(f"http://127.0.0.1:{port}/healthz", process)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.kill()
        process.wait(20)


async def measure(kind: str, way: str, streams: int, posts: int) -> str:
    """A row of the table."""
    environment = os.environ | SETTINGS | {
        "DATABASE_URL": databases.address(kind, SIZE),
        "DJANGO_SETTINGS_MODULE": "benchmarks.settings",
        "NEWSROOM_LIVE": way,
        "NEWSROOM_LIVE_STREAMS": str(max(250, streams)),
    }  # fmt: skip
    command = [sys.executable, "-m", "benchmarks.live", "--write"]
    pipe = asyncio.subprocess.PIPE
    writer = await asyncio.create_subprocess_exec(
        *command, cwd=ROOT, env=environment, stdin=pipe, stdout=pipe
    )
    assert writer.stdout is not None
    thread = (await writer.stdout.readline()).decode().strip()
    with serving(environment) as address:
        times = await run(address, writer, thread, streams, posts)
    writer.terminate()
    await writer.wait()
    if times.errors:
        raise SystemExit(f"{times.errors} requests failed.")
    figures = [*figures_of(times.delivered), f"{max(times.delivered) * 1000:.0f}"]
    cells = [
        kind,
        way,
        str(streams),
        str(posts),
        *figures,
        str(len(times.requests)),
        *figures_of(times.requests),
    ]
    return f"| {' | '.join(cells)} |"


def figures_of(seconds: list[float]) -> list[str]:
    """What half and 99 % took at most, in milliseconds."""
    ends = statistics.quantiles(seconds, n=100)
    return [f"{ends[49] * 1000:.0f}", f"{ends[98] * 1000:.0f}"]


def main() -> None:
    """Measure what the arguments say."""
    options = argparse.ArgumentParser(prog="python -m benchmarks.live", description="Measure live delivery.")
    options.add_argument("--streams", type=int, default=200)
    options.add_argument("--posts", type=int, default=20)
    options.add_argument("--database", choices=["postgresql", "sqlite"], action="append")
    options.add_argument("--write", action="store_true", help=argparse.SUPPRESS)
    given = options.parse_args()
    if given.write:
        write()
        return
    from benchmarks.__main__ import machine

    runs = [(kind, "poll") for kind in given.database or ["postgresql", "sqlite"]]
    runs += [("postgresql", "postgresql")] if ("postgresql", "poll") in runs else []
    rows = [asyncio.run(measure(kind, way, given.streams, given.posts)) for kind, way in runs]
    text = "\n".join([
        "# Live delivery, measured",
        "",
        f"{datetime.now(UTC):%Y-%m-%d}; {machine()}. One gunicorn process carries all streams; another process posts; readers, "
        "writer and database run on the same machine. From the call that posts to each stream's reader.",
        "",
        HEAD,
        "|---|---|" + "---:|" * 8,
        *rows,
        "",
    ])  # fmt: skip
    print(text)
    (ROOT / "benchmarks" / "LIVE.md").write_text(text)


if __name__ == "__main__":
    main()
