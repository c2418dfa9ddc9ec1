"""Reading conversations in public: published comments on public items, and the places of those that were.

The first argument of every selector is the `Viewer`. Errors: `NotFound`, `InvalidInput`, `InvalidCursor`.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import OuterRef, Q, QuerySet, Subquery, UUIDField
from django.db.models.functions import Coalesce

from cms.access import Viewer
from cms.conversation import cursors
from cms.conversation.contents import (
    THREAD_COLUMNS,
    Content,
    Place,
    comment_content,
    rows_of,
    thread_content,
)
from cms.conversation.filters import CommentFilter, CommentOrder, ThreadOrder
from cms.conversation.listing import (
    KEYS,
    Shape,
    beyond,
    given_by,
    list_statement,
    matching,
    ordering,
    signs_of,
)
from cms.conversation.models import Comment, CommentStatus, ModerationEvent, Thread
from cms.conversation.places import place_of, places_of
from cms.conversation.sequence import NAME
from cms.errors import InvalidCursor, InvalidInput, NotFound
from cms.ledger.models import Counter, Item
from cms.ledger.paging import PageOf, PageRequest, page_of
from cms.newsroom.commenting import ThreadMode

ANCESTORS = """
WITH RECURSIVE above(uid, parent_id, depth) AS (
    SELECT uid, parent_id, depth FROM newsroom_conversation_comment WHERE uid = %s
    UNION ALL
    SELECT c.uid, c.parent_id, c.depth FROM newsroom_conversation_comment c JOIN above ON c.uid = above.parent_id
)
SELECT uid FROM above ORDER BY depth DESC LIMIT %s
"""
"""A comment and those above it, from itself up."""
ANCESTORS_OF_MANY = """
WITH RECURSIVE above(start, uid, parent_id, steps) AS (
    SELECT uid, uid, parent_id, 0 FROM newsroom_conversation_comment WHERE uid IN ({starts})
    UNION ALL
    SELECT above.start, c.uid, c.parent_id, above.steps + 1
    FROM newsroom_conversation_comment c JOIN above ON c.uid = above.parent_id
    WHERE above.steps < %s
)
SELECT start, uid FROM above ORDER BY start, steps DESC
"""
MOST_ANCESTORS = 100
"""How many comments above one are shown, from itself up: threads may be deeper."""


@dataclass(frozen=True, slots=True)
class ChangedComment:
    """A comment that changed in public, as it is now."""

    number: int
    thread: UUID
    content: Content


def last_number(viewer: Viewer) -> int:
    """The number of the last public change of any conversation; 0 before the first."""
    return Counter.objects.filter(name=NAME).values_list("value", flat=True).first() or 0


def get_thread(viewer: Viewer, *, uid: UUID | None = None, item: UUID | None = None) -> Content:
    """A public thread, by its own id or its item's. One that is switched off is there, and says so."""
    if (uid is None) == (item is None):
        raise InvalidInput("Give `id` or `item`: one of the two.", field="id")
    found = next(iter(_threads(Q(item=item) if item else Q(pk=uid)).values()), None)
    if found is None:
        raise NotFound(
            f"No public {'item with a thread' if item else 'thread'} has the id {item or uid}.",
            field="item" if item else "id",
        )
    return found


def threads_of(viewer: Viewer, items: Collection[UUID]) -> dict[UUID, Content]:
    """The threads of public items, by the items' ids: one query for all."""
    if not items:
        return {}
    return {UUID(content["item_id"]): content for content in _threads(Q(item__in=items)).values()}


def threads_by_id(viewer: Viewer, uids: Collection[UUID]) -> dict[UUID, Content]:
    """Those of the threads `uids` that are public: one query."""
    return _threads(Q(pk__in=uids)) if uids else {}


def list_threads(
    viewer: Viewer,
    page: PageRequest,
    *,
    newsroom: str | None = None,
    item: UUID | None = None,
    order: ThreadOrder = ThreadOrder.ACTIVITY,
) -> PageOf[Content]:
    """A page of threads (of a newsroom, by its slug; of an item), those that are switched off aside."""
    key = "last_activity_at" if order is ThreadOrder.ACTIVITY else "comment_count"
    kinds = (datetime if order is ThreadOrder.ACTIVITY else int, UUID)
    threads = _listed_threads(newsroom)
    if item is not None:
        threads = threads.filter(item=item)
    columns = ((key, True, kinds[0]), ("uid", True, UUID))
    if page.cursor is not None:
        values = cursors.decode(page.cursor, order, kinds)
        threads = threads.filter(beyond(columns, values, backward=page.backward))
    rows = list(
        threads.order_by(*ordering(columns, backward=page.backward)).values_list(*THREAD_COLUMNS)[
            : page.size + 1
        ]
    )
    place = THREAD_COLUMNS.index(key)
    found = [(thread_content(row), (row[place], row[0])) for row in rows]
    if not found and newsroom is not None:
        _check_newsroom(newsroom)
    return page_of(found, page, lambda keys: cursors.encode(order, keys))


def count_threads(viewer: Viewer, *, newsroom: str | None = None) -> int:
    """How many threads `list_threads` has. Costs a count."""
    return _listed_threads(newsroom).count()


def list_comments(
    viewer: Viewer,
    wanted: CommentFilter,
    page: PageRequest,
    *,
    order: CommentOrder = CommentOrder.NEWEST,
    place: Place | None = None,
) -> PageOf[Content]:
    """A page of the comments of a thread, whose `place` may be known. Raises `NotFound` when there is no such thread, or it
    is switched off.
    """
    place = place or place_of(wanted.thread)
    given = given_by(wanted)
    keys = KEYS[order]
    if page.cursor is not None:
        values = cursors.decode(page.cursor, order, [kind for _, _, kind in keys])
        given |= {f"key_{name}": value for (name, _, _), value in zip(keys, values, strict=True)}
    shape = Shape(tuple(given), signs_of(wanted), order, page.backward, page.size)
    rows = list_statement(shape).run(given)
    count = len(keys)
    found = [(comment_content(row[:-count], place), row[-count:]) for row in rows]
    return page_of(found, page, lambda marks: cursors.encode(order, marks))


def count_comments(viewer: Viewer, wanted: CommentFilter) -> int:
    """How many comments `list_comments` has, the places of those that were removed among them. Costs a count."""
    return matching(given_by(wanted), signs_of(wanted)).count()


def pinned_comments(
    viewer: Viewer, thread: UUID, *, most: int = 10, place: Place | None = None
) -> list[Content]:
    """The comments that editors keep at the top of a thread, whose `place` may be known, the newest first."""
    place = place or place_of(thread)
    pinned = Comment.objects.filter(thread=thread, shown=True, pinned=True, status=CommentStatus.PUBLISHED)
    return [comment_content(row, place) for row in rows_of(pinned.order_by("-published_at", "-uid"))[:most]]


def get_comment(viewer: Viewer, uid: UUID) -> Content:
    """A comment that is public, or the place of one that was. Raises `NotFound`."""
    return comments_by_id(viewer, [uid]).get(uid) or _no_comment(uid)


def comments_by_id(viewer: Viewer, uids: Collection[UUID]) -> dict[UUID, Content]:
    """Those of the comments `uids` that are or were public: two queries."""
    rows = list(rows_of(Comment.objects.filter(pk__in=uids, published_at__isnull=False))) if uids else []
    places = places_of({row[1] for row in rows})
    return {row[0]: comment_content(row, places[row[1]]) for row in rows if row[1] in places}


def removed_comments(viewer: Viewer, thread: UUID, *, most: int = 100) -> list[tuple[UUID, datetime]]:
    """The comments of a thread that were public and are no more, and when each was taken away; the newest first."""
    removals = ModerationEvent.objects.filter(comment=OuterRef("pk"), from_status=CommentStatus.PUBLISHED)
    gone = Comment.objects.filter(thread=thread, published_at__isnull=False).exclude(
        status=CommentStatus.PUBLISHED
    )
    at = Coalesce(Subquery(removals.order_by("-at").values("at")[:1]), "thread__changed_at", "published_at")
    return list(gone.order_by("-seq", "-uid").values_list("uid", at)[:most])


def context_of(viewer: Viewer, uid: UUID, *, most: int = MOST_ANCESTORS) -> list[Content]:
    """The comments above one, from the top of the thread down; of very deep ones, the nearest `most`."""
    found = contexts_of(viewer, [uid], most=most)
    if uid not in found:
        _no_comment(uid)
    return found[uid]


def contexts_of(
    viewer: Viewer, uids: Collection[UUID], *, most: int = MOST_ANCESTORS
) -> dict[UUID, list[Content]]:
    """The comments above each of those of `uids` that are or were public: three queries for all."""
    if not uids:
        return {}
    starts = ", ".join(["%s"] * len(uids))
    field = UUIDField()
    with connection.cursor() as cursor:
        values = [*(field.get_db_prep_value(uid, connection) for uid in uids), most]
        cursor.execute(ANCESTORS_OF_MANY.format(starts=starts), values)
        rows = [[each if isinstance(each, UUID) else UUID(each) for each in row] for row in cursor.fetchall()]
    found = comments_by_id(viewer, {uid for _, uid in rows})
    chains: dict[UUID, list[Content]] = {uid: [] for uid in uids if uid in found}
    for start, uid in rows:
        if start in chains and uid in found and uid != start:
            chains[start].append(found[uid])
    return chains


def list_changes(
    viewer: Viewer,
    page: PageRequest,
    *,
    newsroom: str | None = None,
    told: QuerySet[Any, Any] | None = None,
    shown: QuerySet[Any, Any] | None = None,
) -> PageOf[ChangedComment]:
    """Comments in the order of their last public change, each as it is now: edits and removals among them.

    Of those on items that are no longer public only the place is left. `told` are the ids of the items whose comments the
    reader is told of, `shown` of those alone whose comments it may see; without them, all.
    """
    if page.backward:
        raise InvalidCursor("Changes are read forward alone: give a cursor of `next`.", field="cursor")
    changed = _changed(newsroom, told)
    if page.cursor is not None:
        number, uid = cursors.decode(page.cursor, "CHANGES", (int, UUID))
        changed = changed.filter(Q(seq__gt=number) | Q(seq=number, uid__gt=uid), seq__gte=number)
    rows = list(rows_of(changed.order_by("seq", "uid"))[: page.size + 1])
    if not rows and newsroom is not None:
        _check_newsroom(newsroom)
    found = [(change, (change.number, UUID(change.content["id"]))) for change in _changes(rows, shown)]
    return page_of(found, page, lambda keys: cursors.encode("CHANGES", keys))


def count_changes(
    viewer: Viewer, *, newsroom: str | None = None, told: QuerySet[Any, Any] | None = None
) -> int:
    """How many comments `list_changes` has. Costs a count."""
    return _changed(newsroom, told).count()


def changes_after(viewer: Viewer, number: int, *, most: int) -> list[ChangedComment]:
    """The comments whose last public change has a number above `number`, in its order: for streams."""
    changed = Comment.objects.filter(seq__gt=number).order_by("seq", "uid")
    return _changes(list(rows_of(changed)[:most]))


def threads_after(viewer: Viewer, number: int, *, most: int) -> list[tuple[int, Content]]:
    """The threads whose last public change has a number above `number`, in its order."""
    rows = _public_threads().filter(seq__gt=number).order_by("seq", "uid").values_list(*THREAD_COLUMNS)[:most]
    return [(row[-2], thread_content(row)) for row in rows]


def _changed(newsroom: str | None, told: QuerySet[Any, Any] | None) -> QuerySet[Comment]:
    changed = Comment.objects.filter(seq__isnull=False)
    if newsroom is not None:
        changed = changed.filter(newsroom__slug=newsroom)
    return changed if told is None else changed.filter(thread__item__in=told)


def _changes(rows: Sequence[Any], shown: QuerySet[Any, Any] | None = None) -> list[ChangedComment]:
    places = places_of({row[1] for row in rows}, public=False)
    gone = {uid for uid, (_, is_public) in places.items() if not is_public}
    if shown is not None and rows:
        kept = Thread.objects.filter(pk__in=places.keys() - gone, item__in=shown)
        gone = places.keys() - set(kept.values_list("pk", flat=True))
    return [
        ChangedComment(row[26], row[1], _changed_content(row, places[row[1]][0], gone=row[1] in gone))
        for row in rows
    ]


def _changed_content(row: Sequence[Any], place: Place, *, gone: bool) -> Content:
    if gone:
        row = [*row[:4], CommentStatus.REJECTED, *row[5:]]
    return comment_content(row, place)


def _no_comment(uid: UUID) -> Content:
    raise NotFound(f"No public comment has the id {uid}.", field="id")


def _public_threads() -> QuerySet[Thread]:
    return Thread.objects.filter(item__state=Item.State.USABLE)


def _threads(which: Q) -> dict[UUID, Content]:
    return {
        row[0]: thread_content(row) for row in _public_threads().filter(which).values_list(*THREAD_COLUMNS)
    }


def _listed_threads(newsroom: str | None) -> QuerySet[Thread]:
    threads = _public_threads().exclude(mode=ThreadMode.OFF)
    if newsroom is None:
        return threads
    homes = Item.objects.filter(type="NEWSROOM", slug=newsroom, state=Item.State.USABLE)
    return threads.filter(newsroom__in=homes.values("uid"))


def _check_newsroom(slug: str) -> None:
    if not Item.objects.filter(type="NEWSROOM", slug=slug, state=Item.State.USABLE).exists():
        raise NotFound(f"No newsroom has the slug {slug!r}.", field="newsroom")
