"""The parts of uploads beside a vault in folders; and what every keeper of parts can do.

A part is a file of its own until all have come, so that whoever is still sending one cannot change a file that has been
checked. They are then put into one file without ever being all there twice.
"""

from __future__ import annotations

import fcntl
import os
import shutil
from abc import ABC, abstractmethod
from collections.abc import Collection, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from typing import IO, Any
from uuid import uuid4

from django.core.files.storage import storages
from django.utils.translation import gettext as _

from cms.errors import InvalidInput
from cms.media.models import Upload
from cms.media.storage.failures import of_disk
from cms.media.storage.local import LocalVault
from cms.media.uploads.problems import TooLarge, UploadGone

FOLDER = ".uploads"
"""In the vault's folder: names with a dot in front are no files of the vault."""
WHOLE = "whole"
LOCK = "lock"
CHUNK = 256 * 1024


class Parts(ABC):
    """Where the parts of uploads are. Raises `StorageUnavailable`, and `UploadGone` for an upload it does not know."""

    direct: bool
    """Whether browsers send the parts to the storage itself, by signed addresses."""

    @abstractmethod
    def begin(self, upload: Upload) -> str:
        """Get ready for an upload; returns what the storage calls it."""

    @abstractmethod
    def there(self, upload: Upload) -> set[int]:
        """The numbers of the parts that are there in their full length."""

    @abstractmethod
    def addresses(self, upload: Upload, numbers: Collection[int]) -> dict[int, str]:
        """Where the browser is to PUT each part; nothing when not `direct`."""

    @abstractmethod
    def receive(self, upload: Upload, number: int, body: IO[bytes]) -> None:
        """Store a part that came to this site. Raises `TooLarge` and `InvalidInput` for a wrong length."""

    @abstractmethod
    def held(self, upload: Upload) -> AbstractContextManager[bool]:
        """True when nobody else works on the upload; nobody does as long as the context is open."""

    @abstractmethod
    def assemble(self, upload: Upload) -> None:
        """Make one file of the parts. May be repeated, also after a crash."""

    @abstractmethod
    def whole(self, upload: Upload) -> AbstractContextManager[Path]:
        """The assembled file as a path on this machine, to be read."""

    @abstractmethod
    def settle(self, upload: Upload) -> None:
        """Put the assembled file to `final_name`. May be repeated, also after a crash."""

    @abstractmethod
    def tidy(self, upload: Upload) -> None:
        """Remove everything of the upload but the file at `final_name`."""

    @abstractmethod
    def discard(self, upload: Upload) -> None:
        """Remove everything of the upload, the file too."""


class LocalParts(Parts):
    """Parts in a folder of the upload's own, on the file system of the vault, so that the file is moved at no cost."""

    direct = False

    def __init__(self, vault: LocalVault) -> None:
        self.vault = vault

    def folder(self, upload: Upload) -> Path:
        return self.vault.root / FOLDER / upload.uid.hex

    def begin(self, upload: Upload) -> str:
        with of_disk("beginning an upload"):
            self.folder(upload).mkdir(parents=True, exist_ok=True)
        return ""

    def there(self, upload: Upload) -> set[int]:
        with of_disk("looking for parts"):
            if self._settled(upload):
                return set(range(1, upload.part_count + 1))
            assembled = _size(self.folder(upload) / WHOLE)
            done = upload.part_count if assembled == upload.size else assembled // upload.part_size
            try:
                found = {int(path.name) for path in self.folder(upload).iterdir() if path.name.isdecimal()}
            except FileNotFoundError:
                raise UploadGone(_("This upload is not there any more. Upload the file again.")) from None
            return set(range(1, done + 1)) | {number for number in found if self._is_full(upload, number)}

    def addresses(self, upload: Upload, numbers: Collection[int]) -> dict[int, str]:
        return {}

    def receive(self, upload: Upload, number: int, body: IO[bytes]) -> None:
        part = self.folder(upload) / f"{number}.{uuid4().hex}"
        try:
            with of_disk("storing a part"):
                with part.open("xb") as file:
                    _write(body, file, upload.length_of(number))
                part.replace(part.with_name(str(number)))
        except FileNotFoundError:
            raise UploadGone(_("This upload is not there any more. Upload the file again.")) from None
        finally:
            part.unlink(missing_ok=True)

    @contextmanager
    def held(self, upload: Upload) -> Iterator[bool]:
        try:
            lock = (self.folder(upload) / LOCK).open("w")
        except FileNotFoundError:
            yield False
            return
        with lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                yield False
                return
            yield True

    def assemble(self, upload: Upload) -> None:
        if self._settled(upload):
            return
        folder, whole = self.folder(upload), self.folder(upload) / WHOLE
        with of_disk("putting parts together"):
            if not whole.exists():
                (folder / "1").replace(whole)
            if _size(whole) == upload.size:
                return
            done = _size(whole) // upload.part_size
            with whole.open("r+b") as target:
                target.truncate(done * upload.part_size)  # a crash may have left a part of a part
                target.seek(0, os.SEEK_END)
                for number in range(done + 1, upload.part_count + 1):
                    part = folder / str(number)
                    with part.open("rb") as source:
                        shutil.copyfileobj(source, target, CHUNK)
                    target.flush()
                    os.fsync(target.fileno())
                    part.unlink()

    @contextmanager
    def whole(self, upload: Upload) -> Iterator[Path]:
        if self._settled(upload):
            yield Path(self.vault.path(upload.final_name))
        else:
            yield self.folder(upload) / WHOLE

    def settle(self, upload: Upload) -> None:
        if self._settled(upload):
            return
        whole, target = self.folder(upload) / WHOLE, Path(self.vault.path(upload.final_name))
        with of_disk("storing an upload"):
            target.parent.mkdir(parents=True, exist_ok=True)
            if self.vault.file_permissions_mode is not None:
                whole.chmod(self.vault.file_permissions_mode)
            whole.replace(target)

    def tidy(self, upload: Upload) -> None:
        with suppress(FileNotFoundError), of_disk("removing parts"):
            shutil.rmtree(self.folder(upload))

    def discard(self, upload: Upload) -> None:
        if upload.final_name:
            self.vault.remove([upload.final_name])
        self.tidy(upload)

    def _settled(self, upload: Upload) -> bool:
        return bool(upload.final_name) and Path(self.vault.path(upload.final_name)).exists()

    def _is_full(self, upload: Upload, number: int) -> bool:
        known = 1 <= number <= upload.part_count
        return known and _size(self.folder(upload) / str(number)) == upload.length_of(number)


def parts() -> Parts:
    """The keeper of parts that goes with the vault."""
    vault: Any = storages["newsroom_vault"]
    if isinstance(vault, LocalVault):
        return LocalParts(vault)
    from cms.media.uploads.parts_s3 import S3Parts

    return S3Parts(vault)


def _write(body: IO[bytes], file: IO[bytes], length: int) -> None:
    """Copy exactly `length` bytes; whoever sends more is cut off at the first byte too many."""
    written = 0
    while chunk := body.read(min(CHUNK, length - written + 1)):
        written += len(chunk)
        if written > length:
            raise TooLarge(_("The part has more bytes than it may have: %(limit)d.") % {"limit": length})
        file.write(chunk)
    if written < length:
        raise InvalidInput(
            _("The part broke off after %(written)d of %(length)d bytes.")
            % {"written": written, "length": length}
        )
    file.flush()
    os.fsync(file.fileno())


def _size(path: Path) -> int:
    """In bytes; 0 for a file that is not there."""
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0
