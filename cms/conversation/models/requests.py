"""Requests that were answered already: whoever sends one again, with the same key, gets the same answer."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class AnsweredRequest(models.Model):
    """An `Idempotency-Key` (draft-ietf-httpapi-idempotency-key-header) and what was made of its request."""

    key = models.CharField(max_length=64, primary_key=True)
    """sha256 of the operation and the key."""
    fingerprint = models.CharField(max_length=64)
    """sha256 of the request: the same key with another request is a mistake."""
    made = models.UUIDField()
    """What the request made: a comment or a report."""
    at = models.DateTimeField(db_index=True)

    class Meta:
        verbose_name = "answered request"
        ordering: ClassVar = ["at"]

    def __str__(self) -> str:
        return self.key
