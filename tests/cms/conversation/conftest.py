"""Fixtures of conversations: a newsroom whose comments show at once, and visitors who comment, and people who work on its desk."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group

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


@pytest.fixture
def make_user(db: None) -> Callable[..., Any]:
    """A user in the groups that are named."""

    def make(name: str, *groups: str, **fields: Any) -> Any:
        given = {"email": f"{name}@norrvind.example", "first_name": name.title(), "password": "x"} | fields
        user = get_user_model().objects.create_user(name, **given)
        user.groups.set(Group.objects.filter(name__in=groups))
        assert user.groups.count() == len(groups)
        return user

    return make
