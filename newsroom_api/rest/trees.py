"""Trees of comments: the first replies to each, level by level, and addresses of the rest."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from cms.access import PUBLIC
from cms.conf import newsroom as conf
from cms.conversation import levels
from cms.conversation.filters import CommentOrder

Content = dict[str, Any]

MOST_COMMENTS = 2000
"""How many comments an answer nests at most: a level that might take it beyond is left to its address."""


def nest_replies(comments: list[Content], *, depth: int, replies: int, order: CommentOrder) -> None:
    """Put `replies` into comments, `depth` levels of them with so many to each. Two queries a level."""
    level, nested = comments, 0
    for _ in range(depth):
        asked = [comment for comment in level if comment["reply_count"]]
        if nested + len(asked) * replies > MOST_COMMENTS:
            break
        found = levels.replies_to(PUBLIC, [UUID(each["id"]) for each in asked], first=replies, order=order)
        below: list[Content] = []
        for comment in level:
            page = found.get(UUID(comment["id"]))
            shown: list[Content] = list(page.rows) if page else []
            cursor = page.cursors[-1] if page and page.has_next else ""
            comment["replies"] = _replies(comment, shown, order, replies, cursor=cursor)
            below += shown
        nested += len(below)
        level = below
    for comment in level:
        if "replies" not in comment:
            comment["replies"] = _replies(comment, [], order, replies)


def _replies(
    comment: Content, shown: list[Content], order: CommentOrder, size: int, *, cursor: str = ""
) -> Content:
    """Some replies to a comment. The rest begins after `cursor`; without one it is all of them, or none."""
    is_rest = bool(cursor) or (not shown and comment["reply_count"] > 0)
    query: dict[str, Any] = {"order_by": str(order), "page_size": size}
    if cursor:
        query["cursor"] = f"n{cursor}"
    address = f"{conf.BASE_URL}/api/v1/comments/{comment['id']}/replies?{urlencode(query)}"
    return {"results": shown, "count": comment["reply_count"], "next": address if is_rest else None}
