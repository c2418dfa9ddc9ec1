"""Conversations, measured: posting comments, reading long threads, the desk, live delivery. `python -m benchmarks --conversation`.

Posting and reading go over HTTP to one gunicorn process, as the host site runs it; wrk sends, so that what sends is not the
bottleneck. Every post is another person with another text.
"""

from __future__ import annotations

import asyncio
import json
import os
import random
import subprocess
import sys
import uuid
from datetime import UTC, datetime, timedelta
from typing import Any

from benchmarks import databases, desk, live
from benchmarks.server import ROOT, Measured, Request, load

COMMENTS = 100_000
"""In the long thread."""
THREADS = 200
BATCH = 2000
SECONDS = 8
CONNECTIONS = (1, 4, 16)
STREAMS, LIVE_POSTS = 200, 20
BEGAN = datetime(2025, 1, 1, tzinfo=UTC)
SETTINGS = "benchmarks.conversation_settings"
POSTING = """
math.randomseed(os.time())
local run = string.format("%%x%%x", os.time(), math.random(1, 2^30))
local threads, words, count = %s, %s, 0
request = function()
    count = count + 1
    local text = {}
    for place = 1, 25 do text[place] = words[math.random(#words)] end
    local kinds = {"QUESTION", "PRAISE", "CRITICISM", "OTHER"}
    local body = string.format('{"body":"%%s","author_name":"Reader %%d","email":"%%s-%%d@example.com","kind":"%%s"}',
        table.concat(text, " "), count, run, count, kinds[count %% 4 + 1])
    local path = "/api/v1/threads/" .. threads[count %% #threads + 1] .. "/comments"
    return wrk.format("POST", path, {["Content-Type"] = "application/json", ["Idempotency-Key"] = run .. count}, body)
end
"""


def measure() -> list[str]:
    """The lines of CONVERSATION.md below its heading."""
    posting, reading = [], []
    for kind in ("postgresql", "sqlite"):
        measured = of_database(kind)
        posting += measured[0]
        reading += measured[1]
    desks = [row for kind in ("postgresql", "sqlite") for row in desk.measure(kind, desk.SIZE)]
    ways = (("sqlite", "poll"), ("postgresql", "poll"), ("postgresql", "postgresql"))
    streams = [asyncio.run(live.measure(kind, way, STREAMS, LIVE_POSTS)) for kind, way in ways]
    return [
        "## Posting",
        "",
        "One gunicorn process (`cms.project.gunicorn`); wrk sends on so many connections, each post another person with 25 words; half are",
        "questions or criticism, with a case. With the mail that asks to confirm the address put into the queue.",
        "",
        *table(["database", "into", "connections", "posts/s", "p50 ms", "p99 ms", "errors", "SQL"], posting),
        "",
        f"## Reading a thread of {COMMENTS:,} comments",
        "",
        "No cache between request and database; pages of 20.",
        "",
        *table(["database", "request", "SQL", "req/s (1)", "p50 ms", "p99 ms", "req/s (16)", "p50 ms", "p99 ms", "errors"], reading),
        "",
        f"## The desk at {desk.SIZE:,} comments",
        "",
        *table(desk.HEAD, desks),
        "",
        "## Live delivery",
        "",
        live.HEAD,
        "|---|---|" + "---:|" * 8,
        *streams,
        "",
    ]  # fmt: skip


def table(head: list[str], rows: list[list[str]]) -> list[str]:
    """Lines of a table."""
    return [f"| {' | '.join(cells)} |" for cells in (head, ["---"] * len(head), *rows)]


def of_database(kind: str) -> tuple[list[list[str]], list[list[str]]]:
    """Rows of posting and of reading, on one database."""
    environment = environment_of(kind)
    command = [sys.executable, "-m", "benchmarks.conversation", "prepare"]
    told = subprocess.run(command, env=environment, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)
    facts = json.loads(told.stdout.splitlines()[-1])
    posting, reading = [], []
    with live.serving(environment) as address:
        for name, request in reads(facts["long"], facts["reply"]).items():
            one, many = (load(address, request, concurrency=number, seconds=SECONDS) for number in (1, 16))
            cells = [cell for got in (one, many) for cell in figures(got)]
            reading.append(
                [kind, name, str(facts["statements"][name]), *cells, str(one.errors + many.errors)]
            )
            print(" | ".join(reading[-1]), flush=True)
        for into, threads in (("one thread", facts["threads"][:1]), (f"{THREADS} threads", facts["threads"])):
            script = POSTING % (lua(threads), lua(vocabulary()))
            for number in CONNECTIONS:
                got = load(address, Request("/", script=script), concurrency=number, seconds=SECONDS)
                counted = str(facts["statements"]["post"])
                posting.append([kind, into, str(number), *figures(got), str(got.errors), counted])
                print(" | ".join(posting[-1]), flush=True)
    return posting, reading


def environment_of(kind: str) -> dict[str, str]:
    """What processes need to work on the database of this kind."""
    return os.environ | {
        "DATABASE_URL": databases.address(kind, "talk"),
        "DJANGO_SETTINGS_MODULE": SETTINGS,
    }


def figures(got: Measured) -> list[str]:
    return [f"{got.per_second:.0f}", f"{got.p50:.1f}", f"{got.p99:.1f}"]


def lua(values: list[str]) -> str:
    """A list of strings without quotation marks, in Lua."""
    return "{" + ", ".join(f'"{value}"' for value in values) + "}"


def vocabulary() -> list[str]:
    """Words to write with."""
    return desk.data_words(random.Random(4))[:2000]


def reads(thread: str, reply: str) -> dict[str, Request]:
    """By name: what is asked for. The queries of GraphQL are those of the contract."""

    operations = json.loads((ROOT / "frontend_contract" / "operations.json").read_text())

    def graphql(name: str, **variables: Any) -> Request:
        return Request("/graphql/", json.dumps({"query": operations[name]["text"], "variables": variables}))

    comments = f"/api/v1/threads/{thread}/comments"
    return {
        "REST first page, newest": Request(comments),
        "REST first page, oldest": Request(f"{comments}?order_by=OLDEST"),
        "REST first page, most reactions": Request(f"{comments}?order_by=REACTIONS"),
        "REST questions": Request(f"{comments}?kind=QUESTION"),
        "REST tree": Request(f"{comments}?view=TREE"),
        "REST thread": Request(f"/api/v1/threads/{thread}"),
        "REST comment with its context": Request(f"/api/v1/comments/{reply}/context"),
        "REST changes": Request("/api/v1/comments/changes"),
        "REST threads": Request("/api/v1/threads"),
        "GraphQL first page, newest": graphql("Thread", id=thread, first=20),
        "GraphQL tree": graphql("ThreadTree", id=thread),
        "GraphQL changes": graphql("CommentChanges", first=20),
        "GraphQL threads": graphql("Threads", first=20),
    }


def prepare() -> None:
    """Fill the database of DATABASE_URL, and print as the last line what is to be asked for, and its SQL statements."""
    import django

    django.setup()
    from cms.conversation.models import Comment, Thread

    fill_once()
    long = Thread.objects.order_by("-comment_count").values_list("pk", flat=True)[0]
    others = [str(pk) for pk in Thread.objects.exclude(pk=long).order_by("pk").values_list("pk", flat=True)]
    reply = str(Comment.objects.filter(thread=long, depth=3).order_by("pk").values_list("pk", flat=True)[0])
    counts = statements(str(long), reply, others[0])
    print(json.dumps({"long": str(long), "reply": reply, "threads": others, "statements": counts}))


def statements(long: str, reply: str, thread: str) -> dict[str, int]:
    """SQL statements of each request, once what is kept between requests is there."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client, counts = Client(), {}
    for name, request in reads(long, reply).items():
        for _ in range(2):
            with CaptureQueriesContext(connection) as captured:
                if request.body:
                    answer = client.post(request.path, request.body, content_type="application/json")
                else:
                    answer = client.get(request.path)
        if answer.status_code != 200 or b'"errors"' in answer.content:
            raise SystemExit(f"{name}: {answer.status_code} {answer.content[:500]!r}")
        counts[name] = len(captured)
    dice = random.Random()
    for _ in range(2):
        content = {
            "body": " ".join(dice.sample(vocabulary(), 25)),
            "author_name": "Reader",
            "email": f"{dice.getrandbits(64)}@example.com",
        }
        with CaptureQueriesContext(connection) as captured:
            client.post(f"/api/v1/threads/{thread}/comments", content, content_type="application/json")
    counts["post"] = len(captured)
    return counts


def fill_once() -> None:
    """A newsroom with releases, and one thread with very many comments; unless that has been done."""
    from django.core.management import call_command
    from django.db import connection

    from benchmarks import data
    from cms.conversation.models import Comment, Thread
    from cms.newsroom.models import NewsroomPage

    call_command("migrate", verbosity=0)
    if Comment.objects.count() >= COMMENTS:
        return
    data.fill(THREADS)
    for page in NewsroomPage.objects.all():
        page.comment_mode = "OPEN"
        page.save()
    desk._threads()
    Thread.objects.update(mode="OPEN")
    fill(Thread.objects.select_related("item").order_by("pk")[0])
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")


def fill(thread: Any) -> None:
    """Comments of a year in one thread, two of five of them replies. Random, but the same in every run."""
    from cms.conversation.models import Comment
    from cms.conversation.sequence import NAME
    from cms.ledger.models import Counter

    dice, words = random.Random(9), vocabulary()
    comments: list[Any] = []
    for number in range(COMMENTS):
        above = (
            comments[dice.randrange(max(0, number - 200), number)] if number and dice.random() < 0.4 else None
        )
        if above is not None and above.depth >= 6:
            above = None
        comments.append(_comment(thread, number, above, words, dice))
    for start in range(0, COMMENTS, BATCH):
        Comment.objects.bulk_create(comments[start : start + BATCH])
    last = comments[-1]
    thread.comment_count = COMMENTS
    for kind in ("question", "praise", "criticism", "other"):
        setattr(thread, f"{kind}_count", sum(comment.kind == kind.upper() for comment in comments))
    thread.reaction_count = sum(comment.reaction_count for comment in comments)
    thread.last_activity_at, thread.seq, thread.changed_at = last.published_at, COMMENTS, last.published_at
    thread.save()
    Counter.objects.update_or_create(name=NAME, defaults={"value": COMMENTS})


def _comment(thread: Any, number: int, above: Any, words: list[str], dice: random.Random) -> Any:
    from cms.conversation.models import Comment

    plain = " ".join(dice.choices(words, k=dice.randint(8, 60)))
    likes = int(12 * dice.random() ** 6)
    at = BEGAN + timedelta(seconds=300 * number)
    if above is not None:
        above.reply_count += 1
    return Comment(
        uid=uuid.UUID(int=dice.getrandbits(128), version=4),
        thread=thread,
        newsroom_id=thread.newsroom_id,
        parent_id=above.pk if above is not None else None,
        depth=above.depth + 1 if above is not None else 0,
        language=thread.item.locale,
        kind=dice.choices(("QUESTION", "PRAISE", "CRITICISM", "OTHER"), (25, 20, 20, 35))[0],
        status="PUBLISHED",
        source=plain,
        body=f"<p>{plain}</p>",
        plain=plain,
        author_name=f"Reader {number}",
        created_at=at,
        published_at=at,
        shown=True,
        seq=number + 1,
        reactions={"like": likes} if likes else {},
        reaction_count=likes,
    )


if __name__ == "__main__":
    prepare()
