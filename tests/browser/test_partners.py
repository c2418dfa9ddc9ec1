"""Partners in a real browser: an editor lets one in, hands over a key, and sees who still shows what was withdrawn."""

from __future__ import annotations

import os
import re
from typing import Any

import pytest
from playwright.sync_api import expect
from wagtail.models import Locale, Page

from cms.ledger.models import Item
from cms.newsroom.models import NewsroomPage
from cms.releases.models import ReleasePage
from cms.syndication.keys import viewer_of_key
from cms.syndication.services.receipts import Shown, acknowledge

pytestmark = pytest.mark.enable_socket

PICTURES = os.environ.get("NEWSROOM_PICTURES", "")
"""A folder for screenshots, for people to look at."""


def look(tab: Any, name: str) -> None:
    if PICTURES:
        tab.screenshot(path=f"{PICTURES}/{name}.png", full_page=True)


@pytest.fixture
def release(people: Any) -> ReleasePage:
    root, english = Page.objects.filter(depth=1).get(), Locale.objects.get(language_code="en")
    newsroom = root.add_child(
        instance=NewsroomPage(title="Norrvind", slug="norrvind", live=True, locale=english)
    )
    page = newsroom.add_child(instance=ReleasePage(title="New turbines", slug="turbines", live=False))
    page.save_revision().publish()
    page.refresh_from_db()
    return page


def test_a_partner_is_let_in_and_seen_to_keep_up(open_admin: Any, release: ReleasePage) -> None:
    tab = open_admin("PR")
    wrong: list[str] = []
    tab.on("pageerror", lambda error: wrong.append(str(error)))
    tab.get_by_role("link", name="Partners").first.click()
    tab.get_by_role("link", name=re.compile("Add partner")).first.click()
    tab.get_by_label("Organisation").fill("Dagens Kraft")
    tab.get_by_label("Norrvind (English)").check()
    tab.get_by_label("Press release").check()
    look(tab, "partner-form")
    tab.get_by_role("button", name="Create").first.click()
    tab.get_by_role("link", name="Dagens Kraft").first.click()
    expect(tab.get_by_text("It has no key that works.")).to_be_visible()
    tab.get_by_role("main").get_by_role("link", name="Keys", exact=True).click()
    tab.get_by_label("Name").fill("Their CMS")
    tab.get_by_role("button", name="Make a key").click()
    key = tab.locator("[data-newsroom-key]").inner_text()
    assert re.fullmatch(r"nrk_[A-Za-z0-9]{8}_[A-Za-z0-9_-]{43}", key)
    tab.context.grant_permissions(["clipboard-read", "clipboard-write"])
    tab.get_by_role("button", name="Copy").click()
    expect(tab.get_by_role("button", name="Copied")).to_be_visible()
    assert tab.evaluate("navigator.clipboard.readText()") == key
    look(tab, "partner-key")
    tab.goto(f"/admin/newsroom/shared-links/{release.pk}/")
    tab.get_by_role("button", name="Copy Bluesky").click()
    expect(tab.get_by_role("button", name="Copied")).to_be_visible()
    assert (
        tab.evaluate("navigator.clipboard.readText()") == tab.get_by_label("Words for Bluesky").input_value()
    )
    item = Item.objects.get(source_id=release.pk)
    shown = Shown(item.pk, 1, "https://kraft.example/turbines")
    acknowledge(viewer=viewer_of_key(key), entries=[shown])
    release.unpublish()
    tab.goto(f"/admin/pages/{release.pk}/edit/")
    expect(tab.get_by_role("alert").filter(has_text="Still shown")).to_contain_text("Dagens Kraft")
    look(tab, "partner-release")
    tab.get_by_role("link", name="1 partner says that it carries this").click()
    expect(tab.get_by_text("Still shows it, although it was withdrawn")).to_be_visible()
    look(tab, "partner-carriers")
    tab.get_by_role("main").get_by_role("link", name="Dagens Kraft").click()
    look(tab, "partner-use")
    tab.get_by_role("link", name="Partners").first.click()
    expect(tab.get_by_role("link", name="1 key")).to_be_visible()
    look(tab, "partner-list")
    tab.get_by_role("link", name="1 key").click()
    tab.set_viewport_size({"width": 400, "height": 900})
    keys = tab.get_by_role("region", name="Keys")
    assert keys.evaluate(
        "each => each.scrollWidth > each.clientWidth"
    )  # the table moves in its region, to its buttons
    assert tab.locator("main").evaluate("main => main.scrollWidth <= main.clientWidth")
    tab.get_by_role("link", name="Revoke").click()
    look(tab, "partner-revoke")
    tab.get_by_role("button", name="Yes, revoke it").click()
    expect(tab.get_by_text("revoked", exact=True)).to_be_visible()
    look(tab, "partner-keys")
    assert wrong == []
