"""Secrets of endpoints and the signatures made with them, by Standard Webhooks (https://www.standardwebhooks.com).

Secrets are kept encrypted with keys that are derived from SECRET_KEY, so that a copy of the database alone signs
nothing. SECRET_KEY_FALLBACKS open what was sealed before the key was changed.
"""

from __future__ import annotations

import base64
import hashlib
import secrets
from collections.abc import Sequence
from datetime import UTC, datetime

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from standardwebhooks import Webhook

from cms.conversation.signing import PREFIX

SECRET_BYTES = 32
_PURPOSE = b"newsroom.syndication.endpoint-secret:"


def new_secret() -> str:
    """A secret of 256 random bits, as receivers enter it."""
    return PREFIX + base64.b64encode(secrets.token_bytes(SECRET_BYTES)).decode()


def seal(secret: str) -> str:
    """The secret, encrypted."""
    return _box().encrypt(secret.encode()).decode()


def unseal(sealed: str) -> str | None:
    """The secret again; None when none of the keys that there are opens it."""
    try:
        return _box().decrypt(sealed.encode()).decode()
    except InvalidToken:
        return None


def signed_headers(keys: Sequence[str], message_id: str, at: datetime, body: bytes) -> dict[str, str]:
    """The headers of a signed message, with a signature of each secret. `body` is UTF-8."""
    signatures = [Webhook(key).sign(message_id, at.astimezone(UTC), body.decode()) for key in keys]
    return {
        "webhook-id": message_id,
        "webhook-timestamp": str(int(at.timestamp())),
        "webhook-signature": " ".join(signatures),
    }


def _box() -> MultiFernet:
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return MultiFernet([Fernet(_derived(key)) for key in keys])


def _derived(key: str | bytes) -> bytes:
    material = key.encode() if isinstance(key, str) else key
    return base64.urlsafe_b64encode(hashlib.sha256(_PURPOSE + material).digest())
