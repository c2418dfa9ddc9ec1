"""The conformance kit, ready to run: Node in its folder, with its packages installed."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.contract.conftest import NPM, node

KIT = Path(__file__).parents[2] / "frontend_contract" / "conformance"
COMMAND = KIT / "bin" / "newsroom-conformance.js"
Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="session", name="kit")
def installed_kit() -> Run:
    """Node in the kit's folder, with its packages installed."""
    installed = KIT / "node_modules" / ".package-lock.json"
    lock = KIT / "package-lock.json"
    if not installed.exists() or installed.stat().st_mtime < lock.stat().st_mtime:
        result = node(NPM, "ci", folder=KIT, timeout=900)
        assert result.returncode == 0, result.stderr
        installed.touch()
    return lambda *arguments, **how: node(*arguments, folder=KIT, **how)
