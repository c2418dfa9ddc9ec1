"""Subscriptions, followed by the client of the graphql-sse protocol that its authors wrote."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import connections

from cms.access import PUBLIC
from cms.conversation.live.hub import hub
from cms.conversation.models import Thread
from cms.conversation.selectors import last_number
from cms.conversation.services.incoming import NewComment, Visitor
from cms.conversation.services.posting import post_comment

pytestmark = pytest.mark.django_db(transaction=True)

QUERY = (
    "subscription ($thread: ID!, $since: BigInt) { commentChanged(thread: $thread, since: $since) { body } }"
)


@pytest.fixture
def thread(newsroom: Any, make_release: Any) -> Iterator[Thread]:
    newsroom.comment_mode = "OPEN"
    newsroom.save()
    yield Thread.objects.get(item__source_id=make_release("New turbines").pk)
    hub().close()


def say(thread: Thread, body: str) -> None:
    new = NewComment(body=body, author_name="Åsa", email="asa@example.com", thread=thread.pk)
    post_comment(new, Visitor(id="0" * 32))


def say_when_somebody_listens(thread: Thread, body: str) -> None:
    try:
        end = time.monotonic() + 60
        while not hub().count() and time.monotonic() < end:
            time.sleep(0.01)
        say(thread, body)
    finally:
        connections.close_all()


def test_the_client_of_the_protocol_gets_every_result(
    live_server: Any, judges: Callable[..., Any], thread: Thread
) -> None:
    since = last_number(PUBLIC)
    say(thread, "Before.")
    speaker = threading.Thread(target=say_when_somebody_listens, args=(thread, "Meanwhile."))
    speaker.start()
    variables = json.dumps({"thread": str(thread.pk), "since": since})
    result = judges(
        "follow_graphql_sse.mjs", f"{live_server.url}/graphql/", QUERY, variables, "2", timeout=60
    )
    speaker.join()
    assert result.returncode == 0, result.stderr
    bodies = [each["data"]["commentChanged"]["body"] for each in json.loads(result.stdout)]
    assert bodies == ["<p>Before.</p>", "<p>Meanwhile.</p>"]


def test_the_client_of_the_protocol_is_told_what_is_wrong(
    live_server: Any, judges: Callable[..., Any]
) -> None:
    result = judges("follow_graphql_sse.mjs", f"{live_server.url}/graphql/", "subscription { x }", "{}", "9")
    assert result.returncode == 0, result.stderr
    ((error,),) = [each["errors"] for each in json.loads(result.stdout)]
    assert error["extensions"]["code"] == "GRAPHQL_VALIDATION_FAILED"
