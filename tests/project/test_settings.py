"""The host site's settings as a process gets them: from the environment, in an interpreter of its own."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
KEY = "k" * 50
PRODUCTION = {"SECRET_KEY": KEY, "BASE_URL": "https://press.example.com"}


def run(module: str, code: str, data: Path, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={
            "PATH": os.environ["PATH"],
            "DATA_DIR": str(data),
            "DJANGO_SETTINGS_MODULE": f"cms.project.settings.{module}",
            **environment,
        },
        capture_output=True,
        text=True,
        check=False,
    )


def settings(module: str, data: Path, *names: str, **environment: str) -> dict[str, Any]:
    """The values of settings in a fresh process."""
    code = f"""
import json
from django.conf import settings
print(json.dumps({{name: getattr(settings, name, None) for name in {names!r}}}, default=str))
"""
    done = run(module, code, data, environment)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.parametrize(
    ("environment", "named"),
    [
        ({}, "SECRET_KEY"),
        ({"SECRET_KEY": "short", "BASE_URL": "https://press.example.com"}, "SECRET_KEY"),
        ({"SECRET_KEY": KEY}, "BASE_URL"),
    ],
)
def test_production_does_not_start_without_what_it_needs(tmp_path, environment, named):
    done = run("production", "import django; django.setup()", tmp_path, environment)
    assert done.returncode == 1
    assert f"ImproperlyConfigured: Set the environment variable {named}" in done.stderr.splitlines()[-1]
    assert list(tmp_path.iterdir()) == []


def test_production_is_safe_by_default(tmp_path):
    found = settings(
        "production",
        tmp_path,
        "DEBUG",
        "ALLOWED_HOSTS",
        "CSRF_TRUSTED_ORIGINS",
        "SECURE_SSL_REDIRECT",
        "SECURE_HSTS_SECONDS",
        "SESSION_COOKIE_SECURE",
        "CSRF_COOKIE_SECURE",
        "SECURE_PROXY_SSL_HEADER",
        "NEWSROOM_DEMO",
        **PRODUCTION,
    )
    assert found == {
        "DEBUG": False,
        "ALLOWED_HOSTS": ["press.example.com"],
        "CSRF_TRUSTED_ORIGINS": ["https://press.example.com"],
        "SECURE_SSL_REDIRECT": True,
        "SECURE_HSTS_SECONDS": 31_536_000,
        "SESSION_COOKIE_SECURE": True,
        "CSRF_COOKIE_SECURE": True,
        "SECURE_PROXY_SSL_HEADER": None,
        "NEWSROOM_DEMO": False,
    }


def test_a_setting_that_makes_no_sense_is_told_at_start(tmp_path):
    code = """
import django
from django.core.checks import run_checks
django.setup()
print(*[problem.msg for problem in run_checks(tags=["compatibility"])], sep="\\n")
"""
    done = run("demo", code, tmp_path, {"NEWSROOM_LIVE": "carrier pigeon"})
    assert done.stdout.splitlines() == [
        "NEWSROOM['LIVE'] is 'carrier pigeon', and must be one of poll, postgresql, redis."
    ], done.stderr


def test_services_come_from_the_environment(tmp_path):
    found = settings(
        "production",
        tmp_path,
        "DATABASES",
        "CACHES",
        "EMAIL_HOST",
        "EMAIL_USE_TLS",
        "SECURE_PROXY_SSL_HEADER",
        "NEWSROOM",
        **PRODUCTION,
        DATABASE_URL="postgres://writer:p%40ss@db.internal:5433/press",
        REDIS_URL="redis://cache.internal:6379/1",
        EMAIL_URL="smtp+tls://user:secret@mail.internal:587",
        NEWSROOM_PAGE_SIZE="10",
        NEWSROOM_TRUSTED_PROXIES="1",
        NEWSROOM_IMAGE_SIZES='{"only": "max-10x10"}',
    )
    database = found["DATABASES"]["default"]
    assert (database["ENGINE"], database["HOST"], database["PORT"]) == (
        "django.db.backends.postgresql",
        "db.internal",
        5433,
    )
    assert (database["USER"], database["PASSWORD"], database["NAME"]) == ("writer", "p@ss", "press")
    assert found["CACHES"]["default"]["LOCATION"] == "redis://cache.internal:6379/1"
    assert (found["EMAIL_HOST"], found["EMAIL_USE_TLS"]) == ("mail.internal", True)
    assert found["SECURE_PROXY_SSL_HEADER"] == ["HTTP_X_FORWARDED_PROTO", "https"]
    assert found["NEWSROOM"] == {
        "BASE_URL": "https://press.example.com",
        "PAGE_SIZE": 10,
        "TRUSTED_PROXIES": 1,
        "IMAGE_SIZES": {"only": "max-10x10"},
    }


def test_uploads_go_to_a_bucket_and_no_credential_is_stored_with_a_task(tmp_path):
    """Wagtail's tasks keep a storage as it deconstructs: path, arguments, keyword arguments."""
    code = """
import json, django
django.setup()
from django.core.files.storage import default_storage, storages
shelf = storages["newsroom_shelf"]
print(json.dumps([default_storage.deconstruct(), shelf.deconstruct(), shelf.url("images/a b.jpg"), default_storage.url("x.jpg")]))
"""
    done = run(
        "production",
        code,
        tmp_path,
        {
            **PRODUCTION,
            "S3_VAULT_BUCKET": "private",
            "S3_SHELF_BUCKET": "press",
            "S3_ENDPOINT_URL": "http://127.0.0.1:9",
            "S3_PUBLIC_ENDPOINT_URL": "https://s3.example.com",
            "S3_SHELF_URL": "https://media.example.com/press/",
            "AWS_ACCESS_KEY_ID": "AKIAEXAMPLE",
            "AWS_SECRET_ACCESS_KEY": "very-secret",
        },
    )
    assert done.returncode == 0, done.stderr
    vault, shelf, public, private = json.loads(done.stdout)
    assert vault == ["cms.media.storage.s3.S3Vault", [], {}]
    assert shelf == ["cms.media.storage.s3.S3Shelf", [], {}]
    assert public == "https://media.example.com/press/images/a%20b.jpg"
    assert private.startswith("https://s3.example.com/private/x.jpg?")
    assert "very-secret" not in private


def test_the_demo_makes_a_secret_key_of_its_own_and_keeps_it(tmp_path):
    first = settings("demo", tmp_path, "SECRET_KEY", "NEWSROOM_DEMO", "DEBUG")
    again = settings("demo", tmp_path, "SECRET_KEY")
    assert len(first["SECRET_KEY"]) == 50
    assert first["SECRET_KEY"] == again["SECRET_KEY"] == (tmp_path / "secret-key").read_text()
    assert (first["NEWSROOM_DEMO"], first["DEBUG"]) == (True, False)
    assert stat.S_IMODE((tmp_path / "secret-key").stat().st_mode) == 0o600
    (tmp_path / "other").mkdir()
    assert settings("demo", tmp_path / "other", "SECRET_KEY") != again


def test_logs_are_json_objects_when_asked(tmp_path):
    code = """
import django, logging
django.setup()
logging.getLogger("cms.ledger").warning("Refreshed %s items.", 3)
"""
    done = run("production", code, tmp_path, {**PRODUCTION, "LOG_FORMAT": "json"})
    record = json.loads(done.stdout)
    assert (record["level"], record["logger"], record["message"]) == (
        "WARNING",
        "cms.ledger",
        "Refreshed 3 items.",
    )
    assert done.stderr == ""
