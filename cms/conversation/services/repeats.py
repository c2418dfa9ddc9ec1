"""Requests that come twice: by their `Idempotency-Key`, or because somebody pressed a button twice.

The key follows draft-ietf-httpapi-idempotency-key-header: the same key with the same request gets the same answer, and
with another one an error.
"""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta
from uuid import UUID

from django.utils import timezone

from cms.conversation.models import AnsweredRequest, Comment, Thread
from cms.errors import IdempotencyKeyReused, InvalidInput

KEY_LENGTH = 255
KEEP = timedelta(days=1)
SAME_TEXT = timedelta(minutes=1)
"""How long the same text of the same person in the same place is the same comment."""


def hash_of(operation: str, key: str) -> str:
    """What is stored of a key; empty without one. Raises `InvalidInput`."""
    if not key:
        return ""
    if len(key) > KEY_LENGTH:
        raise InvalidInput(
            f"An idempotency key has at most {KEY_LENGTH} characters; this one has {len(key)}.",
            field="Idempotency-Key",
        )
    return hashlib.sha256(f"{operation}\x1f{key}".encode("utf-8", "surrogatepass")).hexdigest()


def made_before(key_hash: str, fingerprint: str) -> UUID | None:
    """What an earlier request with this key made. Raises `IdempotencyKeyReused` when that was another request."""
    if not key_hash:
        return None
    for known, made in AnsweredRequest.objects.filter(pk=key_hash).values_list("fingerprint", "made"):
        if known != fingerprint:
            raise IdempotencyKeyReused(
                "This idempotency key was used for another request. Every new request needs a key of its own.",
                field="Idempotency-Key",
            )
        return made
    return None


def remember(key_hash: str, fingerprint: str, made: UUID) -> None:
    """Note what a request made. Raises `IntegrityError` when another one with this key was faster."""
    if key_hash:
        AnsweredRequest.objects.create(key=key_hash, fingerprint=fingerprint, made=made, at=timezone.now())


def same_comment(thread: Thread, parent: UUID | None, email_hash: str, digest: str, now: datetime) -> Comment | None:
    """The comment that says the same, by the same person, in the same place, less than a minute ago."""
    if not email_hash:
        return None
    return Comment.objects.filter(
        digest=digest, created_at__gt=now - SAME_TEXT, thread=thread, parent=parent, email_hash=email_hash
    ).first()


def forget_old() -> None:
    """Remove keys that nobody will send again. Part of the worker's tick."""
    AnsweredRequest.objects.filter(at__lt=timezone.now() - KEEP).delete()
