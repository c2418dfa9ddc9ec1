"""The built-in pages of media in a browser: everything on them loads, moving pictures stop, nothing needs a wide screen."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from PIL import Image as Picture
from playwright.sync_api import Browser, Page, expect

from cms.library.models import PressKitPage, PressKitRow
from cms.media.models import NewsroomFile, NewsroomImage, NewsroomMedia
from cms.project.demo import drawings, recordings

pytestmark = pytest.mark.usefixtures("transactional_db")


@pytest.fixture
def tab(browser: Browser, live_server: Any, settings: Any) -> Iterator[Page]:
    settings.NEWSROOM = {**settings.NEWSROOM, "BASE_URL": live_server.url}
    context = browser.new_context(base_url=live_server.url, viewport={"width": 320, "height": 800})
    yield context.new_page()
    context.close()


@pytest.fixture
def media(newsroom: Any, make_asset_page: Callable[..., Any], make_image: Any, tab: Page) -> list[str]:
    """Assets of every type and a kit of them; returns their addresses."""
    moving = NewsroomImage.objects.create(
        title="Spin", alt="It turns", file=ImageFile(io.BytesIO(drawings.turning_rotor(4)), name="spin.gif")
    )
    film = NewsroomMedia.objects.create(title="Film", file=ContentFile(recordings.film(), name="film.webm"))
    sound = NewsroomMedia.objects.create(
        title="Sound", file=ContentFile(recordings.sound(), name="sound.wav")
    )
    paper = NewsroomFile.objects.create(
        title="Facts", file=ContentFile(recordings.document("Facts", ["23 turbines."]), name="facts.pdf")
    )
    still = make_image("Mast", size=(900, 600))
    choices = ({"image": moving}, {"image": still}, {"media": film}, {"media": sound}, {"file": paper})
    for number, choice in enumerate(choices):
        make_asset_page(f"Asset {number}", **choice)
    kit = PressKitPage(title="Kit", live=False)
    kit.rows = [PressKitRow(**choice, sort_order=number) for number, choice in enumerate(choices)]
    newsroom.add_child(instance=kit)
    kit.save_revision().publish()
    return [
        "/norrvind",
        "/norrvind?section=media",
        "/norrvind/kit",
        *(f"/norrvind/asset-{n}" for n in range(5)),
    ]


def test_everything_loads_and_fits_a_narrow_screen(tab: Page, media: list[str]) -> None:
    problems: list[str] = []
    tab.on("console", lambda message: problems.append(message.text) if message.type == "error" else None)
    for address in media:
        tab.goto(address)
        tab.evaluate("document.querySelectorAll('img').forEach(image => image.loading = 'eager')")
        tab.wait_for_load_state("networkidle")
        broken = "[...document.images].filter(one => one.getClientRects().length && !one.naturalWidth).length"
        assert (address, tab.evaluate(broken)) == (address, 0)
        width = tab.evaluate("document.documentElement.scrollWidth")
        assert (address, width) == (address, 320)
    assert [problem for problem in problems if "favicon" not in problem and "404" not in problem] == []


def test_film_and_sound_can_be_played(tab: Page, media: list[str]) -> None:
    for address, kind, seconds in (("/norrvind/asset-2", "video", 4), ("/norrvind/asset-3", "audio", 6)):
        tab.goto(address)
        tab.wait_for_function(f"document.querySelector('{kind}').readyState >= 1")
        assert tab.evaluate(f"document.querySelector('{kind}').duration") == pytest.approx(seconds, abs=0.1)


def test_moving_picture_can_be_stopped(tab: Page, media: list[str]) -> None:
    tab.goto("/norrvind/asset-0")
    moves, still = tab.locator(".moves"), tab.locator(".still")
    expect(moves).to_be_visible()
    expect(still).to_be_hidden()
    tab.get_by_label("Stop the movement").check()
    expect(moves).to_be_hidden()
    expect(still).to_be_visible()  # it is loaded only now: images outside the view wait
    tab.emulate_media(reduced_motion="reduce")
    tab.goto("/norrvind/asset-0")
    expect(moves).to_be_hidden()
    expect(still).to_be_visible()
    assert not tab.get_by_label("Stop the movement").is_visible()
    address = still.get_attribute("src") or ""
    with Picture.open(io.BytesIO(tab.request.get(address).body())) as picture:
        assert getattr(picture, "n_frames", 1) == 1
