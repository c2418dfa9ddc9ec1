"""Refuses comments where none are taken."""

from __future__ import annotations

from cms.conversation.moderation.context import Decision, Submission
from cms.errors import CommentsClosed
from cms.newsroom.commenting import ThreadMode

TAKEN = (ThreadMode.OPEN, ThreadMode.PREMODERATED)


def closed(submission: Submission) -> Decision | None:
    """Raises `CommentsClosed`. What a reply answers is looked at under the thread's lock (`services/posting.py`)."""
    if submission.place.mode == ThreadMode.OFF:
        raise CommentsClosed("There are no comments here.", field="thread")
    if submission.place.mode not in TAKEN:
        raise CommentsClosed("The conversation is closed: no new comments, and no edits.", field="thread")
    return None
