"""How often short links were followed: numbers alone, nothing about who followed them."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from cms.ledger.models import Item


class ShareCount(models.Model):
    """One row for each item, channel and day on which somebody came: at most a row a channel and day for an item."""

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="share_counts")
    channel = models.CharField(max_length=12)
    """Name of a `ShareChannel`, or `OTHER`."""
    day = models.DateField()
    """In UTC."""
    count = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("count of a shared link")
        constraints = [
            models.UniqueConstraint(fields=["item", "channel", "day"], name="newsroom_share_count")
        ]

    def __str__(self) -> str:
        return f"{self.item_id} {self.channel} {self.day}: {self.count}"
