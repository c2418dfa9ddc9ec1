"""The names of what endpoints are told of.

Releases of the kind STATEMENT are told of as `statement.*`, and as nothing else. People, topics and contributions are
parts of other items and have no events of their own; a newsroom has one, whatever happens to it.
"""

from __future__ import annotations

from cms.ledger.document import ItemType
from cms.ledger.models import Edition
from cms.releases.document import ReleaseKind

ACTIONS = ("issued", "corrected", "refreshed", "withdrawn")
GROUPS = ("release", "statement", "asset", "press_kit", "discussion")
NEWSROOM_UPDATED = "newsroom.updated"
COMMENT_PUBLISHED = "comment.published"
COMMENT_REMOVED = "comment.removed"
TEST = "test"
"""Sent when an editor tries an endpoint out; nothing subscribes to it."""

EVENTS = (
    *(f"{group}.{action}" for group in GROUPS for action in ACTIONS),
    COMMENT_PUBLISHED,
    COMMENT_REMOVED,
    NEWSROOM_UPDATED,
)
"""Everything that an endpoint may choose."""

_GROUP_OF_TYPE = {
    ItemType.RELEASE: "release",
    ItemType.ASSET: "asset",
    ItemType.PRESS_KIT: "press_kit",
    ItemType.DISCUSSION: "discussion",
    ItemType.NEWSROOM: "newsroom",
}


def group_of(type: str, kind: str) -> str:
    """The first half of the name of an item's events; empty for items that have none."""
    if type == ItemType.RELEASE and kind == ReleaseKind.STATEMENT:
        return "statement"
    return _GROUP_OF_TYPE.get(ItemType(type), "") if type else ""


def event_of(group: str, action: str) -> str:
    """The name of what happened to an item of the group; `action` is that of an edition."""
    if group == "newsroom":
        return NEWSROOM_UPDATED
    return f"{group}.{Edition.Action(action).value.lower()}"
