"""A real browser, and people to log in as."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from playwright.sync_api import Browser, Page

from tests.browser.blog import blog, open_talk  # noqa: F401 # fixtures
from tests.browser.editor import go_on_when_overtaken
from tests.browser.reference import built_reference, press_room  # noqa: F401 # fixtures


@pytest.fixture
def people(transactional_db: None) -> dict[str, User]:
    """One user of each group; the password is the name."""
    found = {}
    for group in Group.objects.filter(name__in=["PR", "Marketing"]):
        user = User.objects.create_user(group.name, password=group.name)
        user.groups.add(group)
        found[group.name] = user
    return found


@pytest.fixture
def open_admin(browser: Browser, live_server: Any, people: dict[str, User]) -> Iterator[Any]:
    """Logs in and returns a tab; `errors` collects what goes wrong in the page's scripts."""
    contexts = []

    def open_as(name: str, language: str = "en") -> Page:
        context = browser.new_context(
            base_url=live_server.url, locale=language, viewport={"width": 1280, "height": 1000}
        )
        contexts.append(context)
        tab = context.new_page()
        tab.goto("/admin/login/")
        tab.fill("[name=username]", name)
        tab.fill("[name=password]", name)
        tab.click("[type=submit]")
        tab.wait_for_url("**/admin/")
        go_on_when_overtaken(tab)
        return tab

    yield open_as
    for context in contexts:
        context.close()
