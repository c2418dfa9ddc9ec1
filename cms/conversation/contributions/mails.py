"""Telling contributors by e-mail what became of their files. Each call is safe inside a transaction and out of one."""

from __future__ import annotations

from cms.conversation.identity import tasks
from cms.conversation.identity.letters import Kind
from cms.conversation.models import Contribution, ContributionStatus, EmailPolicy
from cms.conversation.moderation.rules import rules_of
from cms.ledger.tasks import enqueue_with_transaction


def ask_for_confirmation(contribution: Contribution) -> None:
    """Ask the mailbox whether it sent the file, where the newsroom wants to know. Of a comment's files, the comment is asked for."""
    policy = rules_of(contribution.newsroom_id).email_policy
    is_known = contribution.email_confirmed_at is not None or contribution.comment_id is not None
    if contribution.email and not is_known and policy != EmailPolicy.OFF:
        _send(Kind.FILE_CONFIRM, contribution)


def tell(contribution: Contribution) -> None:
    """An editor has decided."""
    if contribution.status == ContributionStatus.PUBLISHED:
        _send(Kind.FILE_PUBLISHED, contribution)
    elif contribution.status == ContributionStatus.REJECTED:
        _send(Kind.FILE_REJECTED, contribution)


def _send(kind: Kind, contribution: Contribution) -> None:
    enqueue_with_transaction(tasks.deliver, kind.value, str(contribution.uid))
