"""The public copies of assets: which there must be, and making those that are missing, into the vault.

A copy holds the asset's texts and rights as well as its picture or sound, so it belongs to one state of the asset:
the `fingerprint`. What does not live here: how a picture, a paper or a recording is made (modules of those names).
"""

from __future__ import annotations

import hashlib
import json
import logging
import tempfile
import uuid
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.db import IntegrityError, transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.text import slugify

from cms.conf import newsroom
from cms.media import making
from cms.media.document import ORIGINAL, POSTER
from cms.media.models import SHELF_NAME_LENGTH, Asset, Derivative, ShelfFile
from cms.media.storage import vault

if TYPE_CHECKING:
    from cms.media.making import Copy

VERSION = 1
"""Raised when the way of making copies changes: all are made anew."""
KEEP_OLD = timedelta(hours=1)
"""How long the copies of a former state are kept: a publication that began with them may be under way."""
FOLDERS = {"IMAGE": "images", "VIDEO": "videos", "AUDIO": "sounds", "DOCUMENT": "documents"}
CHUNK = 1024 * 1024

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Sums:
    """What is known of a file's bytes."""

    sha256: str
    crc32: int
    size: int


def fingerprint(asset: Asset) -> str:
    """Identifies the state of an asset that its copies show: the file, and the texts and settings in them."""
    state = {
        "version": VERSION,
        "file": asset.file.name,
        "sha256": asset.sha256,
        "texts": [
            asset.title,
            asset.caption,
            asset.credit,
            asset.copyright_holder,
            asset.usage_terms,
            asset.license_url,
            asset.digital_source_type,
            getattr(asset, "alt", ""),
        ],
        "focal": getattr(asset, "focal", None),
        "sizes": newsroom.IMAGE_SIZES,
        "formats": newsroom.IMAGE_FORMATS,
        "animate": newsroom.IMAGE_ANIMATED,
        "poster": getattr(getattr(asset, "thumbnail", None), "name", None),
    }
    return hashlib.sha256(json.dumps(state, sort_keys=True).encode()).hexdigest()[:32]


def ensure(asset: Asset) -> list[Derivative]:
    """The public copies of the asset as it is now; those that are missing are made.

    Raises `RefusedFile` for a file of which none can be made, and `StorageUnavailable`.
    """
    if not asset.sha256:
        _read(asset)
    state = fingerprint(asset)
    known = list(Derivative.objects.filter(asset_uid=asset.uid, fingerprint=state))
    return known or _make(asset, state)


def order_of(name: str) -> int:
    """The place of a copy among its siblings: the named sizes as the settings have them, then the rest."""
    names = [*newsroom.IMAGE_SIZES, POSTER, ORIGINAL]
    return names.index(name) if name in names else len(names)


def forget(copies: Any) -> int:
    """Delete copies (a queryset) and their files in the vault; returns how many."""
    names = list(copies.values_list("vault_name", flat=True))
    vault.remove(names)
    copies.filter(vault_name__in=names).delete()
    return len(names)


def forget_outdated(asset: Asset) -> int:
    """Delete the copies of former states of the asset that nothing on the shelf was taken from lately."""
    on_shelf = Exists(ShelfFile.objects.filter(pk=OuterRef("shelf_name")))
    old = Derivative.objects.filter(asset_uid=asset.uid, made_at__lt=timezone.now() - KEEP_OLD)
    return forget(old.exclude(fingerprint=fingerprint(asset)).exclude(on_shelf))


def sums_of(path: Path) -> Sums:
    """Reads the file once, a piece at a time."""
    sha256, crc32, size = hashlib.sha256(), 0, 0
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            sha256.update(chunk)
            crc32 = zlib.crc32(chunk, crc32)
            size += len(chunk)
    return Sums(sha256.hexdigest(), crc32, size)


def _read(asset: Asset) -> None:
    """Read a file that was stored before uploads were read: nothing gets out that could not come in."""
    from cms.media import intake

    columns = {field.attname for field in asset._meta.concrete_fields}
    before = {name: value for name, value in vars(asset).items() if name in columns}
    name = str(asset.file.name)
    with vault.local_copy(name) as path:
        intake.take(asset, path, name)
    found = {name: value for name, value in vars(asset).items() if before.get(name, value) != value}
    type(asset)._default_manager.filter(pk=asset.pk).update(**found)


def _make(asset: Asset, state: str) -> list[Derivative]:
    with (
        tempfile.TemporaryDirectory(prefix="newsroom-") as folder,
        vault.local_copy(str(asset.file.name)) as source,
    ):
        made: list[Derivative] = []
        try:
            made.extend(_keep(asset, state, copy) for copy in _copies(asset, source, Path(folder)))
        except Exception:
            vault.remove([copy.vault_name for copy in made])
            raise
    try:
        with transaction.atomic():
            return Derivative.objects.bulk_create(made)
    except IntegrityError:  # somebody else was faster
        vault.remove([copy.vault_name for copy in made])
        return list(Derivative.objects.filter(asset_uid=asset.uid, fingerprint=state))


def _copies(asset: Asset, source: Path, folder: Path) -> Iterator[Copy]:
    """Every copy that there must be, as files in `folder`."""
    poster = getattr(asset, "thumbnail", None)
    if poster:
        with vault.local_copy(poster.name) as picture:
            yield from making.copies(asset, source, folder, poster=picture)
    else:
        yield from making.copies(asset, source, folder)


def _keep(asset: Asset, state: str, copy: Copy) -> Derivative:
    """Put a copy into the vault."""
    sums = sums_of(copy.path)
    extension = copy.path.suffix
    vault_name = f"copies/{asset.uid.hex}/{uuid.uuid4().hex}{extension}"
    vault.keep(copy.path, vault_name, content_type=copy.mime_type)
    suffix = "" if copy.name == ORIGINAL else f"-{copy.name}"
    readable = f"{slugify(asset.title)[:80] or 'file'}{suffix}{extension}"
    return Derivative(
        asset_uid=asset.uid,
        fingerprint=state,
        name=copy.name,
        mime_type=copy.mime_type,
        vault_name=vault_name,
        shelf_name=f"{FOLDERS[asset.asset_type]}/{sums.sha256[:24]}/{readable}"[:SHELF_NAME_LENGTH],
        sha256=sums.sha256,
        crc32=sums.crc32,
        size=sums.size,
        width=copy.width,
        height=copy.height,
    )
