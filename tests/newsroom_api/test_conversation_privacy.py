"""Nothing private of a conversation shows on any public route, in any log, or in the queue of tasks.

Every text column of the conversation that is not named public here is filled with a marker; then everything that the
public can ask is asked, rightly and wrongly. And what was never public leaves every answer as it was without it.
"""

from __future__ import annotations

import logging
import re
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.contrib.auth import get_user_model
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from cms.conversation import models as conversation
from cms.conversation.desk.crisis_switch import switch_on
from cms.conversation.models import Thread
from cms.ledger.models import Heartbeat, Item
from tests.newsroom_api.every_question import (
    BODIES,
    SECRETS,
    VISITOR,
    Walker,
    operations,
    reads,
    rest_addresses,
)
from tests.newsroom_api.private_world import (
    ADDRESS,
    MARKER,
    World,
    fill_private_columns,
    ids,
    ids_of_public,
    talk_on,
)

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def editor() -> Any:
    return get_user_model().objects.create_superuser(
        f"{MARKER}-editor", f"{MARKER}@editor.example", first_name=MARKER, last_name=MARKER
    )


@pytest.fixture
def world(newsroom: Any, make_release: Any, person: Any, editor: Any, settings: Any) -> World:
    Heartbeat.objects.create(name="tick", at=timezone.now() + timedelta(hours=1))  # alive all the time
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    settings.NEWSROOM = settings.NEWSROOM | {
        "LIVE_SECONDS": 1,
        "LIVE_POLL_MILLISECONDS": 20,
        "GRAPHQL_COST": 10**9,
        "GRAPHQL_TOKENS": 10**6,
        "GRAPHQL_DEPTH": 99,
        "GRAPHQL_ALIASES": 999,
        "GRAPHQL_BODY": 10**7,
    }
    newsroom.comment_mode = "OPEN"
    newsroom.save()
    rules = conversation.ModerationRules(newsroom=newsroom, external_secret=MARKER)
    rules.word_lists = [conversation.WordList(language="", suspect=[MARKER], banned=[f"{MARKER}banned"])]
    rules.save()
    release = make_release("New turbines", contacts=[])
    return World(Thread.objects.get(item__source_id=release.pk), person, editor)


def test_nothing_private_is_told(client: Any, world: World, newsroom: Any, caplog: Any) -> None:
    caplog.set_level(logging.DEBUG)
    shown = world.public()
    hidden = world.hidden(shown["question"])
    switch_on(user=world.editor, newsroom=newsroom, reason=MARKER)
    filled = fill_private_columns()
    assert len(filled) >= 75
    known = ids(world, [*shown.values(), *hidden])
    walker = Walker(client)
    for address in reads(known):
        walker.ask("GET", address)
    for address in rest_addresses(known[:1]):
        walker.ask("OPTIONS", address, Origin="https://elsewhere.example")
    for query in operations("query", [known[0], known[1], known[2], str(hidden[0].pk)], 1):
        walker.graphql(query)
    events = walker.ask(
        "GET", f"/api/v1/threads/{world.thread.pk}/events?since=0", accept="text/event-stream"
    )
    assert "event: comment" in events or "event: reset" in events
    for subscription in operations("subscription", [str(world.thread.pk)], 1):
        stream = walker.graphql(
            subscription, "text/event-stream", meanwhile=lambda: talk_on(shown["question"])
        )
        assert "event: next" in stream
    for address in rest_addresses([known[0], known[2], str(hidden[0].pk)]):
        for method in ("POST", "PUT", "PATCH", "DELETE"):
            for number, content in enumerate(BODIES if method == "POST" else BODIES[:3]):
                walker.ask(method, address, content, **(VISITOR if number % 2 else SECRETS))
    for mutation in operations("mutation", [known[0], known[2], str(hidden[0].pk)], 1):
        walker.graphql(mutation)
    assert walker.leaks == []
    assert {200, 201, 400, 404, 405} <= set(walker.statuses)
    assert MARKER not in caplog.text
    assert ADDRESS not in caplog.text
    rows = list(DBTaskResult.objects.values())
    assert rows
    assert MARKER not in str(rows)
    assert "@" not in str([row["args_kwargs"] for row in rows])


def test_what_was_never_public_changes_no_answer(client: Any, world: World) -> None:
    shown = world.public()
    known = [*ids_of_public(world, shown), str(uuid4())]
    addresses = [address for address in reads(known) if not _differs_by_itself(address)]
    queries = list(operations("query", known[:3], 1))
    walker = Walker(client)
    finished = timezone.now()
    while timezone.now() < finished + timedelta(
        seconds=1
    ):  # `Last-Modified` has whole seconds, and is never ahead
        walker.ask("GET", "/api/v1")
    before = [still(walker.ask("GET", address)) for address in addresses] + [
        walker.graphql(q) for q in queries
    ]
    hidden = world.hidden(shown["question"])
    walker.leaks = []
    after = [still(walker.ask("GET", address)) for address in addresses] + [
        walker.graphql(q) for q in queries
    ]
    asked = [*addresses, *queries]
    assert [asked[n] for n, (one, two) in enumerate(zip(before, after, strict=True)) if one != two] == []
    nobody = str(uuid4())
    for comment in hidden:
        for ending in ("", "/context", "/replies", "/export"):
            there = walker.ask("GET", f"/api/v1/comments/{comment.pk}{ending}", **{"Edit-Token": "x"})
            not_there = walker.ask("GET", f"/api/v1/comments/{nobody}{ending}", **{"Edit-Token": "x"})
            assert there.replace(str(comment.pk), "") == not_there.replace(nobody, "")
    assert Item.objects.filter(type="RELEASE").count() == 1


def _differs_by_itself(address: str) -> bool:
    return address.endswith(("/form", "/terms", "/challenge")) or address == "/readyz"


def still(answer: str) -> str:
    """The answer without what differs between any two requests."""
    answer = re.sub(r"nonce-[^']+", "", answer)
    return re.sub(r'(nonce="|csrfmiddlewaretoken" value=")[^"]+', r"\1", answer)
