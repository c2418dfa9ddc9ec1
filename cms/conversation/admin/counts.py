"""How much waits on the desk: the figures in the menu and on the tabs. One query that looks at a hundred rows each."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet, Value
from django.utils import timezone

from cms.conversation.admin.lists import todo_parts
from cms.conversation.admin.scope import Scope
from cms.conversation.models import (
    Appeal,
    Case,
    CaseState,
    Comment,
    CommentStatus,
    Contribution,
    ContributionStatus,
    Proposal,
)

MOST = 99
"""More than these are “99+”."""


def counts_of(user: Any, scope: Scope) -> dict[str, int]:
    """What waits in the newsrooms of a user's desk, by name; each is at most one more than `MOST`.

    `todo` is what the first list holds: open cases, and what else is held or reported.
    """
    pages, uids = [each.page_id for each in scope], [each.uid for each in scope]
    cases = Case.objects.filter(newsroom__in=pages, state=CaseState.OPEN)
    comments = Comment.objects.filter(newsroom__in=uids)
    _, held_alone, reported_alone = (part.rows for part in todo_parts(cases, comments))
    found = _count(
        {
            "cases": cases,
            "held_alone": held_alone,
            "reported_alone": reported_alone,
            "overdue": cases.filter(due_at__lte=timezone.now()),
            "mine": cases.filter(owner=user),
            "held": comments.filter(status=CommentStatus.HELD),
            "reported": comments.filter(report_count__gt=0),
            "appeals": Appeal.objects.filter(outcome="", comment__newsroom__in=uids),
            "proposed": Proposal.objects.filter(comment__newsroom__in=uids),
            "contributions": Contribution.objects.filter(newsroom__in=uids, status=ContributionStatus.HELD),
        }
    )
    todo = found["cases"] + found.pop("held_alone") + found.pop("reported_alone")
    return found | {"todo": min(todo, MOST + 1)}


def _count(wanted: dict[str, QuerySet[Any]]) -> dict[str, int]:
    """Each set counted as far as `MOST`, and one more."""
    found = dict.fromkeys(wanted, 0)
    selects: list[str] = []
    parameters: list[Any] = []
    for name, rows in wanted.items():
        try:
            sql, values = (
                rows.order_by().annotate(one=Value(1)).values_list("one")[: MOST + 1].query.sql_with_params()
            )
        except EmptyResultSet:
            continue
        selects.append(f"SELECT '{name}' AS name, COUNT(*) AS number FROM ({sql}) AS rows{len(selects)}")  # nosec B608 # names from here; values are bound
        parameters += values
    if selects:
        with connection.cursor() as cursor:
            cursor.execute(" UNION ALL ".join(selects), parameters)
            found |= dict(cursor.fetchall())
    return found
