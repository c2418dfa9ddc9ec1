"""What stands around a comment: what it replies to, what replies to it, its neighbours, and what else its author wrote."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet, UUIDField

from cms.conversation.admin.rows import Sign, comment_url, signs_of
from cms.conversation.admin.scope import Scope
from cms.conversation.models import Comment
from cms.conversation.selectors import ANCESTORS

MOST_ABOVE = 20
MOST_REPLIES = 30
MOST_BESIDE = 3
"""Neighbours on either side."""
MOST_OTHERS = 10


@dataclass(frozen=True, slots=True)
class Nearby:
    """A comment that stands near the one on the screen."""

    comment: Comment
    url: str
    signs: Sequence[Sign]

    @classmethod
    def of(cls, comment: Comment) -> Nearby:
        return cls(comment, comment_url(comment.pk), signs_of(comment))


@dataclass(frozen=True, slots=True)
class Around:
    """The thread around a comment, in reading order."""

    above: Sequence[Nearby]
    before: Sequence[Nearby]
    replies: Sequence[Nearby]
    has_more_replies: bool
    after: Sequence[Nearby]


def around(comment: Comment) -> Around:
    """What surrounds a comment in its thread, held and rejected comments among it: an editor sees all."""
    replies = list(_shown(Comment.objects.filter(parent=comment)).order_by("created_at")[: MOST_REPLIES + 1])
    beside = _shown(Comment.objects.filter(thread=comment.thread_id, parent=comment.parent_id))
    earlier = beside.filter(created_at__lt=comment.created_at).order_by("-created_at")[:MOST_BESIDE]
    later = beside.filter(created_at__gt=comment.created_at).order_by("created_at")[:MOST_BESIDE]
    return Around(
        above=[Nearby.of(each) for each in _above(comment)],
        before=[Nearby.of(each) for each in reversed(earlier)],
        replies=[Nearby.of(each) for each in replies[:MOST_REPLIES]],
        has_more_replies=len(replies) > MOST_REPLIES,
        after=[Nearby.of(each) for each in later],
    )


def others_of(comment: Comment, scope: Scope) -> list[Nearby]:
    """The newest other comments with the same e-mail address, in the newsrooms that the reader may see."""
    if not comment.email_hash:
        return []
    rows = Comment.objects.filter(
        email_hash=comment.email_hash, newsroom__in=[newsroom.uid for newsroom in scope]
    ).exclude(pk=comment.pk)
    rows = rows.select_related("thread__item", "proposal").order_by("-created_at")
    return [Nearby.of(each) for each in rows[:MOST_OTHERS]]


def _above(comment: Comment) -> list[Comment]:
    """What a comment replies to, from the top of the thread down; of very deep ones, the nearest."""
    if comment.parent_id is None:
        return []
    with connection.cursor() as cursor:
        cursor.execute(ANCESTORS, [UUIDField().get_db_prep_value(comment.parent_id, connection), MOST_ABOVE])
        uids = [row[0] if isinstance(row[0], UUID) else UUID(row[0]) for row in cursor.fetchall()]
    found = {each.pk: each for each in _shown(Comment.objects.filter(pk__in=uids))}
    return [found[uid] for uid in reversed(uids) if uid in found]


def _shown(comments: QuerySet[Comment]) -> QuerySet[Comment]:
    return comments.select_related("proposal")
