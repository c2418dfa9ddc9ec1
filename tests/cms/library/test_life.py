"""The life of asset pages and press kits in the admin: submitted, approved, scheduled, corrected, withdrawn."""

from __future__ import annotations

import datetime as dt

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Locale
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text

from cms.ledger import scheduling
from cms.ledger.models import Edition, Item
from cms.library.models import MediaAssetPage, PressKitPage, PressKitRow
from cms.media.document import without_mark
from cms.newsroom.models import Topic


@pytest.fixture
def log_in(newsroom):
    """A browser in which somebody of a group is logged in."""

    def enter(group):
        user = User.objects.create_user(group, password=group)
        user.groups.add(Group.objects.get(name=group))
        client = Client()
        client.force_login(user)
        return client

    return enter


def form_data(action, image, **fields):
    data = {
        "title": "Mast",
        "slug": "mast",
        "image": str(image.pk),
        "media": "",
        "file": "",
        "description": rich_text("<p>At sea.</p>"),
        "tags": "sea",
        "comments": inline_formset([]),
    } | fields
    return nested_form_data(data) | {action: "1"}


def add_address(newsroom, model):
    return f"/admin/pages/add/newsroom_library/{model}/{newsroom.pk}/"


def test_marketing_submits_and_pr_approves(log_in, newsroom, make_image):
    marketing, office = log_in("Marketing"), log_in("PR")
    answer = marketing.post(add_address(newsroom, "mediaassetpage"), form_data("action-submit", make_image()))
    assert answer.status_code == 302
    page = MediaAssetPage.objects.get()
    assert not page.live
    task = page.current_workflow_task_state
    office.post(
        reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", task.pk]), {"comment": ""}
    )
    page.refresh_from_db()
    assert page.live
    assert Item.objects.get(type="ASSET").document["tags"] == ["sea"]


def test_scheduled_corrected_and_withdrawn_with_a_reason(log_in, newsroom, make_image, monkeypatch):
    office, image = log_in("PR"), make_image()
    soon = (timezone.now() + dt.timedelta(hours=2)).strftime("%Y-%m-%d %H:%M")
    data = form_data("action-publish", image, go_live_at=soon)
    assert office.post(add_address(newsroom, "mediaassetpage"), data).status_code == 302
    page = MediaAssetPage.objects.get()
    assert not Item.objects.filter(type="ASSET").exists()
    real = timezone.now
    monkeypatch.setattr(timezone, "now", lambda: real() + dt.timedelta(hours=3))
    assert scheduling.run_due().failed == []
    assert Item.objects.get(type="ASSET").state == Item.State.USABLE

    edit = f"/admin/pages/{page.pk}/edit/"
    changed = form_data("action-publish", image, title="The mast")
    assert (
        "Say whether you make a minor change or a correction." in office.post(edit, changed).content.decode()
    )
    note = {"change": "CORRECTION", "correction_note": "It is the only one."}
    assert office.post(edit, changed | note).status_code == 302
    assert Edition.objects.filter(action="CORRECTED").get().note == "It is the only one."

    unpublish = f"/admin/pages/{page.pk}/unpublish/"
    office.post(unpublish, {"withdrawal_reason": "It has fallen."})
    item = Item.objects.get(type="ASSET")
    assert item.state == Item.State.WITHDRAWN
    assert Edition.objects.filter(action="WITHDRAWN").get().note == "It has fallen."


def test_a_kit_holds_its_assets_in_order_and_is_previewed(log_in, newsroom, make_image, make_document):
    office = log_in("PR")
    first, second = make_image("First"), make_document("Second")
    rows = inline_formset(
        [
            {"image": "", "media": "", "file": str(second.pk), "ORDER": "2"},
            {"image": str(first.pk), "media": "", "file": "", "ORDER": "1"},
        ]
    )
    data = nested_form_data(
        {
            "title": "Kit",
            "slug": "kit",
            "description": rich_text(""),
            "release": "",
            "rows": rows,
            "comments": inline_formset([]),
        }
    )
    preview = f"{add_address(newsroom, 'presskitpage')}preview/"
    assert office.post(preview, data).json()["is_valid"] is True
    assert office.get(preview).status_code in (200, 302)
    answer = office.post(add_address(newsroom, "presskitpage"), data | {"action-publish": "1"})
    assert answer.status_code == 302, answer.context["form"].errors
    document = Item.objects.get(type="PRESS_KIT").document
    assert [file["title"] for file in document["files"]] == ["First", "Second"]


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("Norrvind", "Norrvind"),
        ("© Ingen upphovsrätt (public domain)", "Ingen upphovsrätt (public domain)"),
        ("(C) 2026 Åsa Lind", "2026 Åsa Lind"),
        ("Copyright © Norrvind", "Norrvind"),
        ("Copyright Clearance Center", "Copyright Clearance Center"),  # a name
        ("copyright 2026 Norrvind", "2026 Norrvind"),
        ("Copyrights Ltd", "Copyrights Ltd"),
        ("", ""),
    ],
)
def test_a_holder_is_named_without_the_mark_that_pages_print(given, shown):
    assert without_mark(given) == shown


def test_a_kit_shows_once_what_stands_in_it_twice(newsroom, make_image, make_document):
    picture = make_image("Picture", copyright_holder="© Åsa Lind")
    kit = PressKitPage(title="Kit", slug="kit", live=False)
    kit.rows = [
        PressKitRow(image=picture),
        PressKitRow(file=make_document("Text")),
        PressKitRow(image=picture),
    ]
    newsroom.add_child(instance=kit)
    kit.save_revision().publish()
    document = Item.objects.get(type="PRESS_KIT").document
    assert [file["title"] for file in document["files"]] == ["Picture", "Text"]
    assert document["file_count"] == 2
    assert document["files"][0]["copyright_holder"] == "Åsa Lind"


def test_a_row_with_two_assets_is_refused_with_words(log_in, newsroom, make_image, make_document):
    row = {"image": str(make_image().pk), "media": "", "file": str(make_document().pk)}
    data = nested_form_data(
        {
            "title": "Kit",
            "slug": "kit",
            "description": rich_text(""),
            "release": "",
            "rows": inline_formset([row]),
            "comments": inline_formset([]),
        }
    )
    address = add_address(newsroom, "presskitpage")
    html = log_in("PR").post(address, data | {"action-publish": "1"}).content.decode()
    assert "Choose one: an image, a video or audio, or a document." in html
    assert not PressKitPage.objects.exists()


def test_topics_are_offered_in_the_language_of_the_page(log_in, newsroom, topic):

    swedish = Locale.objects.get_or_create(language_code="sv")[0]
    Topic.objects.create(name="Vindkraft", slug="vindkraft", locale=swedish)
    form = log_in("PR").get(add_address(newsroom, "mediaassetpage")).context["form"]
    assert list(form.fields["topics"].queryset) == [topic]


def test_a_scheduled_asset_is_among_what_goes_out_next(log_in, make_asset_page):
    page = make_asset_page("Storhällan", publish=False)
    page.go_live_at = timezone.now() + dt.timedelta(days=3)
    page.save_revision().publish()
    html = log_in("PR").get("/admin/").content.decode()
    assert f'<a href="/admin/pages/{page.pk}/edit/">Storhällan</a>' in html
