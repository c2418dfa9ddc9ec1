"""Which newsrooms a user of the desk works in: everything on the screens is asked for within them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from cms.conversation.desk.permissions import Action, newsrooms_of, rights_of
from cms.ledger.document import ItemType
from cms.ledger.models import Item


@dataclass(frozen=True, slots=True)
class DeskNewsroom:
    """A newsroom by both of its ids: comments know the item's, cases the page's."""

    uid: UUID
    page_id: int
    title: str
    locale: str


Scope = Sequence[DeskNewsroom]


def scope_of(user: Any, action: Action = Action.VIEW) -> list[DeskNewsroom]:
    """The newsrooms on whose desks a user may do something, by name. One query, besides that for the rights.

    A newsroom that never was public has no comments, and is not among them.
    """
    items = Item.objects.filter(
        type=ItemType.NEWSROOM, source_type="page", source_id__in=newsrooms_of(user, action).values("pk")
    )
    rows = items.order_by("title", "slug").values_list("uid", "source_id", "title", "slug", "locale")
    return [DeskNewsroom(uid, page_id, title or slug, locale) for uid, page_id, title, slug, locale in rows]


def works_on_a_desk(user: Any) -> bool:
    """Whether the user sees the desk of any newsroom."""
    if not user.is_active:
        return False
    return bool(user.is_superuser) or any(Action.VIEW in actions for actions in rights_of(user).values())
