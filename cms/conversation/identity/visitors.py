"""Recognising a visitor without an account and without a cookie, and knowing as little of them as that takes.

- A **visitor token** is a random id that we signed. A frontend asks for one, keeps it where it likes (it is the
  visitor's to throw away) and sends it along: one reaction each, slow mode, and addresses that were confirmed before.
- Of a **network address** we keep a keyed hash alone, and no longer than ADDRESS_DAYS days (`forget_addresses`). The key
  does not change from day to day: a flood over midnight is still one flood. It is the removal that makes us forget.
- An **e-mail address** is looked up by its keyed hash.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from ipaddress import IPv6Address, ip_address
from typing import Any
from uuid import uuid4

from django.core.signing import BadSignature, SignatureExpired, TimestampSigner
from django.utils import timezone

from cms.conf import newsroom as conf
from cms.conversation.identity.keys import keyed_hash, keyed_hashes
from cms.conversation.models import Comment, Contribution
from cms.errors import InvalidToken

MAX_AGE = timedelta(days=365)
LONGEST = 200
"""Characters of a token that are looked at; one has about 85."""
FIELD = "visitor_token"
ID = re.compile(r"[0-9a-f]{32}")
FORGOTTEN_AT_ONCE = 1000


def new_token() -> str:
    """A token for a visitor who has none: good for a year, with a random id in it."""
    return token_of(uuid4().hex)


def token_of(visitor: str) -> str:
    """A token for the visitor with this id, good for a year from now."""
    return _signer().sign(visitor)


def read_token(token: str) -> str:
    """The id in a visitor's token: 32 hexadecimal characters.

    Raises `InvalidToken` when the token is not one of ours, was changed, or is older than a year.
    """
    try:
        visitor = _signer().unsign(token[:LONGEST], max_age=MAX_AGE)
    except SignatureExpired:
        raise InvalidToken(
            "The visitor token is older than a year. Ask for a new one.", field=FIELD
        ) from None
    except (BadSignature, ValueError):
        visitor = ""
    if not ID.fullmatch(visitor):
        raise InvalidToken("This is no visitor token of this site. Ask for a new one.", field=FIELD)
    return visitor


def address_hash(address: str) -> str:
    """What is kept of a network address: 64 hexadecimal characters. Of an IPv6 address its /64 counts; empty for none.

    `address` may be one that was cut to its /64 already (`2001:0db8:0000:0001`).
    """
    return keyed_hash("address", _network(address)) if address else ""


def email_hash(email: str) -> str:
    """What finds all that was written with an e-mail address, in whatever case it was typed; empty for none."""
    return keyed_hash("email", folded(email)) if email else ""


def email_hashes(email: str) -> list[str]:
    """Every hash under which rows of this e-mail address may be stored: one for each key that is in force."""
    return keyed_hashes("email", folded(email)) if email else []


def folded(email: str) -> str:
    """An e-mail address as it is compared."""
    return email.strip().lower()


def forget_addresses() -> int:
    """Remove the hashes of network addresses that are older than ADDRESS_DAYS days. Returns how many there were."""
    oldest = timezone.now() - timedelta(days=conf.ADDRESS_DAYS)
    return sum(_forget(model.objects, oldest) for model in (Comment, Contribution))


def _forget(rows: Any, oldest: datetime) -> int:
    stale = rows.exclude(address_hash="").filter(created_at__lt=oldest)
    chosen = list(stale.values_list("pk", flat=True)[:FORGOTTEN_AT_ONCE])
    emptied: int = rows.filter(pk__in=chosen).update(address_hash="")
    return emptied


def _signer() -> TimestampSigner:
    return TimestampSigner(salt="newsroom.visitor", sep=".")


def _network(address: str) -> str:
    try:
        parsed = ip_address(address)
    except ValueError:
        return address
    if isinstance(parsed, IPv6Address):
        return str(parsed.ipv4_mapped) if parsed.ipv4_mapped is not None else parsed.exploded[:19]
    return str(parsed)
