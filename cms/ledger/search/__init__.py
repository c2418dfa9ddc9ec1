"""Full-text search over items: one function to index and one to query, per database.

What is typed is parsed in `query`, words are made in `words`, snippets in `passages`; `postgresql` and `sqlite` hold
what differs. A page of hits is one statement, snippets included.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from datetime import UTC, datetime
from types import ModuleType
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import connection
from django.db.models.expressions import RawSQL
from django.utils.dateparse import parse_datetime

from cms.ledger.document import Texts
from cms.ledger.models import Item
from cms.ledger.paging import PageOf, PageRequest, decode_cursor, encode_cursor, page_of
from cms.ledger.rows import Row
from cms.ledger.search import postgresql, sqlite
from cms.ledger.search.passages import snippet
from cms.ledger.search.query import Query, parse

if TYPE_CHECKING:
    from django.db.models import QuerySet

RELEVANCE = "RELEVANCE"
RELEVANCE_LIMIT = 200
"""How many hits an order by relevance has."""


def index(item: Item, texts: Texts) -> None:
    """Make the item findable by its words, in place of those it had. Part of the transaction around it."""
    _database().index(item, texts)


def remove(uids: Collection[UUID]) -> None:
    """Make the items unfindable. Part of the transaction around it."""
    _database().remove(uids)


def matching(items: QuerySet[Item], text: str, locale: str | None) -> QuerySet[Item]:
    """Those of `items` in which the words of `text` are found. Raises `InvalidInput` as `query.parse` does."""
    query = parse(text)
    if not query.wanted:
        return items.none()
    sql, parameters = _database().hits_sql(query, locale)
    hits = RawSQL(f"SELECT item_id FROM ({sql}) AS hits", parameters)  # nosec B608, B611 # values are bound
    return items.filter(pk__in=hits)


def search_page(
    items: QuerySet[Item],
    text: str,
    locale: str | None,
    order: str,
    page: PageRequest,
    *,
    name: str,
    key_field: str = "published_at",
    descending: bool = True,
    whole: bool,
    raw: bool,
) -> PageOf[Row]:
    """A page of the hits among `items`, with snippets; in one statement.

    `name` is that of the list in its cursors. By relevance: the best 200, by rank and id. Else `items` are ordered by `key_field`, and hold no rows but those
    beyond the page's cursor.
    """
    query = parse(text)
    if not query.wanted:
        return page_of([], page)
    downward = descending != page.backward
    hits, parameters = _hits(items, query, locale, order, page, name, key_field, downward)
    sign = "DESC" if downward else "ASC"
    sql = f"""
        WITH hits AS MATERIALIZED ({hits})
        SELECT item.uid, item.type, item.version, item.seq, item.updated_at, item.{"document" if whole else "card"}, hits.key,
            entry.text, entry.folded, {_database().MARKED}
        FROM hits
        JOIN newsroom_ledger_item item ON item.uid = hits.item_id
        JOIN newsroom_ledger_searchentry entry ON entry.item_id = hits.item_id
        ORDER BY hits.key {sign}, hits.item_id {sign}"""  # nosec B608 # names and fragments from here; values are bound
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        found = [_row(columns, query, name, key_field, raw) for columns in cursor.fetchall()]
    return page_of(found, page)


def _hits(
    items: QuerySet[Item],
    query: Query,
    locale: str | None,
    order: str,
    page: PageRequest,
    name: str,
    key_field: str,
    downward: bool,
) -> tuple[str, list[Any]]:
    """SQL for what a page shows and the row after it: `item_id`, `key`, and what marks need; with its parameters."""
    matches, parameters = _database().hits_sql(query, locale)
    among, values = items.order_by().values("uid").query.sql_with_params()
    sign = "DESC" if downward else "ASC"
    columns = _database().HIT_COLUMNS
    if order != RELEVANCE:
        sql = f"""
            SELECT {columns}, item.{key_field} AS key FROM ({matches}) found
            JOIN newsroom_ledger_item item ON item.uid = found.item_id WHERE item.uid IN ({among})
            ORDER BY item.{key_field} {sign}, item.uid {sign} LIMIT %s"""  # nosec B608 # names and fragments from here; values are bound
        return sql, [*parameters, *values, page.size + 1]
    sql = f"""
        SELECT {columns}, key FROM (
            SELECT {columns}, rank AS key FROM ({matches}) found WHERE item_id IN ({among})
            ORDER BY rank DESC, item_id DESC LIMIT {RELEVANCE_LIMIT}
        ) found"""  # nosec B608 # names and fragments from here; values are bound
    parameters += values
    if page.cursor is not None:
        rank, uid = decode_cursor(page.cursor, name, float)
        side = "<" if downward else ">"
        sql += f" WHERE key {side} %s OR (key = %s AND item_id {side} %s)"
        parameters += [rank, rank, Item._meta.pk.get_db_prep_value(uid, connection)]
    return f"{sql} ORDER BY key {sign}, item_id {sign} LIMIT %s", [*parameters, page.size + 1]


def _row(columns: tuple[Any, ...], query: Query, name: str, key_field: str, raw: bool) -> tuple[Row, str]:
    """A row of the statement as a row of the page, with its cursor."""
    uid, type_, version, seq, updated_at, content, key, text, folded, marked = columns
    row = Row(
        uid=uid if isinstance(uid, UUID) else UUID(uid),
        type=type_,
        version=version,
        seq=seq,
        updated_at=_moment(updated_at),
        content=content if raw else json.loads(content),
        snippet=snippet(text, folded, query, marked),
    )
    is_key = isinstance(key, float) or key_field == "name_key"
    return row, encode_cursor(name, key if is_key else _moment(key), row.uid)


def _moment(value: Any) -> datetime:
    """A time as it comes from a statement of our own: SQLite gives text, or a time without a zone."""
    moment = value if isinstance(value, datetime) else parse_datetime(value)
    if moment is None:
        raise ValueError(f"{value!r} is no time.")
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _database() -> ModuleType:
    return postgresql if connection.vendor == "postgresql" else sqlite
