"""Settings for measuring conversations: those of the benchmark, with tasks in the queue of production and no limits on comments."""

from benchmarks.settings import *  # noqa: F403
from benchmarks.settings import NEWSROOM

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}  # mails of confirmation are the worker's
NEWSROOM = NEWSROOM | {"COMMENTS_PER_MINUTE": 0, "THREAD_COMMENTS_PER_MINUTE": 0}
