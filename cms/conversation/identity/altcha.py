"""Proof of work (ALTCHA, version 2): a visitor's device computes for a moment before a comment is taken.

It costs a person nothing and a flood a lot. The work is to find the number that makes a key which begins with a given
byte: 256 tries on average, of ALTCHA_COST iterations each (PBKDF2 with SHA-256). Checking it costs us one try, making
a challenge none. https://altcha.org/docs/v2/

What does not live here: whether a newsroom asks for it (`ModerationRules`).
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from altcha import Payload, create_challenge, verify_solution
from django.db import IntegrityError, transaction
from django.utils import timezone

from cms.conf import newsroom as conf
from cms.conversation.identity.keys import keyed_digest, keyed_digests
from cms.conversation.models import UsedChallenge
from cms.errors import InvalidInput

PURPOSE = "altcha"
ALGORITHM = "PBKDF2/SHA-256"
KEY_PREFIX = "00"
VALID = timedelta(minutes=20)
LONGEST = 4096
FIELD = "proof_of_work"


def challenge() -> dict[str, Any]:
    """A new challenge, as ALTCHA's widget takes it: `{parameters: {algorithm, cost, nonce, …}, signature}`."""
    made = create_challenge(
        ALGORITHM,
        conf.ALTCHA_COST,
        key_prefix=KEY_PREFIX,
        expires_at=timezone.now() + VALID,
        hmac_secret=keyed_digest(PURPOSE, ""),
    )
    return made.to_dict()


def check(payload: str) -> None:
    """Take a proof of work: base64 of the JSON `{challenge, solution}`. It is used up, whatever comes of the rest.

    Raises `InvalidInput` when it is missing, malformed, not ours, too easy, expired, wrong, or used before.
    """
    if not payload:
        raise _refusal("A proof of work is missing. Ask for a challenge, solve it, and send both.")
    try:
        proof = Payload.from_base64(payload) if len(payload) <= LONGEST else None
    except (ValueError, KeyError, TypeError, RecursionError):
        proof = None
    if proof is None:
        raise _refusal(
            "The proof of work is malformed: base64 of a JSON object with challenge and solution is wanted."
        )
    _check_work(proof)
    _use_up(proof)


def forget_used() -> int:
    """Remove what is remembered of challenges that have expired. Returns how many there were."""
    return UsedChallenge.objects.filter(expires_at__lt=timezone.now()).delete()[0]


def _check_work(proof: Payload) -> None:
    results = [verify_solution(proof, secret) for secret in keyed_digests(PURPOSE, "")]
    if any(result.expired for result in results):
        raise _refusal("The proof of work has expired. Ask for a new challenge.")
    if not any(result.invalid_signature is False for result in results):
        raise _refusal("The proof of work is not for a challenge of this site.")
    if not any(result.verified for result in results):
        raise _refusal("The proof of work is wrong.")
    parameters = proof.challenge.parameters
    asked = (parameters.algorithm, parameters.key_prefix, parameters.cost >= conf.ALTCHA_COST)
    if asked != (ALGORITHM, KEY_PREFIX, True):
        raise _refusal(
            "The proof of work is for an easier challenge than is asked for now. Ask for a new one."
        )


def _use_up(proof: Payload) -> None:
    """Remember a proof that was checked. The database decides which of two simultaneous ones came first."""
    expires_at = datetime.fromtimestamp(int(proof.challenge.parameters.expires_at or 0), UTC)
    try:
        with transaction.atomic():
            UsedChallenge.objects.create(
                signature=str(proof.challenge.signature), expires_at=expires_at + timedelta(minutes=1)
            )
    except IntegrityError:
        raise _refusal("The proof of work was used before. Ask for a new challenge.") from None


def _refusal(message: str) -> InvalidInput:
    return InvalidInput(message, field=FIELD)
