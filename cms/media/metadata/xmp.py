"""Reading XMP (ISO 16684-1) by the IPTC Photo Metadata Standard, whose fields it carries
(https://www.iptc.org/std/photometadata/specification/IPTC-PhotoMetadata)."""

from __future__ import annotations

import re
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element  # nosec B405 # a type: defusedxml parses

from defusedxml import ElementTree
from defusedxml.common import DefusedXmlException

from cms.media.metadata.values import (
    DIGITAL_SOURCE_TYPES,
    Readings,
    clean_keywords,
    cleaned,
    moment,
    web_address,
)

SIZE_LIMIT = 1_000_000
"""Most bytes of XMP that are parsed."""

NAMESPACES = {
    "cc": "http://creativecommons.org/ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "exif": "http://ns.adobe.com/exif/1.0/",
    "Iptc4xmpCore": "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/",
    "Iptc4xmpExt": "http://iptc.org/std/Iptc4xmpExt/2008-02-29/",
    "photoshop": "http://ns.adobe.com/photoshop/1.0/",
    "plus": "http://ns.useplus.org/ldf/xmp/1.0/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "x": "adobe:ns:meta/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpRights": "http://ns.adobe.com/xap/1.0/rights/",
}
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def tag(name: str) -> str:
    """`dc:title` as ElementTree writes it."""
    prefix, _, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


def read_xmp(packet: bytes, language: str = "") -> Readings:
    """What an XMP packet says; nothing where it is no XML, or XML with a document type (entities are attacks).

    Where a text is given in several languages, the one in `language` (BCP 47) is taken, else x-default, else the first.
    """
    properties = Properties(packet, language)
    return Readings(
        title=cleaned("title", properties.text("dc:title")),
        headline=cleaned("headline", properties.text("photoshop:Headline")),
        caption=cleaned("caption", properties.text("dc:description")),
        alt=cleaned("alt", properties.text("Iptc4xmpCore:AltTextAccessibility")),
        credit=cleaned("credit", properties.text("photoshop:Credit")),
        byline=cleaned("byline", ", ".join(properties.items("dc:creator")[:10])),
        copyright_holder=cleaned(
            "copyright_holder",
            ", ".join(properties.within("plus:CopyrightOwner", "plus:CopyrightOwnerName")[:10]),
        ),
        copyright_notice=cleaned("copyright_notice", properties.text("dc:rights")),
        usage_terms=cleaned("usage_terms", properties.text("xmpRights:UsageTerms")),
        license_url=_license(properties),
        digital_source_type=_digital_source_type(properties.text("Iptc4xmpExt:DigitalSourceType")),
        instructions=cleaned("instructions", properties.text("photoshop:Instructions")),
        created_at=moment(properties.text("photoshop:DateCreated"))
        or moment(properties.text("exif:DateTimeOriginal"))
        or moment(properties.text("xmp:CreateDate")),
        keywords=clean_keywords(properties.items("dc:subject")),
    )


class Properties:
    """The properties of a packet, whether they are written as elements or as attributes."""

    def __init__(self, packet: bytes, language: str) -> None:
        self.language = language.lower()
        self.elements: dict[str, Element] = {}
        self.attributes: dict[str, str] = {}
        for description in _descriptions(packet):
            for name, value in description.attrib.items():
                self.attributes.setdefault(name, value)
            for child in description:
                self.elements.setdefault(child.tag, child)

    def text(self, name: str) -> str:
        """A plain text, or the wanted language of a text in several."""
        element = self.elements.get(tag(name))
        if element is None:
            return self.attributes.get(tag(name), "")
        members = list(element.iter(tag("rdf:li")))
        if not members:
            return element.text or element.get(tag("rdf:resource")) or ""
        by_language: dict[str, str] = {}
        for member in members:
            by_language.setdefault((member.get(LANGUAGE) or "").lower(), member.text or "")
        return self._wanted(by_language)

    def _wanted(self, by_language: dict[str, str]) -> str:
        by_language = {name: text for name, text in by_language.items() if text.strip()}
        primary = self.language.partition("-")[0]
        close = [name for name in by_language if primary and name.partition("-")[0] == primary]
        for name in (self.language, primary, *close, "x-default"):
            if name and name in by_language:
                return by_language[name]
        return next(iter(by_language.values()), "")

    def items(self, name: str) -> list[str]:
        """The members of a list."""
        element = self.elements.get(tag(name))
        if element is None:
            return [self.attributes[tag(name)]] if tag(name) in self.attributes else []
        members = [member.text or "" for member in element.iter(tag("rdf:li"))]
        return [member for member in members or [element.text or ""] if member.strip()]

    def within(self, name: str, inner: str) -> list[str]:
        """Every `inner` of a structure or a list of structures."""
        element = self.elements.get(tag(name))
        if element is None:
            return []
        found = (node.text if node.tag == tag(inner) else node.get(tag(inner)) for node in element.iter())
        return [text for text in found if text and text.strip()]


def _descriptions(packet: bytes) -> list[Element]:
    if len(packet) > SIZE_LIMIT:
        return []
    try:
        root = ElementTree.fromstring(_trimmed(packet), forbid_dtd=True)
    except (ElementTree.ParseError, DefusedXmlException, ValueError, LookupError):
        return []
    rdf = root if root.tag == tag("rdf:RDF") else root.find(tag("rdf:RDF"))
    return [] if rdf is None else rdf.findall(tag("rdf:Description"))


def _trimmed(packet: bytes) -> bytes:
    """The XML alone: programs leave NULs and rubbish around it. UTF-16 and UTF-32 are left as they are."""
    for name in (b"x:xmpmeta", b"x:xapmeta", b"rdf:RDF"):
        start, end = packet.find(b"<" + name), packet.rfind(b"</" + name + b">")
        if 0 <= start < end:
            return packet[start : end + len(name) + 3]
    return packet.strip(b"\0 \r\n\t")


def _license(properties: Properties) -> str:
    """Web Statement of Rights, else the Creative Commons licence, else the Licensor's address."""
    for address in (
        properties.text("xmpRights:WebStatement"),
        properties.text("cc:license"),
        *properties.within("plus:Licensor", "plus:LicensorURL"),
    ):
        if web_address(address):
            return web_address(address)
    return ""


def _digital_source_type(uri: str) -> str:
    """The last part of a NewsCodes URI; nothing for a URI of another vocabulary."""
    parts = urlsplit(uri.strip()) if uri.isascii() and "[" not in uri else urlsplit("")
    vocabulary = urlsplit(DIGITAL_SOURCE_TYPES)
    name = parts.path.removeprefix(vocabulary.path)
    known = parts.hostname == vocabulary.hostname and parts.path != name
    return name if known and re.fullmatch(r"[A-Za-z]{1,60}", name) else ""
