"""Posting a comment: what moderation says of it, and the short transaction that makes it so.

Everything slow happens before the lock of the thread's row is taken: cleaning, moderation, calls to other services.
What two requests could do at once is looked at again under the lock.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from uuid import UUID

from django.db import IntegrityError
from django.utils import timezone

from cms.conversation import moderation
from cms.conversation.contents import Content, Place, content_of_new
from cms.conversation.desk.opening import open_case
from cms.conversation.identity import edit_tokens, visitors
from cms.conversation.identity.confirmation import send_confirmation
from cms.conversation.models import Comment, CommentKind, CommentStatus, EmailPolicy, ModerationRules, Thread
from cms.conversation.moderation import Decision, Outcome, flood
from cms.conversation.moderation.phases.closed import TAKEN
from cms.conversation.moderation.rules import rules_of
from cms.conversation.services import decisions, repeats
from cms.conversation.services.changes import changing
from cms.conversation.services.incoming import NewComment, Visitor
from cms.conversation.services.submitting import (
    Author,
    digest_of,
    find_thread,
    read_author,
    read_choice,
    submission_of,
    with_mentions,
)
from cms.conversation.text import Body, read_body
from cms.errors import InvalidInput, NotFound

CONFIRMATION = "confirmation"
"""What a comment waits for when only its author's e-mail address is not confirmed."""


@dataclass(frozen=True, slots=True)
class Posted:
    """What became of a post. The edit token is shown to its author alone, and never again."""

    comment: Comment
    edit_token: str = field(repr=False)
    message: str
    """For the author: why it waits or was refused; empty when it is public."""
    replayed: bool = False
    """Whether the same had been posted before, and this is what became of it then."""
    content: Content | None = None
    """Its public JSON, where it was published just now."""


def post_comment(new: NewComment, visitor: Visitor, *, key: str = "") -> Posted:
    """Post a comment; the same request, or the same text within a minute, is the same comment.

    Raises `InvalidInput` naming the field, `NotFound` for thread, item and parent, `CommentsClosed`, `RateLimited`,
    `InvalidToken` (a site's log-in), `IdempotencyKeyReused`.
    """
    request = repeats.Request.of("post", key, new.fingerprint())
    if made := request.made_before():
        return _again(Comment.objects.get(pk=made))
    thread = find_thread(thread=new.thread, item=new.item)
    body, author = read_body(new.body), read_author(new, visitor, thread)
    comment = _comment(new, visitor, thread, author, body)
    if same := repeats.same_comment(comment, timezone.now()):
        return _repeated(same, visitor)
    rules = rules_of(thread.newsroom_id)
    if new.parent is not None and rules.proof_of_work and thread.mode in TAKEN:
        _depth_below(new.parent, thread)  # what is refused for its parent uses up no proof of work
    decision = moderation.run(submission_of(thread, author, body, comment.kind, visitor, new=new))
    decision = wait_for_confirmation(decision, rules, author)
    try:
        return _write(comment, decision, visitor, request, rules)
    except IntegrityError:
        if made := request.made_before():
            return _again(Comment.objects.get(pk=made))
        raise


def wait_for_confirmation(decision: Decision, rules: ModerationRules, author: Author) -> Decision:
    """What would be published waits for its author's e-mail address, where the newsroom requires that."""
    needed = rules.email_policy == EmailPolicy.REQUIRED and not author.confirmed
    if decision.outcome is not Outcome.PUBLISH or not needed:
        return decision
    message = "Follow the link in the e-mail that we have sent you: then your comment is published."
    return replace(decision, outcome=Outcome.HOLD, phase=CONFIRMATION, message=message)


def _comment(new: NewComment, visitor: Visitor, thread: Thread, author: Author, body: Body) -> Comment:
    """The comment, not stored yet."""
    return Comment(
        thread=thread,
        newsroom=thread.newsroom,
        parent_id=new.parent,
        language=thread.item.locale,
        kind=read_choice(new.kind or CommentKind.OTHER, CommentKind.values, "kind"),
        source=new.body,
        body=with_mentions(body, thread),
        plain=body.plain,
        digest=digest_of(body.plain),
        author_name=author.name,
        organisation=author.organisation,
        title=author.title,
        url=author.url,
        relation=author.relation,
        email=author.email,
        email_hash=visitors.email_hash(author.email),
        email_confirmed_at=timezone.now() if author.confirmed else None,
        issuer=author.issuer,
        subject=author.subject,
        visitor=visitor.id,
        address_hash=visitor.address_hash,
        token_salt=edit_tokens.new_salt(),
    )


def _write(
    comment: Comment, decision: Decision, visitor: Visitor, request: repeats.Request, rules: ModerationRules
) -> Posted:
    """The transaction that stores a comment, under the lock of its thread's row."""
    token, comment.token_hash = edit_tokens.issue(comment.uid, comment.token_salt)
    with changing(comment.thread_id) as change:
        if same := repeats.same_comment(comment, change.now):
            return _repeated(same, visitor)
        restraint = flood.check(change.thread, visitor, change.now, email_hash=comment.email_hash)
        if restraint is not None and decision.outcome is Outcome.PUBLISH:
            decision = replace(restraint, parts=decision.parts)
        request.remember(comment.uid)
        if comment.parent_id is not None:
            comment.depth = _depth_below(comment.parent_id, change.thread)
        comment.created_at = change.now
        comment.status, comment.reason, comment.message = (
            decision.outcome.status,
            decision.reason,
            decision.message,
        )
        change.add(comment)
        if comment.is_published:
            change.publish(comment)
        # The comment itself is written last, at the end of the change: its number is taken from a counter that all wait for.
        decisions.note_decision(comment, decision, before="", at=change.now)
        open_case(comment)
        if rules.email_policy != EmailPolicy.OFF:
            send_confirmation(comment)
    if not comment.is_published:
        return Posted(comment, token, comment.message)
    place = Place(comment.thread.item_id, getattr(comment.thread, "item_url", "") or "")
    return Posted(comment, token, comment.message, content=content_of_new(comment, place))


def _depth_below(parent: UUID, thread: Thread) -> int:
    """How deep a reply to this comment stands. Raises `NotFound` and `InvalidInput` where none can be given."""
    row = (
        Comment.objects.filter(pk=parent).values_list("thread_id", "depth", "status", "published_at").first()
    )
    if row is None or row[3] is None:
        raise NotFound(f"No public comment has the id {parent}.", field="parent")
    place, depth, status, _ = row
    if place != thread.pk:
        raise InvalidInput("The comment to reply to is in another thread.", field="parent")
    if status != CommentStatus.PUBLISHED:
        raise InvalidInput("The comment to reply to is no longer there.", field="parent")
    return int(depth) + 1


def _again(comment: Comment) -> Posted:
    """The answer to a request that was answered before."""
    token = edit_tokens.show_again(comment.uid, comment.token_salt, comment.token_hash)
    return Posted(comment, token, comment.message, replayed=True)


def _repeated(comment: Comment, visitor: Visitor) -> Posted:
    """The comment that was posted twice. Its token is shown again only to who posted it from the same place."""
    same = visitor.address_hash and visitor.address_hash == comment.address_hash
    return _again(comment) if same else Posted(comment, "", comment.message, replayed=True)
