"""A site of somebody else that shows the embed's elements, with a policy as strict as there is."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from cms.conversation.models import ModerationRules
from cms.syndication.embeds.script import current_script

ROOT = Path(__file__).resolve().parents[2]
POLICY = (
    "default-src 'none'; script-src {site}; connect-src {site}; img-src {site}; media-src {site}; style-src 'self'; "
    "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types newsroom-embed"
)
STYLE = (
    b":root { color-scheme: light dark } body { font: 1rem/1.5 sans-serif; margin: 1rem; background: Canvas }"
)


class Blog:
    """A site that shows the elements: `show` opens a page with them; `complaints` is what the browser says."""

    def __init__(self, browser: Browser, site: str) -> None:
        self.browser, self.site, self.html, self.complaints = browser, site, b"", []  # type: ignore[var-annotated]
        self.asked: list[str] = []
        blog = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                is_style = self.path == "/style.css"
                self.send_response(200)
                self.send_header("Content-Type", "text/css" if is_style else "text/html; charset=utf-8")
                self.send_header("Content-Security-Policy", POLICY.format(site=blog.site))
                self.end_headers()
                self.wfile.write(STYLE if is_style else blog.html)

            def log_message(self, *args: Any) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        Thread(target=self.server.serve_forever, daemon=True).start()
        self.contexts: list[Any] = []

    def show(self, elements: str, *, language: str = "en", clock: bool = False, **options: Any) -> Page:
        script = current_script()
        self.html = (
            f'<!doctype html><html lang="{language}"><head><title>A blog</title><link rel="stylesheet" href="/style.css">'
            f'<meta name="viewport" content="width=device-width"><script type="module" integrity="{script.integrity}" '
            f'src="{self.site}/embed/{script.version}/newsroom-embed.js"></script></head>'
            f"<body><main><h1>A blog</h1>{elements}</main></body></html>"
        ).encode()
        context = self.browser.new_context(**({"viewport": {"width": 900, "height": 900}} | options))
        self.contexts.append(context)
        tab = context.new_page()
        if clock:
            tab.clock.install()
        tab.on("console", lambda message: self.complaints.append(message.text))
        tab.on("pageerror", lambda error: self.complaints.append(str(error)))
        tab.on("request", lambda request: self.asked.append(request.url))
        tab.goto(f"http://127.0.0.1:{self.server.server_port}/")
        return tab


@pytest.fixture
def blog(browser: Browser, live_server: Any, settings: Any) -> Iterator[Blog]:
    settings.NEWSROOM = {**settings.NEWSROOM, "BASE_URL": live_server.url, "ALTCHA_COST": 10}
    made = Blog(browser, live_server.url)
    yield made
    for context in made.contexts:
        context.close()
    made.server.shutdown()
    made.server.server_close()


@pytest.fixture
def open_talk(newsroom: Any) -> Callable[..., None]:
    """Comments in the newsroom are published at once."""

    def make(**rules: Any) -> None:
        newsroom.comment_mode = "OPEN"
        newsroom.save_revision().publish()
        ModerationRules.objects.update_or_create(newsroom=newsroom, defaults=rules)

    return make


def pass_time(tab: Page, shown: Locator, words: str) -> None:
    """Let half a minute pass until this shows. Time that is moved on breaks off what is being asked: then again."""
    for _attempt in range(3):
        tab.clock.fast_forward(34_000)
        with suppress(AssertionError):
            return expect(shown).to_contain_text(words, timeout=2_500)
    return expect(shown).to_contain_text(words)


def axe() -> str:
    """The source of axe-core, of whichever package of the contract has brought it."""
    found = [
        os.environ.get("AXE_CORE", ""),
        *ROOT.glob("frontend_contract/*/node_modules/axe-core/axe.min.js"),
    ]
    path = next((path for path in found if path and Path(path).is_file()), None)
    if path is None:
        pytest.skip("axe-core is not installed: `npm ci` in frontend_contract/conformance brings it.")
    return Path(path).read_text(encoding="utf-8")
