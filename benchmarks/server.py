"""One web process to be measured, and the load on it."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parents[1]
WARM_UP = "2s"
WRK_SCRIPT = """
done = function(summary, latency, requests)
    io.write(string.format("RESULT %d %d %d %d %d\\n", summary.requests, summary.duration,
        latency:percentile(50), latency:percentile(99), summary.errors.status + summary.errors.timeout))
end
"""


@dataclass(frozen=True)
class Request:
    """What is asked for, again and again. With a body it is a POST of JSON."""

    path: str
    body: str = ""
    script: str = ""
    """Lua for wrk, where every request is another."""


@dataclass(frozen=True)
class Measured:
    """Requests per second, and the times in milliseconds that half and 99 % of them took at most."""

    per_second: float
    p50: float
    p99: float
    errors: int


@contextlib.contextmanager
def running(database_url: str) -> Iterator[str]:
    """A gunicorn with one worker process on a free port of this machine; gives its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = os.environ | {"DATABASE_URL": database_url, "DJANGO_SETTINGS_MODULE": "benchmarks.settings"}
    command = [
        sys.executable, "-m", "gunicorn", "cms.project.wsgi:application", "--bind", f"127.0.0.1:{port}", "--workers", "1",
        "--worker-class", "gthread", "--threads", "4", "--keep-alive", "60", "--log-level", "error",
    ]  # fmt: skip
    process = subprocess.Popen(command, cwd=ROOT, env=environment)
    address = f"http://127.0.0.1:{port}"
    try:
        _wait_for(f"{address}/healthz", process)
        yield address
    finally:
        process.terminate()
        process.wait(20)


def _wait_for(address: str, process: subprocess.Popen[bytes]) -> None:
    for _ in range(300):
        if process.poll() is not None:
            raise SystemExit("The server did not start.")
        with contextlib.suppress(URLError), urlopen(address) as answer:
            if answer.status == 200:
                return
        time.sleep(0.2)
    raise SystemExit("The server does not answer.")


def load(address: str, request: Request, *, concurrency: int, seconds: int) -> Measured:
    """Ask for the same thing on `concurrency` connections for `seconds`, after a warm-up."""
    wrk = shutil.which("wrk")
    if wrk is None:
        raise SystemExit("The benchmark needs wrk: apt-get install wrk")
    script = WRK_SCRIPT + request.script
    if request.body:
        script += f'wrk.method = "POST"\nwrk.body = [==[{request.body}]==]\nwrk.headers["Content-Type"] = "application/json"\n'
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as file:
        file.write(script)
        file.flush()
        command = [wrk, "-t", "1", "-c", str(concurrency), "-s", file.name, address + request.path]
        subprocess.run([*command, "-d", WARM_UP], check=True, capture_output=True)
        output = subprocess.run(
            [*command, "-d", f"{seconds}s"], check=True, capture_output=True, text=True
        ).stdout
    found = re.search(r"RESULT (\d+) (\d+) (\d+) (\d+) (\d+)", output)
    if found is None:
        raise SystemExit(output)
    requests, microseconds, p50, p99, errors = map(int, found.groups())
    return Measured(requests / (microseconds / 1e6), p50 / 1000, p99 / 1000, errors)
