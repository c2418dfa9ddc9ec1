"""Prints the path of the Chromium for browser tests: $CHROMIUM, one of the system, or playwright's own."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
SNAP = "/snap/"  # Ubuntu's chromium is a snap, which sees no files of tests


def chromium() -> str | None:
    """The first one found; None where there is none."""
    found = [os.environ.get("CHROMIUM"), *map(shutil.which, NAMES)]
    with sync_playwright() as playwright:
        found.append(playwright.chromium.executable_path)
    return next((path for path in found if path and Path(path).exists() and not is_snap(path)), None)


def is_snap(path: str) -> bool:
    """Whether it is a snap, or the script of a Debian package that only starts a snap."""
    real = Path(path).resolve()
    return str(real).startswith(SNAP) or (real.stat().st_size < 10_000 and SNAP.encode() in real.read_bytes())


if __name__ == "__main__":
    path = chromium()
    print(path or "none")
    sys.exit(path is None)
