"""What comes out of a training. Apart from it, as reading this takes no scikit-learn."""

from __future__ import annotations

from array import array
from dataclasses import dataclass

from cms.conversation.classifiers.features import Vector


@dataclass(frozen=True, slots=True)
class Figures:
    """What was measured of one source. `recall_at_precision` is the recall at the best threshold of the source's own."""

    source: str
    folds: str
    positives: int
    negatives: int
    threshold: float
    precision: float
    recall: float
    recall_at_precision: float
    average_precision: float


@dataclass(frozen=True, slots=True)
class Trained:
    """A classifier that has been trained, and how well it did."""

    weights: array[float]
    bias: float
    threshold: float
    thresholds: dict[str, float]
    languages: list[str]
    figures: list[Figures]
    replay: list[Vector]
    examples: int
