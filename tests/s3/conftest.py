"""`s3_server`: one real S3 server for the whole run, however many processes it has. `buckets`: two new ones on it."""

from __future__ import annotations

import fcntl
import importlib.util
import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any
from uuid import uuid4

import boto3
import pytest
from botocore.config import Config

from tests.keeping import kept  # noqa: F401 # a fixture

ROOT = Path(__file__).resolve().parents[2]
CEPH = Path(__file__).with_name("ceph.py")
START_SECONDS = 300


def loaded(path: Path) -> Any:
    """A Python file that is no module of a package."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def s3_server(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """endpoint, access_key and secret_key of the server. It ends with the run, and keeps everything in memory."""
    if absent := loaded(CEPH).missing():
        message = (
            f"A real S3 server needs {', '.join(absent)}: sudo scripts/test-needs installs them on Debian."
        )
        if os.environ.get("CI") == "true" and os.geteuid() == 0 and Path("/etc/debian_version").exists():
            pytest.fail(message)
        pytest.skip(message)
    of_worker = "PYTEST_XDIST_WORKER" in os.environ
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if of_worker else base) / "ceph"
    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "ready.json").exists():
            watched = os.getppid() if of_worker else os.getpid()
            subprocess.Popen(
                [sys.executable, str(CEPH), str(folder), str(watched)],
                stdin=subprocess.DEVNULL,
                start_new_session=True,
            )
            wait_for(folder)
    return json.loads((folder / "ready.json").read_text())


def wait_for(folder: Path) -> None:
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end and not (folder / "ready.json").exists():
        if (folder / "failed.txt").exists():
            pytest.fail(f"The S3 server did not start: {(folder / 'failed.txt').read_text()}")
        time.sleep(0.1)
    if not (folder / "ready.json").exists():
        pytest.fail(f"The S3 server did not start within {START_SECONDS} seconds; its logs are in {folder}.")


@pytest.fixture
def s3_client(s3_server: dict[str, str]) -> Any:
    """A client with the owner's keys."""
    return boto3.client(
        "s3",
        endpoint_url=s3_server["endpoint"],
        region_name="us-east-1",
        aws_access_key_id=s3_server["access_key"],
        aws_secret_access_key=s3_server["secret_key"],
        config=Config(s3={"addressing_style": "path"}),
    )


@pytest.fixture
def s3_environment(s3_server: dict[str, str]) -> dict[str, str]:
    """The variables of an installation with two new buckets, before `scripts/prepare_buckets.py` has made them."""
    name = uuid4().hex[:12]
    return {
        "S3_VAULT_BUCKET": f"vault-{name}",
        "S3_SHELF_BUCKET": f"shelf-{name}",
        "S3_ENDPOINT_URL": s3_server["endpoint"],
        "S3_REGION": "us-east-1",
        "AWS_ACCESS_KEY_ID": s3_server["access_key"],
        "AWS_SECRET_ACCESS_KEY": s3_server["secret_key"],
        "BASE_URL": "http://testserver",
    }


@pytest.fixture
def use_s3(settings: Any, monkeypatch: pytest.MonkeyPatch, s3_client: Any) -> Any:
    """Makes the buckets of an environment and has the newsroom use them."""
    script = loaded(ROOT / "scripts" / "prepare_buckets.py")

    def use(environment: dict[str, str], *, prepared: bool = True) -> None:
        if prepared:
            script.prepare(s3_client, environment)
        for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
            monkeypatch.setenv(name, environment[name])
        for name in ("AWS_PROFILE", "AWS_SESSION_TOKEN", "AWS_ENDPOINT_URL"):
            monkeypatch.delenv(name, raising=False)
        settings.NEWSROOM_S3 = {
            name.removeprefix("S3_"): value for name, value in environment.items() if name.startswith("S3_")
        }
        settings.STORAGES = settings.STORAGES | {
            "default": {"BACKEND": "cms.media.storage.s3.S3Vault"},
            "newsroom_vault": {"BACKEND": "cms.media.storage.s3.S3Vault"},
            "newsroom_shelf": {"BACKEND": "cms.media.storage.s3.S3Shelf"},
        }

    return use


@pytest.fixture
def buckets(s3_environment: dict[str, str], use_s3: Any) -> dict[str, str]:
    """Vault and shelf in two new buckets; gives the variables that name them."""
    use_s3(s3_environment)
    return s3_environment
