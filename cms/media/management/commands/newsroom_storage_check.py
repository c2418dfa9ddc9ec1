"""Tries out vault and shelf, as this site and as a stranger, and says what is wrong."""

from __future__ import annotations

from typing import Any

from django.core.management import BaseCommand, CommandError

from cms.media.storage.checks import probe


class Command(BaseCommand):
    help = (
        "Puts a file into the vault and onto the shelf, reads and removes it, as this site and as a stranger."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        wrong = 0
        for finding in probe():
            wrong += not finding.good
            style = self.style.SUCCESS if finding.good else self.style.ERROR
            self.stdout.write(style(f"{'ok   ' if finding.good else 'WRONG'} {finding.words}"))
        if wrong:
            raise CommandError(
                f"{wrong} of the findings are wrong; docs/operations.md describes the two buckets."
            )
