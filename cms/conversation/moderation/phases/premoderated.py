"""Holds everything in a thread in which an editor looks first."""

from __future__ import annotations

from cms.conversation.moderation.context import Decision, Submission, hold
from cms.newsroom.commenting import ThreadMode


def premoderated(submission: Submission) -> Decision | None:
    """No exceptions, for nobody: that is what the mode says."""
    if submission.place.mode == ThreadMode.PREMODERATED:
        return hold("premoderated", "An editor looks at every comment here first")
    return None
