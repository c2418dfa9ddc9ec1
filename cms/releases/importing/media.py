"""Images that came with the file, in a folder beside it. Images on the web are never fetched."""

from __future__ import annotations

import hashlib
from pathlib import Path
from urllib.parse import unquote, urlsplit

from django.core.files.images import ImageFile
from PIL import Image as Picture
from PIL import UnidentifiedImageError

from cms.media.models import NewsroomImage
from cms.releases.importing.incoming import ImageReference

FORMATS = {".jpg", ".jpeg", ".png", ".gif", ".webp"}
BYTES_LIMIT = 50_000_000


class MediaFolder:
    """Finds the images that rows name, and imports each once, told by its content."""

    def __init__(self, folder: Path | None, *, publish: bool = False, dry_run: bool = False) -> None:
        self.folder = folder.resolve() if folder else None
        self.publish = publish
        self.dry_run = dry_run
        self.broken: list[str] = []

    def image(self, reference: ImageReference) -> int | None:
        """The id of the imported image; None when the folder does not hold it. 0 in a dry run that would
        import it."""
        path = self._path(reference)
        if path is None or path.suffix.lower() not in FORMATS:
            return None
        content = path.read_bytes() if path.stat().st_size <= BYTES_LIMIT else b""
        if not self._is_picture(path):
            self.broken.append(path.name)
            return None
        if self.dry_run:
            return 0
        known = NewsroomImage.objects.filter(
            file_hash=hashlib.sha1(content, usedforsecurity=False).hexdigest()
        ).first()
        return known.pk if known else self._import(path, reference)

    def _path(self, reference: ImageReference) -> Path | None:
        """The file inside the folder: by its own path, the path in its address, or its bare name."""
        if self.folder is None:
            return None
        address = unquote(urlsplit(reference.src).path)
        for written in (reference.path, address, Path(address).name):
            candidate = (
                (self.folder / written.lstrip("/")).resolve()
                if written and "\x00" not in written
                else self.folder
            )
            if candidate.is_relative_to(self.folder) and candidate.is_file():
                return candidate
        return None

    def _is_picture(self, path: Path) -> bool:
        try:
            with Picture.open(path) as picture:
                picture.verify()
        except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Picture.DecompressionBombError):
            return False
        return path.stat().st_size <= BYTES_LIMIT

    def _import(self, path: Path, reference: ImageReference) -> int:
        with path.open("rb") as file:
            image = NewsroomImage(
                title=(reference.alt or path.stem)[:255],
                alt=reference.alt[:500],
                caption=reference.caption[:2000],
                file=ImageFile(file, name=path.name),
            )
            image._set_image_file_metadata()
            image.save()
        if self.publish:
            image.make_renditions()  # slow, so before the ledger's lock is taken
        return int(image.pk)
