"""The files of a public item in one archive: which they are is read in its document, and nowhere else."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID

from cms.access import Viewer
from cms.errors import NotFound, StorageUnavailable
from cms.ledger.document import ItemType
from cms.ledger.rows import Row
from cms.ledger.selectors import get_item
from cms.media.document import ORIGINAL
from cms.media.kits import Kit, KitFile
from cms.media.selectors import Content, contents_of
from cms.media.storage import shelf


def find_kit(viewer: Viewer, uid: UUID, *, type: ItemType) -> tuple[Row, Kit]:
    """A public press kit or release, and its files: whole ones, each once. No file is opened.

    Raises `NotFound` (also for an item without files), `Withdrawn`, and `StorageUnavailable` when a file is not
    on the shelf that the document names.
    """
    row = get_item(viewer, uid, type=type)
    document = row.content
    names = {name: file for file in _files(document) if (name := _shelf_name(file)) is not None}
    if not names:
        raise NotFound("This item has no files to download.", field="id")
    contents = contents_of(viewer, names)
    if missing := sorted(names.keys() - contents.keys()):
        raise StorageUnavailable("Files of this item are being moved.", reason=f"not on the shelf: {missing}")
    files = [_kit_file(name, file, contents[name]) for name, file in names.items()]
    kit = Kit(
        files,
        newsroom=document["newsroom"]["name"],
        title=document["title"],
        language=document["locale"],
    )
    return row, kit


def _files(document: dict[str, Any]) -> list[dict[str, Any]]:
    """The files that readers of the item see, in the order in which they see them. Portraits are not among them."""
    shown = [document.get("hero"), *document.get("images", ()), *document.get("files", ())]
    for block in document.get("body", ()):
        shown += [block.get("image"), *block.get("images", ()), block.get("file")]
    return list({file["id"]: file for file in shown if file}.values())


def _shelf_name(file: dict[str, Any]) -> str | None:
    """Where on the shelf the whole file is; None for a file that cannot be downloaded."""
    originals = (one["href"] for one in file["renditions"] if one["name"] == ORIGINAL)
    href = next(originals, None)
    return None if href is None else shelf.name_of(href)


def _kit_file(name: str, file: dict[str, Any], content: Content) -> KitFile:
    return KitFile(
        name=name.rpartition("/")[2],
        size=content.size,
        crc32=content.crc32,
        sha256=content.sha256,
        modified=datetime.fromisoformat(file["created_at"]),
        read=partial(shelf.chunks, name),
        title=file["title"],
        caption=file["caption"],
        credit=file["credit"],
        copyright_holder=file["copyright_holder"],
        usage_terms=file["usage_terms"],
        license_url=file["license_url"],
        digital_source_type=file["digital_source_type"],
    )
