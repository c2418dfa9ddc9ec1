"""A newsroom with thousands of items closes whole, and one statement writes many of them."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cms.ledger.models import Edition, Facet, Item
from cms.newsroom.models import NewsroomPage

pytestmark = pytest.mark.django_db

MANY = 10_000


def fill(newsroom: NewsroomPage, count: int) -> None:
    """Items in the newsroom as publishing leaves them; there is no need for their pages here."""
    home, now = Item.objects.get(source_type="page", source_id=newsroom.pk), timezone.now()
    items = [
        Item(
            uid=uuid4(),
            source_type="page",
            source_id=1_000_000 + number,
            type="RELEASE",
            newsroom=home,
            locale="en",
            slug=f"release-{number}",
            title="A release",
            state="USABLE",
            version=1,
            seq=100 + number,
            digest="0" * 64,
            published_at=now,
            updated_at=now,
            card={"id": number},
            document={"id": number},
        )
        for number in range(count)
    ]
    Item.objects.bulk_create(items, batch_size=1000)
    Facet.objects.bulk_create([Facet(item=item, name="tag", value="wind") for item in items], batch_size=1000)


def close(newsroom: NewsroomPage, count: int) -> int:
    """Close a newsroom with so many items; how many statements that took."""
    fill(newsroom, count)
    page = NewsroomPage.objects.get(pk=newsroom.pk)
    with CaptureQueriesContext(connection) as queries:
        page.unpublish()
        return len(queries)


def test_a_newsroom_of_ten_thousand_closes_whole(newsroom: NewsroomPage) -> None:
    close(newsroom, MANY)
    withdrawn = Edition.objects.filter(action="WITHDRAWN").order_by("seq")
    assert withdrawn.count() == MANY + 1
    assert [edition.item.type for edition in withdrawn[:2]] == ["NEWSROOM", "RELEASE"]
    assert Item.objects.filter(state="USABLE").count() == 0
    last = Item.objects.order_by("seq").last()
    assert last is not None
    assert (last.version, last.document, last.title) == (2, None, "")
    assert Edition.objects.get(seq=last.seq).item_id == last.uid
    assert not Facet.objects.exists()


def test_one_statement_writes_many_items(newsroom: NewsroomPage, second_newsroom: NewsroomPage) -> None:
    few = close(newsroom, 10)
    Item.objects.filter(source_id__gte=1_000_000).update(source_type="gone")
    more = close(second_newsroom, 400)
    assert few <= more <= few + 400 / 50  # rows are written by the hundred
