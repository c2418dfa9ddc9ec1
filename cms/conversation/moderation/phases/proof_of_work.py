"""Asks for a proof of work (ALTCHA), where the newsroom wants one."""

from __future__ import annotations

from cms.conversation.identity import altcha
from cms.conversation.moderation.context import Decision, Submission


def proof_of_work(submission: Submission) -> Decision | None:
    """Raises `InvalidInput` without a good proof. Whom a site vouches for, and who edits, has shown enough."""
    if submission.rules.proof_of_work and not submission.author.verified and not submission.is_edit:
        altcha.check(submission.proof_of_work)
    return None
