"""The metadata of the pages of items, for both APIs: made from documents that have been read, their newsrooms and their comments."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID

from cms.access import Viewer
from cms.conversation import levels, selectors
from cms.conversation.document import COMMENTABLE
from cms.conversation.filters import CommentFilter, CommentOrder
from cms.ledger.selectors import items_by_id
from cms.newsroom.document import ThreadMode
from cms.syndication.formats.document import COMMENTS_SHOWN, page_metadata
from cms.syndication.formats.schema_org import Around

Content = Mapping[str, Any]
Conversation = tuple[Content | None, list[Content]]


def metadata_of(viewer: Viewer, documents: Collection[Content]) -> dict[str, dict[str, Any]]:
    """The metadata of each of some whole documents, by the item's id.

    One query for their newsrooms, and three for what is said about them, for any number.
    """
    homes = {UUID(each["newsroom"]["id"]) for each in documents if "newsroom" in each}
    newsrooms = {str(uid): row.content for uid, row in items_by_id(viewer, homes).items()}
    talked_about = [UUID(each["id"]) for each in documents if each["type"] in COMMENTABLE]
    talk = conversations(viewer, talked_about) if talked_about else {}
    found = {}
    for each in documents:
        newsroom = newsrooms.get(each["newsroom"]["id"]) if "newsroom" in each else None
        around = Around(newsroom, *talk.get(each["id"], (None, [])))
        found[each["id"]] = page_metadata(each, around).model_dump(mode="json")
    return found


def conversations(viewer: Viewer, items: Collection[UUID]) -> dict[str, Conversation]:
    """The thread of each item, and its newest comments; nothing of threads that are switched off."""
    found = {
        str(uid): thread
        for uid, thread in selectors.threads_of(viewer, items).items()
        if thread["mode"] != ThreadMode.OFF
    }
    wanted = [CommentFilter(thread=UUID(thread["id"])) for thread in found.values()]
    pages = levels.first_comments(viewer, wanted, first=COMMENTS_SHOWN, order=CommentOrder.NEWEST)
    rows = {str(uid): page.rows for uid, page in pages.items()}
    return {uid: (thread, list(rows.get(thread["id"], ()))) for uid, thread in found.items()}
