"""Metadata of images: read from IIM, XMP and EXIF, and the public part of it written."""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, PngImagePlugin

from cms.media.metadata import FileMetadata, Found, Offer, PublicTexts, public_iim, public_xmp, read_metadata
from cms.media.metadata.gif import rewrite_gif
from cms.media.metadata.png import rewrite_png
from tests.cms.media.datasets import PUBLIC_OFFERS, TEXTS, described, iim, packet, photoshop

CET = timezone(timedelta(hours=1))


@pytest.fixture
def make_jpeg(tmp_path: Path) -> Callable[..., Path]:
    """A small JPEG with the given blocks."""

    def make(*, xmp: bytes = b"", app13: bytes = b"", exif: Image.Exif | None = None) -> Path:
        path = tmp_path / "Ålandshav №2.jpg"
        options: dict[str, Any] = {"xmp": xmp} if xmp else {}
        Image.new("RGB", (40, 30), "navy").save(path, exif=exif or b"", **options)
        if app13:
            data = path.read_bytes()
            segment = b"\xff\xed" + struct.pack(">H", len(app13) + 2) + app13
            path.write_bytes(data[:2] + segment + data[2:])
        return path

    return make


def test_a_file_without_metadata_says_nothing(make_jpeg: Callable[..., Path]) -> None:
    found = read_metadata(make_jpeg())

    assert found == FileMetadata()
    assert found.offers() == []


@pytest.mark.parametrize(
    ("mark", "charset"),
    [(b"\x1b%G", "utf-8"), (b"", "utf-8"), (b"", "cp1252"), (b"\x1b%G", "cp1252")],
)
def test_iim_is_read_in_the_charset_it_is_written_in(
    make_jpeg: Callable[..., Path], mark: bytes, charset: str
) -> None:
    text = "Pressträff i Södertälje – två åhörare"
    block = iim(*([(1, 90, mark)] if mark else []), (2, 120, text.encode(charset)))

    assert read_metadata(make_jpeg(app13=photoshop(block))).caption == Found(text, "IIM")


def test_a_utf8_text_cut_within_its_last_letter_loses_only_that(make_jpeg: Callable[..., Path]) -> None:
    block = iim((1, 90, b"\x1b%G"), (2, 120, "Åhörå".encode()[:-1]))

    assert read_metadata(make_jpeg(app13=photoshop(block))).caption == Found("Åhör", "IIM")


def test_iim_times_and_lists(make_jpeg: Callable[..., Path]) -> None:
    block = iim(
        (2, 25, b"wind"),
        (2, 25, b"sea"),
        (2, 25, b"wind"),
        (2, 30, b"20310115"),
        (2, 35, b"080000+0100"),
        (2, 40, b"EMBARGO"),
        (2, 55, b"20240314"),
        (2, 60, b"093000"),
        (2, 80, "Åsa Öberg".encode()),
    )

    found = read_metadata(make_jpeg(app13=photoshop(block)))

    assert found.keywords == Found(("wind", "sea"), "IIM")
    assert found.release_at == Found(datetime(2031, 1, 15, 8, 0, tzinfo=CET), "IIM")
    assert found.instructions == Found("EMBARGO", "IIM")
    assert found.created_at == Found(datetime.fromisoformat("2024-03-14T09:30"), "IIM")
    assert found.offers() == [
        Offer("credit", "Åsa Öberg", "IIM"),
        Offer("created_on", date(2024, 3, 14), "IIM"),
        Offer("keywords", ["wind", "sea"], "IIM"),
    ]


@pytest.mark.parametrize(
    ("digest_of", "caption"), [(None, "NEW"), ("the block", "NEW"), ("an older block", "OLD")]
)
def test_xmp_comes_before_iim_unless_iim_was_changed_last(
    make_jpeg: Callable[..., Path], digest_of: str | None, caption: str
) -> None:
    block = iim((1, 90, b"\x1b%G"), (2, 120, b"OLD"), (2, 110, b"Agency"))
    digest = hashlib.md5(block if digest_of == "the block" else b"other").digest() if digest_of else b""
    exif = Image.Exif()
    exif[0x010E], exif[0x8298] = "EXIF description", "EXIF owner"
    xmp = described("<dc:description>NEW</dc:description>")

    found = read_metadata(make_jpeg(xmp=xmp, app13=photoshop(block, digest), exif=exif))

    assert found.caption == Found(caption, "XMP" if caption == "NEW" else "IIM")
    assert found.credit == Found("Agency", "IIM")
    assert found.copyright_notice == Found("EXIF owner", "EXIF")


@pytest.mark.parametrize(
    ("language", "title"),
    [("sv", "Tåg"), ("sv-FI", "Tåg"), ("en", "Train"), ("de", "Zug"), ("fr", "Default"), ("", "Default")],
)
def test_the_wanted_language_comes_first(make_jpeg: Callable[..., Path], language: str, title: str) -> None:
    xmp = described(
        '<dc:title><rdf:Alt><rdf:li xml:lang="en">Train</rdf:li><rdf:li xml:lang="x-default">Default</rdf:li>'
        '<rdf:li xml:lang="sv">Tåg</rdf:li><rdf:li xml:lang="de-AT">Zug</rdf:li></rdf:Alt></dc:title>'
    )

    assert read_metadata(make_jpeg(xmp=xmp), language=language).title == Found(title, "XMP")


def test_without_a_default_the_first_language_is_taken(make_jpeg: Callable[..., Path]) -> None:
    xmp = described(
        '<dc:title><rdf:Alt><rdf:li xml:lang="en">Train</rdf:li><rdf:li xml:lang="sv">Tåg</rdf:li></rdf:Alt></dc:title>'
    )

    assert read_metadata(make_jpeg(xmp=xmp), language="fr").title == Found("Train", "XMP")


def test_xmp_properties_may_be_attributes_and_structures(make_jpeg: Callable[..., Path]) -> None:
    xmp = packet(
        '<rdf:Description rdf:about="" photoshop:Credit="Norrvind" photoshop:DateCreated="2024-03-14T09:30:00Z"'
        ' Iptc4xmpExt:DigitalSourceType="https://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture">'
        "<plus:Licensor><rdf:Seq><rdf:li><rdf:Description plus:LicensorURL='https://example.org/l'/></rdf:li></rdf:Seq>"
        "</plus:Licensor><plus:CopyrightOwner><rdf:Seq><rdf:li rdf:parseType='Resource'>"
        "<plus:CopyrightOwnerName>Norrvind AB</plus:CopyrightOwnerName></rdf:li></rdf:Seq></plus:CopyrightOwner>"
        "</rdf:Description>"
    )

    found = read_metadata(make_jpeg(xmp=xmp))

    assert found.created_at == Found(datetime(2024, 3, 14, 9, 30, tzinfo=UTC), "XMP")
    assert found.offers() == [
        Offer("credit", "Norrvind", "XMP"),
        Offer("copyright_holder", "Norrvind AB", "XMP"),
        Offer("license_url", "https://example.org/l", "XMP"),
        Offer("digital_source_type", "digitalCapture", "XMP"),
        Offer("created_on", date(2024, 3, 14), "XMP"),
    ]


@pytest.mark.parametrize(
    "property_xml",
    [
        "<Iptc4xmpExt:DigitalSourceType>http://example.org/trainedAlgorithmicMedia</Iptc4xmpExt:DigitalSourceType>",
        "<xmpRights:WebStatement>javascript:alert(1)</xmpRights:WebStatement>",
        f"<xmpRights:WebStatement>https://example.org/{'a' * 200}</xmpRights:WebStatement>",
        "<photoshop:DateCreated>2024</photoshop:DateCreated>",
        "<photoshop:DateCreated>yesterday</photoshop:DateCreated>",
    ],
)
def test_values_that_fit_no_field_are_left_out(make_jpeg: Callable[..., Path], property_xml: str) -> None:
    assert read_metadata(make_jpeg(xmp=described(property_xml))) == FileMetadata()


def test_a_number_or_a_file_name_is_no_title(make_jpeg: Callable[..., Path]) -> None:
    for title in ("536991815", "IMG_2041.JPG"):
        xmp = described(f"<dc:title>{title}</dc:title><photoshop:Headline>Race day</photoshop:Headline>")

        found = read_metadata(make_jpeg(xmp=xmp))

        assert found.title == Found(title, "XMP")
        assert found.offers() == [Offer("title", "Race day", "XMP")]


def test_exif_and_the_fields_of_windows(make_jpeg: Callable[..., Path]) -> None:
    exif = Image.Exif()
    exif[0x013B] = "Åsa Öberg".encode()
    exif[0x8298] = b"Fotograf\0Redaktion\0"
    exif[0x9C9B] = "Titel å\0".encode("utf-16-le")
    exif[0x9C9C] = "Kommentar ö\0".encode("utf-16-le")
    exif.get_ifd(0x8769).update({0x9003: "2024:03:14 09:30:00", 0x9011: "+01:00"})

    found = read_metadata(make_jpeg(exif=exif))

    assert found.title == Found("Titel å", "EXIF")
    assert found.caption == Found("Kommentar ö", "EXIF")
    assert found.byline == Found("Åsa Öberg", "EXIF")
    assert found.copyright_notice == Found("Fotograf", "EXIF")
    assert found.created_at == Found(datetime(2024, 3, 14, 9, 30, tzinfo=CET), "EXIF")


def test_texts_are_bounded_and_without_control_characters(make_jpeg: Callable[..., Path]) -> None:
    block = iim((2, 105, b" A\0\x07B\x1b\n C "), (2, 120, b"x" * 30_000), (2, 110, b"y" * 300))

    found = read_metadata(make_jpeg(app13=photoshop(block)))

    assert found.headline == Found("AB C", "IIM")
    assert found.caption == Found("x" * 2000, "IIM")
    assert found.credit == Found("y" * 255, "IIM")


@pytest.mark.parametrize(
    "xmp",
    [
        b"<x:xmpmeta",
        b"\xff" * 1000,
        b'<!DOCTYPE a [<!ENTITY b "c">]><x:xmpmeta xmlns:x="adobe:ns:meta/">&b;</x:xmpmeta>',
        b"<rdf:RDF " * 5000,
        b"<a>" * 20_000,
    ],
)
def test_broken_xmp_says_nothing_and_leaves_the_rest(make_jpeg: Callable[..., Path], xmp: bytes) -> None:
    path = make_jpeg(xmp=xmp, app13=photoshop(iim((2, 120, b"Whole"))))

    assert read_metadata(path).offers() == [Offer("caption", "Whole", "IIM")]


@pytest.mark.parametrize(
    "content", [b"", b"<html>", b"\xff\xd8\xff\xe1\xff\xff", b"GIF89a", b"II*\0\x08\0\0\0\xff\xff"]
)
def test_what_is_no_image_says_nothing(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.jpg"
    path.write_bytes(content)

    assert read_metadata(path) == FileMetadata()


def test_a_png_is_not_decoded_to_look_for_metadata(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Image.new("RGB", (10, 10)).save(tmp_path / "a.png")
    monkeypatch.setattr(PngImagePlugin.PngImageFile, "load", lambda self: pytest.fail("decoded"))

    assert read_metadata(tmp_path / "a.png") == FileMetadata()


@pytest.mark.parametrize("suffix", ["jpg", "webp", "avif", "tiff"])
def test_public_xmp_is_read_again(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a.{suffix}"
    written = public_xmp(TEXTS)
    options: dict[str, Any] = {"tiffinfo": {700: written}} if suffix == "tiff" else {"xmp": written}
    Image.new("RGB", (40, 30)).save(path, **options)

    assert read_metadata(path).offers() == PUBLIC_OFFERS
    assert read_metadata(path).byline == Found("Åsa Öberg", "XMP")


@pytest.mark.parametrize(("suffix", "rewrite"), [("gif", rewrite_gif), ("png", rewrite_png)])
def test_public_xmp_is_put_into_gif_and_png(
    tmp_path: Path, suffix: str, rewrite: Callable[[Path, Path, bytes], None]
) -> None:
    source, target = tmp_path / f"a.{suffix}", tmp_path / f"b.{suffix}"
    texts = PngImagePlugin.PngInfo()
    texts.add_text("Comment", "<?php secret ?>")
    frames = [Image.new("RGB", (20, 10), colour) for colour in ("red", "lime", "blue")]
    frames[0].save(
        source,
        save_all=True,
        append_images=frames[1:],
        duration=70,
        loop=0,
        **({"pnginfo": texts} if suffix == "png" else {"comment": b"<?php secret ?>"}),
    )
    assert b"<?php" in source.read_bytes()

    rewrite(source, target, public_xmp(TEXTS))

    assert b"<?php" not in target.read_bytes()
    assert read_metadata(target).offers() == PUBLIC_OFFERS
    with Image.open(source) as before, Image.open(target) as after:
        assert (getattr(after, "n_frames", 1), after.info["loop"]) == (3, 0)
        for number in range(3):
            before.seek(number)
            after.seek(number)
            assert after.info["duration"] == 70
            assert before.convert("RGB").tobytes() == after.convert("RGB").tobytes()


def test_public_iim_is_read_again_and_agrees_with_its_digest(make_jpeg: Callable[..., Path]) -> None:
    path = make_jpeg(app13=public_iim(TEXTS), xmp=described("<dc:description>From XMP</dc:description>"))

    found = read_metadata(path)

    assert found.caption == Found("From XMP", "XMP")
    assert found.credit == Found("Bildarkivet/Åsa Öberg", "IIM")
    assert found.byline == Found("Åsa Öberg", "IIM")
    assert found.copyright_notice == Found("© Norrvind AB", "IIM")


def test_public_xmp_says_the_whole_newscode_and_only_what_there_is() -> None:
    assert b"http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia" in public_xmp(TEXTS)
    empty = public_xmp(PublicTexts())
    assert b"<rdf:li" not in empty
    assert b"DigitalSourceType" not in empty
