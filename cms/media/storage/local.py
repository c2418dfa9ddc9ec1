"""Vault and shelf in folders of this machine. `cms/media/views.py` serves them."""

from __future__ import annotations

import json
import os
import shutil
import time
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any
from uuid import uuid4

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.files import File
from django.core.files.storage import FileSystemStorage
from django.urls import reverse

from cms.conf import newsroom
from cms.media.storage import signing, vault
from cms.media.storage.base import CHUNK, Place, Shelf, Vault, content_type_of, origin_of, plain_name
from cms.media.storage.failures import of_disk

PARTS = ".parts"
"""Folder of files that are still being written."""
HEADERS = ".headers"
"""Folder of what a file on the shelf is served with, where its name does not tell."""
PART_SECONDS = 24 * 3600
"""Age at which a file that is still being written was left by a process that died."""
TRIES = 20


class Folder(FileSystemStorage, Place):
    """Files below the folder that a setting names. Takes no arguments: tasks store a storage with its arguments."""

    root_setting: str
    levels_kept = 0
    """Folders that stay when they are empty: those of this depth."""

    def __init__(self) -> None:
        super().__init__()

    @property
    def base_location(self) -> str:
        root = getattr(settings, self.root_setting, None)
        if not root:
            raise ImproperlyConfigured(f"The setting {self.root_setting} must name a folder.")
        return str(root)

    @property
    def location(self) -> str:
        return os.path.abspath(self.base_location)

    @property
    def root(self) -> Path:
        return Path(self.location)

    @property
    def place(self) -> str:
        return f"{self.root.resolve()}/"

    def path(self, name: str) -> str:
        return super().path(plain_name(name)) if name else self.location

    def open(self, name: str, mode: str = "rb") -> File[Any]:
        with of_disk("opening a file"):
            return super().open(name, mode)

    def chunks(self, name: str, offset: int = 0) -> Iterator[bytes]:
        with of_disk("reading a file"), Path(self.path(name)).open("rb") as file:
            file.seek(offset)
            while chunk := file.read(CHUNK):
                yield chunk

    def save(self, name: str | None, content: IO[Any], max_length: int | None = None) -> str:
        with of_disk("saving a file"):
            return super().save(name, content, max_length)

    def exists(self, name: str) -> bool:
        with of_disk("looking for a file"):
            return super().exists(name)

    def size(self, name: str) -> int:
        with of_disk("measuring a file"):
            return super().size(name)

    def delete(self, name: str) -> None:
        self.remove([name])

    def remove(self, names: Collection[str]) -> None:
        with of_disk("deleting files"):
            for name in names:
                path = Path(self.path(name))
                path.unlink(missing_ok=True)
                self._prune(path.parent)

    def names(self) -> Iterator[str]:
        with of_disk("listing files"):
            for folder, folders, files in os.walk(self.location):
                folders[:] = [name for name in folders if not name.startswith(".")]
                below = Path(folder).relative_to(self.location)
                yield from ((below / name).as_posix() for name in files if not name.startswith("."))

    def _prune(self, folder: Path) -> None:
        """Take away a folder that has become empty, and those above it."""
        with suppress(OSError):
            while folder != self.root and len(folder.relative_to(self.root).parts) > self.levels_kept:
                folder.rmdir()
                folder = folder.parent

    def _put(self, source: Path, target: Path) -> None:
        """Copy a file to its place at once: first beside it, then by renaming."""
        parts = self.root / PARTS
        parts.mkdir(parents=True, exist_ok=True)
        self._forget_old_parts(parts)
        part = parts / uuid4().hex
        try:
            with source.open("rb") as original, part.open("xb") as copy:
                shutil.copyfileobj(original, copy, 1024 * 1024)
                copy.flush()
                os.fsync(copy.fileno())
            if self.file_permissions_mode is not None:
                part.chmod(self.file_permissions_mode)
            self._at_place(target, lambda: part.replace(target))
        finally:
            part.unlink(missing_ok=True)

    def _at_place(self, target: Path, act: Any) -> None:
        """Do something that needs the folder of `target`, which another process may be taking away as empty."""
        for _ in range(TRIES):
            target.parent.mkdir(parents=True, exist_ok=True)
            try:
                act()
            except FileNotFoundError:
                continue
            return
        raise OSError(f"The folder of {target.name} goes away again and again.")

    def _forget_old_parts(self, parts: Path) -> None:
        for part in parts.iterdir():
            with suppress(FileNotFoundError):
                if time.time() - part.stat().st_mtime > PART_SECONDS:
                    part.unlink()


class LocalVault(Folder, Vault):
    """The vault in the folder `NEWSROOM_VAULT_ROOT`, which no web server may serve."""

    root_setting = "NEWSROOM_VAULT_ROOT"
    on_this_machine = True
    levels_kept = 1  # Django makes the folder before the file: only folders of one file's own may go between

    @property
    def origin(self) -> str:
        return ""

    def url(self, name: str | None) -> str:
        if not name:
            raise ValueError("There is no file.")
        return reverse("newsroom_vault_file", args=[signing.signature_of(name), name])

    @contextmanager
    def local_copy(self, name: str) -> Iterator[Path]:
        path = Path(self.path(name))
        if not path.is_file():
            raise FileNotFoundError(f"The vault has no file {name}.")
        yield path

    def keep(self, path: Path, name: str, *, content_type: str) -> None:
        with of_disk("storing a file"):
            self._put(path, Path(self.path(name)))


class LocalShelf(Folder, Shelf):
    """The shelf in the folder `NEWSROOM_SHELF_ROOT`, at `NEWSROOM_SHELF_URL` (default: this site's /media/)."""

    root_setting = "NEWSROOM_SHELF_ROOT"

    @property
    def base(self) -> str:
        address: str = getattr(settings, "NEWSROOM_SHELF_URL", "") or f"{newsroom.BASE_URL}/media"
        return address.rstrip("/") + "/"

    @property
    def base_url(self) -> str:
        return self.base

    @property
    def origin(self) -> str:
        return origin_of(self.base)

    def url(self, name: str | None) -> str:
        return Shelf.url(self, name)

    def take(self, vault_name: str, name: str, *, content_type: str, download_name: str | None) -> None:
        target = Path(self.path(name))
        with vault.local_copy(vault_name) as source, of_disk("putting a file on the shelf"):
            if not target.exists():
                self._link(source, target)
            self._describe(name, content_type, download_name)

    def remove(self, names: Collection[str]) -> None:
        with of_disk("deleting files"):
            for name in names:  # before its file: headers without a file would never be found again
                headers = self._headers(name)
                headers.unlink(missing_ok=True)
                self._prune(headers.parent)
        super().remove(names)

    def description(self, name: str) -> tuple[str, str | None]:
        """Content type and download name of a file: what `take` was told."""
        try:
            content_type, download_name = json.loads(self._headers(name).read_text(encoding="utf-8"))
        except FileNotFoundError:
            return content_type_of(name), None
        return content_type, download_name

    def _link(self, source: Path, target: Path) -> None:
        """The same file under a second name where the file system can, else a copy."""
        if vault.on_this_machine:
            try:
                self._at_place(target, lambda: os.link(source, target))
            except FileExistsError:
                return
            except OSError:  # another file system, or one without links
                self._put(source, target)
        else:
            self._put(source, target)

    def _describe(self, name: str, content_type: str, download_name: str | None) -> None:
        headers = self._headers(name)
        if download_name is None and content_type == content_type_of(name):
            headers.unlink(missing_ok=True)
            return
        part = self.root / PARTS / uuid4().hex
        part.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(json.dumps([content_type, download_name], ensure_ascii=False), encoding="utf-8")
        self._at_place(headers, lambda: part.replace(headers))

    def _headers(self, name: str) -> Path:
        return self.root / HEADERS / f"{plain_name(name)}.json"
