"""An image of each format, for the tests of pictures."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PIL import PngImagePlugin

from tests.cms.media.pictures.painting import four_corners, private_exif


@pytest.fixture
def images(tmp_path: Path) -> dict[str, Path]:
    """One image of every format that is taken, all with the four corners, and private metadata where it can be."""
    paths = {}
    exif = private_exif()
    formats: dict[str, dict[str, Any]] = {
        "jpg": {"exif": exif, "comment": b"<?php system('id') ?>", "quality": 95},
        "webp": {"exif": exif, "quality": 95},
        "avif": {"exif": exif, "quality": 90},
        "tiff": {"compression": "tiff_lzw"},
        "gif": {"comment": b"<?php 1 ?>"},
    }
    for suffix, options in formats.items():
        paths[suffix] = tmp_path / f"Ålandshav – våren №2 [1].{suffix}"
        four_corners().save(paths[suffix], **options)
    texts = PngImagePlugin.PngInfo()
    texts.add_text("Comment", "<?php 1 ?>")
    paths["png"] = tmp_path / "a.png"
    four_corners().save(paths["png"], exif=exif, pnginfo=texts)
    return paths
