from __future__ import annotations

from array import array

import pytest

from cms.conversation.classifiers import learning
from cms.conversation.classifiers.examples import Example
from cms.conversation.classifiers.features import vector
from cms.conversation.classifiers.learning import learn, probability
from cms.conversation.classifiers.trained import Trained

NEW_SPAM = [
    f"{start} {who} {name}, {end}"
    for start in (
        "I got my stolen bitcoin back thanks to",
        "All my lost coins were returned by",
        "Scammed of 2 BTC until I met",
    )
    for who, name in (("expert", "Hale"), ("agent", "Morris"), ("the wizard", "Wood"))
    for end in ("he saved my family.", "write to him.", "I recommend him to anyone in need.")
]
FALSELY_FLAGGED = [
    f"{start} {what} at http://{host}.example now!!!"
    for start in ("Get the report on", "Get a picture of", "Click for drawings of")
    for what in ("the turbine", "the harbour", "the mast")
    for host in ("norrvind", "gotland", "archive")
]
SPAM_AS_BEFORE = "Get cheap gift cards at http://bonus.example now!!!"
HAM_AS_BEFORE = "Please say why your annual report was not mentioned"


def give(trained: Trained, weights: array[float], text: str) -> float:
    return probability(trained.bias + vector(text).dot(weights))


def test_nothing_to_learn_changes_nothing(trained: Trained) -> None:
    weights = learn(trained.weights, trained.bias, trained.replay, [])
    assert weights == trained.weights
    assert weights is not trained.weights


def test_the_21st_of_a_new_kind_of_spam_is_found(trained: Trained) -> None:
    seen, unseen = NEW_SPAM[:20], NEW_SPAM[20:]
    assert all(give(trained, trained.weights, text) < trained.threshold for text in unseen)

    weights = learn(trained.weights, trained.bias, trained.replay, [Example(text, True) for text in seen])

    assert all(give(trained, weights, text) >= trained.threshold for text in unseen)
    assert give(trained, weights, SPAM_AS_BEFORE) >= trained.threshold
    assert give(trained, weights, HAM_AS_BEFORE) < 0.5


def test_what_editors_publish_is_flagged_no_longer(trained: Trained) -> None:
    seen, unseen = FALSELY_FLAGGED[::2], FALSELY_FLAGGED[1::2]
    before = [give(trained, trained.weights, text) for text in unseen]
    assert all(chance >= trained.threshold for chance in before)

    weights = learn(trained.weights, trained.bias, trained.replay, [Example(text, False) for text in seen])

    assert all(give(trained, weights, text) < trained.threshold for text in unseen)
    assert give(trained, weights, SPAM_AS_BEFORE) >= trained.threshold


def test_learning_the_same_gives_the_same(trained: Trained) -> None:
    examples = [Example(text, True) for text in NEW_SPAM[:5]]
    first = learn(trained.weights, trained.bias, trained.replay, examples)
    assert learn(trained.weights, trained.bias, trained.replay, examples) == first
    assert first != trained.weights


def test_no_weight_moves_further_than_the_limit(trained: Trained, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(learning, "LIMIT", 0.25)
    shouted = [Example(HAM_AS_BEFORE, True, weight=1e9)] * 50
    weights = learn(trained.weights, trained.bias, [], shouted)
    moved = max(abs(new - old) for new, old in zip(weights, trained.weights, strict=True))
    assert moved == pytest.approx(0.25, abs=1e-6)


def test_the_rarer_kind_is_heard(trained: Trained) -> None:
    """Two kinds of text that share their words, 40 published and 10 rejected."""
    examples = [Example(f"Great post about item {number}", False) for number in range(40)]
    examples += [Example(f"Great post about item {number}, visit my casino", True) for number in range(10)]
    weights = learn(trained.weights, trained.bias, trained.replay, examples)
    assert give(trained, weights, "Great post about item 77, visit my casino") >= trained.threshold
    assert give(trained, weights, "Great post about item 78") < 0.5


def test_a_weight_of_nothing_teaches_nothing(trained: Trained) -> None:
    examples = [Example(text, True, weight=0.0) for text in NEW_SPAM]
    assert learn(trained.weights, trained.bias, trained.replay, examples) == trained.weights


@pytest.mark.parametrize(("log_odds", "chance"), [(0, 0.5), (1000, 1.0), (-1000, 0.0), (1, 0.731059)])
def test_log_odds_become_a_probability(log_odds: float, chance: float) -> None:
    assert probability(log_odds) == pytest.approx(chance, abs=1e-6)
