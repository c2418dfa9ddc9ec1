"""GraphiQL at the GraphQL address: from this site's own files alone, under its Content-Security-Policy."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Browser, Page, expect
from wagtail.models import Locale
from wagtail.models import Page as WagtailPage

from cms.newsroom.models import NewsroomPage
from cms.releases.models import ReleasePage

pytestmark = pytest.mark.enable_socket

TITLE = "Norrvind opens a wind park"


@pytest.fixture
def release(people: dict[str, User]) -> None:
    root = WagtailPage.objects.filter(depth=1).get()
    english = Locale.objects.get(language_code="en")
    room = root.add_child(instance=NewsroomPage(title="Norrvind", slug="norrvind", locale=english))
    room.save_revision(user=people["PR"]).publish(user=people["PR"])
    page = room.add_child(instance=ReleasePage(title=TITLE, slug="wind", locale=english, live=False))
    page.save_revision(user=people["PR"]).publish(user=people["PR"])


@pytest.fixture
def tab(browser: Browser, live_server: Any, settings: Any) -> Iterator[Page]:
    settings.NEWSROOM = {**settings.NEWSROOM, "GRAPHQL_EXPLORER": True}
    context = browser.new_context(base_url=live_server.url, viewport={"width": 1280, "height": 800})
    yield context.new_page()
    context.close()


def test_a_query_is_run_and_the_schema_is_read(tab: Page, live_server: Any, release: None) -> None:
    told: list[str] = []
    asked: list[str] = []
    tab.on("console", lambda message: told.append(message.text))
    tab.on("pageerror", lambda error: told.append(str(error)))
    tab.on("request", lambda request: asked.append(request.url))
    policy = tab.goto("/graphql/").headers["content-security-policy"]

    tab.get_by_label("Show Documentation Explorer").click()
    docs = tab.locator(".graphiql-doc-explorer")
    docs.get_by_role("link", name="Query", exact=True).click()
    expect(docs.get_by_role("link", name="releases", exact=True)).to_be_visible()

    tab.get_by_label("Execute query").click()
    expect(tab.locator(".result-window")).to_contain_text(TITLE)
    expect(tab.get_by_role("button", name="Headers")).to_be_visible()

    assert tab.evaluate("document.fonts.ready.then(() => document.fonts.check('16px Roboto'))") is True
    assert "script-src" not in policy
    assert [address for address in asked if not address.startswith((f"{live_server.url}/", "data:"))] == []
    assert told == []
