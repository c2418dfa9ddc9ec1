"""Where an edition stands: what a partner's scope asks of it, beside the ledger that knows no partners."""

from __future__ import annotations

from django.db import models

from cms.ledger.models import Edition


class Placement(models.Model):
    """One row for each edition. A withdrawal stands nowhere: only its `before` says where its item stood."""

    edition = models.OneToOneField(
        Edition, primary_key=True, on_delete=models.DO_NOTHING, related_name="placement"
    )
    before = models.ForeignKey("self", on_delete=models.DO_NOTHING, null=True, related_name="+")
    """The placement of the item's edition just before, when the item was public then."""
    type = models.CharField(max_length=20, blank=True)
    kind = models.CharField(max_length=20, blank=True)
    newsroom_id = models.UUIDField(null=True)
    """Id of the item of the newsroom; null for what belongs to all of them, and for a withdrawal."""
    locale = models.CharField(max_length=20, blank=True)
    ai_generated = models.BooleanField(default=False)
    """Whether the item is a file that AI made, or made a part of."""

    def __str__(self) -> str:
        return f"{self.edition_id} {self.type}"


class PlacementTopic(models.Model):
    """A topic, or one above it, that the item was filed under when the edition was made."""

    placement = models.ForeignKey(Placement, on_delete=models.CASCADE, related_name="topics")
    topic_id = models.UUIDField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["placement", "topic_id"], name="newsroom_placement_topic")
        ]

    def __str__(self) -> str:
        return str(self.topic_id)
