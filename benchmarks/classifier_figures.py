"""What `python -m benchmarks.classifiers` measures, and the page that it writes. Needs Django to be set up."""

from __future__ import annotations

import gzip
import json
import time
from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np

from benchmarks.__main__ import machine
from benchmarks.server import ROOT
from cms.conversation.classifiers import training
from cms.conversation.classifiers.examples import Example
from cms.conversation.classifiers.features import vector
from cms.conversation.classifiers.labelled import LabelledText, read
from cms.conversation.classifiers.learning import learn, probability
from cms.conversation.classifiers.trained import Figures, Trained
from cms.conversation.management.commands.train_classifiers import PRECISION

LATER = 200
"""Comments of a place that editors have published, in the measurement of learning."""
Rows = list[list[str]]


def measure(path: Path) -> None:
    """Measure, print, write the page."""
    texts = list(read(path))
    unlabelled = defaultdict(list)
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        for row in map(json.loads, stream):
            if row["label"] is None:
                unlabelled[row["source"]].append(row["body"])
    spam = [text for text in texts if text.classifier == "spam"]
    toxic = [text for text in texts if text.classifier == "toxicity"]
    spam_trained = training.train(spam, PRECISION["spam"])
    toxic_trained = training.train(toxic, PRECISION["toxicity"])
    page = PAGE.format(
        machine=machine(),
        spam=figures(spam_trained.figures),
        videos=table(
            ["kept video", "spam", "ham", "precision", "recall", "precision, new texts", "recall, new texts"],
            per_thread(spam),
        ),
        toxicity=figures(toxic_trained.figures),
        recalls=table(["source", "0.95", "0.9", "0.8", "0.7", "0.6", "0.5"], recalls(toxic)),
        across=table(
            ["learnt from", "measured on", "average precision", "share to find", "precision", "recall"],
            across(toxic),
        ),
        flagged=table(
            ["source", "texts", "as spam", "as toxic"],
            flagged(spam_trained, toxic_trained, toxic, unlabelled),
        ),
        learning=table(["", "before", "after"], learning(spam, unlabelled["mademistakes.com (staticman)"])),
        cost=table(["what", "figure"], cost(spam_trained, [text.text for text in texts])),
    )
    print(page)
    (ROOT / "benchmarks" / "CLASSIFIERS.md").write_text(page)


def table(head: Sequence[str], rows: Rows) -> str:
    return "\n".join(f"| {' | '.join(row)} |" for row in [list(head), ["---"] * len(head), *rows])


def figures(rows: Iterable[Figures]) -> str:
    """The table of a training."""
    head = ["source", "folds", "to find", "others", "threshold", "precision", "recall", "average precision"]
    return table(
        head,
        [
            [
                row.source,
                row.folds,
                str(row.positives),
                str(row.negatives),
                f"{row.threshold:.3f}",
                f"{row.precision:.3f}",
                f"**{row.recall:.3f}**",
                f"{row.average_precision:.3f}",
            ]
            for row in rows
        ],
    )


def chances(trained: Trained, texts: Iterable[str]) -> np.ndarray:
    """The probability of each text."""
    return np.array([probability(trained.bias + vector(text).dot(trained.weights)) for text in texts])


def rates(labels: np.ndarray, over: np.ndarray) -> list[str]:
    """Precision and recall."""
    right = (labels & over).sum()
    return [f"{right / max(over.sum(), 1):.3f}", f"{right / max(labels.sum(), 1):.3f}"]


def per_thread(texts: list[LabelledText]) -> Rows:
    """Train and choose the threshold without a thread, then measure on it; and on those of its texts that are new."""
    rows = []
    for thread in sorted({text.thread for text in texts}):
        learnt = [text for text in texts if text.thread != thread]
        kept = [text for text in texts if text.thread == thread]
        known = {" ".join(text.text.casefold().split()) for text in learnt}
        new = np.array([" ".join(text.text.casefold().split()) not in known for text in kept])
        trained = training.train(learnt, PRECISION["spam"])
        labels = np.array([text.is_positive for text in kept])
        over = chances(trained, (text.text for text in kept)) >= trained.threshold
        numbers = [str(labels.sum()), str((~labels).sum())]
        rows.append([thread, *numbers, *rates(labels, over), *rates(labels[new], over[new])])
    return rows


def recalls(texts: list[LabelledText]) -> Rows:
    """The recall that each source reaches at several precisions, by cross-validation with threads apart."""
    matrix, _ = training.stack([vector(text.text) for text in texts])
    labels = np.array([text.is_positive for text in texts])
    groups = training.grouped(texts)
    folds = training.StratifiedGroupKFold(training.FOLDS, shuffle=True, random_state=training.SEED)
    odds = training.predict(matrix, labels, folds.split(labels, labels, groups))
    rows = []
    for source in sorted({text.source for text in texts}):
        own = np.array([text.source == source for text in texts])
        row = [source]
        for wanted in (0.95, 0.9, 0.8, 0.7, 0.6, 0.5):
            at = training.threshold_at(labels[own], odds[own], wanted)
            row.append("–" if at is None else rates(labels[own], odds[own] >= at)[1])
        rows.append(row)
    return rows


def across(texts: list[LabelledText]) -> Rows:
    """Train without a source, and measure on it: what the classifier is worth in a place it does not know."""
    rows = []
    for source in sorted({text.source for text in texts}):
        kept = [text for text in texts if text.source == source]
        trained = training.train([text for text in texts if text.source != source], PRECISION["toxicity"])
        labels = np.array([text.is_positive for text in kept])
        found = chances(trained, (text.text for text in kept))
        average = training.average_precision_score(labels, found)
        rows.append(
            [
                "the others",
                source,
                f"{average:.3f}",
                f"{labels.mean():.3f}",
                *rates(labels, found >= trained.threshold),
            ]
        )
    return rows


def flagged(
    spam: Trained, toxicity: Trained, others: list[LabelledText], unlabelled: dict[str, list[str]]
) -> Rows:
    """The share of texts over the threshold, of places that are no source of that classifier."""
    rows = []
    for source, bodies in sorted(unlabelled.items()):
        at = toxicity.thresholds.get("en", toxicity.threshold)
        shares = [(chances(spam, bodies) >= spam.threshold).mean(), (chances(toxicity, bodies) >= at).mean()]
        rows.append([source, str(len(bodies)), *(f"{share:.1%}" for share in shares)])
    for source in sorted({text.source for text in others}):
        bodies = [text.text for text in others if text.source == source]
        rows.append(
            [
                source,
                str(len(bodies)),
                f"{(chances(spam, bodies) >= spam.threshold).mean():.1%}",
                "(learnt from)",
            ]
        )
    return rows


def learning(texts: list[LabelledText], place: list[str]) -> Rows:
    """What editors of another place change by publishing some of its comments; the rest, and a kept video, are measured."""
    video = min(text.thread for text in texts)
    trained = training.train([text for text in texts if text.thread != video], PRECISION["spam"])
    kept = [text for text in texts if text.thread == video]
    labels = np.array([text.is_positive for text in kept])
    published = [Example(body, is_positive=False) for body in place[:LATER]]
    start = time.process_time()
    after = with_weights(trained, learn(trained.weights, trained.bias, trained.replay, published))
    seconds = time.process_time() - start
    columns = []
    for one in (trained, after):
        over = chances(one, (text.text for text in kept)) >= one.threshold
        flags = chances(one, place[LATER:]) >= one.threshold
        columns.append([f"{flags.mean():.1%}", *rates(labels, over)])
    names = [
        f"flagged of the {len(place) - LATER} other comments there",
        f"precision on the video {video}, not learnt from",
        "recall on it",
    ]
    rows = [list(row) for row in zip(names, *columns, strict=True)]
    return [
        *rows,
        [
            f"CPU time of learning from {LATER} decisions, replay of {len(trained.replay)}",
            "",
            f"{seconds:.1f} s",
        ],
    ]


def with_weights(trained: Trained, weights: array[float]) -> Trained:
    """The same, but for the weights."""
    return Trained(
        weights=weights,
        bias=trained.bias,
        threshold=trained.threshold,
        thresholds=trained.thresholds,
        languages=trained.languages,
        figures=trained.figures,
        replay=trained.replay,
        examples=trained.examples,
    )


def cost(trained: Trained, texts: list[str]) -> Rows:
    """Time of a score in pure Python."""
    longest = ("An unusually long comment, number 12, about wind power. " * 100)[:5000]
    start = time.process_time()
    chances(trained, texts)
    each = (time.process_time() - start) / len(texts)
    start = time.process_time()
    chances(trained, [longest] * 20)
    long = (time.process_time() - start) / 20
    mean = sum(map(len, texts)) / len(texts)
    return [
        [
            f"a comment of {mean:.0f} characters (mean of the {len(texts)} labelled ones)",
            f"{1000 * each:.2f} ms",
        ],
        ["a comment of 5,000 characters", f"{1000 * long:.1f} ms"],
        [
            "memory of a classifier in a process",
            f"{trained.weights.itemsize * len(trained.weights) / 2**20:.0f} MiB",
        ],
    ]


PAGE = """# The classifiers of comments, measured

Made by `python -m benchmarks.classifiers comments.jsonl.gz`; {machine}. The same file gives the same figures, but for times.
Labelled sources: UCI YouTube Spam Collection, GermEval 2018 (German), Fox News user comments (English), DKHate (Danish).

"random" is ten folds by chance. "threads apart" keeps what was said in one place in one fold (each video for the spam, each
discussion for Fox, equal texts where there are no threads): that is what a newsroom may expect of a place that the classifier
has not seen, and what the stored thresholds are chosen by.

## Spam, at a precision of 95 %

{spam}

Stricter still: the threshold, too, is chosen without the kept video. "New texts" leaves out those that stand under the other videos word for word.

{videos}

## Toxicity, at a precision of 80 %

{toxicity}

Recall at several precisions, threads apart, the threshold chosen for each source; –: not reached with ten texts found.

{recalls}

Fewer than two thousand texts in three languages teach words, not meaning: much of what was labelled as hateful is politely
worded. The classifier finds the blunt part. Across sources little is left, which is why it says nothing in a language that it has not learnt:

{across}

## Texts of other places

How many are over the thresholds. Nobody has labelled them for this; most are neither spam nor toxic, so the share is close to that of false alarms.

{flagged}

The spam was learnt from comments on music videos, where a link is nearly always spam. In a place where readers cite links, editors have to teach it:

## Learning from decisions

The classifier of spam, without one video; then editors publish 200 comments on made-mistakes.com.

{learning}

## CPU time of a score, in pure Python

{cost}
"""
