"""Things whose documents show files: they are made ready for the public before the ledger's lock is taken."""

from __future__ import annotations

from collections.abc import Iterator

from cms.media import shelf
from cms.media.document import showable
from cms.media.models import Asset


class ShowsFiles:
    """Adds to a `Publishable`: its assets are put on the shelf before it is public."""

    def shown_assets(self) -> Iterator[Asset]:
        """Every asset that the document may show, expired ones too."""
        raise NotImplementedError

    def prepare(self, *, publicly: bool = True) -> None:
        shelf.prepare(self._showable(), publicly=publicly)

    def is_prepared(self) -> bool:
        return shelf.is_prepared(self._showable())

    def _showable(self) -> list[Asset]:
        return list({asset.uid: asset for asset in self.shown_assets() if showable(asset)}.values())
