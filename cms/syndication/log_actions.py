"""What syndication writes into Wagtail's audit log, in the words that editors read there."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import LogActionRegistry, LogFormatter

ACTIONS = (
    ("newsroom.partner.key.issue", _("Make key"), _("Made the key %(key)s")),
    ("newsroom.partner.key.rotate", _("Replace key"), _("Replaced the key %(key)s")),
    ("newsroom.partner.key.revoke", _("Revoke key"), _("Revoked the key %(key)s")),
)
"""Name, label for filters, and message of each; a key is named by its beginning."""

WEBHOOKS = (
    ("newsroom.webhook.secret", _("Make secret"), _("Made a secret for the webhook")),
    ("newsroom.webhook.retire", _("Retire secret"), _("Retired a secret of the webhook")),
    ("newsroom.webhook.pause", _("Pause webhook"), _("Paused the webhook")),
    ("newsroom.webhook.resume", _("Resume webhook"), _("Let the webhook go on")),
    ("newsroom.webhook.test", _("Test webhook"), _("Sent a test to the webhook")),
    ("newsroom.webhook.redeliver", _("Deliver again"), _("Had messages delivered again")),
)
"""Name, label for filters, and message of each."""


def register(actions: LogActionRegistry) -> None:
    """Tell Wagtail of all of them."""
    for name, label, message in ACTIONS:
        actions.register_action(name)(_formatter(label, message))
    for name, label, message in WEBHOOKS:
        actions.register_action(name, label, message)


def _formatter(label: Any, message: Any) -> type[LogFormatter]:
    class KeyFormatter(LogFormatter):
        def format_message(self, log_entry: Any) -> str:
            return str(message % {"key": log_entry.data.get("key", "")})

    KeyFormatter.label = label
    return KeyFormatter
