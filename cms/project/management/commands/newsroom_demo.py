"""Fills the demo with content. A second run changes nothing."""

from __future__ import annotations

import os
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from cms.project.demo.build import USERS, build_demo

PASSWORD = "demo-password"  # nosec B105 # public knowledge: it opens nothing but a demo


class Command(BaseCommand):
    """Runs only under settings that set `NEWSROOM_DEMO`, for the log-ins are public knowledge."""

    help = "Makes the demo newsrooms, their releases and their users, unless they are there already."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--password",
            default=os.environ.get("NEWSROOM_DEMO_PASSWORD") or PASSWORD,
            help="Password of the demo's users; NEWSROOM_DEMO_PASSWORD sets it too.",
        )

    def handle(self, *args: Any, password: str, **options: Any) -> None:
        if not getattr(settings, "NEWSROOM_DEMO", False):
            raise CommandError(
                "This makes users whose password is public, so it runs in the demo only "
                "(DJANGO_SETTINGS_MODULE=cms.project.settings.demo)."
            )
        if not build_demo(password):
            self.stdout.write("The demo content is there already; nothing was changed.")
            return
        names = ", ".join(USERS)
        self.stdout.write(f"The demo newsrooms are ready: /norrvind and /norrvind-en. Users: {names}.")
