"""schema.org objects of files, with their rights as Google Images reads them: licence, credit, notice, where to ask."""

from __future__ import annotations

from typing import Any

from cms.syndication.formats import files
from cms.syndication.formats.facts import Content, urn

Node = dict[str, Any]

TYPES = {
    "IMAGE": "ImageObject",
    "VIDEO": "VideoObject",
    "AUDIO": "AudioObject",
    "DOCUMENT": "DigitalDocument",
}
CROPS = ("social", "square", "large")
"""Sizes of the image of a page, of different proportions: search engines take the one that fits."""
SOURCES = {"digitalCreation": "DigitalArtDigitalSource"}
"""Members of schema.org's `IPTCDigitalSourceEnumeration` whose name is not made of IPTC's code."""


def given(**values: Any) -> Node:
    """What there is of these: nothing empty is written."""
    return {name: value for name, value in values.items() if value not in ("", None, [])}


def images_of(image: Content | None) -> list[Node]:
    """The image of a page in several proportions, each once."""
    found = {}
    for name in CROPS if image else ():
        rendition = files.picture(image, name)
        if image and rendition:
            found[rendition["href"]] = _image(image, rendition)
    return list(found.values())


def _image(image: Content, rendition: Content) -> Node:
    return {
        "@type": "ImageObject",
        "url": rendition["href"],
        "contentUrl": rendition["href"],
        **given(width=rendition["width"], height=rendition["height"], caption=image["alt"]),
        **_rights(image, page=""),
    }


def media_objects(document: Content) -> list[Node]:
    """Every file that a document shows."""
    page = document["url"]
    return [media_object(each.file, page=page, caption=each.caption) for each in files.shown_files(document)]


def media_object(file: Content, *, page: str, caption: str = "") -> Node:
    """A file; `page` is where its rights are told."""
    whole = files.whole(file)
    thumbnail = files.picture(file, "thumbnail")
    node: Node = {
        "@type": TYPES[file["type"]],
        "identifier": urn(file["id"]),
        "name": files.name_of(file),
        **given(
            contentUrl=whole["href"] if whole else None,
            encodingFormat=whole["content_type"] if whole else None,
            contentSize=str(whole["size_in_bytes"]) if whole else None,
            caption=caption or file["caption"] or file.get("alt"),
            thumbnailUrl=thumbnail["href"] if thumbnail else None,
            width=file.get("width"),
            height=file.get("height"),
            keywords=file["keywords"],
            dateCreated=file["created_on"],
            transcript=file.get("transcript"),
            duration=_duration(file.get("duration")),
        ),
        **_rights(file, page=page),
    }
    if file["type"] in ("VIDEO", "AUDIO"):
        node["uploadDate"] = file["created_at"]
        node["description"] = caption or file["caption"] or files.name_of(file)
    return node


def _rights(file: Content, *, page: str) -> Node:
    holder = file["copyright_holder"]
    terms = file["usage_terms"]
    return given(
        license=file["license_url"],
        acquireLicensePage=page or file["license_url"],
        creditText=file["credit"] or holder,
        copyrightNotice=files.copyright_notice(file),
        copyrightHolder={"@type": "Organization", "name": holder} if holder else None,
        usageInfo={"@type": "CreativeWork", "text": terms} if terms else None,
        expires=file["expires_at"],
        digitalSourceType=_source(file["digital_source_type"]),
    )


def _source(code: str) -> str:
    """IPTC's code of how something came about, as schema.org names it."""
    name = SOURCES.get(code) or f"{code[:1].upper()}{code[1:]}DigitalSource"
    return f"https://schema.org/{name}" if code else ""


def _duration(seconds: float | None) -> str:
    """Seconds as ISO 8601 writes them, to the whole second."""
    if not seconds:
        return ""
    minutes, rest = divmod(max(round(seconds), 1), 60)
    hours, minutes = divmod(minutes, 60)
    parts = ((hours, "H"), (minutes, "M"), (rest, "S"))
    return "PT" + "".join(f"{number}{unit}" for number, unit in parts if number)
