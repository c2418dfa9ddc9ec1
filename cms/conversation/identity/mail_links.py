"""The links in mails to visitors: signed, each for one purpose, made when the mail is written and stored nowhere.

A link proves that whoever follows it can read the mailbox that it was sent to; the one to one's own comment, which is
in no mail, that one has just sent the comment or has its edit token. In it are the id of what it is about and
the keyed hash of the mailbox, so that it is of no use once the address is erased.
"""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from uuid import UUID

from django.core.signing import BadSignature, SignatureExpired, TimestampSigner
from django.urls import reverse

from cms.conf import newsroom as conf
from cms.conversation.identity import mailboxes
from cms.errors import InvalidToken

LONGEST = 300
"""Characters of a token that are looked at; one has about 150."""
ID_BYTES = 16


class Purpose(StrEnum):
    """What a link is for; its value is its place below `/conversation/`."""

    CONFIRM = "confirm"
    APPEAL = "appeal"
    CONTRIBUTION = "contribution"
    """To confirm a file that one sent, to see what became of it, and to object."""
    NOTICES = "notices"
    """To get no more notices of a newsroom."""
    MAIL = "mail"
    """To get no more mail at all."""
    OWN = "own"
    """To one's own comment."""


MAX_AGE = {
    Purpose.CONFIRM: timedelta(days=7),
    Purpose.APPEAL: timedelta(days=184),
    Purpose.CONTRIBUTION: timedelta(days=184),
    Purpose.OWN: timedelta(hours=1),
}
"""An objection is possible for six months at least (Digital Services Act, article 20). The others do not expire."""


@dataclass(frozen=True, slots=True)
class Link:
    """What stands in a link: the id of a comment or contribution (for opt-outs, of a newsroom), and the hash of a mailbox."""

    about: UUID
    address: str

    def is_for(self, email: str) -> bool:
        """Whether it was sent to the mailbox of this address."""
        return bool(email) and mailboxes.is_of(self.address, email)


class LinkExpired(InvalidToken):
    """A link that was good once."""


def make(purpose: Purpose, about: UUID, email: str) -> str:
    """The token of a link that is sent to `email`."""
    content = about.bytes + bytes.fromhex(mailboxes.hash_of(email))
    return _signer(purpose).sign(base64.urlsafe_b64encode(content).rstrip(b"=").decode())


def address_of(purpose: Purpose, about: UUID, email: str) -> str:
    """The link itself."""
    return f"{conf.BASE_URL}{reverse(f'newsroom_visitor_{purpose}', args=[make(purpose, about, email)])}"


def read(purpose: Purpose, token: str) -> Link:
    """What stands in a token. Raises `InvalidToken`, and `LinkExpired` for one that was good once."""
    try:
        content = _signer(purpose).unsign(token[:LONGEST], max_age=MAX_AGE.get(purpose))
        raw = base64.urlsafe_b64decode(content + "=" * (-len(content) % 4))
    except SignatureExpired:
        raise LinkExpired("The link has expired.", field="token") from None
    except (BadSignature, binascii.Error, ValueError):
        raise InvalidToken("The link is incomplete, or was changed.", field="token") from None
    return Link(about=UUID(bytes=raw[:ID_BYTES]), address=raw[ID_BYTES:].hex())


def _signer(purpose: Purpose) -> TimestampSigner:
    return TimestampSigner(salt=f"newsroom.mail.{purpose}", sep=".")
