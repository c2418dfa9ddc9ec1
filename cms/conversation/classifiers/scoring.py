"""What a classifier says of a text. Cheap enough for the web process: one array in memory, no numpy, no scikit-learn."""

from __future__ import annotations

import time
from array import array
from dataclasses import dataclass
from typing import Literal

from cms.conversation.classifiers.features import vector
from cms.conversation.classifiers.learning import probability
from cms.conversation.classifiers.packing import unpack_weights
from cms.conversation.models import Classifier

CHECK_SECONDS = 10
"""How often a process asks at most whether a classifier has learnt."""

ClassifierName = Literal["spam", "toxicity"]


@dataclass(frozen=True, slots=True)
class Score:
    """The calibrated probability that a text is what the classifier looks for, and from where on that counts."""

    probability: float
    threshold: float
    model: str
    """Name and version of what said so."""

    @property
    def is_over(self) -> bool:
        """Whether the text counts as found."""
        return self.probability >= self.threshold


@dataclass(frozen=True, slots=True)
class LoadedClassifier:
    """A classifier in memory."""

    pk: int
    name: str
    version: int
    bias: float
    weights: array[float]
    threshold: float
    thresholds: dict[str, float]
    languages: frozenset[str]

    def score(self, text: str, *, language: str = "") -> Score | None:
        """None: it has not learnt the language. Without a language the general threshold holds."""
        primary = primary_language(language)
        if self.languages and primary and primary not in self.languages:
            return None
        return Score(
            probability=probability(self.bias + vector(text).dot(self.weights)),
            threshold=self.thresholds.get(primary, self.threshold),
            model=f"{self.name}-{self.version}",
        )


_loaded: dict[str, tuple[float, LoadedClassifier | None]] = {}
"""By name: until when it need not be asked whether it has changed, and what it was then."""


def score(name: ClassifierName, text: str, *, language: str = "") -> Score | None:
    """What the classifier `name` says of a text. None: it is not trained, or has not learnt the language (BCP 47)."""
    classifier = current(name)
    return classifier.score(text, language=language) if classifier else None


def current(name: str) -> LoadedClassifier | None:
    """The classifier as this process knows it, at most `CHECK_SECONDS` old; None: it is not trained."""
    now = time.monotonic()
    until, known = _loaded.get(name, (0.0, None))
    if now < until:
        return known
    row = Classifier.objects.filter(name=name).values_list("pk", "version").first()
    if row is None:
        known = None
    elif known is None or (known.pk, known.version) != row:
        known = load(name)
    _loaded[name] = (now + CHECK_SECONDS, known)
    return known


def load(name: str) -> LoadedClassifier | None:
    """The classifier as the database has it now."""
    row = Classifier.objects.filter(name=name).defer("base", "replay", "figures").first()
    if row is None:
        return None
    return LoadedClassifier(
        pk=row.pk,
        name=row.name,
        version=row.version,
        bias=row.bias,
        weights=unpack_weights(row.weights),
        threshold=row.threshold,
        thresholds=row.thresholds,
        languages=frozenset(row.languages),
    )


def forget() -> None:
    """Read the classifiers anew at the next question: this process has changed them."""
    _loaded.clear()


def primary_language(tag: str) -> str:
    """The language alone of a BCP 47 tag, `pt` of `pt-BR`; nothing where it is undetermined (`und`)."""
    primary = tag.replace("_", "-").split("-")[0].lower()
    return "" if primary == "und" else primary
