"""Writing the ledger: `settle()` makes the ledger agree with one thing, `withdraw_*()` take things out.

Everything here runs in one transaction under the lock of the `seq` counter. Callers that also write pages
take the
lock first, so that a reader who has seen an edition never finds an earlier one later, and nobody waits in
a circle.
What a document shows is always read from the database under the lock, never from an instance in somebody's
hands.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID, uuid5

from django.db import connection, transaction
from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from django.dispatch import Signal
from django.utils import timezone
from wagtail.log_actions import get_active_log_context, log
from wagtail.models import Page, Revision

from cms.ledger import addresses, search
from cms.ledger.document import Correction, Envelope, ItemDocument, ItemType, walk
from cms.ledger.models import Counter, Edition, Facet, Item
from cms.ledger.names import name_key
from cms.ledger.reasons import Reason, in_language
from cms.ledger.sources import SourceKey, load, withdrawal_reasons

if TYPE_CHECKING:
    from cms.ledger.publishing import Publishable

editions_issued = Signal()
"""Sent with `editions`, in seq order, inside the transaction that made them.

`spreading` are the uids of the items that other items may now have to show otherwise.
"""

STAND_IN = UUID("6f0f3a52-4f0b-4f0e-9d6b-9f7b6f0d8a11")
"""Namespace of the ids that previews show for what has never been public."""

NAMING_FACETS = ("person", "topic")
"""Facets whose value is the uid of a shared item that the document names."""


def lock() -> None:
    """Take the lock that orders all editions; held to the end of the transaction."""
    Counter.objects.select_for_update().get_or_create(name=Counter.SEQ)


def lock_first() -> None:
    """Inside a transaction that somebody else has opened: take the lock before any row of a page is written.

    Whoever writes a page row and then waits for the lock may wait for somebody who waits for that row.
    """
    if connection.in_atomic_block:
        lock()


def settle(
    key: SourceKey, *, refreshing: bool = False, named: bool = False, repairing: bool = False
) -> Edition | None:
    """Make the ledger agree with the thing `key`: issue, correct, refresh or withdraw it, or do nothing.

    `refreshing` tells that the thing itself was not edited; `named`, that a document being issued names it;
    `repairing`, that facets, search entry and address are written again even when the document stands.
    Returns the edition made, if any.
    """
    with transaction.atomic():
        lock()
        item = Item.objects.filter(source_type=key.type, source_id=key.id).first()
        source = load(key)
        if source is None:
            return _withdraw_one(item, Reason.DELETED)
        newsroom = newsroom_item(source)
        addresses.settle_alias(source, newsroom)
        closed = source.newsroom_key is not None and newsroom is None
        if closed or not (named or source.is_public()):
            return _withdraw_one(item, _reason(source, closed=closed))
        document = source.document(envelope_of(source, item))
        if item and item.is_usable and document.digest() == item.digest:
            _keep(item, source, newsroom, document, repairing=repairing)
            return None
        return _issue(source, item, newsroom, refreshing=refreshing)


def withdraw_pages(pages: QuerySet[Page], *, reason: str) -> list[Edition]:
    """Withdraw the public items of many pages at once; a reason that an editor gave with a page goes
    before `reason`."""
    with transaction.atomic():
        lock()
        items = Item.objects.filter(
            source_type="page", source_id__in=pages.order_by().values("pk"), state=Item.State.USABLE
        )
        given = withdrawal_reasons(pages)
        return _withdraw({item: given.get(item.source_id) or reason for item in items.order_by("seq")})


def withdraw_source(key: SourceKey, *, reason: str) -> Edition | None:
    """Withdraw the item made from `key`, if it is public."""
    with transaction.atomic():
        lock()
        return _withdraw_one(Item.objects.filter(source_type=key.type, source_id=key.id).first(), reason)


def named_by(facet: str) -> set[str]:
    """The ids of the shared items that current documents name."""
    return set(Facet.objects.filter(name=facet).values_list("value", flat=True))


def is_named(facet: str, uid: UUID) -> bool:
    """Whether a current document names the shared item."""
    return Facet.objects.filter(name=facet, value=str(uid)).exists()


def envelope_of(source: Publishable, item: Item | None = None, *, preview: bool = False) -> Envelope:
    """The ledger's part of a document as it stands now; with stand-ins for what has never been public."""
    key = source.source_key
    item = item or Item.objects.filter(source_type=key.type, source_id=key.id).first()
    now = timezone.now()
    if item is None:
        uid = getattr(source, "uid", None) or uuid5(STAND_IN, f"{key.type}:{key.id}")
        first = source.first_public_at or now
        return Envelope(id=uid, version=1, published_at=first, updated_at=now, preview=preview)
    return Envelope(
        id=item.uid,
        version=item.version,
        published_at=source.first_public_at or item.published_at,
        updated_at=item.updated_at,
        corrections=_corrections(item),
        preview=preview,
    )


def translations_of(source: Publishable) -> list[Item]:
    """The public items that are the same thing in other languages."""
    translations = Item.objects.filter(
        translation_key=getattr(source, "translation_key", None),
        source_type=source.source_key.type,
        state=Item.State.USABLE,
    )
    return list(translations.exclude(source_id=source.source_key.id or 0).order_by("locale"))


def is_open(source: Publishable) -> bool:
    """Whether the thing may be shown to everybody now, and so may its newsroom."""
    return source.is_public() and (source.newsroom_key is None or newsroom_item(source) is not None)


def newsroom_item(source: Publishable) -> Item | None:
    """The public newsroom that the thing belongs to."""
    key = source.newsroom_key
    if key is None:
        return None
    return Item.objects.filter(source_type=key.type, source_id=key.id, state=Item.State.USABLE).first()


def _issue(source: Publishable, item: Item | None, newsroom: Item | None, *, refreshing: bool) -> Edition:
    was_public = item is not None and item.is_usable
    before = item.document if item else None
    now = timezone.now()
    note = _unused_note(source, item) if item and was_public and not refreshing else ""
    envelope = _next_envelope(source, item, note, now)
    document = source.document(envelope)
    stored = _store_item(source, item, newsroom, document, envelope)
    for thing in envelope.named.values():
        if not Item.objects.filter(pk=thing.uid, state=Item.State.USABLE).exists():
            settle(thing.source_key, named=True)
    edition = _append(stored, _action(note, refreshing=refreshing and was_public), note, now)
    _index(stored, document)
    if note:
        log(instance=source, action="newsroom.correct", data={"note": note, "version": stored.version})
    spreading = [stored.uid] if document.spreads(before) else []
    editions_issued.send(sender=Edition, editions=[edition], spreading=spreading)
    return edition


def _action(note: str, *, refreshing: bool) -> Edition.Action:
    if note:
        return Edition.Action.CORRECTED
    return Edition.Action.REFRESHED if refreshing else Edition.Action.ISSUED


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
    """The correction note that came with the page's live revision.

    It is used once: neither a note that an edition carries already, nor one that only came along from the
    revision
    before, is a correction of what is published now.
    """
    note: str = getattr(source, "correction_note", "")
    if not note or item.editions.filter(action=Edition.Action.CORRECTED, note=note).exists():
        return ""
    content = Revision.objects.filter(pk=item.revision_id).values_list("content", flat=True).first() or {}
    return "" if content.get("correction_note") == note else note


def _store_item(
    source: Publishable, item: Item | None, newsroom: Item | None, document: ItemDocument, envelope: Envelope
) -> Item:
    columns = document.columns()
    if item is not None:
        addresses.keep_old(item, newsroom, columns.slug)
    stored = item or Item(uid=envelope.id, seq=0)
    stored.source_type, stored.source_id = source.source_key
    stored.revision_id = getattr(source, "live_revision_id", None)
    stored.type = document.type
    stored.newsroom = newsroom
    stored.translation_key = getattr(source, "translation_key", None)
    stored.state = Item.State.USABLE
    stored.version = envelope.version
    stored.digest = document.digest()
    stored.published_at = envelope.published_at
    stored.updated_at = envelope.updated_at
    stored.document = document.model_dump(mode="json")
    _fill_columns(stored, document)
    displaced = addresses.clear(stored)
    stored.save(force_insert=item is None)
    for key in displaced:
        settle(key, refreshing=True)
    return stored


def _fill_columns(item: Item, document: ItemDocument) -> None:
    """The columns that only repeat what is in the document."""
    columns = document.columns()
    item.kind, item.slug, item.title, item.pinned = columns.kind, columns.slug, columns.title, columns.pinned
    item.locale = document.locale
    item.name_key = name_key(columns.title, document.locale) if columns.by_name else None
    item.card = document.card()


def _keep(
    item: Item, source: Publishable, newsroom: Item | None, document: ItemDocument, *, repairing: bool
) -> None:
    """The document stands: remember which revision and newsroom it now belongs to."""
    revision_id = getattr(source, "live_revision_id", None)
    newsroom_uid = newsroom.uid if newsroom else None
    if (item.revision_id, item.newsroom_id) != (revision_id, newsroom_uid):
        item.revision_id, item.newsroom_id = revision_id, newsroom_uid
        item.save(update_fields=["revision_id", "newsroom"])
    if repairing:
        _fill_columns(item, document)
        item.document = document.model_dump(mode="json")
        item.save(update_fields=["kind", "slug", "title", "name_key", "pinned", "locale", "card", "document"])
        addresses.clear(item)
        _index(item, document)


def _index(item: Item, document: ItemDocument) -> None:
    """Replace the item's facets and search entry; settle the shared things that it no longer names."""
    facets = document.facets().union(*(part.marks() for part in walk(document)))
    before = set(item.facets.values_list("name", "value"))
    for name in {name for name, _ in before - facets}:
        gone = [value for other, value in before - facets if other == name]
        item.facets.filter(name=name, value__in=gone).delete()
    Facet.objects.bulk_create([Facet(item=item, name=name, value=value) for name, value in facets - before])
    search.index(item, document.texts())
    _settle_unnamed(before - facets)


def _append(item: Item, action: Edition.Action, note: str, now: datetime) -> Edition:
    edition = Edition.objects.create(
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
    item.seq = edition.seq
    item.save(update_fields=["seq"])
    return edition


def _reason(source: Publishable, *, closed: bool) -> str:
    """Why the thing is not public any more: the editor's words, else what has happened to it."""
    if given := getattr(source, "withdrawal_reason", "") or source.hidden_reason:
        return str(given)
    if getattr(source, "expired", False):
        return Reason.EXPIRED
    if closed and getattr(source, "live", False):
        return Reason.CLOSED
    return Reason.RESTRICTED if getattr(source, "live", False) else Reason.UNPUBLISHED


def _withdraw_one(item: Item | None, reason: str) -> Edition | None:
    return _withdraw({item: reason})[0] if item and item.is_usable else None


def _withdraw(leaving: dict[Item, str]) -> list[Edition]:
    """Tombstone public items, each with its reason, and everything in the newsrooms among them."""
    closing = [item.uid for item in leaving if item.type == ItemType.NEWSROOM]
    inside = (
        Item.objects.filter(newsroom__in=closing, state=Item.State.USABLE).order_by("seq") if closing else []
    )
    leaving = leaving | {item: Reason.CLOSED for item in inside if item not in leaving}
    if not leaving:
        return []
    now, issuer, first = timezone.now(), _issuer(None), _take_seqs(len(leaving))
    editions = [
        Edition(
            seq=seq,
            item=item,
            version=item.version + 1,
            action=Edition.Action.WITHDRAWN,
            note=in_language(reason, item.locale),
            revision_id=item.revision_id,
            issued_at=now,
            issued_by_id=issuer,
        )
        for seq, (item, reason) in enumerate(leaving.items(), start=first)
    ]
    Edition.objects.bulk_create(editions, batch_size=500)
    uids = [item.uid for item in leaving]
    of_these = Q(item__in=Edition.objects.filter(seq__gte=first).values("item"))
    named = set(Facet.objects.filter(of_these, name__in=NAMING_FACETS).values_list("name", "value"))
    _entomb(first, now)
    Facet.objects.filter(of_these).delete()
    search.remove(uids)
    _settle_unnamed(named)
    editions_issued.send(sender=Edition, editions=editions, spreading=uids)
    return editions


def _entomb(first: int, now: datetime) -> None:
    """Make tombstones of the items whose withdrawals are numbered from `first`; nothing of them stays but
    the row."""
    newest = Edition.objects.filter(item=OuterRef("pk"), seq__gte=first).values("seq")[:1]
    Item.objects.filter(pk__in=Edition.objects.filter(seq__gte=first).values("item")).update(
        state=Item.State.WITHDRAWN,
        version=F("version") + 1,
        seq=Subquery(newest),
        updated_at=now,
        card=None,
        document=None,
        title="",
        name_key=None,
        digest="",
        pinned=False,
    )


def _take_seqs(count: int) -> int:
    """Reserve `count` numbers and return the first. The caller holds the lock."""
    Counter.objects.filter(name=Counter.SEQ).update(value=F("value") + count)
    return Counter.objects.values_list("value", flat=True).get(name=Counter.SEQ) - count + 1


def _settle_unnamed(facets: Iterable[tuple[str, str]]) -> None:
    """Withdraw the people and topics that no current document names any more and no editor keeps public."""
    uids = {value for name, value in facets if name in NAMING_FACETS}
    for item in Item.objects.filter(uid__in=uids, state=Item.State.USABLE):
        settle(SourceKey(item.source_type, item.source_id), refreshing=True)


def _issuer(revision_id: int | None) -> int | None:
    """The log context's user, else the author of the revision."""
    user = get_active_log_context().user
    if user is not None:
        return int(user.pk) if user.pk else None
    return (
        Revision.objects.filter(pk=revision_id).values_list("user_id", flat=True).first()
        if revision_id
        else None
    )
