"""The public copies of assets, and what is on the shelf.

What does not live here: making copies (`derivatives.py`) and putting them before the public (`shelf.py`).
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

SHELF_NAME_LENGTH = 200


class Derivative(models.Model):
    """A public copy of an asset, in the vault: a size of an image, a cleaned original, a thumbnail, a poster.

    It belongs to a state of its asset: the `fingerprint` of the file and of all that is written into the copy.
    """

    asset_uid = models.UUIDField()
    fingerprint = models.CharField(max_length=32)
    name = models.CharField(max_length=40)
    """`original`, or the name of a size."""
    mime_type = models.CharField(max_length=100)
    vault_name = models.CharField(max_length=255)
    shelf_name = models.CharField(max_length=SHELF_NAME_LENGTH, db_index=True)
    """Where it is when it is public: `kind/beginning of its sha256/readable-name.ext`."""
    sha256 = models.CharField(max_length=64)
    crc32 = models.BigIntegerField()
    size = models.PositiveBigIntegerField()
    """In bytes."""
    width = models.PositiveIntegerField(null=True)
    height = models.PositiveIntegerField(null=True)
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["asset_uid", "fingerprint", "name", "mime_type"], name="derivative_of_state"
            )
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.mime_type} of {self.asset_uid}"


class ShelfFile(models.Model):
    """A file on the shelf, from before it is put there until after it has been taken away."""

    class State(models.TextChoices):
        PLACING = "PLACING", _("Being put on the shelf")
        PLACED = "PLACED", _("On the shelf")
        LEAVING = "LEAVING", _("Being taken away")

    name = models.CharField(max_length=SHELF_NAME_LENGTH, primary_key=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.PLACING)
    needed_until = models.DateTimeField()
    """Until then it stays though no document names it yet: somebody is about to publish it."""
    leaving_since = models.DateTimeField(null=True)
    leaving_by = models.CharField(max_length=40, blank=True)
    """Which sweep takes it away."""

    class Meta:
        indexes: ClassVar = [models.Index(fields=["state", "needed_until"], name="shelf_file_idle")]

    def __str__(self) -> str:
        return f"{self.name} ({self.state})"
