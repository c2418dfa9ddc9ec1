"""What a message says, built when it is sent: of an edition, or of a comment as the public sees it then.

An edition never changes, so neither does its message. But what has been withdrawn since is not spread any more, and of
a comment nothing is sent that its author or an editor has taken back.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from cms.access import PUBLIC
from cms.conversation.contents import written
from cms.conversation.selectors import comments_by_id
from cms.ledger.models import Edition
from cms.syndication.deliveries.matching import Wanted
from cms.syndication.deliveries.writing import newest_stands, stands_of
from cms.syndication.events import COMMENT_PUBLISHED, TEST
from cms.syndication.models import Delivery
from cms.syndication.scope import with_files_for

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Message:
    """What is sent, and what of it may be kept in the log of attempts."""

    content: Json
    kept: Json


def message_of(delivery: Delivery, wanted: Wanted) -> Message | None:
    """The message; None when the endpoint may no longer have it."""
    if delivery.event == TEST:
        content = {"type": TEST, "timestamp": written(timezone.now()), "data": {"url": None}}
        return Message(content, content)
    if delivery.comment is not None:
        return _of_comment(delivery, wanted)
    return _of_edition(delivery, wanted)


def _of_edition(delivery: Delivery, wanted: Wanted) -> Message | None:
    edition = Edition.objects.get(pk=delivery.seq)
    now, before = stands_of([edition.seq]).get(edition.seq, (None, None))
    withdrawing = delivery.leaves or edition.document is None
    stand = before if withdrawing else now
    if stand is None or not (withdrawing or wanted.has(stand)):
        return None
    shown = None
    if wanted.full and edition.document is not None and not withdrawing and not _is_withdrawn_since(edition):
        shown = with_files_for(edition.document, wanted.scope.asset_use)
    data = {
        "seq": edition.seq,
        "action": Edition.Action.WITHDRAWN.value if withdrawing else edition.action,
        "item": str(edition.item_id),
        "type": stand.type,
        "kind": stand.kind or None,
        "newsroom": str(stand.newsroom) if stand.newsroom else None,
        "version": edition.version,
        "note": "" if delivery.leaves and edition.document is not None else edition.note,
        "issued_at": written(edition.issued_at),
        "document": shown,
        "url": _url(edition, withdrawing),
    }
    content = _message(delivery.event, edition.issued_at, data)
    return Message(content, content)


def _is_withdrawn_since(edition: Edition) -> bool:
    """Whether the item was withdrawn after the edition, published again or not."""
    later = Edition.objects.filter(item=edition.item_id, seq__gt=edition.seq)
    return later.filter(action=Edition.Action.WITHDRAWN).exists()


def _of_comment(delivery: Delivery, wanted: Wanted) -> Message | None:
    if delivery.item is None or delivery.comment is None:
        return None
    now, before = newest_stands(delivery.item)
    publishing = delivery.event == COMMENT_PUBLISHED
    stand = now or before
    if stand is None or (publishing and not (wanted.comments and wanted.has(stand))):
        return None
    comment = comments_by_id(PUBLIC, [delivery.comment]).get(delivery.comment)
    shown = comment if publishing and comment and comment["state"] == "PUBLISHED" else None
    data = {
        "seq": delivery.seq,
        "action": "PUBLISHED" if publishing else "REMOVED",
        "item": str(delivery.item),
        "comment": str(delivery.comment),
        "thread": comment["thread_id"] if comment else None,
        "type": "COMMENT",
        "kind": comment["kind"] if comment else None,
        "newsroom": str(stand.newsroom) if stand.newsroom else None,
        "version": None,
        "note": "",
        "issued_at": written(delivery.created_at),
        "document": shown if wanted.full else None,
        "url": comment["url"] if comment else None,
    }
    content = _message(delivery.event, delivery.created_at, data)
    return Message(content, content | {"data": data | {"document": None}})


def _message(event: str, at: Any, data: Json) -> Json:
    return {"type": event, "timestamp": written(at), "data": data}


def _url(edition: Edition, withdrawing: bool) -> str | None:
    """The address of the item on the web; of a withdrawn one, the address that it had."""
    document = edition.document
    if withdrawing:
        document = (
            Edition.objects.filter(item=edition.item_id, seq__lt=edition.seq)
            .order_by("-seq")
            .values_list("document", flat=True)
            .first()
        )
    return (document or {}).get("url")
