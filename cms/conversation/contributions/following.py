"""What follows when contributions, their comments or their items change: none of it is asked for by anybody."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django_tasks import task

from cms.conversation.models import Comment, Contribution, ContributionStatus
from cms.ledger.models import Item
from cms.ledger.tasks import enqueue_with_transaction, settle_safely

CHUNK = 500


def follow_moved(items: Sequence[UUID]) -> None:
    """Items that people may contribute to are public no more, or are so again."""
    for start in range(0, len(items), CHUNK):
        contributed = Contribution.objects.filter(
            item__in=items[start : start + CHUNK], status=ContributionStatus.PUBLISHED
        )
        for uid in set(contributed.values_list("item", flat=True)):
            enqueue_with_transaction(settle_of_item, str(uid))


def follow_newsroom(item: Item) -> None:
    """A newsroom is public: what was contributed to it, and closed with it, is so again."""
    hidden = Contribution.objects.filter(newsroom=item.uid, pk__in=Contribution.expected_pks()).exclude(
        pk__in=_public().values("source_id")
    )
    if hidden.exists():
        enqueue_with_transaction(settle_of_item, str(item.uid))


def follow_comments(uids: Collection[UUID]) -> None:
    """Comments have become public, or are so no more: their files come and go with them, in the background.

    Not in the transaction of the comments: it holds a thread, and the ledger's lock comes before.
    """
    approved = Contribution.objects.filter(comment__in=uids, status=ContributionStatus.PUBLISHED)
    if uids and approved.exists():
        enqueue_with_transaction(settle_of_comments, [str(uid) for uid in uids])


@task()
def settle_of_item(uid: str) -> None:
    """Publish or withdraw what was contributed to an item or to a newsroom."""
    _settle(Q(item=UUID(uid)) | Q(newsroom=UUID(uid)))


@task()
def settle_of_comments(uids: list[str]) -> None:
    """Publish or withdraw what belongs to comments."""
    _settle(Q(comment__in=[UUID(uid) for uid in uids]))


def _settle(which: Q) -> None:
    for contribution in Contribution.objects.filter(which, approved_at__isnull=False).order_by("pk"):
        settle_safely(contribution.source_key)


def follow_contribution(item: Item) -> None:
    """A comment carries the documents of its files: whoever follows the thread hears of it.

    In the transaction that is open and holds the ledger's lock.
    """
    from cms.conversation.services.changes import changing  # it tells this module of comments

    comment: Any = (
        Comment.objects.filter(contributions__pk=item.source_id).values_list("pk", "thread").first()
    )
    if comment is None:
        return
    uid, thread = comment
    sources = Contribution.objects.filter(comment=uid).values("pk")
    public = _public().filter(source_id__in=sources)
    with changing(thread) as change:
        change.take(uid).attachments = list(
            public.order_by("published_at", "uid").values_list("document", flat=True)
        )


def _public() -> QuerySet[Item]:
    return Item.objects.filter(source_type=Contribution._meta.label_lower, state=Item.State.USABLE)
