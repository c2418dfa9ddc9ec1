"""What WebSub hubs have still to be told."""

from __future__ import annotations

from django.db import models


class FeedPing(models.Model):
    """The feeds of a newsroom have changed, and a hub has not been told yet. One row however many editions there were."""

    newsroom_id = models.UUIDField()
    """Id of the item of the newsroom."""
    hub = models.CharField(max_length=500)
    seq = models.BigIntegerField()
    """The number of the newest edition that the hub is to be told of."""
    attempts = models.PositiveIntegerField(default=0)
    """How often the hub has not answered as it should."""
    due_at = models.DateTimeField(db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["newsroom_id", "hub"], name="newsroom_feed_ping")]

    def __str__(self) -> str:
        return f"{self.newsroom_id} {self.hub}"
