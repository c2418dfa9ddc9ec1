from __future__ import annotations

import builtins
import json
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from cms.conversation import classifiers
from cms.conversation.classifiers.labelled import LabelledText
from cms.conversation.models import Classifier, Comment, CommentStatus

Corpus = Callable[..., list[LabelledText]]


def run(*arguments: Any) -> str:
    out = StringIO()
    call_command("train_classifiers", *map(str, arguments), stdout=out)
    return out.getvalue()


@pytest.fixture
def labels(tmp_path: Path, corpus: Corpus) -> Path:
    path = tmp_path / "labels.jsonl"
    rows = [
        {
            "body": text.text,
            "label": "spam" if text.is_positive else "ham",
            "thread_id": text.thread,
            "source": text.source,
        }
        for text in corpus(threads=6)
    ]
    path.write_text("\n".join(json.dumps(row) for row in [*rows, {"body": "?", "label": None}]))
    return path


@pytest.fixture
def _trainable() -> None:
    pytest.importorskip("sklearn", reason="Training needs scikit-learn: the extra `classifiers`.")


@pytest.mark.usefixtures("db", "_trainable")
def test_it_trains_and_tells_how_good_it_is(labels: Path) -> None:
    lines = run("--labelled", labels).splitlines()
    assert lines[0] == "spam: 120 examples, thresholds for a precision of 95%"
    assert lines[1].split() == ["source", "folds", "to", "find", "others", "threshold", "precision", "recall"]
    assert lines[2].split()[:4] == ["invented", "random", "60", "60"]
    assert lines[3].split()[:5] == ["invented", "threads", "apart", "60", "60"]
    assert len(lines) == 4

    row = Classifier.objects.get()
    assert (row.name, row.version, row.precision, row.examples, row.decisions) == ("spam", 2, 0.95, 120, 0)
    assert [figures["recall"] for figures in row.figures] == [1.0, 1.0]
    score = classifiers.score("spam", "Get cheap watches at http://deals.example now!!!")
    assert score is not None
    assert score.is_over


@pytest.mark.usefixtures("db", "_trainable")
def test_a_dry_run_measures_and_stores_nothing(labels: Path) -> None:
    assert "invented" in run("--labelled", labels, "--dry-run")
    assert not Classifier.objects.exists()


@pytest.mark.usefixtures("_trainable")
def test_it_learns_from_decisions_unless_told_not_to(labels: Path, decide: Callable[..., Comment]) -> None:
    decide("I like the turbines", at=timezone.now())
    assert run("--labelled", labels).splitlines()[-1] == "spam: learnt from 1 decisions of editors."
    run("--labelled", labels, "--no-own")
    row = Classifier.objects.get()
    assert (row.decisions, row.learned_at, row.version) == (0, None, 3)
    assert "learnt from 1 decisions" in run()
    assert Classifier.objects.get().version == 4


@pytest.mark.usefixtures("_trainable")
def test_decisions_alone_are_enough_when_there_are_many(
    decide: Callable[..., Comment], corpus: Corpus
) -> None:
    for text in corpus():
        status = CommentStatus.REJECTED if text.is_positive else CommentStatus.PUBLISHED
        decide(text.text, status, reason="SPAM" if text.is_positive else "")
    out = run("--only", "spam")
    assert out.splitlines()[0] == "spam: 120 examples, thresholds for a precision of 95%"
    assert out.splitlines()[2].startswith("decisions of editors")
    assert Classifier.objects.get().name == "spam"


@pytest.mark.usefixtures("db", "_trainable")
def test_too_little_fails_and_says_how_much_it_takes(tmp_path: Path, capsys: Any) -> None:
    path = tmp_path / "few.jsonl"
    path.write_text('{"body": "Buy", "label": "spam"}')
    with pytest.raises(SystemExit) as stopped:
        run("--labelled", path, "--only", "spam")
    assert stopped.value.code == 1
    assert (
        "spam: 1 examples of what is to be found and 0 of what is not are too few" in capsys.readouterr().err
    )
    assert not Classifier.objects.exists()


@pytest.mark.django_db
def test_a_bad_line_is_named_and_nothing_is_stored(labels: Path) -> None:
    labels.write_text(labels.read_text() + '\n{"body": "a", "label": "good"}')
    with pytest.raises(CommandError) as raised:
        run("--labelled", labels)
    assert str(raised.value) == (
        f'{labels}, line 122, label: "good" is none of spam, ham, offensive, hateful, ok.'
    )
    assert raised.value.returncode == 2
    assert not Classifier.objects.exists()


@pytest.mark.django_db
def test_nothing_to_learn_from_is_said() -> None:
    with pytest.raises(CommandError, match="nothing to learn from: give files with --labelled"):
        run("--no-own")


@pytest.mark.django_db
@pytest.mark.parametrize("share", ["1", "0.4", "95", "much"])
def test_a_precision_is_a_share(share: str) -> None:
    with pytest.raises(CommandError, match="--spam-precision"):
        run("--spam-precision", share)


@pytest.mark.django_db
def test_without_scikit_learn_it_says_what_to_install(labels: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *given: Any) -> Any:
        if name == "cms.conversation.classifiers" and "training" in (given[2] or ()):
            raise ModuleNotFoundError("No module named 'numpy'", name="numpy")
        return real(name, *given)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(CommandError) as raised:
        run("--labelled", labels)
    assert str(raised.value) == "Training needs numpy: install wagtail-social-newsroom[classifiers]."
