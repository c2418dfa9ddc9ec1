"""What partners have fetched, and which versions they say that they show."""

from __future__ import annotations

from django.db import models

from cms.ledger.models import Item
from cms.syndication.models.partners import Partner


class Receipt(models.Model):
    """The newest version of an item that a partner says that it shows; of a withdrawal, that it shows it no more."""

    partner = models.ForeignKey(Partner, on_delete=models.CASCADE, related_name="receipts")
    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="+")
    version = models.PositiveIntegerField()
    url = models.CharField(max_length=2000, blank=True)
    """Where the partner shows it."""
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["partner", "item"], name="newsroom_receipt_of_item")]

    def __str__(self) -> str:
        return f"{self.partner_id} {self.item_id} {self.version}"


class PartnerUse(models.Model):
    """What a partner fetched in a day (of UTC) of the list of changes."""

    partner = models.ForeignKey(Partner, on_delete=models.CASCADE, related_name="uses")
    day = models.DateField()
    requests = models.PositiveIntegerField(default=0)
    """Those that brought something; of others, one a minute at most."""
    editions = models.PositiveIntegerField(default=0)
    bytes = models.BigIntegerField(default=0)
    seq = models.BigIntegerField(default=0)
    """How far the partner has come: the number of the last edition that it was told of or that was not for it."""
    is_snapshot = models.BooleanField(default=False)
    """Whether it was still fetching the beginning."""
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["partner", "day"], name="newsroom_use_of_day")]

    def __str__(self) -> str:
        return f"{self.partner_id} {self.day}"
