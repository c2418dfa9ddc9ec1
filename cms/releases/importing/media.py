"""Images that came with the file, in a folder beside it. Images on the web are never fetched."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urlsplit

from django.core.files.uploadedfile import UploadedFile

from cms.media import derivatives, intake, shelf
from cms.media.models import NewsroomImage
from cms.media.refusal import RefusedFile
from cms.releases.importing.incoming import ImageReference


class MediaFolder:
    """Finds the images that rows name, and imports each once, told by its content."""

    def __init__(self, folder: Path | None, *, publish: bool = False, dry_run: bool = False) -> None:
        self.folder = folder.resolve() if folder else None
        self.publish = publish
        self.dry_run = dry_run
        self.refused: dict[str, str] = {}
        """Names, below the folder, of files that rows name and that were left out, each with the reason."""

    def image(self, reference: ImageReference) -> int | None:
        """The id of the imported image; None when the folder does not hold it, or it is refused. 0 in a dry
        run that would import it."""
        path = self._path(reference)
        if path is None or self._name(path) in self.refused:
            return None
        try:
            return self._taken(path, reference)
        except RefusedFile as refusal:
            self.refused[self._name(path)] = refusal.message
            return None

    def _taken(self, path: Path, reference: ImageReference) -> int:
        known = NewsroomImage.objects.filter(sha256=derivatives.sums_of(path).sha256).first()
        if self.dry_run:
            if known is None:
                intake.take(NewsroomImage(), path, path.name)
            return 0
        image = known or self._import(path, reference)
        if self.publish:
            shelf.prepare([image])  # slow, so before the ledger's lock is taken
        return int(image.pk)

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

    def _name(self, path: Path) -> str:
        return str(path.relative_to(self.folder)) if self.folder else path.name

    def _import(self, path: Path, reference: ImageReference) -> NewsroomImage:
        image = NewsroomImage(
            title=(reference.alt or path.stem)[:255],
            alt=reference.alt[:500],
            caption=reference.caption[:2000],
        )
        with path.open("rb") as file:
            upload = UploadedFile(file, path.name, size=path.stat().st_size)
            intake.take_upload(image, upload)  # before it is the image's, which measures what it is given
            image.file = upload
            image._set_image_file_metadata()
            image.save()
        return image
