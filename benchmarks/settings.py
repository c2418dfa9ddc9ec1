"""Settings of the benchmark: production's shape, a database of its own, and no cache between request and database."""

import os
from pathlib import Path

from cms.project.settings.base import *
from cms.project.settings.base import BASE_DIR, DATABASES, LOCAL_STORAGES, NEWSROOM

SECRET_KEY = "for-benchmarks-only"
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "testserver"]
DEBUG = False
FILES = Path(os.environ.get("BENCH_FILES", BASE_DIR / "var" / "bench-files"))
NEWSROOM_VAULT_ROOT = FILES / "vault"
NEWSROOM_SHELF_ROOT = FILES / "shelf"
STORAGES = LOCAL_STORAGES
TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
NEWSROOM = NEWSROOM | {"RATE_LIMIT": 0}
LOGGING = {"version": 1, "disable_existing_loggers": True}
DATABASES["default"]["CONN_MAX_AGE"] = 600
