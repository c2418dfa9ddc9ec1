"""What syndication hears of the ledger and of the conversation, in the transaction that changes what is public."""

from __future__ import annotations

from typing import Any

from cms.conversation.models import Comment, Thread
from cms.conversation.services.changes import comments_settled
from cms.ledger.models import Edition
from cms.ledger.services import editions_issued
from cms.ledger.worker import worker_started
from cms.syndication.deliveries import engine
from cms.syndication.deliveries.writing import write_for_comments, write_for_editions
from cms.syndication.services.placing import place


def connect() -> None:
    """Listen."""
    editions_issued.connect(place_editions, dispatch_uid="newsroom_syndication_place_editions")
    comments_settled.connect(tell_of_comments, dispatch_uid="newsroom_syndication_tell_of_comments")
    worker_started.connect(engine.start, dispatch_uid="newsroom_syndication_deliver")


def place_editions(editions: list[Edition], **kwargs: Any) -> None:
    """Write down where each edition stands, so that a partner's part of the history is one query; and whom to tell."""
    place(editions)
    write_for_editions(editions)


def tell_of_comments(
    thread: Thread, published: list[Comment], removed: list[Comment], number: int, **kwargs: Any
) -> None:
    """Write down whom to tell of comments that have become public, or are so no more."""
    write_for_comments(thread, published, removed, number)
