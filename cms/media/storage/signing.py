"""Addresses of files in a local vault: signed, and good for about an hour, like presigned ones of S3."""

from __future__ import annotations

import time

from django.core.signing import BadSignature, TimestampSigner, b62_encode

MAX_AGE = 3600
"""Seconds for which an address works at least."""
STEP = 600
"""Seconds in which a file keeps its address, so that browsers can cache it."""


class _StepSigner(TimestampSigner):
    """Signs with the time at which the present step began."""

    def __init__(self) -> None:
        super().__init__(sep="~", salt="newsroom.vault")

    def timestamp(self) -> str:
        return b62_encode(int(time.time()) // STEP * STEP)


def signature_of(name: str) -> str:
    """The signature that opens the file of this name, now."""
    return _StepSigner().sign(name).removeprefix(f"{name}~")


def opens(signature: str, name: str) -> bool:
    """Whether this is a signature for the file, and no older than it may be."""
    try:
        return _StepSigner().unsign(f"{name}~{signature}", max_age=MAX_AGE + STEP) == name
    except BadSignature:
        return False
