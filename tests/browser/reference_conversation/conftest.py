"""A release with a conversation, a comment in it, and tabs that show it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any
from uuid import uuid4

import pytest
from playwright.sync_api import Browser, Page
from wagtail.models import Locale
from wagtail.models import Page as WagtailPage

from cms.conversation.models import Comment
from cms.newsroom.models import NewsroomPage
from cms.releases.models import ReleasePage
from tests.browser.reference_conversation.talking import FIRST, come_near, say


@pytest.fixture
def newsroom_page(transactional_db: None, settings: Any, live_server: Any) -> NewsroomPage:
    """A public newsroom with a release, under a slug of its own, where comments show at once."""
    settings.NEWSROOM = {**settings.NEWSROOM, "BASE_URL": live_server.url, "LIVE_POLL_MILLISECONDS": 100}
    root, english = WagtailPage.objects.get(depth=1), Locale.objects.get(language_code="en")
    slug = f"press-{uuid4().hex[:8]}"
    page = NewsroomPage(title="Norrvind", slug=slug, live=True, locale=english, comment_mode="OPEN")
    root.add_child(instance=page)
    page.add_child(
        instance=ReleasePage(title="New turbines", slug="turbines", live=False)
    ).save_revision().publish()
    return page


@pytest.fixture
def first(newsroom_page: NewsroomPage) -> Comment:
    """A comment that is there already."""
    return say(FIRST, name="Eva Lund")


@pytest.fixture
def visit(browser: Browser, press_room: str, newsroom_page: NewsroomPage) -> Iterator[Callable[..., Page]]:
    """Opens the release; scripts may be switched off. A script that fails, fails the test."""
    contexts, faults = [], []

    def open_page(*, scripts: bool = True) -> Page:
        context = browser.new_context(
            base_url=press_room,
            java_script_enabled=scripts,
            locale="en",
            viewport={"width": 1000, "height": 1000},
        )
        contexts.append(context)
        page = context.new_page()
        page.on(
            "pageerror", lambda error: None if "ViewTransition" in str(error) else faults.append(str(error))
        )
        page.on("console", lambda said: faults.append(said.text) if "Content Security" in said.text else None)
        page.goto(f"/{newsroom_page.slug}/turbines")
        return come_near(page) if scripts else page

    yield open_page
    for context in contexts:
        context.close()
    assert faults == []
