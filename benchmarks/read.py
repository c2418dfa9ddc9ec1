"""The read workload: what frontends and partners ask for most, over GraphQL and REST, uncached."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from urllib.parse import urlencode

from benchmarks import databases, server
from benchmarks.data import RARE_WORD
from benchmarks.server import ROOT, Request

CARD = "id title summary publishedAt updatedAt url kind slug newsroom { slug name } topics { id name } tags pinned"
LIST = "query ($filter: ReleaseFilter, $first: Int, $search: String, $orderBy: Order) {{ releases(filter: $filter, first: $first, search: $search, orderBy: $orderBy) {{ edges {{ cursor node {{ {} }} }} pageInfo {{ hasNextPage endCursor }} }} }}"


def requests(uid: str, since: str) -> dict[str, Request]:
    """By name: what is asked for."""

    def graphql(query: str, **variables: object) -> Request:
        return Request("/graphql/", json.dumps({"query": query, "variables": variables}))

    def rest(path: str = "", **parameters: object) -> Request:
        return Request(
            f"/api/v1/releases{path}?{urlencode(parameters)}" if parameters else f"/api/v1/releases{path}"
        )

    detail = f"query ($id: ID!) {{ release(id: $id) {{ {CARD} contacts {{ name email }} body {{ __typename ... on ParagraphBlock {{ html }} }} }} }}"
    return {
        "GraphQL list of 20": graphql(LIST.format(CARD), first=20),
        "GraphQL detail": graphql(detail, id=uid),
        "GraphQL search": graphql(LIST.format("id title"), first=20, search=RARE_WORD),
        "GraphQL 100 changed since": graphql(
            LIST.format(CARD), first=100, filter={"updatedSince": since}, orderBy="UPDATED"
        ),
        "GraphQL 100 without bodies": graphql(LIST.format("id title updatedAt url"), first=100),
        "REST list of 20": rest(),
        "REST detail": rest(f"/{uid}"),
        "REST search": rest(search=RARE_WORD),
        "REST 100 changed since": rest(page_size=100, updated_since=since, order_by="UPDATED"),
        "REST 100 sparse": rest(page_size=100, fields="id,title,updated_at,url"),
    }


def measure(kind: str, size: int, seconds: int) -> list[list[str]]:
    """Rows of the table for one database."""
    url = databases.address(kind, size)
    environment = os.environ | {"DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "benchmarks.settings"}
    told = subprocess.run(
        [sys.executable, "-m", "benchmarks.counting", str(size)],
        env=environment,
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    uid, since, counts = json.loads(told.stdout.splitlines()[-1])
    rows = []
    with server.running(url) as address:
        for name, request in requests(uid, since).items():
            one = server.load(address, request, concurrency=1, seconds=seconds)
            many = server.load(address, request, concurrency=16, seconds=seconds)
            row = [kind, f"{size:,}", name, str(counts[name])]
            for got in (one, many):
                row += [f"{got.per_second:.0f}", f"{got.p50:.1f}", f"{got.p99:.1f}"]
            rows.append([*row, str(one.errors + many.errors)])
            print(" | ".join(rows[-1]), flush=True)
    return rows
