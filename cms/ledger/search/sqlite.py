"""Search on SQLite: an FTS5 table beside the entries. It knows no stems; everything else is as on PostgreSQL."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any
from uuid import UUID

from django.db import connection

from cms.ledger.document import Texts
from cms.ledger.models import Item, SearchEntry
from cms.ledger.search.passages import TEXT_LIMIT
from cms.ledger.search.query import Query, Term
from cms.ledger.search.words import clean, fold, indexed

WEIGHTS = "0, 10, 4, 2, 1"
"""Of the columns: item, title, lead, names, body. PostgreSQL's default weights, times ten."""


def index(item: Item, texts: Texts) -> None:
    """Make the item findable by its words, in place of those it had."""
    shown = clean(f"{texts.lead} {texts.body}".strip()[:TEXT_LIMIT])
    parts = [indexed(fold(clean(part))) for part in (texts.title, texts.lead, texts.names, texts.body)]
    SearchEntry.objects.update_or_create(item=item, defaults={"text": shown, "folded": fold(shown)})
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM newsroom_ledger_words WHERE rowid = %s", [_rowid(item.pk)])
        cursor.execute(
            "INSERT INTO newsroom_ledger_words (rowid, item, title, lead, names, body) VALUES (%s, %s, %s, %s, %s, %s)",
            [_rowid(item.pk), item.pk.hex, *parts],
        )


def remove(uids: Collection[UUID]) -> None:
    """Make the items unfindable."""
    SearchEntry.objects.filter(item__in=uids).delete()
    with connection.cursor() as cursor:
        rows = [[_rowid(uid)] for uid in uids]
        cursor.executemany("DELETE FROM newsroom_ledger_words WHERE rowid = %s", rows)


def hits_sql(query: Query, locale: str | None) -> tuple[str, list[Any]]:
    """SQL for the items found: `item_id` and `rank` (greater is better), and its parameters."""
    sql = f"""
        SELECT item AS item_id, -bm25(newsroom_ledger_words, {WEIGHTS}) AS rank
        FROM newsroom_ledger_words WHERE newsroom_ledger_words MATCH %s"""  # nosec B608 # weights from here
    return sql, [_match(query)]


HIT_COLUMNS = "item_id"
MARKED = "NULL"
"""Nothing is found but what stands in the text as it is."""


def _match(query: Query) -> str:
    """The query in the language of FTS5."""
    wanted = " AND ".join(_term(term) for term in query.wanted)
    return f"({wanted})" + "".join(f" NOT {_term(term)}" for term in query.excluded)


def _term(term: Term) -> str:
    together = " ".join(term.pieces)
    return f'"{together}" *' if term.prefix else f'"{together}"'


def _rowid(uid: UUID) -> int:
    """The row of an item in the FTS5 table: the 62 random bits at the end of its id."""
    return uid.int & (2**62 - 1)
