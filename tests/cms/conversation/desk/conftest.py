"""Fixtures of the desk: people of the three teams, and rules with round office hours."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.utils import timezone

from cms.conversation.models import Case, Comment, DeskRules, Speaker, Thread
from cms.conversation.services.threads import settle_item
from cms.ledger.models import Item
from cms.newsroom.models import NewsroomPage, Person

TUESDAY = dt.datetime(2026, 3, 10, 9, tzinfo=dt.UTC)
"""A working day, one hour after the opening."""


@pytest.fixture
def now(monkeypatch: pytest.MonkeyPatch) -> Callable[[dt.datetime], dt.datetime]:
    """Sets the application's clock; it stands at Tuesday, 9:00 (UTC)."""

    def at(moment: dt.datetime) -> dt.datetime:
        monkeypatch.setattr(timezone, "now", lambda: moment)
        return moment

    at(TUESDAY)
    return at


@pytest.fixture
def pia(make_user: Any) -> Any:
    """Decides: PR."""
    return make_user("pia", "PR")


@pytest.fixture
def max_(make_user: Any) -> Any:
    """Suggests: Marketing."""
    return make_user("max", "Marketing")


@pytest.fixture
def cia(make_user: Any) -> Any:
    """Answers and hands over: Customer service."""
    return make_user("cia", "Customer service")


@pytest.fixture
def rules(open_newsroom: NewsroomPage) -> DeskRules:
    """The rules of the newsroom's desk: Monday to Friday, 8 to 17 (UTC), no checklist."""
    found = DeskRules.objects.get(newsroom=open_newsroom)
    found.use_checklist = False
    found.save()
    return found


@pytest.fixture
def thread(open_newsroom: NewsroomPage) -> Thread:
    """The thread of a public release, which stands in the ledger alone: the desk knows no pages."""
    item = Item.objects.create(
        source_type="page",
        source_id=1_000_000,
        type="RELEASE",
        newsroom=Item.objects.get(source_type="page", source_id=open_newsroom.pk),
        locale="en",
        slug="new-turbines",
        title="New turbines",
        state=Item.State.USABLE,
        version=1,
        seq=0,
        published_at=TUESDAY,
        updated_at=TUESDAY,
        document={},
    )
    settle_item(item)
    return Thread.objects.select_related("item", "newsroom").get(item=item)


@pytest.fixture
def question(now: Any, rules: DeskRules, post: Any) -> Comment:
    """A published question, asked on Tuesday at 9:00."""
    comment: Comment = post("When do they turn?", kind="QUESTION").comment
    return comment


@pytest.fixture
def case(question: Comment) -> Case:
    """The open case of the question."""
    return Case.objects.get(comment=question)


@pytest.fixture
def speaker(person: Person) -> Person:
    """A person for whom PR and Customer service may speak."""
    for name in ("PR", "Customer service"):
        Speaker.objects.create(person=person, group=Group.objects.get(name=name))
    return person
