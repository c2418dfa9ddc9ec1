"""What the filters of a list select: the one place where a filter becomes a condition on items.

What does not live here: what a filter is (`filters.py`), and lists themselves (`selectors.py`).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import (
    BooleanField,
    DateTimeField,
    Exists,
    Field,
    Func,
    OuterRef,
    Q,
    QuerySet,
    TextField,
    UUIDField,
)

from cms.ledger.document import ItemType
from cms.ledger.filters import ItemFilter
from cms.ledger.models import Facet, Item

FACETS = ("topic", "tag", "person", "asset", "file", "release", "subject")
FIELDS: dict[str, Field[Any, Any]] = {
    **dict.fromkeys(("newsroom", "slug", "locale", "kind", *FACETS), TextField()),
    **dict.fromkeys(("published_from", "published_before", "updated_since", "key"), DateTimeField()),
    "name_key": TextField(),
    "pinned": BooleanField(),
    "uid": UUIDField(),
}
"""What the values of a list's filters and cursor are to the database."""


def given_of(wanted: ItemFilter) -> dict[str, Any]:
    """The values that select, by the names in `FIELDS`; several kinds are `kind0`, `kind1` and so on."""
    values = {
        "newsroom": wanted.newsroom,
        "slug": wanted.slug,
        "locale": wanted.locale,
        "pinned": wanted.pinned,
        "published_from": wanted.published_from,
        "published_before": wanted.published_before,
        "updated_since": wanted.updated_since,
        "topic": str(wanted.topic) if wanted.topic else None,
        "tag": wanted.tag.casefold() if wanted.tag is not None else None,
        "person": str(wanted.person) if wanted.person else None,
        "asset": wanted.asset_type,
        "file": str(wanted.file) if wanted.file else None,
        "release": str(wanted.release) if wanted.release else None,
        "subject": str(wanted.subject) if wanted.subject else None,
        **{f"kind{number}": str(kind) for number, kind in enumerate(sorted(set(wanted.kinds)))},
    }
    return {name: value for name, value in values.items() if value is not None}


def matching(type_: ItemType, given: Mapping[str, Any]) -> QuerySet[Item]:
    """The public items of a type that `given` (values, or parameters of a statement, see `FIELDS`) selects."""
    items = Item.objects.filter(state=Item.State.USABLE, type=type_)
    columns = {
        "slug": "slug",
        "locale": "locale",
        "pinned": "pinned",
        "published_from": "published_at__gte",
        "published_before": "published_at__lt",
        "updated_since": "updated_at__gte",
    }
    items = items.filter(**{column: given[name] for name, column in columns.items() if name in given})
    kinds = [value for name, value in given.items() if name.startswith("kind")]
    if kinds:
        items = items.filter(kind=kinds[0]) if len(kinds) == 1 else items.filter(kind__in=kinds)
    for name in FACETS:
        if name in given:
            items = items.filter(
                Exists(Facet.objects.filter(item=OuterRef("pk"), name=name, value=given[name]))
            )
    return _in_newsroom(items, type_, given["newsroom"]) if "newsroom" in given else items


def _in_newsroom(items: QuerySet[Item], type_: ItemType, slug: Any) -> QuerySet[Item]:
    """Items of the newsroom; for people and topics, which belong to all: those that its items name."""
    newsroom = Item.objects.filter(type=ItemType.NEWSROOM, slug=slug, state=Item.State.USABLE).values("uid")[
        :1
    ]
    if type_ not in (ItemType.PERSON, ItemType.TOPIC):
        return items.filter(newsroom=newsroom)
    names = Facet.objects.filter(
        Q(item__newsroom=newsroom) | Q(item=newsroom), name=type_.lower(), value=UidText(OuterRef("pk"))
    )
    return items.filter(Exists(names))


class UidText(Func):
    """An item's uid as facets hold it: text with hyphens, which SQLite stores without."""

    template = "%(expressions)s::text"
    output_field = TextField()

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> Any:
        parts = " || '-' || ".join(f"substr(%(expressions)s, {at}, {n})" for at, n in _UID_PARTS)
        return self.as_sql(compiler, connection, template=parts, **context)


_UID_PARTS = ((1, 8), (9, 4), (13, 4), (17, 4), (21, 12))


def beyond(key_field: str, key: Any, uid: Any, before: bool) -> Q:
    """The rows that come after (key, uid) in the order walked; values, or parameters of a statement."""
    side = "lt" if before else "gt"
    same_key = Q(**{key_field: key, f"uid__{side}": uid})
    return Q(**{f"{key_field}__{'lte' if before else 'gte'}": key}) & (
        Q(**{f"{key_field}__{side}": key}) | same_key
    )
