"""Settings for the internet. Everything that differs between installations comes from the environment.

There are no default secrets: what is missing stops the start with a message that names the variable.
"""

from django.core.exceptions import ImproperlyConfigured

from cms.project.settings.base import *
from cms.project.settings.base import STORAGES, env

SECRET_KEY = env.str("SECRET_KEY", default="")
if len(SECRET_KEY) < 50:
    raise ImproperlyConfigured(
        "Set the environment variable SECRET_KEY to 50 or more random characters "
        "(python3 -c 'import secrets; print(secrets.token_urlsafe(50))'). To try the newsroom out: make demo"
    )
SECRET_KEY_FALLBACKS = env.list("SECRET_KEY_FALLBACKS", default=[])

if not env.str("BASE_URL", default=""):
    raise ImproperlyConfigured("Set the environment variable BASE_URL to this site's address (https://...).")

HTTPS = env.bool("HTTPS", default=True)
SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]  # asked from inside, past the proxy
SECURE_HSTS_SECONDS = env.int("HSTS_SECONDS", default=31_536_000) if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = env.bool("HSTS_INCLUDE_SUBDOMAINS", default=True)
SECURE_HSTS_PRELOAD = env.bool("HSTS_PRELOAD", default=False)
SILENCED_SYSTEM_CHECKS = ["security.W021"]  # preloading binds the whole domain for years: the owner decides
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS

STORAGES["staticfiles"] = {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}
