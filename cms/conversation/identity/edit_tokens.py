"""The token that a new comment's author gets, once: with it one edits for some minutes, withdraws, and exports.

It is made of the comment's id and of a random salt in its row, with a key of the site: a request that is repeated with
its `Idempotency-Key` is answered with the same token, although only its hash is stored. Who reads the database, without
the site's SECRET_KEY, can make none.

What does not live here: how long a comment may be edited (`cms/conversation/services/`).
"""

from __future__ import annotations

import base64
import hashlib
import secrets
from uuid import UUID

from django.utils.crypto import constant_time_compare

from cms.conversation.identity.keys import keyed_digest, keyed_digests

PURPOSE = "edit_token"
LONGEST = 100
"""Characters that are looked at; a token has 43."""


def new_salt() -> str:
    """A salt for a new comment: 32 hexadecimal characters."""
    return secrets.token_hex(16)


def issue(uid: UUID, salt: str) -> tuple[str, str]:
    """The token of a comment, and its hash, which is all that is stored. The same for the same comment and key."""
    token = _written(keyed_digest(PURPOSE, _value(uid, salt)))
    return token, hash_of(token)


def show_again(uid: UUID, salt: str, token_hash: str) -> str:
    """The token that was issued for a comment. Empty when its key is no longer in force: then nobody can tell it."""
    for digest in keyed_digests(PURPOSE, _value(uid, salt)):
        if matches(token := _written(digest), token_hash):
            return token
    return ""


def matches(token: str, token_hash: str) -> bool:
    """Whether `token` is the one with this hash. Takes as long for a wrong one."""
    if not token_hash or len(token) > LONGEST:
        return False
    return constant_time_compare(hash_of(token), token_hash)


def hash_of(token: str) -> str:
    """sha256 of a token, in hexadecimal."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def _value(uid: UUID, salt: str) -> str:
    return f"{uid.hex}:{salt}"


def _written(digest: bytes) -> str:
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
