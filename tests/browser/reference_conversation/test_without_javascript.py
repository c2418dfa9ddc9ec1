"""The conversation in the reference press room, without a line of JavaScript."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect

from cms.conversation.models import Comment, Contribution, ModerationRules, Reaction, Report
from cms.newsroom.models import NewsroomPage
from tests.browser.reference_conversation.talking import FIRST, a_picture, fill, say

pytestmark = pytest.mark.enable_socket


def test_without_javascript_errors_keep_what_was_typed_and_posting_works(
    visit: Callable[..., Page], first: Comment
) -> None:
    page = visit(scripts=False)
    expect(page.locator(f"#comment-{first.pk} [dir=auto]")).to_have_text(FIRST)
    form = page.locator("#write form")
    fill(form, "One line\nand another", name="", email="no address")
    form.locator("[type=submit]").click()
    problem = page.locator("#write .talk-problem")
    expect(problem.get_by_role("link")).to_have_text(
        [
            "Name: this has to be filled in.",
            "E-mail: this is no e-mail address. Write one such as name@example.com.",
        ]
    )
    expect(form.locator("[name=body]")).to_have_value("One line\nand another")
    expect(form.locator("[name=email]")).to_have_value("no address")
    expect(form.locator("[name=email]")).to_have_attribute("aria-invalid", "true")
    assert Comment.objects.count() == 1

    fill(form, "One line\nand another")
    form.locator("[type=submit]").click()
    expect(page.locator("#write .talk-outcome")).to_contain_text("Your comment is public")
    posted = Comment.objects.exclude(pk=first.pk).get()
    assert (posted.source, posted.author_name, posted.status) == (
        "One line\nand another",
        "Sigrid Ek",
        "PUBLISHED",
    )
    key = page.locator(".talk-key").inner_text()
    assert key not in page.url

    page.locator("#own [value=open]").click()
    page.locator("#own [name=body]").fill("Changed")
    page.locator("#own [value=edit]").click()
    expect(page.locator("#own .talk-outcome")).to_have_text("The change is saved.")
    page.locator("#own .talk-sure summary").click()
    page.locator("#own [value=withdraw]").click()
    expect(page.locator("#own")).to_contain_text("Withdrawn")
    posted.refresh_from_db()
    assert (posted.source, posted.status) == ("Changed", "WITHDRAWN")
    assert key not in page.url


def test_without_javascript_readers_reply_report_react_and_export(
    visit: Callable[..., Page], first: Comment
) -> None:
    page = visit(scripts=False)
    comment = page.locator(f"#comment-{first.pk}")
    comment.get_by_role("link", name="Reply").click()
    expect(page.locator("#reply h3")).to_have_text("Reply to Eva Lund")
    fill(page.locator("#reply"), "The municipality.")
    page.locator("#reply [type=submit]").click()
    expect(page.locator("#reply .talk-outcome")).to_contain_text("Your comment is public")
    reply = Comment.objects.get(parent=first)
    assert reply.source == "The municipality."

    key = page.locator(".talk-key").inner_text()
    page.goto(f"{page.url.split('?')[0]}?own={reply.pk}")
    page.locator("#own [name=key]").fill(key)
    page.locator("#own [value=open]").click()
    with page.expect_download() as loading:
        page.locator("#own [value=export]").click()
    assert json.loads(loading.value.path().read_text())["text"] == "The municipality."

    page.goto(page.url.split("?")[0])
    comment.get_by_role("link", name="Report").click()
    page.locator("#report form button").click()
    expect(page.locator("#report .talk-problem")).to_contain_text("this has to be filled in")
    page.locator("#report [name=reason]").select_option("SPAM")
    page.locator("#report [name=note]").fill("Seen elsewhere")
    page.locator("#report form button").click()
    expect(page.locator("#report")).to_contain_text("the editors will look at it")
    assert Report.objects.values_list("comment", "reason", "note").get() == (
        first.pk,
        "SPAM",
        "Seen elsewhere",
    )

    page.goto(page.url.split("?")[0])
    comment.locator("[value=like]").click()
    expect(comment.locator("[value=like]")).to_contain_text("1")
    assert page.url.endswith(f"#comment-{first.pk}")
    for back, led in (("/a?b#c", "/a?b#c"), ("/.//evil.example", "/"), ("//evil.example", "/"), ("x", "/")):
        answer = page.request.post(
            "/api/conversation/react", form={"back": back, "locale": "!"}, max_redirects=0
        )
        assert (back, answer.status, answer.headers["location"]) == (back, 303, led)
    foreign = {"Origin": "https://evil.example", "Sec-Fetch-Site": "cross-site"}
    answer = page.request.post(page.url, multipart={"body": "Spam"}, headers=foreign)
    assert (answer.status, "This was not sent from our page" in answer.text()) == (403, True)
    answer = page.request.post(page.url, multipart={"body": "x" * 300_000})
    assert (answer.status, "That is more than we can take" in answer.text()) == (413, True)
    for route in ("react", "export", "contribute"):
        answer = page.request.post(f"/api/conversation/{route}", form={"back": "/"}, headers=foreign)
        assert (route, answer.status) == (route, 403)
    assert Reaction.objects.values_list("comment", "name").get() == (first.pk, "like")


def test_a_task_against_spam_is_solved_by_the_browser_and_explained_without_javascript(
    visit: Callable[..., Page], newsroom_page: NewsroomPage, settings: Any
) -> None:
    settings.NEWSROOM = {**settings.NEWSROOM, "ALTCHA_COST": 100}
    ModerationRules.objects.update_or_create(newsroom=newsroom_page, defaults={"proof_of_work": True})
    page = visit(scripts=False)
    assert "That needs JavaScript" in page.content()
    fill(page.locator("#write form"), "Without a task")
    page.locator("#write [type=submit]").click()
    expect(page.locator("#write .talk-problem").first).to_contain_text("was not solved in time")
    expect(page.locator("#write [name=body]")).to_have_value("Without a task")
    assert not Comment.objects.exists()

    page = visit()
    fill(page.locator("#write form"), "With a task")
    page.locator("#write [type=submit]").click()
    expect(page.locator("#write .talk-outcome")).to_contain_text("Your comment is public")
    assert Comment.objects.get().source == "With a task"


def test_files_are_sent_without_javascript(
    visit: Callable[..., Page], first: Comment, newsroom_page: NewsroomPage
) -> None:
    ModerationRules.objects.update_or_create(newsroom=newsroom_page, defaults={"attachments": True})
    page = visit(scripts=False)
    form = page.locator("form.talk-file")
    page.locator("details", has=form).locator("summary").first.click()
    form.locator("[name=upload]").set_input_files(a_picture())
    form.locator("[name=authorName]").fill("Sigrid Ek")
    form.locator("[name=email]").fill("sigrid@example.com")
    form.locator("[name=consent]").check()
    form.get_by_role("button", name="Send the file").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your file has arrived")
    assert Contribution.objects.values_list("title", "status").get() == ("snow", "HELD")
    for query in ("", "?newsroom=nobody", "?newsroom=%00"):  # no fault of the newsroom's: 503 would say so
        assert page.request.post(f"/api/conversation/contribute{query}", form={"a": "b"}).status == 400


def test_links_lead_to_parts_of_the_thread_and_to_single_comments(
    visit: Callable[..., Page], first: Comment, newsroom_page: NewsroomPage
) -> None:
    deep = first
    for number in range(1, 5):
        deep = say(f"Reply {number}", parent=deep)
    for number in range(15):
        say(f"Question {number}", name=f"Reader {number}")
    page = visit(scripts=False)
    tops = page.locator("#conversation > .talk-comments > li > .talk-comment .talk-words")
    pages = [[f"Question {number}" for number in range(top, top - 7, -1)] for top in (14, 7)]
    onwards, back = (page.get_by_role("link", name=f"{name} comments") for name in ("More", "Previous"))
    expect(tops).to_have_text(pages[0])
    onwards.click()
    expect(tops).to_have_text(pages[1])
    onwards.click()
    expect(tops).to_have_text(["Question 0", FIRST])
    expect(onwards).to_have_count(0)
    back.click()
    expect(tops).to_have_text(pages[1])
    back.click()
    expect(tops).to_have_text(pages[0])
    expect(back).to_have_count(0)
    page.get_by_role("link", name="Oldest first").click()
    expect(tops.first).to_have_text(FIRST)
    expect(page.get_by_role("link", name="Oldest first")).to_have_attribute("aria-current", "true")
    expect(page.locator(f"#comment-{deep.pk}")).to_have_count(0)
    page.goto(f"/{newsroom_page.slug}/turbines?comment={deep.pk}#comment-{deep.pk}")
    expect(page.locator("#conversation .talk-words")).to_have_text(
        [FIRST, "Reply 1", "Reply 2", "Reply 3", "Reply 4"]
    )
    # a link of a mention, or of a mail from before: the page of the thread with the comment is asked for
    scripted = visit()
    scripted.goto(f"/{newsroom_page.slug}/turbines#comment-{deep.pk}")
    expect(scripted.locator(f"#comment-{deep.pk}")).to_contain_text("Reply 4")
    assert scripted.url.endswith(f"?comment={deep.pk}#comment-{deep.pk}")
    page.goto(f"/{newsroom_page.slug}/turbines?show=official")
    expect(page.locator("#conversation")).to_contain_text("There are no such comments here.")
    page.goto(f"/{newsroom_page.slug}/turbines?comment={uuid4()}&after=nonsense")
    expect(page.locator("#conversation")).to_contain_text("The comment that you look for is not here")
    expect(tops).to_have_count(7)
