"""A file that is kept in the vault, wherever that is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from cms.media.storage import vault

TEXT = b"0123456789" * 10
NAME = "ab12/Bild på Åre.jpg"
"""Of a file on the shelf."""


@pytest.fixture
def kept(tmp_path: Path) -> Any:
    """Puts bytes into the vault and gives the name that they got."""

    def keep(
        content: bytes = TEXT, name: str = "originals/1f/report.jpg", content_type: str = "image/jpeg"
    ) -> str:
        source = tmp_path / "source"
        source.write_bytes(content)
        vault.keep(source, name, content_type=content_type)
        return name

    return keep
