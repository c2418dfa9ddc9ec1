"""Reading which items show a file, for many files at once. Lists of the items that show one are in `selectors.py`."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.db.models import IntegerField, TextField, Window
from django.db.models.functions import RowNumber

from cms.access import Viewer
from cms.ledger.document import ItemType
from cms.ledger.models import Facet, Item
from cms.ledger.rows import COLUMNS, Row
from cms.ledger.statements import Parameter, Statement


def items_showing(
    viewer: Viewer, files: Collection[UUID], *, type: ItemType, first: int, whole: bool = False
) -> dict[UUID, list[Row]]:
    """The public items of a type that show each of `files`: the newest `first` of each, in one query."""
    found: dict[UUID, list[Row]] = {file: [] for file in files}
    if files:
        given: dict[str, Any] = {f"file{number}": str(file) for number, file in enumerate(files)}
        given |= {"type": type, "first": first}
        for file, *columns, _rank in _statement(len(files), whole).run(given):
            found[UUID(file)].append(Row(*columns))
    return found


@lru_cache
def _statement(count: int, whole: bool) -> Statement:
    files: list[Any] = [Parameter(f"file{number}", TextField()) for number in range(count)]
    newest = ("-item__published_at", "-item__uid")
    shown = Facet.objects.filter(
        name="file", value__in=files, item__type=Parameter("type", TextField()), item__state=Item.State.USABLE
    ).annotate(rank=Window(RowNumber(), partition_by="value", order_by=newest))
    columns = [f"item__{name}" for name in (*COLUMNS, "document" if whole else "card")]
    rows = shown.filter(rank__lte=Parameter("first", IntegerField())).order_by("value", *newest)
    return Statement(rows.values_list("value", *columns, "rank"))
