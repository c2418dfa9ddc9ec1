"""Metadata of real files."""

from __future__ import annotations

import time
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from cms.media.metadata import Found, Offer, read_metadata

REAL = {
    "pd_full_iptc_sv.jpg": [
        Offer("title", "Pappersinsamling", "XMP"),
        Offer(
            "caption",
            "Elever samlar in och väger returpapper för återvinning – en del av skolans insamlingsvecka i Örnsköldsvik.",
            "XMP",
        ),
        Offer("credit", "Bildarkivet/Åsa Öberg", "XMP"),
        Offer("copyright_holder", "© Ingen upphovsrätt (public domain)", "XMP"),
        Offer("usage_terms", "Fri för redaktionell användning med byline", "XMP"),
        Offer("license_url", "https://example.org/villkor", "XMP"),
        Offer("created_on", date(2024, 3, 14), "XMP"),
        Offer("keywords", ["återvinning", "skola", "papper", "miljö & klimat"], "XMP"),
    ],
    "pd_iim_latin1_no_charset.jpg": [
        Offer("caption", "Pressträff i Södertälje – två åhörare", "IIM"),
        Offer("credit", "Göran Åström", "IIM"),
        Offer("keywords", ["pressträff"], "IIM"),
    ],
    "pd_iim_xmp_conflict.jpg": [
        Offer("caption", "NEW caption in XMP", "XMP"),
        Offer("credit", "New Agency", "XMP"),
    ],
    "pd_ai_generated_flag.jpg": [
        Offer("caption", "Generated illustration of racing clocks", "XMP"),
        Offer("credit", "Newsroom/AI", "XMP"),
        Offer("digital_source_type", "trainedAlgorithmicMedia", "XMP"),
    ],
    "windowsXpFields.jpg": [
        Offer("title", "Testing title", "EXIF"),
        Offer("caption", "Testing comments", "EXIF"),
        Offer("credit", "Testing artist", "EXIF"),
        Offer("created_on", date(2004, 4, 2), "EXIF"),
        Offer("keywords", ["Testing keywords"], "EXIF"),
    ],
    "iptc_roundUp.jpg": [
        Offer("created_on", date(2006, 7, 8), "EXIF"),
        Offer("keywords", ["HvK", "2006", "summer", "July", "holiday", "Hungary", "Budapest"], "IIM"),
    ],
    "crash01.jpg": [Offer("created_on", date(2002, 5, 8), "EXIF")],
    "pd_gps_private.jpg": [],
    "noExif.jpg": [],
    "hopper_bad_exif.jpg": [],
    "huge_tag_exif.jpg": [],
    "infinite_loop_exif.jpg": [],
}


@pytest.mark.parametrize("name", REAL)
def test_real_files(shared_data: Path, name: str) -> None:
    before = time.process_time()

    assert read_metadata(shared_data / "media" / name, language="sv").offers() == REAL[name]
    assert time.process_time() - before < 2


def test_the_reference_image_of_iptc(shared_data: Path) -> None:
    found = read_metadata(shared_data / "media" / "IPTC-PhotometadataRef-Std2021.1.jpg")

    assert found.title == Found("The Title (ref2021.1)", "XMP")
    assert found.headline == Found("The Headline (ref2021.1)", "XMP")
    assert found.alt == Found("This is the Alt Text description to support accessibility in 2021.1", "XMP")
    assert found.usage_terms == Found("Rights Usage Terms (ref2021.1)", "XMP")
    assert found.license_url == Found("https://example.com/WebStatementOfRights/2021.1", "XMP")
    assert found.digital_source_type == Found("softwareImage", "XMP")


@pytest.mark.parametrize("suffix", ["jpg", "webp", "avif"])
def test_one_photo_in_three_formats_says_the_same(shared_data: Path, suffix: str) -> None:
    found = read_metadata(shared_data / "media" / f"sunrise.{suffix}")

    assert found.headline == Found("Sunrise in Spain", "XMP")
    assert found.byline == Found("Bjørn Erik Pedersen", "XMP")
    assert found.created_at == Found(datetime.fromisoformat("2017-10-27T08:38:52"), "XMP")


def test_an_embargo_in_the_file_is_told(shared_data: Path) -> None:
    found = read_metadata(shared_data / "media" / "pd_embargo.jpg")

    assert found.release_at == Found(datetime(2031, 1, 15, 8, 0, tzinfo=timezone(timedelta(hours=1))), "IIM")
    assert found.instructions == Found("EMBARGO until 2031-01-15 08:00 CET", "XMP")
