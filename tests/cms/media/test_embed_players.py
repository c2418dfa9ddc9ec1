"""Of a provider's HTML one frame is taken, and written anew."""

from __future__ import annotations

import pytest

from cms.media.embeds import EmbedFinder, player
from tests.cms.media.video_site import ENDPOINT, FRAME, SAFE


@pytest.mark.parametrize(
    "html",
    [
        FRAME,
        FRAME + "<script src='https://player.video.example/x.js'></script>",
        f"<div onclick='x()'><p>{FRAME}</p></div>",
        SAFE,
        FRAME.replace("https:", ""),
        FRAME.replace("<iframe", "<IFRAME ONLOAD=alert(1) srcdoc='<script>x</script>' style='x' name=y"),
    ],
)
def test_of_html_one_frame_is_taken_and_written_anew(html: str) -> None:
    assert player(html, ENDPOINT, "Wind") == SAFE


@pytest.mark.parametrize(
    "html",
    [
        "",
        "<blockquote>Text</blockquote><script async src='https://video.example/w.js'></script>",
        FRAME + FRAME,
        FRAME + '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
        f"<!-- {FRAME} -->",
        f"<script>{FRAME}</script>",
        "<iframe></iframe>",
        '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
        '<iframe src="javascript:alert(1)"></iframe>',
        '<iframe src=" java\nscript:alert(1)"></iframe>',
        '<iframe src="data:text/html,<script>alert(1)</script>"></iframe>',
        '<iframe src="http://player.video.example/1"></iframe>',
        '<iframe src="/1"></iframe>',
        '<iframe src="https://evil.example/1"></iframe>',
        '<iframe src="https://video.example.evil.example/1"></iframe>',
        '<iframe src="https://evilvideo.example/1"></iframe>',
        '<iframe src="https://video.example@evil.example/1"></iframe>',
        '<iframe src="https://evil.example\\@video.example/1"></iframe>',
        '<iframe src="https://video.example:444/1"></iframe>',
        '<iframe src="https://127.0.0.1/1"></iframe>',
        '<embed src="https://player.video.example/1">',
        '<object data="https://player.video.example/1"></object>',
        FRAME + " " * 50_000,
    ],
)
def test_html_without_one_safe_frame_gives_no_player(html: str) -> None:
    assert player(html, ENDPOINT, "Wind") == ""


def test_the_title_of_a_frame_cannot_leave_its_attribute() -> None:
    assert 'title="&quot;&gt;&lt;script&gt;"' in player(FRAME, ENDPOINT, '"><script>')


def test_sizes_that_are_none_are_left_out() -> None:
    html = FRAME.replace("640", "100%").replace("360", "360px")
    assert player(html, ENDPOINT, "Wind") == SAFE.replace(' width="640"', "")


@pytest.mark.parametrize(
    ("url", "src"),
    [
        (
            "https://www.youtube.com/watch?v=dQw4w9WgXcQ",
            "https://www.youtube.com/embed/dQw4w9WgXcQ?feature=oembed",
        ),
        ("https://youtu.be/dQw4w9WgXcQ", "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ"),
        ("https://vimeo.com/76979871", "https://player.vimeo.com/video/76979871?h=8272103f6e&app_id=122963"),
        ("https://soundcloud.com/a/b", "https://w.soundcloud.com/player/?visual=true&url=https%3A%2F%2Fa"),
        ("https://open.spotify.com/episode/1", "https://open.spotify.com/embed/episode/1?utm_source=oembed"),
        ("https://www.ted.com/talks/a", "https://embed.ted.com/talks/a"),
        ("https://www.mixcloud.com/a/b", "https://player-widget.mixcloud.com/widget/iframe/?feed=a"),
        ("https://www.dailymotion.com/video/x1", "https://geo.dailymotion.com/player.html?video=x1"),
        ("https://acme.wistia.com/medias/x1", "https://fast.wistia.net/embed/iframe/x1"),
    ],
)
def test_the_players_of_well_known_providers_are_taken(url: str, src: str) -> None:
    endpoint = EmbedFinder().endpoint(url)
    assert endpoint.startswith("https://")
    assert src.replace("&", "&amp;") in player(f'<iframe src="{src}"></iframe>', endpoint, "Title")
