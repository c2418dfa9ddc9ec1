"""Memory of the web process and of the worker while a large file is uploaded and checked.

`measure()` needs a migrated database. `python -m benchmarks.uploads check ID` is the worker's part, `… editor` makes who uploads.
"""

from __future__ import annotations

import contextlib
import json
import os
import struct
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID, uuid4

from benchmarks.server import ROOT

ADDRESS = "/vault/uploads/"
GIGABYTE = 1_000_000_000
WARM_UP = 20_000_000
KIBIBYTE = 1024


@dataclass(frozen=True)
class Growth:
    """By how many bytes the resident memory of each process grew at most, and how long it took in seconds."""

    web: int
    check: int
    upload_seconds: float
    check_seconds: float


def measure(database_url: str, environment: dict[str, str], *, size: int = GIGABYTE) -> Growth:
    """Upload a sound of silence of `size` bytes (sparse on disk), and check it.

    `environment` names the storages, as for an installation; without buckets the vault is a folder.
    """
    variables = (
        os.environ
        | environment
        | {
            "DATABASE_URL": database_url,
            "DJANGO_SETTINGS_MODULE": "benchmarks.upload_settings",
        }
    )
    with tempfile.TemporaryDirectory() as folder, serving(variables) as (address, pid):
        client = Client(address, *_json_of("editor", variables))
        client.upload(sound(Path(folder) / "warm.wav", WARM_UP))
        before = peak(pid, reset=True)
        start = time.monotonic()
        uid = client.upload(sound(Path(folder) / "long.wav", size))
        seconds = time.monotonic() - start
        web = peak(pid) - before
        check, check_seconds = _json_of("check", variables, uid)
        state = client.ask("GET", f"{uid}/")["state"]
    if state != "DONE":
        raise SystemExit(f"The upload ended as {state}.")
    return Growth(web, check, seconds, check_seconds)


@contextlib.contextmanager
def serving(variables: dict[str, str]) -> Iterator[tuple[str, int]]:
    """A gunicorn with one worker process; gives its address and the worker's process id."""
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "log"
        command = [
            sys.executable, "-m", "gunicorn", "cms.project.wsgi:application", "--bind", "127.0.0.1:0",
            "--workers", "1", "--worker-class", "gthread", "--threads", "4", "--error-logfile", str(log),
        ]  # fmt: skip
        process = subprocess.Popen(command, cwd=ROOT, env=variables)
        try:
            yield _address(log, process), _worker(process)
        finally:
            process.terminate()
            process.wait(20)


class Client:
    """What the browser's script does, one part after the other."""

    def __init__(self, address: str, session: str, collection: int) -> None:
        self.host = urlsplit(address).netloc
        self.collection = collection
        self.headers = {"Cookie": f"sessionid={session}", "Content-Type": "application/json"}
        answer, cookies = _request(self.host, "GET", ADDRESS, None, self.headers)
        token = cookies.partition(";")[0]
        self.headers |= {
            "Cookie": f"sessionid={session}; {token}",
            "X-CSRFToken": json.loads(answer)["csrf_token"],
        }

    def ask(self, method: str, path: str, asked: Any = None) -> Any:
        body = None if asked is None else json.dumps(asked).encode()
        answer, _ = _request(self.host, method, ADDRESS + path, body, self.headers)
        return json.loads(answer) if answer else None

    def upload(self, path: Path) -> str:
        """Upload a file into the root collection; returns the id."""
        size = path.stat().st_size
        begun = self.ask("POST", "", {"name": path.name, "size": size, "collection": self.collection})
        uid: str = begun["id"]
        with path.open("rb") as file:
            for number in range(1, begun["part_count"] + 1):
                self._put(uid, number, file.read(begun["part_size"]), direct=begun["direct"])
        self.ask("POST", f"{uid}/complete/", {})
        return uid

    def _put(self, uid: str, number: int, part: bytes, *, direct: bool) -> None:
        if not direct:
            _request(self.host, "PUT", f"{ADDRESS}{uid}/parts/{number}/", part, self.headers)
            return
        found = self.ask("POST", f"{uid}/addresses/", {"parts": [number]})["addresses"][str(number)]
        parts = urlsplit(found)
        _request(parts.netloc, "PUT", f"{parts.path}?{parts.query}", part, {})


def sound(path: Path, size: int) -> Path:
    """A WAV file of silence, as a sparse file."""
    data = size - 44
    header = b"RIFF" + struct.pack("<I", size - 8) + b"WAVEfmt "
    header += struct.pack("<IHHIIHH", 16, 1, 2, 44100, 176400, 4, 16) + b"data" + struct.pack("<I", data)
    with path.open("wb") as file:
        file.write(header)
        file.truncate(size)
    return path


def peak(pid: int | str, *, reset: bool = False) -> int:
    """Most bytes of resident memory that a process had since the last reset; after a reset, those it has."""
    if reset:
        Path(f"/proc/{pid}/clear_refs").write_text("5")
    status = Path(f"/proc/{pid}/status").read_text()
    line = next(line for line in status.splitlines() if line.startswith("VmHWM:"))
    return int(line.split()[1]) * KIBIBYTE


def check(uid: str) -> None:
    """Check an upload in this process, as the worker does; prints growth and seconds."""
    import pyvips  # noqa: F401 # what a worker has loaded long ago, like its connection to the storage

    from cms.media.storage import vault
    from cms.media.uploads import services

    vault.exists("nothing")
    before = peak("self", reset=True)
    start = time.monotonic()
    services.check(UUID(uid))
    print(json.dumps([peak("self") - before, time.monotonic() - start]))


def editor() -> None:
    """Make somebody who may upload, logged in; prints the session's key and the number of the root collection."""
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY, get_user_model
    from django.contrib.sessions.backends.db import SessionStore
    from wagtail.models import Collection

    user = get_user_model().objects.create_superuser(f"uploader-{uuid4().hex}")
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.save()
    print(json.dumps([session.session_key, Collection.objects.get(depth=1).pk]))


def _json_of(command: str, variables: dict[str, str], *arguments: str) -> Any:
    """What this module prints when it is run in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.uploads", command, *arguments],
        cwd=ROOT,
        env=variables,
        check=False,
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise SystemExit(done.stderr)
    return json.loads(done.stdout.splitlines()[-1])


def _request(
    host: str, method: str, path: str, body: bytes | None, headers: dict[str, str]
) -> tuple[bytes, str]:
    connection = HTTPConnection(host, timeout=120)
    try:
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        content = answer.read()
    finally:
        connection.close()
    if answer.status >= 300:
        raise SystemExit(f"{method} {path.partition('?')[0]}: {answer.status} {content[:300]!r}")
    return content, answer.headers.get("Set-Cookie", "")


def _address(log: Path, process: subprocess.Popen[bytes]) -> str:
    """Where gunicorn listens, by its log."""
    for _ in range(300):
        if process.poll() is not None:
            raise SystemExit("The server did not start.")
        for line in log.read_text().splitlines() if log.exists() else ():
            if "Listening at: " in line:
                return line.partition("Listening at: ")[2].split()[0]
        time.sleep(0.1)
    raise SystemExit("The server does not answer.")


def _worker(process: subprocess.Popen[bytes]) -> int:
    """The process id of gunicorn's only worker."""
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    for _ in range(100):
        if found := children.read_text().split():
            return int(found[0])
        time.sleep(0.1)
    raise SystemExit("The server has no worker.")


if __name__ == "__main__":
    import django

    django.setup()
    if sys.argv[1] == "check":
        check(sys.argv[2])
    else:
        editor()
