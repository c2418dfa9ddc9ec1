"""Fixtures of the desk's screens: people of the three teams who are logged in, and a comment to decide about."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client

from cms.conversation.models import Comment, DeskRules, Speaker
from cms.newsroom.models import NewsroomPage, Person


@pytest.fixture
def log_in(make_user: Any) -> Callable[..., Client]:
    """A browser in which somebody of the groups is logged in; `client.user` says who."""

    def make(name: str, *groups: str) -> Client:
        client = Client()
        client.user = make_user(name, *groups)
        client.force_login(client.user)
        return client

    return make


@pytest.fixture
def pr(log_in: Any, thread: Any) -> Client:
    """Decides: PR."""
    return log_in("pia", "PR")


@pytest.fixture
def service(log_in: Any, thread: Any) -> Client:
    """Answers and hands over: Customer service."""
    return log_in("cia", "Customer service")


@pytest.fixture
def marketing(log_in: Any, thread: Any) -> Client:
    """Suggests: Marketing."""
    return log_in("max", "Marketing")


@pytest.fixture
def rules(open_newsroom: NewsroomPage) -> DeskRules:
    """The rules of the newsroom's desk, without a checklist."""
    found = DeskRules.objects.get(newsroom=open_newsroom)
    found.use_checklist = False
    found.save()
    return found


@pytest.fixture
def question(post: Any, rules: DeskRules) -> Comment:
    """A published question with its case."""
    found: Comment = post("When do they turn?", kind="QUESTION").comment
    return found


@pytest.fixture
def held(post: Any) -> Comment:
    """A comment that is held."""
    found: Comment = post("Hold me.", kind="OTHER").comment
    Comment.objects.filter(pk=found.pk).update(status="HELD", published_at=None, shown=False, seq=None)
    found.refresh_from_db()
    return found


@pytest.fixture
def speaker(person: Person) -> Person:
    """A person for whom PR and Customer service may speak."""
    for name in ("PR", "Customer service"):
        Speaker.objects.create(person=person, group=Group.objects.get(name=name))
    return person


@pytest.fixture
def other_newsroom(newsroom: NewsroomPage, locale: Any) -> NewsroomPage:
    """A newsroom on whose desk no group works."""
    page = newsroom.get_parent().add_child(
        instance=NewsroomPage(title="Sydvind", slug="sydvind", live=True, locale=locale, comment_mode="OPEN")
    )
    page.desk_teams.all().delete()
    return page


@pytest.fixture
def foreign(other_newsroom: NewsroomPage, make_release: Any, post: Any) -> Comment:
    """A comment in the newsroom on whose desk nobody works."""
    from cms.conversation.models import Thread

    release = make_release("Elsewhere", parent=other_newsroom)
    found: Comment = post(
        "Not yours.", kind="QUESTION", thread=Thread.objects.get(item__source_id=release.pk).pk
    ).comment
    return found
