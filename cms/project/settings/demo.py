"""Settings for trying the newsroom on one's own machine (`make demo`): SQLite, local files, a demo log-in.

Never for the internet: the log-in is public knowledge.
"""

from cms.project.secrets import secret_key_file
from cms.project.settings.base import *
from cms.project.settings.base import ALLOWED_HOSTS, DATA_DIR, LOGGING, NEWSROOM, STATIC_ROOT, env

NEWSROOM_DEMO = True
TIME_ZONE = env.str("TIME_ZONE", default="Europe/Stockholm")
SECRET_KEY = secret_key_file(DATA_DIR / "secret-key")
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]", *ALLOWED_HOSTS]
WHITENOISE_USE_FINDERS = True  # static files straight from the packages: nothing to collect before the start
NEWSROOM = {"GRAPHQL_EXPLORER": True} | NEWSROOM
LOGGING["root"]["level"] = env.str("LOG_LEVEL", default="WARNING").upper()
EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = DATA_DIR / "mail"
STATIC_ROOT.mkdir(exist_ok=True)  # WhiteNoise wants it to be there
