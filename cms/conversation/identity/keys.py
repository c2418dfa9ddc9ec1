"""Keyed hashes (HMAC-SHA-256, RFC 2104): what lets us recognise an address or a token without keeping it.

The keys come from SECRET_KEY, each purpose has its own. Those of SECRET_KEY_FALLBACKS are still recognised, so that
the key can be changed; what was made under a key that is in neither is not recognised any more.
"""

from __future__ import annotations

from django.conf import settings
from django.utils.crypto import salted_hmac


def keyed_digest(purpose: str, value: str, key: str | bytes | None = None) -> bytes:
    """32 bytes that only who has the key can make of `value`."""
    return salted_hmac(f"newsroom.{purpose}", value, secret=key, algorithm="sha256").digest()


def keyed_digests(purpose: str, value: str) -> list[bytes]:
    """The digests of `value` under every key that is in force, the current one first."""
    return [keyed_digest(purpose, value, key) for key in _keys()]


def keyed_hash(purpose: str, value: str) -> str:
    """The digest as 64 hexadecimal characters: fit for a column, and to be looked up."""
    return keyed_digest(purpose, value).hex()


def keyed_hashes(purpose: str, value: str) -> list[str]:
    """What a column may hold for `value`: a hash for each key that is in force, the current one first."""
    return [digest.hex() for digest in keyed_digests(purpose, value)]


def _keys() -> list[str | bytes]:
    return [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
