"""A browser follows a thread with its own EventSource: what it misses while it is cut off comes when it is back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser

from cms.conversation.live.hub import hub
from cms.conversation.models import Thread
from cms.conversation.services.incoming import NewComment, Visitor
from cms.conversation.services.posting import post_comment

pytestmark = pytest.mark.django_db(transaction=True)

FOLLOW = """address => {
    window.bodies = [];
    window.opened = 0;
    const source = new EventSource(address);
    source.addEventListener("open", () => { window.opened += 1; });
    source.addEventListener("comment", event => window.bodies.push(JSON.parse(event.data).body));
}"""


@pytest.fixture
def thread(newsroom: Any, make_release: Any) -> Iterator[Thread]:
    newsroom.comment_mode = "OPEN"
    newsroom.save()
    yield Thread.objects.get(item__source_id=make_release("New turbines").pk)
    hub().close()


def say(thread: Thread, body: str) -> None:
    new = NewComment(body=body, author_name="Åsa", email="asa@example.com", thread=thread.pk)
    post_comment(new, Visitor(id="0" * 32))


def test_an_event_source_gets_every_comment_once(browser: Browser, live_server: Any, thread: Thread) -> None:
    with browser.new_context(bypass_csp=True) as context:  # for what the test evaluates
        tab = context.new_page()
        tab.goto(f"{live_server.url}/healthz")
        tab.evaluate(FOLLOW, f"/api/v1/threads/{thread.pk}/events")
        tab.wait_for_function("window.opened === 1")
        say(thread, "First.")
        tab.wait_for_function("window.bodies.length === 1")
        hub().close()
        say(thread, "While it is away.")
        tab.wait_for_function("window.bodies.length === 2")
        say(thread, "Last.")
        tab.wait_for_function("window.bodies.length === 3")
        assert tab.evaluate("window.bodies") == ["<p>First.</p>", "<p>While it is away.</p>", "<p>Last.</p>"]
        assert tab.evaluate("window.opened") == 2
        tab.close()
