"""The release editor: what it asks before something is public. Driven as by a browser without JavaScript."""

from __future__ import annotations

import datetime
from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone
from PIL import Image
from wagtail.models import PageLogEntry
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from cms.ledger.models import Edition, Item
from cms.media.models import NewsroomImage
from cms.newsroom.models import NewsroomContact
from cms.releases.admin.forms import ReleaseForm
from cms.releases.models import ReleaseContact, ReleasePage

EMPTY = inline_formset([])


@pytest.fixture
def editor(admin_client):
    return admin_client


@pytest.fixture
def image(db):
    """An image without alternative text."""
    data = BytesIO()
    Image.new("RGB", (8, 8), "navy").save(data, "PNG")
    return NewsroomImage.objects.create(title="Turbine at sea", file=ContentFile(data.getvalue(), "t.png"))


def form_data(action="", contacts=(), body=(), **fields):
    rows = inline_formset([{"person": str(person.pk)} for person in contacts])
    data = {
        "title": "New turbines",
        "slug": "new-turbines",
        "kind": "PRESS_RELEASE",
        "summary": "Forty turbines.",
        "body": streamfield(body),
        "links": streamfield([]),
        "about_urls": streamfield([]),
        "contacts": rows,
        "assets": EMPTY,
        "related": EMPTY,
        "comments": EMPTY,
    } | fields
    return nested_form_data(data) | ({action: "1"} if action else {})


def edit(client, page, data):
    return client.post(f"/admin/pages/{page.pk}/edit/", data)


def add(client, newsroom, data):
    return client.post(f"/admin/pages/add/newsroom_releases/releasepage/{newsroom.pk}/", data)


def gap_codes(response):
    return [gap.code for gap in response.context["form"].gaps]


def test_new_release_starts_with_the_newsrooms_contacts(editor, newsroom, person):
    newsroom.contacts = [NewsroomContact(person=person)]
    newsroom.save()
    form = editor.get(f"/admin/pages/add/newsroom_releases/releasepage/{newsroom.pk}/").context["form"]
    assert [row["person"].value() for row in form.formsets["contacts"].forms] == [person.pk]
    data = form_data("action-publish", contacts=[person]) | {
        "contacts-INITIAL_FORMS": "1",
        "contacts-0-id": "",
    }
    assert add(editor, newsroom, data).status_code == 302
    assert [row.person for row in ReleasePage.objects.get().contacts.all()] == [person]


def test_publishing_stops_with_everything_that_is_missing(editor, newsroom, image):
    body = [("image", {"image": str(image.pk), "caption": ""})]
    data = form_data("action-publish", summary="", hero=str(image.pk), body=body)
    response = add(editor, newsroom, data)
    assert response.status_code == 200
    assert not ReleasePage.objects.exists()
    assert Item.objects.filter(type="RELEASE").count() == 0
    assert gap_codes(response) == ["summary", "contact"]
    html = response.content.decode()
    assert html.count("it has no alternative text") == 2  # in the message, and in the panel with the link
    assert f'href="/admin/images/{image.pk}/"' in html
    assert 'value="summary,contact"' in html
    assert 'value="New turbines"' in html  # nothing is lost


def test_an_image_without_alternative_text_cannot_be_published_anyway(editor, newsroom, image, person):
    data = form_data(
        "action-publish", contacts=[person], hero=str(image.pk), publish_anyway=f"alt-{image.pk}"
    )
    response = add(editor, newsroom, data)
    assert response.status_code == 200
    assert not ReleasePage.objects.exists()
    assert add(editor, newsroom, data | {"action-publish": ""}).status_code == 302  # a draft may hold it


def test_the_editor_may_go_on(editor, newsroom):
    data = form_data("action-publish", summary="", publish_anyway="summary,contact")
    assert add(editor, newsroom, data).status_code == 302
    assert Item.objects.get(type="RELEASE").title == "New turbines"


def test_what_has_not_been_seen_is_not_accepted(editor, newsroom):
    response = add(editor, newsroom, form_data("action-publish", summary="", publish_anyway="summary"))
    assert gap_codes(response) == ["summary", "contact"]
    assert not ReleasePage.objects.exists()


def test_scheduling_is_stopped_too(editor, newsroom):
    later = (timezone.now() + datetime.timedelta(days=1)).strftime("%Y-%m-%d %H:%M")
    response = add(editor, newsroom, form_data("action-publish", go_live_at=later))
    assert gap_codes(response) == ["contact"]
    assert not ReleasePage.objects.exists()


def test_submitting_is_stopped_too(editor, newsroom):
    assert gap_codes(add(editor, newsroom, form_data("action-submit"))) == ["contact"]


def test_a_draft_is_saved_without_questions(editor, newsroom):
    assert add(editor, newsroom, form_data(summary="", kind="EVENT")).status_code == 302
    assert ReleasePage.objects.get().live is False


def test_a_draft_saved_while_the_release_is_published_does_not_take_it_back(
    editor, make_release, monkeypatch
):
    release = make_release(publish=False)
    checked = ReleaseForm.is_valid

    def published_meanwhile(form):
        valid = checked(form)
        ReleasePage.objects.get(pk=release.pk).get_latest_revision().publish()
        return valid

    monkeypatch.setattr(ReleaseForm, "is_valid", published_meanwhile)
    assert edit(editor, release, form_data(title="Newer")).status_code == 302
    release.refresh_from_db()
    assert (release.live, release.title) == (True, "New turbines")
    assert release.get_latest_revision().as_object().title == "Newer"
    assert release.has_unpublished_changes
    assert Item.objects.get(source_type="page", source_id=release.pk).is_usable


def test_a_form_that_saved_itself_in_that_very_moment_leads_to_its_draft(
    editor, admin_user, newsroom, monkeypatch
):
    checked = ReleaseForm.is_valid

    def saved_meanwhile(form):
        valid = checked(form)
        newsroom.add_child(
            instance=ReleasePage(title="New turbines", slug="new-turbines", live=False, owner=admin_user)
        )
        return valid

    monkeypatch.setattr(ReleaseForm, "is_valid", saved_meanwhile)
    answer = add(editor, newsroom, form_data("action-publish", publish_anyway="summary,contact"))
    draft = ReleasePage.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, f"/admin/pages/{draft.pk}/edit/")
    assert not draft.live


def test_an_event_without_a_start_is_not_published(editor, newsroom, person):
    response = add(editor, newsroom, form_data("action-publish", contacts=[person], kind="EVENT"))
    assert response.context["form"].errors["event_start"] == ["Say when the event starts."]


def test_a_summary_that_is_too_long_is_refused_not_cut(editor, newsroom, person):
    response = add(editor, newsroom, form_data("action-publish", contacts=[person], summary="x" * 281))
    assert "summary" in response.context["form"].errors
    assert 'maxlength="280"' not in response.content.decode()


class TestCorrecting:
    @pytest.fixture
    def release(self, make_release, person):
        return make_release(summary="Forty turbines.", contacts=[ReleaseContact(person=person)])

    @pytest.fixture
    def data(self, release, person):
        def build(action="action-publish", **fields):
            return form_data(
                action, contacts=[person], **{"title": "Newer turbines", "slug": release.slug} | fields
            )

        return build

    def actions(self):
        return list(
            Edition.objects.filter(item__type="RELEASE").order_by("seq").values_list("action", "note")
        )

    def test_nothing_is_asked_of_what_is_not_public(self, editor, make_release):
        draft = make_release("Draft", publish=False)
        response = editor.get(f"/admin/pages/{draft.pk}/edit/")
        assert "change" not in response.context["form"].fields
        assert "correction_note" not in response.context["form"].fields

    def test_an_answer_is_required(self, editor, release, data):
        response = edit(editor, release, data())
        assert response.context["form"].errors == {
            "change": ["This is public already. Say whether you make a minor change or a correction."]
        }
        assert response.context["form"]["title"].value() == "Newer turbines"
        assert self.actions() == [("ISSUED", "")]

    def test_a_minor_change_carries_no_note(self, editor, release, data):
        assert edit(editor, release, data(change="MINOR")).status_code == 302
        assert self.actions() == [("ISSUED", ""), ("ISSUED", "")]

    def test_a_minor_change_with_a_note_is_a_contradiction(self, editor, release, data):
        response = edit(editor, release, data(change="MINOR", correction_note="The title."))
        assert list(response.context["form"].errors) == ["change"]
        assert self.actions() == [("ISSUED", "")]

    def test_a_correction_needs_its_note(self, editor, release, data):
        response = edit(editor, release, data(change="CORRECTION", correction_note="  "))
        assert list(response.context["form"].errors) == ["correction_note"]
        assert self.actions() == [("ISSUED", "")]

    def test_a_correction_is_public_and_in_the_history(self, editor, release, data):
        assert (
            edit(editor, release, data(change="CORRECTION", correction_note="The title.")).status_code == 302
        )
        assert self.actions() == [("ISSUED", ""), ("CORRECTED", "The title.")]
        entry = PageLogEntry.objects.get(page=release.pk, action="newsroom.correct")
        assert (entry.comment, entry.data["note"]) == ("The title.", "The title.")
        history = editor.get(f"/admin/pages/{release.pk}/history/").content.decode()
        assert "Corrected in public, version 2" in history

    def test_a_used_note_is_not_offered_again(self, editor, release, data):
        edit(editor, release, data(change="CORRECTION", correction_note="The title."))
        response = editor.get(f"/admin/pages/{release.pk}/edit/")
        assert response.context["form"]["correction_note"].value() == ""
        assert not response.context["form"]["change"].value()
        assert "The title." in response.content.decode()  # among the corrections so far
        edit(editor, release, data(change="MINOR", correction_note="", title="Newest turbines"))
        assert [action for action, _note in self.actions()] == ["ISSUED", "CORRECTED", "ISSUED"]

    def test_the_same_words_are_no_second_correction(self, editor, release, data):
        edit(editor, release, data(change="CORRECTION", correction_note="The title."))
        again = data(change="CORRECTION", correction_note="The title.", title="Newest turbines")
        assert list(edit(editor, release, again).context["form"].errors) == ["correction_note"]
        assert self.actions() == [("ISSUED", ""), ("CORRECTED", "The title.")]

    def test_a_note_in_a_draft_waits(self, editor, release, data):
        assert edit(editor, release, data("", correction_note="The title.")).status_code == 302
        assert self.actions() == [("ISSUED", "")]
        form = editor.get(f"/admin/pages/{release.pk}/edit/").context["form"]
        assert form["correction_note"].value() == "The title."
        assert form["change"].value() == "CORRECTION"

    def test_a_scheduled_correction_is_asked_for_and_used_when_it_goes_live(self, editor, release, data):
        later = timezone.now() + datetime.timedelta(days=1)
        when = later.strftime("%Y-%m-%d %H:%M")
        assert edit(editor, release, data(go_live_at=when)).status_code == 200
        fields = {"change": "CORRECTION", "correction_note": "The title.", "go_live_at": when}
        assert edit(editor, release, data(**fields)).status_code == 302
        assert self.actions() == [("ISSUED", "")]
        release.refresh_from_db()
        release.scheduled_revision.publish()
        release.refresh_from_db()
        assert self.actions() == [("ISSUED", "")]  # not before its time
        revision = release.scheduled_revision
        revision.content["go_live_at"] = None
        revision.save()
        revision.publish()
        assert self.actions() == [("ISSUED", ""), ("CORRECTED", "The title.")]
