"""Reading what happened in public, in order: a snapshot to begin with, and every edition since. Two small statements a page.

What a reader has in its scope is shown as it is. What leaves the scope is withdrawn from it, and nothing tells where it went.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.db.models import (
    BigIntegerField,
    BooleanField,
    Case,
    Exists,
    F,
    OuterRef,
    Q,
    Subquery,
    TextField,
    UUIDField,
    Value,
    When,
)
from django.db.models.functions import Cast, Coalesce

from cms.access import Viewer
from cms.errors import NotFound
from cms.ledger.document import ItemType
from cms.ledger.filters import check_text, known_locale
from cms.ledger.models import Address, Counter, Edition, Facet, Item
from cms.ledger.statements import Parameter, Statement
from cms.syndication.cursors import Phase, Position, mark_of, position_of
from cms.syndication.keys import Joined
from cms.syndication.models import Placement
from cms.syndication.scope import check_asked, cut
from cms.syndication.standing import Shape, Wanted, shape_of, stands

WINDOW = 20_000
"""Editions that a page looks at, however few of them are in the reader's scope."""
LEFT = "This item is no longer part of what you carry."
"""The note of what has left a partner's scope and is still public elsewhere."""


@dataclass(frozen=True, slots=True)
class Filters:
    """What a reader asks for, in the words of the wire. None and empty mean: all."""

    newsroom: str | None = None
    """Slug of the newsroom, or a former one."""
    types: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    topic: UUID | None = None
    locale: str | None = None
    """A BCP 47 tag, in any case of letters."""

    def __post_init__(self) -> None:
        check_text(self.newsroom, "newsroom")
        if self.locale is not None:
            object.__setattr__(self, "locale", known_locale(self.locale))


@dataclass(frozen=True, slots=True)
class Asked:
    """A request for changes, checked: what it asks for, from where on, and how far the ledger had got."""

    wanted: Wanted
    position: Position
    newest: int
    changed_at: datetime | None


@dataclass(frozen=True, slots=True)
class Change:
    """An edition as the reader is told of it."""

    seq: int
    action: str
    item: UUID
    type: str
    kind: str
    newsroom: UUID | None
    version: int
    note: str
    issued_at: datetime
    document: str | None
    """JSON text; None for what is withdrawn."""


@dataclass(frozen=True, slots=True)
class ChangePage:
    """A page of changes, and where to go on."""

    rows: Sequence[Change]
    next: Position
    has_more: bool
    is_snapshot: bool
    """Whether it is a page of what there is to begin with, not of what happened since."""


def ask_changes(viewer: Viewer, filters: Filters, after: str | None) -> Asked:
    """Check a request for changes, in one statement.

    Raises `NotFound` (no such newsroom), `Forbidden` (outside the viewer's scope), `InvalidCursor`.
    """
    rows = _state_statement(filters.newsroom is not None, filters.topic is not None).run(
        {"newsroom": filters.newsroom, "topic": str(filters.topic), "topic_id": filters.topic}
    )
    newest, changed_at, newsroom, above = rows[0] if rows else (0, None, None, None)
    scope = viewer.scope
    ancestors = [UUID(uid) for uid in (above or "").split(",") if uid]
    check_asked(
        scope,
        newsroom=filters.newsroom,
        is_my_newsroom=scope.newsrooms is None or newsroom in scope.newsrooms,
        types=filters.types,
        kinds=filters.kinds,
        topics=[] if filters.topic is None else [filters.topic, *ancestors],
        locale=filters.locale,
    )
    if filters.newsroom is not None and newsroom is None:
        raise NotFound(f"No newsroom has the slug {filters.newsroom!r}.", field="newsroom")
    wanted = Wanted(newsroom, filters.types, filters.kinds, filters.topic, filters.locale)
    mark = mark_of(scope, filters)
    if after is None:
        position = Position(Phase.SNAPSHOT, newest, 0, mark)
    else:
        position = position_of(after, mark=mark, newest=newest)
    return Asked(wanted, position, newest, changed_at)


def list_changes(viewer: Viewer, asked: Asked, *, size: int) -> ChangePage:
    """The page that was asked for, in one statement."""
    position = asked.position
    is_snapshot = position.is_snapshot
    last = position.as_of if is_snapshot else asked.newest
    until = min(last, position.seq + WINDOW)
    shape, values = shape_of(viewer.scope, asked.wanted)
    found: Sequence[Sequence[Any]] = []
    if position.seq < until and not shape.is_empty:
        statement = _page_statement(position.phase, shape, size)
        found = statement.run({**values, "after": position.seq, "until": until})
    rows = [_change(columns, viewer) for columns in found[:size]]
    seq = rows[-1].seq if len(found) > size else until
    if is_snapshot and seq == last:
        following = Position(Phase.DELTAS, last, last, position.mark)
        return ChangePage(rows, following, last < asked.newest, is_snapshot)
    following = Position(position.phase, position.as_of, seq, position.mark)
    return ChangePage(rows, following, seq < last, is_snapshot)


def _change(columns: Sequence[Any], viewer: Viewer) -> Change:
    seq, action, item, version, note, issued_at, is_shown, text, *standing = columns
    type_, kind, newsroom, was_type, was_kind, was_newsroom = standing
    if is_shown:
        return Change(
            seq, action, item, type_, kind, newsroom, version, note, issued_at, cut(text, viewer.scope)
        )
    note = note if action == Edition.Action.WITHDRAWN else LEFT
    action = Edition.Action.WITHDRAWN.value
    return Change(seq, action, item, was_type, was_kind, was_newsroom, version, note, issued_at, None)


@lru_cache(maxsize=256)
def _page_statement(phase: Phase, shape: Shape, size: int) -> Statement:
    given = {name: Parameter(name, BigIntegerField()) for name in ("after", "until")}
    rows = Placement.objects.filter(edition_id__gt=given["after"], edition_id__lte=given["until"])
    values = shape.parameters()
    shown = stands(values, shape.asset_use)
    if phase is Phase.SNAPSHOT:
        rows = rows.filter(shown, edition__item__state=Item.State.USABLE, edition__item__seq=F("edition_id"))
    else:
        rows = rows.filter(shown | stands(values, shape.asset_use, "before__"))
    document = Cast("edition__document", TextField())
    columns = rows.annotate(
        is_shown=Case(When(shown, then=Value(True)), default=Value(False), output_field=BooleanField()),
        text=Case(When(shown & ~_withdrawn_since(), then=document), default=None, output_field=TextField()),
    )
    edition = ("edition_id", "edition__action", "edition__item_id", "edition__version")
    shown_as = ("edition__note", "edition__issued_at", "is_shown", "text")
    standing = ("type", "kind", "newsroom_id")
    names = (*edition, *shown_as, *standing, *(f"before__{name}" for name in standing))
    return Statement(columns.order_by("edition_id").values_list(*names)[: size + 1])


def _withdrawn_since() -> Q:
    """That the item of an edition was withdrawn after it: what it showed then is shown to nobody again."""
    tombstones = Edition.objects.filter(
        item=OuterRef("edition__item"), action=Edition.Action.WITHDRAWN, seq__gt=OuterRef("edition_id")
    )
    return Q(Exists(tombstones))


@lru_cache
def _state_statement(has_newsroom: bool, has_topic: bool) -> Statement:
    """The last edition's number and time; the id of the newsroom asked for; the topics above the one asked for."""
    issued_at = Edition.objects.filter(seq=OuterRef("value")).values("issued_at")
    newsroom: Any = Value(None, output_field=UUIDField())
    above: Any = Value(None, output_field=TextField())
    if has_newsroom:
        slug = Parameter("newsroom", TextField())
        named = Item.objects.filter(type=ItemType.NEWSROOM, slug=slug).order_by("state", "-updated_at")
        former = Address.objects.filter(newsroom_slug=slug, slug="").values("item_id")
        newsroom = Coalesce(Subquery(named.values("uid")[:1]), Subquery(former[:1]), output_field=UUIDField())
    if has_topic:
        item = Parameter("topic_id", UUIDField())
        names = Facet.objects.filter(item=item, name="topic").order_by().values("name")
        above = Subquery(names.annotate(all=Joined("value")).values("all"))
    counters = Counter.objects.filter(name=Counter.SEQ)
    return Statement(counters.values_list("value", Subquery(issued_at), newsroom, above))
