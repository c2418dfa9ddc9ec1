"""The pages of the reference press room in a real browser: whole, for everybody, light, and with the right status."""

from __future__ import annotations

import json
from typing import Any

import pytest
from playwright.sync_api import expect
from wagtail.models import Locale

from cms.ledger.models import Item
from cms.newsroom.models import NewsroomPage
from cms.releases.models import ReleasePage
from tests.browser.reference_pages.visiting import PLAYER, violations

pytestmark = pytest.mark.enable_socket

HTML_FAULTS = """() => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const empty = all('[id=""]:not(script)').map(({ outerHTML }) => outerHTML.slice(0, 300));
  const ids = all('[id]:not([id=""])').map(({ id }) => id);
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
  const times = all('time').map(({ dateTime }) => dateTime).filter((time) => /\\.\\d{4}/.test(time));
  const inside = all('figure > figcaption').filter((one) => one.previousElementSibling && one.nextElementSibling);
  return [...empty, ...twice, ...times, ...inside.map(({ outerHTML }) => outerHTML)];
}"""
"""What the Nu Html Checker would say of ids, times and captions, and axe does not."""
MOST_SCRIPT = 120_000
"""Bytes of JavaScript, compressed, that a release may bring."""


def paths_of(slug: str) -> list[str]:
    """Every kind of page of a newsroom."""
    pages = [
        "",
        "?kind=NEWS",
        "/turbines",
        "/leak",
        "/pictures",
        "/-/people",
        "/-/topics",
        "/-/topics/wind-power",
        "/-/archive",
        "/-/media",
        "/-/media?type=IMAGE",
        "/-/search?q=turbines",
    ]
    return [f"/{slug}{page}" for page in pages]


def test_every_page_is_whole_and_for_everybody(visit: Any, full: NewsroomPage, told_room: str) -> None:
    for how in (
        {"viewport": {"width": 1280, "height": 900}},
        {"viewport": {"width": 320, "height": 700}, "color_scheme": "dark"},
    ):
        here = visit(**how)
        for path in paths_of(full.slug):
            answer = here.tab.goto(path, wait_until="load")
            assert answer is not None
            assert (path, answer.status) == (path, 200)
            policy = answer.header_value("content-security-policy") or ""
            assert "'unsafe-inline'" not in policy
            assert "frame-ancestors 'none'" in policy
            assert here.tab.locator("link[rel=canonical]").count() == 1, path
            assert here.tab.locator("h1").count() == 1, path
            assert here.tab.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, path
            assert violations(here.tab) == [], path
            assert here.tab.evaluate(HTML_FAULTS) == [], path
            assert here.tab.locator("meta[name=description]").get_attribute("content"), path
        assert here.complaints == []
        assert here.others == []
        assert here.context.cookies() == []


def test_a_release_says_what_it_is(visit: Any, full: NewsroomPage, told_room: str, live_server: Any) -> None:
    here = visit()
    tab = here.tab
    tab.goto(f"/{full.slug}/turbines")
    data = json.loads(tab.locator("script[type='application/ld+json']").inner_text())
    assert data["headline"] == "New turbines"
    assert tab.locator("meta[property='og:title']").get_attribute("content") == "New turbines"
    assert (
        tab.locator("link[rel=canonical]").get_attribute("href") == f"{live_server.url}/{full.slug}/turbines"
    )
    assert {link.get_attribute("type") for link in tab.locator("link[rel=alternate][type]").all()} >= {
        "application/rss+xml",
        "application/atom+xml",
        "application/feed+json",
    }
    article = tab.locator("article.release")
    for words in (
        "Why now",
        "Thirty turbines.",
        "It blows.",
        "430 GWh",
        "A mast",
        "All of them",
        "Visit us",
        "There are thirty, not forty.",
    ):
        expect(article).to_contain_text(words)
    uid = Item.objects.get(source_type="page", source_id=ReleasePage.objects.get(slug="turbines").pk).uid
    archive = article.get_by_role("link", name="Download everything (ZIP)")
    expect(archive).to_have_attribute("href", f"{live_server.url}/api/v1/releases/{uid}/kit.zip")
    expect(article.get_by_role("link", name="Pictures", exact=True)).to_have_attribute(
        "href", f"/{full.slug}/pictures"
    )
    sharing = tab.locator(".quote-share").first
    sharing.locator("summary", has_text="Share this quote").click()
    shared = sharing.get_by_role("link", name="Share on Bluesky").get_attribute("href") or ""
    assert "It%20blows." in shared
    assert tab.locator(".corrections ~ .lede").inner_text() == "Thirty of them, not forty."
    quote = tab.locator(".quote").first
    expect(quote.get_by_role("link", name="Link to this quote")).to_have_attribute(
        "href", f"{live_server.url}/{full.slug}/turbines#{quote.get_attribute('id')}"
    )
    code = quote.get_by_role("textbox").input_value()
    block = (quote.get_attribute("id") or "").removeprefix("quote-")
    assert f'<newsroom-quote release="{uid}" block="{block}">' in code
    assert f'src="{live_server.url}/embed/newsroom-embed.js"' in code


def test_what_moves_stops_on_demand(visit: Any, full: NewsroomPage) -> None:
    tab = visit(java_script_enabled=False).tab
    tab.goto(f"/{full.slug}/turbines")
    pictures = tab.locator(".movable picture")
    expect(pictures.nth(0)).to_be_visible()
    expect(pictures.nth(1)).to_be_hidden()
    tab.get_by_label("Stop the movement").check()
    expect(pictures.nth(0)).to_be_hidden()
    expect(pictures.nth(1)).to_be_visible()
    types = [source.get_attribute("type") for source in pictures.nth(1).locator("source").all()]
    assert "image/webp" not in types
    tab.emulate_media(reduced_motion="reduce")
    tab.reload()
    expect(pictures.nth(0)).to_be_hidden()
    expect(tab.get_by_label("Stop the movement")).to_be_hidden()


def test_another_site_is_asked_when_the_reader_says_so(visit: Any, full: NewsroomPage) -> None:
    here = visit()
    here.tab.route(f"{PLAYER}**", lambda route: route.fulfill(body="<p>Film</p>", content_type="text/html"))
    here.tab.goto(f"/{full.slug}/turbines", wait_until="networkidle")
    expect(here.tab.locator(".embed")).to_contain_text("Vimeo learns that you are here when this is loaded.")
    assert here.others == []
    here.tab.get_by_role("button", name="Load from Vimeo").click()
    expect(here.tab.frame_locator("embed-frame iframe").get_by_text("Film")).to_be_visible()
    assert [address.split("?")[0] for address in here.others] == [PLAYER]


def test_languages_name_each_other(visit: Any, full: NewsroomPage, told_room: str) -> None:
    swedish = Locale.objects.get_or_create(language_code="sv")[0]
    room = full.copy_for_translation(swedish)
    room.slug = f"{full.slug}-sv"
    room.save_revision().publish()
    copy = ReleasePage.objects.get(slug="turbines").copy_for_translation(swedish)
    copy.slug, copy.title = "verk", "Nya verk"
    copy.save_revision().publish()
    here = visit()
    here.tab.goto(f"/{full.slug}/turbines")
    links = {
        link.get_attribute("hreflang"): link.get_attribute("href")
        for link in here.tab.locator("link[hreflang]").all()
    }
    assert links == {
        "en": f"{told_room}/{full.slug}/turbines",
        "sv": f"{told_room}/{room.slug}/verk",
    }
    here.tab.get_by_role("link", name="Svenska").click()
    expect(here.tab.get_by_role("heading", level=1)).to_have_text("Nya verk")
    assert here.tab.locator("html").get_attribute("lang") == "sv"
    here.tab.get_by_role("link", name="Mediebank").click()
    here.tab.get_by_role("link", name="English").click()
    expect(here.tab.get_by_role("heading", level=1)).to_have_text("Media bank")
    swedish_link = f'<xhtml:link rel="alternate" hreflang="sv" href="{told_room}/{room.slug}/verk"/>'
    sitemap = here.get("/sitemap.xml").text()
    assert f"<loc>{told_room}/{full.slug}/turbines</loc>" in sitemap
    assert sitemap.count(swedish_link) == 2


def test_a_page_is_light_and_still(visit: Any, full: NewsroomPage) -> None:
    here = visit(viewport={"width": 412, "height": 823})
    session = here.context.new_cdp_session(here.tab)
    session.send("Network.enable")
    kinds: dict[str, str] = {}
    sizes: dict[str, float] = {}
    session.on("Network.responseReceived", lambda event: kinds.__setitem__(event["requestId"], event["type"]))
    session.on(
        "Network.loadingFinished",
        lambda event: sizes.__setitem__(event["requestId"], event["encodedDataLength"]),
    )
    here.tab.add_init_script(
        "window.shift = 0; new PerformanceObserver((list) => list.getEntries().forEach((entry) => { if (!entry.hadRecentInput) window.shift += entry.value; })).observe({ type: 'layout-shift', buffered: true })"
    )
    here.tab.goto(f"/{full.slug}/turbines", wait_until="networkidle")
    loaded = sum(sizes.get(request, 0) for request, kind in kinds.items() if kind == "Script")
    assert 0 < loaded < MOST_SCRIPT
    assert here.tab.evaluate("window.shift") < 0.05


def test_statuses(visit: Any, full: NewsroomPage, make_release: Any) -> None:
    here = visit()
    moved = make_release("Before", parent=full)
    moved.slug = "after"
    moved.save_revision().publish()
    answer = here.get(f"/{full.slug}/before?from=mail")
    assert (answer.status, answer.headers["location"]) == (308, f"/{full.slug}/after?from=mail")
    for path, words in (
        (f"/{full.slug}/nothing", "There is nothing here"),
        ("/no-newsroom", "There is nothing here"),
        (f"/{full.slug}/-/archive?year=x", "There is nothing here"),
        (f"/{full.slug}?after=x", "There is nothing here"),
        (f"/{full.slug}?kind=constructor", "There is nothing here"),
        ("/%E0%A4%A", "There is nothing here"),
        ("/icons", "There is nothing here"),
        ("/api/nothing", "There is nothing here"),
        ("/_next/static/..%2fnothing", "There is nothing here"),
    ):
        answer = here.get(path)
        assert (path, answer.status) == (path, 404)
        assert words in answer.text()
        assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
    strange = {"Accept-Language": "constructor"}
    assert here.context.request.get("/no-newsroom", headers=strange).status == 404
    assert here.context.request.put(f"/{full.slug}").status == 405
    make_release("About our media", slug="media", parent=full)
    assert "About our media" in here.get(f"/{full.slug}/media").text()
    assert "Sitemap: " in here.get("/robots.txt").text()
