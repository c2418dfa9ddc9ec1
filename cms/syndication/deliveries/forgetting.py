"""Removing what was delivered, or not, once nobody needs to look it up any more."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import F
from django.utils import timezone

from cms.conf import newsroom as conf
from cms.syndication.models import Attempt, Delivery, DeliveryState, EndpointState

MOST = 5000
"""Rows that are removed at a time, so that nothing waits for it."""


def forget() -> None:
    """Remove attempts after DELIVERY_DAYS, and deliveries that were finished before that. What waits, stays.

    What failed stays as long as its endpoint is paused: it is sent when the endpoint goes on.
    """
    oldest = timezone.now() - timedelta(days=conf.DELIVERY_DAYS)
    attempts = Attempt.objects.filter(at__lt=oldest).order_by("at").values("pk")[:MOST]
    Attempt.objects.filter(pk__in=list(attempts.values_list("pk", flat=True))).delete()
    finished = Delivery.objects.filter(finished_at__lt=oldest).exclude(
        state=DeliveryState.FAILED, endpoint__state=EndpointState.PAUSED
    )
    some = list(finished.order_by(F("finished_at")).values_list("pk", flat=True)[:MOST])
    Delivery.objects.filter(pk__in=some).delete()
