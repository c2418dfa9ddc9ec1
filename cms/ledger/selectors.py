"""Reading the ledger. Every public answer comes from here, and from nowhere else.

The first argument of every selector is the `Viewer`. Errors: `NotFound`, `Withdrawn`, `InvalidInput`, `InvalidCursor`.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.db.models import (
    Case,
    F,
    IntegerField,
    Max,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    TextField,
    UUIDField,
    Value,
    When,
)
from django.db.models.functions import Cast, Coalesce, Concat

from cms.access import Viewer
from cms.errors import InvalidInput, NotFound, Withdrawn
from cms.ledger import search as full_text
from cms.ledger.document import ItemType
from cms.ledger.filters import BY_NAME, check_text
from cms.ledger.filters import ItemFilter as ItemFilter
from cms.ledger.filters import Order as Order
from cms.ledger.matching import FIELDS, beyond, given_of, matching
from cms.ledger.models import Address, Counter, Edition, Heartbeat, Item
from cms.ledger.paging import Key, PageOf, PageRequest, decode_cursor, encode_cursor, page_of
from cms.ledger.rows import COLUMNS
from cms.ledger.rows import Row as Row
from cms.ledger.statements import Parameter, Statement


@dataclass(frozen=True, slots=True)
class Resolved:
    """What is at a path: the item, and where it has moved to when the path is a former or second address."""

    row: Row
    moved_to: str | None = None


@dataclass(frozen=True, slots=True)
class EditionRow:
    """An entry of an item's public history. Its document is not part of it."""

    seq: int
    version: int
    action: str
    note: str
    at: datetime
    digest: str = field(default="")


def last_change(viewer: Viewer) -> tuple[int, datetime | None]:
    """The number of the newest edition and when it was issued, in one query; (0, None) before the first."""
    for seq, issued_at in _last_change_statement().run({}):
        return seq, issued_at
    return 0, None


def version_of(
    viewer: Viewer, uid: UUID, *, type: ItemType | None = None, withdrawn: bool = False
) -> tuple[int, datetime] | None:
    """The `seq` and time of the newest edition of an item, without reading its document.

    None where nothing public has the id, or nothing public any more and `withdrawn` is not asked for.
    """
    for seq, updated_at, type_, state in _version_statement().run({"uid": uid}):
        if type in (None, type_) and (withdrawn or state == Item.State.USABLE):
            return seq, updated_at
    return None


def last_heartbeat(viewer: Viewer) -> datetime | None:
    """When the worker last gave a sign of life."""
    last: datetime | None = Heartbeat.objects.aggregate(last=Max("at"))["last"]
    return last


def list_items(
    viewer: Viewer,
    wanted: ItemFilter,
    page: PageRequest,
    *,
    search: str = "",
    order: Order = Order.NEWEST,
    whole: bool = False,
    raw: bool = False,
) -> PageOf[Row]:
    """A page of the items that `wanted` and `search` select; `whole` reads whole documents instead of cards."""
    if order is Order.RELEVANCE and not search:
        raise InvalidInput("The order RELEVANCE needs a search.", field="order_by")
    if order is Order.NAME and wanted.type not in BY_NAME:
        raise InvalidInput("The order NAME is for newsrooms, people and topics.", field="order_by")
    if search:
        found = _search_page(wanted, page, search, order, whole=whole, raw=raw)
    else:
        found = _plain_page(wanted, page, order, whole=whole, raw=raw)
    if not found.rows and wanted.newsroom is not None:
        find_newsroom(viewer, wanted.newsroom)
    return found


def count_items(viewer: Viewer, wanted: ItemFilter, *, search: str = "") -> int:
    """How many items `wanted` and `search` select. Costs a count: only for those who ask."""
    items = matching(wanted.type, given_of(wanted))
    return full_text.matching(items, search, wanted.locale).count() if search else items.count()


def get_item(viewer: Viewer, uid: UUID, *, type: ItemType | None = None, raw: bool = False) -> Row:
    """The item `uid`, whole."""
    rows = _item_statement(raw).run({"uid": uid})
    if not rows or type not in (None, rows[0][2]):
        raise NotFound(f"No public item has the id {uid}.", field="id")
    return _whole(rows[0], field="id")[0]


def find_item(viewer: Viewer, newsroom: str, slug: str, *, type: ItemType, raw: bool = False) -> Row:
    """The item at `newsroom` and `slug`, whole. A tombstone answers only where nothing public stands."""
    check_text(newsroom, "newsroom")
    check_text(slug, "slug")
    items = Item.objects.filter(
        slug=slug, type=type, newsroom__slug=newsroom, newsroom__type=ItemType.NEWSROOM
    ).order_by("state", "-updated_at")
    return _one(items, raw=raw, what=f"No public item is at /{newsroom}/{slug}.", field="slug")


def find_newsroom(viewer: Viewer, slug: str, *, raw: bool = False) -> Row:
    """The newsroom with this slug, whole."""
    check_text(slug, "newsroom")
    items = Item.objects.filter(type=ItemType.NEWSROOM, slug=slug).order_by("state", "-updated_at")
    return _one(items, raw=raw, what=f"No newsroom has the slug {slug!r}.", field="newsroom")


def resolve_path(viewer: Viewer, path: str, *, raw: bool = False) -> Resolved:
    """What is at `/newsroom` or `/newsroom/slug`, now or formerly; what is there now goes before what was there.

    Raises `Withdrawn` where only what has been withdrawn is or was at the address.
    """
    check_text(path, "path")
    newsroom, _, slug = path.strip("/").partition("/")
    former = Address.objects.filter(newsroom_slug=newsroom, slug=slug).values("item")
    if slug:
        homes = Item.objects.filter(type=ItemType.NEWSROOM, slug=newsroom).values("uid")
        renamed = Address.objects.filter(newsroom_slug=newsroom, slug="").values("item")
        here = Item.objects.filter(newsroom__in=homes.union(renamed), slug=slug).values("uid")
        is_current = Q(newsroom__slug=newsroom, newsroom__state=Item.State.USABLE, slug=slug)
    else:
        here = Item.objects.filter(type=ItemType.NEWSROOM, slug=newsroom).values("uid")
        is_current = Q(slug=newsroom)
    rank = Case(When(is_current, then=0), default=1, output_field=IntegerField())
    found = Item.objects.filter(uid__in=here.union(former)).exclude(type=ItemType.CONTRIBUTION)
    found = found.order_by("state", rank, "-updated_at")
    address = Concat(Value("/"), Coalesce("newsroom__slug", Value("")), Value("/"), "slug")
    row, now_at = _first(found, address, raw=raw, what=f"Nothing public is at {path}.", field="path")
    now_at = "/" + now_at.strip("/")
    return Resolved(row=row, moved_to=None if now_at == f"/{path.strip('/')}" else now_at)


def items_by_id(
    viewer: Viewer, uids: Collection[UUID], *, whole: bool = True, raw: bool = False
) -> dict[UUID, Row]:
    """The public ones among the items `uids`, in one query."""
    if not uids:
        return {}
    given = {f"uid{number}": uid for number, uid in enumerate(uids)}
    rows = _batch_statement(len(given), whole, raw).run(given)
    return {row.uid: row for row in (Row(*columns) for columns in rows)}


def list_editions(viewer: Viewer, uid: UUID, page: PageRequest) -> PageOf[EditionRow]:
    """The public history of an item, oldest first; a withdrawn item's history ends with its tombstone."""
    size = page.size
    editions: QuerySet[Edition] = Edition.objects.filter(item=uid)
    if page.cursor is not None:
        seq, _ = decode_cursor(page.cursor, "EDITIONS", int)
        editions = editions.filter(seq__lt=seq) if page.backward else editions.filter(seq__gt=seq)
    editions = editions.order_by("-seq" if page.backward else "seq")
    rows = [
        EditionRow(seq=seq, version=version, action=action, note=note, at=at, digest=digest)
        for seq, version, action, note, at, digest in editions.values_list(
            "seq", "version", "action", "note", "issued_at", "digest"
        )[: size + 1]
    ]
    if not rows and not Item.objects.filter(uid=uid).exists():
        raise NotFound(f"No public item has the id {uid}.", field="item")
    return page_of([(row, encode_cursor("EDITIONS", row.seq)) for row in rows], page)


def get_edition(viewer: Viewer, uid: UUID, version: int) -> EditionRow:
    """The entry of an item's public history that made this version."""
    entries = Edition.objects.filter(item=uid, version=version)
    for seq, action, note, at, digest in entries.values_list("seq", "action", "note", "issued_at", "digest"):
        return EditionRow(seq=seq, version=version, action=action, note=note, at=at, digest=digest)
    raise NotFound(f"No public item has the id {uid} and a version {version}.", field="id")


def count_editions(viewer: Viewer, uid: UUID) -> int:
    """How many entries an item's public history has."""
    return Edition.objects.filter(item=uid).count()


_ORDERS: dict[Order, tuple[str, bool, type[Key]]] = {
    Order.NEWEST: ("published_at", True, datetime),
    Order.OLDEST: ("published_at", False, datetime),
    Order.UPDATED: ("updated_at", False, datetime),
    Order.RELEVANCE: ("published_at", True, datetime),
    Order.NAME: ("name_key", False, str),
}
"""The column that a list is ordered by, whether downward, and what its values are."""
_KEYS = {datetime: "key", str: "name_key"}
"""Names of the parameters of a statement that hold the key of a cursor."""


def _plain_page(
    wanted: ItemFilter, page: PageRequest, order: Order, *, whole: bool, raw: bool
) -> PageOf[Row]:
    """A page in order of time, by a statement that is compiled once for each shape of list."""
    given = given_of(wanted)
    if page.cursor is not None:
        kind = _ORDERS[order][2]
        key, uid = decode_cursor(page.cursor, list_name(wanted.type, order), kind)
        given |= {_KEYS[kind]: key, "uid": uid}
    shape = _Shape(wanted.type, tuple(given), order, page.backward, page.size, whole, raw)
    found = [(Row(*columns[:-1]), (columns[-1], columns[0])) for columns in _list_statement(shape).run(given)]
    return page_of(found, page, lambda mark: encode_cursor(list_name(wanted.type, order), *mark))


def _search_page(
    wanted: ItemFilter, page: PageRequest, search: str, order: Order, *, whole: bool, raw: bool
) -> PageOf[Row]:
    key_field, descending, kind = _ORDERS[order]
    items = matching(wanted.type, given_of(wanted))
    if page.cursor is not None and order is not Order.RELEVANCE:
        key, uid = decode_cursor(page.cursor, list_name(wanted.type, order), kind)
        items = items.filter(beyond(key_field, key, uid, descending != page.backward))
    return full_text.search_page(
        items,
        search,
        wanted.locale,
        order,
        page,
        name=list_name(wanted.type, order),
        key_field=key_field,
        descending=descending,
        whole=whole,
        raw=raw,
    )


def list_name(type_: ItemType, order: Order) -> str:
    """What cursors of a list carry, so that those of other lists are told apart."""
    return f"{type_} {order}"


@dataclass(frozen=True, slots=True)
class _Shape:
    """What makes the SQL of a list: all but the values."""

    type: ItemType
    given: tuple[str, ...]
    """Names of the filters set, and of the parts of a cursor."""
    order: Order
    backward: bool
    size: int
    whole: bool
    raw: bool


@lru_cache(maxsize=512)
def _list_statement(shape: _Shape) -> Statement:
    key_field, descending, kind = _ORDERS[shape.order]
    downward = descending != shape.backward
    parameters = {name: Parameter(name, FIELDS[name.rstrip("0123456789")]) for name in shape.given}
    items = matching(shape.type, parameters)
    if shape.order is Order.NAME:
        items = items.filter(name_key__isnull=False)  # the condition of the index
    if _KEYS[kind] in parameters:
        items = items.filter(beyond(key_field, parameters[_KEYS[kind]], parameters["uid"], downward))
    sign = "-" if downward else ""
    rows = items.order_by(f"{sign}{key_field}", f"{sign}uid")
    return Statement(
        rows.values_list(*COLUMNS, _content(shape.raw, shape.whole), key_field)[: shape.size + 1]
    )


@lru_cache
def _batch_statement(count: int, whole: bool, raw: bool) -> Statement:
    uids: list[Any] = [Parameter(f"uid{number}", UUIDField()) for number in range(count)]
    items = Item.objects.filter(uid__in=uids, state=Item.State.USABLE)
    return Statement(items.values_list(*COLUMNS, _content(raw, whole)))


@lru_cache
def _item_statement(raw: bool) -> Statement:
    items = Item.objects.filter(uid=Parameter("uid", UUIDField()))
    return Statement(items.values_list("state", *COLUMNS, _content(raw), Value("")))


@lru_cache
def _version_statement() -> Statement:
    items = Item.objects.filter(uid=Parameter("uid", UUIDField()))
    return Statement(items.values_list("seq", "updated_at", "type", "state"))


@lru_cache
def _last_change_statement() -> Statement:
    issued_at = Edition.objects.filter(seq=OuterRef("value")).values("issued_at")
    return Statement(Counter.objects.filter(name=Counter.SEQ).values_list("value", Subquery(issued_at)))


def _one(items: QuerySet[Item], *, raw: bool, what: str, field: str) -> Row:
    """The first of `items`, whole; a tombstone raises `Withdrawn` with its reason."""
    return _first(items, Value(""), raw=raw, what=what, field=field)[0]


def _first(items: QuerySet[Item], extra: Any, *, raw: bool, what: str, field: str) -> tuple[Row, str]:
    """The first of `items`, whole, and the text `extra` of it, in one statement (two for a tombstone)."""
    columns = items.values_list("state", *COLUMNS, _content(raw), extra)[:1]
    for found in columns:
        return _whole(found, field=field)
    raise NotFound(what, field=field)


def _whole(columns: Sequence[Any], *, field: str) -> tuple[Row, str]:
    """An item from its columns (state, those of `Row`, and a text); a tombstone raises `Withdrawn`."""
    state, *row, text = columns
    if state == Item.State.USABLE:
        return Row(*row), text
    edition = Edition.objects.get(seq=row[3])
    at = edition.issued_at.isoformat().replace("+00:00", "Z")
    raise Withdrawn("The item has been withdrawn.", reason=edition.note, withdrawn_at=at, field=field)


def _content(raw: bool, whole: bool = True) -> Any:
    """The document or the card of an item, parsed or as JSON text."""
    content = F("document" if whole else "card")
    return Cast(content, TextField()) if raw else content
