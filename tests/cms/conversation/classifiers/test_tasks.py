from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone

from cms.conversation import classifiers
from cms.conversation.classifiers import services, tasks
from cms.conversation.classifiers.learning import learn
from cms.conversation.classifiers.trained import Trained
from cms.conversation.models import Classifier, Comment, CommentStatus

TRAINED = datetime(2026, 5, 1, tzinfo=UTC)
SPAM = [
    f"{start} {name}, {end}"
    for start in ("I got my stolen bitcoin back thanks to", "All my lost coins were returned by")
    for name in ("expert Hale", "agent Morris", "the wizard Wood", "doctor Lee")
    for end in ("he saved my family", "write to him now", "I recommend him")
]
Decide = Callable[..., Comment]


def probability(text: str) -> float:
    score = classifiers.score("spam", text)
    assert score is not None
    return score.probability


def reject(decide: Decide, number: int, *, start: int = 0) -> None:
    for text in SPAM[start : start + number]:
        decide(text, CommentStatus.REJECTED, reason="SPAM", at=TRAINED + timedelta(minutes=1))


@pytest.mark.django_db
def test_nothing_is_due_without_a_classifier() -> None:
    assert classifiers.retrain_if_due() == []


def test_the_21st_of_a_new_kind_is_held_after_twenty_rejections(
    make_row: Callable[..., Classifier], decide: Decide
) -> None:
    make_row(trained_at=TRAINED)
    assert probability(SPAM[20]) < 0.75
    reject(decide, 19)
    assert classifiers.retrain_if_due() == []
    assert Classifier.objects.get().version == 1

    reject(decide, 1, start=19)
    assert classifiers.retrain_if_due() == ["spam"]

    row = Classifier.objects.get()
    assert (row.version, row.decisions, row.learning_since) == (2, 20, None)
    assert row.learned_at is not None
    score = classifiers.score("spam", SPAM[20])
    assert score is not None
    assert score.is_over
    assert score.model == "spam-2"
    assert classifiers.retrain_if_due() == []


def test_learning_again_begins_at_the_base(make_row: Callable[..., Classifier], decide: Decide) -> None:
    make_row(trained_at=TRAINED)
    reject(decide, 20)
    services.learn_decisions("spam")
    once = bytes(Classifier.objects.get().weights)
    services.learn_decisions("spam")
    assert bytes(Classifier.objects.get().weights) == once
    assert Classifier.objects.get().version == 3


def test_what_is_erased_is_unlearnt(make_row: Callable[..., Classifier], decide: Decide) -> None:
    row = make_row(trained_at=TRAINED)
    reject(decide, 20)
    services.learn_decisions("spam")
    Comment.objects.update(plain="", body="", status=CommentStatus.ERASED)
    assert services.learn_decisions("spam") == 0
    assert bytes(Classifier.objects.get().weights) == bytes(row.base)


def test_a_worker_is_asked_once(
    make_row: Callable[..., Classifier], decide: Decide, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_row(trained_at=TRAINED)
    reject(decide, 20)
    monkeypatch.setattr(services, "learn", None)
    asked: list[str] = []
    monkeypatch.setattr(type(tasks.learn_from_decisions), "enqueue", lambda task, name: asked.append(name))
    assert classifiers.retrain_if_due() == ["spam"]
    assert classifiers.retrain_if_due() == []
    Classifier.objects.update(learning_since=timezone.now() - tasks.LOST_AFTER - timedelta(seconds=1))
    assert classifiers.retrain_if_due() == ["spam"]
    assert asked == ["spam", "spam"]


def test_learning_can_be_switched_off(
    make_row: Callable[..., Classifier], decide: Decide, settings: Any
) -> None:
    make_row(trained_at=TRAINED)
    reject(decide, 20)
    settings.NEWSROOM = {"CLASSIFIER_LEARN_AFTER": 0}
    assert classifiers.retrain_if_due() == []
    settings.NEWSROOM = {"CLASSIFIER_LEARN_AFTER": 20}
    assert classifiers.retrain_if_due() == ["spam"]


def test_a_training_meanwhile_is_not_overwritten(
    classifier: Classifier, trained: Trained, monkeypatch: pytest.MonkeyPatch
) -> None:

    def slow(*given: Any) -> Any:
        services.store("spam", trained, precision=0.9)
        return learn(*given)

    monkeypatch.setattr(services, "learn", slow)
    example = classifiers.Example(SPAM[0], True)
    assert services.learn_decisions("spam", [example]) is None
    row = Classifier.objects.get()
    assert (row.version, row.decisions, row.precision, row.learned_at) == (2, 0, 0.9, None)


def test_a_language_is_learnt_when_there_are_enough_decisions_in_it(
    make_row: Callable[..., Classifier], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(services, "ENOUGH", 2)
    make_row(languages=["de"])
    examples = [classifiers.Example(f"Köp {n}", True, language="sv-SE") for n in range(2)]
    examples += [classifiers.Example("Tack", False, language="sv")]
    services.learn_decisions("spam", examples)
    assert Classifier.objects.get().languages == ["de"]

    services.learn_decisions("spam", [*examples, classifiers.Example("Bra", False, language="sv")])
    assert Classifier.objects.get().languages == ["de", "sv"]


@pytest.mark.django_db
def test_what_is_not_trained_does_not_learn() -> None:
    assert services.learn_decisions("spam", [classifiers.Example("Buy", True)]) is None
    assert not Classifier.objects.exists()
