"""What is known from before about a comment that was sent, looked up in the database when a phase asks for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from cms.conversation.models import Comment, CommentStatus
from cms.conversation.moderation import flood
from cms.conversation.moderation.context import Recent, Record

REJECTED_LATELY = timedelta(days=90)
SAME_TEXTS = timedelta(days=1)
LATEST_TEXTS = timedelta(hours=1)
MOST_TEXTS = 50


@dataclass(frozen=True)
class StoredHistory:
    """The history of one submission."""

    thread: UUID
    newsroom: UUID
    """The newsroom's item."""
    visitor: flood.Sender
    email_hash: str
    digest: str
    """Of the text (`Comment.digest`)."""
    slow_seconds: int
    now: datetime
    comment: UUID | None = None
    """The comment that is being edited: it is not its own history."""

    def recent(self) -> Recent:
        return self._recent

    def record(self) -> Record:
        return self._record

    def same_texts(self) -> int:
        return self._same_texts

    def latest_texts(self) -> Sequence[str]:
        return self._latest_texts

    @cached_property
    def _recent(self) -> Recent:
        return flood.count(
            self.thread, self.visitor, self.now, slow=self.slow_seconds, email_hash=self.email_hash
        )

    @cached_property
    def _record(self) -> Record:
        if not self.email_hash:
            return Record()
        lately = Q(status=CommentStatus.REJECTED, created_at__gt=self.now - REJECTED_LATELY)
        figures = (
            self._others()
            .filter(email_hash=self.email_hash)
            .aggregate(
                published=Count("pk", filter=Q(status=CommentStatus.PUBLISHED)),
                rejected_lately=Count("pk", filter=lately),
            )
        )
        return Record(**figures)

    @cached_property
    def _same_texts(self) -> int:
        return self._others().filter(digest=self.digest, created_at__gt=self.now - SAME_TEXTS).count()

    @cached_property
    def _latest_texts(self) -> Sequence[str]:
        latest = self._others().filter(thread=self.thread, created_at__gt=self.now - LATEST_TEXTS)
        return tuple(latest.order_by("-created_at").values_list("plain", flat=True)[:MOST_TEXTS])

    def _others(self) -> QuerySet[Comment]:
        """The other comments in the newsroom."""
        comments = Comment.objects.filter(newsroom=self.newsroom)
        return comments.exclude(pk=self.comment) if self.comment is not None else comments
