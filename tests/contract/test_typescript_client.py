"""The TypeScript client and the clients that its documents are for, against a real server."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from cms.conversation.live.hub import hub
from cms.conversation.models import Comment, Thread
from cms.releases.models import ReleasePage

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
