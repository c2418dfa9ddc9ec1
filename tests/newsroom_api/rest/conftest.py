"""Fixtures of conversations over REST: an open thread, and visitors who write to it as any client does."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from cms.conversation.models import Thread
from tests.cms.conversation.conftest import open_newsroom, thread  # noqa: F401 # fixtures

API = "/api/v1"
Send = Callable[..., Any]


@pytest.fixture
def send(client: Any) -> Send:
    """Sends JSON: method, path below the API's root, content, and headers by their names."""

    def make(method: str, path: str, content: Any = None, **headers: str) -> Any:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        body = b"" if content is None else json.dumps(content).encode()
        return client.generic(method, API + path, body, "application/json", headers=named)

    return make


@pytest.fixture
def post(send: Send, thread: Thread) -> Send:  # noqa: F811 # the fixture
    """Posts a comment that is published; each call is another person. Gives what the visitor gets back."""
    count = 0

    def make(body: str = "", *, on: Thread = thread, **content: Any) -> dict[str, Any]:
        nonlocal count
        count += 1
        written = {
            "body": body or f"What do you think about number {count}?",
            "author_name": f"Reader {count}",
            "email": f"reader{count}@example.com",
        } | content
        answer = send("POST", f"/threads/{on.pk}/comments", written)
        assert answer.status_code == 201, answer.content
        return answer.json()

    return make
