"""What a comment is before it is stored: read, checked, and put into the shape that moderation looks at."""

from __future__ import annotations

import hashlib
import unicodedata
from dataclasses import dataclass
from uuid import UUID

from django.db.models import F
from django.utils import timezone

from cms.conversation.identity import jwt, visitors
from cms.conversation.identity.confirmation import is_proven
from cms.conversation.models import Comment, CommentStatus, Relation, Thread
from cms.conversation.moderation import Author as KnownAuthor
from cms.conversation.moderation import Place, StoredHistory, Submission, flood
from cms.conversation.moderation.rules import rules_of
from cms.conversation.services.incoming import NewComment, Visitor
from cms.conversation.services.reporting import check_email
from cms.conversation.text import Body, clean_line, clean_url, link_mentions
from cms.errors import InvalidInput, NotFound
from cms.ledger.models import Item
from cms.newsroom.commenting import ThreadMode

UNREAD = ("item__document", "item__card", "newsroom__document", "newsroom__card")
"""Large columns that posting has no use for."""
LINE = 100
"""Most characters of a name, an organisation or a title."""
MENTIONABLE = 500
"""Comments of a thread, the newest, whose authors may be mentioned."""


@dataclass(frozen=True, slots=True, repr=False)
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


def find_thread(*, thread: UUID | None, item: UUID | None) -> Thread:
    """The thread of a public item, by either id, with its item, newsroom and `item_url`.

    Raises `NotFound` and `InvalidInput`.
    """
    if (thread is None) == (item is None):
        raise InvalidInput("Give `thread` or `item`: one of the two.", field="thread")
    public = (
        Thread.objects.select_related("item", "newsroom")
        .defer(*UNREAD)
        .annotate(item_url=F("item__card__url"))
        .filter(item__state=Item.State.USABLE)
    )
    found = next(iter(public.filter(pk=thread) if thread else public.filter(item=item)), None)
    if found is None or found.mode == ThreadMode.OFF:
        what = "thread" if thread else "item with a thread"
        raise NotFound(f"No public {what} has the id {thread or item}.", field="thread" if thread else "item")
    return found


def read_author(new: NewComment, visitor: Visitor, thread: Thread) -> Author:
    """Who writes. A site's log-in goes before what was typed. Raises `InvalidInput` naming the field, `InvalidToken`."""
    vouched = jwt.verify(new.identity_token) if new.identity_token else None
    name = clean_line((vouched and vouched.name) or new.author_name, field="author_name", most=LINE)
    email = ((vouched and vouched.email) or new.email).strip()
    known = "" if visitor.is_new else visitor.id
    organisation = new.organisation or (vouched.organisation if vouched else "")
    title = new.title or (vouched.title if vouched else "")
    if not name:
        raise InvalidInput("Give your name; it is shown with the comment.", field="author_name")
    if not email and vouched is None:
        raise InvalidInput("Give your e-mail address; it is not shown to anybody.", field="email")
    check_email(email)
    return Author(
        name=name,
        email=email,
        url=clean_url(new.url or (vouched.url if vouched else ""), field="url"),
        organisation=clean_line(organisation, field="organisation", most=LINE),
        title=clean_line(title, field="title", most=LINE),
        relation=read_choice(new.relation, ["", *Relation.values], "relation"),
        issuer=vouched.issuer if vouched else "",
        subject=vouched.subject if vouched else "",
        confirmed=is_proven(thread.newsroom_id, email=email, visitor=known, identity=vouched),
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


def submission_of(
    thread: Thread,
    author: Author,
    body: Body,
    kind: str,
    visitor: Visitor,
    *,
    new: NewComment | None = None,
    edited: Comment | None = None,
) -> Submission:
    """What the phases of moderation look at: a new comment, or one that is being edited."""
    now, slow = timezone.now(), flood.slow_seconds(thread)
    return Submission(
        place=Place(
            mode=thread.mode,
            slow_seconds=slow,
            language=thread.item.locale,
            item_title=thread.item.title,
            thread=thread.pk,
        ),
        author=KnownAuthor(
            name=author.name,
            url=author.url,
            organisation=author.organisation,
            title=author.title,
            verified=bool(author.issuer),
            confirmed=author.confirmed,
        ),
        body=body,
        rules=rules_of(thread.newsroom_id),
        history=StoredHistory(
            thread=thread.pk,
            newsroom=thread.newsroom_id,
            visitor=visitor,
            email_hash=visitors.email_hash(author.email),
            digest=digest_of(body.plain),
            slow_seconds=slow,
            now=now,
            comment=edited.pk if edited else None,
        ),
        now=now,
        kind=kind,
        relation=author.relation,
        honeypot=new.honeypot if new else "",
        proof_of_work=new.proof_of_work if new else "",
        is_edit=edited is not None,
    )


def with_mentions(body: Body, thread: Thread) -> str:
    """The text as HTML, in which `@Name` leads to what that person said last in the thread."""
    if not body.mentions:
        return body.html
    published = Comment.objects.filter(thread=thread, status=CommentStatus.PUBLISHED).order_by(
        "-published_at"
    )
    newest = dict(reversed(published.values_list("author_name", "uid")[:MENTIONABLE]))
    address = getattr(thread, "item_url", "") or ""
    return link_mentions(body.html, {name: f"{address}#comment-{uid}" for name, uid in newest.items()})
