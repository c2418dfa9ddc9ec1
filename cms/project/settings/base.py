"""Settings that every way of running the host site shares. What differs is read from the environment.

`demo`, `production` and `test` import this module. `docs/settings.md` and `.env.example` list every variable.
"""

import json
import os
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import available_timezones

import environ
from corsheaders.defaults import default_headers
from django.conf import global_settings
from django.utils.translation import gettext_lazy

from cms.conf import SETTINGS

BASE_DIR = Path(__file__).resolve().parents[3]
env = environ.Env()

DATA_DIR = Path(env.str("DATA_DIR", default=str(BASE_DIR / "var")))
DATA_DIR.mkdir(parents=True, exist_ok=True)

DEBUG = False
BASE_URL = env.str("BASE_URL", default="http://localhost:8000").rstrip("/")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[urlsplit(BASE_URL).hostname])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[BASE_URL])

INSTALLED_APPS = [
    "cms.project",
    "cms.ledger",  # before wagtail: its publish_scheduled takes the place of Wagtail's
    "cms.media",
    "cms.newsroom",
    "cms.releases",
    "cms.conversation",
    "cms.syndication",
    "cms.library",
    "newsroom_api",
    "wagtail_headless_preview",
    "wagtail.contrib.table_block",
    "wagtail.contrib.settings",
    "wagtail.contrib.simple_translation",
    "wagtail.contrib.redirects",
    "wagtail.locales",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtailmedia",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_tasks",
    "django_tasks_db",
    "rest_framework",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "graphene_django",
    "corsheaders",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "newsroom_api.middleware.WireHeaders",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "cms.project.middleware.ContentSecurityPolicy",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "corsheaders.middleware.CorsMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "cms.ledger.admin.failures.AdminFailures",
]

ROOT_URLCONF = "cms.project.urls"
WSGI_APPLICATION = "cms.project.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;PRAGMA foreign_keys=ON;",
}


def database(url: str) -> dict:
    """Django's settings for a database address, with what SQLite needs to bear several writers."""
    settings = environ.Env.db_url_config(url)
    settings["CONN_MAX_AGE"] = env.int("DATABASE_CONN_MAX_AGE", default=60)
    settings["CONN_HEALTH_CHECKS"] = True
    if settings["ENGINE"].endswith("sqlite3"):
        settings["OPTIONS"] = SQLITE_OPTIONS
    return settings


DATABASE_URL = env.str("DATABASE_URL", default=f"sqlite:///{DATA_DIR / 'newsroom.sqlite3'}")
DATABASES = {"default": database(DATABASE_URL)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

REDIS_URL = env.str("REDIS_URL", default="")
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "OPTIONS": {
            "MAX_ENTRIES": 5_000
        },  # a counter for each address that asks: by default 300 push each other out
    }
}
if REDIS_URL:
    REDIS_CACHE = "django.core.cache.backends.redis.RedisCache"
    CACHES["default"] = {"BACKEND": REDIS_CACHE, "LOCATION": REDIS_URL, "KEY_PREFIX": "newsroom"}

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]

TIME_ZONE = env.str("TIME_ZONE", default="UTC")
WAGTAIL_USER_TIME_ZONES = sorted(available_timezones() - {"localtime", "Factory"})  # no browser knows those
USE_TZ = True
LANGUAGE_CODE = "en"
WAGTAILADMIN_PERMITTED_LANGUAGES = [("en", "English"), ("sv", "Svenska")]
WAGTAIL_I18N_ENABLED = True
FORMAT_MODULE_PATH = ["cms.project.formats"]
LANGUAGES = [(code, gettext_lazy(name)) for code, name in global_settings.LANGUAGES]
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES  # a press room may be in any of them

STATIC_URL = "static/"
STATIC_ROOT = Path(env.str("STATIC_ROOT", default=str(DATA_DIR / "static")))

# Two places of files: the vault (private) and the shelf (public). Both are folders here, unless buckets are named.
NEWSROOM_VAULT_ROOT = Path(env.str("VAULT_ROOT", default=str(DATA_DIR / "vault")))
NEWSROOM_SHELF_ROOT = Path(env.str("SHELF_ROOT", default=str(DATA_DIR / "shelf")))
NEWSROOM_SHELF_URL = env.str("SHELF_URL", default="")
LOCAL_STORAGES = {
    "default": {"BACKEND": "cms.media.storage.local.LocalVault"},
    "newsroom_vault": {"BACKEND": "cms.media.storage.local.LocalVault"},
    "newsroom_shelf": {"BACKEND": "cms.media.storage.local.LocalShelf"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
STORAGES = LOCAL_STORAGES.copy()

# Credentials are left to boto3's own chain (AWS_ACCESS_KEY_ID…, the machine's role) and never stand in settings:
# Wagtail's tasks store a storage with the arguments it was made with.
NEWSROOM_S3 = {
    "VAULT_BUCKET": env.str("S3_VAULT_BUCKET", default=""),
    "VAULT_PREFIX": env.str("S3_VAULT_PREFIX", default=""),
    "SHELF_BUCKET": env.str("S3_SHELF_BUCKET", default=""),
    "SHELF_PREFIX": env.str("S3_SHELF_PREFIX", default=""),
    "SHELF_URL": env.str("S3_SHELF_URL", default=""),
    "ENDPOINT_URL": env.str("S3_ENDPOINT_URL", default=""),
    "PUBLIC_ENDPOINT_URL": env.str("S3_PUBLIC_ENDPOINT_URL", default=""),
    "REGION": env.str("S3_REGION", default=""),
    "ADDRESSING_STYLE": env.str("S3_ADDRESSING_STYLE", default=""),
    "SSE": env.str("S3_SSE", default=""),
    "SSE_KMS_KEY": env.str("S3_SSE_KMS_KEY", default=""),
}
if NEWSROOM_S3["VAULT_BUCKET"]:
    STORAGES["default"] = STORAGES["newsroom_vault"] = {"BACKEND": "cms.media.storage.s3.S3Vault"}
if NEWSROOM_S3["SHELF_BUCKET"]:
    STORAGES["newsroom_shelf"] = {"BACKEND": "cms.media.storage.s3.S3Shelf"}

vars().update(env.email_url("EMAIL_URL", default="consolemail://"))
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default=f"newsroom@{urlsplit(BASE_URL).hostname}")
SERVER_EMAIL = DEFAULT_FROM_EMAIL

LOG_LEVEL = env.str("LOG_LEVEL", default="INFO").upper()
LOG_FORMATS = {
    "plain": {"format": "{asctime} {levelname} {name} {message}", "style": "{"},
    "json": {
        "()": "pythonjsonlogger.json.JsonFormatter",
        "format": "{asctime}{levelname}{name}{message}{exc_info}",
        "style": "{",
        "rename_fields": {"asctime": "time", "levelname": "level", "name": "logger"},
    },
}
LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"stdout": LOG_FORMATS[env.str("LOG_FORMAT", default="plain")]},
    "handlers": {
        "stdout": {
            "class": "logging.StreamHandler",
            "stream": "ext://sys.stdout",
            "formatter": "stdout",
        },
    },
    "root": {"handlers": ["stdout"], "level": LOG_LEVEL},
    "loggers": {
        "django": {"handlers": [], "level": "NOTSET", "propagate": True},
        "django_tasks": {"level": "WARNING"},  # two lines a task otherwise
        "botocore": {"level": "WARNING"},  # a line for each client otherwise
        "pyvips": {"level": "WARNING"},  # a dozen lines for each picture
        "django.security.DisallowedHost": {"handlers": [], "level": "CRITICAL"},  # strangers' noise
    },
}

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

# The contract describes the addresses of newsroom_api; the check would describe those of Wagtail's admin too.
SPECTACULAR_SETTINGS = {"ENABLE_DJANGO_DEPLOY_CHECK": False}

SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
PERMISSIONS_POLICY: dict[str, list[str]] = {
    feature: []
    for feature in (
        "accelerometer",
        "browsing-topics",
        "camera",
        "display-capture",
        "geolocation",
        "gyroscope",
        "magnetometer",
        "microphone",
        "midi",
        "payment",
        "usb",
    )
}

CORS_ALLOW_ALL_ORIGINS = True  # what is public may be read from everywhere; credentials are never allowed
CORS_URLS_REGEX = r"^/(api/|graphql|feeds/|oembed|\.well-known/)"
CORS_ALLOW_METHODS = ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"]
CORS_ALLOW_HEADERS = [
    *default_headers,
    "edit-token",
    "idempotency-key",
    "if-modified-since",
    "if-none-match",
    "last-event-id",
    "upload-token",
    "visitor-token",
]

WAGTAIL_SITE_NAME = env.str("SITE_NAME", default="Social newsroom")
WAGTAILADMIN_BASE_URL = BASE_URL
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ALLOW_UNICODE_SLUGS = True
WAGTAILIMAGES_IMAGE_MODEL = "newsroom_media.NewsroomImage"
WAGTAILDOCS_DOCUMENT_MODEL = "newsroom_media.NewsroomFile"
WAGTAILIMAGES_IMAGE_FORM_BASE = "cms.media.admin.forms.ImageForm"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "cms.media.admin.forms.DocumentForm"
WAGTAILMEDIA = {
    "MEDIA_MODEL": "newsroom_media.NewsroomMedia",
    "MEDIA_FORM_BASE": "cms.media.admin.forms.MediaForm",
    "AUDIO_EXTENSIONS": [],  # what a file is, its content says
    "VIDEO_EXTENSIONS": [],
}
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "heic", "heif", "jpeg", "jpg", "png", "svg", "tif", "tiff", "webp"]
WAGTAILDOCS_SERVE_METHOD = "direct"  # an address by number and name could be guessed before it is public
WAGTAILEMBEDS_FINDERS = [{"class": "cms.media.embeds"}]
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
WAGTAIL_HEADLESS_PREVIEW = {"CLIENT_URLS": {"default": BASE_URL}, "ENFORCE_TRAILING_SLASH": False}

NEWSROOM_DEMO = False
NEWSROOM = {"BASE_URL": BASE_URL} | {
    name: env.get_value(f"NEWSROOM_{name}", cast=json.loads if setting.type in (dict, list) else setting.type)
    for name, setting in SETTINGS.items()
    if f"NEWSROOM_{name}" in os.environ
}
if NEWSROOM.get("TRUSTED_PROXIES"):  # they tell whether a reader came by https
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
