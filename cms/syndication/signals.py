"""What syndication hears: of the ledger and of the conversation, in the transaction that changes what is public, and of what
scopes are made of.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models.signals import m2m_changed

from cms.conversation.desk.crisis_switch import official_statement_changed
from cms.conversation.models import Comment, Thread
from cms.conversation.services.changes import comments_settled
from cms.ledger.models import Edition
from cms.ledger.services import editions_issued
from cms.ledger.worker import worker_started
from cms.syndication.deliveries import engine
from cms.syndication.deliveries.writing import (
    write_for_comments,
    write_for_editions,
    write_for_newsroom,
)
from cms.syndication.models import Partner
from cms.syndication.services.keeping import keep_keys
from cms.syndication.services.placing import place
from cms.syndication.websub import note_editions


def connect() -> None:
    """Listen."""
    editions_issued.connect(follow_editions, dispatch_uid="newsroom_syndication_follow_editions")
    for name in ("newsrooms", "topics"):
        m2m_changed.connect(
            remember_choice,
            sender=getattr(Partner, name).through,
            dispatch_uid=f"newsroom_syndication_{name}",
        )
    comments_settled.connect(tell_of_comments, dispatch_uid="newsroom_syndication_tell_of_comments")
    official_statement_changed.connect(
        tell_of_newsroom, dispatch_uid="newsroom_syndication_tell_of_official_statement"
    )
    worker_started.connect(engine.start, dispatch_uid="newsroom_syndication_deliver")


def follow_editions(editions: list[Edition], **kwargs: Any) -> None:
    """Write down where each edition stands, so that a partner's part of the history is one query; by what items are found,
    so that withdrawn ones are still; and whom to tell.
    """
    place(editions)
    keep_keys(editions)
    note_editions(editions)  # reads where they stand, as does who is told
    write_for_editions(editions)


def remember_choice(instance: Any, action: str, sender: Any, reverse: bool, **kwargs: Any) -> None:
    """Whether a partner's newsrooms or topics are some or all. What a deletion takes away is no choice of all."""
    if reverse or action not in ("post_add", "post_remove", "post_clear"):
        return
    name = "some_newsrooms" if sender is Partner.newsrooms.through else "some_topics"
    setattr(instance, name, sender.objects.filter(partner=instance).exists())
    Partner.objects.filter(pk=instance.pk).update(**{name: getattr(instance, name)})


def tell_of_comments(
    thread: Thread, published: list[Comment], removed: list[Comment], number: int, **kwargs: Any
) -> None:
    """Write down whom to tell of comments that have become public, or are so no more."""
    write_for_comments(thread, published, removed, number)


def tell_of_newsroom(item: UUID, **kwargs: Any) -> None:
    """Write down whom to tell that a newsroom says something else, in a crisis, than its document does."""
    write_for_newsroom(item)
