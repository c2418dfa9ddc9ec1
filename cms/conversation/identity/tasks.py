"""Sending mails to visitors, in the background. A task knows the kind of a mail and the id of what it is about.

Nothing private is in its arguments, in what it raises, or in the log: the words of a mail server often hold the address.
A task may be run again from its start: what was sent is not sent again.
"""

from __future__ import annotations

import logging
from datetime import timedelta
from smtplib import SMTPException

from django.db import IntegrityError, transaction
from django.utils import timezone
from django_tasks import task

from cms.conversation.identity import letters, mailboxes, writers
from cms.conversation.models import SentMail
from cms.ledger.tasks import is_queued

PAUSES = [timedelta(minutes=1), timedelta(minutes=10), timedelta(hours=1), timedelta(hours=6)]
"""How long to wait after each time that the mail server did not take a mail."""
KEEP = timedelta(days=400)
"""How long it is remembered that a mail was sent."""

logger = logging.getLogger(__name__)


@task()
def deliver(kind: str, about: str, attempt: int = 0) -> None:
    """Write and send one mail, if there still is something to tell and the mailbox may be written to."""
    letter = writers.write(letters.Kind(kind), about)
    if letter is None or SentMail.objects.filter(kind=kind, about=letter.about).exists():
        return
    if mailboxes.is_closed(letter.to):
        return
    if letter.kind in letters.UNASKED and attempt == 0 and not mailboxes.take_place(letter.to):
        logger.warning("A mail of kind %s about %s is not sent: its mailbox got enough", kind, about)
        return
    try:
        letters.post(letter)
    except (SMTPException, OSError) as error:
        _try_later(kind, about, attempt, type(error).__name__)
        return
    try:
        with transaction.atomic():
            SentMail.objects.create(kind=kind, about=letter.about, at=timezone.now())
    except IntegrityError:
        logger.warning("A mail of kind %s about %s was sent by two at once", kind, about)


def forget_sent() -> int:
    """Remove what is remembered of mails of long ago. Returns how many there were."""
    return SentMail.objects.filter(at__lt=timezone.now() - KEEP).delete()[0]


def _try_later(kind: str, about: str, attempt: int, reason: str) -> None:
    if attempt >= len(PAUSES) or not is_queued(deliver):
        logger.error("A mail of kind %s about %s could not be sent: %s", kind, about, reason)
        return
    logger.warning("A mail of kind %s about %s is sent later: %s", kind, about, reason)
    deliver.using(run_after=timezone.now() + PAUSES[attempt]).enqueue(kind, about, attempt + 1)
