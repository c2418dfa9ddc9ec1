"""What the benchmarks ask for is answered: they are run by hand, and seldom."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest

from benchmarks.conversation import reads

NAMES = reads("", "")


@pytest.mark.django_db
@pytest.mark.parametrize("name", NAMES)
def test_requests_about_conversations_are_in_order(client: Any, name: str) -> None:
    request = reads(str(uuid4()), str(uuid4()))[name]
    if not request.body:
        assert client.get(request.path).status_code in (200, 404)
        return
    answer = client.post(request.path, request.body, content_type="application/json").json()
    codes = {error["extensions"]["code"] for error in answer.get("errors", ())}
    assert codes <= {"NOT_FOUND"}
