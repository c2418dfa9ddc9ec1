"""Whom we may write to: counting the mails that visitors can set off, and keeping to the wish for no more.

Anybody can type anybody's address into a form. So an address that was not confirmed gets at most MAILS_PER_ADDRESS mails
an hour, over all newsrooms and for whatever reason, and each of them offers never to write again.
"""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from cms.conf import newsroom as conf
from cms.conversation.identity.keys import keyed_hash, keyed_hashes
from cms.conversation.identity.visitors import folded
from cms.conversation.models import MailOptOut, UnprovenMailbox

PURPOSE = "mailbox"
HOUR = 3600
DAY = 24 * HOUR
DAY_TO_HOUR = 4
"""How many times the limit of an hour holds for a day."""
IGNORE_DOTS = ("gmail.com", "googlemail.com")
EVERYTHING = MailOptOut.EVERYTHING


def mailbox(email: str) -> str:
    """The mailbox behind an address: `Anna+press@example.com` is delivered to `anna@example.com` (RFC 5233).

    It serves for counting alone, and is never written to: where `+` means nothing, two people share a count.
    """
    local, _, domain = folded(email).rpartition("@")
    local = local.partition("+")[0] or local
    return f"{local.replace('.', '') if domain in IGNORE_DOTS else local}@{domain}"


def hash_of(email: str) -> str:
    """What is stored of a mailbox."""
    return keyed_hash(PURPOSE, mailbox(email))


def is_of(address: str, email: str) -> bool:
    """Whether a stored hash is that of an e-mail address."""
    return address in keyed_hashes(PURPOSE, mailbox(email))


def take_place(email: str) -> bool:
    """Count a mail that nobody at the address has asked for. False when there were enough: then it is not sent."""
    now = timezone.now().timestamp()
    limit: int = conf.MAILS_PER_ADDRESS
    with transaction.atomic():
        box, _ = UnprovenMailbox.objects.select_for_update().get_or_create(
            address=hash_of(email), defaults={"last_at": timezone.now()}
        )
        times = [at for at in box.times if at > now - DAY]
        if len(times) >= limit * DAY_TO_HOUR or sum(at > now - HOUR for at in times) >= limit:
            return False
        box.times, box.last_at = [*times, now], timezone.now()
        box.save()
    return True


def is_closed(email: str) -> bool:
    """Whether whoever has the address wants no mail of this site at all."""
    return _opted_out(email, [EVERYTHING])


def wants_notices(email: str, newsroom: UUID) -> bool:
    """Whether whoever has the address wants to be told what becomes of comments in a newsroom."""
    return not _opted_out(email, [EVERYTHING, str(newsroom)])


def opt_out(address: str, scope: str) -> None:
    """Write no more to a mailbox, given by its hash. Doing it twice is no mistake."""
    MailOptOut.objects.get_or_create(address=address, scope=scope, defaults={"at": timezone.now()})


def opt_in(address: str, scope: str) -> None:
    """Take an opt-out back."""
    MailOptOut.objects.filter(address=address, scope=scope).delete()


def has_opted_out(address: str, scope: str) -> bool:
    """Whether a mailbox, given by its hash, is written to no more."""
    return MailOptOut.objects.filter(address=address, scope=scope).exists()


def forget_counts() -> int:
    """Remove the counts of mailboxes that got nothing for a day. Returns how many there were."""
    return UnprovenMailbox.objects.filter(last_at__lt=timezone.now() - timedelta(seconds=DAY)).delete()[0]


def _opted_out(email: str, scopes: list[str]) -> bool:
    return MailOptOut.objects.filter(
        address__in=keyed_hashes(PURPOSE, mailbox(email)), scope__in=scopes
    ).exists()
