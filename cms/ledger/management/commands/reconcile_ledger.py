"""Compares what is live with the ledger, and makes up what is missing."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from cms.ledger.reconcile import reconcile


class Command(BaseCommand):
    help = "Makes the ledger agree with the live pages, people and topics. Safe to run at any time."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--quick",
            action="store_true",
            help="Compare ids and live revisions alone; build no document that stands.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        found = reconcile(quick=options["quick"])
        looked_at = len(found.withdrawn) + len(found.settled)
        self.stdout.write(f"Looked again at {looked_at}, made {found.editions} editions.")
        for key, reason in found.failed.items():
            self.stderr.write(f"Could not settle {key.type} {key.id}: {reason}")
        if found.failed:
            raise CommandError(f"{len(found.failed)} could not be settled.")
