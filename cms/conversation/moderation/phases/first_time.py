"""Holds the comments of people of whom none has been published yet."""

from __future__ import annotations

from cms.conversation.moderation.context import Decision, Submission, hold


def first_time(submission: Submission) -> Decision | None:
    """By rule, and by newsroom: an editor gets to know people one by one."""
    if submission.rules.hold_first_time and not submission.history.record().published:
        return hold("first_time", "None of this person's comments has been published here yet")
    return None
