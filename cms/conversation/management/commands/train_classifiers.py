"""`manage.py train_classifiers --labelled FILE`: teach the classifiers of spam and toxicity, and say how good they are.

Exit codes: 0 when something was learnt, 1 when a classifier could not be trained, 2 when a file cannot be read or nothing was
to be learnt.
"""

from __future__ import annotations

import argparse
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _
from tqdm import tqdm

from cms.conversation.classifiers.examples import own_examples
from cms.conversation.classifiers.labelled import LabelledText, UnreadableLabels, read
from cms.conversation.classifiers.scoring import primary_language
from cms.conversation.classifiers.services import learn_decisions, store
from cms.conversation.classifiers.trained import Trained
from cms.conversation.models import Classifier

PRECISION = {"spam": 0.95, "toxicity": 0.8}
"""Wanted precision where none is given. Whoever asks 95 % of a classifier of toxicity finds next to nothing."""
OWN = "decisions of editors"


def _share(value: str) -> float:
    number = float(value)
    if not 0.5 <= number < 1:
        raise argparse.ArgumentTypeError(f"{value} is not from 0.5 to below 1.")
    return number


class Command(BaseCommand):
    help = "Train the classifiers of spam and toxicity from labelled texts and the editors' decisions."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--labelled",
            nargs="+",
            type=Path,
            default=[],
            metavar="FILE",
            help="JSON Lines, gzip or not: body and label (spam, ham, offensive, hateful, ok, or null) in each line; "
            "language, source and thread_id where known.",
        )
        parser.add_argument(
            "--own",
            action=argparse.BooleanOptionalAction,
            default=True,
            help="Learn from the decisions of this newsroom's editors too (default), or not.",
        )
        parser.add_argument("--only", choices=sorted(PRECISION), help="Train this classifier alone.")
        for name, share in PRECISION.items():
            parser.add_argument(
                f"--{name}-precision",
                type=_share,
                default=share,
                metavar="SHARE",
                help=f"Share of what counts as found that shall be so ({share}); what it finds beyond is given up.",
            )
        parser.add_argument("--dry-run", action="store_true", help="Measure, and store nothing.")

    def handle(self, *args: Any, **options: Any) -> None:
        texts = self._read(options["labelled"])
        quiet = options["verbosity"] == 0
        done = failed = 0
        for name in [options["only"]] if options["only"] else sorted(PRECISION):
            mine = [text for text in texts if text.classifier == name]
            precision = options[f"{name}_precision"]
            others = [] if mine or not options["own"] else self._own_unless_trained(name)
            trained = self._train(name, mine or others, precision, quiet=quiet) if mine or others else None
            failed += bool(mine) and trained is None
            if trained and not options["dry_run"]:
                store(name, trained, precision=precision)
            learnt = self._learn(name) if options["own"] and not options["dry_run"] else False
            done += trained is not None or learnt
        if failed:
            sys.exit(1)
        if not done:
            raise CommandError(
                _("There was nothing to learn from: give files with --labelled."), returncode=2
            )

    def _read(self, paths: list[Path]) -> list[LabelledText]:
        try:
            return [text for path in paths for text in read(path)]
        except UnreadableLabels as error:
            raise CommandError(str(error), returncode=2) from None

    def _own_unless_trained(self, name: str) -> list[LabelledText]:
        """The decisions as labelled texts, for a newsroom that has nothing else to train with."""
        if Classifier.objects.filter(name=name).exists():
            return []
        return [
            LabelledText(example.text, name, example.is_positive, primary_language(example.language), OWN)
            for example in own_examples(name, until=timezone.now())
        ]

    def _train(
        self, name: str, texts: list[LabelledText], precision: float, *, quiet: bool
    ) -> Trained | None:
        try:  # takes seconds, and is in an extra: nothing but training needs it
            from cms.conversation.classifiers import training
        except ModuleNotFoundError as error:
            raise CommandError(
                _("Training needs %(module)s: install wagtail-social-newsroom[classifiers].")
                % {"module": error.name},
                returncode=2,
            ) from None
        hidden = True if quiet else None  # None: hidden where there is no terminal
        try:
            with tqdm(
                total=2 * training.FOLDS, disable=hidden, unit=" folds", desc=name, file=sys.stderr
            ) as bar:
                trained = training.train(texts, precision, progress=bar.update)
        except training.NotTrainable as error:
            self.stderr.write(f"{name}: {error}")
            return None
        if not quiet:
            self._tell(name, trained, precision)
        return trained

    def _learn(self, name: str) -> bool:
        number = learn_decisions(name)
        if number:
            self.stdout.write(
                _("%(name)s: learnt from %(number)d decisions of editors.") % {"name": name, "number": number}
            )
        return bool(number)

    def _tell(self, name: str, trained: Trained, precision: float) -> None:
        share = f"{precision:.0%}"
        head = [
            _("source"),
            _("folds"),
            _("to find"),
            _("others"),
            _("threshold"),
            _("precision"),
            _("recall"),
        ]
        rows = [
            [
                row.source,
                row.folds,
                str(row.positives),
                str(row.negatives),
                f"{row.threshold:.3f}",
                f"{row.precision:.3f}",
                f"{row.recall:.3f}",
            ]
            for row in trained.figures
        ]
        widths = [max(len(line[column]) for line in [head, *rows]) for column in range(len(head))]
        self.stdout.write(
            _("%(name)s: %(examples)d examples, thresholds for a precision of %(share)s")
            % {"name": name, "examples": trained.examples, "share": share}
        )
        for line in [head, *rows]:
            cells = [
                cell.ljust(width) if column < 2 else cell.rjust(width)
                for column, (cell, width) in enumerate(zip(line, widths, strict=True))
            ]
            self.stdout.write("  ".join(cells).rstrip())
