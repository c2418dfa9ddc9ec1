"""Reading conversations for many at once: the number of queries for a level of a tree is the same for any number.

The first argument of every function is the `Viewer`. What is not public is left out of the answers.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db.models import Count, F, Window
from django.db.models.functions import RowNumber

from cms.access import Viewer
from cms.conversation import cursors
from cms.conversation.contents import COLUMNS, PUBLIC_IDS, Content, Place, comment_content, rows_of
from cms.conversation.filters import CommentFilter, CommentOrder
from cms.conversation.listing import KEYS, Shape, given_by, list_statement, matching, ordering, signs_of
from cms.conversation.models import Comment, CommentStatus
from cms.conversation.places import places_of
from cms.ledger.paging import PageOf, PageRequest, page_of

WIDTH = len(COLUMNS) + len(PUBLIC_IDS)
"""Columns of a row before its sort keys."""
MOST_PINNED = 10
"""How many pinned comments of a thread are shown."""


def first_comments(
    viewer: Viewer, wanted: Sequence[CommentFilter], *, first: int, order: CommentOrder
) -> dict[UUID, PageOf[Content]]:
    """The first page of each of many threads, by the threads' ids. The filters differ in the thread alone.

    Two queries. Threads that are switched off or not public have no page.
    """
    places = places_of([each.thread for each in wanted])
    given = [given_by(each) for each in wanted if each.thread in places]
    if not given:
        return {}
    shape = Shape(tuple(given[0]), signs_of(wanted[0]), order, False, first)
    rows: dict[UUID, list[Any]] = {uid: [] for uid in places}
    for row in list_statement(shape).run_each(given):
        rows[row[1]].append(row)
    page = PageRequest(first=first)
    return {
        uid: page_of(
            [(comment_content(row[:WIDTH], places[uid]), row[WIDTH:]) for row in _sorted(found, order)],
            page,
            lambda marks: cursors.encode(order, marks),
        )
        for uid, found in rows.items()
    }


def count_comments(viewer: Viewer, wanted: Sequence[CommentFilter]) -> dict[UUID, int]:
    """How many comments each of many threads has that a filter selects. The filters differ in the thread alone."""
    if not wanted:
        return {}
    given = {name: value for name, value in given_by(wanted[0]).items() if name != "thread"}
    comments = matching(given, signs_of(wanted[0])).filter(thread__in=[each.thread for each in wanted])
    return dict(comments.values_list("thread").annotate(count=Count("pk")))


def replies_to(
    viewer: Viewer,
    comments: Collection[UUID],
    *,
    first: int,
    order: CommentOrder = CommentOrder.OLDEST,
    places: Mapping[UUID, Place] | None = None,
) -> dict[UUID, PageOf[Content]]:
    """The first page of replies to each of many comments, by the comments' ids. Two queries; one where the `places` of
    their public threads are known.
    """
    if not comments:
        return {}
    keys = KEYS[order]
    rank = Window(RowNumber(), partition_by="parent", order_by=ordering(keys, backward=False))
    first_of_each = Comment.objects.filter(parent__in=comments, shown=True).annotate(rank=rank)
    chosen = Comment.objects.filter(pk__in=first_of_each.filter(rank__lte=first + 1).values("pk"))
    marks = {f"mark_{name}": F(name) for name, _, _ in keys}
    found: dict[UUID, list[Any]] = {uid: [] for uid in comments}
    for row in rows_of(chosen.annotate(**marks), *marks):
        found[row[2]].append(row)
    if places is None:
        places = places_of({row[1] for rows in found.values() for row in rows})
    page = PageRequest(first=first)
    return {
        uid: page_of(
            [
                (comment_content(row[:WIDTH], places[row[1]]), row[WIDTH:])
                for row in _sorted(rows, order)
                if row[1] in places
            ],
            page,
            lambda given: cursors.encode(order, given),
        )
        for uid, rows in found.items()
    }


def pinned_comments(viewer: Viewer, threads: Collection[UUID]) -> dict[UUID, list[Content]]:
    """The comments that editors keep at the top of each of many threads, the newest first. Two queries."""
    places = places_of(threads)
    found: dict[UUID, list[Content]] = {uid: [] for uid in threads}
    if not places:
        return found
    pinned = Comment.objects.filter(
        thread__in=places, shown=True, pinned=True, status=CommentStatus.PUBLISHED
    )
    for row in rows_of(pinned.order_by("-published_at", "-uid")):
        if len(found[row[1]]) < MOST_PINNED:
            found[row[1]].append(comment_content(row, places[row[1]]))
    return found


def _sorted(rows: list[Any], order: CommentOrder) -> list[Any]:
    """Rows of one list in its order: their sort keys all go the same way."""
    return sorted(rows, key=lambda row: tuple(row[WIDTH:]), reverse=KEYS[order][0][1])
