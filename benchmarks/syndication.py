"""Pages of changes as partners fetch them: `python -m benchmarks.syndication [--size N] [--seconds N] [--database …]`.

A page of 100 with whole documents is to be answered 60 times a second by one process, with at most three statements.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from urllib.request import Request as Ask
from urllib.request import urlopen

from benchmarks import databases, server
from benchmarks.server import ROOT, Request

CHANGES = "/api/v1/changes?page_size=100"
GOAL = 60
MOST_STATEMENTS = 3


def main() -> None:
    """Measure, and print a row for each request."""
    options = argparse.ArgumentParser(prog="python -m benchmarks.syndication", description=__doc__)
    options.add_argument("--size", type=int, default=1_000, help="releases in the database")
    options.add_argument("--seconds", type=int, default=8, help="of each measurement")
    options.add_argument("--database", choices=("sqlite", "postgresql"), default="sqlite")
    options.add_argument("--fill", action="store_true", help=argparse.SUPPRESS)
    asked = options.parse_args()
    if asked.fill:
        fill(asked.size)
        return
    failed = False
    url = databases.address(asked.database, f"changes{asked.size}")
    environment = os.environ | {"DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "benchmarks.settings"}
    command = [sys.executable, "-m", "benchmarks.syndication", "--fill", "--size", str(asked.size)]
    told = subprocess.run(command, env=environment, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)
    keys, counts = json.loads(told.stdout.splitlines()[-1])
    with server.running(url) as address:
        for name, key in keys.items():
            size, following = first_page(address, key)
            for what, path in (("snapshot", CHANGES), ("nothing new", following)):
                script = f'wrk.headers["Authorization"] = "Bearer {key}"\n' if key else ""
                request = Request(path, script=script)
                row = f"{asked.database} | {name} | {what} | {counts[name]} SQL | {size / 1000:.0f} KB"
                for concurrency in (1, 16):
                    got = server.load(address, request, concurrency=concurrency, seconds=asked.seconds)
                    row += f" | {got.per_second:.0f} req/s, {got.p50:.1f} ms, {got.p99:.1f} ms, {got.errors} errors"
                    failed |= what == "snapshot" and got.per_second < GOAL and not name.startswith("cut")
                print(row, flush=True)
    if failed or any(count > MOST_STATEMENTS for count in counts.values()):
        raise SystemExit(f"Less than {GOAL} requests a second, or more than {MOST_STATEMENTS} statements.")


def first_page(address: str, key: str) -> tuple[int, str]:
    """Bytes of the first page, and the path at which there is nothing new."""
    path, size = CHANGES, 0
    while True:
        with urlopen(
            Ask(address + path, headers={"Authorization": f"Bearer {key}"} if key else {})
        ) as answer:
            content = answer.read()
        page, size = json.loads(content), size or len(content)
        path = "/api/v1/changes" + page["next"].partition("/api/v1/changes")[2]
        if not page["has_more"]:
            return size, path


def fill(size: int) -> None:
    """Fill the database, and print keys of partners, and the statements that a page costs each, as JSON."""
    import django

    django.setup()
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from cms.ledger.models import Counter, Edition
    from cms.newsroom.models import NewsroomPage
    from cms.syndication.models import Partner, Placement
    from cms.syndication.services.keys import issue_key
    from cms.syndication.services.placing import place

    databases.prepare(size)
    missing = Edition.objects.filter(placement=None).select_related("item").order_by("seq")
    while batch := list(missing[:500]):
        for edition in batch:
            edition.document = edition.item.document
        Edition.objects.bulk_update(batch, ["document"])
        place(batch)
    newest = Placement.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    Counter.objects.filter(name=Counter.SEQ).update(value=newest)
    Partner.objects.all().delete()
    keys = {"anonymous": ""}
    scopes = {
        "partner": {},
        "partner with a scope": {"kinds": ["NEWS", "PRESS_RELEASE"]},
        "cut partner": {"asset_use": "NONE"},
    }
    for name, scope in scopes.items():
        partner = Partner.objects.create(organisation=name, rate_limit=10**9, **scope)
        if "kinds" in scope:
            partner.newsrooms.set(NewsroomPage.objects.all()[:3])
        keys[name] = issue_key(partner=partner)[0]
    counts = {}
    for name, key in keys.items():
        headers = {"Authorization": f"Bearer {key}"} if key else {}
        for _time in range(2):
            with CaptureQueriesContext(connection) as captured:
                answer = Client().get(CHANGES, headers=headers)
        if answer.status_code != 200 or len(answer.json()["results"]) != 100:
            raise SystemExit(f"{name}: {answer.status_code} {answer.content[:300]!r}")
        counts[name] = len([each for each in captured if each["sql"].startswith("SELECT")])
    print(json.dumps([keys, counts]))


if __name__ == "__main__":
    main()
