"""What a vault and a shelf can do, wherever they keep their files.

Names are relative paths with slashes. A storage that cannot do its work raises `StorageUnavailable`; a file that is
not there raises `FileNotFoundError`.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterator
from contextlib import AbstractContextManager
from mimetypes import MimeTypes
from pathlib import Path
from typing import IO, Any
from urllib.parse import unquote, urlsplit

from django.core.exceptions import SuspiciousFileOperation
from django.core.files import File
from django.utils.encoding import filepath_to_uri
from django.utils.http import content_disposition_header

VAULT_CACHE_CONTROL = "private, max-age=600"
SHELF_CACHE_CONTROL = "public, max-age=31536000, immutable"
"""The names on the shelf change with the content (RFC 8246)."""

INLINE = frozenset(
    {
        *("image/avif", "image/gif", "image/jpeg", "image/png", "image/webp"),
        *("audio/aac", "audio/flac", "audio/mp4", "audio/mpeg", "audio/ogg", "audio/wav", "audio/webm"),
        *("audio/x-wav", "video/mp4", "video/ogg", "video/quicktime", "video/webm"),
        "application/pdf",
    }
)
"""Media types that a browser may show. Everything else is only downloaded: SVG and HTML would run."""

_TYPES = MimeTypes()  # the same on every machine: Python's own table and these, not those of the system
for _type, _suffix in (
    ("image/avif", ".avif"),
    ("image/heic", ".heic"),
    ("image/heif", ".heif"),
    ("image/webp", ".webp"),
    ("audio/aac", ".aac"),
    ("audio/flac", ".flac"),
    ("audio/mp4", ".m4a"),
    ("audio/ogg", ".oga"),
    ("audio/ogg", ".ogg"),
    ("audio/ogg", ".opus"),
    ("audio/wav", ".wav"),
    ("video/mp4", ".m4v"),
    ("video/ogg", ".ogv"),
    ("text/vtt", ".vtt"),
):
    _TYPES.add_type(_type, _suffix)


CHUNK = 256 * 1024
"""Bytes of a file that are held while it is passed on."""


class Place(ABC):
    """What vault and shelf have in common, beside what every storage of Django has."""

    @property
    @abstractmethod
    def origin(self) -> str:
        """Scheme, host and port that browsers fetch from; empty when it is this site itself."""

    @property
    @abstractmethod
    def place(self) -> str:
        """Where the files are, with a final slash: two storages are apart when neither begins with the other's."""

    plain_base: str = ""
    """The address that unsigned ones begin with, where a store of its own answers them."""

    @abstractmethod
    def remove(self, names: Collection[str]) -> None:
        """Delete these files. Those that are not there are no error."""

    @abstractmethod
    def names(self) -> Iterator[str]:
        """The name of every file, in pages, never all in memory. No order is promised."""

    @abstractmethod
    def exists(self, name: str) -> bool: ...

    @abstractmethod
    def size(self, name: str) -> int:
        """Size of a file in bytes."""

    @abstractmethod
    def open(self, name: str, mode: str = "rb") -> File[Any]: ...

    @abstractmethod
    def chunks(self, name: str, offset: int = 0) -> Iterator[bytes]:
        """The bytes of a file from `offset` on, as they come: nothing before is fetched, and one chunk held."""

    @abstractmethod
    def save(self, name: str | None, content: IO[Any], max_length: int | None = None) -> str: ...

    @abstractmethod
    def delete(self, name: str) -> None: ...


class Vault(Place):
    """The private storage. Its addresses are signed and expire."""

    on_this_machine = False
    """Whether `local_copy` gives the file itself."""

    @abstractmethod
    def url(self, name: str | None) -> str:
        """An address that works for about an hour, for whoever has it."""

    @abstractmethod
    def local_copy(self, name: str) -> AbstractContextManager[Path]:
        """The file as a path on this machine, to be read and not changed, while the context is open."""

    @abstractmethod
    def keep(self, path: Path, name: str, *, content_type: str) -> None:
        """Store the file at `path` under exactly this name, in place of what had it; never half of it."""


class Shelf(Place):
    """The public storage. What is on it can be had by everybody who knows its name, and be kept for a year."""

    @property
    @abstractmethod
    def base(self) -> str:
        """The absolute address that the addresses of all files begin with, with its final slash."""

    @abstractmethod
    def take(self, vault_name: str, name: str, *, content_type: str, download_name: str | None) -> None:
        """Copy a file of the vault here. It appears whole or not at all; a second time changes nothing.

        `download_name`: browsers save the file under it instead of showing it. Raises `FileNotFoundError` when the
        vault has no such file.
        """

    def url(self, name: str | None) -> str:
        """The absolute address of a file; it never changes."""
        return self.base + filepath_to_uri(name or "")

    def name_of(self, url: str) -> str | None:
        """The name of the file at an address; None for addresses elsewhere."""
        name = unquote(url.removeprefix(self.base))
        return name if url.startswith(self.base) and name else None


def content_type_of(name: str) -> str:
    """The media type that the end of a name stands for."""
    found, encoding = _TYPES.guess_type(name)
    return found if found and not encoding else "application/octet-stream"


def disposition(content_type: str, download_name: str | None) -> str | None:
    """The `Content-Disposition` (RFC 6266) of a file; None lets browsers show it."""
    if download_name is None and content_type in INLINE:
        return None
    return content_disposition_header(True, download_name or "")


def plain_name(name: str) -> str:
    """The name, when it is one that a file here can have. Names with a dot in front are the storage's own."""
    if not name or any(part.startswith(".") or not part for part in name.split("/")) or "\\" in name:
        raise SuspiciousFileOperation(f"No file can be named {name!r} here.")
    return name


def origin_of(address: str) -> str:
    """Scheme, host and port of an address; empty for one without a host."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""
