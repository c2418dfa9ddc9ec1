"""Tokens of a site with a log-in of its own, signed with real keys."""

from __future__ import annotations

import time
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from jwt.algorithms import ECAlgorithm, OKPAlgorithm, RSAAlgorithm

from cms.conversation.identity.jwt import verify
from cms.errors import InvalidToken

ISSUER = "https://login.example.com"
SHARED = "a shared key that is long enough for every one of the algorithms"
RSA = rsa.generate_private_key(65537, 2048)
OTHER_RSA = rsa.generate_private_key(65537, 2048)
EC = ec.generate_private_key(ec.SECP256R1())
ED = ed25519.Ed25519PrivateKey.generate()


def public(key: Any, kid: str | None, **more: str) -> dict[str, Any]:
    """The public half of a key, as key sets hold it."""
    algorithm = {rsa.RSAPrivateKey: RSAAlgorithm, ec.EllipticCurvePrivateKey: ECAlgorithm}
    writer = next((found for kind, found in algorithm.items() if isinstance(key, kind)), OKPAlgorithm)
    written = writer.to_jwk(key.public_key(), as_dict=True)
    return {**written, **({"kid": kid} if kid else {}), **more}


def claims(**changes: Any) -> dict[str, Any]:
    now = int(time.time())
    given = {
        "iss": ISSUER,
        "sub": "user-7",
        "aud": "press",
        "iat": now,
        "exp": now + 300,
        "name": "Anna Ek",
    } | changes
    return {name: value for name, value in given.items() if value is not ...}


def signed(key: Any = RSA, algorithm: str = "RS256", kid: str | None = "one", **changes: Any) -> str:
    return jwt.encode(claims(**changes), key, algorithm, headers={"kid": kid} if kid else None)


def refusal(token: str) -> str:
    with pytest.raises(InvalidToken) as refused:
        verify(token)
    assert (refused.value.field, refused.value.code) == ("identity_token", "INVALID_TOKEN")
    return refused.value.message
