"""Small invented classifiers, made in pure Python: these tests need no scikit-learn."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

import pytest
from django.contrib.auth import get_user_model

from cms.conversation.classifiers import scoring
from cms.conversation.classifiers.examples import Example
from cms.conversation.classifiers.features import BUCKETS, vector
from cms.conversation.classifiers.labelled import LabelledText
from cms.conversation.classifiers.learning import learn
from cms.conversation.classifiers.services import store
from cms.conversation.classifiers.trained import Figures, Trained
from cms.conversation.models import Classifier, Comment, CommentStatus, ModerationEvent, Thread

SPAM = [
    f"{call} {thing} at http://{host}.example now!!!"
    for call in ("Win free", "Get cheap", "CLICK for", "Subscribe for")
    for thing in ("followers", "gift cards", "watches")
    for host in ("deals", "promo", "best-shop", "bonus", "prize")
]
HAM = [
    f"{start} {subject} {end}"
    for start in ("When will", "I wonder how", "Please say why", "It is good that")
    for subject in ("the turbines", "your annual report", "the new director")
    for end in ("is delayed.", "comes to Gotland?", "costs so much", "was not mentioned", "works in winter.")
]


@pytest.fixture(autouse=True)
def _nothing_loaded() -> Iterator[None]:
    scoring.forget()
    yield
    scoring.forget()


@pytest.fixture(scope="session")
def trained() -> Trained:
    """A classifier of the invented spam, as a training would give it."""
    examples = [Example(text, True) for text in SPAM] + [Example(text, False) for text in HAM]
    return Trained(
        weights=learn(array("f", bytes(4 * BUCKETS)), 0.0, [], examples),
        bias=0.0,
        threshold=0.75,
        thresholds={},
        languages=[],
        figures=[Figures("invented", "random", 60, 60, 0.75, 1.0, 1.0, 1.0, 1.0)],
        replay=[vector(text) for text in SPAM + HAM],
        examples=len(examples),
    )


@pytest.fixture
def classifier(db: None, trained: Trained) -> Classifier:
    """That classifier, stored as the one of spam."""
    return store("spam", trained, precision=0.95)


@pytest.fixture
def make_row(db: None, trained: Trained) -> Callable[..., Classifier]:
    """That classifier, with other values in some columns."""

    def make(name: str = "spam", **fields: Any) -> Classifier:
        row = store(name, trained, precision=0.95)
        Classifier.objects.filter(pk=row.pk).update(**fields)
        row.refresh_from_db()
        return row

    return make


@pytest.fixture
def corpus() -> Callable[..., list[LabelledText]]:
    """The invented texts, labelled; in that many threads, or in none."""

    def make(*, threads: int = 0, language: str = "") -> list[LabelledText]:
        return [
            LabelledText(
                text, "spam", kind, language, "invented", f"thread {number % threads}" if threads else ""
            )
            for kind, texts in ((True, SPAM), (False, HAM))
            for number, text in enumerate(texts)
        ]

    return make


@pytest.fixture
def editor(db: None) -> Any:
    return get_user_model().objects.create_user("editor", "editor@norrvind.example", "secret")


@pytest.fixture
def decide(make_release: Callable[..., Any], editor: Any) -> Callable[..., Comment]:
    """A comment with a decision about it, an hour or so before noon of the first of May 2026."""
    make_release()
    thread = Thread.objects.get()
    numbers = count()

    def make(
        text: str,
        status: str = CommentStatus.PUBLISHED,
        *,
        reason: str = "",
        at: datetime | None = None,
        minutes: int = 0,
        user: Any = editor,
        **fields: Any,
    ) -> Comment:
        moment = at or datetime(2026, 5, 1, 11, tzinfo=UTC) - timedelta(minutes=minutes)
        given = {
            "digest": f"digest {next(numbers)}",
            "created_at": moment,
            "plain": text,
            "body": text,
        } | fields
        comment = Comment.objects.create(thread=thread, newsroom=thread.newsroom, status=status, **given)
        ModerationEvent.objects.create(comment=comment, at=moment, to_status=status, reason=reason, user=user)
        return comment

    return make
