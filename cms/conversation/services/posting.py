"""Posting a comment, and editing one's own: what moderation says, and the short transaction that makes it so.

Everything slow happens before the lock of the thread's row is taken: cleaning, moderation, calls to other services.
What two requests could do at once is looked at again under the lock.
"""

from __future__ import annotations

import hashlib
import unicodedata
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from cms.conversation import moderation
from cms.conversation.desk.opening import open_case
from cms.conversation.identity import edit_tokens, jwt, visitors
from cms.conversation.identity.confirmation import is_proven, send_confirmation
from cms.conversation.models import Comment, CommentKind, CommentStatus, Relation, Thread
from cms.conversation.models import EmailPolicy, ModerationRules
from cms.conversation.moderation.rules import rules_of
from cms.conversation.moderation import Decision, Outcome, Submission, flood
from cms.conversation.services import authors, decisions, repeats
from cms.conversation.services.changes import ThreadChange, changing
from cms.conversation.services.incoming import NewComment, Visitor
from cms.conversation.services.reporting import check_email
from cms.conversation.text import Body, clean_line, clean_url, link_mentions, read_body
from cms.errors import InvalidInput, NotFound
from cms.ledger.models import Item
from cms.newsroom.commenting import ThreadMode

LINE = 100
"""Most characters of a name, an organisation or a title."""
MENTIONABLE = 500
"""Comments of a thread, the newest, whose authors may be mentioned."""
CONFIRMATION = "confirmation"
"""What a comment waits for when only its author's e-mail address is not confirmed."""

STATUSES = {
    Outcome.PUBLISH: CommentStatus.PUBLISHED,
    Outcome.HOLD: CommentStatus.HELD,
    Outcome.REJECT: CommentStatus.REJECTED,
}


@dataclass(frozen=True, slots=True)
class Posted:
    """What became of a post. The edit token is shown to its author alone, and never again."""

    comment: Comment
    edit_token: str = field(repr=False)
    message: str
    """For the author: why it waits or was refused; empty when it is public."""


@dataclass(frozen=True, slots=True)
class Author:
    """Who writes, with everything checked."""

    name: str
    email: str
    url: str
    organisation: str
    title: str
    relation: str
    issuer: str = ""
    subject: str = ""
    confirmed: bool = False
    """Whether the address is known to be the author's."""


def post_comment(new: NewComment, visitor: Visitor, *, key: str = "") -> Posted:
    """Post a comment; the same request, or the same text within a minute, is the same comment.

    Raises `InvalidInput` naming the field, `NotFound` for thread, item and parent, `CommentsClosed`, `RateLimited`,
    `InvalidToken` (a site's log-in), `IdempotencyKeyReused`.
    """
    key_hash = repeats.hash_of("post", key)
    fingerprint = new.fingerprint()
    if made := repeats.made_before(key_hash, fingerprint):
        return _again(Comment.objects.get(pk=made))
    thread = find_thread(thread=new.thread, item=new.item)
    body, author = read_body(new.body), read_author(new)
    kind = read_choice(new.kind or CommentKind.OTHER, CommentKind.values, "kind")
    email_hash, digest = visitors.email_hash(author.email), digest_of(body.plain)
    if same := repeats.same_comment(thread, new.parent, email_hash, digest, timezone.now()):
        return _repeated(same, visitor)
    rules = rules_of(thread.newsroom_id)
    decision = moderation.run(_submission(new, thread, author, body, kind, visitor, rules, email_hash))
    decision = wait_for_confirmation(decision, rules, author)
    try:
        return _write(new, visitor, thread, author, body, kind, decision, email_hash, digest, key_hash, fingerprint)
    except IntegrityError:
        if made := repeats.made_before(key_hash, fingerprint):
            return _again(Comment.objects.get(pk=made))
        raise


def find_thread(*, thread: UUID | None, item: UUID | None) -> Thread:
    """The thread of a public item, by either id. Raises `NotFound` and `InvalidInput`."""
    if (thread is None) == (item is None):
        raise InvalidInput("Give `thread` or `item`: one of the two.", field="thread")
    public = Thread.objects.select_related("item", "newsroom").filter(item__state=Item.State.USABLE)
    found = public.filter(pk=thread).first() if thread else public.filter(item=item).first()
    if found is None or found.mode == ThreadMode.OFF:
        raise NotFound(
            f"No public {'thread' if thread else 'item with a thread'} has the id {thread or item}.",
            field="thread" if thread else "item",
        )
    return found


def read_author(new: NewComment) -> Author:
    """Who writes. A site's log-in goes before what was typed. Raises `InvalidInput` naming the field."""
    vouched = jwt.verify(new.identity_token) if new.identity_token else None
    name = clean_line(vouched.name if vouched and vouched.name else new.author_name, field="author_name", most=LINE)
    email = (vouched.email if vouched and vouched.email else new.email).strip()
    if not name:
        raise InvalidInput("Give your name; it is shown with the comment.", field="author_name")
    if not email and vouched is None:
        raise InvalidInput("Give your e-mail address; it is not shown to anybody.", field="email")
    check_email(email)
    return Author(
        name=name,
        email=email,
        url=clean_url(new.url or (vouched.url if vouched else ""), field="url"),
        organisation=clean_line(new.organisation or (vouched.organisation if vouched else ""), field="organisation", most=LINE),
        title=clean_line(new.title or (vouched.title if vouched else ""), field="title", most=LINE),
        relation=read_choice(new.relation, ["", *Relation.values], "relation"),
        issuer=vouched.issuer if vouched else "",
        subject=vouched.subject if vouched else "",
        confirmed=bool(vouched and vouched.email and vouched.email_verified),
    )


def read_choice(value: str, known: list[str], field: str) -> str:
    """One of the values known. Raises `InvalidInput`."""
    if value not in known:
        raise InvalidInput(f"{value!r} is no {field}: one of {', '.join(filter(None, known))}.", field=field)
    return value


def digest_of(plain: str) -> str:
    """sha256 of a text as it is compared: case, spaces and compatibility forms do not count."""
    folded = " ".join(unicodedata.normalize("NFKC", plain).casefold().split())
    return hashlib.sha256(folded.encode()).hexdigest()


def wait_for_confirmation(decision: Decision, rules: ModerationRules, author: Author) -> Decision:
    """What would be published waits for its author's e-mail address, where the newsroom requires that."""
    needed = rules.email_policy == EmailPolicy.REQUIRED and not author.confirmed
    if decision.outcome is not Outcome.PUBLISH or not needed:
        return decision
    message = "Follow the link in the e-mail that we have sent you: then your comment is published."
    return decision.replaced(outcome=Outcome.HOLD, phase=CONFIRMATION, message=message)


def _submission(
    new: NewComment,
    thread: Thread,
    author: Author,
    body: Body,
    kind: str,
    visitor: Visitor,
    rules: ModerationRules,
    email_hash: str,
) -> Submission:
    return Submission(
        thread_id=thread.pk,
        mode=thread.mode,
        newsroom_id=thread.newsroom_id,
        language=thread.item.locale,
        item_title=thread.item.title,
        slow_seconds=rules.slow_seconds if thread.slow_seconds is None else thread.slow_seconds,
        author_name=author.name,
        author_url=author.url,
        organisation=author.organisation,
        email=author.email,
        email_hash=email_hash,
        confirmed=author.confirmed or is_proven(thread.newsroom_id, email=author.email, visitor=visitor.id),
        verified=bool(author.issuer),
        html=body.html,
        plain=body.plain,
        links=body.links,
        kind=kind,
        relation=author.relation,
        visitor=visitor.id,
        address_hash=visitor.address_hash,
        honeypot=new.honeypot,
        proof_of_work=new.proof_of_work,
        now=timezone.now(),
        rules=rules,
    )


def _write(
    new: NewComment,
    visitor: Visitor,
    thread: Thread,
    author: Author,
    body: Body,
    kind: str,
    decision: Decision,
    email_hash: str,
    digest: str,
    key_hash: str,
    fingerprint: str,
) -> Posted:
    salt = edit_tokens.new_salt()
    comment = Comment(
        thread=thread,
        newsroom_id=thread.newsroom_id,
        language=thread.item.locale,
        kind=kind,
        status=STATUSES[decision.outcome],
        reason=decision.reason,
        message=decision.message,
        source=new.body,
        body=_with_mentions(body, thread),
        plain=body.plain,
        digest=digest,
        author_name=author.name,
        organisation=author.organisation,
        title=author.title,
        url=author.url,
        relation=author.relation,
        email=author.email,
        email_hash=email_hash,
        issuer=author.issuer,
        subject=author.subject,
        visitor=visitor.id,
        address_hash=visitor.address_hash,
        token_salt=salt,
    )
    token, comment.token_hash = edit_tokens.issue(comment.uid, salt)
    with changing(thread.pk) as change:
        same = repeats.same_comment(thread, new.parent, email_hash, digest, change.now)
        if same is not None:
            return _repeated(same, visitor)
        flood.check(change.thread, visitor, email_hash, change.now)
        repeats.remember(key_hash, fingerprint, comment.uid)
        comment.created_at = change.now
        if author.confirmed:
            comment.email_confirmed_at = change.now
        if new.parent is not None:
            _reply_to(comment, change, new.parent)
        change.add(comment)
        if comment.is_published:
            change.publish(comment)
        change.write()
        decisions.note(
            comment,
            before="",
            at=change.now,
            phase=decision.phase,
            reason=decision.reason,
            message=decision.message,
            note=decision.note,
            trail=decision.trail,
        )
        open_case(comment)
    if not author.confirmed and rules_of(thread.newsroom_id).email_policy != EmailPolicy.OFF:
        send_confirmation(comment)
    return Posted(comment, token, comment.message)


def edit_comment(uid: UUID, token: str, text: str) -> Comment:
    """Change one's own comment, for some minutes after it was posted. What it said before is kept for editors.

    Raises `NotFound`, `InvalidToken`, `EditTimeOver`, `Conflict`, `InvalidInput` and `CommentsClosed`.
    """
    own = authors.own_comment(uid, token)
    authors.check_editable(own)
    body = read_body(text)
    rules = rules_of(own.newsroom_id)
    thread = find_thread(thread=own.thread_id, item=None)
    decision = moderation.run(_edited(own, thread, body, rules)) if rules.moderate_edits else None
    with changing(own.thread_id) as change:
        comment = change.take(uid)
        authors.check_editable(comment)
        if comment.source == text:
            return comment
        before = comment.status
        authors.write_edit(comment, at=change.now)
        comment.source, comment.body, comment.plain = text, _with_mentions(body, thread), body.plain
        comment.digest, comment.edited_at = digest_of(body.plain), change.now
        if decision is not None and before == CommentStatus.PUBLISHED:
            _restrain(comment, decision, change)
    return comment


def _restrain(comment: Comment, decision: Decision, change: ThreadChange) -> None:
    """An edit may make a published comment wait, or have it refused; it never publishes one."""
    if decision.outcome is Outcome.PUBLISH:
        return
    before = comment.status
    comment.status = STATUSES[decision.outcome]
    comment.reason, comment.message = decision.reason, decision.message
    decisions.note(
        comment,
        before=before,
        at=change.now,
        phase=decision.phase,
        reason=decision.reason,
        message=decision.message,
        note=decision.note,
        trail=decision.trail,
    )


def _again(comment: Comment) -> Posted:
    """The answer to a request that was answered before."""
    token = edit_tokens.show_again(comment.uid, comment.token_salt, comment.token_hash)
    return Posted(comment, token, comment.message)


def _repeated(comment: Comment, visitor: Visitor) -> Posted:
    """The comment that was posted twice. Its token is shown again only to who posted it from the same place."""
    same = visitor.address_hash and visitor.address_hash == comment.address_hash
    return _again(comment) if same else Posted(comment, "", comment.message)


def _with_mentions(body: Body, thread: Thread) -> str:
    """The text, in which `@Name` leads to what that person said last in the thread."""
    if not body.mentions:
        return body.html
    published = Comment.objects.filter(thread=thread, status=CommentStatus.PUBLISHED).order_by("-published_at")
    newest = dict(reversed(published.values_list("author_name", "uid")[:MENTIONABLE]))
    address = (thread.item.document or {}).get("url", "")
    return link_mentions(body.html, {name: f"{address}#comment-{uid}" for name, uid in newest.items()})


def _reply_to(comment: Comment, change: ThreadChange, parent: UUID) -> None:
    """Put a reply below the comment that it answers. Raises `NotFound` and `InvalidInput`."""
    row = Comment.objects.filter(pk=parent).values_list("thread_id", "depth", "status", "published_at").first()
    if row is None or row[3] is None:
        raise NotFound(f"No public comment has the id {parent}.", field="parent")
    thread, depth, status, _ = row
    if thread != change.thread.pk:
        raise InvalidInput("The comment to reply to is in another thread.", field="parent")
    if status != CommentStatus.PUBLISHED:
        raise InvalidInput("The comment to reply to is no longer there.", field="parent")
    comment.parent_id, comment.depth = parent, depth + 1
