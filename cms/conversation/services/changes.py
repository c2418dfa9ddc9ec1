"""Changing comments of one thread: counts, places and numbers follow by themselves.

Whoever changes what the public sees of a comment does so inside `changing(thread)`, and tells of each comment by
`take()` before touching it. At the end everything that depends on it is brought up to date, and what the public can
see gets one number.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.dispatch import Signal
from django.utils import timezone

from cms.conversation.contributions.following import follow_comments
from cms.conversation.models import Comment, CommentStatus, Thread
from cms.conversation.sequence import next_number

conversation_changed = Signal()
"""Sent after a commit that the public can see, with the `thread` and the `number` of the change."""

comments_settled = Signal()
"""Sent inside the transaction in which comments of a `thread` have become public (`published`), or are so no more
(`removed`), with the `number` of the change."""

COUNTS = (
    "comment_count",
    "question_count",
    "praise_count",
    "criticism_count",
    "other_count",
    "answered_count",
    "reaction_count",
)


@dataclass(frozen=True, slots=True)
class Standing:
    """What a comment adds to its thread and to its parent."""

    published: bool
    shown: bool
    kind: str
    answered: bool
    reactions: int

    @classmethod
    def of(cls, comment: Comment) -> Standing:
        """The standing of a comment as its fields say."""
        published = comment.status == CommentStatus.PUBLISHED
        return cls(
            published=published,
            shown=published or (comment.published_at is not None and comment.reply_count > 0),
            kind=comment.kind,
            answered=comment.answered_at is not None,
            reactions=comment.reaction_count,
        )

    def counts(self) -> dict[str, int]:
        """What it adds to the counts of its thread: nothing unless it is published."""
        if not self.published:
            return dict.fromkeys(COUNTS, 0)
        return {
            **dict.fromkeys(COUNTS, 0),
            "comment_count": 1,
            f"{self.kind.lower()}_count": 1,
            "answered_count": int(self.answered),
            "reaction_count": self.reactions,
        }


NOTHING = Standing(published=False, shown=False, kind="OTHER", answered=False, reactions=0)


class ThreadChange:
    """The comments of a thread that are being changed, under the lock of its row."""

    def __init__(self, thread: Thread, now: datetime) -> None:
        self.thread = thread
        self.now = now
        self.number: int | None = None
        """The number of the change, once it is written; None when the public sees nothing of it."""
        self._taken: dict[UUID, tuple[Comment, Standing]] = {}
        self._written = False

    def take(self, uid: UUID) -> Comment:
        """A comment of the thread, to be changed. Raises `Comment.DoesNotExist`."""
        if uid in self._taken:
            return self._taken[uid][0]
        comment = Comment.objects.get(pk=uid, thread=self.thread)
        self._taken[uid] = (comment, Standing.of(comment))
        return comment

    def add(self, comment: Comment) -> None:
        """A new comment of the thread."""
        self._taken[comment.uid] = (comment, NOTHING)

    def publish(self, comment: Comment) -> None:
        """Make a comment public; its place is that of its first publication."""
        comment.status = CommentStatus.PUBLISHED
        if comment.published_at is None:
            comment.published_at = self.now
            self.thread.last_activity_at = self.now

    def write(self) -> None:
        """Bring everything up to date and write it. Done at the end anyway, unless it was done before."""
        if self._written:
            return
        self._written = True
        counted = self._settle()
        follow_comments(
            [
                uid
                for uid, (comment, before) in self._taken.items()
                if before is not NOTHING and before.published != comment.is_published
            ]
        )
        public = [comment for comment, _ in self._taken.values() if comment.published_at is not None]
        if public:
            self.number = next_number()
            for comment in public:
                comment.seq = self.number
            self.thread.seq, self.thread.changed_at = self.number, self.now
        for comment, _ in self._taken.values():
            comment.save(force_insert=comment._state.adding)
        if public or counted:
            self.thread.save(update_fields=[*COUNTS, "last_activity_at", "seq", "changed_at"])
        self._tell()

    def _tell(self) -> None:
        """Tell those who must write something of their own in the same transaction."""
        taken = self._taken.values()
        published = [comment for comment, before in taken if comment.is_published and not before.published]
        removed = [comment for comment, before in taken if before.published and not comment.is_published]
        if published or removed:
            comments_settled.send(
                sender=Comment, thread=self.thread, published=published, removed=removed, number=self.number
            )

    def _settle(self) -> bool:
        """Work out who is shown, from the deepest comments up, and what the thread counts; whether that changed."""
        counted = False
        waiting = [(-comment.depth, str(uid)) for uid, (comment, _) in self._taken.items()]
        heapq.heapify(waiting)
        done: set[str] = set()
        while waiting:
            _, key = heapq.heappop(waiting)
            if key in done:
                continue
            done.add(key)
            comment, before = self._taken[UUID(key)]
            after = Standing.of(comment)
            comment.shown = after.shown
            if after.shown != before.shown and comment.parent_id is not None:
                known = comment.parent_id in self._taken
                parent = self.take(comment.parent_id)
                parent.reply_count += 1 if after.shown else -1
                if not known:
                    heapq.heappush(waiting, (-parent.depth, str(parent.uid)))
            counted |= self._count(before, after)
        return counted

    def _count(self, before: Standing, after: Standing) -> bool:
        old, new = before.counts(), after.counts()
        for name in COUNTS:
            setattr(self.thread, name, getattr(self.thread, name) + new[name] - old[name])
        return old != new


@contextmanager
def changing(thread: UUID) -> Iterator[ThreadChange]:
    """A transaction that holds the lock of a thread's row; what was taken and added is written at its end."""
    with transaction.atomic():
        change = ThreadChange(Thread.objects.select_for_update().get(pk=thread), timezone.now())
        yield change
        change.write()
        if change.number is not None:
            number = change.number
            transaction.on_commit(
                lambda: conversation_changed.send(sender=Thread, thread=thread, number=number), robust=True
            )
