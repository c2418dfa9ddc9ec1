"""Comments in the thread of a release, as they are stored, and the page behind the link in a mail."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.core import mail
from django.core.mail import EmailMessage
from django.utils import timezone

from cms.conversation.identity import visitors
from cms.conversation.models import Comment, CommentStatus, ModerationEvent, Thread

ADDRESS = "Anna.Ek@example.com"
LINK = re.compile(r"http://testserver(/conversation/(\w+)/\S+)")


@pytest.fixture
def thread(make_release: Any) -> Thread:
    """The thread of a published release."""
    return Thread.objects.get(item__source_id=make_release("New turbines").pk, item__source_type="page")


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
