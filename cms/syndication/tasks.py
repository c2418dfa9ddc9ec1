"""Mails to those who look after endpoints, sent in the background. Tasks know ids alone."""

from __future__ import annotations

import logging
from datetime import timedelta
from smtplib import SMTPException
from typing import Any

from django.conf import settings
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django_tasks import task
from wagtail.admin.utils import get_admin_base_url

from cms.conversation.desk.mail import Reader, send_once
from cms.ledger.tasks import is_queued
from cms.syndication.models import DeliveryState, Endpoint, EndpointState

PAUSES = (timedelta(minutes=1), timedelta(minutes=10), timedelta(hours=1), timedelta(hours=6))
"""How long to wait after each time that the mail server did not take a mail."""
STOPPED = "WEBHOOK_STOPPED"

logger = logging.getLogger(__name__)


@task()
def tell_stopped(endpoint_id: int, stopped_at: str, attempt: int = 0) -> None:
    """Tell the owner of an endpoint, and its partner's contact, that nothing is sent to it since `stopped_at`."""
    endpoint = Endpoint.objects.select_related("partner").filter(pk=endpoint_id).first()
    if endpoint is None or endpoint.state == EndpointState.ACTIVE or not endpoint.state_at:
        return
    if endpoint.state_at.isoformat() != stopped_at:
        return
    context = {
        "endpoint": endpoint,
        "is_paused": endpoint.state == EndpointState.PAUSED,
        "waiting": endpoint.deliveries.filter(
            state__in=[DeliveryState.PENDING, DeliveryState.FAILED]
        ).count(),
        "address": _address(endpoint),
    }
    partner = endpoint.partner.contact_email if endpoint.partner else ""
    failure: Exception | None = None
    for address in sorted({endpoint.owner_email, partner} - {""}):
        reader = Reader(address, settings.LANGUAGE_CODE, settings.TIME_ZONE)
        try:
            send_once(
                STOPPED, f"{endpoint_id} {stopped_at} {address}", reader, "webhook_stopped.txt", context
            )
        except (SMTPException, OSError) as error:
            failure = error
    if failure is not None:
        _try_later(endpoint_id, stopped_at, attempt, failure)


def _address(endpoint: Endpoint) -> str:
    """The endpoint's full address in the admin."""
    try:
        path = reverse("newsroom_webhook", args=[endpoint.pk])
    except NoReverseMatch:
        path = reverse("wagtailadmin_home")
    return f"{(get_admin_base_url() or '').rstrip('/')}{path}"


def _try_later(endpoint_id: int, stopped_at: str, attempt: int, error: Exception) -> None:
    """Queue the task again. The words of the mail server stay out of the log: they may hold an address."""
    work: Any = tell_stopped
    reason = type(error).__name__
    if attempt >= len(PAUSES) or not is_queued(work):
        logger.error("The owner of webhook %s could not be told: %s", endpoint_id, reason)
        return
    logger.warning("The owner of webhook %s is told later: %s", endpoint_id, reason)
    work.using(run_after=timezone.now() + PAUSES[attempt]).enqueue(endpoint_id, stopped_at, attempt + 1)
