"""The pages of the reference press room in a real browser: whole, readable for everybody, with the right status, and fresh."""

from __future__ import annotations

import json
import subprocess
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode, urlsplit
from uuid import uuid4

import pytest
from playwright.sync_api import APIResponse, Browser, Page, expect
from wagtail.embeds.embeds import get_embed_hash
from wagtail.embeds.models import Embed
from wagtail.models import Locale
from wagtail.models import Page as WagtailPage

from cms.ledger.models import Item
from cms.library.models import PressKitPage, PressKitRow
from cms.newsroom.models import NewsroomContact, NewsroomPage, Person, Topic
from cms.releases.models import ReleaseAsset, ReleasePage
from cms.syndication.services import endpoints
from cms.syndication.signing import new_secret
from tests.browser.reference import NODE, ROOT, gate, served
from tests.cms.syndication.deliveries.conftest import deliver, make_endpoint  # noqa: F401 # a fixture

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
AXE = ROOT / "frontend_contract" / "conformance" / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
MOST_SCRIPT = 120_000
"""Bytes of JavaScript, compressed, that a release may bring."""
FILM, PLAYER = "https://vimeo.com/76979871", "https://player.vimeo.com/video/76979871"
SOON = 10.0
"""Seconds from a webhook to the page, on a machine that does other things too: alone it takes well below two."""
LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
"""A word that no phone is wide enough for."""
STALE = 10.5
"""Seconds after which a press room without a webhook asks again for what it has."""


@pytest.fixture(scope="session")
def secret() -> str:
    return new_secret()


@pytest.fixture(scope="session")
def told_room(built_reference: Path, live_server: Any, secret: str) -> Iterator[str]:
    """A press room with a webhook."""
    with served(built_reference, NEWSROOM_URL=live_server.url, NEWSROOM_WEBHOOK_SECRETS=secret) as address:
        yield address


@pytest.fixture
def newsroom(transactional_db: None, settings: Any, live_server: Any) -> NewsroomPage:
    """A public newsroom of its own for each test: the press room keeps what it has seen."""
    settings.NEWSROOM = {**settings.NEWSROOM, "BASE_URL": live_server.url}
    root, english = WagtailPage.objects.get(depth=1), Locale.objects.get(language_code="en")
    slug = f"press-{uuid4().hex[:8]}"
    return root.add_child(instance=NewsroomPage(title="Norrvind", slug=slug, live=True, locale=english))


@pytest.fixture
def told(
    newsroom: NewsroomPage,
    told_room: str,
    secret: str,
    settings: Any,
    monkeypatch: Any,
    make_endpoint: Any,  # noqa: F811
) -> Callable[[], None]:
    """Sends the webhooks that are due, as the worker does."""
    settings.NEWSROOM = settings.NEWSROOM | {
        "OUTBOUND_ALLOW": [urlsplit(told_room).netloc],
        "DELIVERY_POLL_MILLISECONDS": 10,
    }
    monkeypatch.setattr(endpoints, "new_secret", lambda: secret)
    make_endpoint(url=f"{told_room}/api/revalidate", payload="THIN")
    return deliver


class Visit:
    """A visitor: what the browser complained of, and whom it asked."""

    def __init__(self, browser: Browser, base: str, newsroom: str, **how: Any) -> None:
        self.context = browser.new_context(base_url=base, **{"locale": "en", **how})
        self.tab: Page = self.context.new_page()
        self.complaints: list[str] = []
        self.others: list[str] = []
        self.scripts: list[str] = []
        own = (base, newsroom, "data:", "blob:")
        self.tab.on(
            "console",
            lambda message: (
                self.complaints.append(message.text) if message.type in ("error", "warning") else None
            ),
        )
        self.tab.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.tab.on(
            "request",
            lambda request: None if request.url.startswith(own) else self.others.append(request.url),
        )
        self.tab.on(
            "response",
            lambda response: (
                self.scripts.append(response.url) if response.request.resource_type == "script" else None
            ),
        )

    def get(self, path: str, **how: Any) -> APIResponse:
        """What a program gets that asks as a browser does; no redirect is followed."""
        return self.context.request.get(path, max_redirects=0, headers={"Accept": "text/html"}, **how)


@pytest.fixture
def visit(
    browser: Browser, told_room: str, live_server: Any, newsroom: NewsroomPage
) -> Iterator[Callable[..., Visit]]:
    visits: list[Visit] = []
    with urllib.request.urlopen(f"{live_server.url}/graphql/?query={{__typename}}", timeout=60):
        pass  # the server is ready to answer in the time that the press room gives it

    def open_as(**how: Any) -> Visit:
        visits.append(Visit(browser, told_room, live_server.url, **how))
        return visits[-1]

    yield open_as
    for each in visits:
        each.context.close()


@pytest.fixture
def full(newsroom: NewsroomPage, make_release: Any, make_image: Any, make_document: Any) -> NewsroomPage:
    """The newsroom with one of everything."""
    english = newsroom.locale
    person = Person.objects.create(
        name="Åsa Lind",
        title="Head of Press",
        email="asa@norrvind.example",
        email_public=True,
        locale=english,
    )
    topic = Topic.objects.create(name="Wind power", slug="wind-power", locale=english)
    newsroom.contacts.add(NewsroomContact(person=person))
    newsroom.primary_colour = "#ffd500"
    newsroom.save_revision().publish()
    Embed.objects.create(
        url=FILM,
        hash=get_embed_hash(FILM),
        type="video",
        provider_name="Vimeo",
        html=f'<iframe src="{PLAYER}" title="Film"></iframe>',
    )
    image, document = make_image("Mast", size=(1600, 900)), make_document("Figures")
    moving = make_image("Rotor", size=(640, 360))
    moving.animated = True
    moving.save()
    body = [
        ("heading", {"text": "Why now", "level": "2"}),
        ("paragraph", "<p>Thirty <b>turbines</b>.</p>"),
        (
            "quote",
            {"text": "It blows.", "speaker": person, "speaker_name": "", "speaker_title": "Head of Press"},
        ),
        ("facts", {"title": "In short", "facts": ["30 turbines", "430 GWh"]}),
        ("image", {"image": image, "caption": "A mast"}),
        ("gallery", {"title": "More", "images": [image, moving]}),
        ("document", {"file": document, "title": "Figures", "caption": "All of them"}),
        ("embed", {"url": FILM, "title": "Film", "caption": "A year in two minutes"}),
        ("cta", {"text": "Visit us", "url": "https://norrvind.example/visit"}),
        ("quote", {"text": LONG, "speaker": None, "speaker_name": LONG, "speaker_title": LONG}),
        ("cta", {"text": LONG, "url": "https://norrvind.example/visit"}),
    ]
    release = make_release(
        "New turbines",
        slug="turbines",
        parent=newsroom,
        summary="Thirty of them.",
        hero=image,
        body=body,
        topics=[topic],
        assets=[ReleaseAsset(image=image), ReleaseAsset(file=document)],
    )
    release.summary, release.correction_note = "Thirty of them, not forty.", "There are thirty, not forty."
    release.save_revision().publish()
    make_release("About the leak", slug="leak", parent=newsroom, kind="STATEMENT", pinned=True)
    kit = PressKitPage(title="Pictures", slug="pictures", live=False, release=release)
    kit.rows = [PressKitRow(image=image), PressKitRow(file=document)]
    newsroom.add_child(instance=kit)
    kit.save_revision().publish()
    return newsroom


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


def violations(tab: Page) -> list[str]:
    """What axe finds against WCAG 2.2 AA. The policy lets no script in but this way."""
    if not AXE.exists():
        pytest.skip("axe-core is not installed: npm ci in frontend_contract/conformance.")
    session = tab.context.new_cdp_session(tab)
    session.send("Runtime.evaluate", {"expression": AXE.read_text()})
    asked = f"axe.run(document, {{runOnly: {json.dumps(RULES)}}}).then(({{violations}}) => JSON.stringify(violations.map(({{id, nodes}}) => `${{id}}: ${{nodes[0].html}}`)))"
    told = session.send(
        "Runtime.evaluate", {"expression": asked, "awaitPromise": True, "returnByValue": True}
    )
    found: list[str] = json.loads(told["result"]["value"])
    return found


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


def address_of_preview(page: Any) -> str:
    token = page.create_page_preview().token
    return "/api/preview?" + urlencode({"content_type": page.get_content_type_str(), "token": token})


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
