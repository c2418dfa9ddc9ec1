"""Whose turn it is: an endpoint is leased to one worker at a time, with the messages that are due.

While the lease lasts nobody else sends to the endpoint, so no message is ever sent twice at once, and those about one
item keep their order. A worker that is killed loses its leases by time, and another sends what it had not marked sent.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils import timezone

from cms.conf import newsroom as conf
from cms.syndication.deliveries.matching import Wanted, wanted_by
from cms.syndication.models import Delivery, DeliveryState, Endpoint, EndpointSecret, EndpointState
from cms.syndication.signing import unseal

MOST = 20
"""Messages of one turn: then others have theirs."""


@dataclass(slots=True)
class Turn:
    """An endpoint in the hands of a worker."""

    endpoint: Endpoint
    wanted: Wanted
    keys: list[str]
    deliveries: list[Delivery]
    """What is still to be sent in this turn, the next first."""


def claim(worker: str, most: int) -> list[Turn]:
    """Take up to `most` endpoints for which messages are due, those that have waited longest first."""
    if most < 1 or not _due(timezone.now()).exists():
        return []
    with transaction.atomic():
        now = timezone.now()
        free = _due(now).select_for_update(skip_locked=True, of=("self",))
        taken = list(free.order_by(F("served_at").asc(nulls_first=True), "pk")[:most])
        pks = [endpoint.pk for endpoint in taken]
        Endpoint.objects.filter(pk__in=pks).update(lease_by=worker, lease_until=lease_end(now), served_at=now)
    return _turns(taken, now)


def lease_end(now: datetime) -> datetime:
    """Until when an endpoint that is taken now is kept from others: longer than any request lasts."""
    return now + timedelta(seconds=max(conf.DELIVERY_LEASE_SECONDS, conf.OUTBOUND_SECONDS + 2))


def give_back(worker: str, endpoints: list[int]) -> None:
    """Let others have the endpoints of turns that have ended."""
    Endpoint.objects.filter(pk__in=endpoints, lease_by=worker).update(lease_by="", lease_until=None)


def due_deliveries(now: datetime) -> QuerySet[Delivery]:
    """What may be sent now: an earlier message about the same thing that still waits goes first."""
    pending = Delivery.objects.filter(state=DeliveryState.PENDING)
    earlier = pending.filter(
        endpoint=OuterRef("endpoint"), subject=OuterRef("subject"), pk__lt=OuterRef("pk")
    )
    return pending.filter(~Exists(earlier), next_attempt_at__lte=now)


def keys_of(secrets: list[EndpointSecret], now: datetime) -> list[str]:
    """The secrets that sign now."""
    valid = [secret for secret in secrets if secret.retires_at is None or secret.retires_at > now]
    return [key for secret in valid if (key := unseal(secret.sealed)) is not None]


def _due(now: datetime) -> QuerySet[Endpoint]:
    """Endpoints to which something may be sent now, in nobody's hands."""
    return Endpoint.objects.filter(
        Q(partner=None) | Q(partner__active=True),
        Q(lease_until=None) | Q(lease_until__lte=now),
        Q(rests_until=None) | Q(rests_until__lte=now),
        Exists(due_deliveries(now).filter(endpoint=OuterRef("pk"))),
        state=EndpointState.ACTIVE,
    )


def _turns(taken: list[Endpoint], now: datetime) -> list[Turn]:
    if not taken:
        return []
    pks = [endpoint.pk for endpoint in taken]
    wanted = {each.endpoint: each for each in wanted_by(Endpoint.objects.filter(pk__in=pks))}
    secrets: dict[int, list[EndpointSecret]] = {}
    for secret in EndpointSecret.objects.filter(endpoint__in=pks).order_by("-created_at", "-pk"):
        secrets.setdefault(secret.endpoint_id, []).append(secret)
    return [
        Turn(
            endpoint=endpoint,
            wanted=wanted[endpoint.pk],
            keys=keys_of(secrets.get(endpoint.pk, []), now),
            deliveries=list(due_deliveries(now).filter(endpoint=endpoint).order_by("pk")[:MOST]),
        )
        for endpoint in taken
        if endpoint.pk in wanted
    ]
