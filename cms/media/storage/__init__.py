"""The two places of files: the vault (private) and the shelf (public). `vault` and `shelf` are what other code uses.

`base.py` says what each can do, `local.py` keeps them in folders, `s3.py` in buckets. `STORAGES` names them
`newsroom_vault` and `newsroom_shelf`. Nothing here decides what is public.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.files.storage import storages

if TYPE_CHECKING:
    from cms.media.storage.base import Shelf, Vault


class _Place:
    """The storage behind an alias, looked up at each use, so that settings may be overridden."""

    def __init__(self, alias: str) -> None:
        self._alias = alias

    def __getattr__(self, name: str) -> Any:
        return getattr(storages[self._alias], name)


if TYPE_CHECKING:
    vault: Vault
    shelf: Shelf
else:
    vault = _Place("newsroom_vault")
    shelf = _Place("newsroom_shelf")


def origins() -> list[str]:
    """The origins besides this site's that browsers fetch files from, for content security policies."""
    return sorted({place.origin for place in (vault, shelf) if place.origin})
