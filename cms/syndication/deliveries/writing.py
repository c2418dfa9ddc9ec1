"""Writing what is to be delivered, in the transaction that makes what it tells of: a few statements, however much it is."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from uuid import UUID, uuid4

from django.db.models import Max, Q
from django.utils import timezone

from cms.conversation.models import Comment, Thread
from cms.ledger.models import Edition
from cms.newsroom.commenting import ThreadMode
from cms.syndication.deliveries.matching import Stand, Wanted, wanted_by
from cms.syndication.events import COMMENT_PUBLISHED, COMMENT_REMOVED, event_of
from cms.syndication.models import Delivery, Endpoint, EndpointState, Placement, PlacementTopic

CHUNK = 500


def new_message_id() -> str:
    """The id of a message: random, and so unknown to whoever has not got it."""
    return f"msg_{uuid4().hex}"


def write_for_editions(editions: Sequence[Edition]) -> None:
    """Write the deliveries of editions that have just been made, and placed (`services/placing.py`)."""
    wanted = _listening()
    if not wanted:
        return
    for start in range(0, len(editions), CHUNK):
        some = editions[start : start + CHUNK]
        stands = stands_of([edition.seq for edition in some])
        Delivery.objects.bulk_create(_of_editions(some, stands, wanted), batch_size=CHUNK)


def write_for_comments(
    thread: Thread, published: Iterable[Comment], removed: Iterable[Comment], number: int
) -> None:
    """Write the deliveries for comments that have just become public, or are so no more."""
    wanted = [each for each in _listening() if each.wants(COMMENT_PUBLISHED) or each.wants(COMMENT_REMOVED)]
    if not wanted or thread.mode == ThreadMode.OFF:
        return
    stand, _ = newest_stands(thread.item_id)
    deliveries = [
        _delivery(each, event, number, item=thread.item_id, comment=comment.uid)
        for event, comments in ((COMMENT_PUBLISHED, published), (COMMENT_REMOVED, removed))
        for comment in comments
        for each in wanted
        if stand is not None and each.wants(event) and each.has(stand)
    ]
    Delivery.objects.bulk_create(deliveries, batch_size=CHUNK)


def write_for_newsroom(item: UUID) -> None:
    """Write the deliveries for a newsroom whose document is the same, while what stands beside it has changed."""
    newest = Edition.objects.filter(item=item).order_by("-seq").first()
    if newest is not None:
        write_for_editions([newest])


def stands_of(seqs: Collection[int]) -> dict[int, tuple[Stand | None, Stand | None]]:
    """Where the items of editions stand by them, and stood before, by `seq`. Two statements."""
    placements = {row.pk: row for row in Placement.objects.filter(edition__in=seqs).select_related("before")}
    known = {*placements, *(row.before_id for row in placements.values() if row.before_id)}
    topics: dict[int, set[UUID]] = {}
    for seq, topic in PlacementTopic.objects.filter(placement__in=known).values_list("placement", "topic_id"):
        topics.setdefault(seq, set()).add(topic)

    def stand(row: Placement | None) -> Stand | None:
        return Stand.of(row, topics.get(row.pk, ())) if row else None

    return {seq: (stand(row), stand(row.before)) for seq, row in placements.items()}


def newest_stands(item: UUID) -> tuple[Stand | None, Stand | None]:
    """Where an item stands by its newest edition, and stood before."""
    newest = Edition.objects.filter(item=item).aggregate(seq=Max("seq"))["seq"]
    return stands_of([newest]).get(newest, (None, None))


def told(wanted: Wanted, action: str, now: Stand | None, before: Stand | None) -> tuple[str, bool] | None:
    """The event by which an endpoint is told of an edition, and whether the item leaves what it gets; None: of nothing.

    Who had the edition before must hear that its copy is one no longer: of a withdrawal, and just so when an item has
    moved to where the endpoint does not follow it.
    """
    if now is not None and wanted.follows(now):
        event = event_of(now.group, action)
        return (event, False) if wanted.wants(event) else None
    if before is not None and wanted.follows(before):
        event = event_of(before.group, Edition.Action.WITHDRAWN)
        return (event, True) if wanted.wants(event) else None
    return None


def _of_editions(
    editions: Sequence[Edition],
    stands: dict[int, tuple[Stand | None, Stand | None]],
    wanted: Sequence[Wanted],
) -> list[Delivery]:
    found = []
    for edition in editions:
        now, before = stands[edition.seq]
        for each in wanted:
            if tells := told(each, edition.action, now, before):
                event, leaves = tells
                found.append(_delivery(each, event, edition.seq, item=edition.item_id, leaves=leaves))
    return found


def _delivery(
    wanted: Wanted, event: str, seq: int, *, item: UUID, comment: UUID | None = None, leaves: bool = False
) -> Delivery:
    now = timezone.now()
    return Delivery(
        endpoint_id=wanted.endpoint,
        message_id=new_message_id(),
        event=event,
        item=item,
        comment=comment,
        subject=comment or item,
        seq=seq,
        leaves=leaves,
        created_at=now,
        next_attempt_at=now,
    )


def _listening() -> list[Wanted]:
    """What is wanted by the endpoints for which messages are kept: those that are paused get them later."""
    return wanted_by(Endpoint.objects.filter(~Q(state=EndpointState.DISABLED)))
