"""Fixtures of deliveries: receivers on loopback, endpoints of theirs, and a worker's deliveries."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from threading import Event
from typing import Any
from unittest import mock

import pytest
from django.utils import timezone

from cms.releases.models import ReleasePage
from cms.syndication.deliveries.engine import Engine
from cms.syndication.models import Endpoint
from cms.syndication.services.endpoints import add_secret
from tests.cms.conversation.conftest import open_newsroom, post, thread  # noqa: F401
from tests.cms.syndication.deliveries.receiver import Receiver


@pytest.fixture
def start_receiver(settings: Any) -> Iterator[Callable[..., Receiver]]:
    """Starts a receiver that may be sent to."""
    receivers: list[Receiver] = []

    def start(**how: Any) -> Receiver:
        receiver = Receiver(**how)
        receivers.append(receiver)
        settings.NEWSROOM = settings.NEWSROOM | {
            "OUTBOUND_ALLOW": [each.host for each in receivers],
            "OUTBOUND_SECONDS": 2,
            "DELIVERY_POLL_MILLISECONDS": 10,
        }
        return receiver

    yield start
    for receiver in receivers:
        receiver.close()


@pytest.fixture
def receiver(start_receiver: Callable[..., Receiver]) -> Receiver:
    return start_receiver()


@pytest.fixture
def make_endpoint(db: None) -> Callable[..., Endpoint]:
    """An endpoint with a secret, which is `endpoint.secret`."""

    def make(receiver: Receiver | None = None, **fields: Any) -> Endpoint:
        newsrooms = fields.pop("newsrooms", [])
        fields = {
            "name": "Mirror",
            "url": receiver.url if receiver else "https://example.org/hook",
            "owner_email": "owner@example.org",
        } | fields
        endpoint = Endpoint.objects.create(**fields)
        endpoint.newsrooms.set(newsrooms)
        endpoint.secret = add_secret(endpoint=endpoint)
        return endpoint

    return make


def deliver() -> None:
    """Send what is due, as the worker does, until nothing is due any more. The test's transaction keeps its connection."""
    with mock.patch("cms.ledger.worker.close_old_connections"):
        Engine(Event(), until_empty=True).run()


def make_due() -> None:
    """The time until the next attempts has passed."""
    from cms.syndication.models import Delivery

    Endpoint.objects.update(rests_until=None)
    Delivery.objects.filter(state="PENDING").update(next_attempt_at=timezone.now())


def edit(page: ReleasePage, **changes: Any) -> None:
    """Change a release and publish it again."""
    page = ReleasePage.objects.get(pk=page.pk)
    for name, value in changes.items():
        setattr(page, name, value)
    page.save_revision().publish()


def states(endpoint: Endpoint) -> list[str]:
    """What became of an endpoint's deliveries, in order."""
    return list(endpoint.deliveries.order_by("pk").values_list("state", flat=True))
