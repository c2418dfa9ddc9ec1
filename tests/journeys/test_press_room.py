"""The whole way in a browser, on what `make demo FRONTEND=1` runs: an editor, a visitor, the reference press room, a partner.

Everything is a process of its own and nothing is a stand-in: web server, worker, press room, mirror.
"""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.editor import go_on_when_overtaken, publish, write

pytestmark = [pytest.mark.slow, pytest.mark.once, pytest.mark.enable_socket]

ROOT = Path(__file__).parents[2]
MIRROR = ROOT / "frontend_contract" / "partner" / "mirror.py"
TITLE = "Norrvind builds at sea"
START_SECONDS = 240
"""Building the press room and the demo's content included."""
SOON = 15_000
"""Milliseconds for what the product does within two seconds on a machine of its own."""


@dataclass(frozen=True)
class Demo:
    """Where it runs."""

    newsroom: str
    frontend: str
    data: Path

    def page_id(self, slug: str) -> int:
        """Id of a newsroom's page."""
        with sqlite3.connect(self.data / "newsroom.sqlite3") as database:
            query = "SELECT id FROM wagtailcore_page WHERE slug = ? AND depth = 2"
            return int(database.execute(query, [slug]).fetchone()[0])


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    data = tmp_path_factory.mktemp("demo")
    port, frontend_port = free_port(), free_port()
    found = Demo(f"http://localhost:{port}", f"http://localhost:{frontend_port}", data)
    log = data / "demo.log"
    names = ("DJANGO_SETTINGS_MODULE", "BASE_URL", "NEWSROOM_OUTBOUND_ALLOW")
    environment = {name: value for name, value in os.environ.items() if name not in names} | {
        "DATA_DIR": str(data),
        "PORT": str(port),
        "FRONTEND": "1",
        "FRONTEND_PORT": str(frontend_port),
    }
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "scripts/demo.py"],
            cwd=ROOT,
            env=environment,
            stdout=output,
            stderr=output,
            start_new_session=True,
        )
    try:
        wait_until(
            lambda: "The newsroom runs" in log.read_text() and listens(frontend_port), process, START_SECONDS
        )
        yield found
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)


def wait_until(condition: Callable[[], bool], process: subprocess.Popen[bytes], seconds: float) -> None:
    until = time.monotonic() + seconds
    while not condition():
        assert process.poll() is None, "the demo has ended by itself"
        assert time.monotonic() < until, f"not within {seconds} s"
        time.sleep(0.2)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("localhost", port)) == 0


@pytest.fixture
def open_tab(browser: Browser) -> Iterator[Callable[[str], Page]]:
    """A tab of a person who has never been here, at an address."""
    contexts = []

    def open_at(address: str) -> Page:
        context = browser.new_context(base_url=address, locale="en", viewport={"width": 1280, "height": 1000})
        contexts.append(context)
        return context.new_page()

    yield open_at
    for context in contexts:
        context.close()


@pytest.fixture
def mirror(demo: Demo, tmp_path: Path) -> Callable[[], dict[str, Any]]:
    """Brings a partner's copy up to date; returns its items by id."""

    def run() -> dict[str, Any]:
        command = [sys.executable, str(MIRROR), str(tmp_path), "--site", demo.newsroom, "--once"]
        subprocess.run(command, check=True, capture_output=True, timeout=60)
        return {file.stem: json.loads(file.read_text()) for file in (tmp_path / "items").glob("*.json")}

    return run


def log_in(tab: Page, name: str) -> None:
    tab.goto("/admin/login/")
    tab.fill("[name=username]", name)
    tab.fill("[name=password]", "demo-password")
    tab.click("[type=submit]")
    tab.wait_for_url("**/admin/")
    go_on_when_overtaken(tab)


def wait_for_preview(tab: Page, address: str, text: str) -> None:
    """The admin's panel frames a page, which frames the press room's."""
    for _ in range(80):
        frames = [frame for frame in tab.frames if frame.url.startswith(address)]
        if any(text in frame.locator("body").inner_text() for frame in frames):
            return
        tab.wait_for_timeout(250)
    pytest.fail(f"No preview shows {text!r}: {[frame.url for frame in tab.frames]}")


def reload_until(tab: Page, condition: Callable[[], bool]) -> None:
    """Load the page again until it shows what is wanted."""
    until = time.monotonic() + SOON / 1000
    while not condition():
        assert time.monotonic() < until, tab.locator("body").inner_text()[:500]
        tab.wait_for_timeout(200)
        tab.reload()


def test_from_the_first_word_to_the_last_copy(
    demo: Demo, open_tab: Callable[[str], Page], mirror: Callable[[], dict[str, Any]]
) -> None:
    editor, visitor = open_tab(demo.newsroom), open_tab(demo.frontend)
    log_in(editor, "pr")
    before = mirror()

    write(editor, demo.page_id("norrvind-en"), TITLE)
    release = int(editor.url.rstrip("/").split("/")[-2])
    editor.locator("[data-side-panel-toggle=preview]").click()
    wait_for_preview(editor, f"{demo.frontend}/", TITLE)
    editor.locator("[data-side-panel-toggle=preview]").click()
    page = "/norrvind-en/norrvind-builds-at-sea"
    answer = visitor.goto(page)
    assert answer is not None
    assert answer.status == 404
    assert TITLE not in visitor.content()

    publish(editor)
    expect(editor.locator(".messages")).to_contain_text("has been published")
    reload_until(visitor, lambda: visitor.get_by_role("heading", level=1, name=TITLE).count() == 1)
    visitor.goto("/norrvind-en")
    reload_until(visitor, lambda: visitor.get_by_role("link", name=TITLE).count() > 0)

    visitor.goto(page)
    form = visitor.locator("form", has=visitor.get_by_role("button", name="Send the comment"))
    form.get_by_label("Comment", exact=True).fill("Who will hear the turbines?")
    form.get_by_label("Name").fill("Eva Lund")
    form.get_by_label("E-mail").fill("eva@example.com")
    form.get_by_label("This is").select_option(label="Question")
    form.get_by_role("button", name="Send the comment").click()
    asked = visitor.locator("article", has_text="Who will hear the turbines?").first
    expect(asked).to_be_visible()

    editor.goto("/admin/desk/")
    editor.get_by_role("link", name="Who will hear the turbines?").first.click()
    editor.locator("[name=answer-body]").fill("Nobody: they stand thirty kilometres out.")
    for box in editor.locator("[name=answer-checklist]").all():
        box.check()
    editor.get_by_role("button", name="Publish the answer").click()
    expect(editor.locator(".messages")).to_contain_text("The answer is published.")
    show = visitor.get_by_role("button", name=re.compile("new (comment|official answer)"))
    show.or_(visitor.get_by_text("thirty kilometres out")).first.wait_for(timeout=SOON)
    if show.count():
        show.first.click()
    expect(visitor.get_by_text("thirty kilometres out").first).to_be_visible()

    editor.goto(f"/admin/pages/{release}/edit/")
    editor.wait_for_load_state("networkidle")
    editor.fill("[name=summary]", "Thirty turbines in the Bothnian Sea.")
    editor.locator("[name=change][value=CORRECTION]").check()
    editor.fill("[name=correction_note]", "There will be thirty turbines, not forty.")
    publish(editor)
    expect(editor.locator(".messages")).to_contain_text("has been published")
    visitor.goto(page)
    reload_until(visitor, lambda: "There will be thirty turbines, not forty." in visitor.content())

    [uid] = mirror().keys() - before.keys()
    assert mirror()[uid]["document"]["summary"] == "Thirty turbines in the Bothnian Sea."

    editor.goto(f"/admin/pages/{release}/unpublish/")
    editor.fill("[name=withdrawal_reason]", "The plans have been stopped.")
    editor.get_by_role("button", name="Yes, unpublish it").click()
    expect(editor.locator(".messages")).to_contain_text("unpublished")
    reload_until(visitor, lambda: "The plans have been stopped." in visitor.content())
    gone = visitor.goto(page)
    assert gone is not None
    assert gone.status == 410
    assert "Thirty turbines" not in visitor.content()
    assert uid not in mirror()
