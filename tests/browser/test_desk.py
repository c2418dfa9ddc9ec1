"""The desk in a real browser: a visitor's question is found, answered as a named person and public, with keys alone."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Group
from playwright.sync_api import expect
from wagtail.models import Locale, Page

from cms.conversation.models import AnswerTemplate, Case, Comment, Speaker, Thread
from cms.conversation.services.incoming import NewComment, Visitor
from cms.conversation.services.posting import post_comment
from cms.newsroom.models import NewsroomPage, Person
from cms.releases.models import ReleasePage

pytestmark = pytest.mark.enable_socket


@pytest.fixture
def ask(people: Any) -> Callable[..., Comment]:
    """Visitors comment on a release whose comments are moderated first."""
    root = Page.objects.filter(depth=1).get()
    english = Locale.objects.get(language_code="en")
    newsroom = root.add_child(
        instance=NewsroomPage(title="Norrvind", slug="norrvind", live=True, locale=english)
    )
    release = newsroom.add_child(instance=ReleasePage(title="New turbines", slug="turbines", live=False))
    release.save_revision().publish()
    thread = Thread.objects.get(item__source_id=release.pk)
    person = Person.objects.create(name="Åsa Lind", title="Head of Press", locale=english)
    Speaker.objects.create(person=person, group=Group.objects.get(name="PR"))
    AnswerTemplate.objects.create(title="Thanks", language="en", body="Thank you, {name}.")
    count = 0

    def post(body: str, kind: str = "QUESTION") -> Comment:
        nonlocal count
        count += 1
        new = NewComment(
            thread=thread.pk,
            body=body,
            author_name=f"Reader {count}",
            email=f"reader{count}@example.com",
            kind=kind,
        )
        return post_comment(new, Visitor(id=f"{count:032x}", address_hash="")).comment

    return post


def test_a_question_is_answered_with_keys_alone(open_admin: Any, ask: Any) -> None:
    question = ask("When do they turn?")
    assert question.status == "HELD"
    tab = open_admin("PR")
    errors: list[str] = []
    tab.on("pageerror", lambda error: errors.append(str(error)))
    expect(tab.locator("[data-newsroom-desk-counts]")).to_have_attribute("data-newsroom-number", "1")

    tab.goto("/admin/desk/")
    expect(tab.locator("[data-newsroom-row]")).to_contain_text("Due in")
    tab.keyboard.press("j")
    expect(tab.locator("[data-newsroom-open]")).to_be_focused()
    tab.keyboard.press("Enter")
    tab.wait_for_url(f"**/desk/comments/{question.pk}/")
    expect(tab.locator(".newsroom-this")).to_contain_text("When do they turn?")

    tab.keyboard.press("a")
    body = tab.locator("[name=answer-body]")
    expect(body).to_be_focused()
    body.fill("Typed when the session ended.")
    tab.context.clear_cookies(name="sessionid")
    tab.get_by_role("button", name="Save as draft").press("Enter")
    tab.wait_for_url("**/admin/login/**")
    tab.fill("[name=username]", "PR")
    tab.fill("[name=password]", "PR")
    tab.locator("[type=submit]").press("Enter")
    expect(body).to_have_value("Typed when the session ended.")
    body.fill("")
    tab.select_option("[name=answer-template]", label="Thanks")
    expect(body).to_have_value("Thank you, Reader 1.")
    body.fill("Thank you, Reader 1. They turn in May, p and h included.")
    for box in tab.locator("[name=answer-checklist]").all():
        box.press("Space")
    tab.get_by_role("button", name="Publish the answer").press("Enter")
    expect(tab.locator(".messages")).to_contain_text("The answer is published.")
    expect(tab.locator("#case-section")).to_contain_text("Closed")

    answer = Comment.objects.get(parent=question)
    assert (answer.author_name, answer.status) == ("Åsa Lind", "PUBLISHED")
    assert Comment.objects.get(pk=question.pk).status == "PUBLISHED"
    assert Case.objects.get().outcome == "ANSWERED"
    expect(tab.locator(".newsroom-this")).to_be_focused()
    tab.keyboard.press("u")
    tab.wait_for_url("**/admin/desk/")
    expect(tab.locator("#listing-results")).to_contain_text("Nothing waits here.")
    assert errors == []


def test_many_are_decided_about_with_keys(open_admin: Any, ask: Any) -> None:
    comments = [ask(f"This is comment number {number}.", "OTHER") for number in range(3)]
    tab = open_admin("PR")
    tab.goto("/admin/desk/held/")
    rows = tab.locator("[data-newsroom-row]")
    expect(rows).to_have_count(3)
    for key in ("j", "x", "j", "x"):
        tab.keyboard.press(key)
    expect(tab.locator("[data-newsroom-chosen]")).to_have_text("2 chosen")
    tab.keyboard.press("r")
    expect(tab.locator(".newsroom-desk h2").first).to_have_text("Reject: 2 comments")
    tab.select_option("[name=reason]", "SPAM")
    tab.locator("[name=message]").press_sequentially("phrj?")
    tab.get_by_role("button", name="Reject").press("Enter")
    expect(tab.locator(".messages")).to_contain_text("2 comments are rejected.")
    expect(rows).to_have_count(1)
    expect(tab.locator("[data-newsroom-open]")).to_be_focused()
    decided = [Comment.objects.get(pk=each.pk) for each in comments]
    assert [each.status for each in decided] == ["REJECTED", "REJECTED", "HELD"]
    assert [each.message for each in decided[:2]] == ["phrj?", "phrj?"]

    tab.keyboard.press("?")
    expect(tab.locator("#keyboard-shortcuts-dialog")).to_contain_text("Choose the comment (in a list)")
    tab.keyboard.press("p")
    tab.keyboard.press("Escape")
    expect(tab).to_have_url(re.compile("/admin/desk/held/$"))
    tab.keyboard.press("p")
    expect(tab.locator(".newsroom-desk h2").first).to_have_text("Publish: 1 comment")
    expect(tab.get_by_role("button", name="Publish", exact=True)).to_be_focused()
    tab.keyboard.press("Enter")
    expect(tab.locator(".messages")).to_contain_text("1 comment is published.")
    expect(tab.locator("#listing-results")).to_contain_text("Nothing waits here.")
