from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

import pytest
from pytest_django import DjangoAssertNumQueries

from cms.conversation import classifiers
from cms.conversation.classifiers import scoring
from cms.conversation.models import Classifier

SPAM = "Get cheap watches at http://deals.example now!!!"
HAM = "When will your annual report be finished?"
Make = Callable[..., Classifier]


@pytest.mark.django_db
def test_a_classifier_that_is_not_trained_says_nothing() -> None:
    assert classifiers.score("spam", SPAM) is None


def test_spam_is_over_the_threshold_and_a_question_is_not(classifier: Classifier) -> None:
    spam, ham = classifiers.score("spam", SPAM), classifiers.score("spam", HAM)
    assert spam is not None
    assert ham is not None
    assert (spam.threshold, spam.model, spam.is_over) == (0.75, "spam-1", True)
    assert (ham.threshold, ham.model, ham.is_over) == (0.75, "spam-1", False)
    assert 0 < ham.probability < 0.2 < 0.8 < spam.probability < 1
    assert classifiers.score("toxicity", SPAM) is None


def test_the_threshold_itself_is_over() -> None:
    assert classifiers.Score(0.75, 0.75, "spam-1").is_over
    assert not classifiers.Score(0.7499, 0.75, "spam-1").is_over


@pytest.mark.parametrize(
    ("language", "threshold"),
    [("de", 0.6), ("de-AT", 0.6), ("DE", 0.6), ("en", 0.75), ("", 0.75), ("und", 0.75), ("sv", None)],
)
def test_each_language_has_its_threshold_and_a_foreign_one_has_no_score(
    make_row: Make, language: str, threshold: float | None
) -> None:
    make_row(languages=["de", "en"], thresholds={"de": 0.6})
    score = classifiers.score("spam", HAM, language=language)
    assert (score and score.threshold) == threshold


def test_a_classifier_without_languages_reads_all(classifier: Classifier) -> None:
    assert classifiers.score("spam", HAM, language="sv") is not None


def test_a_process_asks_the_database_once_in_a_while(
    classifier: Classifier,
    django_assert_num_queries: DjangoAssertNumQueries,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    clock = [1000.0]
    monkeypatch.setattr(scoring.time, "monotonic", lambda: clock[0])
    with django_assert_num_queries(2):  # its version, and itself
        classifiers.score("spam", HAM)
    clock[0] += scoring.CHECK_SECONDS - 0.1
    with django_assert_num_queries(0):
        classifiers.score("spam", HAM)
    clock[0] += 0.1
    with django_assert_num_queries(1):
        classifiers.score("spam", HAM)


def test_a_process_follows_what_another_has_learnt(
    classifier: Classifier, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = [1000.0]
    monkeypatch.setattr(scoring.time, "monotonic", lambda: clock[0])
    before = classifiers.score("spam", HAM)
    Classifier.objects.update(version=2, threshold=0.9)
    assert classifiers.score("spam", HAM) == before

    clock[0] += scoring.CHECK_SECONDS
    after = classifiers.score("spam", HAM)
    assert after is not None
    assert (after.model, after.threshold) == ("spam-2", 0.9)

    Classifier.objects.all().delete()
    clock[0] += scoring.CHECK_SECONDS
    assert classifiers.score("spam", HAM) is None


def test_scoring_imports_neither_numpy_nor_scikit_learn() -> None:
    code = (
        "import django; django.setup(); import sys; from cms.conversation import classifiers;"
        "print([name for name in ('numpy', 'scipy', 'sklearn') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
