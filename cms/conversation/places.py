"""Where comments stand: the public threads, and the items that they belong to."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any
from uuid import UUID

from cms.conversation.contents import Place
from cms.conversation.models import Thread
from cms.errors import NotFound
from cms.ledger.models import Item
from cms.newsroom.commenting import ThreadMode


def place_of(thread: UUID) -> Place:
    """Where the comments of a public thread stand. Raises `NotFound`."""
    found: Place | None = places_of({thread}).get(thread)
    if found is None:
        raise NotFound(f"No public thread has the id {thread}.", field="thread")
    return found


def places_of(threads: Collection[UUID], *, public: bool = True) -> dict[UUID, Any]:
    """Where the comments of threads stand; with `public=False` of all of them, and whether they are public."""
    if not threads:
        return {}
    rows = Thread.objects.filter(pk__in=threads).values_list(
        "uid", "item_id", "item__card__url", "item__state", "mode"
    )
    found = {
        uid: (Place(item, url or ""), state == Item.State.USABLE and mode != ThreadMode.OFF)
        for uid, item, url, state, mode in rows
    }
    if public:
        return {uid: place for uid, (place, is_public) in found.items() if is_public}
    return found
