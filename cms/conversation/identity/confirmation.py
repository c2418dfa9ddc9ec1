"""Confirming an e-mail address: whoever reads the mailbox says that the comment is theirs.

A confirmation is for comments, not for an address: else anybody could write in the name of somebody who once confirmed.
It covers the comment that the mail was about, and those of the same address from the same device (visitor token) in the
same newsroom, which the page shows before one agrees. What is posted later counts as confirmed when the device or a
site's log-in proves again who it is (`is_proven`).

What does not live here: whether a newsroom asks for it (`ModerationRules.email_policy`).
"""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from cms.conversation.identity import tasks
from cms.conversation.identity.jwt import Identity
from cms.conversation.identity.letters import Kind
from cms.conversation.identity.visitors import email_hashes, folded
from cms.conversation.models import Comment, CommentStatus, Thread
from cms.ledger.tasks import enqueue_with_transaction

STANDING = (CommentStatus.PUBLISHED, CommentStatus.HELD)
MOST = 20
"""Comments that one confirmation covers."""


def send_confirmation(comment: Comment) -> None:
    """Send the author a link to confirm the comment's address, once the transaction is committed."""
    if comment.email and comment.email_confirmed_at is None:
        enqueue_with_transaction(tasks.deliver, Kind.CONFIRM.value, str(comment.uid))


def is_proven(newsroom: UUID, *, email: str, visitor: str, identity: Identity | None = None) -> bool:
    """Whether a new comment's address needs no confirmation.

    That is so when a site's log-in vouches for this very address, or when this device, by its visitor token, has
    written under the address in this newsroom before and the mailbox has confirmed it.
    """
    if not email:
        return False
    if identity is not None and identity.email_verified and folded(identity.email) == folded(email):
        return True
    return bool(visitor) and (
        Comment.objects.filter(
            newsroom=newsroom,
            visitor=visitor,
            email_hash__in=email_hashes(email),
            email_confirmed_at__isnull=False,
        ).exists()
    )


def covered(comment: Comment) -> list[Comment]:
    """The comments that a confirmation of this one is for, itself first; none that is confirmed, or there no more."""
    which = Q(pk=comment.pk)
    if comment.visitor and comment.email_hash:
        which |= Q(newsroom=comment.newsroom_id, visitor=comment.visitor, email_hash=comment.email_hash)
    waiting = Comment.objects.filter(which, status__in=STANDING, email_confirmed_at__isnull=True)
    found = list(waiting.select_related("thread__item").order_by("-created_at", "-pk")[:MOST])
    return sorted(found, key=lambda other: other.pk != comment.pk)


def confirm(comments: list[Comment]) -> None:
    """Note that the mailbox stands by these comments; those that waited for nothing else are published.

    Each thread in a transaction of its own, under its lock: whoever changes a comment writes all its fields.
    """
    from cms.conversation.services.decide import release_confirmed  # it imports the mails, which are below

    for thread in sorted({comment.thread_id for comment in comments}):
        chosen = [comment.pk for comment in comments if comment.thread_id == thread]
        with transaction.atomic():
            Thread.objects.select_for_update().get(pk=thread)
            waiting = Comment.objects.filter(
                pk__in=chosen, status__in=STANDING, email_confirmed_at__isnull=True
            )
            waiting.update(email_confirmed_at=timezone.now())
            for comment in Comment.objects.filter(pk__in=chosen, status=CommentStatus.HELD):
                release_confirmed(comment)
