"""Reading labelled texts: JSON Lines, gzip or not.

One object a line: `body`, and `label`, one of spam, ham (not spam), offensive, hateful, ok (neither); a row with the label null
is passed over. Optional: `language` (BCP 47, `und`: unknown), `source` (figures are given for each), `thread_id` (what was
said in one place is never both learnt from and measured with). Other fields are not read.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cms.conversation.classifiers.scoring import primary_language

LABELS: dict[str, tuple[str, bool]] = {
    "spam": ("spam", True),
    "ham": ("spam", False),
    "offensive": ("toxicity", True),
    "hateful": ("toxicity", True),
    "ok": ("toxicity", False),
}
"""Label to the classifier that it teaches, and whether that is to find the text."""
GZIP = b"\x1f\x8b"


class UnreadableLabels(Exception):
    """A file of labelled texts that cannot be used; the message names file, line and field, and what would be right."""


@dataclass(frozen=True, slots=True)
class LabelledText:
    """One labelled text. `language` is a primary language or nothing; `thread` is nothing where none was given."""

    text: str
    classifier: str
    is_positive: bool
    language: str = ""
    source: str = ""
    thread: str = ""


def read(path: Path) -> Iterator[LabelledText]:
    """The labelled texts of a file, in its order. Raises UnreadableLabels."""
    number = 0
    try:
        with path.open("rb") as probe:
            packed = probe.read(2) == GZIP
        with gzip.open(path) if packed else path.open("rb") as stream:
            for number, line in enumerate(stream, start=1):
                if line.strip() and (found := _row(line, path, number)):
                    yield found
    except (OSError, EOFError) as error:
        raise UnreadableLabels(f"{path}: cannot be read after line {number}: {error}") from None


def _row(line: bytes, path: Path, number: int) -> LabelledText | None:
    try:
        row = json.loads(line)
    except ValueError as error:
        raise UnreadableLabels(f"{path}, line {number}: is no JSON: {error}") from None
    if not isinstance(row, dict):
        raise UnreadableLabels(f"{path}, line {number}: is no JSON object with body and label.")
    if "label" not in row:
        raise UnreadableLabels(f"{path}, line {number}, label: is missing; give {_choices()} or null.")
    body, language, source, thread = (
        _text(row, name, path, number) for name in ("body", "language", "source", "thread_id")
    )
    label = row["label"]
    if label is None:
        return None
    if not isinstance(label, str) or label not in LABELS:
        raise UnreadableLabels(
            f"{path}, line {number}, label: {json.dumps(label)[:60]} is none of {_choices()}."
        )
    if not body.strip():
        raise UnreadableLabels(f"{path}, line {number}, body: is missing or empty; give the text.")
    classifier, is_positive = LABELS[label]
    return LabelledText(
        body, classifier, is_positive, primary_language(language), source or path.name, thread
    )


def _text(row: dict[str, Any], name: str, path: Path, number: int) -> str:
    value = row.get(name)
    if value is not None and not isinstance(value, str):
        raise UnreadableLabels(f"{path}, line {number}, {name}: must be a string.")
    return value or ""


def _choices() -> str:
    return ", ".join(LABELS)
