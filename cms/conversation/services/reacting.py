"""Readers react to comments: once each, of each kind."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db import IntegrityError

from cms.conversation.models import Comment, CommentStatus, Reaction
from cms.conversation.moderation.rules import rules_of
from cms.conversation.services.changes import changing
from cms.conversation.services.incoming import Visitor
from cms.errors import CommentsClosed, Conflict, InvalidInput, NotFound
from cms.ledger.models import Item
from cms.newsroom.commenting import ThreadMode

MODES = (ThreadMode.OPEN, ThreadMode.PREMODERATED)


def react(uid: UUID, visitor: Visitor, *, name: str, on: bool = True) -> Comment:
    """React to a published comment, or take that back.

    Raises `InvalidInput` for a reaction that the newsroom does not have, `Conflict` for one that was given already,
    `NotFound`, and `CommentsClosed`.
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
        with changing(thread) as change:
            comment = change.take(uid)
            if not comment.is_published:
                raise NotFound(f"No public comment has the id {uid}.", field="id")
            _write(comment, visitor, name, on=on, now=change.now)
    except IntegrityError:
        raise Conflict(f"You have reacted with {name} already.", field="name") from None
    return comment


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
