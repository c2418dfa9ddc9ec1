"""Where editions stand: written with them, known of what was there before, and read by no page."""

from __future__ import annotations

from importlib import import_module

import pytest
from django.apps import apps

from cms.ledger.models import Edition, Item
from cms.newsroom.models import Topic
from cms.syndication.cursors import Phase, Position, position_of
from cms.syndication.models import Placement, PlacementTopic
from cms.syndication.services.placing import _is_ai


def placements():
    fields = ("edition", "before", "type", "kind", "newsroom_id", "locale", "ai_generated")
    topics = set(PlacementTopic.objects.values_list("placement", "topic_id"))
    return list(Placement.objects.order_by("pk").values_list(*fields)), topics


@pytest.mark.django_db
def test_each_edition_is_placed_and_what_was_there_is_placed_alike(
    newsroom, second_newsroom, make_release, make_asset_page, topic
):
    below = Topic.objects.create(name="Offshore", slug="offshore", parent=topic, locale=newsroom.locale)
    release = make_release("Release", kind="NEWS", topics=[below])
    make_asset_page("Mast")
    release.move(second_newsroom, pos="last-child")
    release.refresh_from_db()
    release.unpublish()
    release.save_revision().publish()
    item = Item.objects.get(source_type="page", source_id=release.pk)
    homes = [
        str(each)
        for each in Item.objects.filter(type="NEWSROOM").order_by("seq").values_list("pk", flat=True)
    ]
    found = Placement.objects.filter(edition__item=item).order_by("pk")
    assert [(row.type, row.kind, str(row.newsroom_id) in homes) for row in found] == [
        ("RELEASE", "NEWS", True),
        ("RELEASE", "NEWS", True),
        ("", "", False),
        ("RELEASE", "NEWS", True),
    ]
    assert found[0].newsroom_id != found[1].newsroom_id == found[3].newsroom_id
    seqs = [row.pk for row in found]
    assert [row.before_id for row in found] == [None, seqs[0], seqs[1], None]
    assert set(found[0].topics.values_list("topic_id", flat=True)) == {topic.uid, below.uid}
    made = placements()
    assert len(made[0]) == Edition.objects.count()
    PlacementTopic.objects.all().delete()
    Placement.objects.all().delete()
    import_module("cms.syndication.migrations.0002_place_what_is_there").place_editions(apps, None)
    assert placements() == made


def test_files_that_ai_made_are_known():
    for document, expected in (
        ({"type": "ASSET", "ai_generated": True}, True),
        ({"type": "ASSET", "ai_generated": False}, False),
        ({"type": "CONTRIBUTION", "file": {"ai_generated": True}}, True),
        ({"type": "CONTRIBUTION", "file": {"ai_generated": False}}, False),
        ({"type": "RELEASE", "hero": {"ai_generated": True}}, False),
    ):
        assert _is_ai(document) is expected


def test_a_cursor_is_read_as_it_was_written():
    for position in (Position(Phase.SNAPSHOT, 9, 3, "mark"), Position(Phase.DELTAS, 3, 9, "mark")):
        assert position_of(str(position), mark="mark", newest=9) == position
