"""A sender, reports and answers to tell of, and tasks that run at once."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from django.utils import timezone

from cms.conversation.models import Report


@pytest.fixture(autouse=True)
def _sender(settings: Any, mailoutbox: Any) -> None:
    settings.DEFAULT_FROM_EMAIL = "newsroom@press.example"


@pytest.fixture(autouse=True)
def _committed(request: pytest.FixtureRequest, thread: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests run in a transaction that is never committed: here each call is, at once."""
    marker = request.node.get_closest_marker("django_db")
    if not marker.kwargs.get("transaction"):
        monkeypatch.setattr("cms.ledger.tasks.transaction.on_commit", lambda action, **_: action())


@pytest.fixture
def make_report(make_comment: Any) -> Any:
    def make(**fields: Any) -> Report:
        comment = make_comment(
            "Buy <pills>", status="PUBLISHED", author_name="Spammer", email="s@example.com"
        )
        given = {
            "reason": "SPAM",
            "note": "MARKER of the reporter",
            "email": "bo@example.com",
            "author_name": "Bo the Reporter",
            "visitor": uuid4().hex,
            "at": timezone.now(),
        }
        return Report.objects.create(comment=comment, **(given | fields))

    return make


@pytest.fixture
def answered(make_comment: Any) -> Any:
    def make(**fields: Any) -> Any:
        answer = make_comment(
            "Thirty-five decibels.\n\nAt your house.",
            status="PUBLISHED",
            author_name="Åsa Lind",
            title="Head of Press",
            email="",
        )
        return make_comment(status="PUBLISHED", answer=answer, **({"confirmed": True} | fields))

    return make
