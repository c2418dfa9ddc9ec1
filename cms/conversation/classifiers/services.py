"""Writing classifiers: storing what was trained, and learning from decisions of editors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import datetime

from django.db.models import F
from django.utils import timezone

from cms.conversation.classifiers import scoring
from cms.conversation.classifiers.examples import Example, own_examples
from cms.conversation.classifiers.learning import learn
from cms.conversation.classifiers.packing import pack_vectors, pack_weights, unpack_vectors, unpack_weights
from cms.conversation.classifiers.trained import Trained
from cms.conversation.models import Classifier

ENOUGH = 50
"""Decisions of either kind in a language after which the classifier counts as having learnt it."""


def store(name: str, trained: Trained, *, precision: float) -> Classifier:
    """Put a trained classifier in the place of the former one. It knows no decisions yet: `learn_decisions` follows."""
    weights = pack_weights(trained.weights)
    values = {
        "bias": trained.bias,
        "weights": weights,
        "base": weights,
        "replay": pack_vectors(trained.replay),
        "precision": precision,
        "threshold": trained.threshold,
        "thresholds": trained.thresholds,
        "languages": trained.languages,
        "figures": [asdict(figures) for figures in trained.figures],
        "examples": trained.examples,
        "decisions": 0,
        "trained_at": timezone.now(),
        "learned_at": None,
        "learning_since": None,
    }
    Classifier.objects.update_or_create(
        name=name,
        defaults=values | {"version": F("version") + 1},
        create_defaults=values | {"version": 1},
    )
    scoring.forget()
    return Classifier.objects.get(name=name)


def learn_decisions(
    name: str, examples: Iterable[Example] | None = None, *, until: datetime | None = None
) -> int | None:
    """Let the classifier learn from the decisions up to `until` (now), or from the examples given. How many there were.

    None: it is not trained, or was trained anew meanwhile, which is left as it is.
    """
    until = until or timezone.now()
    row = Classifier.objects.filter(name=name).defer("weights", "figures").first()
    if row is None:
        return None
    known = list(own_examples(name, until=until) if examples is None else examples)
    weights = learn(unpack_weights(row.base), row.bias, unpack_vectors(row.replay), known)
    changed = Classifier.objects.filter(pk=row.pk, version=row.version).update(
        weights=pack_weights(weights),
        languages=_languages(row, known),
        decisions=len(known),
        learned_at=until,
        learning_since=None,
        version=row.version + 1,
    )
    scoring.forget()
    return len(known) if changed else None


def _languages(row: Classifier, examples: Sequence[Example]) -> list[str]:
    """The languages that it has learnt; those of decisions come to those of the training. Empty stays: every language."""
    counts = Counter((scoring.primary_language(item.language), item.is_positive) for item in examples)
    new = {
        language
        for language, _kind in counts
        if language and min(counts[language, True], counts[language, False]) >= ENOUGH
    }
    return sorted({*row.languages, *new}) if row.languages else []
