"""What the conversation hears of the ledger: items that become public, change, and are withdrawn."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models.signals import post_save

from cms.conversation.contributions.following import follow_contribution, follow_moved, follow_newsroom
from cms.conversation.desk.teams import open_desk_to_teams
from cms.conversation.document import COMMENTABLE
from cms.conversation.models import ModerationRules
from cms.conversation.services import threads
from cms.ledger.document import ItemType
from cms.ledger.models import Edition, Item
from cms.ledger.services import editions_issued
from cms.newsroom.models import NewsroomPage


def connect() -> None:
    """Listen."""
    editions_issued.connect(follow_items, dispatch_uid="newsroom_conversation_follow_items")
    post_save.connect(follow_rules, sender=ModerationRules, dispatch_uid="newsroom_conversation_follow_rules")
    post_save.connect(open_desk, sender=NewsroomPage, dispatch_uid="newsroom_conversation_open_desk")


def follow_items(editions: list[Edition], **kwargs: Any) -> None:
    """Threads follow their items, in the transaction that issues or withdraws them."""
    moved: list[UUID] = []
    for edition in editions:
        item = edition.item
        if item.type == ItemType.NEWSROOM and item.is_usable:
            threads.settle_newsroom(item.uid)
            follow_newsroom(item)
        elif item.type == ItemType.CONTRIBUTION:
            follow_contribution(item)
        elif item.type in COMMENTABLE and edition.action == Edition.Action.WITHDRAWN:
            moved.append(item.uid)
        elif item.type in COMMENTABLE:
            if _was_withdrawn(edition):
                moved.append(item.uid)
            threads.settle_item(item)
    threads.renumber(moved)
    follow_moved(moved)


def follow_rules(instance: ModerationRules, **kwargs: Any) -> None:
    """When threads close by themselves is among the rules."""
    for uid in Item.objects.filter(source_type="page", source_id=instance.newsroom_id).values_list(
        "pk", flat=True
    ):
        threads.settle_newsroom(uid)


def open_desk(instance: NewsroomPage, created: bool, **kwargs: Any) -> None:
    """A new newsroom has a desk, open to the teams."""
    if created:
        open_desk_to_teams(instance)


def _was_withdrawn(edition: Edition) -> bool:
    if edition.version == 1:
        return False
    before = Edition.objects.filter(item=edition.item_id, seq__lt=edition.seq).order_by("-seq").first()
    return before is not None and before.action == Edition.Action.WITHDRAWN
