"""Threads follow their items, their newsrooms and the clock; the desk may put a brake on them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from cms.conversation.desk.crisis import is_crisis
from cms.conversation.document import COMMENTABLE
from cms.conversation.models import Comment, Thread
from cms.conversation.moderation.rules import rules_of
from cms.conversation.modes import Say, mode_at, next_change
from cms.conversation.sequence import next_number
from cms.conversation.services.changes import conversation_changed
from cms.ledger.models import Item
from cms.newsroom.commenting import ThreadMode

CHUNK = 500


@transaction.atomic(savepoint=False)
def settle_item(item: Item) -> None:
    """Make the thread of a public item agree with it; make it, where there is none yet."""
    if item.type not in COMMENTABLE or not item.is_usable or item.newsroom_id is None:
        return
    document = item.document or {}
    known = Thread.objects.select_for_update().filter(item=item).first()
    thread = known or Thread(item=item, changed_at=timezone.now(), last_activity_at=item.published_at)
    before = (thread.mode, thread.opens_at, thread.closes_at, thread.question_and_answer)
    thread.newsroom_id = item.newsroom_id
    thread.chosen = document.get("comment_choice") or ""
    thread.opens_at = _moment(document.get("opens_at"))
    thread.closes_at = _moment(document.get("closes_at"))
    thread.question_and_answer = document.get("question_and_answer", False)
    _work_out([thread], timezone.now())
    if before != (thread.mode, thread.opens_at, thread.closes_at, thread.question_and_answer):
        _number([thread])
    thread.save()


def settle_newsroom(newsroom: UUID) -> None:
    """Work out the modes of all threads of a newsroom anew: its default, its rules or its crisis has changed."""
    _settle(Q(newsroom=newsroom))


def settle_due() -> None:
    """Change the modes that time has changed. Part of the worker's tick; does nothing twice."""
    if Thread.objects.filter(next_change_at__lte=timezone.now()).exists():
        _settle(Q(next_change_at__lte=timezone.now()))


def set_brake(thread: UUID, mode: str, *, slow_seconds: int | None) -> Thread:
    """Make a thread stricter than its page says, or take that back; and how long one person waits between comments."""
    with transaction.atomic():
        braked = _locked().get(pk=thread)
        braked.brake, braked.slow_seconds = mode, slow_seconds
        _work_out([braked], timezone.now())
        _number([braked])
        braked.save()
    return braked


def renumber(items: Collection[UUID]) -> None:
    """Items are public no more, or are so again, and so is what was said about them: those who follow changes are told.

    Everything that was ever public in their threads is among the changes again, with one number.
    """
    for start in range(0, len(items), CHUNK):
        some = list(items)[start : start + CHUNK]
        threads = list(Thread.objects.filter(item__in=some).values_list("pk", flat=True))
        if not threads:
            continue
        number = next_number()
        Comment.objects.filter(thread__in=threads, seq__isnull=False).update(seq=number)
        Thread.objects.filter(pk__in=threads).update(seq=number, changed_at=timezone.now())
        _tell(threads, number)


def add_missing() -> None:
    """Threads for public items that have none: those of before there were threads."""
    missing = Item.objects.filter(
        type__in=COMMENTABLE, state=Item.State.USABLE, newsroom__isnull=False, thread__isnull=True
    )
    for uid in list(missing.values_list("pk", flat=True)[:CHUNK]):
        with transaction.atomic():
            settle_item(Item.objects.get(pk=uid))


def _settle(which: Q) -> None:
    """Work out the modes of threads, in order of their ids: two that do so at once wait for each other in turn."""
    with transaction.atomic():
        threads = list(_locked().filter(which).order_by("pk"))
        before = {thread.pk: (thread.mode, thread.next_change_at) for thread in threads}
        _work_out(threads, timezone.now())
        moved = [each for each in threads if (each.mode, each.next_change_at) != before[each.pk]]
        changed = [each for each in moved if each.mode != before[each.pk][0]]
        if changed:
            _number(changed)
        fields = ["mode", "next_change_at", "seq", "changed_at"]
        Thread.objects.bulk_update(moved, fields, batch_size=CHUNK)


def _locked() -> QuerySet[Thread]:
    """Threads whose rows are locked, and not their items': the ledger locks those before. Of the items, when they began."""
    threads = Thread.objects.select_for_update(of=("self",)).select_related("item")
    return threads.defer("item__document", "item__card")


def _work_out(threads: Iterable[Thread], now: datetime) -> None:
    """Fill in mode and next change of threads that may be of several newsrooms."""
    newsrooms: dict[UUID, tuple[str, int | None, bool]] = {}
    for thread in threads:
        if thread.newsroom_id not in newsrooms:
            newsrooms[thread.newsroom_id] = _newsroom(thread.newsroom_id)
        default, close_after_days, crisis = newsrooms[thread.newsroom_id]
        say = Say(
            default=default,
            published_at=thread.item.published_at,
            chosen=thread.chosen,
            brake=thread.brake,
            opens_at=thread.opens_at,
            closes_at=thread.closes_at,
            close_after_days=close_after_days,
            crisis=crisis,
        )
        thread.mode, thread.next_change_at = mode_at(say, now), next_change(say, now)


def _newsroom(uid: UUID) -> tuple[str, int | None, bool]:
    document, page_id = Item.objects.values_list("document", "source_id").get(pk=uid)
    default = (document or {}).get("comment_mode", ThreadMode.PREMODERATED)
    return default, rules_of(page_id).close_after_days, is_crisis(page_id)


def _number(threads: list[Thread]) -> None:
    """Give threads that the public will find changed one number."""
    number, now = next_number(), timezone.now()
    for thread in threads:
        thread.seq, thread.changed_at = number, now
    _tell([thread.pk for thread in threads], number)


def _tell(threads: Sequence[UUID], number: int) -> None:
    def tell() -> None:
        for thread in threads:
            conversation_changed.send(sender=Thread, thread=thread, number=number)

    transaction.on_commit(tell, robust=True)


def _moment(text: str | None) -> datetime | None:
    return parse_datetime(text) if text else None
