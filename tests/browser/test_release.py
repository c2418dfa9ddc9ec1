"""A PR editor's day in a real browser: write, preview, publish, correct, withdraw; the API tells the same."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import pytest
import wagtail
from playwright.sync_api import Page, expect
from playwright.sync_api import TimeoutError as TookTooLong
from wagtail.models import Locale
from wagtail.models import Page as WagtailPage

from cms.newsroom.models import NewsroomPage
from cms.releases.models import ReleasePage
from tests.browser.editor import publish, write

pytestmark = pytest.mark.enable_socket

TITLE = "Norrvind opens a wind park"


@pytest.fixture
def press_room(people: Any) -> NewsroomPage:
    root = WagtailPage.objects.filter(depth=1).get()
    english = Locale.objects.get(language_code="en")
    return root.add_child(instance=NewsroomPage(title="Norrvind", slug="norrvind", live=True, locale=english))


def wait_for_preview(tab: Page, text: str) -> None:
    """The panel frames a page, which frames the frontend's: here the built-in preview."""
    for _ in range(60):
        frames = [frame for frame in tab.frames if "/newsroom/preview/" in frame.url]
        if any(text in frame.locator("body").inner_text() for frame in frames):
            return
        tab.wait_for_timeout(250)
    pytest.fail(f"No preview shows {text!r}: {[frame.url for frame in tab.frames]}")


def retitle(tab: Page, title: str) -> None:
    """Change the title, and wait until Wagtail has saved the draft by itself, where it does."""
    tab.wait_for_load_state("networkidle")
    if wagtail.VERSION < (8, 0):
        tab.fill("[name=title]", title)
        return
    with (
        suppress(TookTooLong),
        tab.expect_response(
            lambda answer: answer.request.method == "POST" and answer.url.endswith("/edit/"), timeout=8000
        ),
    ):
        tab.fill("[name=title]", title)
    tab.wait_for_load_state("networkidle")


def test_from_the_first_word_to_the_withdrawal(open_admin: Any, press_room: NewsroomPage) -> None:
    tab = open_admin("PR")
    errors: list[str] = []
    tab.on("pageerror", lambda error: errors.append(str(error)))

    write(tab, press_room.pk, TITLE)

    tab.locator("[data-side-panel-toggle=preview]").click()
    wait_for_preview(tab, TITLE)
    tab.locator("[data-side-panel-toggle=preview]").click()

    publish(tab)
    warning = tab.locator(".newsroom-notice")
    expect(warning).to_contain_text("a press contact")
    assert not ReleasePage.objects.filter(live=True).exists()
    assert tab.input_value("[name=title]") == TITLE
    tab.check("[name=publish_anyway]")
    publish(tab)
    expect(tab.locator(".messages")).to_contain_text("has been published")
    release = ReleasePage.objects.get()

    listing = tab.request.get("/api/v1/releases").json()
    assert [row["title"] for row in listing["results"]] == [TITLE]
    address = f"/api/v1/releases/{listing['results'][0]['id']}"

    tab.goto(f"/admin/pages/{release.pk}/edit/")
    retitle(tab, f"{TITLE} at sea")
    publish(tab)
    expect(tab.locator(".error-message").first).to_contain_text("minor change or a correction")
    tab.locator("[name=change][value=CORRECTION]").check()
    tab.fill("[name=correction_note]", "The park is at sea.")
    tab.check("[name=publish_anyway]")
    publish(tab)
    expect(tab.locator(".messages")).to_contain_text("has been published")
    document = tab.request.get(address).json()
    assert document["title"] == f"{TITLE} at sea"
    assert [(row["version"], row["note"]) for row in document["corrections"]] == [(2, "The park is at sea.")]

    tab.goto(f"/admin/pages/{release.pk}/unpublish/")
    tab.fill("[name=withdrawal_reason]", "The opening is postponed.")
    tab.get_by_role("button", name="Yes, unpublish it").click()
    expect(tab.locator(".messages")).to_contain_text("unpublished")
    gone = tab.request.get(address)
    assert gone.status == 410
    assert "The opening is postponed." in gone.text()
    assert errors == []


def test_marketing_may_submit_but_not_publish(open_admin: Any, press_room: NewsroomPage) -> None:
    tab = open_admin("Marketing")
    write(tab, press_room.pk, TITLE)
    assert tab.locator("button[name=action-publish]").count() == 0
    assert tab.locator("button[name=action-submit]").count() == 1


def test_the_admin_speaks_swedish(open_admin: Any, press_room: NewsroomPage, people: Any) -> None:
    from wagtail.users.models import UserProfile

    profile = UserProfile.get_for_user(people["PR"])
    profile.preferred_language = "sv"
    profile.save()
    tab = open_admin("PR")
    tab.goto(f"/admin/pages/{press_room.pk}/unpublish/")
    expect(tab.locator("label[for=id_withdrawal_reason]")).to_contain_text("Offentligt skäl")
