"""Processes of their own that tests start, on the database of the test."""

from __future__ import annotations

import json
import os
from pathlib import Path

from django.db import connection

ROOT = Path(__file__).resolve().parents[1]


def environment_of(settings: str, **more: str) -> dict[str, str]:
    """The variables of a process that works with these settings on the database of the test."""
    names = ("ENGINE", "NAME", "USER", "PASSWORD", "HOST", "PORT", "OPTIONS")
    database = {name: connection.settings_dict[name] for name in names}
    database["NAME"] = str(database["NAME"])
    return os.environ | {
        "LEDGER_TEST_DATABASE": json.dumps(database),
        "DJANGO_SETTINGS_MODULE": settings,
        "PYTHONPATH": str(ROOT),
        **more,
    }
