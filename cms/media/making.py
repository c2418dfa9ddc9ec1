"""The files that become the public copies of an asset, by its type. Pure: from a local file into a folder."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cms.media.models import Asset


@dataclass(frozen=True, slots=True)
class Copy:
    """A file made for the public."""

    name: str
    """`original`, `poster`, or the name of a size."""
    path: Path
    mime_type: str
    width: int | None = None
    height: int | None = None


def copies(asset: Asset, source: Path, folder: Path, *, poster: Path | None = None) -> Iterator[Copy]:
    """Every copy of the asset whose file is at `source`, made in `folder`."""
    raise NotImplementedError
