"""The embed's elements on a page of another site, with a policy as strict as there is, in a real browser."""

from __future__ import annotations

import re
from types import ModuleType
from typing import Any

import pytest
from django.urls import include, path
from playwright.sync_api import expect

from cms.ledger.models import Item
from tests.browser.blog import Blog, axe, pass_time
from tests.items import item_of

pytestmark = pytest.mark.enable_socket


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
