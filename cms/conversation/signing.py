"""Secrets that sign requests, by Standard Webhooks (https://www.standardwebhooks.com)."""

from __future__ import annotations

import base64
import binascii
from datetime import UTC, datetime

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from standardwebhooks import Webhook

PREFIX = "whsec_"
SHORTEST, LONGEST = 24, 64
"""Bytes, as the specification has them."""


def check_secret(secret: str) -> None:
    """Raises `ValidationError` when this is no secret by the specification. The message does not show it."""
    wrong = ValidationError(_("The secret must be whsec_ followed by 24 to 64 bytes in Base64."))
    if not secret.startswith(PREFIX):
        raise wrong
    try:
        key = base64.b64decode(secret.removeprefix(PREFIX), validate=True)
    except (binascii.Error, ValueError):
        raise wrong from None
    if not SHORTEST <= len(key) <= LONGEST:
        raise wrong


def signed_headers(secret: str, message_id: str, at: datetime, body: bytes) -> dict[str, str]:
    """The headers of a signed request. `body` is UTF-8."""
    return {
        "webhook-id": message_id,
        "webhook-timestamp": str(int(at.timestamp())),
        "webhook-signature": Webhook(secret).sign(message_id, at.astimezone(UTC), body.decode()),
    }
