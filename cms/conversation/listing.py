"""The SQL of lists of comments: compiled once for each shape of list, and run with the values of each request.

What does not live here: whose lists may be read, and what comes of the rows (`selectors.py`, `levels.py`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.db.models import (
    BigIntegerField,
    DateTimeField,
    F,
    IntegerField,
    Q,
    QuerySet,
    TextField,
    UUIDField,
)

from cms.conversation.contents import rows_of
from cms.conversation.filters import CommentFilter, CommentOrder, CommentView
from cms.conversation.models import Comment, CommentStatus
from cms.ledger.statements import Parameter, Statement

KEYS: dict[CommentOrder, tuple[tuple[str, bool, type[Any]], ...]] = {
    CommentOrder.NEWEST: (("published_at", True, datetime), ("uid", True, UUID)),
    CommentOrder.OLDEST: (("published_at", False, datetime), ("uid", False, UUID)),
    CommentOrder.REACTIONS: (
        ("reaction_count", True, int),
        ("published_at", True, datetime),
        ("uid", True, UUID),
    ),
}
"""Sort keys of each order: column, whether downward, and type."""

FIELDS: dict[str, Any] = {
    "thread": UUIDField(),
    "parent": UUIDField(),
    "kind": TextField(),
    "published_at": DateTimeField(),
    "reaction_count": IntegerField(),
    "uid": UUIDField(),
    "seq": BigIntegerField(),
}


@dataclass(frozen=True, slots=True)
class Shape:
    """What makes the SQL of a list of comments: all but the values."""

    given: tuple[str, ...]
    signs: tuple[tuple[str, bool], ...]
    order: CommentOrder
    backward: bool
    size: int


@lru_cache(maxsize=256)
def list_statement(shape: Shape) -> Statement:
    """A page of comments and the row after it: the columns of `rows_of`, then the sort keys."""
    parameters = {name: Parameter(name, FIELDS[name.removeprefix("key_")]) for name in shape.given}
    keys = KEYS[shape.order]
    comments = matching(parameters, shape.signs)
    if "key_uid" in parameters:
        values = [parameters[f"key_{name}"] for name, _, _ in keys]
        comments = comments.filter(beyond(keys, values, backward=shape.backward))
    marks = {f"mark_{name}": F(name) for name, _, _ in keys}
    rows = rows_of(comments.annotate(**marks), *marks)
    return Statement(rows.order_by(*ordering(keys, backward=shape.backward))[: shape.size + 1])


def given_by(wanted: CommentFilter) -> dict[str, Any]:
    """What comments must have: value by column."""
    values = {
        "thread": wanted.thread,
        "parent": wanted.parent,
        "kind": str(wanted.kind) if wanted.kind else None,
    }
    return {name: value for name, value in values.items() if value is not None}


def signs_of(wanted: CommentFilter) -> tuple[tuple[str, bool], ...]:
    """What is asked of comments as yes or no: (column, whether it is null)."""
    signs: list[tuple[str, bool]] = []
    if wanted.view is CommentView.TREE and wanted.parent is None:
        signs.append(("parent", True))
    if wanted.answered is not None:
        signs.append(("answered_at", not wanted.answered))
    if wanted.official is not None:
        signs.append(("person", not wanted.official))
    return tuple(signs)


def matching(given: dict[str, Any], signs: tuple[tuple[str, bool], ...]) -> QuerySet[Comment]:
    """The comments that have what is given: values, or parameters of a statement."""
    comments = Comment.objects.filter(shown=True)
    if "thread" in given:
        comments = comments.filter(thread=given["thread"])
    comments = comments.filter(**{f"{name}__isnull": is_null for name, is_null in signs})
    if any(name != "parent" for name, _ in signs):
        comments = comments.filter(status=CommentStatus.PUBLISHED)
    if "parent" in given:
        comments = comments.filter(parent=given["parent"])
    if "kind" in given:
        comments = comments.filter(kind=given["kind"], status=CommentStatus.PUBLISHED)
    return comments


def ordering(keys: Sequence[tuple[str, bool, type[Any]]], *, backward: bool) -> list[str]:
    """The sort keys as `order_by` takes them, in the direction walked."""
    return [f"{'-' if down != backward else ''}{name}" for name, down, _ in keys]


def beyond(keys: Sequence[tuple[str, bool, type[Any]]], values: Sequence[Any], *, backward: bool) -> Q:
    """Rows after the one with these values, in the direction walked."""
    further, equal = Q(), Q()
    for (name, down, _), value in zip(keys, values, strict=True):
        sign = "lt" if down != backward else "gt"
        further |= equal & Q(**{f"{name}__{sign}": value})
        equal &= Q(**{name: value})
    return further
