"""The files that a document shows, in the order in which it shows them, each once; and what all formats say of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from cms.newsroom.templatetags.newsroom_pages import original as _original
from cms.newsroom.templatetags.newsroom_pages import size as _size
from cms.syndication.formats.facts import Content

SOURCES = "http://cv.iptc.org/newscodes/digitalsourcetype/"
"""IPTC's vocabulary of how something came about: AI is named there."""


class Shown(NamedTuple):
    """A file, and what it is to the document that shows it."""

    file: Content
    role: str
    """`hero`, `body`, `poster`, `download` or `portrait`."""
    caption: str = ""
    """The text to print with it there."""
    title: str = ""


def shown_files(document: Content) -> list[Shown]:
    """Every file inside a document, as it is shown first."""
    found: dict[str, Shown] = {}
    for shown in _walk(document):
        found.setdefault(shown.file["id"], shown)
    return list(found.values())


def _walk(document: Content) -> Iterator[Shown]:
    if document.get("hero"):
        yield Shown(document["hero"], "hero")
    for block in document.get("body") or ():
        yield from _in_block(block)
    for file in (*(document.get("images") or ()), *(document.get("files") or ())):
        yield Shown(file, "download")


def _in_block(block: Content) -> Iterator[Shown]:
    match block["type"]:
        case "IMAGE":
            yield Shown(block["image"], "body", block["caption"])
        case "GALLERY":
            for image in block["images"]:
                yield Shown(image, "body")
        case "VIDEO" | "AUDIO" | "DOCUMENT":
            yield Shown(block["file"], "body", block["caption"], block["title"])
            if block.get("poster"):
                yield Shown(block["poster"], "poster")


def as_file(asset: Content) -> Content:
    """The file that an asset is, as releases show it."""
    return {**asset, "id": asset["file_id"], "type": asset["file_type"]}


def own_file(document: Content) -> Content | None:
    """The file that an item consists of: an asset, or what a visitor contributed."""
    file: Content | None = document if document["type"] == "ASSET" else document.get("file")
    return file


def rights_of(document: Content) -> Content:
    """What says the rights of an item: those of a text, or of the file that it is."""
    return document.get("rights") or own_file(document) or {}


def name_of(file: Content) -> str:
    """What people call a file."""
    return str(file["title"] or file["caption"] or file["id"])


def whole(file: Content) -> Content | None:
    """The rendition that is the whole file."""
    return _original(dict(file))


def picture(file: Content | None, name: str) -> Content | None:
    """The rendition of an image, or the poster of what is none, to be shown in a named size."""
    if file is None:
        return None
    if "poster" in file:
        poster: Content | None = file["poster"]
        return poster
    return _size(dict(file), name)


def copyright_notice(rights: Content) -> str:
    """The line that claims the copyright; empty where nobody is named."""
    holder = rights.get("copyright_holder")
    return f"© {holder}" if holder else ""
