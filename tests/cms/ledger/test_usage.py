"""Which items show a file: the newest of each of many files, in one statement."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from cms.access import PUBLIC
from cms.ledger.document import ItemType
from cms.ledger.models import Facet, Item
from cms.ledger.usage import items_showing

pytestmark = pytest.mark.django_db
EPOCH = datetime(2026, 1, 1, tzinfo=UTC)


def make(number: int, *files: UUID, type: ItemType = ItemType.RELEASE, **fields: Any) -> Item:
    """An item of the hour `number` that shows `files`."""
    at = EPOCH + timedelta(hours=number)
    item = Item.objects.create(
        source_type="test",
        source_id=Item.objects.count() + 1,
        type=type,
        locale="sv",
        version=1,
        published_at=at,
        updated_at=at,
        card={"n": number},
        document={"n": number, "whole": True},
        **{"state": Item.State.USABLE, "slug": f"{type}-{number}", "seq": number} | fields,
    )
    Facet.objects.bulk_create(Facet(item=item, name="file", value=str(file)) for file in files)
    return item


def shown(files: list[UUID], *, first: int = 10, **options: Any) -> list[list[int]]:
    found = items_showing(PUBLIC, files, type=ItemType.RELEASE, first=first, **options)
    assert list(found) == files
    return [[row.content["n"] for row in found[file]] for file in files]


def test_the_newest_items_of_each_file_are_found(django_assert_num_queries):
    one, two, three = uuid4(), uuid4(), uuid4()
    for number in range(5):
        make(number, one)
    make(7, one, two)
    make(8, one, type=ItemType.PRESS_KIT)
    make(9, one, state=Item.State.WITHDRAWN)
    Facet.objects.create(item=make(6), name="topic", value=str(three))
    with django_assert_num_queries(1):
        assert shown([one, two, three]) == [[7, 4, 3, 2, 1, 0], [7], []]
    assert shown([two, one], first=2) == [[7], [7, 4]]
    assert shown([three]) == [[]]


def test_rows_are_cards_or_whole_documents():
    file = uuid4()
    item = make(1, file)
    (card,) = items_showing(PUBLIC, [file], type=ItemType.RELEASE, first=1)[file]
    assert (card.uid, card.type, card.version, card.seq) == (item.uid, "RELEASE", 1, 1)
    assert (card.updated_at, card.content) == (item.updated_at, {"n": 1})
    (whole,) = items_showing(PUBLIC, [file], type=ItemType.RELEASE, first=1, whole=True)[file]
    assert whole.content == {"n": 1, "whole": True}


def test_items_of_the_same_moment_are_told_apart_by_their_ids():
    file = uuid4()
    uids = sorted((make(1, file, seq=number, slug=str(number)).uid for number in range(6)), reverse=True)
    found = items_showing(PUBLIC, [file], type=ItemType.RELEASE, first=4)[file]
    assert [row.uid for row in found] == uids[:4]


def test_no_files_ask_nothing(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert items_showing(PUBLIC, [], type=ItemType.RELEASE, first=10) == {}
