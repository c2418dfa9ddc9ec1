"""What visitors are told of what they have sent: for themselves alone."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.utils import timezone

from cms.access import PUBLIC
from cms.conf import newsroom as conf
from cms.conversation.contents import written
from cms.conversation.models import Comment, CommentStatus
from cms.conversation.selectors import comments_by_id
from cms.conversation.services.authors import editable_until
from cms.conversation.services.posting import Posted

Content = dict[str, Any]

EDITABLE = (CommentStatus.PUBLISHED, CommentStatus.HELD)


def comment_address(uid: UUID) -> str:
    """The address of a comment in this API."""
    return f"{conf.BASE_URL}/api/v1/comments/{uid}"


def comment_receipt(comment: Comment, content: Content | None = None) -> Content:
    """What became of one's own comment, as `talk.CommentReceipt`; its public form is read where it is not known."""
    if content is None and comment.published_at is not None:
        content = comments_by_id(PUBLIC, [comment.uid]).get(comment.uid)
    until = editable_until(comment)
    is_editable = comment.status in EDITABLE and timezone.now() < until
    return {
        "id": str(comment.uid),
        "status": comment.status,
        "message": comment.message,
        "editable_until": written(until) if is_editable else None,
        "comment": content,
    }


def post_receipt(posted: Posted, visitor_token: str) -> Content:
    """What became of a post, as `talk.PostReceipt`."""
    tokens = {"edit_token": posted.edit_token or None, "visitor_token": visitor_token}
    return comment_receipt(posted.comment, posted.content) | {"message": posted.message} | tokens
