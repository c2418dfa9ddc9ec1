"""By what items are found that facets cannot tell: facets go when an item is withdrawn, and these stay."""

from __future__ import annotations

from django.db import models

from cms.ledger.models import Item


class ItemKey(models.Model):
    """One of the keys of an item: its address elsewhere, or what a statement speaks of."""

    class Name(models.TextChoices):
        URL = "URL"
        """The item's address, where that is not the one in this installation."""
        ABOUT = "ABOUT"
        """An address that a statement answers."""
        TOPIC = "TOPIC"
        """A topic of a statement, or one above it."""

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="keys")
    name = models.CharField(max_length=5, choices=Name.choices)
    value = models.CharField(max_length=64)
    """sha256, in hexadecimal, of the normalised address (`cms/syndication/web_addresses.py`); or the topic's id."""

    class Meta:
        constraints = [models.UniqueConstraint(fields=["name", "value", "item"], name="newsroom_item_key")]

    def __str__(self) -> str:
        return f"{self.name} {self.value}"
