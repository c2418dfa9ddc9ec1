"""How SQLite finds what posting asks for: by an index that names few rows, however many comments there are."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cms.conversation.models import Comment, Thread
from cms.conversation.services.posting import Posted

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(
        connection.vendor != "sqlite", reason="PostgreSQL plans by statistics, which a test has not."
    ),
]

NARROW = (
    "comment_of_person",
    "comment_same_text",
    "comment_of_address",
    "comment_newest",
    "comment_in_newsroom",
)
"""Indexes of a person, a text or an address, and those in order of time that are read from their end."""


def fill(thread: Thread) -> None:
    """Many comments, half of them answers, and what SQLite knows of them when it has counted."""
    roots = [stored(thread, number) for number in range(300)]
    Comment.objects.bulk_create(roots)
    Comment.objects.bulk_create(
        stored(thread, 300 + number, parent=root) for number, root in enumerate(roots)
    )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def stored(thread: Thread, number: int, **fields: Any) -> Comment:
    """One of many comments, seconds apart, of people and texts that are not known: erased, or brought from elsewhere."""
    return Comment(
        thread=thread,
        newsroom=thread.newsroom,
        created_at=timezone.now() - timedelta(seconds=number),
        **fields,
    )


def test_posting_asks_for_comments_by_narrow_indexes(thread: Thread, post: Callable[..., Posted]) -> None:
    fill(thread)
    post(key="one")
    with CaptureQueriesContext(connection) as captured:
        post(key="two")
    asked = [
        query["sql"]
        for query in captured.captured_queries
        if query["sql"].startswith("SELECT") and f'FROM "{Comment._meta.db_table}"' in query["sql"]
    ]
    assert len(asked) >= 4
    for sql in asked:
        with connection.cursor() as cursor:
            cursor.execute(f"EXPLAIN QUERY PLAN {sql}".replace("%", "%%"))
            plan = [row[-1] for row in cursor.fetchall()]
        found = [step for step in plan if Comment._meta.db_table in step]
        assert all(any(name in step for name in NARROW) for step in found), (sql, plan)
