"""What syndication writes into Wagtail's audit log, in the words that editors read there."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import LogActionRegistry

WEBHOOKS = (
    ("newsroom.webhook.secret", _("Make secret"), _("Made a secret for the webhook")),
    ("newsroom.webhook.retire", _("Retire secret"), _("Retired a secret of the webhook")),
    ("newsroom.webhook.pause", _("Pause webhook"), _("Paused the webhook")),
    ("newsroom.webhook.resume", _("Resume webhook"), _("Let the webhook go on")),
    ("newsroom.webhook.test", _("Test webhook"), _("Sent a test to the webhook")),
    ("newsroom.webhook.redeliver", _("Deliver again"), _("Had messages delivered again")),
)
"""Name, label for filters, and message of each."""


def register_webhooks(actions: LogActionRegistry) -> None:
    """Tell Wagtail of all of them."""
    for name, label, message in WEBHOOKS:
        actions.register_action(name, label, message)
