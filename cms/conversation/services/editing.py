"""Authors edit their own comments, for some minutes after they have posted them."""

from __future__ import annotations

from uuid import UUID

from cms.conversation import moderation
from cms.conversation.models import Comment, CommentStatus, Thread
from cms.conversation.moderation import Decision, Outcome, Submission
from cms.conversation.moderation.rules import rules_of
from cms.conversation.services import authors, decisions
from cms.conversation.services.changes import ThreadChange, changing
from cms.conversation.services.incoming import Visitor
from cms.conversation.services.submitting import Author, digest_of, find_thread, submission_of, with_mentions
from cms.conversation.text import Body, read_body


def edit_comment(uid: UUID, token: str, text: str) -> Comment:
    """Change one's own comment, for some minutes after it was posted. What it said before is kept for editors.

    Raises `NotFound`, `InvalidToken`, `EditTimeOver`, `Conflict`, `InvalidInput` and `CommentsClosed`.
    """
    own = authors.own_comment(uid, token)
    authors.check_editable(own)
    body = read_body(text)
    rules = rules_of(own.newsroom_id)
    thread = find_thread(thread=own.thread_id, item=None)
    decision = moderation.run(_submission(own, thread, body)) if rules.moderate_edits else None
    with changing(own.thread_id) as change:
        comment = change.take(uid)
        authors.check_editable(comment)
        if comment.source == text:
            return comment
        before = comment.status
        authors.write_edit(comment, at=change.now)
        comment.source, comment.body, comment.plain = text, with_mentions(body, thread), body.plain
        comment.digest, comment.edited_at = digest_of(body.plain), change.now
        if decision is not None and before == CommentStatus.PUBLISHED:
            _restrain(comment, decision, change)
    return comment


def _restrain(comment: Comment, decision: Decision, change: ThreadChange) -> None:
    """An edit may make a published comment wait, or have it refused; it never publishes one."""
    if decision.outcome is Outcome.PUBLISH:
        return
    before = comment.status
    comment.status = decision.outcome.status
    comment.reason, comment.message = decision.reason, decision.message
    decisions.note_decision(comment, decision, before=before, at=change.now)


def _submission(own: Comment, thread: Thread, body: Body) -> Submission:
    author = Author(
        name=own.author_name,
        email=own.email,
        url=own.url,
        organisation=own.organisation,
        title=own.title,
        relation=own.relation,
        issuer=own.issuer,
        subject=own.subject,
        confirmed=own.email_confirmed_at is not None,
    )
    visitor = Visitor(id=own.visitor, address_hash=own.address_hash)
    return submission_of(thread, author, body, own.kind, visitor, edited=own)
