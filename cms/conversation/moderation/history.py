"""What is known from before about a comment that was sent, looked up in the database when a phase asks for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property

from django.db.models import Count, Q, QuerySet

from cms.conversation.models import Comment, CommentStatus
from cms.conversation.moderation import flood
from cms.conversation.moderation.context import Recent, Record, Submission
from cms.conversation.moderation.likeness import digest_of

REJECTED_LATELY = timedelta(days=90)
SAME_TEXTS = timedelta(days=1)
LATEST_TEXTS = timedelta(hours=1)
MOST_TEXTS = 50


@dataclass(frozen=True, slots=True)
class _Sender:
    id: str
    address_hash: str


class StoredHistory:
    """The history of one submission."""

    def __init__(self, submission: Submission) -> None:
        self.of = submission

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
        of = self.of
        if of.thread_id is None:
            return Recent()
        sender = _Sender(of.visitor, of.address_hash)
        return flood.count(of.thread_id, sender, of.now, slow=of.slow_seconds, email_hash=of.email_hash)

    @cached_property
    def _record(self) -> Record:
        if not self.of.email_hash:
            return Record()
        earlier = self._others().filter(email_hash=self.of.email_hash)
        lately = Q(status=CommentStatus.REJECTED, created_at__gt=self.of.now - REJECTED_LATELY)
        figures = earlier.aggregate(
            published=Count("pk", filter=Q(status=CommentStatus.PUBLISHED)),
            rejected_lately=Count("pk", filter=lately),
        )
        return Record(**figures)

    @cached_property
    def _same_texts(self) -> int:
        same = self._others().filter(digest=digest_of(self.of.plain))
        return same.filter(created_at__gt=self.of.now - SAME_TEXTS).count()

    @cached_property
    def _latest_texts(self) -> Sequence[str]:
        since = self.of.now - LATEST_TEXTS
        latest = self._others().filter(thread=self.of.thread_id, created_at__gt=since).order_by("-created_at")
        return tuple(latest.values_list("plain", flat=True)[:MOST_TEXTS])

    def _others(self) -> QuerySet[Comment]:
        """The other comments in the newsroom."""
        return Comment.objects.filter(newsroom=self.of.newsroom_id).exclude(pk=self.of.comment_id)
