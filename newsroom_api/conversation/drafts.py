"""The threads of drafts that were never public: there are none yet, but previews show what they will be."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cms.access import Viewer
from cms.conversation.policies import mode_of_draft

NO_THREAD = "00000000-0000-0000-0000-000000000000"
"""Id of a thread that is not there yet, because its item has never been public (RFC 9562, section 5.9)."""


def thread_to_come(viewer: Viewer, draft: Mapping[str, Any], newsroom: Mapping[str, Any]) -> dict[str, Any]:
    """The thread that an item will have: empty, in the mode that it would have now. Both are given as their JSON."""
    return {
        "id": NO_THREAD,
        "item_id": draft["id"],
        "mode": str(mode_of_draft(viewer, draft, newsroom)),
        "comment_count": 0,
        "counts": {"question": 0, "praise": 0, "criticism": 0, "other": 0},
        "answered_count": 0,
        "reaction_count": 0,
        "last_activity_at": None,
        "opens_at": draft.get("opens_at"),
        "closes_at": draft.get("closes_at"),
        "question_and_answer": draft.get("question_and_answer", False),
    }
