"""What follows from an attempt: delivered, tried again later, the endpoint paused or switched off."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from cms.conf import newsroom as conf
from cms.ledger.tasks import enqueue_with_transaction
from cms.syndication.deliveries.claiming import lease_end
from cms.syndication.deliveries.messages import Message
from cms.syndication.deliveries.sending import Outcome
from cms.syndication.models import (
    Attempt,
    Delivery,
    DeliveryState,
    Endpoint,
    EndpointState,
    StateReason,
)
from cms.syndication.tasks import tell_stopped

JITTER = 0.1
LONGEST_WAIT = 36_000.0
"""Seconds: longer than this no receiver is left alone, whatever it asks for."""


@dataclass(frozen=True, slots=True)
class Sent:
    """A message, and what came of sending it."""

    delivery: Delivery
    message: Message
    url: str
    outcome: Outcome


def settle(worker: str, sent: Sequence[Sent]) -> set[int]:
    """Write down what came of messages to different endpoints, in one transaction, with the leases renewed.

    Returns the endpoints whose turn goes on: the others have failed, were stopped meanwhile, or are in other hands.
    """
    with transaction.atomic():
        mine = _locked([each.delivery.endpoint_id for each in sent], worker)
        Attempt.objects.bulk_create([attempt_of(each) for each in sent])
        # A failure of somebody whose lease has run out says nothing: another has the message in hand.
        telling = [each for each in sent if each.delivery.endpoint_id in mine or each.outcome.succeeded]
        for each in telling:
            _settle_delivery(each)
            if endpoint := mine.get(each.delivery.endpoint_id):
                _settle_endpoint(endpoint, each)
        _write([each.delivery for each in telling], list(mine.values()))
    return {
        each.delivery.endpoint_id
        for each in sent
        if each.outcome.succeeded
        and each.delivery.endpoint_id in mine
        and mine[each.delivery.endpoint_id].state == EndpointState.ACTIVE
    }


def cancel(deliveries: Sequence[Delivery]) -> None:
    """Mark messages that the endpoint may no longer have."""
    Delivery.objects.filter(pk__in=[each.pk for each in deliveries], state=DeliveryState.PENDING).update(
        state=DeliveryState.CANCELLED, finished_at=timezone.now()
    )


def attempt_of(sent: Sent) -> Attempt:
    """The row of the log."""
    outcome = sent.outcome
    return Attempt(
        delivery=sent.delivery,
        at=outcome.at,
        milliseconds=outcome.milliseconds,
        status=outcome.status,
        url=sent.url,
        sent_headers=dict(outcome.sent),
        sent_body=json.dumps(sent.message.kept, ensure_ascii=False),
        answer_headers=dict(outcome.headers),
        answer_body=outcome.body,
        failure=outcome.failure,
    )


def pause_after(tries: int, asked: float) -> float | None:
    """Seconds until the next attempt after `tries` of them; None after the last. `asked`: what the receiver wants."""
    schedule: list[float] = conf.DELIVERY_RETRY_SECONDS
    if tries > len(schedule):
        return None
    wait = schedule[tries - 1] * (1 + JITTER * random.random())  # nosec B311 # no secret hangs on it
    return max(wait, min(asked, LONGEST_WAIT))


def _locked(endpoints: Sequence[int], worker: str) -> dict[int, Endpoint]:
    """Those of the endpoints that are still in this worker's hands."""
    rows = Endpoint.objects.select_for_update().filter(pk__in=endpoints, lease_by=worker).order_by("pk")
    return {row.pk: row for row in rows}


def _settle_delivery(sent: Sent) -> None:
    delivery, outcome = sent.delivery, sent.outcome
    delivery.tries += 1
    wait = pause_after(delivery.tries, outcome.wait_asked_for())
    if outcome.succeeded:
        delivery.state, delivery.finished_at = DeliveryState.DELIVERED, timezone.now()
    elif outcome.is_gone or wait is None:
        delivery.state, delivery.finished_at = DeliveryState.FAILED, timezone.now()
    else:
        delivery.next_attempt_at = timezone.now() + timedelta(seconds=wait)


def _settle_endpoint(endpoint: Endpoint, sent: Sent) -> None:
    now, outcome = timezone.now(), sent.outcome
    endpoint.lease_until = lease_end(now)
    if outcome.succeeded:
        endpoint.last_success_at, endpoint.rests_until = now, None
        return
    rest = pause_after(1, outcome.wait_asked_for()) or 0
    endpoint.rests_until = now + timedelta(seconds=rest)
    if endpoint.state != EndpointState.ACTIVE:
        return
    if outcome.is_gone:
        _stop(endpoint, EndpointState.DISABLED, StateReason.GONE)
        endpoint.deliveries.filter(state=DeliveryState.PENDING).exclude(pk=sent.delivery.pk).update(
            state=DeliveryState.CANCELLED, finished_at=now
        )
    elif sent.delivery.state == DeliveryState.FAILED:
        _stop(endpoint, EndpointState.PAUSED, StateReason.EXHAUSTED)


def _stop(endpoint: Endpoint, state: EndpointState, reason: StateReason) -> None:
    endpoint.state, endpoint.state_reason, endpoint.state_at = state, reason, timezone.now()
    enqueue_with_transaction(tell_stopped, endpoint.pk, endpoint.state_at.isoformat())


def _write(deliveries: list[Delivery], endpoints: list[Endpoint]) -> None:
    Delivery.objects.bulk_update(deliveries, ["state", "tries", "next_attempt_at", "finished_at"])
    Endpoint.objects.bulk_update(
        endpoints,
        ["state", "state_reason", "state_at", "last_success_at", "rests_until", "lease_until"],
    )
