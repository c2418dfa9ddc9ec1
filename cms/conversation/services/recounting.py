"""Counting anew what threads and comments count of each other: to compare, and to mend what differs."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Max

from cms.conversation.models import Comment, Thread
from cms.conversation.services.changes import COUNTS, Standing, changing


@dataclass(frozen=True, slots=True)
class Difference:
    """A column that does not hold what the rows add up to."""

    of: UUID
    column: str
    stored: Any
    counted: Any


def differences(thread: UUID) -> list[Difference]:
    """What is counted wrongly in a thread. Reads all of its comments."""
    comments = list(Comment.objects.filter(thread=thread).order_by("-depth"))
    shown_below: Counter[UUID] = Counter()
    found: list[Difference] = []
    counted = Counter(dict.fromkeys(COUNTS, 0))
    for comment in comments:
        stored = (comment.shown, comment.reply_count, comment.reaction_count)
        comment.reply_count = shown_below[comment.uid]
        comment.reaction_count = sum(_reactions(comment).values())
        standing = Standing.of(comment)
        comment.shown = standing.shown
        found += _differences(comment, stored)
        if standing.shown and comment.parent_id is not None:
            shown_below[comment.parent_id] += 1
        counted.update(standing.counts())
    row = Thread.objects.get(pk=thread)
    newest = Comment.objects.filter(thread=thread).aggregate(newest=Max("published_at"))["newest"]
    figures = {**counted, "last_activity_at": newest or row.last_activity_at}
    return found + [
        Difference(thread, name, getattr(row, name), value)
        for name, value in figures.items()
        if getattr(row, name) != value
    ]


def mend(thread: UUID) -> list[Difference]:
    """Correct what is counted wrongly in a thread, under its lock; returns what that was."""
    with changing(thread):
        found = differences(thread)
        for difference in found:
            model: Any = Thread if difference.of == thread else Comment
            model.objects.filter(pk=difference.of).update(**{difference.column: difference.counted})
    return found


def _differences(comment: Comment, stored: tuple[bool, int, int]) -> list[Difference]:
    counted = (comment.shown, comment.reply_count, comment.reaction_count)
    columns = ("shown", "reply_count", "reaction_count")
    found = [
        Difference(comment.uid, name, old, new)
        for name, old, new in zip(columns, stored, counted, strict=True)
        if old != new
    ]
    reactions = _reactions(comment)
    if comment.reactions != reactions:
        found.append(Difference(comment.uid, "reactions", comment.reactions, reactions))
    return found


def _reactions(comment: Comment) -> dict[str, int]:
    return dict(Counter(comment.given_reactions.values_list("name", flat=True)))
