"""WebSub (W3C Recommendation, 2018): hubs are told when the feeds of a newsroom have changed.

What has to be told is written down in the transaction that makes the editions, a row for each newsroom and hub, so that a
crash loses nothing and a thousand releases published at once are one ping. A task tells the hubs; a hub that cannot be
reached is asked again later, and given up at last: the next publication tells it anew. What does not live here: the
links to the hubs in feeds (`newsroom_api/feeds`).
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from datetime import timedelta
from urllib.parse import urlencode
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from cms import outbound
from cms.conf import newsroom as conf
from cms.errors import OutboundFailed, OutboundRefused
from cms.ledger.document import ItemType
from cms.ledger.models import Edition, Item
from cms.ledger.tasks import enqueue_with_transaction, is_queued
from cms.syndication.feeds import FeedFormat, feed_address
from cms.syndication.models import FeedPing, Placement

GATHER = timedelta(seconds=3)
"""How long to wait for more editions before a hub is told."""
PAUSES = (
    timedelta(minutes=1),
    timedelta(minutes=10),
    timedelta(hours=1),
    timedelta(hours=6),
    timedelta(hours=24),
)
"""How long to wait after each time that a hub did not take a ping."""
OVERDUE = timedelta(minutes=5)
"""After this the worker's clock takes up a ping whose task was lost, or never waited anywhere."""
SHOWN = (ItemType.RELEASE, ItemType.NEWSROOM)
"""What newsrooms' feeds show."""
MOST_OVERDUE = 100
SECONDS = 10.0
ANSWER_BYTES = 65_536

logger = logging.getLogger(__name__)


def hubs() -> tuple[str, ...]:
    """The hubs that are told of new editions, and that readers of feeds may subscribe at."""
    return tuple(dict.fromkeys(str(hub) for hub in conf.WEBSUB_HUBS))


def note_editions(editions: list[Edition]) -> None:
    """Write down which newsrooms' feeds have changed, in the transaction that made the editions."""
    told = hubs()
    shown = [edition for edition in editions if edition.item.type in SHOWN] if told else []
    if not shown:
        return
    seq = max(edition.seq for edition in shown)
    wanted = {(newsroom, hub) for newsroom in _newsrooms(shown) for hub in told}
    newsrooms = {newsroom for newsroom, _hub in wanted}
    due_at = timezone.now() + GATHER
    waiting = FeedPing.objects.filter(newsroom_id__in=newsrooms, hub__in=told)
    known = {(ping.newsroom_id, ping.hub): ping for ping in waiting.select_for_update()}
    waiting.update(seq=seq)
    for newsroom, hub in sorted(wanted):
        ping = known.get((newsroom, hub))
        if ping is None:
            ping = FeedPing.objects.create(newsroom_id=newsroom, hub=hub, seq=seq, due_at=due_at)
        elif ping.due_at > due_at:  # it failed: something new is worth another try now
            FeedPing.objects.filter(pk=ping.pk).update(due_at=due_at)
        else:
            continue
        _enqueue(ping.pk, GATHER)


@task()
def ping_hub(ping_id: int) -> None:
    """Tell a hub of the feeds of a newsroom. May be run again from its start: a hub told twice looks twice."""
    ping = FeedPing.objects.filter(pk=ping_id).first()
    if ping is None:
        return
    newsroom = Item.objects.filter(pk=ping.newsroom_id, state=Item.State.USABLE).only("slug").first()
    if newsroom is None or ping.hub not in hubs():
        ping.delete()
        return
    if _tell(ping.hub, newsroom.slug):
        _settle(ping)
    else:
        _try_later(ping)


def take_up_overdue() -> None:
    """Have the pings made whose tasks were lost."""
    late = FeedPing.objects.filter(due_at__lt=timezone.now() - OVERDUE).order_by("due_at")[:MOST_OVERDUE]
    for ping in late:
        taken = FeedPing.objects.filter(pk=ping.pk, due_at=ping.due_at).update(due_at=timezone.now())
        if taken:
            ping_hub.enqueue(ping.pk)


def _newsrooms(editions: Iterable[Edition]) -> set[UUID]:
    """The newsrooms in which something now stands otherwise: where it stands, and where it stood before."""
    found: set[UUID | None] = set()
    seqs = [edition.seq for edition in editions]
    rows = Placement.objects.filter(edition__in=seqs).values_list("newsroom_id", "before__newsroom_id")
    for now, before in rows:
        found |= {now, before}
    return {newsroom for newsroom in found if newsroom is not None}


def _tell(hub: str, newsroom: str) -> bool:
    """Ping a hub for each feed of a newsroom. Whether it took them all."""
    for format in FeedFormat:
        body = urlencode({"hub.mode": "publish", "hub.url": feed_address(newsroom, format)})
        try:
            answer = outbound.fetch(
                hub,
                method="POST",
                headers={"Content-Type": "application/x-www-form-urlencoded"},
                body=body.encode(),
                seconds=SECONDS,
                most_bytes=ANSWER_BYTES,
            )
        except (OutboundFailed, OutboundRefused) as error:
            logger.warning("WebSub: the hub %s was not told of %s: %s", hub, newsroom, error.message)
            return False
        if not 200 <= answer.status < 300:
            logger.warning("WebSub: the hub %s answered %s of %s", hub, answer.status, newsroom)
            return False
    return True


def _settle(ping: FeedPing) -> None:
    """The hub has been told; what was published in the meantime is told anew."""
    if not FeedPing.objects.filter(pk=ping.pk, seq=ping.seq).delete()[0]:
        again = FeedPing.objects.filter(pk=ping.pk)
        if again.update(attempts=0, due_at=timezone.now() + GATHER):
            _enqueue(ping.pk, GATHER)


def _try_later(ping: FeedPing) -> None:
    if ping.attempts >= len(PAUSES):
        logger.error("WebSub: the hub %s is given up until the next publication", ping.hub)
        ping.delete()
        return
    pause = PAUSES[ping.attempts]
    with transaction.atomic():
        again = FeedPing.objects.filter(pk=ping.pk)
        taken = again.update(attempts=ping.attempts + 1, due_at=timezone.now() + pause)
        if taken and is_queued(ping_hub):
            _enqueue(ping.pk, pause)


def _enqueue(ping_id: int, pause: timedelta) -> None:
    """Where tasks do not wait in the database, the ping is made at once."""
    if is_queued(ping_hub):
        ping_hub.using(run_after=timezone.now() + pause).enqueue(ping_id)
    else:
        enqueue_with_transaction(ping_hub, ping_id)
