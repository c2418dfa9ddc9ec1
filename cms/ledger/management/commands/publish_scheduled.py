"""Takes the place of Wagtail's command of the same name: one transaction for each object, and on after an
error."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from cms.ledger import scheduling


class Command(BaseCommand):
    help = "Publishes what is scheduled and unpublishes what has expired. Safe to run at any time."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dryrun", action="store_true", help="Say what is due; change nothing.")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["dryrun"]:
            self._tell(timezone.now())
            return
        outcome = scheduling.run_due()
        for what in outcome.expired:
            self.stdout.write(f"Expired: {what}")
        for what in outcome.published:
            self.stdout.write(f"Published: {what}")
        for what in outcome.failed:
            self.stderr.write(f"Failed, to be tried again: {what}")
        if outcome.failed:
            raise CommandError(f"{len(outcome.failed)} could not be published or expired.")

    def _tell(self, now: Any) -> None:
        expiring, going_live = scheduling.due_to_expire(now), scheduling.due_to_publish(now)
        for due in expiring:
            self.stdout.write(f"Would expire, due {due.at:%Y-%m-%d %H:%M}: {due.what}")
        for due in going_live:
            self.stdout.write(f"Would publish, due {due.at:%Y-%m-%d %H:%M}: {due.what}")
        if not expiring and not going_live:
            self.stdout.write("Nothing is due.")
