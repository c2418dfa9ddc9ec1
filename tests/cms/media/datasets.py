"""Metadata as cameras and agencies write it, for the tests that read and write it."""

from __future__ import annotations

import struct

from cms.media.metadata import Offer, PublicTexts

TEXTS = PublicTexts(
    title="Pressträff",
    caption="Pressträff i Södertälje – två åhörare",
    alt="Två personer på en scen",
    credit="Bildarkivet/Åsa Öberg",
    byline="Åsa Öberg",
    copyright_holder="© Norrvind AB",
    usage_terms="Fri för redaktionell användning",
    license_url="https://example.org/villkor",
    digital_source_type="trainedAlgorithmicMedia",
    language="sv",
)
PUBLIC_OFFERS = [
    Offer("title", "Pressträff", "XMP"),
    Offer("caption", "Pressträff i Södertälje – två åhörare", "XMP"),
    Offer("alt", "Två personer på en scen", "XMP"),
    Offer("credit", "Bildarkivet/Åsa Öberg", "XMP"),
    Offer("copyright_holder", "© Norrvind AB", "XMP"),
    Offer("usage_terms", "Fri för redaktionell användning", "XMP"),
    Offer("license_url", "https://example.org/villkor", "XMP"),
    Offer("digital_source_type", "trainedAlgorithmicMedia", "XMP"),
]


def iim(*datasets: tuple[int, int, bytes]) -> bytes:
    return b"".join(
        struct.pack(">BBBH", 0x1C, record, number, len(value)) + value for record, number, value in datasets
    )


def photoshop(block: bytes, digest: bytes = b"") -> bytes:
    def resource(number: int, data: bytes) -> bytes:
        return b"8BIM" + struct.pack(">HHL", number, 0, len(data)) + data + b"\0" * (len(data) % 2)

    return b"Photoshop 3.0\0" + resource(0x0404, block) + (resource(0x0425, digest) if digest else b"")


def packet(properties: str) -> bytes:
    return f"""<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
 xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" xmlns:plus="http://ns.useplus.org/ldf/xmp/1.0/"
 xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/">
{properties}</rdf:RDF></x:xmpmeta>{" " * 200}<?xpacket end="w"?>""".encode()


def described(elements: str) -> bytes:
    return packet(f'<rdf:Description rdf:about="">{elements}</rdf:Description>')
