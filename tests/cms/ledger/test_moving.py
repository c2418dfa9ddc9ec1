"""Pages that move, are copied or stand at a second address, with the exact editions that makes."""

from __future__ import annotations

import pytest
from django.core.management import call_command
from wagtail.models import Locale, Page, PageViewRestriction

from cms.access import PUBLIC
from cms.errors import NotFound
from cms.ledger.selectors import resolve_path
from cms.newsroom.models import NewsroomPage
from cms.releases.models import ReleaseContact, ReleasePage
from tests.cms.ledger.pages import reason_of
from tests.items import item_of

pytestmark = pytest.mark.django_db


def test_move_to_another_newsroom(make_release, second_newsroom, new_editions, in_background):
    page = make_release()
    new_editions()
    with in_background():
        Page.objects.get(pk=page.pk).move(second_newsroom, pos="last-child")
    assert new_editions() == [("ISSUED", "new-turbines")]
    assert item_of(page).document["path"] == "/sydvind/new-turbines"
    assert resolve_path(PUBLIC, "/norrvind/new-turbines").moved_to == "/sydvind/new-turbines"


def test_move_under_a_restricted_newsroom(make_release, second_newsroom, new_editions):
    PageViewRestriction.objects.create(page=second_newsroom, restriction_type="login")
    page = make_release()
    new_editions()
    ReleasePage.objects.get(pk=page.pk).move(Page.objects.get(pk=second_newsroom.pk), pos="last-child")
    assert new_editions() == [("WITHDRAWN", "new-turbines")]
    assert reason_of(page) == "This item is no longer open to everybody."


def test_slug_change_keeps_the_old_address(make_release, new_editions):
    page = make_release()
    page.slug = "old-turbines"
    page.save_revision().publish()
    assert new_editions() == [("ISSUED", "old-turbines"), ("ISSUED", "old-turbines")]
    assert resolve_path(PUBLIC, "/norrvind/new-turbines").moved_to == "/norrvind/old-turbines"
    page.slug = "new-turbines"
    page.save_revision().publish()
    assert resolve_path(PUBLIC, "/norrvind/new-turbines").moved_to is None
    assert resolve_path(PUBLIC, "/norrvind/old-turbines").moved_to == "/norrvind/new-turbines"


def test_slug_of_a_tombstone_can_be_used_again(make_release):
    make_release().unpublish()
    Page.objects.get(slug="new-turbines").delete()
    second = make_release()
    assert resolve_path(PUBLIC, "/norrvind/new-turbines").row.uid == item_of(second).uid


def test_slug_change_of_a_newsroom(newsroom, make_release, new_editions, in_background):
    make_release()
    newsroom = NewsroomPage.objects.get(pk=newsroom.pk)
    new_editions()
    with in_background():
        newsroom.slug = "nordvind"
        newsroom.save()
    assert new_editions() == [("ISSUED", "nordvind"), ("REFRESHED", "new-turbines")]
    assert resolve_path(PUBLIC, "/norrvind/new-turbines").moved_to == "/nordvind/new-turbines"
    assert resolve_path(PUBLIC, "/norrvind").moved_to == "/nordvind"


def test_copy(make_release, newsroom, topic, person, new_editions):
    page = make_release(topics=[topic], contacts=[ReleaseContact(person=person)])
    page.tags.add("wind")
    page.title, page.correction_note = "Newer turbines", "The title."
    page.save_revision().publish()
    new_editions()
    draft = ReleasePage.objects.get(pk=page.pk).copy(update_attrs={"slug": "draft-copy"}, keep_live=False)
    assert new_editions() == []
    assert draft.correction_note == ""
    copy = ReleasePage.objects.get(pk=page.pk).copy(update_attrs={"slug": "live-copy"}, keep_live=True)
    assert new_editions() == [("ISSUED", "live-copy")]
    document = item_of(copy).document
    assert document["corrections"] == []
    assert [topic["name"] for topic in document["topics"]] == ["Wind power"]
    assert [contact["name"] for contact in document["contacts"]] == ["Åsa Lind"]
    assert document["tags"] == ["wind"]
    assert item_of(copy).uid != item_of(page).uid
    copy.refresh_from_db()
    assert item_of(copy).published_at == copy.first_published_at
    assert item_of(copy).revision_id == copy.live_revision_id


def test_copy_of_a_newsroom_with_what_is_in_it(newsroom, make_release, new_editions, in_background):
    make_release("First")
    newsroom.save_revision().publish()
    new_editions()
    with in_background():
        Page.objects.get(pk=newsroom.pk).copy(
            recursive=True, keep_live=True, update_attrs={"slug": "copy", "title": "Copy"}
        )
    assert new_editions() == [("ISSUED", "copy"), ("ISSUED", "first")]


def test_copy_for_translation(newsroom, make_release, new_editions, in_background):
    page = make_release()
    swedish = Locale.objects.create(language_code="sv")
    new_editions()
    home = NewsroomPage.objects.get(pk=newsroom.pk).copy_for_translation(swedish)
    home.slug = "norrvind-sv"
    home.save_revision().publish()
    translation = ReleasePage.objects.get(pk=page.pk).copy_for_translation(swedish)
    assert new_editions() == [("ISSUED", "norrvind-sv")]
    with in_background():
        translation.title = "Nya turbiner"
        translation.save_revision().publish()
    assert new_editions() == [("ISSUED", "new-turbines"), ("REFRESHED", "new-turbines")]
    assert [link["locale"] for link in item_of(page).document["translations"]] == ["sv"]
    assert [link["locale"] for link in item_of(translation).document["translations"]] == ["en"]


def test_alias_is_a_second_address(make_release, second_newsroom, new_editions):
    page = make_release()
    new_editions()
    alias = page.create_alias(parent=second_newsroom, update_slug="mirror")
    assert new_editions() == []
    resolved = resolve_path(PUBLIC, "/sydvind/mirror")
    assert (resolved.row.uid, resolved.moved_to) == (item_of(page).uid, "/norrvind/new-turbines")
    page.title = "Newer turbines"
    page.save_revision().publish()
    assert new_editions() == [("ISSUED", "new-turbines")]
    assert resolve_path(PUBLIC, "/sydvind/mirror").row.content["title"] == "Newer turbines"
    Page.objects.get(pk=alias.pk).delete()
    assert new_editions() == []
    with pytest.raises(NotFound):
        resolve_path(PUBLIC, "/sydvind/mirror")


def test_alias_goes_with_its_original(make_release, second_newsroom, new_editions):
    page = make_release()
    alias = page.create_alias(parent=second_newsroom, update_slug="mirror")
    new_editions()
    Page.objects.get(pk=page.pk).delete()
    assert new_editions() == [("WITHDRAWN", "new-turbines")]
    alias.refresh_from_db()
    assert (alias.live, alias.alias_of) == (False, None)
    call_command("reconcile_ledger")
    assert new_editions() == []


def test_alias_that_becomes_a_page_becomes_an_item(make_release, second_newsroom, new_editions, editor):
    page = make_release()
    alias = page.create_alias(parent=second_newsroom, update_slug="mirror")
    new_editions()
    from wagtail.actions.convert_alias import ConvertAliasPageAction

    ConvertAliasPageAction(ReleasePage.objects.get(pk=alias.pk), user=editor).execute()
    assert new_editions() == [("ISSUED", "mirror")]
    assert resolve_path(PUBLIC, "/sydvind/mirror").moved_to is None


def test_alias_translation_is_a_second_address(newsroom, make_release, new_editions):
    page = make_release()
    new_editions()
    swedish = Locale.objects.create(language_code="sv")
    page.copy_for_translation(swedish, copy_parents=True, alias=True)
    assert new_editions() == []
    home = NewsroomPage.objects.get(locale=swedish)
    assert resolve_path(PUBLIC, f"/{home.slug}").moved_to == "/norrvind"
    assert resolve_path(PUBLIC, f"/{home.slug}/new-turbines").moved_to == "/norrvind/new-turbines"
