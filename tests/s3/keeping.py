"""A file in the vault and on the shelf, as the tests of storages put it there and fetch it."""

from __future__ import annotations

from urllib.error import HTTPError
from urllib.request import Request, urlopen

from cms.media.storage import shelf
from tests.keeping import NAME


def take(
    vault_name: str, name: str = NAME, content_type: str = "image/jpeg", download_name: str | None = None
):
    shelf.take(vault_name, name, content_type=content_type, download_name=download_name)


def get(address: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    """An anonymous request: status, headers, body."""
    try:
        with urlopen(Request(address, headers=headers), timeout=10) as response:
            return response.status, dict(response.headers), response.read()
    except HTTPError as error:
        return error.code, dict(error.headers), error.read()
