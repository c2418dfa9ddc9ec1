"""Rejects what fills in a field that people do not see."""

from __future__ import annotations

from cms.conversation.models import ReasonCode
from cms.conversation.moderation.context import Decision, Submission, reject


def honeypot(submission: Submission) -> Decision | None:
    """Rejects as spam, and says so: a person whose browser filled the field in has to know, and may appeal."""
    if not submission.honeypot:
        return None
    return reject(
        "honeypot",
        ReasonCode.SPAM,
        "This looks like spam: a field that must stay empty was filled in. Leave it empty and post again.",
        "The honeypot was filled in",
    )
