"""Settings for measuring uploads: those of the benchmark, with the storages that the environment names."""

from benchmarks.settings import *  # noqa: F403
from cms.project.settings import base

NEWSROOM_VAULT_ROOT = base.NEWSROOM_VAULT_ROOT
NEWSROOM_SHELF_ROOT = base.NEWSROOM_SHELF_ROOT
STORAGES = base.STORAGES
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}  # the check is the worker's
