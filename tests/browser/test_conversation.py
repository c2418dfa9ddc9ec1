"""The whole way of a question: asked on the built-in page, held, found on the desk, answered by a named person, public."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.auth.models import Group
from playwright.sync_api import Browser, Page, expect
from wagtail.models import Locale
from wagtail.models import Page as WagtailPage

from cms.conversation.models import Case, Comment, ModerationRules, Speaker
from cms.newsroom.models import NewsroomPage, Person
from cms.releases.models import ReleasePage

pytestmark = pytest.mark.enable_socket


@pytest.fixture
def newsroom_page(people: Any, settings: Any, live_server: Any) -> NewsroomPage:
    """A public newsroom with a release; its comments are moderated first."""
    settings.NEWSROOM = {**settings.NEWSROOM, "BASE_URL": live_server.url}
    english = Locale.objects.get(language_code="en")
    root = WagtailPage.objects.get(depth=1)
    page = root.add_child(instance=NewsroomPage(title="Norrvind", slug="norrvind", live=True, locale=english))
    release = page.add_child(instance=ReleasePage(title="New turbines", slug="turbines", live=False))
    release.save_revision().publish()
    person = Person.objects.create(name="Åsa Lind", title="Head of Press", locale=english)
    Speaker.objects.create(person=person, group=Group.objects.get(name="PR"))
    return page


@pytest.fixture
def visitor(browser: Browser, live_server: Any) -> Iterator[Page]:
    context = browser.new_context(base_url=live_server.url, viewport={"width": 320, "height": 800})
    yield context.new_page()
    context.close()


def ask(visitor: Page, text: str) -> None:
    """Fill in the form and send it, with the keyboard alone."""
    visitor.goto("/norrvind/turbines")
    name = visitor.get_by_label("Name")
    name.focus()
    for typed in ("Eva Lund", "eva@example.com", text):
        visitor.keyboard.insert_text(typed)
        visitor.keyboard.press("Tab")
    expect(visitor.get_by_label("This is")).to_be_focused()
    visitor.keyboard.type("Que")
    visitor.keyboard.press("Tab")  # the fold with more about the author
    visitor.keyboard.press("Tab")  # past the trap, which nobody reaches
    expect(visitor.get_by_role("button", name="Send the comment")).to_be_focused()
    visitor.keyboard.press("Enter")


def test_question_is_held_answered_and_public(
    visitor: Page, open_admin: Any, newsroom_page: NewsroomPage
) -> None:
    ask(visitor, "When do they turn?")
    expect(visitor.get_by_role("heading", level=1)).to_have_text("Thank you: your comment has arrived")
    question = Comment.objects.get()
    assert (question.status, question.kind) == ("HELD", "QUESTION")
    visitor.goto("/norrvind/turbines")
    expect(visitor.locator("#conversation")).not_to_contain_text("When do they turn?")

    desk = open_admin("PR")
    desk.goto("/admin/desk/")
    desk.locator("[data-newsroom-row]").get_by_role("link").first.click()
    desk.wait_for_url(f"**/desk/comments/{question.pk}/")
    desk.locator("[name=answer-body]").fill("In May, all 23 of them.")
    for box in desk.locator("[name=answer-checklist]").all():
        box.check()
    desk.get_by_role("button", name="Publish the answer").click()
    expect(desk.locator(".messages")).to_contain_text("The answer is published.")
    assert (Case.objects.get().state, Case.objects.get().outcome) == ("CLOSED", "ANSWERED")

    visitor.goto("/norrvind/turbines")
    visitor.reload()  # the browser may show for half a minute what it has
    asked = visitor.locator(f"#comment-{question.pk}")
    expect(asked).to_contain_text("When do they turn?")
    expect(asked.get_by_role("link", name="Answered by Åsa Lind")).to_be_visible()
    answer = visitor.locator("article.comment.official")
    expect(answer).to_contain_text("In May, all 23 of them.")
    expect(answer).to_contain_text("Speaks for Norrvind")
    expect(answer).to_contain_text("Head of Press")
    asked.get_by_role("link", name="Answered by Åsa Lind").click()
    expect(visitor.locator("article.comment.here")).to_contain_text("In May, all 23 of them.")
    assert visitor.evaluate("document.documentElement.scrollWidth") == 320


def test_errors_get_the_focus_and_keep_what_was_typed(visitor: Page, newsroom_page: NewsroomPage) -> None:
    visitor.goto("/norrvind/turbines")
    visitor.get_by_label("Comment", exact=True).fill("A long thought.")
    visitor.get_by_role("button", name="Send the comment").press("Enter")
    expect(visitor.get_by_role("heading", level=1)).to_have_text("Your comment is not sent yet")
    expect(visitor.get_by_label("Name")).to_be_focused()
    expect(visitor.get_by_label("Name")).to_have_attribute("aria-invalid", "true")
    expect(visitor.get_by_label("E-mail")).to_have_accessible_description(
        re.compile("This field is required")
    )
    expect(visitor.get_by_label("Comment", exact=True)).to_have_value("A long thought.")


def test_proof_of_work_is_solved_by_the_browser(
    visitor: Page, newsroom_page: NewsroomPage, settings: Any
) -> None:
    settings.NEWSROOM = {**settings.NEWSROOM, "ALTCHA_COST": 100}
    ModerationRules.objects.update_or_create(newsroom=newsroom_page, defaults={"proof_of_work": True})
    ask(visitor, "Are you sure?")
    expect(visitor.get_by_role("heading", level=1)).to_have_text("Thank you: your comment has arrived")
    assert Comment.objects.get().plain == "Are you sure?"
