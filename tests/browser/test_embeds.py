"""The frames of oEmbed on another site, in a real browser."""

from __future__ import annotations

from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import Browser

from cms.ledger.models import Item


@pytest.fixture
def foreign(browser: Browser, live_server: Any, settings: Any) -> Any:
    """A tab at another site that shows this HTML, and what its browser complained of."""
    shown = {"html": b""}

    class Blog(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200 if self.path == "/" else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(shown["html"])

        def log_message(self, *args: Any) -> None:
            pass

    blog = ThreadingHTTPServer(("127.0.0.1", 0), Blog)
    Thread(target=blog.serve_forever, daemon=True).start()
    settings.NEWSROOM = {**settings.NEWSROOM, "BASE_URL": live_server.url}
    context = browser.new_context(viewport={"width": 700, "height": 700})
    tab = context.new_page()
    complaints: list[str] = []
    tab.on("console", lambda message: complaints.append(message.text))

    def show(html: str) -> Any:
        icon = '<link rel="icon" href="data:,">'
        shown["html"] = f"<!doctype html><html lang=en><title>A blog</title>{icon}{html}</html>".encode()
        tab.goto(f"http://127.0.0.1:{blog.server_port}/")
        return tab, complaints

    yield show
    context.close()
    blog.shutdown()
    blog.server_close()


def test_a_release_shows_in_its_frame_with_its_correction(
    client: Any, live_server: Any, foreign: Any, make_release: Any
) -> None:
    page = make_release("New turbines", slug="turbines", summary="Forty megawatts.")
    html = client.get("/oembed", {"url": f"{live_server.url}/norrvind/turbines"}).json()["html"]
    tab, complaints = foreign(html)
    frame = tab.frame_locator("iframe")
    assert frame.locator("h1").inner_text() == "New turbines"
    page.summary = "Fifty megawatts."
    page.correction_note = "It is fifty."
    page.save_revision().publish()
    tab.context.new_cdp_session(tab).send("Network.clearBrowserCache")  # 30 seconds later
    tab.reload()
    assert "It is fifty." in frame.locator(".notice").inner_text()
    assert complaints == []


def test_no_other_page_of_the_site_is_framed(live_server: Any, foreign: Any, make_release: Any) -> None:
    make_release("New turbines", slug="turbines")
    tab, complaints = foreign(f'<iframe src="{live_server.url}/norrvind/turbines"></iframe>')
    for _ in range(100):
        if any("frame-ancestors" in words or "X-Frame-Options" in words for words in complaints):
            break
        tab.wait_for_timeout(100)
    else:
        pytest.fail(f"Framed without a complaint: {complaints}")
    assert "New turbines" not in tab.frame_locator("iframe").locator("body").inner_text()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_frames_are_as_narrow_as_a_phone(
    browser: Browser, live_server: Any, make_release: Any, make_image: Any, scheme: Any
) -> None:
    page = make_release(
        "Vindkraftsutbyggnadsplaneringen", summary="Word " * 50, hero=make_image(size=(900, 600))
    )
    uid = Item.objects.get(source_type="page", source_id=page.pk).uid
    context = browser.new_context(viewport={"width": 320, "height": 460}, color_scheme=scheme)
    tab = context.new_page()
    tab.goto(f"{live_server.url}/embed/{uid}")
    assert tab.evaluate("document.documentElement.scrollWidth") == 320
    paper = tab.evaluate("getComputedStyle(document.body).backgroundColor")
    assert paper == {"light": "rgb(255, 255, 255)", "dark": "rgb(21, 24, 27)"}[scheme]
    context.close()
