"""The conversation in the reference press room, in place: written, followed, edited and withdrawn."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect
from wagtail.models import Locale

from cms.conversation.models import (
    Appeal,
    Comment,
    CommentStatus,
    Contribution,
    ModerationRules,
    Reaction,
    Report,
    Thread,
)
from cms.conversation.services.answering import answer_officially
from cms.conversation.services.threads import set_brake
from cms.newsroom.models import NewsroomPage, Person
from tests.browser.reference_conversation.talking import a_picture, come_near, fill, say

pytestmark = pytest.mark.enable_socket


def test_posting_replying_reacting_and_reporting_in_place(visit: Callable[..., Page], first: Comment) -> None:
    page = visit()
    form = page.locator("#write form")
    form.locator("[name=body]").fill("How loud are they?")
    form.locator("[type=submit]").click()
    expect(page.locator("#write .talk-problem")).to_be_focused()
    page.locator("#write .talk-problem a").first.press("Enter")
    expect(form.locator("[name=authorName]")).to_be_focused()
    fill(form, "How loud are they?")
    form.locator("[type=submit]").click()
    expect(page.locator("#write .talk-outcome")).to_be_focused()
    posted = Comment.objects.exclude(pk=first.pk).get()
    expect(page.locator(f"#comment-{posted.pk} .talk-words")).to_have_text("How loud are they?")
    expect(form.locator("[name=body]")).to_have_value("")
    assert page.evaluate("document.cookie") == ""

    comment = page.locator(f"#comment-{first.pk}")
    comment.get_by_role("link", name="Reply").click()
    expect(comment.locator("[name=body]")).to_be_focused()
    fill(comment, "We all do.")
    comment.locator("[type=submit]").click()
    expect(comment.locator(".talk-outcome")).to_be_focused()
    reply = Comment.objects.get(parent=first)
    expect(page.locator(f"#comment-{reply.pk}")).to_contain_text("We all do.")
    comment.get_by_role("button", name="OK").click()

    like = comment.locator("[value=like]")
    like.click()
    expect(like).to_have_attribute("aria-pressed", "true")
    expect(like).to_contain_text("1")
    like.click()
    expect(like).to_have_attribute("aria-pressed", "false")
    assert not Reaction.objects.exists()

    comment.get_by_role("link", name="Report").click()
    comment.locator("[name=reason]").select_option("ABUSE")
    comment.get_by_role("button", name="Send the report").click()
    expect(comment.locator(".talk-outcome")).to_contain_text("the editors will look at it")
    assert Report.objects.values_list("comment", "reason").get() == (first.pk, "ABUSE")


def test_authors_edit_and_withdraw_after_coming_back(visit: Callable[..., Page], first: Comment) -> None:
    page = visit()
    fill(page.locator("#write form"), "First thought")
    page.locator("#write [type=submit]").click()
    expect(page.locator("#write .talk-outcome")).to_be_focused()
    posted = Comment.objects.exclude(pk=first.pk).get()
    page.reload()
    come_near(page)
    comment = page.locator(f"#comment-{posted.pk}")
    comment.get_by_role("button", name="Edit or withdraw").click()
    comment.locator("[value=open]").click()
    comment.locator("[name=body]").fill("Second thought")
    comment.locator("[value=edit]").click()
    expect(comment.locator(".talk-words")).to_have_text("Second thought")
    comment.locator(".talk-sure summary").click()
    comment.locator("[value=withdraw]").click()
    expect(comment).to_have_text("Its author has withdrawn this comment.")
    expect(comment).to_be_focused()
    posted.refresh_from_db()
    assert (posted.source, posted.status) == ("Second thought", CommentStatus.WITHDRAWN)


def test_what_others_say_and_official_answers_appear_when_asked_for(
    visit: Callable[..., Page], first: Comment
) -> None:
    page = visit()
    page.locator("#write [name=body]").fill("Half a thought")
    person = Person.objects.create(
        name="Åsa Lind", title="Head of Press", locale=Locale.objects.get(language_code="en")
    )
    answer = answer_officially(first.pk, person=person, text="Norrvind pays for all of it.", user=None)
    news = page.locator(".talk-news")
    expect(news).to_have_text("1 new official answer: Show")
    expect(page.locator(f"#comment-{answer.pk}")).to_have_count(0)
    other = say("And for the bridge?")
    expect(news).to_have_text("1 new official answer, 1 new comment: Show")
    news.get_by_role("button").click()
    shown = page.locator(f"#comment-{answer.pk}")
    expect(shown.locator(".talk-badge")).to_have_text("Speaks for Norrvind")
    expect(shown).to_contain_text("Head of Press")
    expect(page.locator(f"#comment-{first.pk}")).to_contain_text("Answered by Åsa Lind")
    expect(page.locator(f"#comment-{other.pk}")).to_be_focused()
    expect(page.locator("#write [name=body]")).to_have_value("Half a thought")


def test_who_is_too_fast_is_told_for_how_long_and_loses_nothing(
    visit: Callable[..., Page], first: Comment, settings: Any
) -> None:
    settings.NEWSROOM = {**settings.NEWSROOM, "COMMENTS_PER_MINUTE": 1}
    for scripts in (True, False):
        page = visit(scripts=scripts)
        form = page.locator("#write form")
        for text in ("Soon", "Too soon"):
            fill(form, f"{text} {scripts}")
            form.locator("[type=submit]").click()
            expect(page.locator("#write .talk-problem, #write .talk-outcome").first).to_be_visible()
        expect(page.locator("#write .talk-problem")).to_contain_text(re.compile(r"Wait \d+ seconds"))
        expect(form.locator("[name=body]")).to_have_value(f"Too soon {scripts}")
    assert Comment.objects.exclude(pk=first.pk).count() == 1


def test_a_server_that_is_down_and_an_answer_that_is_lost(visit: Callable[..., Page], first: Comment) -> None:
    page = visit()
    form = page.locator("#write form")
    fill(form, "Written in a tunnel")
    page.route("**/graphql/", lambda route: route.abort())
    form.locator("[type=submit]").click()
    expect(page.locator("#write .talk-problem")).to_contain_text("The newsroom cannot be reached right now")
    expect(form.locator("[name=body]")).to_have_value("Written in a tunnel")
    page.reload()
    come_near(page)
    expect(form.locator("[name=body]")).to_have_value("Written in a tunnel")
    expect(form.locator("[name=email]")).to_have_value("sigrid@example.com")
    page.unroute("**/graphql/")

    keys: list[str] = []

    def lose(route: Route) -> None:
        keys.append(route.request.headers.get("idempotency-key", ""))
        route.fetch()  # it arrives, and its answer gets lost
        route.abort()

    page.route("**/graphql/", lose, times=2)
    form.locator("[type=submit]").click()
    expect(page.locator("#write .talk-problem")).to_contain_text("never published twice")
    form.locator("[type=submit]").click()
    expect(page.locator("#write .talk-outcome")).to_contain_text("Your comment is public")
    assert len(set(keys)) == 1
    assert keys[0]
    assert (
        Comment.objects.exclude(pk=first.pk).values_list("source", flat=True).get() == "Written in a tunnel"
    )


def test_a_conversation_that_is_closed_and_one_that_is_closed_meanwhile(
    visit: Callable[..., Page], first: Comment
) -> None:
    page = visit()
    fill(page.locator("#write form"), "Just in time?")
    Thread.objects.update(mode="CLOSED")
    page.locator("#write [type=submit]").click()
    expect(page.locator("#write .talk-problem")).to_contain_text("was closed while you wrote")
    expect(page.locator("#write [name=body]")).to_have_value("Just in time?")
    page.reload()
    expect(page.locator("#conversation")).to_contain_text("The conversation is closed")
    expect(page.locator("#write")).to_have_count(0)
    assert Comment.objects.count() == 1


def test_closing_leaves_what_is_being_written(visit: Callable[..., Page], first: Comment) -> None:
    page = visit()
    page.locator("#write [name=body]").fill("Half a thought")
    set_brake(first.thread_id, "CLOSED", slow_seconds=None)
    expect(page.locator("#write .talk-problem")).to_contain_text("was closed while you wrote")
    expect(page.locator("#write [name=body]")).to_have_value("Half a thought")
    expect(page.locator("#write [type=submit]")).to_have_count(0)


def test_a_rejection_says_its_ground_and_can_be_objected_to(
    visit: Callable[..., Page], first: Comment
) -> None:
    page = visit()
    fill(page.locator("#write form"), "Buy from me")
    page.locator("#write [name=website]").evaluate("input => { input.value = 'https://spam.example' }")
    page.locator("#write [type=submit]").click()
    outcome = page.locator("#write .talk-outcome").first
    expect(outcome).to_contain_text("Your comment is not shown")
    rejected = Comment.objects.exclude(pk=first.pk).get()
    expect(outcome.locator("blockquote")).to_have_text(rejected.message)
    outcome.locator("[value=open]").click()
    outcome.locator("[name=text]").fill("I am no program.")
    outcome.locator("[value=appeal]").click()
    expect(outcome).to_contain_text("We have received your objection.")
    assert Appeal.objects.values_list("comment", "text").get() == (rejected.pk, "I am no program.")


def test_an_edit_that_comes_too_late_is_kept(
    visit: Callable[..., Page], first: Comment, settings: Any
) -> None:
    page = visit()
    fill(page.locator("#write form"), "First thought")
    page.locator("#write [type=submit]").click()
    expect(page.locator("#write .talk-outcome")).to_be_focused()
    posted = Comment.objects.exclude(pk=first.pk).get()
    comment = page.locator(f"#comment-{posted.pk}")
    comment.get_by_role("button", name="Edit or withdraw").click()
    comment.locator("[value=open]").click()
    comment.locator("[name=body]").fill("Second thought")
    settings.NEWSROOM = {**settings.NEWSROOM, "EDIT_MINUTES": 0}
    comment.locator("[value=edit]").click()
    expect(comment.locator(".talk-problem")).to_contain_text("The time for changes is over.")
    expect(comment.locator("[name=body]")).to_have_value("Second thought")
    posted.refresh_from_db()
    assert posted.source == "First thought"


def test_files_are_sent_with_consent_and_taken_back(
    visit: Callable[..., Page], first: Comment, newsroom_page: NewsroomPage
) -> None:
    ModerationRules.objects.update_or_create(newsroom=newsroom_page, defaults={"attachments": True})
    page = visit()
    form = page.locator("form.talk-file")
    page.locator("details", has=form).locator("summary").first.click()
    form.get_by_role("button", name="Send the file").click()
    expect(form.locator(".talk-problem a")).to_have_text(
        ["Choose a file.", "Without your consent nothing can be published."]
    )
    form.locator("[name=upload]").set_input_files(a_picture())
    form.locator("[name=title]").fill("Snow")
    form.locator("[name=authorName]").fill("Sigrid Ek")
    form.locator("[name=email]").fill("sigrid@example.com")
    form.locator("[name=consent]").check()
    form.get_by_role("button", name="Send the file").click()
    expect(page.get_by_text("Your file has arrived")).to_be_visible()
    assert Contribution.objects.values_list("title", "status", "author_name").get() == (
        "Snow",
        "HELD",
        "Sigrid Ek",
    )
    page.get_by_role("button", name="Take the file back").click()
    expect(page.get_by_text("The file is deleted.")).to_be_visible()
    assert Contribution.objects.get().status == "WITHDRAWN"
