"""The response desk at 200,000 comments: every list, filter and search, timed. `python -m benchmarks.desk [--size N] [--database …]`.

A request goes through the whole site in one process (session, rights, screen), without a web server: what an editor
waits for is this and the network. The SQL of a list is counted apart from what every screen of the admin asks.
"""

from __future__ import annotations

import argparse
import html
import os
import random
import re
import subprocess
import sys
import uuid
from datetime import UTC, datetime, timedelta
from time import perf_counter
from typing import Any

from benchmarks import databases
from benchmarks.data import RARE_WORD
from benchmarks.server import ROOT

SIZE = 200_000
RELEASES = 500
TIMES = 30
BATCH = 2000
SHARE_OPEN = 0.12
"""Of the cases."""
NOW = datetime(2026, 3, 10, 9, tzinfo=UTC)
HEAD = ["database", "comments", "list", "rows", "SQL", "of which the list's", "p50 ms", "p95 ms"]


def main() -> None:
    """Measure, or be the process that does."""
    options = argparse.ArgumentParser(prog="python -m benchmarks.desk", description="Measure the desk.")
    options.add_argument("--size", type=int, default=SIZE, help="comments in the database")
    options.add_argument("--database", choices=["postgresql", "sqlite"], action="append")
    options.add_argument("--here", action="store_true", help="measure the database of DATABASE_URL")
    given = options.parse_args()
    if given.here:
        here(given.size)
        return
    for kind in given.database or ["postgresql"]:
        for row in measure(kind, given.size):
            print(" | ".join(row), flush=True)


def measure(kind: str, size: int) -> list[list[str]]:
    """Rows of the table for one database, measured in a process of their own."""
    environment = os.environ | {
        "DATABASE_URL": databases.address(kind, f"desk_{size}"),
        "DJANGO_SETTINGS_MODULE": "benchmarks.settings",
    }
    command = [sys.executable, "-m", "benchmarks.desk", "--here", "--size", str(size)]
    told = subprocess.run(command, env=environment, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)
    return [[kind, f"{size:,}", *line.split("\t")] for line in told.stdout.splitlines() if "\t" in line]


def requests() -> dict[str, str]:
    """By name: the address that is asked for."""
    from cms.ledger.models import Item

    newsroom = Item.objects.filter(type="NEWSROOM").order_by("slug").values_list("uid", flat=True)[0]
    release = Item.objects.filter(type="RELEASE").order_by("-published_at").values_list("uid", flat=True)[0]
    found = {
        f"{name}": f"/admin/desk/{name}/"
        for name in ("todo", "held", "reported", "mine", "team", "appeals", "proposed", "all")
    }
    filters = {
        "kind": "kind=CRITICISM",
        "status": "status=REJECTED",
        "relation": "relation=INVESTOR",
        "language": "language=sv",
        "newsroom": f"newsroom={newsroom}",
        "item": f"item={release}",
        "date": "created_at_from=2024-01-01&created_at_to=2024-02-01",
        "answered": "waiting=answered",
        "unanswered": "waiting=unanswered",
        "due": "waiting=due",
        "overdue": "waiting=overdue",
        "team PR": "team=PR",
        "four at once": "kind=QUESTION&relation=BLOGGER&status=HELD&language=sv",
        "a common word": "q=vind",
        "a rare word": f"q={RARE_WORD}",
        "two words": "q=vind+kraft",
        "a name": "q=Reader+4711",
        "an e-mail address": "q=reader17@example.com",
        "a word nobody wrote": "q=xylofonorkester",
    }
    found |= {f"all, {name}": f"/admin/desk/all/?{query}" for name, query in filters.items()}
    found |= {
        "todo, criticism": "/admin/desk/todo/?kind=CRITICISM",
        "held, rare word": f"/admin/desk/held/?q={RARE_WORD}",
        "counts": "/admin/desk/counts/",
    }
    return found


def here(size: int) -> None:
    """Fill the database of DATABASE_URL, and time every list."""
    import django

    django.setup()
    from django.test import Client

    from cms.conversation.models import Comment

    prepare(size)
    user, client = _editor(), Client()
    client.force_login(user)
    frame = len(_queries(client, "/admin/account/"))
    addresses = requests()
    addresses["all, page 40"] = _far(client, 40)
    middle = Comment.objects.filter(status="PUBLISHED", parent__isnull=False).order_by("uid").first()
    addresses["one comment"] = f"/admin/desk/comments/{middle.pk if middle else ''}/"
    for name, address in addresses.items():
        _queries(client, address)
        queries = _queries(client, address)
        times = []
        for _ in range(TIMES):
            start = perf_counter()
            answer = client.get(address)
            content = answer.content
            times.append((perf_counter() - start) * 1000)
        if answer.status_code != 200:
            raise SystemExit(f"{name}: {answer.status_code} at {address}")
        times.sort()
        rows = content.count(b"data-newsroom-row")
        own = len([sql for sql in queries if _is_of_desk(sql)])
        figures = [
            str(rows),
            str(len(queries)),
            str(own),
            f"{times[TIMES // 2]:.0f}",
            f"{times[int(TIMES * 0.95)]:.0f}",
        ]
        print("\t".join([name, *figures]), flush=True)
    print(f"(a screen of the admin without a list: {frame} SQL)", file=sys.stderr)


def _is_of_desk(sql: str) -> bool:
    """Whether a statement asks for what is on the screen: not for the session, the user, the rights, the menu."""
    return "newsroom_conversation_" in sql or "newsroom_ledger_item" in sql


def _queries(client: Any, address: str) -> list[str]:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as captured:
        client.get(address)
    return [query["sql"] for query in captured.captured_queries]


def _far(client: Any, pages: int) -> str:
    """The address of a page far down the list of all."""
    address = "/admin/desk/all/"
    for _ in range(pages):
        found = re.search(r'href="([^"]+)" rel="next"', client.get(address).content.decode())
        address = html.unescape(found[1]) if found else address
    return address


def _editor() -> Any:
    """An editor of PR, who works on every desk."""
    from django.contrib.auth.models import Group, User

    user, made = User.objects.get_or_create(username="bench", defaults={"first_name": "Bench"})
    if made:
        user.groups.add(Group.objects.get(name="PR"))
    return user


def prepare(size: int) -> None:
    """Releases with threads, and comments with their cases; unless that has been done."""
    from django.core.management import call_command
    from django.db import connection

    from benchmarks import data
    from cms.conversation.models import Comment
    from cms.ledger.models import Item

    call_command("migrate", verbosity=0)
    if Comment.objects.count() >= size:
        return
    if not Item.objects.filter(type="RELEASE").exists():
        data.fill(RELEASES, newsrooms=5)
    start = perf_counter()
    fill(size)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")
    print(f"(filled in {perf_counter() - start:.0f} s)", file=sys.stderr)


def fill(size: int) -> None:
    """Comments of five years, as many a day in each; the last ones still wait. Random, but the same in every run."""
    from cms.conversation.models import Appeal, Case, Comment, Proposal

    dice = random.Random(4)
    threads, words, owner = _threads(), data_words(dice), _editor()
    dates = sorted(NOW - timedelta(days=5 * 365 * dice.random() ** 1.5) for _ in range(size))
    for start in range(0, size, BATCH):
        comments = [
            _comment(number, dates[number], dice, threads, words)
            for number in range(start, min(start + BATCH, size))
        ]
        _reply(comments, dice)
        cases = [
            _case(comment, dice, owner)
            for comment in comments
            if comment.kind in ("QUESTION", "CRITICISM") and comment.status in ("PUBLISHED", "HELD")
        ]
        for case in cases:
            case.comment.answered_at = case.first_answered_at
        Comment.objects.bulk_create(comments)
        Case.objects.bulk_create(cases)
        rejected = [comment for comment in comments if comment.status == "REJECTED"][:8]
        Appeal.objects.bulk_create(
            Appeal(comment=comment, text="Look again.", at=NOW, outcome="" if number == 0 else "UPHELD")
            for number, comment in enumerate(rejected)
        )
        published = [comment for comment in comments if comment.status == "PUBLISHED"][:1]
        Proposal.objects.bulk_create(
            Proposal(comment=comment, at=NOW, user=owner, reason="ABUSE") for comment in published
        )


def data_words(dice: random.Random) -> list[str]:
    """The words that comments are made of."""
    from benchmarks.data import SYLLABLES

    made = {"".join(dice.sample(SYLLABLES, dice.choice((1, 2, 2, 3)))) for _ in range(6000)}
    return [*SYLLABLES, *sorted(made - set(SYLLABLES))]


def _threads() -> list[Any]:
    """A thread for every release."""
    from cms.conversation.models import Thread
    from cms.ledger.models import Item

    items = Item.objects.filter(type="RELEASE", newsroom__isnull=False).select_related("newsroom")
    known = set(Thread.objects.values_list("item", flat=True))
    Thread.objects.bulk_create(
        Thread(
            item=item,
            newsroom=item.newsroom,
            mode="PREMODERATED",
            changed_at=NOW,
            last_activity_at=item.published_at,
        )
        for item in items
        if item.pk not in known
    )
    return list(Thread.objects.select_related("item", "newsroom"))


def _comment(number: int, at: datetime, dice: random.Random, threads: list[Any], words: list[str]) -> Any:
    from cms.conversation.identity import visitors
    from cms.conversation.models import Comment

    thread = threads[int(len(threads) * dice.random() ** 2)]
    plain = " ".join(words[int(len(words) * dice.random() ** 3)] for _ in range(dice.randint(5, 90)))
    if number % 1000 == 7:
        plain += f" {RARE_WORD}"
    status = dice.choices(
        ("PUBLISHED", "HELD", "REJECTED", "WITHDRAWN"),
        (86, 4 if number < 180_000 else 20, 9, 1),
    )[0]
    person = int(20_000 * dice.random())
    return Comment(
        uid=uuid.UUID(int=dice.getrandbits(128), version=4),
        thread=thread,
        newsroom_id=thread.newsroom_id,
        language=thread.item.locale,
        kind=dice.choices(("QUESTION", "PRAISE", "CRITICISM", "OTHER"), (25, 20, 20, 35))[0],
        status=status,
        reason="ABUSE" if status == "REJECTED" else "",
        source=plain,
        body=f"<p>{plain}</p>",
        plain=plain,
        author_name=f"Reader {person}",
        organisation=dice.choice(("", "", "", "Västerbotten Today", "Norra Bladet")),
        relation=dice.choices(("", "JOURNALIST", "CUSTOMER", "BLOGGER", "INVESTOR"), (50, 10, 25, 14, 1))[0],
        email=f"reader{person}@example.com",
        email_hash=visitors.email_hash(f"reader{person}@example.com"),
        created_at=at,
        published_at=at if status == "PUBLISHED" else None,
        shown=status == "PUBLISHED",
        seq=number + 1 if status == "PUBLISHED" else None,
        report_count=1 if status == "PUBLISHED" and dice.random() < 0.01 else 0,
        visitor=f"{person:032x}",
    )


def _reply(comments: list[Any], dice: random.Random) -> None:
    """A third of the comments reply to one before in their thread."""
    last: dict[Any, Any] = {}
    for comment in comments:
        above = last.get(comment.thread_id)
        if above is not None and above.depth < 6 and dice.random() < 0.33:
            comment.parent_id, comment.depth = above.pk, above.depth + 1
        last[comment.thread_id] = comment


def _case(comment: Any, dice: random.Random, owner: Any) -> Any:
    from cms.conversation.models import Case

    is_open = dice.random() < SHARE_OPEN
    return Case(
        comment=comment,
        newsroom_id=comment.thread.newsroom.source_id,
        kind=comment.kind,
        owner=owner if dice.random() < 0.02 else None,
        team=dice.choices(("PR", "MARKETING", "CUSTOMER_SERVICE"), (60, 10, 30))[0],
        state="OPEN" if is_open else "CLOSED",
        opened_at=comment.created_at,
        due_at=NOW + timedelta(hours=dice.randint(-400, 60)) if is_open else comment.created_at,
        closed_at=None if is_open else comment.created_at,
        outcome="" if is_open else "ANSWERED",
        first_answered_at=None if is_open else comment.created_at,
    )


if __name__ == "__main__":
    main()
