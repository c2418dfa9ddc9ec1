from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from cms.conversation.classifiers.labelled import LabelledText, UnreadableLabels, read


def test_rows_are_read_with_what_is_known_of_them(tmp_path: Path) -> None:
    rows = [
        {
            "body": "Buy!",
            "label": "spam",
            "language": "en-GB",
            "source": "shop",
            "thread_id": "t1",
            "author": 7,
        },
        {"body": "Fine.", "label": "ham", "language": "und"},
        {"body": "Not labelled.", "label": None},
        {"body": "Fool.", "label": "offensive", "language": None},
        {"body": "Go away.", "label": "hateful"},
        {"body": "Gut.", "label": "ok", "language": "de"},
    ]
    path = tmp_path / "labels.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in rows) + "\n\n")
    name = "labels.jsonl"
    expected = [
        LabelledText("Buy!", "spam", True, "en", "shop", "t1"),
        LabelledText("Fine.", "spam", False, "", name),
        LabelledText("Fool.", "toxicity", True, "", name),
        LabelledText("Go away.", "toxicity", True, "", name),
        LabelledText("Gut.", "toxicity", False, "de", name),
    ]
    assert list(read(path)) == expected

    packed = tmp_path / "packed"
    packed.write_bytes(gzip.compress(path.read_bytes()))
    assert [text.text for text in read(packed)] == [text.text for text in expected]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "line 2: is no JSON: Expecting property name"),
        ("[1]", "line 2: is no JSON object with body and label."),
        ('{"body": "a"}', "line 2, label: is missing; give spam, ham, offensive, hateful, ok or null."),
        (
            '{"body": "a", "label": "bad"}',
            'line 2, label: "bad" is none of spam, ham, offensive, hateful, ok.',
        ),
        ('{"body": "a", "label": 1}', "line 2, label: 1 is none of spam"),
        ('{"body": " ", "label": "ok"}', "line 2, body: is missing or empty; give the text."),
        ('{"label": "ok"}', "line 2, body: is missing or empty; give the text."),
        ('{"body": 5, "label": "ok"}', "line 2, body: must be a string."),
        ('{"body": "a", "label": "ok", "language": 1}', "line 2, language: must be a string."),
        ('{"body": "a", "label": "ok", "thread_id": 1}', "line 2, thread_id: must be a string."),
    ],
)
def test_an_error_names_the_line_and_the_field(tmp_path: Path, line: str, message: str) -> None:
    path = tmp_path / "labels.jsonl"
    path.write_text('{"body": "a", "label": "ok"}\n' + line)
    with pytest.raises(UnreadableLabels) as raised:
        list(read(path))
    assert str(raised.value).startswith(f"{path}, {message}")


def test_files_that_are_missing_or_cut_off_are_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableLabels, match=r"missing\.jsonl: cannot be read after line 0"):
        list(read(tmp_path / "missing.jsonl"))

    cut = tmp_path / "cut.gz"
    cut.write_bytes(gzip.compress(b'{"body": "a", "label": "ok"}\n' * 1000)[:-20])
    with pytest.raises(
        UnreadableLabels, match=r"cut\.gz: cannot be read after line \d+: Compressed file ended"
    ):
        list(read(cut))
