"""Every way in which Wagtail makes a page public or corrects it, with the exact editions it makes."""

from __future__ import annotations

from datetime import timedelta
from io import StringIO

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Workflow, WorkflowContentType
from wagtail.models.workflows import WorkflowState

from cms.ledger.models import Edition
from cms.releases.models import ReleasePage
from tests.cms.ledger.pages import let_time_pass, reason_of, run_scheduled, schedule
from tests.items import item_of

pytestmark = pytest.mark.django_db


def test_admin_publish_and_publish_again(admin, editor, newsroom, new_editions):
    form = {
        "title": "New turbines",
        "slug": "new-turbines",
        "kind": "NEWS",
        "summary": "Two.",
        "change": "MINOR",
        "publish_anyway": "contact",
        "body-count": "0",
        "links-count": "0",
        "about_urls-count": "0",
        "tags": "",
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
        "comments-MIN_NUM_FORMS": "0",
        "comments-MAX_NUM_FORMS": "",
        "action-publish": "action-publish",
    }
    for name in ("contacts", "assets", "related"):
        form |= {
            f"{name}-TOTAL_FORMS": "0",
            f"{name}-INITIAL_FORMS": "0",
            f"{name}-MIN_NUM_FORMS": "0",
            f"{name}-MAX_NUM_FORMS": "1000",
        }
    add = reverse("wagtailadmin_pages:add", args=["newsroom_releases", "releasepage", newsroom.pk])
    response = admin.post(add, form)
    assert response.status_code == 302, response.context["form"].errors
    assert new_editions() == [("ISSUED", "new-turbines")]
    page = ReleasePage.objects.get(slug="new-turbines")
    edition = Edition.objects.last()
    assert edition.issued_by == editor
    assert item_of(page).revision_id == page.live_revision_id

    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    draft = {key: value for key, value in form.items() if key != "action-publish"}
    assert admin.post(edit, draft | {"title": "Newer"}).status_code == 302
    assert new_editions() == []
    response = admin.post(edit, form | {"title": "Newest"})
    assert response.status_code == 302
    assert new_editions() == [("ISSUED", "new-turbines")]
    assert item_of(page).title == "Newest"


def test_publishing_without_a_change_makes_no_edition(make_release, new_editions):
    page = make_release()
    assert new_editions() == [("ISSUED", "new-turbines")]
    revision = page.save_revision()
    revision.publish()
    assert new_editions() == []
    assert item_of(page).revision_id == revision.pk


def test_draft_on_a_live_page_makes_no_edition(make_release, new_editions):
    page = make_release()
    new_editions()
    page.title = "A secret"
    page.save_revision()
    assert new_editions() == []
    assert item_of(page).title == "New turbines"


def test_scheduling_makes_no_edition_and_the_tick_makes_one(make_release, new_editions, editor, monkeypatch):
    page = make_release(publish=False)
    page.go_live_at = timezone.now() + timedelta(hours=1)
    revision = page.save_revision(user=editor)
    revision.publish()
    run_scheduled()
    assert new_editions() == []
    let_time_pass(monkeypatch, 2)
    assert f"Published: New turbines (revision {revision.pk})" in run_scheduled()
    assert new_editions() == [("ISSUED", "new-turbines")]
    assert Edition.objects.last().issued_by == editor
    run_scheduled()
    assert new_editions() == []


def test_scheduled_correction_of_a_live_page(make_release, new_editions, monkeypatch):
    page = make_release()
    page.title = "Newer turbines"
    page.correction_note = "The title."
    page.go_live_at = timezone.now() + timedelta(hours=1)
    page.save_revision().publish()
    assert new_editions() == [("ISSUED", "new-turbines")]
    let_time_pass(monkeypatch, 2)
    run_scheduled()
    assert new_editions() == [("CORRECTED", "new-turbines")]
    assert [c["note"] for c in item_of(page).document["corrections"]] == ["The title."]


def test_dry_run_changes_nothing(make_release, new_editions, monkeypatch):
    page = make_release(publish=False)
    schedule(page, go_live=True)
    live = make_release("Old turbines")
    schedule(live, expire=True)
    new_editions()
    let_time_pass(monkeypatch, 3)
    out = StringIO()
    call_command("publish_scheduled", "--dryrun", stdout=out)
    assert "Would publish" in out.getvalue()
    assert "Would expire" in out.getvalue()
    assert new_editions() == []


def test_save_that_raises_is_published_at_the_next_tick(make_release, new_editions, monkeypatch):
    broken = make_release("Broken", publish=False)
    revision = schedule(broken, go_live=True)
    other = make_release("Other", publish=False)
    schedule(other, go_live=True)
    let_time_pass(monkeypatch, 2)
    save = ReleasePage.save

    def fail(self, *args, **kwargs):
        save(self, *args, **kwargs)
        if self.pk == broken.pk:
            raise RuntimeError("The disk is full.")

    with monkeypatch.context() as patch:
        patch.setattr(ReleasePage, "save", fail)
        with pytest.raises(CommandError, match="1 could not be published"):
            run_scheduled()
    assert new_editions() == [("ISSUED", "other")]
    revision.refresh_from_db()
    assert revision.approved_go_live_at is not None
    run_scheduled()
    assert new_editions() == [("ISSUED", "broken")]


def test_workflow_approval(make_release, new_editions, editor):
    page = make_release(publish=False)
    page.save_revision(user=editor)
    workflow = Workflow.objects.create(name="Press", active=True)
    WorkflowContentType.objects.create(
        workflow=workflow, content_type=ContentType.objects.get_for_model(ReleasePage)
    )
    from wagtail.models import GroupApprovalTask, WorkflowTask

    task = GroupApprovalTask.objects.create(name="Check")
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    state: WorkflowState = workflow.start(page, editor)
    assert new_editions() == []
    state.current_task_state.approve(user=editor)
    assert new_editions() == [("ISSUED", "new-turbines")]
    assert Edition.objects.last().issued_by == editor


def test_republish_after_withdrawal_goes_on_with_the_version(make_release, new_editions):
    page = make_release()
    uid = item_of(page).uid
    page.withdrawal_reason = "It was wrong."
    page.unpublish()
    page.save_revision().publish()
    assert [(e.version, e.action) for e in Edition.objects.filter(item=uid)] == [
        (1, "ISSUED"),
        (2, "WITHDRAWN"),
        (3, "ISSUED"),
    ]
    page = ReleasePage.objects.get(pk=page.pk)
    assert page.withdrawal_reason == ""
    page.unpublish()
    assert reason_of(page) == "The publisher has withdrawn this item."


def test_revert_to_an_older_revision(make_release, new_editions, admin):
    page = make_release()
    first = page.live_revision
    page.title, page.correction_note = "Newer turbines", "The title."
    corrected = page.save_revision()
    corrected.publish()
    assert new_editions() == [("ISSUED", "new-turbines"), ("CORRECTED", "new-turbines")]
    first.as_object().save_revision(previous_revision=first).publish(previous_revision=first)
    assert new_editions() == [("ISSUED", "new-turbines")]
    assert item_of(page).title == "New turbines"
    corrected.refresh_from_db()
    corrected.publish()
    assert new_editions() == [("ISSUED", "new-turbines")]


def test_correction_note_is_used_once(make_release, new_editions):
    page = make_release()
    page.title, page.correction_note = "Newer turbines", "The title."
    page.save_revision().publish()
    page.title = "Newest turbines"
    page.save_revision().publish()
    page.summary, page.correction_note = "Two of them.", "The number."
    page.save_revision().publish()
    assert [action for action, _ in new_editions()] == ["ISSUED", "CORRECTED", "ISSUED", "CORRECTED"]
    assert [(c["version"], c["note"]) for c in item_of(page).document["corrections"]] == [
        (2, "The title."),
        (4, "The number."),
    ]


def test_note_of_a_first_publication_is_no_correction(make_release, new_editions):
    page = make_release(correction_note="Of what?")
    page.title = "Newer turbines"
    page.save_revision().publish()
    assert new_editions() == [("ISSUED", "new-turbines"), ("ISSUED", "new-turbines")]


def test_bulk_publish_and_unpublish(make_release, admin, editor, new_editions):
    pages = [make_release(title, publish=False) for title in ("First", "Second")]
    ids = [("id", page.pk) for page in pages]
    query = "&".join(f"{name}={value}" for name, value in ids)
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    assert admin.post(f"{url}?{query}", {"include_descendants": ""}).status_code == 302
    assert new_editions() == [("ISSUED", "first"), ("ISSUED", "second")]
    assert set(Edition.objects.filter(item__type="RELEASE").values_list("issued_by", flat=True)) == {
        editor.pk
    }
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "unpublish"])
    assert admin.post(f"{url}?{query}", {"include_descendants": ""}).status_code == 302
    assert new_editions() == [("WITHDRAWN", "first"), ("WITHDRAWN", "second")]


def test_add_child_that_is_live(newsroom, new_editions):
    newsroom.add_child(instance=ReleasePage(title="Straight in", live=True))
    assert new_editions() == [("ISSUED", "straight-in")]


def test_correction_shows_in_the_log(make_release, editor):
    page = make_release()
    page.title, page.correction_note = "Newer turbines", "The title."
    page.save_revision(user=editor).publish(user=editor)
    entry = page.specific.__class__.objects.get(pk=page.pk)
    from wagtail.models import PageLogEntry

    logged = PageLogEntry.objects.filter(page=entry.pk, action="newsroom.correct")
    assert [row.data for row in logged] == [{"note": "The title.", "version": 2}]
