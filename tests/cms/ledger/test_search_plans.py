"""How PostgreSQL finds things among thousands: by index, never by reading a big table from end to end."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cms.access import PUBLIC
from cms.ledger import search
from cms.ledger.document import ItemType, Texts
from cms.ledger.models import Facet, Item
from cms.ledger.paging import PageRequest
from cms.ledger.selectors import ItemFilter, Order, list_items, resolve_path

COUNT = 3000
BIG = ("newsroom_ledger_item", "newsroom_ledger_searchentry", "newsroom_ledger_facet")
pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "postgresql", reason="plans are PostgreSQL's"),
]


@pytest.fixture
def thousands(db):
    """Releases of one newsroom, all with words, a tenth of them with a tag."""
    began = datetime(2020, 1, 1, tzinfo=UTC)

    def item(number, **fields):
        return Item(
            source_type="test", source_id=number, slug=f"item-{number}", locale="sv", state="USABLE", version=1,
            seq=number, published_at=began + timedelta(hours=number), updated_at=began + timedelta(hours=number),
            card={"title": "t"}, document={"title": "t"}, **fields,
        )  # fmt: skip

    home = item(0, type=ItemType.NEWSROOM)
    home.save()
    items = Item.objects.bulk_create(
        item(n, type=ItemType.RELEASE, kind="NEWS", newsroom=home) for n in range(1, COUNT)
    )
    Facet.objects.bulk_create(
        Facet(item=made, name="tag", value=f"tag-{n % 500}") for n, made in enumerate(items)
    )
    filling = "av verklig längd " * 50
    for number, made in enumerate(items):
        search.index(made, Texts(title=f"rubrik ord{number}", body=f"gemensamt ämne{number % 300} {filling}"))
    with connection.cursor() as cursor:
        cursor.execute("SELECT gin_clean_pending_list('search_vector')")
        cursor.execute("ANALYZE")


def read_whole(ask):
    """The big tables that the statements of `ask` read from end to end."""
    with CaptureQueriesContext(connection) as captured:
        ask()
    whole = set()
    with connection.cursor() as cursor:
        for statement in captured.captured_queries:
            cursor.execute(f"EXPLAIN {statement['sql']}")
            plan = "\n".join(line for (line,) in cursor.fetchall())
            whole |= {table for table in BIG if f"Seq Scan on {table}" in plan}
    return whole


def test_no_list_search_or_path_reads_a_big_table_whole(thousands):
    releases = ItemType.RELEASE
    asked = {
        "list": lambda: list_items(PUBLIC, ItemFilter(type=releases), PageRequest()),
        "kind": lambda: list_items(PUBLIC, ItemFilter(type=releases, kinds=["EVENT"]), PageRequest()),
        "locale": lambda: list_items(PUBLIC, ItemFilter(type=releases, locale="fi"), PageRequest()),
        "pinned": lambda: list_items(
            PUBLIC, ItemFilter(type=releases, pinned=True, newsroom="item-0"), PageRequest()
        ),
        "tag": lambda: list_items(PUBLIC, ItemFilter(type=releases, tag="tag-7"), PageRequest()),
        "path": lambda: resolve_path(PUBLIC, "/item-0/item-77"),
        "people by name": lambda: list_items(
            PUBLIC, ItemFilter(type=ItemType.PERSON), PageRequest(), order=Order.NAME
        ),
    }
    for text in ("ord77", "ord7*", '"gemensamt ämne7"', "gemensamt -ämne7"):
        for order in set(Order) - {Order.NAME}:
            for locale in (None, "sv"):
                asked[f"{text} {order} {locale}"] = lambda text=text, order=order, locale=locale: list_items(
                    PUBLIC, ItemFilter(type=releases, locale=locale), PageRequest(), search=text, order=order
                )
    assert {name: read for name, ask in asked.items() if (read := read_whole(ask))} == {}
