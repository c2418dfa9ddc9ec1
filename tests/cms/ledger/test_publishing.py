"""Every way in which Wagtail makes a page public or takes it away, with the exact editions it makes."""

from __future__ import annotations

from datetime import timedelta
from io import StringIO

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Locale, Page, PageViewRestriction, Workflow, WorkflowContentType
from wagtail.models.workflows import WorkflowState

from cms.access import PUBLIC
from cms.errors import NotFound
from cms.ledger.models import Edition, Item
from cms.ledger.selectors import resolve_path
from cms.newsroom.models import NewsroomPage
from cms.releases.models import ReleaseContact, ReleasePage

pytestmark = pytest.mark.django_db


def item_of(page):
    return Item.objects.get(source_type="page", source_id=page.pk)


def reason_of(page):
    return Edition.objects.filter(item__source_id=page.pk, item__source_type="page").last().note


def run_scheduled():
    out = StringIO()
    call_command("publish_scheduled", stdout=out, stderr=out)
    return out.getvalue()


def schedule(page, *, go_live=None, expire=None):
    """Approve the page's revision for a time, then let that time pass."""
    page.go_live_at = timezone.now() + timedelta(hours=1) if go_live else None
    page.expire_at = timezone.now() + timedelta(hours=2) if expire else None
    revision = page.save_revision()
    revision.publish()
    return revision


def let_time_pass(monkeypatch, hours):
    later = timezone.now() + timedelta(hours=hours)
    monkeypatch.setattr(timezone, "now", lambda: later)


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


@pytest.mark.parametrize("given", ["", "It was wrong."])
def test_unpublish(make_release, new_editions, given):
    page = make_release()
    page.withdrawal_reason = given
    page.unpublish()
    assert new_editions() == [("ISSUED", "new-turbines"), ("WITHDRAWN", "new-turbines")]
    assert reason_of(page) == (given or "The publisher has withdrawn this item.")
    item = item_of(page)
    assert (item.state, item.title, item.document, item.card) == ("WITHDRAWN", "", None, None)


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


def test_expiry(make_release, new_editions, monkeypatch):
    page = make_release()
    schedule(page, expire=True)
    new_editions()
    let_time_pass(monkeypatch, 3)
    assert "Expired: " in run_scheduled()
    assert new_editions() == [("WITHDRAWN", "new-turbines")]
    assert reason_of(page) == "This item was published for a limited time, which has ended."


def test_wagtails_own_expiry_of_base_pages_is_seen(make_release, new_editions):
    page = make_release()
    new_editions()
    Page.objects.get(pk=page.pk).unpublish(set_expired=True)
    assert new_editions() == [("WITHDRAWN", "new-turbines")]
    assert reason_of(page) == "This item was published for a limited time, which has ended."


def test_delete(make_release, new_editions):
    page = make_release()
    pk = page.pk
    new_editions()
    Page.objects.get(pk=pk).delete()
    assert new_editions() == [("WITHDRAWN", "new-turbines")]
    item = Item.objects.get(source_id=pk, source_type="page")
    assert Edition.objects.get(seq=item.seq).note == "The publisher has removed this item."


def test_delete_with_a_reason_from_the_admin(make_release, admin, new_editions):
    page = make_release()
    new_editions()
    ReleasePage.objects.filter(pk=page.pk).update(withdrawal_reason="It was wrong.")
    admin.post(reverse("wagtailadmin_pages:delete", args=[page.pk]), {"withdrawal_reason": "It was wrong."})
    assert new_editions() == [("WITHDRAWN", "new-turbines")]
    assert Edition.objects.last().note == "It was wrong."


def test_delete_of_the_newsroom_with_everything_in_it(newsroom, make_release, new_editions):
    make_release("First")
    make_release("Second")
    make_release("Draft", publish=False)
    new_editions()
    NewsroomPage.objects.get(pk=newsroom.pk).delete()
    assert new_editions() == [("WITHDRAWN", "norrvind"), ("WITHDRAWN", "first"), ("WITHDRAWN", "second")]
    assert set(Edition.objects.filter(action="WITHDRAWN").values_list("note", flat=True)) == {
        "The publisher has removed this item."
    }


def test_delete_by_queryset(make_release, new_editions):
    first, second = make_release("First"), make_release("Second")
    new_editions()
    Page.objects.filter(pk__in=[first.pk, second.pk]).delete()
    assert new_editions() == [("WITHDRAWN", "first"), ("WITHDRAWN", "second")]


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


def test_bulk_delete(make_release, admin, new_editions):
    pages = [make_release(title) for title in ("First", "Second")]
    new_editions()
    query = "&".join(f"id={page.pk}" for page in pages)
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    assert admin.post(f"{url}?{query}").status_code == 302
    assert new_editions() == [("WITHDRAWN", "first"), ("WITHDRAWN", "second")]


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


def test_add_child_that_is_live(newsroom, new_editions):
    newsroom.add_child(instance=ReleasePage(title="Straight in", live=True))
    assert new_editions() == [("ISSUED", "straight-in")]


@pytest.mark.parametrize("kind", ["login", "password", "groups"])
@pytest.mark.parametrize("on_newsroom", [True, False])
def test_view_restriction(newsroom, make_release, new_editions, in_background, kind, on_newsroom):
    page = make_release()
    new_editions()
    target = newsroom if on_newsroom else page
    restriction = PageViewRestriction.objects.create(
        page_id=target.pk, restriction_type=kind, password="secret"
    )
    expected = ["norrvind", "new-turbines"] if on_newsroom else ["new-turbines"]
    assert new_editions() == [("WITHDRAWN", slug) for slug in expected]
    assert reason_of(page) == "This item is no longer open to everybody."
    page.title = "Newer turbines"
    page.save_revision().publish()
    assert new_editions() == []
    with in_background():
        restriction.delete()
    assert new_editions() == [("ISSUED", slug) for slug in expected]


def test_deleting_a_restricted_page_publishes_nothing(make_release, new_editions):
    page = make_release()
    PageViewRestriction.objects.create(page_id=page.pk, restriction_type="login")
    new_editions()
    Page.objects.get(pk=page.pk).delete()
    assert new_editions() == []


def test_closing_a_newsroom_closes_everything_in_it_at_once(
    newsroom, make_release, new_editions, in_background
):
    make_release("First")
    make_release("Second")
    new_editions()
    newsroom = NewsroomPage.objects.get(pk=newsroom.pk)
    newsroom.withdrawal_reason = "We have moved."
    newsroom.unpublish()
    assert new_editions() == [("WITHDRAWN", "norrvind"), ("WITHDRAWN", "first"), ("WITHDRAWN", "second")]
    notes = list(Edition.objects.filter(action="WITHDRAWN").values_list("note", flat=True))
    assert notes == ["We have moved.", "The newsroom is closed.", "The newsroom is closed."]
    with in_background():
        newsroom.save_revision().publish()
    assert new_editions() == [("ISSUED", "norrvind"), ("ISSUED", "first"), ("ISSUED", "second")]


def test_correction_shows_in_the_log(make_release, editor):
    page = make_release()
    page.title, page.correction_note = "Newer turbines", "The title."
    page.save_revision(user=editor).publish(user=editor)
    entry = page.specific.__class__.objects.get(pk=page.pk)
    from wagtail.models import PageLogEntry

    logged = PageLogEntry.objects.filter(page=entry.pk, action="newsroom.correct")
    assert [row.data for row in logged] == [{"note": "The title.", "version": 2}]


def test_a_reason_of_ours_is_in_the_language_of_what_is_withdrawn(newsroom, make_release):
    swedish = Locale.objects.get_or_create(language_code="sv")[0]
    release = make_release("Vind", locale=swedish)
    release.unpublish()
    assert Edition.objects.latest("seq").note == "Utgivaren har dragit tillbaka detta."
    release.save_revision().publish()
    release = release.get_latest_revision_as_object()
    release.withdrawal_reason = "The publisher has removed this item, he says."
    release.save()
    release.unpublish()
    assert Edition.objects.latest("seq").note == "The publisher has removed this item, he says."
