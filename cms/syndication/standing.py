"""Which editions stand in a scope and fit what was asked for, as conditions on their placements.

A condition is built of a `Shape` alone, with a parameter wherever a value varies, so that its statement is compiled once.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Exists, F, Field, OuterRef, Q, QuerySet, TextField, UUIDField

from cms.access import Scope, Viewer
from cms.errors import Forbidden
from cms.ledger.statements import Parameter
from cms.syndication.models import AssetUse, Placement, PlacementTopic
from cms.syndication.scope import MADE_OF_FILES, check_newsroom


@dataclass(frozen=True, slots=True)
class Carried:
    """The items of a scope, as queries of their ids; None: all."""

    told: QuerySet[Any, Any] | None
    """Those that were ever in it: what is on them is told of."""
    now: QuerySet[Any, Any] | None
    """Those that are in it now: what is on them is shown."""


FIELDS: dict[str, Field[Any, Any]] = {
    "newsroom": UUIDField(),
    "kind": TextField(),
    "topic": UUIDField(),
    "locale": TextField(),
    "asked_newsroom": UUIDField(),
    "asked_type": TextField(),
    "asked_kind": TextField(),
    "asked_topic": UUIDField(),
    "asked_locale": TextField(),
}
"""What the values of scopes and filters are to the database."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What of the changes a reader asks for. None and empty mean: all."""

    newsroom: UUID | None = None
    types: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    topic: UUID | None = None
    locale: str | None = None


@dataclass(frozen=True, slots=True)
class Shape:
    """What makes the SQL of a condition: how many values there are of each kind; None where there is no condition."""

    counts: tuple[tuple[str, int], ...]
    asset_use: str

    def parameters(self) -> dict[str, list[Any]]:
        """The parameters of each condition that is set."""
        return {
            name: [Parameter(f"{name}{number}", FIELDS[name]) for number in range(count)]
            for name, count in self.counts
        }

    @property
    def is_empty(self) -> bool:
        """Whether nothing can stand in it."""
        return any(not count for _name, count in self.counts)


def shape_of(scope: Scope, wanted: Wanted) -> tuple[Shape, Mapping[str, Any]]:
    """The shape of a scope narrowed by what was asked for, and the values of its parameters."""
    given = _given(scope, wanted)
    values = {f"{name}{number}": value for name, all_ in given.items() for number, value in enumerate(all_)}
    return Shape(tuple((name, len(all_)) for name, all_ in given.items()), scope.asset_use), values


def stands(given: Mapping[str, Any], asset_use: str, path: str = "") -> Q:
    """That a placement (that at `path`, such as `before__`) is of something public, in the scope and asked for.

    `given` are values, or parameters of a statement, by the names of `FIELDS`; each that is given has some.
    """
    condition = Q(**{f"{path}type__gt": ""})
    for name, column in COLUMNS.items():
        if name in given:
            condition &= Q(**{f"{path}{column}__in": given[name]})
    if "kind" in given:
        condition &= Q(**{f"{path}kind__in": given["kind"]}) | Q(**{f"{path}type__in": given["kind"]})
    placement = OuterRef(f"{path}pk")
    for name in ("topic", "asked_topic"):
        if name in given:
            filed = PlacementTopic.objects.filter(placement=placement, topic_id__in=given[name])
            condition &= Q(Exists(filed))
    if asset_use == AssetUse.NONE:
        condition &= ~Q(**{f"{path}type__in": MADE_OF_FILES})
    elif asset_use == AssetUse.WITHOUT_AI:
        condition &= Q(**{f"{path}ai_generated": False})
    return condition


def placed(scope: Scope, wanted: Wanted) -> Q | None:
    """That an edition is told of in a scope: it stands there, or the one before did. None: none can."""
    given = _given(scope, wanted)
    if not all(given.values()):
        return None
    return stands(given, scope.asset_use) | stands(given, scope.asset_use, "before__")


def carried_in(scope: Scope) -> Carried | None:
    """The items of a scope; None where the scope holds everything."""
    given = _given(scope, Wanted())
    if not given and scope.asset_use == AssetUse.ALL:
        return None
    told = placed(scope, Wanted()) or Q(pk__in=[])
    rows = Placement.objects.order_by()
    is_current = Q(edition__item__seq=F("edition_id"))
    return Carried(
        told=rows.filter(told).values("edition__item"),
        now=rows.filter(stands_now(scope) & is_current).values("edition__item"),
    )


def commented_in(viewer: Viewer, newsroom: str | None) -> Carried:
    """The items whose comments the viewer may follow; None for both where it may follow all.

    Raises `Forbidden` where the viewer's key is not for comments, or not for the newsroom asked for.
    """
    if not viewer.scope.comments:
        raise Forbidden("Comments are outside the scope of this key.")
    check_newsroom(viewer.scope, newsroom)
    return carried_in(viewer.scope) or Carried(told=None, now=None)


def stands_now(scope: Scope) -> Q:
    """That an edition stands in a scope."""
    given = _given(scope, Wanted())
    return stands(given, scope.asset_use) if all(given.values()) else Q(pk__in=[])


COLUMNS = {
    "newsroom": "newsroom_id",
    "locale": "locale",
    "asked_newsroom": "newsroom_id",
    "asked_type": "type",
    "asked_kind": "kind",
    "asked_locale": "locale",
}
"""The columns in which one of the values must be."""


def _given(scope: Scope, wanted: Wanted) -> dict[str, list[Any]]:
    parts: dict[str, Any] = {
        "newsroom": scope.newsrooms,
        "kind": scope.kinds,
        "topic": scope.topics,
        "locale": scope.locales,
        "asked_newsroom": None if wanted.newsroom is None else [wanted.newsroom],
        "asked_type": wanted.types or None,
        "asked_kind": wanted.kinds or None,
        "asked_topic": None if wanted.topic is None else [wanted.topic],
        "asked_locale": None if wanted.locale is None else [wanted.locale],
    }
    return {name: sorted(set(values)) for name, values in parts.items() if values is not None}
