"""Whether a newsroom is in a crisis, and what it officially says then. Switching it: `crisis_switch.py`."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from cms.conversation.models.desk import CrisisPeriod
from cms.ledger.document import ItemType
from cms.ledger.models import Item


def is_crisis(newsroom_id: int) -> bool:
    """Whether crisis mode is on in a newsroom (the id of its page)."""
    return CrisisPeriod.objects.filter(newsroom=newsroom_id, ended_at=None).exists()


def open_period(newsroom_id: int) -> CrisisPeriod | None:
    """The crisis that a newsroom is in, if any."""
    return CrisisPeriod.objects.filter(newsroom=newsroom_id, ended_at=None).first()


def official_statement(uid: UUID) -> Item | None:
    """The public statement that a crisis pins to a newsroom or to another item."""
    return official_statements([uid]).get(uid)


def official_statements(uids: Collection[UUID]) -> dict[UUID, Item]:
    """The pinned statements of newsrooms and other items, by their ids: one query without a crisis, else three.

    A statement that has been withdrawn is shown nowhere.
    """
    periods = {
        period.pk: period
        for period in CrisisPeriod.objects.filter(
            ended_at=None, statement__state=Item.State.USABLE
        ).select_related("statement")
    }
    if not periods:
        return {}
    chosen = CrisisPeriod.items.through.objects.filter(crisisperiod__in=periods, item__in=uids)
    pinned = {
        uid: periods[period_id].statement for period_id, uid in chosen.values_list("crisisperiod", "item")
    }
    of_page = {period.newsroom_id: period.statement for period in periods.values()}
    newsrooms = Item.objects.filter(
        pk__in=uids, type=ItemType.NEWSROOM, source_type="page", source_id__in=of_page
    )
    pinned |= {uid: of_page[page_id] for uid, page_id in newsrooms.values_list("pk", "source_id")}
    return {uid: statement for uid, statement in pinned.items() if statement is not None}
