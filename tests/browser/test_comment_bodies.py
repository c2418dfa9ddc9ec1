"""Comments that attack, as a real browser sees them: nothing of them runs, asks elsewhere, or leaves its place.

`tests/data/comments/xss.json` has the attacks by class, in our own words. The classes are those of the OWASP XSS filter
evasion cheat sheet, of html5sec, and of DOMPurify's list of attack classes (mutation, namespaces, raw text, clobbering,
templates), besides what is peculiar to this program: paragraphs, addresses in text, mentions, lone "<".
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
from django.utils.html import escape
from playwright.sync_api import Browser, BrowserContext, Page, Route

from cms.conversation.markup import ELEMENTS
from cms.conversation.text import clean_line, clean_url, link_mentions, read_body
from cms.errors import InvalidInput

SITE = "http://newsroom.test/"
HOME = "https://norrvind.example/"
PER_PAGE = 600
VECTORS: dict[str, list[str]] = json.loads(
    (Path(__file__).parents[1] / "data/comments/xss.json").read_text(encoding="utf-8")
)
ALL = list(chain.from_iterable(VECTORS.values()))
ALLOWED = {name: list(attributes) for name, attributes in ELEMENTS.items()} | {"p": [], "br": []}
ALLOWED["a"] = [*ALLOWED["a"], "rel"]

TRAPS = """
window.ran = [];
for (const name of ["alert", "confirm", "prompt", "print", "open", "fetch", "msgbox"])
    window[name] = (...given) => { window.ran.push(name + "(" + given + ")"); };
"""

EXERCISE = """
([bodies, allowed]) => {
    const problems = [];
    const web = ["http:", "https:", "mailto:"];
    addEventListener("click", event => {
        const link = event.target.closest("a");
        if (link && web.includes(link.protocol)) event.preventDefault();
        else if (link && link.hasAttribute("href")) problems.push("leads to " + link.href);
    });
    const events = ["mouseover", "mouseenter", "mousemove", "mousedown", "mouseup", "dblclick", "contextmenu", "wheel",
        "pointerover", "pointerenter", "pointerdown", "keydown", "keyup", "input", "copy", "paste", "dragstart", "drop",
        "focusin", "blur", "toggle", "load", "error", "animationstart", "transitionend", "scroll", "message"];
    const exercise = place => {
        for (const element of place.querySelectorAll("*")) {
            const name = element.localName;
            if (element.namespaceURI !== "http://www.w3.org/1999/xhtml" || !(name in allowed))
                problems.push("element " + element.outerHTML);
            for (const attribute of element.attributes)
                if (!(allowed[name] || []).includes(attribute.name))
                    problems.push("attribute " + attribute.name + " of " + element.outerHTML);
            for (const event of events) element.dispatchEvent(new Event(event, {bubbles: true}));
            element.focus({preventScroll: true});
            if (element.click) element.click();
        }
    };
    const articles = document.querySelectorAll("body > article");
    for (const article of articles) {
        if ([...article.children].map(child => child.className).join() !== "name,home,body")
            problems.push("broken article " + article.outerHTML);
        exercise(article.querySelector(".body"));
        for (const part of article.querySelectorAll(".name, .home")) {
            if (part.children.length) problems.push("markup in " + part.outerHTML);
            part.click();
        }
    }
    document.body.replaceChildren();  // focus lays out the page, each time
    const again = document.body.appendChild(document.createElement("section"));
    for (const html of bodies) {
        again.innerHTML = html;
        exercise(again);
        const twice = document.createElement("section");
        twice.innerHTML = again.innerHTML;
        if (!twice.isEqualNode(again)) problems.push("mutates: " + html);
        again.replaceChildren(document.createRange().createContextualFragment(html));
        exercise(again);
        again.replaceChildren(...new DOMParser().parseFromString(html, "text/html").body.childNodes);
        exercise(again);
    }
    return {problems, articles: articles.length};
}
"""


class Watched:
    """A tab that has no network, and what it tried to do with it."""

    def __init__(self, context: BrowserContext) -> None:
        self.document = ""
        self.asked: list[str] = []
        self.dialogs: list[str] = []
        self.errors: list[str] = []
        context.route("**/*", self._answer)
        self.tab: Page = context.new_page()
        self.tab.on("dialog", lambda dialog: (self.dialogs.append(dialog.message), dialog.dismiss()))
        self.tab.on("pageerror", lambda error: self.errors.append(str(error)))

    def _answer(self, route: Route) -> None:
        if route.request.url == SITE:
            route.fulfill(body=self.document, content_type="text/html; charset=utf-8")
        else:
            self.asked.append(route.request.url)
            route.abort()

    def show(self, articles: list[str], bodies: list[str]) -> dict[str, Any]:
        """What came of a page with these articles, and of putting these bodies into it by script."""
        self.document = (
            f"<!doctype html><link rel=icon href=data:,><script>{TRAPS}</script><body>{''.join(articles)}"
        )
        self.tab.goto(SITE)
        found: dict[str, Any] = self.tab.evaluate(EXERCISE, [bodies, ALLOWED])
        # Loads that failed have told so after two frames and a turn of the queue.
        found["ran"] = self.tab.evaluate(
            "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame("
            " () => setTimeout(() => done(window.ran)))))"
        )
        return found


@pytest.fixture
def watched(browser: Browser) -> Iterator[Watched]:
    context = browser.new_context(service_workers="block")
    yield Watched(context)
    context.close()


def article(body: str, name: str = "Bo Ek", url: str = HOME) -> str:
    """A comment as a frontend shows it: name and address are text, and escaped as such."""
    return (
        f'<article><h3 class="name" title="{escape(name)}">{escape(name)}</h3>'
        f'<a class="home" href="{escape(url)}">{escape(url)}</a><div class="body">{body}</div></article>\n'
    )


def body_of(source: str) -> str:
    """The stored HTML; of what is markup alone, with words around it."""
    try:
        return read_body(source).html
    except InvalidInput:
        return read_body(f"Over {source} and out").html


def address_of(source: str) -> str:
    try:
        return clean_url(source, field="url")
    except InvalidInput:
        return HOME


def test_there_are_enough_attacks_and_each_is_another() -> None:
    assert len(ALL) == len(set(ALL)) == 1800
    assert len(VECTORS) == 21


def test_no_attack_runs_asks_elsewhere_or_leaves_its_place(watched: Watched) -> None:
    for start in range(0, len(ALL), PER_PAGE):
        vectors = ALL[start : start + PER_PAGE]
        bodies = [body_of(source) for source in vectors]
        articles = [
            article(body, clean_line(source, field="author_name", most=5_000), address_of(source))
            for source, body in zip(vectors, bodies, strict=True)
        ]
        found = watched.show(articles, bodies)
        assert found == {"problems": [], "ran": [], "articles": len(vectors)}
    assert watched.asked == watched.dialogs == watched.errors == []


def test_no_attack_runs_out_of_a_name_that_is_mentioned(watched: Watched) -> None:
    names = [clean_line(source[:80], field="author_name", most=80) for source in ALL]
    bodies = [
        link_mentions(body_of(f"@{escape(name)} and @{name}"), {name: HOME, name[:9]: "javascript:alert(1)"})
        for name in names[::4]
    ]
    assert sum(HOME in body for body in bodies) > 250
    found = watched.show([article(body) for body in bodies], bodies)
    assert found == {"problems": [], "ran": [], "articles": len(bodies)}
    assert watched.asked == watched.dialogs == watched.errors == []


@pytest.mark.parametrize(
    "body",
    [
        "<img src=data:, onerror=alert(1)>",
        "<svg onload=alert(1)></svg>",
        "<script>alert(1)</script>",
        "<b onmouseover=alert(1)>x</b>",
        "<q onfocusin=alert(1) tabindex=0>x</q>",
        '<a href="javascript:alert(1)">x</a>',
    ],
)
def test_the_page_notices_what_runs(watched: Watched, body: str) -> None:
    found = watched.show([article(body)], [body])
    assert found["problems"]
    watched.tab.wait_for_function("window.ran.includes('alert(1)')")


def test_the_page_notices_what_asks_elsewhere_or_breaks_out(watched: Watched) -> None:
    found = watched.show(
        [article('<img src="http://evil.example/x.png">'), article("</div></article><b>out")], []
    )
    assert watched.asked == ["http://evil.example/x.png"]
    assert [problem.split()[0] for problem in found["problems"]] == ["element", "attribute"]
    assert found["articles"] == 2
    found = watched.show([article("</div><b>out</b><div>")], [])
    assert found["problems"][0].startswith("broken article")
