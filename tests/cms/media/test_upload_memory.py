"""A file of 1 GB through a real web server: neither it nor the worker ever holds much of it in memory."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from benchmarks.uploads import GIGABYTE, measure

pytestmark = [pytest.mark.slow, pytest.mark.enable_socket]

MOST = 64 * 1024 * 1024


def test_a_gigabyte_into_a_folder(transactional_db: None, tmp_path: Path) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("The server of this test uses a database file; memory is the same with others.")
    environment: dict[str, Any] = {"VAULT_ROOT": str(tmp_path / "vault"), "DATA_DIR": str(tmp_path)}
    growth = measure(f"sqlite:///{connection.settings_dict['NAME']}", environment, size=GIGABYTE)
    assert growth.web < MOST, growth
    assert growth.check < MOST, growth
