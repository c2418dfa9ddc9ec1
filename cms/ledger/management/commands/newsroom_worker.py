"""Runs the worker (`cms/ledger/worker.py`)."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from cms.ledger.worker import Worker, has_queue


class Command(BaseCommand):
    help = "Publishes and expires on time, keeps pages and ledger together, and runs background tasks."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help="Do what is due and waiting now, then stop.")

    def handle(self, *args: Any, **options: Any) -> None:
        worker = Worker()
        if not options["once"]:
            worker.run()
            return
        worker.tick()
        if has_queue():
            worker.run_tasks(until_empty=True)
        for companion in worker.start_companions(until_empty=True):
            companion.join()
