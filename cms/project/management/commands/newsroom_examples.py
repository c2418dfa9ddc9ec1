"""Writes what every operation of the contract answers on the demo newsroom (`frontend_contract/examples/operations/`).

It makes the database of its own, in the folder that DATA_DIR names: run it through `make contract`.
"""

from __future__ import annotations

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from cms.newsroom.models import NewsroomPage
from cms.project.demo.build import build_demo
from cms.project.demo.examples import Asker, asked
from cms.project.demo.steady import steady


class Command(BaseCommand):
    """Runs only under `cms.project.settings.examples`, and in an empty database only."""

    help = "Makes the demo in a database that is thrown away, asks it every operation, and writes the answers down."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--directory", type=Path, default=Path("frontend_contract"), help="Where the contract is kept."
        )

    def handle(self, *args: Any, directory: Path, **options: Any) -> None:
        if settings.SETTINGS_MODULE != "cms.project.settings.examples":
            raise CommandError("Run it with DJANGO_SETTINGS_MODULE=cms.project.settings.examples.")
        with steady():
            call_command("migrate", verbosity=0)
            if NewsroomPage.objects.exists():
                raise CommandError("The database is not empty: DATA_DIR is to name an empty folder.")
            build_demo("demo-password")
            operations = json.loads((directory / "operations.json").read_text(encoding="utf-8"))
            made = {
                f"{name}.json": {"variables": variables, "answer": {"data": data}}
                for name, variables, data in asked(Asker(operations))
            }
        folder = directory / "examples" / "operations"
        folder.mkdir(parents=True, exist_ok=True)
        for file in folder.glob("*.json"):
            if file.name not in made:
                file.unlink()
        for name, content in made.items():
            text = json.dumps(content, ensure_ascii=False, indent=2) + "\n"
            (folder / name).write_text(text, encoding="utf-8", newline="\n")
        self.stdout.write(f"{len(made)} examples of operations.")
