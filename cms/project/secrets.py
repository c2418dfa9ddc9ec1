"""The secret key of an installation that has none in its environment: made once, kept in a file."""

from __future__ import annotations

import os
from pathlib import Path

from django.core.management.utils import get_random_secret_key


def secret_key_file(path: Path) -> str:
    """The key in `path`; made at the first call, readable by its owner only."""
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text().strip()
    key = get_random_secret_key()
    with os.fdopen(descriptor, "w") as file:
        file.write(key)
    return key
