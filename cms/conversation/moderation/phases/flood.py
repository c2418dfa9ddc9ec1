"""Refuses who posts too fast, and holds what comes to a thread too fast. Checked again under the thread's lock."""

from __future__ import annotations

from cms.conversation.moderation.context import Decision, Submission
from cms.conversation.moderation.flood import judge


def flood(submission: Submission) -> Decision | None:
    """Raises `RateLimited`. An edit adds no comment: only the limit on requests holds for it."""
    if submission.is_edit:
        return None
    return judge(submission.history.recent(), slow=submission.place.slow_seconds, now=submission.now)
