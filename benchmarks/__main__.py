"""`python -m benchmarks [--scale] [--conversation] [--size N] [--seconds N] [--database sqlite|postgresql]`: measure, print, write RESULTS.md."""

from __future__ import annotations

import argparse
import os
import platform
from datetime import UTC, datetime

from benchmarks import conversation, media, read
from benchmarks.server import ROOT

HEAD = [
    "database",
    "releases",
    "request",
    "SQL",
    "req/s (1)",
    "p50 ms",
    "p99 ms",
    "req/s (16)",
    "p50 ms",
    "p99 ms",
    "errors",
]
SCALE = (1_000, 10_000, 100_000)


def main() -> None:
    """Measure what the arguments say."""
    options = argparse.ArgumentParser(prog="python -m benchmarks", description="Measure the read path.")
    options.add_argument("--size", type=int, default=10_000, help="releases in the database")
    options.add_argument("--scale", action="store_true", help="1,000, 10,000 and 100,000 releases")
    options.add_argument("--seconds", type=int, default=8, help="of each measurement")
    options.add_argument(
        "--media", action="store_true", help="media alone: publishing photographs, press kits"
    )
    options.add_argument(
        "--conversation",
        action="store_true",
        help="conversations alone: posting, long threads, the desk, streams",
    )
    options.add_argument("--database", choices=["postgresql", "sqlite"], action="append")
    given = options.parse_args()
    if given.conversation:
        text = conversation_report(conversation.measure())
        print(text)
        (ROOT / "benchmarks" / "CONVERSATION.md").write_text(text)
        return
    if not given.scale:
        text = media_report(media.measure())
        print(text)
        (ROOT / "benchmarks" / "MEDIA.md").write_text(text)
    if given.media:
        return
    rows = [
        row
        for kind in given.database or ["postgresql", "sqlite"]
        for size in (SCALE if given.scale else [given.size])
        for row in read.measure(kind, size, given.seconds)
    ]
    text = report(rows)
    print(text)
    (ROOT / "benchmarks" / ("SCALE.md" if given.scale else "RESULTS.md")).write_text(text)


def conversation_report(lines: list[str]) -> str:
    """The tables of conversations, with the day and the machine."""
    about = "What sends, the web process and the database run on the same machine."
    head = ["# Conversations, measured", "", f"{datetime.now(UTC):%Y-%m-%d}; {machine()}. {about}", ""]
    return "\n".join([*head, *lines])


def media_report(rows: list[list[str]]) -> str:
    """The table of media, with the day and the machine."""
    lines = [
        "# Media, measured",
        "",
        f"{datetime.now(UTC):%Y-%m-%d}; {machine()}. SQLite, vault and shelf in folders of one disk.",
        "",
        "| what | figure |",
        "|---|---|",
        *(f"| {' | '.join(row)} |" for row in rows),
        "",
    ]
    return "\n".join(lines)


def machine() -> str:
    """What the figures were taken on."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{os.cpu_count()} cores, {memory:.0f} GB memory, Python {platform.python_version()}, {platform.system()}"


def report(rows: list[list[str]]) -> str:
    """The table, with the day and the machine."""
    lines = [
        "# The read path, measured",
        "",
        f"{datetime.now(UTC):%Y-%m-%d}; {machine()}. One gunicorn process with 4 threads; the load (wrk) and the database run on the same machine.",
        "No cache between the request and the database. `(1)` and `(16)` are connections at the same time.",
        "",
        f"| {' | '.join(HEAD)} |",
        f"|{'---|' * len(HEAD)}",
        *(f"| {' | '.join(row)} |" for row in rows),
        "",
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    main()
