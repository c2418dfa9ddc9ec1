"""Writing the ledger: `settle()` makes the ledger agree with one thing, `withdraw_*()` take things out.

Everything here runs in one transaction under the lock of the `seq` counter; callers that also write pages take the
lock first (`lock()`), so that a reader who has seen an edition never finds an earlier one later.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING
from uuid import UUID, uuid5

from django.db import transaction
from django.db.models import F
from django.dispatch import Signal
from django.utils import timezone
from wagtail.log_actions import get_active_log_context, log
from wagtail.models import Revision

from cms.ledger import search
from cms.ledger.document import Correction, Envelope, ItemDocument, ItemType
from cms.ledger.models import Address, Counter, Edition, Facet, Item
from cms.ledger.sources import source_of


if TYPE_CHECKING:
    from cms.ledger.publishing import LedgerModel, LedgerPage, Publishable, SourceKey

editions_issued = Signal()
"""Sent with `editions`, in seq order, inside the transaction that made them."""

STAND_IN = UUID("6f0f3a52-4f0b-4f0e-9d6b-9f7b6f0d8a11")
"""Namespace of the ids that previews show for what has never been public."""

NAMING_FACETS = ("person", "topic")
"""Facets whose value is the uid of a shared item that the document names."""


class Reason(StrEnum):
    """Public reasons for a withdrawal where the editor gave none."""

    UNPUBLISHED = "The publisher has withdrawn this item."
    EXPIRED = "This item was published for a limited time, which has ended."
    DELETED = "The publisher has removed this item."
    CLOSED = "The newsroom is closed."
    RESTRICTED = "This item is no longer open to everybody."


def lock() -> None:
    """Take the lock that orders all editions; held to the end of the transaction."""
    Counter.objects.select_for_update().get_or_create(name=Counter.SEQ)


def settle(source: Publishable, *, refreshing: bool = False, named: bool = False) -> Edition | None:
    """Make the ledger agree with `source`: issue, correct, refresh or withdraw it, or do nothing.

    `refreshing` tells that the thing itself was not edited; `named`, that a document being issued names it.
    Returns the edition made, if any.
    """
    with transaction.atomic():
        lock()
        item = Item.objects.filter(source_type=source.source_key.type, source_id=source.source_key.id).first()
        if alias_of := getattr(source, "alias_of_id", None):
            _settle_alias(source, alias_of)  # type: ignore[arg-type]
        newsroom = _newsroom_of(source)
        closed = source.newsroom_key is not None and newsroom is None
        if closed or not (named or source.is_public()):
            return _withdraw_source_item(item, source, closed=closed)
        return _issue(source, item, newsroom, refreshing=refreshing)


def withdraw_source(key: SourceKey, *, reason: str) -> Edition | None:
    """Withdraw the item made from `key`, if it is public."""
    with transaction.atomic():
        lock()
        item = Item.objects.filter(source_type=key.type, source_id=key.id).first()
        return next(iter(_withdraw([item] if item else [], reason)), None)


def withdraw_pages(page_ids: Collection[int], *, reason: str) -> list[Edition]:
    """Withdraw the public items of many pages at once, in one transaction."""
    with transaction.atomic():
        lock()
        return _withdraw(Item.objects.filter(source_type="page", source_id__in=page_ids), reason)


def is_named(facet: str, uid: UUID) -> bool:
    """Whether a current document names the shared item."""
    return Facet.objects.filter(name=facet, value=str(uid)).exists()


def envelope_of(source: Publishable, item: Item | None = None) -> Envelope:
    """The ledger's part of a document as it stands now; with stand-ins for what has never been public."""
    key = source.source_key
    item = item or Item.objects.filter(source_type=key.type, source_id=key.id).first()
    now = timezone.now()
    if item is None:
        uid = getattr(source, "uid", None) or uuid5(STAND_IN, f"{key.type}:{key.id}")
        return Envelope(id=uid, version=1, published_at=source.first_public_at or now, updated_at=now)
    return Envelope(
        id=item.uid,
        version=item.version,
        published_at=source.first_public_at or item.published_at,
        updated_at=item.updated_at,
        corrections=_corrections(item),
    )


def _issue(
    source: Publishable, item: Item | None, newsroom: Item | None, *, refreshing: bool
) -> Edition | None:
    if item and item.is_usable:
        unchanged = source.document(envelope_of(source, item))
        if unchanged.digest() == item.digest and item.newsroom_id == (newsroom.uid if newsroom else None):
            _remember_revision(item, source)
            return None

    now = timezone.now()
    note = "" if refreshing or item is None or not item.is_usable else _unused_note(source, item)
    action = _action(item, note, refreshing)
    envelope = _next_envelope(source, item, note, now)
    document = source.document(envelope)
    stored = _store_item(source, item, newsroom, document, envelope)
    for thing in envelope.named.values():
        if not Item.objects.filter(pk=thing.uid, state=Item.State.USABLE).exists():
            settle(thing, named=True)
    edition = _append(stored, action, note, now, source, document)
    stored.seq = edition.seq
    stored.save(update_fields=["seq"])
    _index(stored, document)
    if note:
        log(instance=source, action="newsroom.correct", data={"note": note, "version": stored.version})
    editions_issued.send(sender=Edition, editions=[edition])
    return edition


def _action(item: Item | None, note: str, refreshing: bool) -> Edition.Action:
    if note:
        return Edition.Action.CORRECTED
    if refreshing and item and item.is_usable:
        return Edition.Action.REFRESHED
    return Edition.Action.ISSUED


def _next_envelope(source: Publishable, item: Item | None, note: str, now: datetime) -> Envelope:
    version = item.version + 1 if item else 1
    corrections = _corrections(item) if item else []
    if note:
        corrections = [*corrections, Correction(version=version, note=note, at=now)]
    return Envelope(
        id=item.uid if item else source.new_uid,
        version=version,
        published_at=source.first_public_at or (item.published_at if item else now),
        updated_at=now,
        corrections=corrections,
    )


def _corrections(item: Item) -> list[Correction]:
    rows = item.editions.filter(action=Edition.Action.CORRECTED).order_by("seq")
    return [Correction(version=row.version, note=row.note, at=row.issued_at) for row in rows]


def _unused_note(source: Publishable, item: Item) -> str:
    """The correction note that came with the page's live revision, unless an edition has used it."""
    note: str = getattr(source, "correction_note", "")
    if not note:
        return ""
    revision_id = getattr(source, "live_revision_id", None)
    used = item.editions.filter(revision_id=revision_id, note=note).exists()
    return "" if used else note


def _store_item(
    source: Publishable, item: Item | None, newsroom: Item | None, document: ItemDocument, envelope: Envelope
) -> Item:
    columns = document.columns()
    stored = Item(uid=envelope.id) if item is None else Item.objects.get(pk=item.pk)
    if item is not None:
        _keep_old_address(item, newsroom, columns.slug)
    stored.source_type, stored.source_id = source.source_key
    stored.revision_id = getattr(source, "live_revision_id", None)
    stored.type = document.type
    stored.kind = columns.kind
    stored.newsroom = newsroom
    stored.locale = document.locale
    stored.translation_key = getattr(source, "translation_key", None)
    stored.slug = columns.slug
    stored.title = columns.title
    stored.pinned = columns.pinned
    stored.state = Item.State.USABLE
    stored.version = envelope.version
    stored.seq = stored.seq or 0
    stored.digest = document.digest()
    stored.published_at = envelope.published_at
    stored.updated_at = envelope.updated_at
    stored.document = document.model_dump(mode="json")
    stored.card = document.card()
    stored.save(force_insert=item is None)
    Address.objects.filter(newsroom_slug=_newsroom_slug(stored), slug=_own_slug(stored)).delete()
    return stored


def _index(item: Item, document: ItemDocument) -> None:
    """Replace the item's facets and search entry; settle the shared things that it no longer names."""
    facets = document.facets()
    before = set(item.facets.values_list("name", "value"))
    for name, value in before - facets:
        item.facets.filter(name=name, value=value).delete()
    Facet.objects.bulk_create([Facet(item=item, name=name, value=value) for name, value in facets - before])
    search.index(item, document.texts())
    _settle_unnamed(before - facets)


def _append(
    item: Item,
    action: Edition.Action,
    note: str,
    now: datetime,
    source: Publishable,
    document: ItemDocument,
) -> Edition:
    return Edition.objects.create(
        seq=_take_seqs(1),
        item=item,
        version=item.version,
        action=action,
        document=item.document,
        digest=item.digest,
        note=note,
        revision_id=item.revision_id,
        issued_at=now,
        issued_by_id=_issuer(item.revision_id),
    )


def _withdraw_source_item(
    item: Item | None, source: Publishable, *, closed: bool
) -> Edition | None:
    if item is None:
        return None
    reason = getattr(source, "withdrawal_reason", "")
    if not reason:
        if closed:
            reason = Reason.CLOSED
        elif getattr(source, "expired", False):
            reason = Reason.EXPIRED
        elif getattr(source, "live", False):
            reason = Reason.RESTRICTED
        else:
            reason = Reason.UNPUBLISHED
    return next(iter(_withdraw([item], reason)), None)


def _withdraw(items: Iterable[Item], reason: str) -> list[Edition]:
    """Tombstone the usable ones among `items`, and everything in a newsroom among them."""
    usable = [item for item in items if item.is_usable]
    closing = [item.uid for item in usable if item.type == ItemType.NEWSROOM]
    inside = list(Item.objects.filter(newsroom__in=closing, state=Item.State.USABLE)) if closing else []
    inside = [item for item in inside if item.uid not in {other.uid for other in usable}]
    leaving: list[tuple[Item, str]] = [(item, reason) for item in usable]
    leaving += [(item, Reason.CLOSED) for item in inside]
    if not leaving:
        return []
    now, editions, uids = timezone.now(), [], [item.uid for item, _ in leaving]
    for number, (item, why) in enumerate(leaving, start=_take_seqs(len(leaving))):
        item.state, item.version, item.seq, item.updated_at = Item.State.WITHDRAWN, item.version + 1, number, now
        item.card = item.document = None
        item.title = item.digest = ""
        item.pinned = False
        editions.append(
            Edition(
                seq=number,
                item=item,
                version=item.version,
                action=Edition.Action.WITHDRAWN,
                note=why,
                revision_id=item.revision_id,
                issued_at=now,
                issued_by_id=_issuer(None),
            )
        )
    fields = ["state", "version", "seq", "updated_at", "card", "document", "title", "digest", "pinned"]
    Item.objects.bulk_update([item for item, _ in leaving], fields, batch_size=200)
    Edition.objects.bulk_create(editions, batch_size=200)
    named = set(Facet.objects.filter(item__in=uids, name__in=NAMING_FACETS).values_list("name", "value"))
    Facet.objects.filter(item__in=uids).delete()
    search.remove(uids)
    _settle_unnamed(named)
    editions_issued.send(sender=Edition, editions=editions)
    return editions


def _take_seqs(count: int) -> int:
    """Reserve `count` numbers and return the first. The caller holds the lock."""
    Counter.objects.filter(name=Counter.SEQ).update(value=F("value") + count)
    return Counter.objects.values_list("value", flat=True).get(name=Counter.SEQ) - count + 1


def _settle_unnamed(facets: Iterable[tuple[str, str]]) -> None:
    """Withdraw the people and topics that no current document names any more and no editor keeps public."""
    uids = {value for name, value in facets if name in NAMING_FACETS}
    for item in Item.objects.filter(uid__in=uids, state=Item.State.USABLE):
        if source := source_of(item):
            settle(source, refreshing=True)
        else:
            _withdraw([item], Reason.DELETED)


def _newsroom_of(source: Publishable) -> Item | None:
    key = source.newsroom_key
    if key is None:
        return None
    return Item.objects.filter(source_type=key.type, source_id=key.id, state=Item.State.USABLE).first()


def _newsroom_slug(item: Item) -> str:
    return item.newsroom.slug if item.newsroom else item.slug


def _own_slug(item: Item) -> str:
    return item.slug if item.newsroom else ""


def _keep_old_address(before: Item, newsroom: Item | None, slug: str) -> None:
    """Remember the address that an item leaves, so that it answers where the item went."""
    if before.type != ItemType.NEWSROOM and before.newsroom_id is None:
        return
    moved = before.slug != slug or before.newsroom_id != (newsroom.uid if newsroom else None)
    if moved:
        Address.objects.update_or_create(
            newsroom_slug=_newsroom_slug(before), slug=_own_slug(before), defaults={"item": before}
        )


def _settle_alias(page: LedgerPage, alias_of: int) -> None:
    """A Wagtail alias is no item of its own: it is a second address of the item it mirrors."""
    Address.objects.filter(alias_page_id=page.pk).delete()
    newsroom = _newsroom_of(page)
    item = Item.objects.filter(source_type="page", source_id=alias_of).first()
    if page.live and newsroom and item:
        Address.objects.update_or_create(
            newsroom_slug=newsroom.slug, slug=page.slug, defaults={"item": item, "alias_page_id": page.pk}
        )


def _remember_revision(item: Item, source: Publishable) -> None:
    revision_id = getattr(source, "live_revision_id", None)
    if item.revision_id != revision_id:
        Item.objects.filter(pk=item.pk).update(revision_id=revision_id)


def _issuer(revision_id: int | None) -> int | None:
    """The log context's user, else the author of the revision."""
    user = get_active_log_context().user
    if user is not None:
        return user.pk
    return Revision.objects.filter(pk=revision_id).values_list("user_id", flat=True).first() if revision_id else None


def translations_of(source: Publishable) -> list[Item]:
    """The public items that are the same thing in other languages."""
    translations = Item.objects.filter(
        translation_key=getattr(source, "translation_key", None),
        source_type=source.source_key.type,
        state=Item.State.USABLE,
    )
    return list(translations.exclude(source_id=source.source_key.id or 0).order_by("locale"))
