"""The built-in lists of assets and press kits, and what newsrooms and releases show of files."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.test import Client

from cms.media.models import NewsroomMedia
from cms.newsroom.models import NewsroomPage
from cms.project.demo import recordings
from cms.releases.models import ReleaseAsset, ReleasePage
from tests.cms.newsroom.shown import Make, document_of, rendition, text_at


def test_release_offers_its_files_its_archive_and_its_kits(
    client: Client, make_release: Make, make_kit: Make, make_image: Make, make_document: Make
) -> None:
    plain_one = make_release("Plain")
    release = make_release(
        "Rich", assets=[ReleaseAsset(image=make_image()), ReleaseAsset(file=make_document())]
    )
    kit = make_kit("Its kit", {"image": make_image()}, release=release)
    text, document = text_at(client, "/norrvind/rich"), document_of(release)
    assert f'href="/api/v1/releases/{document["id"]}/kit.zip" download>Download all (zip)</a>' in text
    originals = [rendition(file, "original")["href"] for file in (*document["images"], *document["files"])]
    assert re.findall(r'<a class="file" href="([^"]+)" download>', text) == originals
    assert f'<a class="u-url p-name" href="/norrvind/{kit.slug}">Its kit</a>' in text
    bare = text_at(client, f"/norrvind/{plain_one.slug}")
    assert (".zip" in bare, "Its kit" in bare) == (False, False)


def test_newsroom_shows_the_newest_and_leads_to_all(
    client: Client, make_image: Make, make_asset_page: Make, make_kit: Make, settings: Any
) -> None:
    image = make_image()
    for number in range(10):
        make_asset_page(f"Asset {number}", image=image)
    for number in range(5):
        make_kit(f"Kit {number}", {"image": image})
    make_asset_page("Draft", image=image, publish=False)
    text = text_at(client, "/norrvind")
    titles = re.findall(r'<a class="u-url p-name"[^>]*>([^<]+)</a>', text)
    assert titles == [f"Kit {n}" for n in (4, 3, 2, 1)] + [f"Asset {n}" for n in range(9, 1, -1)]
    assert '<a href="?section=media">All media</a>' in text
    assert '<a href="?section=press-kits">All press kits</a>' in text
    settings.NEWSROOM = {**settings.NEWSROOM, "PAGE_SIZE": 4}
    address, seen = "/norrvind?section=media", []
    while address:
        text = text_at(client, address)
        seen.append(re.findall(r'<a class="u-url p-name"[^>]*>([^<]+)</a>', text))
        following = re.search(r'<a class="button" rel="next" href="([^"]+)"', text)
        address = following and "/norrvind" + following[1].replace("&amp;", "&")  # type: ignore[assignment]
    assert seen == [[f"Asset {n}" for n in numbers] for numbers in ((9, 8, 7, 6), (5, 4, 3, 2), (1, 0))]
    assert "All news from Norrvind" in text


def test_newsroom_without_media(client: Client, newsroom: NewsroomPage) -> None:
    text = text_at(client, "/norrvind")
    assert ("Press kits" in text, "<h2>Media</h2>" in text) == (False, False)
    assert "There is nothing here yet." in text_at(client, "/norrvind?section=press-kits")


@pytest.mark.parametrize("query", ["section=nope", "section=media&after=nonsense"])
def test_wrong_lists(client: Client, newsroom: NewsroomPage, query: str) -> None:
    assert client.get(f"/norrvind?{query}").status_code == (404 if "nope" in query else 400)


def test_lists_cost_the_same_whatever_is_in_them(
    client: Client, make_image: Make, make_asset_page: Make, make_kit: Make, django_assert_num_queries: Any
) -> None:
    image = make_image()
    for size_of_list in (1, 5):
        for number in range(size_of_list):
            page = make_asset_page(f"Asset {size_of_list}{number}", image=image)
            kit = make_kit(f"Kit {size_of_list}{number}", {"image": image}, {"image": make_image()})
        for path, queries in (
            ("/norrvind", 13),
            ("/norrvind?section=media", 2),
            (f"/norrvind/{page.slug}", 14),
            (f"/norrvind/{kit.slug}", 12),
        ):
            client.get(path)
            with django_assert_num_queries(queries):
                client.get(path)


def test_release_shows_recordings_with_posters_and_transcripts(
    client: Client, make_release: Make, make_image: Make
) -> None:
    film = NewsroomMedia.objects.create(
        title="Film", transcript="Wind.", file=ContentFile(recordings.film(), name="film.webm")
    )
    image = make_image("Poster", size=(160, 90))
    body = [
        {"type": "video", "value": {"file": film.pk, "poster": image.pk, "title": "", "caption": ""}},
        {"type": "video", "value": {"file": film.pk, "poster": None, "title": "Two", "transcript": "Own."}},
    ]
    release: ReleasePage = make_release("Films", body=body)
    blocks = document_of(release)["body"]
    text = text_at(client, "/norrvind/films")
    posters = [
        rendition(blocks[0]["poster"], "medium", "image/jpeg")["href"],
        blocks[1]["file"]["poster"]["href"],
    ]
    assert re.findall(r'poster="([^"]+)" width="640" height="360" aria-label="([^"]+)"', text) == [
        (posters[0], "Film"),
        (posters[1], "Two"),
    ]
    assert re.findall(r"<summary>Transcript</summary><div><p>([^<]+)</p></div>", text) == ["Wind.", "Own."]
