"""The embed's elements on a page of another site, with a policy as strict as there is, in a real browser."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from types import ModuleType
from typing import Any

import pytest
from django.urls import include, path
from playwright.sync_api import Browser, Locator, Page, expect

from cms.conversation.models import Comment, ModerationRules, Report
from cms.ledger.models import Item
from cms.releases.models import ReleasePage
from cms.syndication.embeds.script import current_script

pytestmark = pytest.mark.enable_socket

ROOT = Path(__file__).resolve().parents[2]
POLICY = (
    "default-src 'none'; script-src {site}; connect-src {site}; img-src {site}; media-src {site}; style-src 'self'; "
    "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types newsroom-embed"
)
STYLE = (
    b":root { color-scheme: light dark } body { font: 1rem/1.5 sans-serif; margin: 1rem; background: Canvas }"
)


class Blog:
    """A site that shows the elements: `show` opens a page with them; `complaints` is what the browser says."""

    def __init__(self, browser: Browser, site: str) -> None:
        self.browser, self.site, self.html, self.complaints = browser, site, b"", []  # type: ignore[var-annotated]
        self.asked: list[str] = []
        blog = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                is_style = self.path == "/style.css"
                self.send_response(200)
                self.send_header("Content-Type", "text/css" if is_style else "text/html; charset=utf-8")
                self.send_header("Content-Security-Policy", POLICY.format(site=blog.site))
                self.end_headers()
                self.wfile.write(STYLE if is_style else blog.html)

            def log_message(self, *args: Any) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        Thread(target=self.server.serve_forever, daemon=True).start()
        self.contexts: list[Any] = []

    def show(self, elements: str, *, language: str = "en", clock: bool = False, **options: Any) -> Page:
        script = current_script()
        self.html = (
            f'<!doctype html><html lang="{language}"><head><title>A blog</title><link rel="stylesheet" href="/style.css">'
            f'<meta name="viewport" content="width=device-width"><script type="module" integrity="{script.integrity}" '
            f'src="{self.site}/embed/{script.version}/newsroom-embed.js"></script></head>'
            f"<body><main><h1>A blog</h1>{elements}</main></body></html>"
        ).encode()
        context = self.browser.new_context(**({"viewport": {"width": 900, "height": 900}} | options))
        self.contexts.append(context)
        tab = context.new_page()
        if clock:
            tab.clock.install()
        tab.on("console", lambda message: self.complaints.append(message.text))
        tab.on("pageerror", lambda error: self.complaints.append(str(error)))
        tab.on("request", lambda request: self.asked.append(request.url))
        tab.goto(f"http://127.0.0.1:{self.server.server_port}/")
        return tab


@pytest.fixture
def blog(browser: Browser, live_server: Any, settings: Any) -> Iterator[Blog]:
    settings.NEWSROOM = {**settings.NEWSROOM, "BASE_URL": live_server.url, "ALTCHA_COST": 10}
    made = Blog(browser, live_server.url)
    yield made
    for context in made.contexts:
        context.close()
    made.server.shutdown()
    made.server.server_close()


@pytest.fixture
def open_talk(newsroom: Any) -> Callable[..., None]:
    """Comments in the newsroom are published at once."""

    def make(**rules: Any) -> None:
        newsroom.comment_mode = "OPEN"
        newsroom.save_revision().publish()
        ModerationRules.objects.update_or_create(newsroom=newsroom, defaults=rules)

    return make


def item_of(page: ReleasePage) -> Item:
    return Item.objects.get(source_type="page", source_id=page.pk)


def pass_time(tab: Page, shown: Locator, words: str) -> None:
    """Let half a minute pass until this shows. Time that is moved on breaks off what is being asked: then again."""
    for _attempt in range(3):
        tab.clock.fast_forward(34_000)
        with suppress(AssertionError):
            return expect(shown).to_contain_text(words, timeout=2_500)
    return expect(shown).to_contain_text(words)


def test_a_list_shows_and_grows_under_a_strict_policy(blog: Blog, make_release: Any, make_image: Any) -> None:
    for number in range(3):
        make_release(f"Release {number}", summary=f"Number {number}.", hero=make_image(f"Mast {number}"))
    tab = blog.show(
        '<newsroom-releases newsroom="norrvind" count="2"><a href="/x">News</a></newsroom-releases>'
    )
    titles = tab.get_by_role("heading", level=3)
    expect(titles).to_have_text(["Release 2", "Release 1"])
    expect(tab.get_by_role("link", name="Release 2")).to_have_attribute(
        "href", re.compile("/norrvind/release-2$")
    )
    expect(tab.get_by_role("link", name="News")).to_be_hidden()
    assert tab.locator("img").first.evaluate("image => image.decode().then(() => image.naturalWidth)") > 0
    assert (
        tab.locator("article").first.evaluate(
            "card => getComputedStyle(card.querySelector('.kind')).fontWeight"
        )
        == "700"
    )
    tab.get_by_role("button", name="Show more").press("Enter")
    expect(titles).to_have_text(["Release 2", "Release 1", "Release 0"])
    expect(tab.get_by_role("button", name="Show more")).to_have_count(0)
    assert blog.complaints == []
    assert {re.sub(r":\d+/.*", "", url) for url in blog.asked} <= {"http://127.0.0.1", "http://localhost"}
    assert tab.context.cookies() == []


def test_a_correction_and_a_withdrawal_appear_by_themselves(blog: Blog, make_release: Any) -> None:
    page = make_release(
        "New turbines", summary="Forty megawatts.", body=[("paragraph", "<p>They <b>turn</b>.</p>")]
    )
    tab = blog.show(f'<newsroom-release release="{item_of(page).uid}"></newsroom-release>', clock=True)
    article = tab.locator("newsroom-release article")
    expect(article).to_contain_text("Forty megawatts.")
    expect(article.locator("b")).to_have_text("turn")
    page.summary, page.correction_note = "Fifty megawatts.", "It is fifty."
    page.save_revision().publish()
    pass_time(tab, article.locator(".corrections"), "It is fifty.")
    expect(article).to_contain_text("Fifty megawatts.")
    expect(tab.get_by_role("status").filter(has_text="Corrected: It is fifty.")).to_have_count(1)
    page.refresh_from_db()
    page.withdrawal_reason = "The contract was never signed."
    page.unpublish()
    pass_time(tab, tab.locator(".withdrawn"), "The contract was never signed.")
    expect(tab.locator("newsroom-release")).not_to_contain_text("megawatts")
    assert [words for words in blog.complaints if "410" not in words] == []


def test_a_quote_says_when_the_release_has_it_no_more(blog: Blog, make_release: Any) -> None:
    page = make_release("New turbines", body=[("quote", {"text": "We waited.", "speaker_name": "Åsa Lind"})])
    block = item_of(page).document["body"][0]["id"]
    html = f'<newsroom-quote release="{item_of(page).uid}" block="{block}"></newsroom-quote>'
    tab = blog.show(html, language="sv", clock=True)
    expect(tab.locator("blockquote")).to_have_text("We waited.")
    expect(tab.get_by_role("link", name="New turbines")).to_have_attribute(
        "href", re.compile(f"#quote-{block}$")
    )
    page.body = [("paragraph", "<p>Nothing.</p>")]
    page.save_revision().publish()
    pass_time(tab, tab.locator(".notice").first, "Meddelandet har inte kvar citatet.")


def test_wrong_attributes_are_named_and_put_right(blog: Blog, make_release: Any) -> None:
    make_release("New turbines")
    tab = blog.show(
        '<newsroom-releases newsroom="norr vind" count="0"><a href="/x">All news</a></newsroom-releases>'
    )
    shown = tab.locator("newsroom-releases .error")
    expect(shown).to_contain_text('newsroom="norr vind" is wrong: write a slug such as norrvind-en.')
    expect(shown).to_contain_text('count="0" is wrong: write a number from 1 to 100.')
    expect(tab.get_by_role("link", name="All news")).to_be_visible()
    assert blog.complaints == [
        '<newsroom-releases> newsroom="norr vind" is wrong: write a slug such as norrvind-en.',
        '<newsroom-releases> count="0" is wrong: write a number from 1 to 100.',
    ]
    tab.evaluate(
        "() => { const list = document.querySelector('newsroom-releases');"
        " list.setAttribute('newsroom', 'norrvind'); list.setAttribute('count', '5'); }"
    )
    expect(tab.get_by_role("heading", level=3)).to_have_text(["New turbines"])
    # HTML takes no finer second than thousandths
    times = tab.locator("newsroom-releases time").evaluate_all("(all) => all.map((each) => each.dateTime)")
    assert [re.sub(r"\.\d{1,3}Z", "Z", each) for each in times] == [
        each.document["published_at"].split(".")[0].rstrip("Z") + "Z"
        for each in Item.objects.filter(type="RELEASE")
    ]
    tab.evaluate(
        "() => { const list = document.querySelector('newsroom-releases'); list.lang = 'sv';"
        " list.setAttribute('count', '500'); list.after(document.createElement('newsroom-release')); }"
    )
    expect(shown).to_contain_text('count="500" är fel: skriv ett tal från 1 till 100.')
    expect(shown.locator("code")).to_have_attribute("lang", "sv")
    expect(tab.locator("newsroom-release .error")).to_contain_text(
        "release or path is missing: write an id, a UUID."
    )


def test_what_is_unknown_says_so_and_lets_the_pages_own_link_stay(blog: Blog, newsroom: Any) -> None:
    tab = blog.show(
        '<newsroom-release path="/norrvind/nothing"><a href="/x">The release</a></newsroom-release>',
        language="sv",
    )
    expect(tab.locator("newsroom-release .error")).to_contain_text(
        "Här finns inget offentligt, eller inte längre."
    )
    expect(tab.get_by_role("link", name="The release")).to_be_visible()


def test_an_outage_is_said_and_ends_by_itself(blog: Blog, make_release: Any) -> None:
    page = make_release("New turbines", slug="turbines")
    tab = blog.show(
        '<newsroom-release path="/norrvind/turbines" view="summary"></newsroom-release>', clock=True
    )
    expect(tab.get_by_role("heading", level=2)).to_have_text("New turbines")
    tab.route("**/api/v1/**", lambda route: route.fulfill(status=503, body="<h1>Deploying</h1>"))
    tab.clock.fast_forward(34_000)
    expect(tab.locator("newsroom-release > .notice, newsroom-release .notice")).to_have_text(
        "The newsroom does not answer. We try again."
    )
    expect(tab.get_by_role("heading", level=2)).to_have_text("New turbines")
    page.title = "More turbines"
    page.save_revision().publish()
    tab.unroute_all()
    pass_time(tab, tab.get_by_role("heading", level=2), "More turbines")
    expect(tab.locator("newsroom-release .notice")).to_be_hidden()


def test_without_the_script_the_page_keeps_its_link(blog: Blog, make_release: Any) -> None:
    html = '<newsroom-releases newsroom="norrvind"><a href="/x">All news</a></newsroom-releases>'
    tab = blog.show(html, java_script_enabled=False)
    expect(tab.get_by_role("link", name="All news")).to_be_visible()


def test_a_visitor_asks_answers_reacts_edits_and_withdraws(
    blog: Blog, make_release: Any, open_talk: Any
) -> None:
    open_talk(proof_of_work=True)
    page = make_release("New turbines")
    tab = blog.show(f'<newsroom-thread item="{item_of(page).uid}"></newsroom-thread>')
    form = tab.get_by_role("form", name="Write a comment")
    form.get_by_label("Comment", exact=True).fill("When do <b>they</b> turn?")
    form.get_by_role("button", name="Send").press("Enter")
    expect(form.get_by_label("Name")).to_be_focused()
    expect(form.get_by_label("Name")).to_have_accessible_description("Shown with the comment. Fill this in.")
    form.get_by_label("Name").fill("Eva Lund")
    form.get_by_label("E-mail").fill("eva")
    form.get_by_label("E-mail").press("Enter")
    expect(form.get_by_label("E-mail")).to_have_accessible_description(re.compile("name@example.com"))
    expect(form.get_by_label("Comment", exact=True)).to_have_value("When do <b>they</b> turn?")
    form.get_by_label("E-mail").fill("eva@example.com")
    form.get_by_label("E-mail").press("Enter")
    article = tab.locator("article.comment").first
    expect(article.locator(".text b")).to_have_text("they")
    expect(form.get_by_role("status")).to_have_text("Thank you. Your comment is published.")
    expect(tab.get_by_role("heading", level=2)).to_have_text("Comments: 1")

    article.get_by_role("button", name="Like").press("Enter")
    expect(article.get_by_role("button", name="Like 1")).to_have_attribute("aria-pressed", "true")
    expect(article.get_by_role("button", name="Like 1")).to_be_focused()
    article.get_by_role("button", name="Edit").press("Enter")
    change = tab.get_by_role("form", name="Edit")
    expect(change.get_by_label("Comment", exact=True)).to_have_value("When do <b>they</b> turn?")
    change.get_by_label("Comment", exact=True).fill("When do they start?")
    change.get_by_role("button", name="Send").press("Enter")
    expect(article.locator(".text")).to_have_text("When do they start?")
    expect(change).to_have_count(0)

    tab.reload()
    article.get_by_role("button", name="Withdraw").press("Enter")
    article.get_by_role("button", name="Withdraw for good?").press("Enter")
    expect(tab.locator("newsroom-thread")).not_to_contain_text("When do they start?")
    assert Comment.objects.get().status == "WITHDRAWN"
    assert [words for words in blog.complaints if "favicon" not in words] == []


def test_readers_see_comments_while_they_are_written(blog: Blog, make_release: Any, open_talk: Any) -> None:
    open_talk()
    page = make_release("New turbines")
    html = f'<newsroom-thread item="{item_of(page).uid}"></newsroom-thread>'
    reader, writer = blog.show(html, language="sv"), blog.show(html)
    reader.get_by_label("Kommentar", exact=True).fill("Halvfärdigt")
    expect(reader.get_by_role("heading", level=2)).to_have_text("Kommentarer: 0")
    reader.wait_for_timeout(500)  # the stream is open
    form = writer.get_by_role("form", name="Write a comment")
    for label, text in (("Comment", "Hello!"), ("Name", "Eva Lund"), ("E-mail", "eva@example.com")):
        form.get_by_label(label, exact=True).fill(text)
    form.get_by_role("button", name="Send").click()
    expect(reader.locator("article.comment .text")).to_have_text("Hello!", timeout=10_000)
    expect(reader.get_by_role("status").filter(has_text="Ny kommentar: Eva Lund")).to_have_count(1)
    expect(reader.get_by_label("Kommentar", exact=True)).to_have_value("Halvfärdigt")

    expect(writer.get_by_role("button", name="Report")).to_have_count(0)  # of one's own
    reader.get_by_role("button", name="Anmäl").press("Enter")
    report = reader.get_by_role("form", name="Anmäl")
    report.get_by_role("button", name="Skicka").click()
    expect(report.get_by_role("combobox")).to_be_focused()
    report.get_by_role("combobox").select_option("SPAM")
    report.get_by_role("button", name="Skicka").click()
    expect(reader.get_by_role("status").filter(has_text="Tack. En redaktör läser den.")).to_have_count(1)
    expect(report).to_have_count(0)
    assert Report.objects.values_list("comment__source", "reason").get() == ("Hello!", "SPAM")
    expect(reader.get_by_label("Kommentar", exact=True)).to_have_value("Halvfärdigt")


def test_what_cannot_be_sent_is_kept_and_sent_once(blog: Blog, make_release: Any, open_talk: Any) -> None:
    open_talk()
    tab = blog.show(f'<newsroom-thread item="{item_of(make_release()).uid}"></newsroom-thread>')
    form = tab.get_by_role("form", name="Write a comment")
    for label, text in (("Comment", "Hello!"), ("Name", "Eva Lund"), ("E-mail", "eva@example.com")):
        form.get_by_label(label, exact=True).fill(text)
    keys: list[str] = []

    def lose(route: Any) -> None:
        if route.request.method != "POST":
            return route.continue_()
        keys.append(route.request.headers["idempotency-key"])
        route.fetch()  # it arrives; the answer does not
        return route.abort()

    tab.route("**/comments", lose)
    form.get_by_role("button", name="Send").click()
    expect(form.get_by_role("status")).to_have_text("Not sent. Your text is kept: try again.")
    expect(form.get_by_label("Comment", exact=True)).to_have_value("Hello!")
    tab.unroute_all()
    form.get_by_role("button", name="Send").click()
    expect(form.get_by_role("status")).to_have_text("Thank you. Your comment is published.")
    assert [comment.plain for comment in Comment.objects.all()] == ["Hello!"]
    assert len(keys) == 1


def test_a_conversation_goes_with_its_release(blog: Blog, make_release: Any, open_talk: Any) -> None:
    open_talk()
    page = make_release("New turbines")
    tab = blog.show(
        f'<newsroom-thread item="{item_of(page).uid}"></newsroom-thread>', language="sv", clock=True
    )
    expect(tab.get_by_role("form")).to_be_visible()
    page.refresh_from_db()
    page.withdrawal_reason = "The contract was never signed."
    page.unpublish()
    pass_time(tab, tab.locator(".withdrawn"), "Tillbakadraget")
    expect(tab.locator(".withdrawn")).to_have_text(
        re.compile("^Tillbakadraget ?The contract was never signed.")
    )
    expect(tab.get_by_role("form")).to_have_count(0)


def test_who_is_too_fast_waits_and_who_is_held_is_told(
    blog: Blog, make_release: Any, newsroom: Any, settings: Any
) -> None:
    newsroom.comment_mode = "PREMODERATED"
    newsroom.save_revision().publish()
    tab = blog.show(
        f'<newsroom-thread item="{item_of(make_release()).uid}"></newsroom-thread>', language="sv"
    )
    form = tab.get_by_role("form", name="Skriv en kommentar")
    for label, text in (("Kommentar", "Hej!"), ("Namn", "Eva Lund"), ("E-post", "eva@example.com")):
        form.get_by_label(label, exact=True).fill(text)
    problem = {"status": 429, "code": "RATE_LIMITED", "detail": "Wait.", "errors": []}
    headers = {
        "Retry-After": "7",
        "Access-Control-Allow-Origin": "*",
        "Access-Control-Expose-Headers": "Retry-After",
    }
    tab.route("**/comments", lambda route: route.fulfill(status=429, json=problem, headers=headers))
    form.get_by_role("button", name="Skicka").click()
    expect(form.get_by_role("status")).to_have_text("För fort: försök igen om 7 sekunder.")
    expect(form.get_by_label("Kommentar", exact=True)).to_have_value("Hej!")
    tab.unroute_all()
    form.get_by_role("button", name="Skicka").click()
    expect(form.get_by_role("status")).to_have_text("Tack. En redaktör läser den innan den visas.")
    expect(tab.locator("article.comment")).to_have_count(0)


def test_a_closed_conversation_says_so(blog: Blog, make_release: Any, newsroom: Any) -> None:
    newsroom.comment_mode = "CLOSED"
    newsroom.save_revision().publish()
    tab = blog.show(f'<newsroom-thread item="{item_of(make_release()).uid}"></newsroom-thread>')
    expect(tab.locator("newsroom-thread .notice").first).to_have_text("Closed for new comments.")
    expect(tab.get_by_role("form")).to_have_count(0)


@pytest.mark.parametrize(("scheme", "width"), [("light", 900), ("dark", 320)])
def test_axe_finds_nothing(
    blog: Blog, make_release: Any, make_image: Any, open_talk: Any, scheme: Any, width: int
) -> None:
    open_talk()
    table = {
        "data": [["", "MW"], ["North", "12"]],
        "first_row_is_table_header": True,
        "first_col_is_header": False,
    }
    body = [
        ("heading", {"text": "Figures", "level": "2"}),
        ("paragraph", '<p>With <a href="https://example.com/">a link</a>.</p>'),
        ("quote", {"text": "We waited.", "speaker_name": "Åsa Lind"}),
        ("facts", {"title": "", "facts": ["72 MW"]}),
        ("table", {"caption": "Output", "table": table}),
        ("cta", {"text": "Visit us", "url": "https://example.com/"}),
    ]
    page = make_release("New turbines", summary="Forty.", hero=make_image(), body=body)
    page.correction_note = "It is fifty."
    page.summary = "Fifty."
    page.save_revision().publish()
    item = item_of(page)
    tab = blog.show(
        f'<h2>News</h2><newsroom-releases></newsroom-releases><newsroom-release release="{item.uid}"></newsroom-release>'
        f'<newsroom-quote release="{item.uid}" block="{item.document["body"][2]["id"]}"></newsroom-quote>'
        f'<newsroom-thread item="{item.uid}"></newsroom-thread><newsroom-release></newsroom-release>',
        color_scheme=scheme,
        viewport={"width": width, "height": 800},
    )
    expect(tab.get_by_role("form")).to_be_visible()
    expect(tab.locator("newsroom-quote blockquote")).to_be_visible()
    assert tab.evaluate("document.documentElement.scrollWidth") == width
    tab.evaluate(axe())
    found = tab.evaluate("axe.run({resultTypes: ['violations']}).then(({violations}) => violations)")
    assert [(each["id"], [node["html"] for node in each["nodes"]]) for each in found] == []


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 320)])
def test_the_demos_first_page_is_filled_and_axe_finds_nothing(
    blog: Blog, make_release: Any, make_image: Any, open_talk: Any, settings: Any, scheme: Any, width: int
) -> None:
    open_talk()
    urlconf: Any = ModuleType("demo_addresses")
    urlconf.urlpatterns = [path("", include("cms.project.demo.urls")), path("", include("cms.project.urls"))]
    settings.ROOT_URLCONF = urlconf
    body = [("quote", {"text": "We waited.", "speaker_name": "Åsa Lind"})]
    make_release("Turbiner", summary="Fyrtio.", pinned=True, hero=make_image(), body=body)
    context = blog.browser.new_context(
        color_scheme=scheme, viewport={"width": width, "height": 900}, locale="sv", base_url=blog.site
    )
    blog.contexts.append(context)
    tab = context.new_page()
    complaints: list[str] = []
    tab.on("console", lambda message: complaints.append(message.text))
    tab.goto("/")
    expect(tab.locator("newsroom-release h2 a[data-key]")).to_have_text("Turbiner")
    expect(tab.locator("newsroom-releases h3 a[data-key]")).to_have_text("Turbiner")
    expect(tab.locator("newsroom-quote figure q")).to_have_text("We waited.")
    assert tab.evaluate("document.documentElement.scrollWidth") == width
    assert complaints == []
    other = tab.locator("link[rel=alternate][hreflang=en]").get_attribute(
        "href"
    )  # whole: search engines take no other
    assert other == f"{settings.BASE_URL}/?language=en"
    tab.evaluate(axe())
    found = tab.evaluate("axe.run({resultTypes: ['violations']}).then(({violations}) => violations)")
    assert [(each["id"], [node["html"] for node in each["nodes"]]) for each in found] == []


def axe() -> str:
    """The source of axe-core, of whichever package of the contract has brought it."""
    found = [
        os.environ.get("AXE_CORE", ""),
        *ROOT.glob("frontend_contract/*/node_modules/axe-core/axe.min.js"),
    ]
    path = next((path for path in found if path and Path(path).is_file()), None)
    if path is None:
        pytest.skip("axe-core is not installed: `npm ci` in frontend_contract/conformance brings it.")
    return Path(path).read_text(encoding="utf-8")
