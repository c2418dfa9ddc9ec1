"""The conversation of the reference press room in a real browser: with JavaScript and without, and when things go wrong."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any
from uuid import uuid4

import pytest
from PIL import Image
from playwright.sync_api import Browser, FilePayload, Page, Route, expect
from wagtail.models import Locale
from wagtail.models import Page as WagtailPage

from cms.conversation.models import (
    Appeal,
    Comment,
    CommentKind,
    CommentStatus,
    Contribution,
    ModerationRules,
    Reaction,
    Report,
    Thread,
)
from cms.conversation.services.answering import answer_officially
from cms.conversation.services.incoming import NewComment, Visitor
from cms.conversation.services.posting import post_comment
from cms.conversation.services.threads import set_brake
from cms.newsroom.models import NewsroomPage, Person
from cms.releases.models import ReleasePage

pytestmark = pytest.mark.enable_socket

FIRST = "Who pays for the road?"


@pytest.fixture
def newsroom_page(transactional_db: None, settings: Any, live_server: Any) -> NewsroomPage:
    """A public newsroom with a release, under a slug of its own, where comments show at once."""
    settings.NEWSROOM = {**settings.NEWSROOM, "BASE_URL": live_server.url, "LIVE_POLL_MILLISECONDS": 100}
    root, english = WagtailPage.objects.get(depth=1), Locale.objects.get(language_code="en")
    slug = f"press-{uuid4().hex[:8]}"
    page = NewsroomPage(title="Norrvind", slug=slug, live=True, locale=english, comment_mode="OPEN")
    root.add_child(instance=page)
    page.add_child(
        instance=ReleasePage(title="New turbines", slug="turbines", live=False)
    ).save_revision().publish()
    return page


@pytest.fixture
def first(newsroom_page: NewsroomPage) -> Comment:
    """A comment that is there already."""
    return say(FIRST, name="Eva Lund")


@pytest.fixture
def visit(browser: Browser, press_room: str, newsroom_page: NewsroomPage) -> Iterator[Callable[..., Page]]:
    """Opens the release; scripts may be switched off. A script that fails, fails the test."""
    contexts, faults = [], []

    def open_page(*, scripts: bool = True) -> Page:
        context = browser.new_context(
            base_url=press_room,
            java_script_enabled=scripts,
            locale="en",
            viewport={"width": 1000, "height": 1000},
        )
        contexts.append(context)
        page = context.new_page()
        page.on(
            "pageerror", lambda error: None if "ViewTransition" in str(error) else faults.append(str(error))
        )
        page.on("console", lambda said: faults.append(said.text) if "Content Security" in said.text else None)
        page.goto(f"/{newsroom_page.slug}/turbines")
        return come_near(page) if scripts else page

    yield open_page
    for context in contexts:
        context.close()
    assert faults == []


def come_near(page: Page) -> Page:
    """The scripts of the conversation begin when somebody comes near it."""
    page.locator("#conversation").scroll_into_view_if_needed()
    expect(page.locator("#conversation[data-alive]")).to_be_visible()
    return page


def say(text: str, *, name: str = "Nils Berg", parent: Comment | None = None) -> Comment:
    """Somebody else says something."""
    new = NewComment(
        body=text,
        author_name=name,
        email=f"{uuid4().hex[:8]}@example.com",
        kind=CommentKind.QUESTION,
        thread=Thread.objects.get().pk,
        parent=parent.pk if parent else None,
    )
    return post_comment(new, Visitor(uuid4().hex, uuid4().hex)).comment


def fill(form: Any, text: str, *, name: str = "Sigrid Ek", email: str = "sigrid@example.com") -> None:
    form.locator("[name=body]").fill(text)
    form.locator("[name=authorName]").fill(name)
    form.locator("[name=email]").fill(email)


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
    scripted = (
        visit()
    )  # a link of a mention, or of a mail from before: the page of the thread with the comment is asked for
    scripted.goto(f"/{newsroom_page.slug}/turbines#comment-{deep.pk}")
    expect(scripted.locator(f"#comment-{deep.pk}")).to_contain_text("Reply 4")
    assert scripted.url.endswith(f"?comment={deep.pk}#comment-{deep.pk}")
    page.goto(f"/{newsroom_page.slug}/turbines?show=official")
    expect(page.locator("#conversation")).to_contain_text("There are no such comments here.")
    page.goto(f"/{newsroom_page.slug}/turbines?comment={uuid4()}&after=nonsense")
    expect(page.locator("#conversation")).to_contain_text("The comment that you look for is not here")
    expect(tops).to_have_count(7)


def a_picture() -> FilePayload:
    """A small PNG."""
    content = BytesIO()
    Image.new("RGB", (64, 48), "white").save(content, "PNG")
    return {"name": "snow.png", "mimeType": "image/png", "buffer": content.getvalue()}
