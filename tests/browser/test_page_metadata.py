"""The head of a page in a browser: its structured data is there, no word of it runs, and no policy is in its way."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.usefixtures("transactional_db")

TITLE = "</script><script>document.title = 'taken'</script> & \"more\""


@pytest.fixture
def tab(browser: Browser, live_server: Any, settings: Any) -> Iterator[Page]:
    settings.NEWSROOM = {**settings.NEWSROOM, "BASE_URL": live_server.url}
    context = browser.new_context(base_url=live_server.url)
    yield context.new_page()
    context.close()


def test_structured_data_is_read_and_runs_nothing(tab: Page, make_release: Any, make_image: Any) -> None:
    problems: list[str] = []
    tab.on("console", lambda message: problems.append(message.text))
    tab.on("pageerror", lambda error: problems.append(str(error)))
    make_release(TITLE, slug="wind", hero=make_image(), summary="It blows.")
    tab.goto("/norrvind/wind")
    text = tab.locator("script[type='application/ld+json']").inner_text()
    assert json.loads(text)["headline"] == TITLE
    assert tab.locator("meta[property='og:title']").get_attribute("content") == TITLE
    assert tab.locator("link[rel=canonical]").get_attribute("href") == tab.url
    assert tab.title().startswith("</script>")
    assert [each for each in problems if "404" not in each] == []  # no icon; a policy would say so here
