"""What the worker does for the conversation at its looks for what is due: nothing here is slow when nothing is due."""

from __future__ import annotations

from cms.conversation.classifiers import retrain_if_due
from cms.conversation.contributions.files import forget as forget_files
from cms.conversation.desk.escalation import escalate_overdue
from cms.conversation.identity.altcha import forget_used
from cms.conversation.identity.mailboxes import forget_counts
from cms.conversation.identity.tasks import forget_sent
from cms.conversation.identity.visitors import forget_addresses
from cms.conversation.services.repeats import forget_old
from cms.conversation.services.threads import add_missing, settle_due
from cms.ledger.clock import Work, listen

MINUTE = 60
HOUR = 3600

WORKS = (
    Work(settle_due),
    Work(add_missing, seconds=MINUTE),
    Work(escalate_overdue, seconds=MINUTE),
    Work(retrain_if_due, seconds=MINUTE),
    Work(forget_files, seconds=MINUTE),
    Work(forget_old, seconds=HOUR),
    Work(forget_addresses, seconds=HOUR),
    Work(forget_used, seconds=HOUR),
    Work(forget_counts, seconds=HOUR),
    Work(forget_sent, seconds=HOUR),
)


def connect() -> None:
    """Listen to the worker."""
    listen(WORKS)
