"""Asks the GraphQL endpoint the way a frontend does."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cms.conversation.identity import visitors
from cms.conversation.services.incoming import NewComment, Visitor
from cms.conversation.services.posting import Posted, post_comment
from cms.ledger.models import Item


@pytest.fixture(autouse=True)
def _fresh_cache():
    cache.clear()


@pytest.fixture
def post(client) -> Any:
    """Posts a query; gives back the response."""

    def ask(query: Any, variables: dict[str, Any] | None = None, **more: Any):
        headers = {"Accept": "application/graphql-response+json", **more.pop("headers", {})}
        body = {"query": query, "variables": variables, **more}
        return client.post("/graphql/", body, content_type="application/json", headers=headers)

    return ask


@pytest.fixture
def run(post) -> Any:
    """Posts a query that must succeed; gives back its data."""

    def ask(query: str, variables: dict[str, Any] | None = None):
        answer = post(query, variables)
        assert answer.status_code == 200, answer.content
        assert "errors" not in answer.json(), answer.json()
        return answer.json()["data"]

    return ask


@pytest.fixture
def refusal(post) -> Any:
    """Posts a query that must fail with one error; gives back (status, extensions)."""

    def ask(query: Any, variables: dict[str, Any] | None = None, **more: Any):
        answer = post(query, variables, **more)
        (error,) = answer.json()["errors"]
        expected = "INTERNAL_ERROR" if error["extensions"]["code"] == "INTERNAL" else "BAD_REQUEST"
        assert error["extensions"].pop("classification") == expected
        faults = error["extensions"].pop("errors", [])
        assert [fault["field"] for fault in faults][:1] == [
            name for key, name in error["extensions"].items() if key == "field"
        ]
        return answer.status_code, error["extensions"]

    return ask


@pytest.fixture
def open_newsroom(newsroom: Any) -> Any:
    """A newsroom where comments show when they pass the automatic checks."""
    newsroom.comment_mode = "OPEN"
    newsroom.save()
    return newsroom


@pytest.fixture
def release(open_newsroom: Any, make_release: Any) -> Item:
    """A public release that may be commented on."""
    return Item.objects.get(source_id=make_release("New turbines").pk, type="RELEASE")


@pytest.fixture
def say(release: Item) -> Any:
    """Posts a comment as a visitor does; every call is another person. Gives back what became of it."""
    count = 0

    def make(body: str = "", **given: Any) -> Posted:
        nonlocal count
        count += 1
        visitor = Visitor(id=f"{count:032x}", address_hash=visitors.address_hash(f"198.51.100.{count % 250}"))
        if "thread" not in given:
            given.setdefault("item", release.pk)
        given = {"author_name": f"Reader {count}", "email": f"reader{count}@example.com", **given}
        return post_comment(NewComment(body=body or f"This is comment number {count}.", **given), visitor)

    return make


@pytest.fixture
def statements(run: Any) -> Any:
    """Runs a query; gives back how many statements it took, and its data."""

    def ask(query: str, variables: dict[str, Any] | None = None) -> tuple[int, Any]:
        with CaptureQueriesContext(connection) as captured:
            data = run(query, variables)
        return len(captured.captured_queries), data

    return ask
