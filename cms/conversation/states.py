"""What conditional requests are compared with: the numbers of the last public changes, without reading what they changed.

Everything that is public is a function of two counters: the ledger's `seq` and the number of conversations. Each
function here is one small query.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet, Subquery, UUIDField

from cms.access import Viewer
from cms.conversation.models import Thread
from cms.conversation.models.desk import CrisisPeriod
from cms.conversation.sequence import NAME
from cms.ledger.document import ItemType
from cms.ledger.models import Counter, Edition, Item
from cms.ledger.statements import Parameter, Statement


@dataclass(frozen=True, slots=True)
class State:
    """The state of something public."""

    version: tuple[int, ...]
    """Numbers that change whenever it does."""
    changed_at: datetime | None
    """When it last changed; None where that is not known."""
    is_crisis: bool = False
    """Whether statements may be pinned to items. To which ones is no part of the version of one item."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreadState(State):
    """The state of a thread with its comments, and of what they show of items."""

    uid: UUID


def state_of_all(viewer: Viewer) -> State:
    """The state of everything that is public: items, threads, comments, pinned statements."""
    for seq, issued_at, number, changed_at, is_crisis in _all_statement().run({}):
        known = number is None or changed_at is not None
        return State((seq, number or 0), _latest(issued_at, changed_at) if known else None, bool(is_crisis))
    return State((0, 0), None)


def state_of_item(viewer: Viewer, uid: UUID, *, type: ItemType) -> State | None:
    """The state of a public item of a type; None where there is none."""
    for seq, updated_at, type_, state, number, changed_at, is_crisis in _item_statement().run({"uid": uid}):
        if type_ == type and state == Item.State.USABLE:
            return State((seq, number or 0), _latest(updated_at, changed_at), bool(is_crisis))
    return None


def state_of_thread(viewer: Viewer, uid: UUID) -> ThreadState | None:
    """The state of a public thread; None where there is none."""
    return _thread_state(_thread_statement().run({"uid": uid}))


def state_of_comment(viewer: Viewer, uid: UUID) -> ThreadState | None:
    """The state of the public thread of a comment that is or was public; None where there is none."""
    return _thread_state(_comment_statement().run({"uid": uid}))


def _thread_state(rows: Any) -> ThreadState | None:
    for uid, number, changed_at, seq, issued_at in rows:
        return ThreadState((seq or 0, number), _latest(issued_at, changed_at), uid=uid)
    return None


def _latest(*moments: datetime | None) -> datetime | None:
    return max((moment for moment in moments if moment is not None), default=None)


def _last_edition() -> tuple[Subquery, Subquery]:
    """The number of the newest edition, and when it was issued."""
    counter = Counter.objects.filter(name=Counter.SEQ).values("value")
    return Subquery(counter), Subquery(Edition.objects.order_by("-seq").values("issued_at")[:1])


def _is_crisis() -> Exists:
    """Whether a public statement is pinned anywhere."""
    return Exists(CrisisPeriod.objects.filter(ended_at=None, statement__state=Item.State.USABLE))


@lru_cache
def _all_statement() -> Statement:
    issued_at = Edition.objects.filter(seq=OuterRef("value")).values("issued_at")
    number = Counter.objects.filter(name=NAME, value__gt=0).values("value")
    changed_at = Thread.objects.filter(seq=Subquery(number)).values("changed_at")[:1]
    ledger = Counter.objects.filter(name=Counter.SEQ)
    columns = ("value", Subquery(issued_at), Subquery(number), Subquery(changed_at))
    return Statement(ledger.values_list(*columns, _is_crisis()))


@lru_cache
def _item_statement() -> Statement:
    items = Item.objects.filter(uid=Parameter("uid", UUIDField()))
    columns = ("seq", "updated_at", "type", "state", "thread__seq", "thread__changed_at")
    return Statement(items.values_list(*columns, _is_crisis()))


@lru_cache
def _thread_statement() -> Statement:
    return _threads(Thread.objects.filter(pk=Parameter("uid", UUIDField())))


@lru_cache
def _comment_statement() -> Statement:
    uid = Parameter("uid", UUIDField())
    return _threads(Thread.objects.filter(comments__pk=uid, comments__published_at__isnull=False))


def _threads(threads: QuerySet[Thread]) -> Statement:
    public = threads.filter(item__state=Item.State.USABLE)
    return Statement(public.values_list("uid", "seq", "changed_at", *_last_edition()))
