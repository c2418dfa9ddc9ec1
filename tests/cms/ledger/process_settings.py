"""Settings of the processes that tests start: the database of the test, and tasks in a real queue."""

import json
import os
from pathlib import Path

from cms.project.settings.base import *  # noqa: F403
from cms.project.settings.base import BASE_DIR

SECRET_KEY = "for-tests-only"
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
BASE_URL = "http://testserver"
DATABASES = {"default": json.loads(os.environ["LEDGER_TEST_DATABASE"])}
FILES = Path(os.environ.get("LEDGER_TEST_FILES", BASE_DIR / "var" / "test-files-processes"))
NEWSROOM_VAULT_ROOT = FILES / "vault"
NEWSROOM_SHELF_ROOT = FILES / "shelf"
NEWSROOM = {"BASE_URL": BASE_URL, "TICK_SECONDS": 1, "WORKER_STALE_SECONDS": 3}
LOGGING = {"version": 1, "disable_existing_loggers": False, "loggers": {"wagtail": {"level": "WARNING"}}}
