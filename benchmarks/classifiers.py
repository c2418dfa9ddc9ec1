"""`python -m benchmarks.classifiers COMMENTS`: how good the classifiers of comments are, into CLASSIFIERS.md.

`COMMENTS` is a file as `manage.py train_classifiers --labelled` takes it. Rows whose label is null are read as well: how many of
them are flagged is counted, though nobody knows which of them rightly so. Nothing is stored, no database is asked.
"""

from __future__ import annotations

import argparse
import os
from pathlib import Path

import django


def main() -> None:
    """Measure the file that the arguments name."""
    options = argparse.ArgumentParser(prog="python -m benchmarks.classifiers", description=__doc__)
    options.add_argument("comments", type=Path, help="labelled texts, JSON Lines in gzip")
    given = options.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "benchmarks.settings")
    django.setup()
    from benchmarks.classifier_figures import measure

    measure(given.comments)


if __name__ == "__main__":
    main()
