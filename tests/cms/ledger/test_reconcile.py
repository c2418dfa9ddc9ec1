"""Comparing pages and ledger: whatever has come apart is put together, and nothing else is touched."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, PageViewRestriction

from cms.access import PUBLIC
from cms.ledger.models import Address, Edition, Facet, Item
from cms.ledger.reconcile import reconcile
from cms.ledger.selectors import resolve_path
from cms.newsroom.models import NewsroomPage, Person
from cms.releases.models import ReleaseContact, ReleasePage
from tests.items import item_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("quick", [True, False])
def test_bulk_update_of_live(make_release, new_editions, quick):
    gone, kept = make_release("Gone"), make_release("Kept")
    come = make_release("Come", publish=False)
    new_editions()
    Page.objects.filter(pk=gone.pk).update(live=False)
    Page.objects.filter(pk=come.pk).update(live=True)
    found = reconcile(quick=quick)
    assert new_editions() == [("WITHDRAWN", "gone"), ("ISSUED", "come")]
    assert found.editions == 2
    assert item_of(kept).version == 1
    assert reconcile(quick=quick).editions == 0


def test_bulk_update_of_content_is_found_by_the_full_comparison(make_release, new_editions):
    page = make_release()
    new_editions()
    Page.objects.filter(pk=page.pk).update(title="Newer turbines")
    reconcile(quick=True)
    assert new_editions() == []
    reconcile()
    assert new_editions() == [("REFRESHED", "new-turbines")]


def test_swapped_slugs(make_release, new_editions):
    first, second = make_release("First"), make_release("Second")
    new_editions()
    for page, slug in ((first, "third"), (second, "first"), (first, "second")):
        Page.objects.filter(pk=page.pk).update(slug=slug)
    reconcile()
    assert sorted(new_editions()) == [("REFRESHED", "first"), ("REFRESHED", "second")]
    assert resolve_path(PUBLIC, "/norrvind/first").row.uid == item_of(second).uid
    assert resolve_path(PUBLIC, "/norrvind/second").row.uid == item_of(first).uid


def test_a_page_whose_row_went_without_a_word(make_release, new_editions):
    page = make_release()
    new_editions()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE wagtailcore_page SET live = %s WHERE id = %s", [False, page.pk])
    Item.objects.filter(source_id=page.pk, source_type="page").update(source_id=99_999)
    reconcile(quick=True)
    assert new_editions() == [("WITHDRAWN", "new-turbines")]
    assert Edition.objects.last().note == "The publisher has removed this item."


def test_newsroom_closed_and_opened_by_bulk_update(newsroom, make_release, new_editions):
    make_release("First")
    new_editions()
    Page.objects.filter(pk=newsroom.pk).update(live=False)
    reconcile(quick=True)
    assert new_editions() == [("WITHDRAWN", "norrvind"), ("WITHDRAWN", "first")]
    reconcile(quick=True)
    assert new_editions() == []
    Page.objects.filter(pk=newsroom.pk).update(live=True)
    reconcile(quick=True)
    assert new_editions() == [("ISSUED", "norrvind"), ("ISSUED", "first")]


def test_page_moved_without_a_word(make_release, second_newsroom, new_editions):
    page = make_release()
    Item.objects.filter(pk=item_of(page).pk).update(newsroom=Item.objects.get(slug="sydvind"))
    new_editions()
    reconcile(quick=True)
    assert item_of(page).newsroom.slug == "norrvind"
    assert new_editions() == []


def test_facets_cards_and_search_entries_are_repaired(make_release, topic, new_editions):
    page = make_release(topics=[topic])
    item = item_of(page)
    card = item.card
    new_editions()
    Facet.objects.filter(item=item, name="topic").update(value="6a3f4a0e-7d0b-4d65-9a64-0a4f6f9b4b11")
    Item.objects.filter(pk=item.pk).update(card={}, title="", slug="elsewhere")
    assert reconcile().failed == {}
    item.refresh_from_db()
    assert (item.card, item.title, item.slug) == (card, "New turbines", "new-turbines")
    assert set(item.facets.values_list("name", "value")) == {("topic", str(topic.uid))}
    assert new_editions() == []


def test_people_and_topics(make_release, person, topic, new_editions):
    make_release(topics=[topic], contacts=[ReleaseContact(person=person)])
    other = Person.objects.create(name="Bo Ek", locale=person.locale)
    Person.objects.filter(pk=other.pk).update(public=True)
    Facet.objects.filter(name="topic").delete()
    Item.objects.filter(source_type="newsroom.person").update(state="WITHDRAWN")
    new_editions()
    reconcile(quick=True)
    assert sorted(new_editions()) == [("ISSUED", "PERSON"), ("ISSUED", "PERSON"), ("WITHDRAWN", "wind-power")]
    reconcile()
    assert new_editions() == [("ISSUED", "wind-power")]


def test_aliases(make_release, second_newsroom, new_editions):
    page = make_release()
    page.create_alias(parent=second_newsroom, update_slug="mirror")
    new_editions()
    Address.objects.all().delete()
    reconcile(quick=True)
    assert resolve_path(PUBLIC, "/sydvind/mirror").moved_to == "/norrvind/new-turbines"
    Page.objects.filter(slug="mirror").update(live=False)
    reconcile(quick=True)
    assert list(Address.objects.all()) == []
    assert new_editions() == []


def test_quick_comparison_builds_no_document_of_what_stands(make_release, second_newsroom, monkeypatch):
    make_release("Open")
    make_release("Under a restriction")
    PageViewRestriction.objects.create(
        page=Page.objects.get(slug="under-a-restriction"), restriction_type="login"
    )
    second_newsroom.add_child(instance=ReleasePage(title="In a closed newsroom", live=True))
    NewsroomPage.objects.get(pk=second_newsroom.pk).unpublish()
    with CaptureQueriesContext(connection) as few:
        assert reconcile(quick=True).settled == []
    for number in range(5):
        make_release(f"Open {number}")
    with CaptureQueriesContext(connection) as more:
        assert reconcile(quick=True).settled == []
    assert len(more) == len(few) <= 15


def test_what_cannot_be_settled_is_told_and_the_rest_goes_on(make_release, new_editions, monkeypatch, capsys):
    broken, fine = make_release("Broken", publish=False), make_release("Fine", publish=False)
    Page.objects.filter(pk__in=[broken.pk, fine.pk]).update(live=True)
    document = ReleasePage.document

    def fail(self, envelope):
        if self.pk == broken.pk:
            raise RuntimeError("The body cannot be read.")
        return document(self, envelope)

    monkeypatch.setattr(ReleasePage, "document", fail)
    with pytest.raises(CommandError, match="1 could not be settled"):
        call_command("reconcile_ledger", "--quick")
    assert f"Could not settle page {broken.pk}: The body cannot be read." in capsys.readouterr().err
    assert new_editions() == [("ISSUED", "fine")]


def test_original_dates_are_kept(make_release):
    page = make_release(first_published_at=datetime(2009, 5, 1, tzinfo=UTC))
    reconcile()
    assert item_of(page).published_at == datetime(2009, 5, 1, tzinfo=UTC)
