"""What a thread's mode is when several have a say."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from cms.conversation.modes import Say, mode_at, next_change

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.mark.parametrize(
    ("say", "mode", "change"),
    [
        ({"default": "OPEN"}, "OPEN", None),
        ({"default": "OPEN", "chosen": "CLOSED"}, "CLOSED", None),
        ({"default": "OFF", "chosen": "OPEN"}, "OPEN", None),
        ({"default": "OPEN", "brake": "PREMODERATED"}, "PREMODERATED", None),
        ({"default": "OFF", "brake": "PREMODERATED"}, "OFF", None),
        ({"default": "OPEN", "crisis": True}, "PREMODERATED", None),
        ({"default": "CLOSED", "crisis": True}, "CLOSED", None),
        ({"default": "OPEN", "opens_at": NOW + HOUR}, "CLOSED", NOW + HOUR),
        ({"default": "OPEN", "opens_at": NOW}, "OPEN", None),
        ({"default": "OPEN", "closes_at": NOW + HOUR}, "OPEN", NOW + HOUR),
        ({"default": "OPEN", "closes_at": NOW}, "CLOSED", None),
        ({"default": "OFF", "closes_at": NOW}, "OFF", None),
        ({"default": "OPEN", "close_after_days": 3}, "OPEN", NOW + 2 * DAY),
        ({"default": "OPEN", "close_after_days": 1}, "CLOSED", None),
        ({"default": "OPEN", "closes_at": NOW + HOUR, "close_after_days": 3}, "OPEN", NOW + HOUR),
    ],
)
def test_strictest_wins(say: dict[str, Any], mode: str, change: datetime | None) -> None:
    said = Say(published_at=NOW - DAY, **say)
    assert (mode_at(said, NOW), next_change(said, NOW)) == (mode, change)
