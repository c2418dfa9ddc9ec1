"""Endpoints, to which webhooks are sent, with their secrets; what is to be delivered to each, and every attempt at it.

What does not live here: what an endpoint gets (`deliveries/matching.py`), and sending (`deliveries/`).
"""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cms.syndication.models.partners import Partner


class Payload(models.TextChoices):
    """How much a message says."""

    FULL = "FULL", _("The whole document")
    THIN = "THIN", _("Only what has happened, and where to fetch it")


class EndpointState(models.TextChoices):
    """Whether messages are sent."""

    ACTIVE = "ACTIVE", _("Active")
    PAUSED = "PAUSED", _("Paused")
    DISABLED = "DISABLED", _("Switched off")


class StateReason(models.TextChoices):
    """Why nothing is sent to an endpoint."""

    BY_EDITOR = "BY_EDITOR", _("An editor has stopped it.")
    EXHAUSTED = "EXHAUSTED", _("A message could not be delivered by the last attempt.")
    GONE = "GONE", _("The receiver says that it wants no more messages (410).")


class Endpoint(models.Model):
    """An address of a partner's or a frontend's system that is told of what happens. An empty filter excludes nothing."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    partner = models.ForeignKey(
        Partner,
        verbose_name=_("partner"),
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="endpoints",
        help_text=_(
            "Whose system it is: it gets nothing outside of what the partner may have. Empty: your own."
        ),
    )
    name = models.CharField(
        _("name"), max_length=120, help_text=_("What it is, such as the system behind it.")
    )
    url = models.CharField(
        _("address"),
        max_length=2048,
        help_text=_("Where messages are sent to, beginning with https://. Ask whoever runs the system."),
    )
    owner_email = models.EmailField(
        _("owner's e-mail"),
        help_text=_("Who looks after it, and is told when messages could not be delivered. Never public."),
    )
    events = models.JSONField(
        _("events"), default=list, blank=True, help_text=_("What it is told of. None chosen: everything.")
    )
    newsrooms = models.ManyToManyField(
        "newsroom.NewsroomPage",
        verbose_name=_("newsrooms"),
        blank=True,
        related_name="+",
        help_text=_("Only what happens in these. None chosen: all newsrooms."),
    )
    kinds = models.JSONField(
        _("kinds"),
        default=list,
        blank=True,
        help_text=_("Of releases and assets only these kinds. None chosen: all."),
    )
    payload = models.CharField(
        _("content of messages"),
        max_length=4,
        choices=Payload.choices,
        default=Payload.FULL,
        help_text=_("Short messages suit systems that fetch what they need themselves."),
    )

    state = models.CharField(
        _("state"), max_length=10, choices=EndpointState.choices, default=EndpointState.ACTIVE
    )
    state_reason = models.CharField(max_length=10, choices=StateReason.choices, blank=True)
    state_at = models.DateTimeField(null=True)
    last_success_at = models.DateTimeField(null=True)

    lease_by = models.CharField(max_length=60, blank=True)
    """Who sends to it now; nobody else does until `lease_until`."""
    lease_until = models.DateTimeField(null=True)
    rests_until = models.DateTimeField(null=True)
    """Nothing is sent before: it has just failed, or asked to be left alone."""
    served_at = models.DateTimeField(null=True)
    """When its last turn began: whoever has waited longest is next."""
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("webhook")
        verbose_name_plural = _("webhooks")
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return self.name


class EndpointSecret(models.Model):
    """A secret that signs messages. Several at a time while a receiver changes from one to the next."""

    endpoint = models.ForeignKey(Endpoint, on_delete=models.CASCADE, related_name="secrets")
    sealed = models.TextField()
    """Encrypted (`signing.py`): signing needs the secret itself, and a copy of the database must not show it."""
    hint = models.CharField(max_length=12)
    """The end of the secret, by which people tell secrets apart."""
    created_at = models.DateTimeField()
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    retires_at = models.DateTimeField(null=True)
    """From when on it signs no more."""

    class Meta:
        verbose_name = _("secret")
        ordering = ["-created_at", "-pk"]

    def __str__(self) -> str:
        return f"…{self.hint}"


class DeliveryState(models.TextChoices):
    """What has become of a delivery."""

    PENDING = "PENDING", _("Waiting")
    DELIVERED = "DELIVERED", _("Delivered")
    FAILED = "FAILED", _("Failed")
    CANCELLED = "CANCELLED", _("Not sent")


class Delivery(models.Model):
    """A message for an endpoint. Written in the transaction that makes what it tells of; in order of ids for each subject."""

    endpoint = models.ForeignKey(Endpoint, on_delete=models.CASCADE, related_name="deliveries")
    message_id = models.CharField(max_length=60, unique=True)
    """The `webhook-id`: the same however often it is sent."""
    event = models.CharField(max_length=40)
    item = models.UUIDField(null=True)
    """The item that it is about; null for a test."""
    comment = models.UUIDField(null=True)
    subject = models.UUIDField()
    """The item, or the comment: messages about one subject are sent one after another."""
    seq = models.BigIntegerField(default=0)
    """Of the edition; for comments, the number of the change of the conversation."""
    leaves = models.BooleanField(default=False)
    """Whether the endpoint is told of an edition as a withdrawal: the item is no longer among what it gets."""

    state = models.CharField(max_length=10, choices=DeliveryState.choices, default=DeliveryState.PENDING)
    tries = models.PositiveIntegerField(default=0)
    """Attempts since it was written, or last asked for again."""
    created_at = models.DateTimeField()
    next_attempt_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("delivery")
        verbose_name_plural = _("deliveries")
        ordering = ["-pk"]
        indexes = [
            models.Index(
                fields=["endpoint", "next_attempt_at"], condition=Q(state="PENDING"), name="delivery_due"
            ),
            models.Index(
                fields=["endpoint", "subject", "id"], condition=Q(state="PENDING"), name="delivery_queue"
            ),
            models.Index(fields=["endpoint", "-id"], name="delivery_log"),
            models.Index(fields=["endpoint", "state", "-id"], name="delivery_by_state"),
            models.Index(
                fields=["finished_at"], condition=Q(finished_at__isnull=False), name="delivery_finished"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.event} {self.message_id}"


class Failure(models.TextChoices):
    """Why an attempt did not succeed. Never tells what the address leads to: editors may not learn that either."""

    UNREACHABLE = (
        "UNREACHABLE",
        _(
            "No answer within ten seconds: the address cannot be reached, its certificate is not valid, or it is not "
            "public."
        ),
    )
    REFUSED = "REFUSED", _("The address is not one that messages are sent to. Correct it.")
    NO_SECRET = "NO_SECRET", _("There is no secret to sign the message with. Make one.")
    REDIRECTED = "REDIRECTED", _("The receiver pointed to another address, which is never followed.")
    GONE = "GONE", _("The receiver says that it wants no more messages.")
    NOT_TAKEN = "NOT_TAKEN", _("The receiver did not take the message.")


class Attempt(models.Model):
    """One request and what came back, kept for 30 days. Neither signatures nor secrets are in it."""

    delivery = models.ForeignKey(Delivery, on_delete=models.CASCADE, related_name="attempts")
    at = models.DateTimeField()
    milliseconds = models.PositiveIntegerField()
    status = models.PositiveIntegerField(null=True)
    """Of HTTP; null when there was no answer."""
    url = models.CharField(max_length=2048)
    sent_headers = models.JSONField(default=dict)
    sent_body = models.TextField(blank=True)
    """What a person wrote in a comment is left out: it must go when its author wants it to."""
    answer_headers = models.JSONField(default=dict)
    answer_body = models.TextField(blank=True)
    failure = models.CharField(max_length=12, choices=Failure.choices, blank=True)

    class Meta:
        verbose_name = _("attempt")
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["at"], name="attempt_age")]

    def __str__(self) -> str:
        return f"{self.at} {self.status or self.failure}"
