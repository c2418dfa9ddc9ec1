"""The conversation on a page of another site, in a real browser."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import expect

from cms.conversation.models import Comment, Report
from tests.browser.blog import Blog, pass_time
from tests.items import item_of

pytestmark = pytest.mark.enable_socket


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
