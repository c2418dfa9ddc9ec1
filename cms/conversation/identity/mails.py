"""Telling visitors by e-mail what became of what they wrote. Each call is safe inside a transaction and out of one.

Only an address that was confirmed is told; who reports something gets a receipt and the decision without, because that
is owed (Digital Services Act, article 16), and counted as any mail that nobody has asked for.
"""

from __future__ import annotations

from uuid import UUID

from cms.conversation.identity import tasks
from cms.conversation.identity.letters import Kind
from cms.conversation.models import Report
from cms.ledger.tasks import enqueue_with_transaction


def tell_answered(comment_uid: UUID) -> None:
    """The organisation has answered this comment, for the first time."""
    _send(Kind.ANSWERED, comment_uid)


def tell_published(comment_uid: UUID) -> None:
    """A comment that had to wait is public."""
    _send(Kind.PUBLISHED, comment_uid)


def tell_rejected(comment_uid: UUID) -> None:
    """A comment was rejected: the statement of reasons (Digital Services Act, article 17)."""
    _send(Kind.REJECTED, comment_uid)


def tell_reporter(report_uid: UUID) -> None:
    """A receipt for a report; once it is decided, the decision."""
    decided = Report.objects.filter(pk=report_uid).exclude(outcome="").exists()
    _send(Kind.REPORT_DECISION if decided else Kind.REPORT_RECEIPT, report_uid)


def tell_appeal(appeal_id: int) -> None:
    """An objection was decided (Digital Services Act, article 20)."""
    _send(Kind.APPEAL_DECISION, appeal_id)


def _send(kind: Kind, about: UUID | int) -> None:
    enqueue_with_transaction(tasks.deliver, kind.value, str(about))
