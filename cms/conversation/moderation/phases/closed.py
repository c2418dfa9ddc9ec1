"""Refuses comments where none are taken."""

from __future__ import annotations

from cms.conversation.models import CommentStatus
from cms.conversation.moderation.context import Decision, Submission
from cms.errors import CommentsClosed, InvalidInput
from cms.newsroom.commenting import ThreadMode

TAKEN = (ThreadMode.OPEN, ThreadMode.PREMODERATED)


def closed(submission: Submission) -> Decision | None:
    """Raises `CommentsClosed`, and `InvalidInput` for a reply to what is no longer there."""
    if submission.mode == ThreadMode.OFF:
        raise CommentsClosed("There are no comments here.", field="thread")
    if submission.mode not in TAKEN:
        raise CommentsClosed("The conversation is closed: no new comments, and no edits.", field="thread")
    is_reply = submission.parent_status and not submission.is_edit
    if is_reply and submission.parent_status != CommentStatus.PUBLISHED:
        raise InvalidInput("The comment to reply to is no longer there.", field="parent")
    return None
