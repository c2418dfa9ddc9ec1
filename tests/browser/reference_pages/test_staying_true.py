"""The reference press room follows its newsroom: moves, corrections, withdrawals, drafts."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from cms.newsroom.models import NewsroomPage
from tests.browser.reference_pages.visiting import address_of_preview, violations

pytestmark = pytest.mark.enable_socket

SOON = 10.0
"""Seconds from a webhook to the page, on a machine that does other things too: alone it takes well below two."""


def test_a_newsroom_that_has_moved_takes_its_pages_along(
    visit: Any, newsroom: NewsroomPage, make_release: Any
) -> None:
    make_release("The leak", slug="leak", parent=newsroom)
    former = newsroom.slug
    newsroom.slug = f"{former}-åsa"
    newsroom.save_revision().publish()
    here = visit()
    for rest in ("", "/leak?from=mail", "/-/media"):
        answer = here.context.request.get(
            f"/{former}{rest}", max_redirects=0, headers={"X-Forwarded-Host": "evil.example"}
        )
        assert (answer.status, answer.headers["location"]) == (308, f"/{quote(newsroom.slug)}{rest}")
        assert here.get(answer.headers["location"]).status == 200


def test_a_correction_and_a_withdrawal_show_soon(
    visit: Any, full: NewsroomPage, make_release: Any, told: Callable[[], None]
) -> None:
    here = visit()
    release = make_release("Leak at Kvarnåsen", slug="kvarnasen", parent=full, summary="40 litres")
    told()
    path = f"/{full.slug}/kvarnasen"
    assert "40 litres" in here.get(path).text()
    assert "40 litres" in here.get(f"/{full.slug}").text()

    release.summary, release.correction_note = "70 litres", "It was 70 litres, not 40."
    release.save_revision().publish()
    began = time.monotonic()
    told()
    corrected, front = here.get(path).text(), here.get(f"/{full.slug}").text()
    assert time.monotonic() - began < SOON
    assert "It was 70 litres, not 40." in corrected
    assert "40 litres" not in front

    release.refresh_from_db()
    release.withdrawal_reason = "Published by <mistake>."
    release.unpublish()
    began = time.monotonic()
    told()
    gone = here.get(path)
    assert time.monotonic() - began < SOON
    assert gone.status == 410
    assert "Published by &lt;mistake&gt;." in gone.text()
    assert "70 litres" not in gone.text() + here.get(f"/{full.slug}").text()
    here.tab.goto(path)
    assert violations(here.tab) == []
    here.tab.goto(f"{path}-misspelt")
    assert violations(here.tab) == []


def test_nobody_else_may_expire_pages(visit: Any) -> None:
    here = visit()
    answer = here.context.request.post(
        "/api/revalidate",
        data="{}",
        headers={
            "webhook-id": "1",
            "webhook-timestamp": str(int(time.time())),
            "webhook-signature": "v1,AAAA",
        },
    )
    assert (answer.status, answer.json()["detail"]) == (
        401,
        "The signature is not one of this endpoint's secret, or the message is too old.",
    )


def test_a_draft_is_previewed_where_the_newsroom_frames_it(
    visit: Any, full: NewsroomPage, make_release: Any, live_server: Any, told_room: str
) -> None:
    draft = make_release("A secret plan", slug="plan", parent=full, publish=False)
    address = told_room + address_of_preview(draft)
    here = visit()
    here.tab.goto(address)
    expect(here.tab.get_by_role("heading", level=1)).to_have_text("A secret plan")
    expect(here.tab.get_by_role("note")).to_contain_text("This is a draft.")
    answer = here.context.request.get(address)
    assert answer.headers["cache-control"].startswith("private, no-cache, no-store")
    assert f"frame-ancestors {live_server.url}" in answer.headers["content-security-policy"]
    assert "x-frame-options" not in answer.headers
    assert answer.headers["x-robots-tag"] == "noindex"
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert here.context.cookies() == []
    assert here.get(f"/{full.slug}/plan").status == 404


def test_a_preview_that_is_over_says_what_to_do(
    visit: Any, full: NewsroomPage, make_release: Any, settings: Any
) -> None:
    address = address_of_preview(make_release("A plan", slug="plan", parent=full, publish=False))
    settings.NEWSROOM = settings.NEWSROOM | {"PREVIEW_MAX_AGE": -1}
    here = visit(locale="sv")
    answer = here.tab.goto(address)
    assert answer is not None
    assert (answer.status, (answer.header_value("cache-control") or "")[:27]) == (
        410,
        "private, no-cache, no-store",
    )
    expect(here.tab.get_by_role("heading", level=1)).to_have_text("Förhandsvisningen har gått ut")
    expect(here.tab.locator("main")).to_contain_text("Öppna den på nytt i administrationen")
    assert here.tab.locator("html").get_attribute("lang") == "sv"
