"""Training a classifier from labelled texts, and measuring it by cross-validation. Needs scikit-learn (extra `classifiers`).

Logistic regression on the hashed features; each feature is scaled by the square root of its log-count ratio (after NB-SVM: Wang
& Manning 2012) and its inverse document frequency, which raises words that are rare and telling. The scale is a part of
the weights in the end, as is the calibration (Platt 1999): scoring knows neither.
"""

from __future__ import annotations

import random
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy import sparse
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score, precision_recall_curve
from sklearn.model_selection import StratifiedGroupKFold, StratifiedKFold
from threadpoolctl import threadpool_limits

from cms.conversation.classifiers.features import BUCKETS, Vector, vector
from cms.conversation.classifiers.labelled import LabelledText
from cms.conversation.classifiers.trained import Figures, Trained

SEED = 20
FOLDS = 10
INVERSE_REGULARISATION = 1.0
MIN_EACH = 50
"""Fewest examples of either kind for a threshold: fewer measure nothing."""
MIN_FOUND = 10
"""Fewest texts that a threshold must find to be believed."""
MIN_THREADS = 2
"""Fewest threads of a source that can be kept apart in cross-validation; with fewer only equal texts are."""
MAX_REPLAY = 2000

Matrix = Any
Numbers = np.ndarray[Any, np.dtype[Any]]


class NotTrainable(Exception):
    """There are too few examples, or the wanted precision is not reached; the message says how many and how far."""


@dataclass(frozen=True, slots=True)
class Measured:
    """Calibration and thresholds out of one cross-validation."""

    slope: float
    intercept: float
    probabilities: Numbers
    threshold: float
    thresholds: dict[str, float]
    figures: list[Figures]


def train(
    texts: Sequence[LabelledText], precision: float, *, progress: Callable[[], object] = lambda: None
) -> Trained:
    """Train with all texts; thresholds come from cross-validation with threads kept apart.

    `progress` is called after each fold, `2 * FOLDS` times at most. Raises NotTrainable.
    """
    labels = np.array([text.is_positive for text in texts], dtype=bool)
    positives = int(labels.sum())
    if min(positives, len(texts) - positives) < MIN_EACH:
        raise NotTrainable(
            f"{positives} examples of what is to be found and {len(texts) - positives} of what is not are too few: "
            f"it takes {MIN_EACH} of each."
        )
    vectors = [vector(text.text) for text in texts]
    matrix, columns = stack(vectors)
    by_chance = StratifiedKFold(FOLDS, shuffle=True, random_state=SEED).split(labels, labels)
    groups = grouped(texts)
    count = min(FOLDS, len(set(groups)))
    apart = StratifiedGroupKFold(count, shuffle=True, random_state=SEED).split(labels, labels, groups)
    with threadpool_limits(1):  # the sums are small: threads would only wait for each other
        first = measure(texts, labels, predict(matrix, labels, by_chance, progress), precision, "random")
        second = measure(texts, labels, predict(matrix, labels, apart, progress), precision, "threads apart")
        weights, bias = fit(matrix, labels)
    table = np.zeros(BUCKETS, dtype=np.float32)
    table[columns] = weights * second.slope
    return Trained(
        weights=array("f", table.tobytes()),
        bias=float(bias * second.slope + second.intercept),
        threshold=second.threshold,
        thresholds=second.thresholds,
        languages=sorted(second.thresholds),
        figures=first.figures + second.figures,
        replay=sample(vectors, labels),
        examples=len(texts),
    )


def fit(matrix: Matrix, labels: Numbers) -> tuple[Numbers, float]:
    """Weights and bias for the unscaled features."""
    present = matrix.copy()
    present.data[:] = 1.0
    found = np.asarray(present[labels].sum(axis=0)).ravel()
    other = np.asarray(present[~labels].sum(axis=0)).ravel()
    ratio = np.log((found + 1) / (labels.sum() + 1)) - np.log((other + 1) / ((~labels).sum() + 1))
    rarity = np.log((1 + matrix.shape[0]) / (1 + found + other))
    scale = np.sqrt(np.abs(ratio)) * rarity
    model = LogisticRegression(C=INVERSE_REGULARISATION, solver="liblinear", random_state=SEED)
    model.fit(matrix @ sparse.diags(scale), labels)
    return scale * model.coef_[0], float(model.intercept_[0])


def predict(
    matrix: Matrix,
    labels: Numbers,
    folds: Iterable[tuple[Numbers, Numbers]],
    progress: Callable[[], object] = lambda: None,
) -> Numbers:
    """Log odds of each text by a classifier that was trained without its fold."""
    log_odds = np.zeros(len(labels))
    for learnt, kept in folds:
        weights, bias = fit(matrix[learnt], labels[learnt])
        log_odds[kept] = matrix[kept] @ weights + bias
        progress()
    return log_odds


def measure(
    texts: Sequence[LabelledText], labels: Numbers, log_odds: Numbers, precision: float, folds: str
) -> Measured:
    """Calibrate, choose thresholds, and say how each source fares. Raises NotTrainable."""
    platt = LogisticRegression(C=1e6).fit(log_odds.reshape(-1, 1), labels)
    slope, intercept = float(platt.coef_[0][0]), float(platt.intercept_[0])
    probabilities = platt.predict_proba(log_odds.reshape(-1, 1))[:, 1]
    threshold = threshold_at(labels, probabilities, precision)
    if threshold is None:
        raise NotTrainable(
            f"No threshold reaches a precision of {precision:.0%} ({folds}): "
            "label more texts, or ask for a lower precision."
        )
    languages = np.array([text.language for text in texts])
    thresholds = {}
    for language in sorted(set(languages) - {""}):
        own = languages == language
        at = threshold_at(labels[own], probabilities[own], precision)
        if at is not None:
            thresholds[str(language)] = at
    marks = np.array([thresholds.get(text.language, threshold) for text in texts])
    sources = np.array([text.source for text in texts])
    figures = [
        figures_of(source, folds, labels[own], probabilities[own], marks[own], precision)
        for source in sorted(set(sources))
        for own in [sources == source]
    ]
    if len(figures) > 1:
        figures.append(figures_of("all", folds, labels, probabilities, marks, precision))
    return Measured(slope, intercept, probabilities, threshold, thresholds, figures)


def figures_of(
    source: str, folds: str, labels: Numbers, probabilities: Numbers, marks: Numbers, precision: float
) -> Figures:
    """Precision and recall at the thresholds `marks`; 0 where there is nothing to divide by."""
    over = probabilities >= marks
    right = int((over & labels).sum())
    positives = int(labels.sum())
    own = threshold_at(labels, probabilities, precision)
    best = int((labels & (probabilities >= own)).sum()) / positives if own is not None else 0.0
    return Figures(
        source=str(source),
        folds=folds,
        positives=positives,
        negatives=len(labels) - positives,
        threshold=float(marks.max()),
        precision=right / int(over.sum()) if over.any() else 0.0,
        recall=right / positives if positives else 0.0,
        recall_at_precision=best,
        average_precision=float(average_precision_score(labels, probabilities)) if positives else 0.0,
    )


def threshold_at(labels: Numbers, probabilities: Numbers, precision: float) -> float | None:
    """The lowest probability from which on that share of the texts is rightly found; None: there is none to believe."""
    if min(labels.sum(), (~labels).sum()) < MIN_EACH:
        return None
    shares, _, thresholds = precision_recall_curve(labels, probabilities)
    counts = len(labels) - np.searchsorted(np.sort(probabilities), thresholds, side="left")
    fitting = thresholds[(shares[:-1] >= precision) & (counts >= MIN_FOUND)]
    return float(fitting[0]) if len(fitting) else None


def grouped(texts: Sequence[LabelledText]) -> list[str]:
    """For each text the group that is never split: its thread, or the text itself where threads are few."""
    threads = Counter(
        source for source, thread in {(text.source, text.thread) for text in texts if text.thread}
    )
    return [
        f"{text.source} {text.thread}"
        if text.thread and threads[text.source] >= MIN_THREADS
        else " ".join(text.text.casefold().split())
        for text in texts
    ]


def stack(vectors: Sequence[Vector]) -> tuple[Matrix, Numbers]:
    """The vectors as the rows of a sparse matrix, and which bucket each column is: only those that occur are columns."""
    ends = np.cumsum([0, *(len(item.buckets) for item in vectors)])
    buckets = np.concatenate([np.frombuffer(item.buckets, dtype=np.uint32) for item in vectors])
    values = np.concatenate([np.frombuffer(item.values, dtype=np.float32) for item in vectors])
    columns, places = np.unique(buckets, return_inverse=True)
    shape = (len(vectors), len(columns))
    return sparse.csr_matrix((values.astype(float), places.astype(np.int32), ends), shape=shape), columns


def sample(vectors: Sequence[Vector], labels: Numbers) -> list[Vector]:
    """At most `MAX_REPLAY` of them, as many of either kind as there are."""
    order = random.Random(SEED)  # nosec B311: which texts are replayed is no secret
    kept: list[Vector] = []
    for kind in (True, False):
        own = [item for item, label in zip(vectors, labels, strict=True) if bool(label) is kind]
        kept += order.sample(own, min(len(own), MAX_REPLAY // 2))
    return kept
