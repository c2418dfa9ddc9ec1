"""Requests that come twice: by their `Idempotency-Key`, or because somebody pressed a button twice.

The key follows draft-ietf-httpapi-idempotency-key-header: the same key with the same request gets the same answer, and
with another one an error.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.utils import timezone

from cms.conversation.models import AnsweredRequest, Comment
from cms.errors import IdempotencyKeyReused, InvalidInput

KEY_LENGTH = 255
KEEP = timedelta(days=1)
SAME_TEXT = timedelta(minutes=1)
"""How long the same text of the same person in the same place is the same comment."""


@dataclass(frozen=True, slots=True)
class Request:
    """A request that may come again. Without a key, nothing is looked up and nothing kept."""

    key: str
    """sha256 of operation and key; empty without one."""
    fingerprint: str
    """sha256 of all that was sent."""

    @classmethod
    def of(cls, operation: str, key: str, fingerprint: str) -> Request:
        """The request of an operation. Raises `InvalidInput` for a key that is too long."""
        if len(key) > KEY_LENGTH:
            raise InvalidInput(
                f"An idempotency key has at most {KEY_LENGTH} characters; this one has {len(key)}.",
                field="Idempotency-Key",
            )
        return cls(digest(f"{operation}\x1f{key}") if key else "", fingerprint)

    def made_before(self) -> UUID | None:
        """What an earlier request with this key made. Raises `IdempotencyKeyReused` when that was another request."""
        known = AnsweredRequest.objects.filter(pk=self.key).first() if self.key else None
        if known is None:
            return None
        if known.fingerprint != self.fingerprint:
            raise IdempotencyKeyReused(
                "This idempotency key was used for another request. Every new request needs a key of its own.",
                field="Idempotency-Key",
            )
        return known.made

    def remember(self, made: UUID) -> None:
        """Note what it made. Raises `IntegrityError` when another request with this key was faster."""
        if self.key:
            AnsweredRequest.objects.create(
                key=self.key, fingerprint=self.fingerprint, made=made, at=timezone.now()
            )


def digest(text: str) -> str:
    """sha256 in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def same_comment(comment: Comment, now: datetime) -> Comment | None:
    """The stored comment that says the same, by the same person, in the same place, less than a minute ago."""
    if not comment.email_hash:
        return None
    said = Comment.objects.filter(
        email_hash=comment.email_hash, created_at__gt=now - SAME_TEXT, digest=comment.digest
    )
    # The place is compared here: asked for it, SQLite reads all comments that answer nothing.
    for uid, *place in said.values_list("pk", "thread", "parent"):
        if place == [comment.thread_id, comment.parent_id]:
            return Comment.objects.get(pk=uid)
    return None


def forget_old() -> None:
    """Remove keys that nobody will send again. Part of the worker's tick."""
    AnsweredRequest.objects.filter(at__lt=timezone.now() - KEEP).delete()
