"""The base of what documents show without its being an item: images, files, boilerplates."""

from __future__ import annotations

from typing import Any

from django.db import models, transaction

from cms.ledger import tasks


class Shared(models.Model):
    """Saving or deleting it refreshes, in the background, every item that shows it."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        with transaction.atomic():
            super().save(*args, **kwargs)
            tasks.enqueue_with_transaction(tasks.refresh_users_of, self._meta.label_lower, self.pk)
