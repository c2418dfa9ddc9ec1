"""Search on PostgreSQL: a tsvector for each item, made with the text search configuration of its language.

A vector holds, by weight, the stems of the folded words, then the stems of words with diacritics as they are
written (stemmers know `información` but not `informacion`), and the words unstemmed and without places, for prefixes.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any
from uuid import UUID

from django.db import connection

from cms.ledger.document import Texts
from cms.ledger.models import Item, SearchEntry
from cms.ledger.search.passages import TEXT_LIMIT
from cms.ledger.search.query import Query, Term
from cms.ledger.search.words import accented, clean, fold, indexed

PLAIN = "simple"
CONFIGS = {
    "ar": "arabic",
    "ca": "catalan",
    "da": "danish",
    "de": "german",
    "el": "greek",
    "en": "english",
    "es": "spanish",
    "eu": "basque",
    "fi": "finnish",
    "fr": "french",
    "ga": "irish",
    "hi": "hindi",
    "hu": "hungarian",
    "hy": "armenian",
    "id": "indonesian",
    "it": "italian",
    "lt": "lithuanian",
    "nb": "norwegian",
    "ne": "nepali",
    "nl": "dutch",
    "nn": "norwegian",
    "no": "norwegian",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sr": "serbian",
    "sv": "swedish",
    "ta": "tamil",
    "tr": "turkish",
    "yi": "yiddish",
}
"""By language: the configurations that every PostgreSQL from 14 on has."""

INDEXED_BYTES = {"A": 20_000, "B": 40_000, "C": 40_000, "D": 300_000}
"""How much of a text is indexed, by weight: a tsvector holds at most a megabyte."""

_INSERT = """
INSERT INTO newsroom_ledger_searchentry (item_id, config, text, folded, vector)
VALUES (%s, %s, %s, %s,
    setweight(to_tsvector(%s::regconfig, %s), 'A') || setweight(to_tsvector(%s::regconfig, %s), 'B')
    || setweight(to_tsvector(%s::regconfig, %s), 'C') || setweight(to_tsvector(%s::regconfig, %s), 'D')
    || strip(to_tsvector('simple', %s)))
ON CONFLICT (item_id) DO UPDATE
SET config = excluded.config, text = excluded.text, folded = excluded.folded, vector = excluded.vector
"""

_USED = "WHERE EXISTS (SELECT 1 FROM newsroom_ledger_searchentry used WHERE used.config = known.name)"
"""Leaves out the configurations of languages that no item has."""


def config_of(locale: str) -> str:
    """The text search configuration for a locale; `simple`, which knows no stems, for most of the world."""
    return CONFIGS.get(locale.lower().replace("_", "-").partition("-")[0], PLAIN)


def index(item: Item, texts: Texts) -> None:
    """Make the item findable by its words, in place of those it had."""
    config = config_of(item.locale)
    parts = {"A": texts.title, "B": texts.lead, "C": texts.names, "D": texts.body}
    vectors: list[str] = []
    surface = ""
    for weight, part in parts.items():
        words = clean(part)
        plain = _cut(indexed(fold(words)), INDEXED_BYTES[weight])
        with_marks = "" if config == PLAIN else _cut(accented(words), INDEXED_BYTES[weight] // 4)
        surface += "" if config == PLAIN else f" {plain}"
        vectors += [config, f"{plain} {with_marks}"]
    shown = clean(f"{texts.lead} {texts.body}".strip()[:TEXT_LIMIT])
    with connection.cursor() as cursor:
        cursor.execute(_INSERT, [item.pk, config, shown, fold(shown), *vectors, surface])


def remove(uids: Collection[UUID]) -> None:
    """Make the items unfindable."""
    SearchEntry.objects.filter(item__in=uids).delete()


def hits_sql(query: Query, locale: str | None) -> tuple[str, list[Any]]:
    """SQL for the items found: `item_id`, `query` and `rank` (greater is better), and its parameters.

    The rank costs nothing unless it is selected.
    """
    matches, terms = _tsquery(query)
    if locale is None:
        configs, used = sorted({PLAIN, *CONFIGS.values()}), _USED
    else:
        configs, used = [config_of(locale)], ""
    sql = f"""
        SELECT entry.item_id, wanted.query,
            ts_rank(entry.vector, wanted.query, 1)::float8 AS rank
        FROM (SELECT known.name, {matches} AS query FROM unnest(%s::text[]) AS known (name) {used} OFFSET 0) wanted
        JOIN newsroom_ledger_searchentry entry
            ON entry.config = wanted.name AND entry.vector @@ wanted.query"""  # nosec B608 # names and fragments from here; values are bound
    return sql, [*terms, configs]


HIT_COLUMNS = "item_id, query"
MARKED = "ts_headline(entry.config::regconfig, entry.folded, hits.query, 'HighlightAll=true, StartSel=<, StopSel=>')"
"""The folded text of an entry with the words found in `<` and `>`."""


def _tsquery(query: Query) -> tuple[str, list[str]]:
    """The query as an SQL expression over the configuration `known.name`, and its parameters."""
    parts: list[str] = []
    parameters: list[str] = []
    for term in (*query.wanted, *query.excluded):
        sql, values = _term(term)
        parts.append(f"!!({sql})" if term.excluded else f"({sql})")
        parameters += values
    return " && ".join(parts), parameters


def _term(term: Term) -> tuple[str, list[str]]:
    stemmed = "to_tsquery(known.name::regconfig, %s)"
    together = " <-> ".join(term.pieces)
    if term.prefix and len(term.pieces) == 1:
        return f"({stemmed} || to_tsquery('simple', %s))", [together, f"{together}:*"]
    if term.prefix:
        return stemmed, [f"{together}:*"]
    if term.accented:
        return f"({stemmed} || {stemmed})", [together, term.accented]
    return stemmed, [together]


def _cut(text: str, size: int) -> str:
    return text.encode()[:size].decode(errors="ignore")
