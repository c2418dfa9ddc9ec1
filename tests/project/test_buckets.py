"""What `scripts/prepare_buckets.py` says to the person at the keyboard. What it does: `tests/s3`."""

from __future__ import annotations

from pathlib import Path
from runpy import run_path

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "scripts" / "prepare_buckets.py"
NAMES = {"S3_VAULT_BUCKET": "v", "S3_SHELF_BUCKET": "s", "BASE_URL": "http://localhost:8000"}


def test_what_is_not_set_is_named() -> None:
    assert run_path(str(SCRIPT))["main"]({"S3_VAULT_BUCKET": "v"}) == (
        "Set S3_SHELF_BUCKET, BASE_URL first: docs/settings.md explains each variable."
    )


def test_a_store_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {"ACCESS_KEY_ID": "k", "SECRET_ACCESS_KEY": "s", "MAX_ATTEMPTS": "1"}.items():
        monkeypatch.setenv(f"AWS_{name}", value)
    told = run_path(str(SCRIPT))["main"](NAMES | {"S3_ENDPOINT_URL": "http://127.0.0.1:9"})
    assert told.startswith("The buckets are not ready: Could not connect to the endpoint URL")
