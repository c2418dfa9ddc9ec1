"""The TypeScript client and the clients that its documents are for, against a real server."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from cms.conversation.live.hub import hub
from cms.conversation.models import Comment, Thread
from cms.ledger.models import Item
from cms.releases.models import ReleasePage
from cms.syndication.services.endpoints import add_secret
from cms.syndication.signing import new_secret
from tests.cms.syndication.deliveries.conftest import (  # noqa: F401
    deliver,
    make_endpoint,
    receiver,
    start_receiver,
)
from tests.cms.syndication.deliveries.receiver import Receiver

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def release(newsroom: Any, make_release: Any) -> Iterator[Thread]:
    """The newest of eight releases, with an open thread."""
    newsroom.comment_mode = "OPEN"
    newsroom.save()
    for number in range(7):
        make_release(f"Turbine {number}")
    yield Thread.objects.get(item__source_id=make_release("New turbines").pk)
    hub().close()


def withdraw(page: ReleasePage) -> str:
    item = Thread.objects.get(item__source_id=page.pk).item_id
    page.unpublish()
    return str(item)


def test_four_clients_get_the_same(live_server: Any, run_client: Callable[..., Any], release: Thread) -> None:
    told = run_client("clients.js", live_server.url, str(release.item_id))
    asked = {name: answers.pop("kept") for name, answers in told.items()}
    expected = {
        "newsroom": "Norrvind",
        "titles": ["New turbines", "Turbine 6"],
        "title": "New turbines",
        "refused": ["authorName", "email"],
    }
    assert told == dict.fromkeys(("ours", "plain", "urql", "apollo"), expected)
    known = ["GET id 200"] * 3
    assert asked["ours"] == [*known, "POST text 200"]
    assert asked["plain"] == [*known, "POST text 200"]
    assert asked["urql"] == [*known, "POST text 200"]
    assert asked["apollo"] == [*known, "POST id 200"]


def test_a_visit_through_the_client(
    live_server: Any, run_client: Callable[..., Any], release: Thread, make_release: Any
) -> None:
    withdrawn = withdraw(make_release("Mistaken"))
    told = run_client("journey.js", live_server.url, str(release.item_id), withdrawn)
    titles = ["New turbines", *(f"Turbine {number}" for number in range(6, -1, -1))]
    assert told["walked"] == titles
    assert told["listed"] == titles
    assert {f"item-{release.item_id}", f"thread-{release.pk}"} <= set(told["tags"])
    assert told["hasEtag"]
    assert told["thread"] == str(release.pk)
    assert told["gone"]["status"] == 410
    assert told["parts"] == ["GONE"]
    assert told["missing"] == "GONE"
    comment = Comment.objects.get()
    assert told["posted"] == [f"{comment.pk} PUBLISHED"] * 2
    assert told["events"] == [
        "connecting",
        "streaming",
        "PUBLISHED <p>When do they turn?</p>",
        "thread",
        "WITHDRAWN ",
    ]
    assert told["count"] == 0
    assert told["unchanged"] == [304, True]
    assert told["texts"] == 0


def test_webhooks_verify_with_either_secret_and_not_when_tampered_with(
    run_client: Callable[..., Any],
    receiver: Receiver,  # noqa: F811
    make_endpoint: Any,  # noqa: F811
    make_release: Any,
    tmp_path: Path,
) -> None:
    endpoint = make_endpoint(receiver)
    second = add_secret(endpoint=endpoint)
    page = make_release("Vindkraften når Öresund")
    deliver()
    (got,) = receiver.got
    whole = {"headers": got.headers, "body": got.body.decode()}
    messages = [
        {**whole, "secrets": [endpoint.secret]},
        {**whole, "secrets": [new_secret(), second]},
        {**whole, "secrets": [second], "body": whole["body"].replace("release.issued", "release.corrected")},
        {**whole, "secrets": [new_secret()]},
    ]
    given = tmp_path / "messages.json"
    given.write_text(json.dumps(messages))
    tags = [f"item-{Item.objects.get(source_id=page.pk).uid}", "list-release"]
    good = {"type": "release.issued", "id": got.id, "tags": tags, "title": "Vindkraften når Öresund"}
    bad = {"error": "No matching signature found"}
    assert run_client("webhooks.js", str(given)) == [good, good, bad, bad]
