"""What is shown with an item changes: exactly the items that show it are refreshed, with their live
content."""

from __future__ import annotations

import pytest
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import ReferenceIndex

from cms.ledger.models import Edition, Item
from cms.media.models import NewsroomImage
from cms.newsroom.models import Boilerplate, NewsroomPage, Person, Topic
from cms.releases.models import RelatedRelease, ReleaseAsset, ReleaseContact, ReleasePage

pytestmark = pytest.mark.django_db


@pytest.fixture
def image(db):
    return NewsroomImage.objects.create(title="Mast", alt="A mast", file=get_test_image_file(size=(640, 480)))


def item_of(thing):
    return Item.objects.get(source_type=thing.source_key.type, source_id=thing.pk)


def test_person_becomes_public_when_named_and_private_when_not(make_release, person, new_editions):
    page = make_release()
    new_editions()
    page.contacts = [ReleaseContact(person=person)]
    page.save_revision().publish()
    assert new_editions() == [("ISSUED", "PERSON"), ("ISSUED", "new-turbines")]
    page.contacts = []
    page.save_revision().publish()
    assert new_editions() == [("ISSUED", "new-turbines"), ("WITHDRAWN", "PERSON")]


def test_person_that_is_always_public_stays(make_release, person, new_editions):
    person.public = True
    person.save()
    assert new_editions() == [("ISSUED", "PERSON")]
    page = make_release(contacts=[ReleaseContact(person=person)])
    page.unpublish()
    assert new_editions() == [("ISSUED", "new-turbines"), ("WITHDRAWN", "new-turbines")]
    person.public = False
    person.save()
    assert new_editions() == [("WITHDRAWN", "PERSON")]


def test_person_changes(make_release, person, new_editions, in_background):
    make_release("With", contacts=[ReleaseContact(person=person)])
    make_release("Without")
    new_editions()
    with in_background():
        person.phone, person.phone_public = "+46 31 10 00 00", True
        person.save()
    assert new_editions() == [("ISSUED", "PERSON"), ("REFRESHED", "with")]
    with in_background():
        person.channels.create(service="Mastodon", url="https://mastodon.example/@asa")
        person.save()
    assert new_editions() == [("ISSUED", "PERSON")]  # releases do not show a person's channels


def test_person_deleted_while_named(make_release, person, new_editions, in_background):
    page = make_release(contacts=[ReleaseContact(person=person)], byline=person)
    draft = ReleasePage.objects.get(pk=page.pk)
    draft.title = "A draft that names the person"
    draft.save_revision()
    new_editions()
    with in_background():
        Person.objects.filter(pk=person.pk).delete()
    assert new_editions() == [("WITHDRAWN", "PERSON"), ("REFRESHED", "new-turbines")]
    document = item_of(page).document
    assert (document["contacts"], document["byline"], document["title"]) == ([], None, "New turbines")
    ReleasePage.objects.get(pk=page.pk).get_latest_revision().publish()
    assert new_editions() == [("ISSUED", "new-turbines")]


def test_topics_of_a_person_are_seen_when_a_form_writes_them(person, topic, new_editions):
    person.public = True
    person.save()
    person.topics.set([topic])
    assert new_editions() == [("ISSUED", "PERSON"), ("ISSUED", "wind-power"), ("ISSUED", "PERSON")]
    person.topics.clear()
    assert new_editions() == [("ISSUED", "PERSON"), ("WITHDRAWN", "wind-power")]


def test_topic_renamed_and_moved_below_another(make_release, topic, locale, new_editions, in_background):
    make_release("With", topics=[topic])
    make_release("Without")
    new_editions()
    with in_background():
        topic.name = "Wind"
        topic.save()
    assert new_editions() == [("ISSUED", "wind-power"), ("REFRESHED", "with")]
    energy = Topic.objects.create(name="Energy", slug="energy", locale=locale)
    with in_background():
        topic.parent = energy
        topic.save()
    assert new_editions() == [("ISSUED", "energy"), ("ISSUED", "wind-power"), ("REFRESHED", "with")]
    with in_background():
        topic.description = "What blows."
        topic.save()
    assert new_editions() == [("ISSUED", "wind-power")]


def test_topic_deleted_while_named(make_release, topic, new_editions, in_background):
    page = make_release(topics=[topic])
    new_editions()
    with in_background():
        topic.delete()
    assert new_editions() == [("WITHDRAWN", "wind-power"), ("REFRESHED", "new-turbines")]
    assert item_of(page).document["topics"] == []


def test_image_changes(make_release, image, new_editions, in_background):
    make_release("Hero", hero=image)
    make_release("Asset", assets=[ReleaseAsset(image=image)])
    make_release("Body", body=[{"type": "image", "value": {"image": image.pk, "caption": ""}}])
    make_release("Without")
    new_editions()
    with in_background():
        image.credit = "Photo: Lo Berg"
        image.save()
    assert sorted(new_editions()) == [("REFRESHED", "asset"), ("REFRESHED", "body"), ("REFRESHED", "hero")]


def test_portrait_changes_the_releases_that_name_the_person(
    make_release, person, image, new_editions, in_background
):
    person.photo = image
    person.save()
    make_release("With", contacts=[ReleaseContact(person=person)])
    make_release("Without")
    new_editions()
    with in_background():
        image.alt = "Åsa Lind at her desk"
        image.save()
    assert new_editions() == [("REFRESHED", "PERSON"), ("REFRESHED", "with")]


def test_image_deleted(make_release, image, new_editions, in_background):
    page = make_release(
        "Hero", hero=image, body=[{"type": "image", "value": {"image": image.pk, "caption": ""}}]
    )
    new_editions()
    with in_background():
        image.delete()
    assert new_editions() == [("REFRESHED", "hero")]
    assert (item_of(page).document["hero"], item_of(page).document["body"]) == (None, [])


def test_file_renamed(make_release, make_document, new_editions, in_background):
    file = make_document()
    make_release(assets=[ReleaseAsset(file=file)])
    new_editions()
    with in_background():
        file.title = "Annual report"
        file.save()
    assert new_editions() == [("REFRESHED", "new-turbines")]


def test_boilerplate_reaches_releases_directly_and_through_the_newsroom(
    newsroom, make_release, locale, new_editions, in_background
):
    standing, own = (
        Boilerplate.objects.create(title=title, text="<p>Old</p>", locale=locale) for title in "AB"
    )
    newsroom = NewsroomPage.objects.get(pk=newsroom.pk)
    newsroom.boilerplate = standing
    newsroom.save()
    make_release("Default")
    make_release("Own", boilerplate=own)
    new_editions()
    with in_background():
        standing.text = "<p>New</p>"
        standing.save()
    assert new_editions() == [("REFRESHED", "norrvind"), ("REFRESHED", "default")]
    with in_background():
        own.delete()
    assert new_editions() == [("REFRESHED", "own")]


def test_newsroom_changes_reach_its_releases_only_when_they_show_it(
    newsroom, make_release, new_editions, in_background, django_assert_max_num_queries
):
    make_release("First")
    newsroom = NewsroomPage.objects.get(pk=newsroom.pk)
    new_editions()
    with in_background() as callbacks:
        newsroom.tagline = "Wind from the north"
        newsroom.save()
    assert new_editions() == [("ISSUED", "norrvind")]
    assert callbacks == []
    with in_background():
        newsroom.title = "Norrvind AB"
        newsroom.save()
    assert new_editions() == [("ISSUED", "norrvind"), ("REFRESHED", "first")]


def test_refresh_shows_the_live_content_and_not_a_newer_draft(
    make_release, person, new_editions, in_background
):
    page = make_release(contacts=[ReleaseContact(person=person)])
    page.title = "A secret"
    page.summary = "A secret"
    page.save_revision()
    new_editions()
    with in_background():
        person.name = "Åsa Lind Berg"
        person.save()
    assert new_editions() == [("ISSUED", "PERSON"), ("REFRESHED", "new-turbines")]
    item = item_of(page)
    assert (item.document["title"], item.document["summary"]) == ("New turbines", "")
    assert item.document["contacts"][0]["name"] == "Åsa Lind Berg"


def test_related_releases_that_point_at_each_other_come_to_rest(make_release, new_editions, in_background):
    first, second = make_release("First"), make_release("Second")
    with in_background():
        for page, other in ((first, second), (second, first)):
            page.related = [RelatedRelease(target=other)]
            page.save_revision().publish()
    new_editions()
    with in_background():
        first.title = "First of all"
        first.save_revision().publish()
    assert new_editions() == [("ISSUED", "first"), ("REFRESHED", "second")]
    with in_background():
        second.unpublish()
    assert new_editions() == [("WITHDRAWN", "second"), ("REFRESHED", "first")]
    assert item_of(first).document["related"] == []


def test_links_to_a_page_that_goes_are_taken_out(make_release, new_editions, in_background):
    target = make_release("Target")
    body = [{"type": "paragraph", "value": f'<p><a linktype="page" id="{target.pk}">There</a></p>'}]
    page = make_release("Source", body=body)
    assert "href" in item_of(page).document["body"][0]["html"]
    assert ReferenceIndex.get_references_to(target).count() == 1
    new_editions()
    with in_background():
        ReleasePage.objects.get(pk=target.pk).delete()
    assert new_editions() == [("WITHDRAWN", "target"), ("REFRESHED", "source")]
    assert item_of(page).document["body"][0]["html"] == "<p>There</p>"


def test_refreshes_are_issued_by_the_author_of_what_is_live(make_release, person, editor, in_background):
    page = make_release(publish=False, contacts=[ReleaseContact(person=person)])
    page.save_revision(user=editor).publish()
    with in_background():
        person.name = "Åsa Lind Berg"
        person.save()
    assert Edition.objects.last().action == "REFRESHED"
    assert Edition.objects.last().issued_by == editor
