"""The ticket with which the file of a contribution is sent: signed, short-lived, for one contribution, stored nowhere."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from django.core.signing import BadSignature, SignatureExpired, TimestampSigner

from cms.errors import InvalidToken

MAX_AGE = timedelta(hours=1)
LONGEST = 200
FIELD = "Upload-Token"


def make(uid: UUID) -> str:
    """A ticket for the file of a contribution, good for an hour."""
    return _signer().sign(uid.hex)


def check(uid: UUID, ticket: str) -> None:
    """Raises `InvalidToken` when it is none of ours, of another contribution, or older than an hour."""
    try:
        signed = _signer().unsign(ticket[:LONGEST], max_age=MAX_AGE)
    except SignatureExpired:
        raise InvalidToken(
            "The upload token is older than an hour. Ask for a new one.", field=FIELD
        ) from None
    except (BadSignature, ValueError):
        signed = ""
    if signed != uid.hex:
        raise InvalidToken("This is not the upload token of the contribution.", field=FIELD)


def expires_at(now: datetime) -> datetime:
    """Until when a ticket works that is made now."""
    return now + MAX_AGE


def _signer() -> TimestampSigner:
    return TimestampSigner(salt="newsroom.contribution", sep=".")
