"""Addresses of the screens of webhooks."""

from __future__ import annotations

from django.urls import path

from cms.syndication.admin.deliveries import DeliveryScreen, Redeliver
from cms.syndication.admin.webhook import Delete, Pause, Resume, SecretAdd, SecretRetire, Test, Webhook
from cms.syndication.admin.webhooks import WebhookAdd, WebhookEdit, WebhookList

ONE = "webhooks/<int:pk>"

urlpatterns = [
    path("webhooks/", WebhookList.as_view(), name="newsroom_webhooks"),
    path("webhooks/add/", WebhookAdd.as_view(), name="newsroom_webhook_add"),
    path(f"{ONE}/", Webhook.as_view(), name="newsroom_webhook"),
    path(f"{ONE}/edit/", WebhookEdit.as_view(), name="newsroom_webhook_edit"),
    path(f"{ONE}/delete/", Delete.as_view(), name="newsroom_webhook_delete"),
    path(f"{ONE}/pause/", Pause.as_view(), name="newsroom_webhook_pause"),
    path(f"{ONE}/resume/", Resume.as_view(), name="newsroom_webhook_resume"),
    path(f"{ONE}/test/", Test.as_view(), name="newsroom_webhook_test"),
    path(f"{ONE}/secrets/add/", SecretAdd.as_view(), name="newsroom_webhook_secret_add"),
    path(
        f"{ONE}/secrets/<int:secret>/retire/", SecretRetire.as_view(), name="newsroom_webhook_secret_retire"
    ),
    path(f"{ONE}/deliver-again/", Redeliver.as_view(), name="newsroom_webhook_redeliver"),
    path(f"{ONE}/deliveries/<int:delivery>/", DeliveryScreen.as_view(), name="newsroom_webhook_delivery"),
]
