"""Embeds are looked up when an editor saves, at a provider that a server on loopback stands in for, and never read."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.utils import timezone
from wagtail.embeds.finders import get_finders
from wagtail.embeds.models import Embed

from cms.media.embeds import (
    PROVIDERS,
    EmbedFinder,
    Problem,
    _hosts,
    check_finders,
    embed_notices,
    player,
    resolve_embeds,
    stored_embed,
)
from tests.cms.media.video_site import FRAME, SAFE, URL, Provider


@pytest.fixture
def provider(settings: Any, db: None) -> Iterator[Provider]:
    """A provider for `https://video.example/…`, reached on loopback."""
    provider = Provider()
    known = {"endpoint": f"http://127.0.0.1:{provider.port}/oembed", "urls": [r"^https://video\.example/.+$"]}
    settings.WAGTAILEMBEDS_FINDERS = [{"class": "cms.media.embeds", "providers": [known]}]
    settings.NEWSROOM = {"OUTBOUND": False, "OUTBOUND_ALLOW": [f"127.0.0.1:{provider.port}"]}
    get_finders.cache_clear()
    cache.clear()
    yield provider
    get_finders.cache_clear()
    cache.clear()
    provider.server.shutdown()
    provider.server.server_close()


@pytest.fixture
def on_site(monkeypatch: pytest.MonkeyPatch) -> None:
    """Players on video.example are the stand-in's own."""
    monkeypatch.setattr("cms.media.embeds._hosts", lambda endpoint: ["video.example"])


def problems(*urls: str) -> list[Problem]:
    return [notice.problem for notice in embed_notices(urls)]


def test_an_embed_is_looked_up_once_and_kept(provider: Provider, on_site: None) -> None:
    provider.said |= {
        "author_name": "Norrvind",
        "thumbnail_url": "https://img.video.example/1.jpg",
        "width": 640,
        "height": "360",
    }
    resolve_embeds([URL, URL])
    resolve_embeds([URL])
    assert provider.asked == [{"url": [URL], "format": ["json"]}]
    known = stored_embed(URL)
    assert known is not None
    assert (known.title, known.provider_name, known.author_name, known.type) == (
        "Wind",
        "Video",
        "Norrvind",
        "video",
    )
    assert (known.width, known.height) == (640, 360)
    assert known.thumbnail_url == "https://img.video.example/1.jpg"
    assert known.html == SAFE
    assert problems(URL) == []


def test_reading_and_telling_ask_nobody(provider: Provider) -> None:
    assert stored_embed(URL) is None
    assert problems(URL) == [Problem.UNREACHABLE]
    assert provider.asked == []


@pytest.mark.parametrize(
    ("cache_age", "days"),
    [
        (None, 30),
        (0, 1),
        (60, 1),
        ("172800", 2),
        (10**9, 30),
        (-5, 30),
        ("soon", 30),
        (10**30, 30),
        (True, 30),
    ],
)
def test_what_is_known_is_kept_for_a_day_to_a_month(provider: Provider, cache_age: Any, days: int) -> None:
    provider.said["cache_age"] = cache_age
    resolve_embeds([URL])
    kept = Embed.objects.get().cache_until - timezone.now()
    assert timedelta(days=days, minutes=-1) < kept <= timedelta(days=days)


def test_what_is_old_is_looked_up_again_and_stands_while_nobody_answers(
    provider: Provider, on_site: None
) -> None:
    resolve_embeds([URL])
    Embed.objects.update(cache_until=timezone.now() - timedelta(seconds=1))
    provider.status = 503
    resolve_embeds([URL])
    assert (stored_embed(URL).html != "", problems(URL), len(provider.asked)) == (True, [], 2)
    cache.clear()
    provider.status = 200
    provider.said["title"] = "More wind"
    resolve_embeds([URL])
    assert (stored_embed(URL).title, len(provider.asked)) == ("More wind", 3)


def test_a_video_that_was_taken_away_is_forgotten(provider: Provider) -> None:
    resolve_embeds([URL])
    Embed.objects.update(cache_until=timezone.now() - timedelta(seconds=1))
    provider.status = 404
    resolve_embeds([URL])
    assert (Embed.objects.count(), problems(URL)) == (0, [Problem.NOT_FOUND])


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410])
def test_an_address_that_the_provider_does_not_know_is_told_and_not_asked_again_at_once(
    provider: Provider, status: int
) -> None:
    provider.status = status
    resolve_embeds([URL])
    resolve_embeds([URL])
    (notice,) = embed_notices([URL])
    assert notice.problem == Problem.NOT_FOUND
    assert notice.text == f"{URL} is unknown there, or may not be embedded. Readers get a link."
    assert provider.urls == [URL]
    provider.status = 200
    resolve_embeds([URL + "2"])
    assert provider.urls == [URL, URL + "2"]


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (500, b""),
        (503, {"type": "video", "html": FRAME}),
        (429, b""),
        (302, b""),
        (200, b""),
        (200, b"<html>"),
        (200, b"[1]"),
        (200, b"null"),
        (200, {}),
        (200, {"type": "script"}),
        (200, {"type": ["video"]}),
        (200, {"type": "video" * 1000}),
        (200, b'{"type": "video", "title": "' + b"a" * 2_000_000 + b'"}'),
    ],
)
def test_a_provider_that_gives_nothing_usable_is_left_alone_for_a_while(
    provider: Provider, status: int, said: Any
) -> None:
    provider.status, provider.said = status, said
    resolve_embeds([URL, URL + "2"])
    resolve_embeds([URL, URL + "3"])
    assert (provider.urls, Embed.objects.count()) == ([URL], 0)
    assert problems(URL) == [Problem.UNREACHABLE]
    cache.clear()
    provider.status, provider.said = 200, {"type": "link", "title": "Back"}
    resolve_embeds([URL])
    assert stored_embed(URL).title == "Back"


def test_a_provider_that_leads_to_the_machines_own_network_is_not_followed(provider: Provider) -> None:
    provider.status, provider.said = 302, b""
    provider.headers = {"Location": "http://169.254.169.254/latest/meta-data/"}
    resolve_embeds([URL])
    assert (provider.urls, Embed.objects.count(), problems(URL)) == ([URL], 0, [Problem.UNREACHABLE])


def test_a_provider_that_cannot_be_reached_is_told(provider: Provider, settings: Any) -> None:
    with socket.create_server(("127.0.0.1", 0)) as unused:
        closed = f"127.0.0.1:{unused.getsockname()[1]}"
    known = {"endpoint": f"http://{closed}/", "urls": [r"^https://video\.example/.+$"]}
    settings.WAGTAILEMBEDS_FINDERS = [{"class": "cms.media.embeds", "providers": [known]}]
    settings.NEWSROOM = {"OUTBOUND": False, "OUTBOUND_ALLOW": [closed]}
    get_finders.cache_clear()
    resolve_embeds([URL])
    assert (Embed.objects.count(), problems(URL)) == (0, [Problem.UNREACHABLE])


def test_an_address_too_long_to_ask_for_is_told(provider: Provider) -> None:
    url = URL + "a" * 2000
    resolve_embeds([url])
    assert (provider.asked, problems(url)) == ([], [Problem.NOT_FOUND])


def test_addresses_of_no_provider_are_told(provider: Provider) -> None:
    urls = [
        "https://other.example/1",
        "http://video.example/1",
        "javascript:alert(1)",
        "http://169.254.169.254/",
    ]
    resolve_embeds(urls)
    assert (provider.asked, problems(*urls)) == ([], [Problem.NO_PROVIDER] * 4)
    assert stored_embed(urls[0]) is None


def test_what_another_finder_has_stored_is_not_shown(provider: Provider, settings: Any) -> None:
    Embed.objects.create(
        url="https://youtu.be/x", hash="1" * 32, type="video", html="<script>alert(1)</script>"
    )
    settings.WAGTAILEMBEDS_FINDERS = [{"class": "wagtail.embeds.finders.oembed"}]
    get_finders.cache_clear()
    resolve_embeds(["https://youtu.be/x"])
    assert (stored_embed("https://youtu.be/x"), problems("https://youtu.be/x")) == (
        None,
        [Problem.NO_PROVIDER],
    )
    assert [problem.id for problem in check_finders()] == ["newsroom.W001"]


def test_html_in_the_table_is_cut_when_it_is_read_too(provider: Provider, on_site: None) -> None:
    resolve_embeds([URL])
    Embed.objects.update(html="<script>alert(1)</script>" + FRAME)
    assert stored_embed(URL).html == SAFE
    Embed.objects.update(html="<script>alert(1)</script>")
    assert (stored_embed(URL).html, problems(URL)) == ("", [Problem.NO_PLAYER])


def test_every_text_is_made_harmless(provider: Provider) -> None:
    provider.said = {
        "type": "photo",
        "title": " a\x00b\ud800\n<b>c</b> ",
        "author_name": 7,
        "provider_name": ["Video"],
        "thumbnail_url": "javascript:alert(1)",
        "width": "100%",
        "height": 10**12,
        "html": ["<iframe>"],
    }
    resolve_embeds([URL])
    known = stored_embed(URL)
    assert (known.title, known.author_name, known.provider_name) == ("a b <b>c</b>", "", "")
    assert (known.thumbnail_url, known.width, known.height, known.html) == ("", None, None, "")


@pytest.mark.parametrize(
    "thumbnail",
    ["http://img.example/1.jpg", "//img.example/1.jpg", "data:image/png;base64,AA==", 5, None, "https://"],
)
def test_a_picture_without_https_is_left_out(provider: Provider, thumbnail: Any) -> None:
    provider.said["thumbnail_url"] = thumbnail
    resolve_embeds([URL])
    assert stored_embed(URL).thumbnail_url == ""


def test_only_providers_that_answer_by_https_are_asked() -> None:
    assert len(PROVIDERS) > 40
    assert [
        provider["endpoint"] for provider in PROVIDERS if not provider["endpoint"].startswith("https://")
    ] == []
    assert {site.count(".") for provider in PROVIDERS for site in _hosts(provider["endpoint"])} <= {1, 2}
    assert "{" not in "".join(EmbedFinder()._endpoints)


def test_x_posts_stay_links() -> None:
    endpoint = EmbedFinder().endpoint("https://x.com/a/status/1")
    html = '<blockquote>…</blockquote>\n<script async src="https://platform.twitter.com/widgets.js"></script>'
    assert (endpoint, player(html, endpoint, "")) == ("https://publish.twitter.com/oembed", "")
