"""What has to be remembered of visitors' proofs of work and of the mails to them, across processes.

No row here holds an address: a mailbox is its keyed hash (`cms/conversation/identity/keys.py`).
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class UsedChallenge(models.Model):
    """A proof of work that was taken: it is not taken a second time."""

    signature = models.CharField(max_length=64, primary_key=True)
    """Of the challenge, in hexadecimal: one challenge has one."""
    expires_at = models.DateTimeField(db_index=True)
    """From then on the challenge is refused anyway, and the row is removed."""

    class Meta:
        verbose_name = "used challenge"

    def __str__(self) -> str:
        return self.signature


class UnprovenMailbox(models.Model):
    """A mailbox that got mail which its owner had not asked for yet: confirmations and receipts are counted."""

    address = models.CharField(max_length=64, primary_key=True)
    times = models.JSONField(default=list)
    """When, in seconds since 1970, for the last day."""
    last_at = models.DateTimeField(db_index=True)

    class Meta:
        verbose_name = "mailbox that is not confirmed"

    def __str__(self) -> str:
        return self.address


class MailOptOut(models.Model):
    """A wish to get no more mail."""

    EVERYTHING = "everything"

    address = models.CharField(max_length=64)
    scope = models.CharField(max_length=36)
    """The id of the newsroom whose notices are not wanted, or `EVERYTHING`."""
    at = models.DateTimeField()

    class Meta:
        verbose_name = "opt-out of mail"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["address", "scope"], name="mail_opt_out_once")
        ]

    def __str__(self) -> str:
        return f"{self.address} {self.scope}"


class SentMail(models.Model):
    """A mail that was sent: a task that is run again sends nothing twice."""

    kind = models.CharField(max_length=20)
    about = models.CharField(max_length=64)
    """The id of the comment, report or decision."""
    at = models.DateTimeField(db_index=True)

    class Meta:
        verbose_name = "sent mail"
        constraints: ClassVar = [models.UniqueConstraint(fields=["kind", "about"], name="sent_mail_once")]

    def __str__(self) -> str:
        return f"{self.kind} {self.about}"
