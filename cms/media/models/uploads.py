"""Files on their way from a browser into the vault."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Upload(models.Model):
    """A file on its way from a browser into the vault, in parts; and, for a day, what became of it.

    Its parts belong to it: whoever deletes the row removes them first (`uploads/services.py`).
    """

    class State(models.TextChoices):
        UPLOADING = "UPLOADING", _("Being uploaded")
        CHECKING = "CHECKING", _("Being checked")
        DUPLICATE = "DUPLICATE", _("Here already, waiting for a decision")
        DONE = "DONE", _("Done")
        REFUSED = "REFUSED", _("Refused")

    uid = models.UUIDField(default=uuid.uuid4, primary_key=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    collection = models.ForeignKey(
        "wagtailcore.Collection", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    filename = models.CharField(max_length=255)
    """As the uploader named it, cleaned."""
    size = models.PositiveBigIntegerField()
    """In bytes, as the browser announced it; the parts must come to it."""
    modified = models.BigIntegerField(default=0)
    """When the uploader's file was changed last, in milliseconds since 1970: tells files of one name apart."""
    part_size = models.PositiveIntegerField()
    """Bytes of each part but the last."""
    vault_name = models.CharField(max_length=255)
    """Where an object store gathers the parts; mostly also where the file stays."""
    final_name = models.CharField(max_length=255, blank=True)
    """Where the file stays in the vault; known once its type is, before anything is moved."""
    multipart_id = models.CharField(max_length=1024, blank=True)
    """What an object store calls this upload."""
    state = models.CharField(max_length=10, choices=State.choices, default=State.UPLOADING)
    keep_duplicate = models.BooleanField(default=False)
    """The uploader wants it although the same file is there already."""
    checks = models.PositiveSmallIntegerField(default=0)
    """How often its checking has begun."""
    message = models.TextField(blank=True)
    """Why it was refused, or why it cannot go on just now."""
    duplicates = models.JSONField(default=list, blank=True)
    """Assets with the same bytes: `[{label, pk}]`."""
    asset_label = models.CharField(max_length=100, blank=True)
    asset_pk = models.BigIntegerField(null=True)
    """The asset that was made of it."""
    created_at = models.DateTimeField(default=timezone.now)
    active_at = models.DateTimeField(default=timezone.now)
    """When something last happened to it."""

    class Meta:
        indexes: ClassVar = [models.Index(fields=["state", "active_at"], name="upload_idle")]

    def __str__(self) -> str:
        return f"{self.filename} ({self.state})"

    @property
    def part_count(self) -> int:
        return -(-self.size // self.part_size)

    def length_of(self, number: int) -> int:
        """Bytes of a part; parts are numbered from 1."""
        return min(self.part_size, self.size - (number - 1) * self.part_size)
