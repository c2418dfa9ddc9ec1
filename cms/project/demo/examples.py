"""Every operation of the contract, asked of the demo: with which variables, and what the answer is.

What an operation is asked for comes from the answers before it, so that the order of `READS` and `WRITES` counts. Nothing here knows the
API but by its address: the texts of the operations are those of `frontend_contract/operations.json`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any
from uuid import UUID

from django.contrib.auth import get_user_model
from django.test import Client

from cms.conversation.services import decide
from cms.project.demo import english, english_stories, english_talk

NEWSROOM = english.NEWSROOM.slug
STORY = english_stories.OPENING.slug
LEAK = english_stories.LEAK.slug
KEY = "5d0c1a52-7e0e-4d0b-9a53-2f4d1a5b6c7d"
"""An idempotency key: a frontend makes a new one for every request that it may have to repeat."""

Variables = dict[str, Any]
Found = Mapping[str, Any]
"""The answers so far, by operation."""
Ask = Callable[[str, Variables], Any]


def listed(found: Found, name: str) -> list[Any]:
    """The items of a list that has been read."""
    (connection,) = found[name].values()
    return connection["nodes"] if "nodes" in connection else [edge["node"] for edge in connection["edges"]]


def first(found: Found, name: str) -> Any:
    """The first of them."""
    return listed(found, name)[0]


def _thread(found: Found) -> str:
    return str(found["Release"]["release"]["thread"]["id"])


def _own(found: Found) -> Variables:
    posted = found["PostComment"]["postComment"]
    return {"id": posted["commentId"], "editToken": posted["editToken"]}


READS: dict[str, Callable[[Found], Variables]] = {
    "FrontPage": lambda found: {"newsroom": NEWSROOM},
    "Newsrooms": lambda found: {"first": 10},
    "Newsroom": lambda found: {"slug": NEWSROOM},
    "Releases": lambda found: {"filter": {"newsroom": NEWSROOM}, "first": 5},
    "Archive": lambda found: {"newsroom": NEWSROOM, "first": 10},
    "Search": lambda found: {"newsroom": NEWSROOM, "search": "wind", "first": 3},
    "Release": lambda found: {"newsroom": NEWSROOM, "slug": STORY},
    "Editions": lambda found: {"item": _corrected(found)["id"], "first": 10},
    "PageAtPath": lambda found: {"path": f"/{NEWSROOM}/{LEAK}"},
    "ItemAtPath": lambda found: {"path": f"/{NEWSROOM}/{LEAK}"},
    "Statements": lambda found: {"about": english_stories.LEAK.about_urls[0]},
    "Assets": lambda found: {"filter": {"newsroom": NEWSROOM}, "first": 3},
    "Asset": lambda found: {"id": first(found, "Assets")["id"]},
    "PressKits": lambda found: {"filter": {"newsroom": NEWSROOM}, "first": 3},
    "PressKit": lambda found: {"id": first(found, "PressKits")["id"]},
    "Discussions": lambda found: {"filter": {"newsroom": NEWSROOM}, "first": 3},
    "Discussion": lambda found: {"newsroom": NEWSROOM, "slug": english_talk.TALK.discussion.slug},
    "People": lambda found: {"filter": {"newsroom": NEWSROOM}, "first": 10},
    "Person": lambda found: {"id": first(found, "People")["id"]},
    "Topics": lambda found: {"first": 10},
    "Topic": lambda found: {"id": first(found, "Topics")["id"]},
    "SitemapReleases": lambda found: {"newsroom": NEWSROOM},
    "SitemapMedia": lambda found: {"newsroom": NEWSROOM},
    "Threads": lambda found: {"newsroom": NEWSROOM, "first": 3},
    "Thread": lambda found: {"id": _thread(found), "first": 5},
    "ThreadTree": lambda found: {"id": _thread(found)},
    "Comment": lambda found: {"id": _first_comment(found)},
    "CommentChanges": lambda found: {"newsroom": NEWSROOM, "first": 5},
    "CommentForm": lambda found: {"thread": _thread(found)},
    "ContributionTerms": lambda found: {"newsroom": NEWSROOM},
    "Contributions": lambda found: {"newsroom": NEWSROOM, "first": 3},
}
FOLLOWED: dict[str, Callable[[Found], Variables]] = {
    "CommentChanged": lambda found: {"thread": _thread(found), "since": 0},
    "ThreadChanged": lambda found: {"thread": _thread(found), "since": 0},
}
WRITES: dict[str, Callable[[Found], Variables]] = {
    "PostComment": lambda found: _input(
        thread=_thread(found),
        body="How much of the year do the turbines stand still?",
        authorName="Jonas Berg",
        email="jonas@reader.example",
        organisation="Kraftbloggen",
        kind="QUESTION",
        idempotencyKey=KEY,
    ),
    "EditComment": lambda found: _input(
        **_own(found), body="How much of the winter do the turbines stand still?"
    ),
    "ReactToComment": lambda found: _input(id=_first_comment(found), name="like"),
    "ReportComment": lambda found: _input(
        id=_first_comment(found), reason="OFF_TOPIC", note="This is about another wind farm."
    ),
    "ExportComment": lambda found: _input(**_own(found)),
    "AppealComment": lambda found: _input(**_own(found), text="It is a question, and about the release."),
    "WithdrawComment": lambda found: _input(**_own(found)),
    "Contribute": lambda found: _input(
        newsroom=NEWSROOM,
        fileName="turbine-in-the-fog.jpg",
        authorName="Elin Sjödin",
        email="elin@reader.example",
        title="A turbine in the fog",
        consent=True,
        termsVersion=found["ContributionTerms"]["contributionTerms"]["version"],
    ),
    "WithdrawContribution": lambda found: _input(
        id=found["Contribute"]["contribute"]["ticket"]["id"],
        editToken=found["Contribute"]["contribute"]["ticket"]["editToken"],
    ),
}


def _input(**given: Any) -> Variables:
    return {"input": given}


def _corrected(found: Found) -> Any:
    return next(release for release in listed(found, "Releases") if release["slug"] == LEAK)


def _first_comment(found: Found) -> str:
    return str(found["Thread"]["thread"]["comments"]["edges"][-1]["node"]["id"])


def rejected(found: Found) -> None:
    """The editors reject the comment that was posted, so that its author may appeal."""
    editor = get_user_model().objects.get(username="pr")
    uid = found["PostComment"]["postComment"]["commentId"]
    decide.reject(UUID(uid), user=editor, reason="OFF_TOPIC")


BEFORE: dict[str, Callable[[Found], None]] = {"AppealComment": rejected}
"""What happens in the newsroom before an operation."""


def asked(ask: Ask) -> Iterator[tuple[str, Variables, Any]]:
    """Ask every operation by `ask(name, variables)`, which gives its data: name, variables and data of each."""
    found: dict[str, Any] = {}
    for name, variables_of in (READS | FOLLOWED | WRITES).items():
        if prepare := BEFORE.get(name):
            prepare(found)
        variables = variables_of(found)
        found[name] = ask(name, variables)
        yield name, variables, found[name]


class Asker:
    """Asks the GraphQL API of this process, as frontends do."""

    def __init__(self, operations: Mapping[str, Mapping[str, str]]) -> None:
        self._operations = operations
        self._client = Client()

    def __call__(self, name: str, variables: Variables) -> Any:
        operation = self._operations[name]
        is_stream = operation["kind"] == "subscription"
        response = self._client.post(
            "/graphql/",
            {"query": operation["text"], "variables": variables},
            "application/json",
            headers={"Accept": "text/event-stream" if is_stream else "application/graphql-response+json"},
        )
        answer = first_event(response) if is_stream else response.json()
        if "errors" in answer:
            raise ValueError(f"{name} {variables}: {answer['errors']}")
        return answer["data"]


def first_event(response: Any) -> Any:
    """What the first `next` event of a subscription says."""
    text = b"".join(response.streaming_content).decode() if response.streaming else response.content.decode()
    for block in text.split("\n\n"):
        lines = dict(line.split(": ", 1) for line in block.splitlines() if ": " in line)
        if lines.get("event") == "next":
            return json.loads(lines["data"])
    raise ValueError(f"No event: {text!r}")
