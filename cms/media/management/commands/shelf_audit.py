"""`manage.py shelf_audit`: compares the shelf with the ledger, and mends it with `--repair`."""

from __future__ import annotations

import argparse
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from cms.media.audit import audit

SHOWN = 20


class Command(BaseCommand):
    help = "Compare the files on the shelf with what public items name, both ways. Exits with 1 when they differ."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument(
            "--repair", action="store_true", help="take away what nobody names and bring back what is missing"
        )

    def handle(self, *, repair: bool, verbosity: int, **options: Any) -> None:
        found = audit(repair=repair)
        self.stdout.write(f"{found.files} files on the shelf.")
        self._tell("that nobody knows of", found.unrecorded, verbosity)
        self._tell("that no item names any more", found.unnamed, verbosity)
        self._tell("that items name and that are not there", found.missing, verbosity)
        if found.failed:
            for name, error in found.failed.items():
                self.stderr.write(f"Not mended: {name}: {error}")
            raise CommandError(f"{len(found.failed)} files could not be mended.")
        if found.is_clean:
            self.stdout.write(self.style.SUCCESS("Shelf and ledger agree."))
        elif repair:
            self.stdout.write(self.style.SUCCESS("Mended."))
        else:
            raise CommandError("Shelf and ledger differ. Run it again with --repair to mend that.")

    def _tell(self, what: str, names: list[str], verbosity: int) -> None:
        if not names:
            return
        self.stdout.write(f"{len(names)} files {what}:")
        shown = names if verbosity > 1 else names[:SHOWN]
        for name in shown:
            self.stdout.write(f"  {name}")
        if len(shown) < len(names):
            self.stdout.write(f"  and {len(names) - len(shown)} more (--verbosity 2 shows them)")
