"""Settings of the servers that these tests start: the database of the test, and small limits."""

import json
import os

from cms.project.settings.base import *  # noqa: F403
from cms.project.settings.base import MIDDLEWARE

SECRET_KEY = "for-tests-only"
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
BASE_URL = "http://testserver"
MIDDLEWARE = [name for name in MIDDLEWARE if not name.startswith("whitenoise.")]
DATABASES = {"default": json.loads(os.environ["LEDGER_TEST_DATABASE"])}
NEWSROOM = {
    "BASE_URL": BASE_URL,
    "RATE_LIMIT": 0,
    "LIVE_STREAMS": 30,
    "LIVE_STREAMS_PER_ADDRESS": 1000,
    "LIVE_POLL_MILLISECONDS": 20,
    "LIVE_HEARTBEAT_SECONDS": 1,
}
