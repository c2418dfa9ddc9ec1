"""How a trained classifier goes on learning from decisions: in pure Python, from its base each time.

The weights move as little as the examples allow: they are drawn back to the base (a Gaussian prior around the trained
model: Chelba & Acero 2004), and a replay of labelled texts must keep the probability that the base gives them (learning
without forgetting: Li & Hoiem 2016). The step of each weight is AdaGrad's (Duchi et al. 2011). The same
examples give the same weights.
"""

from __future__ import annotations

import math
import random
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cms.conversation.classifiers.examples import Example
from cms.conversation.classifiers.features import Vector, vector

EPOCHS = 6
STEP = 0.4
PULL = 0.002
"""How strongly a weight is drawn back to its base, at each example that has its bucket."""
LIMIT = 6.0
"""Furthest that a weight may be from its base."""
OWN_WEIGHT = 3.0
"""What a decision counts beside a text of the replay."""
MAX_IMBALANCE = 4.0
"""Most that the decisions of the rarer kind may be weighted up to balance the others."""
SEED = 20


@dataclass(slots=True)
class _Lesson:
    vector: Vector
    base: float
    """The log odds that the base gives."""
    target: float
    weight: float


def probability(log_odds: float) -> float:
    """The logistic function, without overflow."""
    if log_odds >= 0:
        return 1 / (1 + math.exp(-log_odds))
    odds = math.exp(log_odds)
    return odds / (1 + odds)


def learn(
    base: array[float], bias: float, replay: Iterable[Vector], examples: Sequence[Example]
) -> array[float]:
    """The weights of `base` after learning from the examples; `base` itself when there are none."""
    lessons = [
        _Lesson(item, log_odds, probability(log_odds), 1.0) for item, log_odds in _read(base, bias, replay)
    ]
    lessons += _own(base, bias, examples)
    moved: dict[int, float] = {}
    squares: dict[int, float] = {}
    order = random.Random(SEED)  # nosec B311: the order of lessons is no secret
    for _ in range(EPOCHS if examples else 0):
        order.shuffle(lessons)
        for lesson in lessons:
            _step(lesson, moved, squares)
    weights = base[:]
    for bucket, move in moved.items():
        weights[bucket] += move
    return weights


def _own(base: array[float], bias: float, examples: Sequence[Example]) -> list[_Lesson]:
    """The lessons of the editors. The rarer kind is weighted up, so that a quiet month does not argue spam away."""
    total = {
        kind: sum(example.weight for example in examples if example.is_positive is kind)
        for kind in (True, False)
    }
    most = max(total.values(), default=0.0)
    factor = {kind: min(most / amount, MAX_IMBALANCE) if amount else 1.0 for kind, amount in total.items()}
    vectors = (vector(example.text) for example in examples)
    return [
        _Lesson(
            item,
            log_odds,
            float(example.is_positive),
            OWN_WEIGHT * example.weight * factor[example.is_positive],
        )
        for example, (item, log_odds) in zip(examples, _read(base, bias, vectors), strict=True)
    ]


def _read(base: array[float], bias: float, vectors: Iterable[Vector]) -> Iterable[tuple[Vector, float]]:
    return ((item, bias + item.dot(base)) for item in vectors)


def _step(lesson: _Lesson, moved: dict[int, float], squares: dict[int, float]) -> None:
    """Move the weights of one lesson's buckets towards its target."""
    pairs = list(zip(lesson.vector.buckets, lesson.vector.values, strict=True))
    log_odds = lesson.base + sum(moved.get(bucket, 0.0) * value for bucket, value in pairs)
    error = lesson.weight * (probability(log_odds) - lesson.target)
    if abs(error) < 1e-3:
        return
    for bucket, value in pairs:
        move = moved.get(bucket, 0.0)
        slope = error * value + PULL * move
        square = squares.get(bucket, 1e-2) + slope * slope
        squares[bucket] = square
        moved[bucket] = max(-LIMIT, min(LIMIT, move - STEP * slope / math.sqrt(square)))
