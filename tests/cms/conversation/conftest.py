"""Fixtures of conversations: a newsroom whose comments show at once, and visitors who comment."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from cms.conversation.identity import visitors
from cms.conversation.models import Comment, Thread
from cms.conversation.services.incoming import NewComment, Visitor
from cms.conversation.services.posting import Posted, post_comment
from cms.newsroom.models import NewsroomPage


@pytest.fixture
def open_newsroom(newsroom: NewsroomPage, settings: Any) -> NewsroomPage:
    """A newsroom where comments show when they pass the automatic checks."""
    newsroom.comment_mode = "OPEN"
    newsroom.save()
    return newsroom


@pytest.fixture
def thread(open_newsroom: NewsroomPage, make_release: Any) -> Thread:
    """The thread of a public release."""
    release = make_release("New turbines")
    return Thread.objects.get(item__source_id=release.pk)


@pytest.fixture
def post(thread: Thread) -> Callable[..., Posted]:
    """Posts a comment as a visitor does; every call is another person with another text, unless it says otherwise."""
    count = 0

    def make(body: str = "", **given: Any) -> Posted:
        nonlocal count
        count += 1
        visitor = given.pop("visitor", None) or Visitor(
            id=f"{count:032x}", address_hash=visitors.address_hash(f"198.51.100.{count % 250}")
        )
        key = given.pop("key", "")
        given.setdefault("thread", thread.pk if "item" not in given else None)
        given.setdefault("author_name", f"Reader {count}")
        given.setdefault("email", f"reader{count}@example.com")
        return post_comment(
            NewComment(body=body or f"This is comment number {count}.", **given), visitor, key=key
        )

    return make


@pytest.fixture
def comment(post: Callable[..., Posted]) -> Comment:
    """A published comment."""
    return post("When do they turn?").comment
