"""How the conversation refuses over REST, and what it must not have stored then."""

from __future__ import annotations

from typing import Any

from cms.conversation.models import AnsweredRequest, Appeal, Comment, CommentEdit, Reaction, Report

API = "/api/v1"
COMMENT = {"body": "When do they turn?", "author_name": "Ann", "email": "ann@example.com"}
SOMEBODY = "3f0b7a52-1111-4222-8333-9f7b6f0d8a11"


def everything() -> list[int]:
    """How much is stored of all that visitors can bring about."""
    kinds = (Comment, CommentEdit, Reaction, Report, Appeal, AnsweredRequest)
    return [model.objects.count() for model in kinds]


def refused(answer: Any, status: int, code: str, field: str = "") -> dict[str, Any]:
    assert answer.status_code == status, answer.content
    assert (answer["Content-Type"], answer["Cache-Control"]) == ("application/problem+json", "no-store")
    content: dict[str, Any] = answer.json()
    assert (content["status"], content["code"]) == (status, code), content
    assert [error["field"] for error in content["errors"]] == ([field] if field else []), content
    assert "<" not in content["detail"]
    return content
