"""What editors do with endpoints: secrets, tests, pausing and going on, sending again. Each is written in the audit log.

What does not live here: what is sent without anybody asking for it (`deliveries/`).
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from cms.errors import InvalidInput
from cms.syndication.deliveries.claiming import keys_of
from cms.syndication.deliveries.engine import encoded
from cms.syndication.deliveries.matching import Part, Wanted
from cms.syndication.deliveries.messages import message_of
from cms.syndication.deliveries.sending import Job, send
from cms.syndication.deliveries.settling import Sent, attempt_of
from cms.syndication.deliveries.writing import new_message_id
from cms.syndication.events import TEST
from cms.syndication.models import (
    Attempt,
    Delivery,
    DeliveryState,
    Endpoint,
    EndpointSecret,
    EndpointState,
    StateReason,
)
from cms.syndication.signing import new_secret, seal

HINT = 4
MOST_SECRETS = 5
"""Valid at a time: each is a signature in every message."""


@transaction.atomic
def add_secret(*, endpoint: Endpoint, by: Any = None) -> str:
    """Make a secret. Returns it: it is shown to nobody again. Raises `InvalidInput`."""
    now = timezone.now()
    locked = _locked(endpoint)
    if len([each for each in locked.secrets.all() if not _is_retired(each, now)]) >= MOST_SECRETS:
        raise InvalidInput(
            _("There may be %(most)s secrets at a time. Retire one first.") % {"most": MOST_SECRETS}
        )
    secret = new_secret()
    EndpointSecret.objects.create(
        endpoint=locked, sealed=seal(secret), hint=secret[-HINT:], created_at=now, created_by=by
    )
    log(instance=locked, action="newsroom.webhook.secret", user=by, data={"hint": secret[-HINT:]})
    return secret


@transaction.atomic
def retire_secret(*, secret: EndpointSecret, at: datetime, by: Any = None) -> None:
    """Let a secret sign no more from `at` on. Raises `InvalidInput` when none would be left to sign with."""
    locked = _locked(secret.endpoint)
    others = [each for each in locked.secrets.all() if each.pk != secret.pk and each.retires_at is None]
    if not others:
        raise InvalidInput(
            _("This is the only secret that stays. Make a new one first, and give it to the receiver.")
        )
    locked.secrets.filter(pk=secret.pk).update(retires_at=at)
    log(instance=locked, action="newsroom.webhook.retire", user=by, data={"hint": secret.hint})


@transaction.atomic
def pause(*, endpoint: Endpoint, by: Any = None) -> None:
    """Send nothing until somebody resumes. What happens meanwhile is kept, and sent then."""
    locked = _locked(endpoint)
    if locked.state == EndpointState.ACTIVE:
        _set_state(locked, EndpointState.PAUSED, StateReason.BY_EDITOR)
        log(instance=locked, action="newsroom.webhook.pause", user=by)


@transaction.atomic
def resume(*, endpoint: Endpoint, by: Any = None) -> int:
    """Send again, what could not be delivered first of all. Returns how many messages are on their way."""
    locked = _locked(endpoint)
    if locked.state != EndpointState.ACTIVE:
        _set_state(locked, EndpointState.ACTIVE, "")
        log(instance=locked, action="newsroom.webhook.resume", user=by)
    waiting = locked.deliveries.filter(state__in=[DeliveryState.PENDING, DeliveryState.FAILED])
    return _send_again(waiting)


def send_test(*, endpoint: Endpoint, by: Any = None) -> Attempt:
    """Send the event `test` now, whatever the state, and wait for what comes of it."""
    now = timezone.now()
    wanted = Wanted(endpoint.pk, frozenset(), Part(), Part(), comments=False, full=False)
    delivery = Delivery(
        endpoint=endpoint,
        message_id=new_message_id(),
        event=TEST,
        subject=endpoint.uid,
        tries=1,
        created_at=now,
        next_attempt_at=now,
    )
    message = message_of(delivery, wanted)
    if message is None:  # pragma: no cover # everybody may have a test
        raise InvalidInput(_("There is nothing to send."))
    job = Job(
        url=endpoint.url,
        message_id=delivery.message_id,
        body=encoded(message.content),
        keys=keys_of(list(endpoint.secrets.all()), now),
    )
    outcome = send(job)
    with transaction.atomic():
        delivery.state = DeliveryState.DELIVERED if outcome.succeeded else DeliveryState.FAILED
        delivery.finished_at = timezone.now()
        delivery.save(force_insert=True)
        attempt = attempt_of(Sent(delivery, message, endpoint.url, outcome))
        attempt.save(force_insert=True)
        if outcome.succeeded:
            Endpoint.objects.filter(pk=endpoint.pk).update(last_success_at=outcome.at)
        log(instance=endpoint, action="newsroom.webhook.test", user=by, data={"status": outcome.status})
    return attempt


@transaction.atomic
def redeliver(*, endpoint: Endpoint, deliveries: QuerySet[Delivery], by: Any = None) -> int:
    """Send messages again, under their old ids. Returns how many. Raises `InvalidInput`."""
    locked = _locked(endpoint)
    if locked.state == EndpointState.DISABLED:
        raise InvalidInput(_("The webhook is switched off. Let it go on first."))
    count = _send_again(deliveries.filter(endpoint=locked).exclude(state=DeliveryState.PENDING))
    log(instance=locked, action="newsroom.webhook.redeliver", user=by, data={"count": count})
    return count


def in_range(
    endpoint: Endpoint, begin: datetime, end: datetime, states: Collection[str]
) -> QuerySet[Delivery]:
    """The messages that were written from `begin` until `end` and have come to one of the states."""
    found = Delivery.objects.filter(endpoint=endpoint, created_at__gte=begin, created_at__lt=end)
    return found.filter(state__in=states).exclude(event=TEST)


def _send_again(deliveries: QuerySet[Delivery]) -> int:
    return deliveries.exclude(event=TEST).update(
        state=DeliveryState.PENDING, tries=0, next_attempt_at=timezone.now(), finished_at=None
    )


def _locked(endpoint: Endpoint) -> Endpoint:
    return Endpoint.objects.select_for_update().get(pk=endpoint.pk)


def _set_state(endpoint: Endpoint, state: str, reason: str) -> None:
    endpoint.state, endpoint.state_reason, endpoint.state_at = state, reason, timezone.now()
    endpoint.rests_until = None
    endpoint.save(update_fields=["state", "state_reason", "state_at", "rests_until"])


def _is_retired(secret: EndpointSecret, now: datetime) -> bool:
    return secret.retires_at is not None and secret.retires_at <= now
