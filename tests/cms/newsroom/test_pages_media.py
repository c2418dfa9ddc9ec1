"""The built-in pages of assets and press kits, and their previews."""

from __future__ import annotations

import io
import re
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from django.template.defaultfilters import filesizeformat
from django.test import Client
from django.utils import timezone
from PIL import Image as Picture
from wagtail.models import Locale, Page

from cms.library.models import MediaAssetPage, PressKitPage, PressKitRow
from cms.media.models import NewsroomFile, NewsroomImage, NewsroomMedia
from cms.newsroom.models import NewsroomPage
from cms.newsroom.templatetags.newsroom_pages import (
    duration,
    extension,
    machine,
    offered_sizes,
    picture_of,
    size,
)
from cms.project.demo import recordings
from tests.cms.newsroom.shown import Make, document_of, plain, rendition, text_at


def test_image(client: Client, make_image: Make, make_asset_page: Make, topic: Any) -> None:
    image = make_image(
        "Mast <1>",
        size=(900, 600),
        caption="Ours & yours.",
        copyright_holder="Norrvind",
        usage_terms="Free.",
        license_url="https://licence.example/by",
        expires_at=timezone.now().replace(year=2090, month=3, day=1, hour=12, minute=0),
    )
    page = make_asset_page(
        "Mast <1>", image=image, description="<p>Seen from <b>below</b>.</p>", topics=[topic]
    )
    document = document_of(page)
    text = text_at(client, f"/norrvind/{page.slug}")
    assert '<h1 class="p-name">Mast &lt;1&gt;</h1>' in text
    assert "Seen from <b>below</b>." in text
    medium, modern = rendition(document, "medium", "image/jpeg"), document["sources"][0]
    assert modern["content_type"] == "image/webp"
    assert f'<picture><source type="image/webp" srcset="{modern["srcset"]}"' in text
    assert f'src="{medium["href"]}" srcset="{document["srcset"]}"' in text
    assert 'width="900" height="600" alt="A teal mast &lt;1&gt;">' in text
    original = rendition(document, "original")
    assert f'<a class="button" href="{original["href"]}" download>Download the original</a>' in text
    words = plain(text)
    assert "JPG, 900 × 600," in words
    assert "Credit Åsa Lind Copyright © Norrvind Terms Free. Licence licence.example" in words
    assert "May be used until March 1, 2090, noon UTC" in words
    assert 'rel="license external noopener"' in text
    assert "Ours &amp; yours." in text
    assert "generative AI" not in text
    assert "Wind power" in words
    offered = re.findall(r'<th scope="row"><a href="([^"]+)" download>', text)
    assert offered == [one["href"] for one in offered_sizes(document)]
    assert rendition(document, "thumbnail", "image/jpeg")["href"] in offered
    assert not [href for href in offered if href.endswith(".webp")]


def test_what_shows_an_asset_is_named_on_its_page(
    client: Client, make_image: Make, make_asset_page: Make, make_release: Make, make_kit: Make
) -> None:
    image, other = make_image("Mast"), make_image("Other", colour="red")
    page = make_asset_page("Mast", image=image)
    make_release("Shows <it>", hero=image)
    make_release("Shows another", hero=other)
    make_release("Draft that shows it", hero=image, publish=False)
    make_kit("Kit with it", {"image": other}, {"image": image})
    text = text_at(client, f"/norrvind/{page.slug}")
    assert re.findall(r'<li><a href="([^"]+)">([^<]+)</a>', text) == [
        ("/norrvind/shows-it", "Shows &lt;it&gt;"),
        ("/norrvind/kit-with-it", "Kit with it"),
    ]


def test_image_that_moves_can_be_stopped(client: Client, make_asset_page: Make) -> None:
    frames = [Picture.new("RGB", (64, 48), colour) for colour in ("red", "blue")]
    buffer = io.BytesIO()
    frames[0].save(buffer, "GIF", save_all=True, append_images=frames[1:], duration=100, loop=0)
    buffer.seek(0)
    image = NewsroomImage.objects.create(title="Spin", alt="It turns", file=ImageFile(buffer, name="a.gif"))
    page = make_asset_page("Spin", image=image)
    text, document = text_at(client, f"/norrvind/{page.slug}"), document_of(page)
    still = next(
        one for one in document["renditions"] if one["name"] == "medium" and "webp" not in one["content_type"]
    )
    assert '<label><input type="checkbox"> Stop the movement</label>' in text
    assert f'<img class="still" src="{still["href"]}"' in text
    assert f'<source type="image/webp" srcset="{document["sources"][0]["srcset"]}"' in text


def test_ai_is_said(client: Client, make_image: Make, make_asset_page: Make) -> None:
    for number, (source, words) in enumerate(
        {
            "trainedAlgorithmicMedia": "Made by generative AI",
            "compositeWithTrainedAlgorithmicMedia": "Edited with generative AI",
            "algorithmicMedia": "Made by an algorithm",
        }.items()
    ):
        page = make_asset_page(f"A{number}", image=make_image(digital_source_type=source))
        assert f'<span class="credit ai">{words}</span>' in text_at(client, f"/norrvind/{page.slug}")


def test_video_and_sound(client: Client, make_asset_page: Make) -> None:
    film = NewsroomMedia.objects.create(title="Film", file=ContentFile(recordings.film(), name="film.webm"))
    sound = NewsroomMedia.objects.create(
        title="Sound",
        file=ContentFile(recordings.sound(), name="sound.wav"),
        transcript="It swishes.\n\nTwice.",
    )
    page = make_asset_page("Film", media=film)
    text, document = text_at(client, f"/norrvind/{page.slug}"), document_of(page)
    original, poster = rendition(document, "original"), document["poster"]
    assert (
        f'<video class="u-video" controls preload="metadata" poster="{poster["href"]}" width="640" height="360" '
        f'aria-label="Film"><source src="{original["href"]}" type="video/webm"></video>'
    ) in text
    assert "WEBM, 640 × 360, 0:04," in plain(text)
    page = make_asset_page("Sound", media=sound)
    text, original = text_at(client, f"/norrvind/{page.slug}"), rendition(document_of(page), "original")
    assert (
        f'<audio class="u-audio" controls preload="metadata" aria-label="Sound"><source src="{original["href"]}"'
    ) in text
    assert "<summary>Transcript</summary><div><p>It swishes.</p>\n\n<p>Twice.</p></div>" in text
    assert 'aria-hidden="true">WAV</span>' in text_at(client, "/norrvind?section=media")


def test_document_shows_its_first_page(client: Client, make_asset_page: Make) -> None:
    paper = NewsroomFile.objects.create(
        title="Facts", file=ContentFile(recordings.document("Facts", ["23 turbines."]), name="facts.pdf")
    )
    page = make_asset_page("Facts", file=paper)
    text, poster = text_at(client, f"/norrvind/{page.slug}"), document_of(page)["poster"]
    assert (
        f'<img class="page" src="{poster["href"]}" width="{poster["width"]}" height="{poster["height"]}" '
        'alt="The first page">'
    ) in text
    assert f'<meta property="og:image" content="{poster["href"]}">' in text
    assert "PDF, 1 page," in plain(text)


def test_press_kit(
    client: Client, make_kit: Make, make_image: Make, make_document: Make, make_release: Make
) -> None:
    release = make_release("Opening")
    image, paper = make_image("Mast", caption="Steel."), make_document("Report")
    ended = make_image("Ended", expires_at=timezone.now() - timedelta(days=1))
    kit = make_kit(
        "Kit <1>",
        {"image": image},
        {"image": ended},
        {"file": paper},
        description="<p>For you.</p>",
        release=release,
    )
    document = document_of(kit)
    text = text_at(client, f"/norrvind/{kit.slug}")
    assert (
        f'<a class="button" href="/api/v1/press-kits/{document["id"]}.zip" download>Download all (zip)</a>'
        in text
    )
    size_in_bytes = sum(rendition(file, "original")["size_in_bytes"] for file in document["files"])
    assert f"Download all (zip) 2 files, {plain(filesizeformat(size_in_bytes))}" in plain(text)
    assert 'It belongs to the release <a href="/norrvind/opening">Opening</a>.' in text
    assert "<p>For you.</p>" in text
    assert re.findall(r'<a class="file" href="([^"]+)" download>', text) == [
        rendition(file, "original")["href"] for file in document["files"]
    ]
    assert "Ended" not in text
    assert 'alt="A teal mast"' in text


def test_empty_press_kit_has_no_archive(client: Client, make_kit: Make) -> None:
    assert ".zip" not in text_at(client, f"/norrvind/{make_kit().slug}")


def test_languages_are_linked(
    client: Client,
    newsroom: NewsroomPage,
    make_asset_page: Make,
    django_capture_on_commit_callbacks: Any,
) -> None:
    page = make_asset_page("Mast")
    swedish = Locale.objects.create(language_code="sv")
    root = Page.objects.get(depth=1)
    home = NewsroomPage(title="Norrvind", slug="nv", live=True, locale=swedish)
    root.add_child(instance=home)
    other = MediaAssetPage(title="Masten", image=page.image, locale=swedish, live=False)
    other.translation_key = page.translation_key
    home.add_child(instance=other)
    with django_capture_on_commit_callbacks(execute=True):
        other.save_revision().publish()
    assert '<a href="/nv/masten" hreflang="sv" lang="sv">Svenska: Masten</a>' in text_at(
        client, "/norrvind/mast"
    )
    swedish_text = text_at(client, "/nv/masten")
    assert '<link rel="alternate" hreflang="en" href="http://testserver/norrvind/mast">' in swedish_text


def test_withdrawn_asset_is_410(client: Client, make_asset_page: Make) -> None:
    page = make_asset_page("Mast")
    page.withdrawal_reason = "Not ours."
    page.unpublish()
    answer = client.get("/norrvind/mast")
    assert answer.status_code == 410
    assert "Not ours." in answer.content.decode()


def test_files_elsewhere_are_allowed_by_the_security_policy(
    client: Client, make_asset_page: Make, settings: Any
) -> None:
    settings.NEWSROOM_SHELF_URL = "https://files.example/newsroom/"
    page = make_asset_page("Mast")
    if not document_of(page)["renditions"][0]["href"].startswith("https://files.example/"):
        pytest.fail("The shelf does not take its address from NEWSROOM_SHELF_URL.")
    policy = client.get("/norrvind/mast")["Content-Security-Policy"]
    assert "img-src 'self' https://files.example; media-src 'self' https://files.example;" in policy


def test_preview_of_an_asset(client: Client, make_asset_page: Make) -> None:
    page = make_asset_page("Secret mast", publish=False)
    token = page.create_page_preview().token
    answer = client.get("/newsroom/preview/", {"token": token})
    assert answer.status_code == 200
    assert "Secret mast" in answer.content.decode()
    assert "Not published." in answer.content.decode()


def test_preview_of_a_kit_offers_no_archive(client: Client, newsroom: NewsroomPage, make_image: Make) -> None:
    kit = PressKitPage(title="Kit", live=False)
    kit.rows = [PressKitRow(image=make_image("Mast"))]
    newsroom.add_child(instance=kit)
    text = client.get("/newsroom/preview/", {"token": kit.create_page_preview().token}).content.decode()
    assert ("Mast" in text, ".zip" in text) == (True, False)


def test_sizes_that_are_not_there() -> None:
    picture = {
        "name": "huge",
        "content_type": "image/jpeg",
        "width": 4,
        "height": 3,
        "href": "https://a/b.jpg",
    }
    paper = {"name": "original", "content_type": "application/pdf", "href": "https://a/b.pdf"}
    smaller = picture | {"content_type": "image/webp"}
    assert size({"renditions": [smaller, picture]}, "medium") == picture
    assert size({"renditions": [paper]}, "medium") is None
    assert picture_of({"renditions": [paper], "poster": None}) is None
    assert extension(paper) == "PDF"


@pytest.mark.parametrize(
    ("seconds", "words"), [(0.4, "0:00"), (4, "0:04"), (59.6, "1:00"), (754, "12:34"), (3723, "1:02:03")]
)
def test_duration(seconds: float, words: str) -> None:
    assert duration(seconds) == words


@pytest.mark.parametrize(
    ("told", "written"),
    [
        ("2026-11-18T01:57:44.013588Z", "2026-11-18T01:57:44.013Z"),
        ("2026-11-18T01:57:44Z", "2026-11-18T01:57:44Z"),
        ("2026-11-18", "2026-11-18"),
    ],
)
def test_times_are_written_as_html_has_them(told: str, written: str) -> None:
    assert machine(told) == written
