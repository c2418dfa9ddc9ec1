"""Comments in the thread of a release, as they are stored, and the page behind the link in a mail."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.core import mail
from django.core.mail import EmailMessage
from django.utils import timezone

from cms.conversation.identity import key_sets, visitors
from cms.conversation.models import Comment, CommentStatus, ModerationEvent, Thread
from cms.ledger.document import ItemType
from cms.ledger.models import Item

ADDRESS = "Anna.Ek@example.com"
LINK = re.compile(r"http://testserver(/conversation/(\w+)/\S+)")


def _item(**fields: Any) -> Item:
    now = timezone.now()
    given = {
        "source_type": "page",
        "locale": "en",
        "state": Item.State.USABLE,
        "version": 1,
        "published_at": now,
        "updated_at": now,
    }
    return Item.objects.create(**(given | fields))


@pytest.fixture(autouse=True)
def _no_keys_yet() -> Iterator[None]:
    key_sets.forget()
    yield
    key_sets.forget()


@pytest.fixture
def thread(db: None) -> Thread:
    """The thread of a release, as the ledger has both: publishing pages would take most of the time of these tests."""
    shown = {"name": "Norrvind", "slug": "norrvind", "locale": "en", "url": "http://testserver/norrvind"}
    newsroom = _item(
        type=ItemType.NEWSROOM, title="Norrvind", slug="norrvind", seq=1, source_id=100_001, document=shown
    )
    release = _item(
        type=ItemType.RELEASE,
        newsroom=newsroom,
        title="New turbines",
        slug="new-turbines",
        seq=2,
        source_id=100_002,
        document={"url": "http://testserver/norrvind/new-turbines"},
    )
    return Thread.objects.create(item=release, newsroom=newsroom, mode="OPEN", changed_at=timezone.now())


@pytest.fixture
def make_comment(thread: Thread) -> Callable[..., Comment]:
    """A comment as it is stored: held, and of an address that nobody has confirmed."""

    def make(text: str = "How loud are they?", *, confirmed: bool = False, **fields: Any) -> Comment:
        now = timezone.now()
        given = {
            "thread": thread,
            "newsroom_id": thread.newsroom_id,
            "status": CommentStatus.HELD,
            "plain": text,
            "author_name": "Anna Ek",
            "email": ADDRESS,
            "created_at": now,
            "email_confirmed_at": now if confirmed else None,
            "visitor": "a" * 32,
        } | fields
        if given["status"] == CommentStatus.PUBLISHED:
            given.setdefault("published_at", now)
        return Comment.objects.create(email_hash=visitors.email_hash(given["email"]), **given)

    return make


@pytest.fixture
def decide(db: None) -> Callable[..., ModerationEvent]:
    """Writes a decision about a comment, as the services do."""

    def write(comment: Comment, to: str, **fields: Any) -> ModerationEvent:
        event = ModerationEvent.objects.create(
            comment=comment, at=timezone.now(), from_status=comment.status, to_status=to, **fields
        )
        comment.status, comment.reason = to, fields.get("reason", "")
        comment.save()
        return event

    return write


@pytest.fixture
def only_mail(mailoutbox: list[EmailMessage]) -> Callable[[], EmailMessage]:
    """The one mail that was sent."""

    def get() -> EmailMessage:
        (message,) = mail.outbox
        return message

    return get


@pytest.fixture
def link_in() -> Callable[[EmailMessage, str], str]:
    """The path of the link for a purpose in a mail."""

    def find(message: EmailMessage, purpose: str) -> str:
        (path,) = {path for path, found in LINK.findall(str(message.body)) if found == purpose}
        return path

    return find
