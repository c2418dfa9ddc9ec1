"""Readers react to comments: once each, of each kind."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from math import ceil
from typing import Any
from uuid import UUID

from django.core.cache import cache
from django.db import IntegrityError
from django.utils import timezone

from cms.conf import newsroom as conf
from cms.conversation.models import Comment, CommentStatus, Reaction
from cms.conversation.moderation.rules import rules_of
from cms.conversation.services.changes import changing
from cms.conversation.services.incoming import Visitor
from cms.errors import CommentsClosed, Conflict, InvalidInput, NotFound, TooManyReactions
from cms.ledger.models import Item
from cms.newsroom.commenting import ThreadMode

DAY = 86_400
"""Seconds."""
MODES = (ThreadMode.OPEN, ThreadMode.PREMODERATED)


def react(uid: UUID, visitor: Visitor, *, name: str, on: bool = True) -> Comment:
    """React to a published comment, or take that back.

    Raises `InvalidInput` for a reaction that the newsroom does not have, `Conflict` for one that was given already,
    `NotFound`, `CommentsClosed` and `TooManyReactions`.
    """
    facts = (
        Comment.objects.filter(pk=uid, status=CommentStatus.PUBLISHED, thread__item__state=Item.State.USABLE)
        .values_list("thread_id", "thread__mode", "newsroom__source_id")
        .first()
    )
    if facts is None or facts[1] == ThreadMode.OFF:
        raise NotFound(f"No public comment has the id {uid}.", field="id")
    thread, mode, newsroom = facts
    known = rules_of(newsroom).reactions
    if name not in known:
        raise InvalidInput(
            f"There is no reaction {name!r} here. The reactions are {', '.join(known) or 'none'}.",
            field="name",
        )
    if mode not in MODES:
        raise CommentsClosed("The conversation is closed, for reactions too.", field="id")
    try:
        with _counted(uid, visitor, on=on), changing(thread) as change:
            comment = change.take(uid)
            if not comment.is_published:
                raise NotFound(f"No public comment has the id {uid}.", field="id")
            _write(comment, visitor, name, on=on, now=change.now)
    except IntegrityError:
        raise Conflict(f"You have reacted with {name} already.", field="name") from None
    return comment


@contextmanager
def _counted(uid: UUID, visitor: Visitor, *, on: bool) -> Iterator[None]:
    """Count a reaction to the comment `uid` among those of its address today. Raises `TooManyReactions`.

    A token costs nothing to get: it keeps people from reacting twice by mistake, not those who want a comment on top.
    What fails inside does not count. Counted in Django's cache, as requests are.
    """
    limit, now = conf.REACTIONS_PER_ADDRESS, timezone.now()
    if not (on and limit and visitor.address_hash):
        yield
        return
    key = f"newsroom:reactions:{uid}:{visitor.address_hash}:{now:%Y%m%d}"
    if _add(key, 1) > limit:
        _add(key, -1)
        midnight = now.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(seconds=DAY)
        raise TooManyReactions(
            f"A comment takes {limit} reactions a day from one address.",
            retry_after=ceil((midnight - now).total_seconds()),
        )
    try:
        yield
    except Exception:
        _add(key, -1)
        raise


def _add(key: str, number: int) -> int:
    """The count in the cache with `number` more."""
    cache.add(key, 0, timeout=DAY)
    try:
        return int(cache.incr(key, number))
    except ValueError:  # thrown away between the two: the cache is full
        return number


def _write(comment: Comment, visitor: Visitor, name: str, *, on: bool, now: Any) -> None:
    if on:
        Reaction.objects.create(comment=comment, name=name, visitor=visitor.id, at=now)
    elif not Reaction.objects.filter(comment=comment, name=name, visitor=visitor.id).delete()[0]:
        raise Conflict(
            f"You have not reacted with {name}, so that there is nothing to take back.", field="name"
        )
    count = comment.reactions.get(name, 0) + (1 if on else -1)
    others = {each: number for each, number in comment.reactions.items() if each != name}
    comment.reactions = {**others, name: count} if count else others
    comment.reaction_count = sum(comment.reactions.values())
