"""Asks the GraphQL endpoint the way a frontend does."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.cache import cache


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
