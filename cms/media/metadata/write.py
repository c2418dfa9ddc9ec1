"""The metadata that public files carry: who made a picture, who owns it, what it shows, and whether AI made it.

Nothing else is written, so that nothing else can be given away: no place, no device, no person but those named here.
XMP holds all of it; IIM, for older readers of JPEG, what it has fields for (IPTC Photo Metadata Standard 2023.1).
EXIF is not written: it is ASCII by its standard, and a reader that takes it first would show «Asa Oberg» for «Åsa Öberg».
"""

from __future__ import annotations

import hashlib
import struct
from dataclasses import dataclass
from xml.etree import ElementTree  # nosec B405 # for writing; defusedxml reads

from cms.media.metadata.iim import BYLINE, CODED_CHARACTER_SET, TEXTS
from cms.media.metadata.values import DIGITAL_SOURCE_TYPES, cleaned, web_address
from cms.media.metadata.xmp import LANGUAGE, NAMESPACES, tag

PACKET_BEGIN = '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
PACKET_END = '\n<?xpacket end="r"?>'


@dataclass(frozen=True, slots=True)
class PublicTexts:
    """The texts for a public file; empty ones are left out. `language` (BCP 47) is that of the texts.

    `digital_source_type` is the last part of the NewsCodes URI, such as `trainedAlgorithmicMedia`.
    """

    title: str = ""
    caption: str = ""
    alt: str = ""
    credit: str = ""
    byline: str = ""
    copyright_holder: str = ""
    usage_terms: str = ""
    license_url: str = ""
    digital_source_type: str = ""
    language: str = ""


def public_xmp(texts: PublicTexts) -> bytes:
    """An XMP packet, UTF-8."""
    for prefix, uri in NAMESPACES.items():
        ElementTree.register_namespace(prefix, uri)
    root = ElementTree.Element(tag("x:xmpmeta"))
    description = ElementTree.SubElement(
        ElementTree.SubElement(root, tag("rdf:RDF")), tag("rdf:Description"), {tag("rdf:about"): ""}
    )
    for name, field in (
        ("dc:title", "title"),
        ("dc:description", "caption"),
        ("Iptc4xmpCore:AltTextAccessibility", "alt"),
        ("dc:rights", "copyright_holder"),
        ("xmpRights:UsageTerms", "usage_terms"),
    ):
        _languages(description, name, _text(texts, field), texts.language)
    if byline := _text(texts, "byline"):
        sequence = ElementTree.SubElement(
            ElementTree.SubElement(description, tag("dc:creator")), tag("rdf:Seq")
        )
        ElementTree.SubElement(sequence, tag("rdf:li")).text = byline
    source_type = _text(texts, "digital_source_type")
    for name, value in (
        ("photoshop:Credit", _text(texts, "credit")),
        ("xmpRights:Marked", "True" if texts.copyright_holder else ""),
        ("xmpRights:WebStatement", web_address(texts.license_url)),
        ("Iptc4xmpExt:DigitalSourceType", DIGITAL_SOURCE_TYPES + source_type if source_type else ""),
    ):
        if value:
            ElementTree.SubElement(description, tag(name)).text = value
    return (PACKET_BEGIN + ElementTree.tostring(root, encoding="unicode") + PACKET_END).encode()


def public_iim(texts: PublicTexts) -> bytes:
    """A JPEG APP13 segment's content: Photoshop resources with IIM in UTF-8, and the digest that MWG asks for.

    Texts are not cut to IIM's old lengths: a credit line cut short is a wrong one, and readers take longer ones.
    """
    datasets = [(CODED_CHARACTER_SET, b"\x1b%G"), ((2, 0), b"\x00\x04")]
    for key, field in (
        (TEXTS["title"], "title"),
        (BYLINE, "byline"),
        (TEXTS["credit"], "credit"),
        (TEXTS["copyright_notice"], "copyright_holder"),
        (TEXTS["caption"], "caption"),
    ):
        if value := _text(texts, field):
            datasets.append((key, value.encode()))
    block = b"".join(struct.pack(">BBBH", 0x1C, *key, len(value)) + value for key, value in datasets)
    digest = hashlib.md5(block, usedforsecurity=False).digest()
    return b"Photoshop 3.0\0" + _resource(0x0404, block) + _resource(0x0425, digest)


def _text(texts: PublicTexts, field: str) -> str:
    limits = {"copyright_holder": "copyright_notice"}
    return cleaned(limits.get(field, field), getattr(texts, field))


def _languages(description: ElementTree.Element, name: str, text: str, language: str) -> None:
    if not text:
        return
    alternatives = ElementTree.SubElement(ElementTree.SubElement(description, tag(name)), tag("rdf:Alt"))
    for spoken in dict.fromkeys(("x-default", language or "x-default")):
        ElementTree.SubElement(alternatives, tag("rdf:li"), {LANGUAGE: spoken}).text = text


def _resource(number: int, data: bytes) -> bytes:
    return b"8BIM" + struct.pack(">HHL", number, 0, len(data)) + data + b"\0" * (len(data) % 2)
