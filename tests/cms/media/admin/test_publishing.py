"""Publishing in the admin when a file cannot be shown: words in the form, what was typed kept, nothing half done."""

from __future__ import annotations

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import WorkflowState
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from cms.errors import StorageUnavailable
from cms.ledger import scheduling
from cms.ledger.models import Item
from cms.media import shelf as shelving
from cms.media.models import ShelfFile
from cms.releases.models import ReleasePage

EMPTY = inline_formset([])
PUT = shelving.put


def form_data(action="", **fields):
    data = {
        "title": "New turbines",
        "slug": "new-turbines",
        "kind": "PRESS_RELEASE",
        "summary": "Forty turbines.",
        "publish_anyway": "summary,contact",
        "body": streamfield([]),
        "links": streamfield([]),
        "about_urls": streamfield([]),
        "contacts": EMPTY,
        "assets": EMPTY,
        "related": EMPTY,
        "comments": EMPTY,
    } | fields
    return nested_form_data(data) | ({action: "1"} if action else {})


def add(client, newsroom, **fields):
    address = f"/admin/pages/add/newsroom_releases/releasepage/{newsroom.pk}/"
    return client.post(address, form_data("action-publish", **fields))


def later(**delta):
    return (timezone.now() + dt.timedelta(**delta)).strftime("%Y-%m-%d %H:%M")


@pytest.fixture
def storage_down(monkeypatch):
    def fail(copy):
        raise StorageUnavailable("The storage cannot be reached.", reason="TEST")

    monkeypatch.setattr(shelving, "put", fail)


def test_a_storage_that_is_down_is_an_error_of_the_form(admin_client, newsroom, make_image, storage_down):
    answer = add(admin_client, newsroom, hero=str(make_image().pk), subtitle="At sea")
    assert answer.status_code == 200
    html = answer.content.decode()
    assert "Nothing has been published: The storage cannot be reached." in html
    assert 'value="At sea"' in html
    assert not ReleasePage.objects.exists()
    assert not Item.objects.filter(type="RELEASE").exists()


def test_a_release_may_wait_for_a_storage_that_is_down(
    admin_client, newsroom, make_image, storage_down, settings, monkeypatch
):
    settings.NEWSROOM = settings.NEWSROOM | {"QUEUE_WITHOUT_STORAGE": True}
    assert add(admin_client, newsroom, hero=str(make_image().pk)).status_code == 302
    release = ReleasePage.objects.get()
    assert not release.live
    assert not Item.objects.filter(type="RELEASE").exists()
    real = timezone.now
    monkeypatch.setattr(timezone, "now", lambda: real() + dt.timedelta(minutes=2))
    assert len(scheduling.run_due().failed) == 1
    monkeypatch.setattr(shelving, "put", PUT)
    assert scheduling.run_due().failed == []
    assert Item.objects.get(type="RELEASE").is_usable


def test_a_live_release_keeps_its_public_form_when_the_storage_is_down(
    admin_client, make_release, make_image, storage_down
):
    release = make_release()
    data = form_data("action-publish", hero=str(make_image().pk), title="Newer", change="MINOR")
    answer = admin_client.post(f"/admin/pages/{release.pk}/edit/", data)
    assert answer.status_code == 200
    assert "The storage cannot be reached." in answer.content.decode()
    assert Item.objects.get(type="RELEASE").title == "New turbines"
    release.refresh_from_db()
    assert release.title == "New turbines"


def test_scheduling_asks_nothing_of_the_storage(admin_client, newsroom, make_image, storage_down):
    answer = add(admin_client, newsroom, hero=str(make_image().pk), go_live_at=later(days=1))
    assert answer.status_code == 302, answer.context["form"].errors
    assert not ReleasePage.objects.get().live
    assert not ShelfFile.objects.exists()


def test_a_new_release_that_is_scheduled_at_once_was_never_public(admin_client, newsroom, make_image):
    assert add(admin_client, newsroom, go_live_at=later(days=1)).status_code == 302
    assert not ReleasePage.objects.get().live
    assert not Item.objects.filter(type="RELEASE").exists()


def test_expired_rights_are_an_error_that_names_image_and_day(admin_client, newsroom, make_image):
    image = make_image("Old mast", expires_at=timezone.now() - dt.timedelta(days=2))
    html = add(admin_client, newsroom, hero=str(image.pk)).content.decode()
    assert "“Old mast” cannot be published: the rights to it end on" in html
    assert not ReleasePage.objects.exists()


def test_rights_that_end_before_the_embargo_are_an_error(admin_client, newsroom, make_image):
    image = make_image(expires_at=timezone.now() + dt.timedelta(days=2))
    assert add(admin_client, newsroom, hero=str(image.pk), go_live_at=later(days=3)).status_code == 200
    assert not ReleasePage.objects.exists()


def test_rights_that_end_soon_are_a_warning(admin_client, newsroom, make_image):
    image = make_image(expires_at=timezone.now() + dt.timedelta(days=13))
    answer = add(admin_client, newsroom, hero=str(image.pk))
    assert answer.status_code == 302
    assert ReleasePage.objects.get().live
    messages = [str(message) for message in admin_client.get("/admin/").context["messages"]]
    assert [text for text in messages if "The rights to “Mast” end on" in text]


def test_a_file_of_which_no_copies_can_be_made_is_an_error(admin_client, newsroom, make_image):
    image = make_image()
    type(image).objects.filter(pk=image.pk).update(problem="It is damaged.")
    assert "It is damaged." in add(admin_client, newsroom, hero=str(image.pk)).content.decode()
    assert not ReleasePage.objects.exists()


def test_an_asset_page_takes_the_title_of_its_asset(admin_client, newsroom, make_image):
    data = nested_form_data(
        {
            "title": "",
            "slug": "",
            "image": str(make_image("Mast at sea").pk),
            "media": "",
            "file": "",
            "description": rich_text(""),
            "tags": "",
            "comments": EMPTY,
        }
    )
    address = f"/admin/pages/add/newsroom_library/mediaassetpage/{newsroom.pk}/"
    answer = admin_client.post(address, data | {"action-publish": "1"})
    assert answer.status_code == 302, answer.context["form"].errors
    item = Item.objects.get(type="ASSET")
    assert (item.title, item.slug) == ("Mast at sea", "mast-at-sea")
    two = data | {"file": str(make_image().pk), "title": "Two"}
    html = admin_client.post(address, two | {"action-publish": "1"}).content.decode()
    assert Item.objects.filter(type="ASSET").count() == 1
    assert "Choose one" in html


def test_an_empty_kit_is_not_published(admin_client, newsroom):
    data = nested_form_data(
        {"title": "Kit", "slug": "kit", "description": rich_text(""), "rows": EMPTY, "comments": EMPTY}
    )
    address = f"/admin/pages/add/newsroom_library/presskitpage/{newsroom.pk}/"
    html = admin_client.post(address, data | {"action-publish": "1"}).content.decode()
    assert "The kit is empty." in html
    assert not Item.objects.filter(type="PRESS_KIT").exists()


def test_approving_while_the_storage_is_down_says_so_and_changes_nothing(
    admin_client, admin_user, newsroom, make_release, make_image, storage_down
):
    release = make_release(publish=False, hero=make_image())
    workflow = release.get_workflow()
    state = workflow.start(release, admin_user)
    task = state.current_task_state
    address = reverse("wagtailadmin_pages:workflow_action", args=[release.pk, "approve", task.pk])
    edit = f"http://testserver/admin/pages/{release.pk}/edit/"
    answer = admin_client.post(address, {"comment": ""}, headers={"referer": edit})
    assert (answer.status_code, answer["Location"]) == (302, edit)
    modal = admin_client.post(
        address, {"comment": ""}, headers={"referer": edit, "x-requested-with": "XMLHttpRequest"}
    )
    assert (modal.json()["step"], modal.json()["redirect"]) == ("success", edit)
    html = admin_client.get(f"/admin/pages/{release.pk}/edit/").content.decode()
    assert "The storage cannot be reached." in html
    assert WorkflowState.objects.get().status == WorkflowState.STATUS_IN_PROGRESS
    assert not Item.objects.filter(type="RELEASE").exists()


def test_what_was_due_and_failed_says_why(admin_client, make_release, make_image, storage_down, monkeypatch):
    release = make_release(publish=False, hero=make_image())
    release.go_live_at = timezone.now() + dt.timedelta(seconds=60)
    release.save_revision().publish()
    real = timezone.now
    monkeypatch.setattr(timezone, "now", lambda: real() + dt.timedelta(minutes=2))
    for _attempt in range(3):
        assert len(scheduling.run_due().failed) == 1
    html = admin_client.get("/admin/").content.decode()
    assert html.count("The storage cannot be reached.") == 1
    assert "Should have gone out" in html
    history = admin_client.get(f"/admin/pages/{release.pk}/history/").content.decode()
    assert history.count("The storage cannot be reached.") == 1


def person_data(photo, **fields):
    data = {
        "name": "Åsa Lind",
        "title": "Head of Press",
        "organisation": "",
        "role": "PRESS_CONTACT",
        "photo": str(photo.pk),
        "email": "",
        "phone": "",
        "public": "on",
        "channels": EMPTY,
    } | fields
    return nested_form_data(data)


def test_a_public_persons_photo_needs_its_text_and_the_storage(admin_client, person, make_image, monkeypatch):
    address = f"/admin/snippets/newsroom/person/edit/{person.pk}/"
    html = admin_client.post(address, person_data(make_image("Åsa", alt=""))).content.decode()
    assert "“Åsa” cannot be published: it has no alternative text." in html

    def fail(copy):
        raise StorageUnavailable("The storage cannot be reached.", reason="TEST")

    with monkeypatch.context() as patch:
        patch.setattr(shelving, "put", fail)
        html = admin_client.post(address, person_data(make_image("Åsa"), title="Chief")).content.decode()
    assert "Nothing has been published: The storage cannot be reached." in html
    assert 'value="Chief"' in html
    person.refresh_from_db()
    assert (person.photo, person.title) == (None, "Head of Press")
    answer = admin_client.post(address, person_data(make_image("Åsa"), title="Chief"))
    assert answer.status_code == 302, answer.context["form"].errors
    assert Item.objects.get(type="PERSON").document["title"] == "Chief"
