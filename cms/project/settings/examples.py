"""Settings in which the examples of the contract are made (`make contract`): the demo, at an address and a time that do not exist.

For a database that is thrown away: DATA_DIR names its folder.
"""

from cms.project.settings.demo import *
from cms.project.settings.demo import NEWSROOM

SECRET_KEY = "for-examples-only"  # nosec B105 # signs nothing outside them
BASE_URL = "https://newsroom.example"
TIME_ZONE = "UTC"
WAGTAILADMIN_BASE_URL = BASE_URL
ALLOWED_HOSTS = ["newsroom.example", "testserver"]
SECURE_SSL_REDIRECT = False
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
NEWSROOM = NEWSROOM | {
    "BASE_URL": BASE_URL,
    "RATE_LIMIT": 0,
    "COMMENTS_PER_MINUTE": 0,
    "THREAD_COMMENTS_PER_MINUTE": 0,
    "REACTIONS_PER_ADDRESS": 0,
    "RULES_SECONDS": 0,
    "LIVE_SECONDS": 0,  # a subscription ends when it has told what there is
    "OUTBOUND": False,
}
