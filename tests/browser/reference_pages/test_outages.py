"""The reference press room when its newsroom is busy or away, or its settings are wrong."""

from __future__ import annotations

import subprocess
import time
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from cms.newsroom.models import NewsroomPage
from tests.browser.reference import NODE, gate, served
from tests.browser.reference_pages.visiting import Visit

pytestmark = pytest.mark.enable_socket

STALE = 10.5
"""Seconds after which a press room without a webhook asks again for what it has."""


def test_what_was_read_stays_while_the_newsroom_is_busy_or_away(
    browser: Browser, built_reference: Path, live_server: Any, full: NewsroomPage
) -> None:
    with gate(live_server.url) as newsroom, served(built_reference, NEWSROOM_URL=newsroom.url) as address:
        here = Visit(browser, address, address)
        read, unread = f"/{full.slug}/turbines", f"/{full.slug}/leak"
        assert here.get(read).status == 200
        for refusal, words in (
            ("busy", "Try again in 11 seconds."),
            ("away", "The newsroom does not answer"),
        ):
            newsroom.refusal = refusal
            answer = here.get(unread)
            assert (refusal, answer.status) == (refusal, 503)
            assert answer.headers["retry-after"] == ("11" if refusal == "busy" else "30")
            assert "no-store" in answer.headers["cache-control"]
            assert words in answer.text()
        time.sleep(max(0, newsroom.asked + STALE - time.monotonic()))
        for _ in range(2):  # the second is after it was asked for again, in vain
            answer = here.get(read)
            assert answer.status == 200
            assert "Thirty of them, not forty." in answer.text()
            assert "The conversation cannot be shown right now." in answer.text()
        newsroom.refusal = ""
        assert here.get(unread).status == 200
        here.context.close()


def test_when_the_newsroom_is_away_a_page_says_so(browser: Browser, built_reference: Path) -> None:
    with served(built_reference, NEWSROOM_URL="http://127.0.0.1:9") as address:
        here = Visit(browser, address, address, locale="sv")
        answer = here.tab.goto("/norrvind/nyhet")
        assert answer is not None
        assert answer.status == 503
        assert answer.header_value("retry-after") == "30"
        expect(here.tab.get_by_role("heading", level=1)).to_have_text("Pressrummet kan inte nås")
        assert here.get("/sitemap.xml").status == 503
        here.context.close()


def test_bad_settings_stop_the_start(built_reference: Path) -> None:
    wrong = {
        "NEWSROOM_URL": "press.example.com",
        "NEWSROOM_WEBHOOK_SECRETS": "hunter2",
        "PATH": "/usr/bin:/bin",
    }
    done = subprocess.run(
        [NODE, "node_modules/next/dist/bin/next", "start", "--port", "0"],
        cwd=built_reference,
        env=wrong,
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert done.returncode == 1
    assert (
        'NEWSROOM_URL: "press.example.com" is no web address. Give one such as https://press.example.com.'
        in done.stderr
    )
    assert "NEWSROOM_WEBHOOK_SECRETS: each secret begins with whsec_" in done.stderr
