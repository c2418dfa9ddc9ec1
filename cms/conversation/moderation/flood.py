"""How many comments may come how fast: counted among those that are stored, so that every process counts the same.

- An address that posts more than COMMENTS_PER_MINUTE is refused.
- In slow mode a person waits between two comments in one thread. The same address, the same visitor token or the same
  e-mail address is the same person: slow mode is there for when there is trouble, and e-mail addresses are invented fast.
- A thread that gets more than THREAD_COMMENTS_PER_MINUTE from everybody together holds what comes.

What does not live here: the limit on requests of any kind (`newsroom_api/ratelimits.py`).
"""

from __future__ import annotations

from datetime import datetime, timedelta
from hashlib import blake2b
from math import ceil
from typing import Protocol
from uuid import UUID

from django.db import connection
from django.db.models import Count, Max, Min, Q

from cms.conf import newsroom as conf
from cms.conversation.models import Comment, Thread
from cms.conversation.moderation.context import Decision, Recent, hold
from cms.conversation.moderation.rules import rules_of
from cms.errors import RateLimited

PHASE = "flood"
MINUTE = timedelta(minutes=1)
LOCK = "SELECT pg_advisory_xact_lock(%s)"


class Sender(Protocol):
    """Who sends: a visitor, as far as it is known and may be kept."""

    @property
    def id(self) -> str:
        """Out of the visitor's token; may be empty."""

    @property
    def address_hash(self) -> str:
        """Keyed hash of the network address; may be empty."""


def check(thread: Thread, visitor: Sender, now: datetime, *, email_hash: str = "") -> Decision | None:
    """The exact check: to be called in the transaction that stores the comment, under the lock of the thread's row.

    One query. On PostgreSQL it also waits for other comments from this address, in whatever thread, to be committed;
    SQLite has one writer anyway. Raises `RateLimited`; a thread that gets too much holds the comment.
    """
    if conf.COMMENTS_PER_MINUTE:
        lock_address(visitor.address_hash)
    slow = slow_seconds(thread)
    recent = count(thread.pk, visitor, now, slow=slow, email_hash=email_hash)
    return judge(recent, slow=slow, now=now)


def lock_address(address_hash: str) -> None:
    """Wait for whatever this address sends besides to be committed; held to the end of the transaction."""
    if connection.vendor == "postgresql" and address_hash:
        with connection.cursor() as cursor:
            cursor.execute(LOCK, [_lock_number(address_hash)])


def slow_seconds(thread: Thread) -> int:
    """Seconds that one person waits between two comments in a thread: as it says, or else its newsroom."""
    if thread.slow_seconds is not None:
        return thread.slow_seconds
    return rules_of(thread.newsroom_id).slow_seconds


def count(thread: UUID, visitor: Sender, now: datetime, *, slow: int, email_hash: str = "") -> Recent:
    """How many comments there were lately, in one query over two indexes. Nothing is asked when nothing is limited."""
    if not (conf.COMMENTS_PER_MINUTE or conf.THREAD_COMMENTS_PER_MINUTE or slow):
        return Recent()
    minute = now - MINUTE
    here = Q(thread=thread)
    address = Q(address_hash=visitor.address_hash, created_at__gt=minute)
    looked_at = here & Q(created_at__gt=now - max(MINUTE, timedelta(seconds=slow)))
    if visitor.address_hash:
        looked_at |= address
    person = _person(visitor, email_hash)
    figures = Comment.objects.filter(looked_at).aggregate(
        from_address=Count("pk", filter=address),
        first_from_address=Min("created_at", filter=address),
        in_thread=Count("pk", filter=here & Q(created_at__gt=minute)),
        last_by_person=Max("created_at", filter=here & person)
        if person
        else Max("created_at", filter=Q(pk=None)),
    )
    if not visitor.address_hash:
        figures |= {"from_address": 0, "first_from_address": None}
    return Recent(**figures)


def judge(recent: Recent, *, slow: int, now: datetime) -> Decision | None:
    """What these figures mean for another comment. Raises `RateLimited`."""
    limit = conf.COMMENTS_PER_MINUTE
    if limit and recent.from_address >= limit:
        seconds = _seconds_until((recent.first_from_address or now) + MINUTE, now)
        raise RateLimited(
            f"{limit} comments a minute are allowed from one address. Try again in {seconds} seconds.",
            retry_after=seconds,
        )
    if slow and recent.last_by_person is not None:
        free_at = recent.last_by_person + timedelta(seconds=slow)
        if now < free_at:
            seconds = _seconds_until(free_at, now)
            raise RateLimited(
                f"Comments by one person are {slow} seconds apart here. Try again in {seconds} seconds.",
                retry_after=seconds,
            )
    limit = conf.THREAD_COMMENTS_PER_MINUTE
    if limit and recent.in_thread >= limit:
        return hold(PHASE, f"{recent.in_thread} comments in this thread within a minute")
    return None


def _person(visitor: Sender, email_hash: str) -> Q:
    """The comments of this person, by whatever is known; nothing known is an empty condition."""
    known = {"address_hash": visitor.address_hash, "visitor": visitor.id, "email_hash": email_hash}
    person = Q()
    for name, value in known.items():
        if value:
            person |= Q(**{name: value})
    return person


def _seconds_until(moment: datetime, now: datetime) -> int:
    return max(1, ceil((moment - now).total_seconds()))


def _lock_number(address_hash: str) -> int:
    """A number of 64 bits with a sign, as PostgreSQL takes for a lock."""
    return int.from_bytes(blake2b(address_hash.encode(), digest_size=8).digest(), "big", signed=True)
