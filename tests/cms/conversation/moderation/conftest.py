"""A submission with nothing wrong with it, of which a test changes what it is about."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import pytest

from cms.conversation.models import ModerationRules
from cms.conversation.moderation.context import Author, Place, Recent, Record, Submission
from cms.conversation.text import Body


@dataclass
class FakeHistory:
    """A history that is told instead of looked up."""

    lately: Recent = field(default_factory=Recent)
    past: Record = field(default_factory=Record)
    same: int = 0
    latest: Sequence[str] = ()

    def recent(self) -> Recent:
        return self.lately

    def record(self) -> Record:
        return self.past

    def same_texts(self) -> int:
        return self.same

    def latest_texts(self) -> Sequence[str]:
        return self.latest


PARTS: dict[str, set[str]] = {
    "place": {"mode", "slow_seconds", "language", "item_title", "thread"},
    "author": {"name", "url", "organisation", "title", "verified", "confirmed"},
    "body": {"html", "plain", "links"},
    "history": {"lately", "past", "same", "latest"},
}


@pytest.fixture
def submit() -> Callable[..., Submission]:
    """Builds a submission; each name goes to the part that has it, and unknown ones to the submission."""

    def build(**given: Any) -> Submission:
        parts = {
            part: {name: given.pop(name) for name in names & set(given)} for part, names in PARTS.items()
        }
        plain = parts["body"].get("plain", "When will the new turbines be running?")
        body: dict[str, Any] = {
            "plain": plain,
            "html": f"<p>{plain}</p>",
            "links": (),
            "mentions": (),
        } | parts["body"]
        fields: dict[str, Any] = {
            "place": Place(**({"mode": "OPEN", "language": "en"} | parts["place"])),
            "author": Author(**({"name": "Anna Berg"} | parts["author"])),
            "body": Body(**body),
            "rules": ModerationRules(),
            "history": FakeHistory(**parts["history"]),
            "now": datetime(2026, 11, 23, 2, 30, tzinfo=UTC),
        }
        return Submission(**(fields | given))

    return build
