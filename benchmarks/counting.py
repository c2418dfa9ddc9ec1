"""Fills the database of DATABASE_URL and counts the SQL statements of each request: `python -m benchmarks.counting SIZE`.

Prints, as its last line, JSON: the id of the release that details are asked for, a time a hundred changes ago, and the counts.
"""

from __future__ import annotations

import json
import sys

import django

django.setup()

from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402

from benchmarks import databases, read  # noqa: E402
from cms.ledger.models import Item  # noqa: E402


def main(size: int) -> None:
    """Fill, ask once for everything, and count."""
    databases.prepare(size)
    releases = Item.objects.filter(type="RELEASE")
    uid = str(releases.order_by("published_at")[releases.count() // 2].uid)
    since = releases.order_by("-updated_at")[150].updated_at.strftime("%Y-%m-%dT%H:%M:%SZ")
    counts = {}
    for name, request in read.requests(uid, since).items():
        client = Client()
        for _ in range(2):
            with CaptureQueriesContext(
                connection,
            ) as captured:
                if request.body:
                    answer = client.post(request.path, request.body, content_type="application/json")
                else:
                    answer = client.get(request.path)
        if answer.status_code != 200 or b'"errors"' in answer.content:
            raise SystemExit(f"{name}: {answer.status_code} {answer.content[:500]!r}")
        counts[name] = len(captured)
    print(json.dumps([uid, since, counts]))


if __name__ == "__main__":
    main(int(sys.argv[1]))
