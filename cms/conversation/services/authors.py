"""What authors do with their own comments: they hold the edit token that came with the answer to their post."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone

from cms.conf import newsroom as conf
from cms.conversation.desk.opening import settle_case
from cms.conversation.identity import edit_tokens
from cms.conversation.models import Comment, CommentEdit, CommentStatus
from cms.conversation.services import decisions
from cms.conversation.services.changes import changing
from cms.errors import Conflict, EditTimeOver, InvalidToken, NotFound
from cms.ledger.models import Item

STILL_THERE = (CommentStatus.PUBLISHED, CommentStatus.HELD, CommentStatus.REJECTED)


def own_comment(uid: UUID, token: str) -> Comment:
    """The comment of whoever has its edit token. Raises `NotFound` and `InvalidToken`.

    Whether a comment that is not public exists is told to nobody without its token.
    """
    comment = Comment.objects.select_related("thread__item").filter(pk=uid).first()
    if comment is not None and edit_tokens.matches(token, comment.token_hash):
        return comment
    if comment is None or comment.status != CommentStatus.PUBLISHED or _is_gone(comment):
        raise NotFound(f"No public comment has the id {uid}.", field="id")
    raise InvalidToken("This is not the edit token of the comment.", field="edit_token")


def editable_until(comment: Comment) -> Any:
    """Until when its author may edit a comment."""
    return comment.created_at + timedelta(minutes=conf.EDIT_MINUTES)


def check_editable(comment: Comment) -> None:
    """Raises `EditTimeOver` and `Conflict` where the author may not edit any more."""
    if comment.status not in (CommentStatus.PUBLISHED, CommentStatus.HELD):
        raise Conflict("This comment is no longer there, so that it cannot be edited.", field="id")
    if timezone.now() >= editable_until(comment):
        raise EditTimeOver(
            f"A comment may be edited for {conf.EDIT_MINUTES} minutes after it was posted. It can still be withdrawn.",
            field="edit_token",
        )


def write_edit(comment: Comment, *, at: Any, user: Any = None) -> None:
    """Keep what a comment says now, before it is changed."""
    CommentEdit.objects.create(
        comment=comment, at=at, user=user, source=comment.source, body=comment.body, plain=comment.plain
    )


def withdraw_comment(uid: UUID, token: str) -> Comment:
    """Take one's own comment back, at any time. Its replies stay. Doing it twice is no mistake."""
    own = own_comment(uid, token)
    if own.status not in STILL_THERE:  # nothing changes, so that nobody is told of a change
        return own
    with changing(own.thread_id) as change:
        comment = change.take(uid)
        if comment.status not in STILL_THERE:
            return comment
        before = comment.status
        comment.status = CommentStatus.WITHDRAWN
        decisions.note(comment, before=before, phase="author", at=change.now)
        settle_case(comment)
    return comment


def export_own(uid: UUID, token: str) -> dict[str, Any]:
    """One's own words, with everything that became of them."""
    comment = own_comment(uid, token)
    edits = comment.edits.order_by("at", "pk").values("at", "source")
    return {
        "id": str(comment.uid),
        "item": comment.thread.item.title,
        "status": comment.status,
        "message": comment.message,
        "kind": comment.kind,
        "author_name": comment.author_name,
        "email": comment.email,
        "url": comment.url,
        "organisation": comment.organisation,
        "title": comment.title,
        "relation": comment.relation,
        "text": comment.source,
        "body": comment.body,
        "created_at": comment.created_at,
        "edited_at": comment.edited_at,
        "earlier": [{"until": edit["at"], "text": edit["source"]} for edit in edits],
    }


def _is_gone(comment: Comment) -> bool:
    return comment.thread.item.state != Item.State.USABLE
