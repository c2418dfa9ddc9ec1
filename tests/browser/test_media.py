"""Pictures in a real browser: uploaded, told what their file says, chosen, published on a page and in a kit."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from PIL import Image as Picture
from playwright.sync_api import Page, expect
from wagtail.models import Locale
from wagtail.models import Page as WagtailPage

from cms.ledger.models import Item
from cms.library.models import MediaAssetPage, PressKitPage
from cms.media.models import NewsroomImage, NewsroomMedia
from cms.newsroom.models import NewsroomPage
from tests.browser.editor import publish, settle_draft

pytestmark = pytest.mark.enable_socket

SHOTS = os.environ.get("SHOTS", "")
"""A folder for screenshots, for those who want to look."""


def shoot(tab: Page, name: str) -> None:
    if SHOTS:
        tab.screenshot(path=f"{SHOTS}/{name}.png", full_page=True)


@pytest.fixture
def press_room(people: Any) -> NewsroomPage:
    root = WagtailPage.objects.filter(depth=1).get()
    english = Locale.objects.get(language_code="en")
    return root.add_child(instance=NewsroomPage(title="Norrvind", slug="norrvind", live=True, locale=english))


@pytest.fixture
def pictures(people: Any) -> list[NewsroomImage]:
    """Twelve images of one colour each, that anybody may publish."""
    found = []
    for number in range(12):
        data = ContentFile(b"", name=f"mast-{number}.png")
        Picture.new("RGB", (64, 48), (20 * number, 90, 120)).save(data, "PNG")
        data.seek(0)
        words = {"alt": f"Mast {number}", "credit": "Åsa Lind", "usage_terms": "Free"}
        found.append(NewsroomImage.objects.create(title=f"Mast {number:02}", file=data, **words))
    return found


def send(tab: Page, *paths: Path) -> None:
    tab.goto("/admin/images/multiple/add/")
    tab.set_input_files("input[type=file]", [str(path) for path in paths])


def test_an_uploaded_photo_offers_what_its_file_says(
    open_admin: Any, press_room: Any, shared_data: Path
) -> None:
    tab = open_admin("PR")
    errors: list[str] = []
    tab.on("pageerror", lambda error: errors.append(str(error)))
    folder = shared_data / "media"
    send(tab, folder / "pd_full_iptc_sv.jpg", folder / "bomb_30000x30000.png", folder / "pd_truncated.jpg")
    offers = tab.locator(".newsroom-offers")
    expect(offers).to_be_visible(timeout=60_000)
    expect(tab.get_by_text("cut off").first).to_be_visible(timeout=60_000)
    image = NewsroomImage.objects.get()
    prefix = f"#id_image-{image.pk}"
    expect(tab.locator(f"{prefix}-credit")).to_have_value("")
    shoot(tab, "upload")
    offers.get_by_role("button", name="Use all that are empty").press("Enter")
    expect(offers.locator("[role=status]")).to_contain_text("Taken over:")
    credit = tab.locator(f"{prefix}-credit").input_value()
    assert credit
    shoot(tab, "upload-taken")
    tab.get_by_role("button", name="Update").first.click()
    expect(tab.locator(".messages, .upload-complete, li.upload-success").first).to_be_attached(timeout=30_000)
    for _ in range(200):  # keywords are written last
        if image.tags.exists():
            break
        tab.wait_for_timeout(100)
    else:
        pytest.fail("The keywords are not kept.")
    image.refresh_from_db()
    assert image.credit == credit
    assert image.caption == "Pupils collect and weigh scrap paper for recycling."
    assert errors == []
    tab.goto(f"/admin/images/{image.pk}/")
    expect(tab.locator(".newsroom-offers")).to_be_visible()
    shoot(tab, "image-edit")
    tab.set_viewport_size({"width": 400, "height": 900})
    made_by = "document.querySelector('[name=digital_source_type]').getBoundingClientRect().right"
    assert tab.evaluate(made_by) <= 400 - 20
    assert (tab.locator("[name=caption]").bounding_box() or {})["height"] < 250


def test_a_kit_takes_many_images_from_one_dialog(open_admin: Any, press_room: Any, pictures: Any) -> None:
    tab = open_admin("PR")
    tab.goto(f"/admin/pages/add/newsroom_library/presskitpage/{press_room.pk}/")
    tab.fill("[name=title]", "Masts")
    tab.locator("#id_rows-OPEN_MODAL").click()
    dialog = tab.locator(".modal-dialog")
    expect(dialog.locator("[data-multiple-choice-select]").first).to_be_visible()
    shoot(tab, "chooser")
    boxes = dialog.locator("[data-multiple-choice-select]")
    for number in range(boxes.count()):
        boxes.nth(number).check()
    dialog.locator("[data-multiple-choice-submit]").click()
    expect(tab.locator("#id_rows-FORMS > *")).to_have_count(12)
    shoot(tab, "kit")
    tab.locator("#id_rows-ADD_EMPTY").click()
    expect(tab.locator("#id_rows-FORMS > *")).to_have_count(13)
    tab.locator("#id_rows-FORMS > *").last.get_by_role("button", name="Delete").click()
    settle_draft(tab)
    publish(tab)
    expect(tab.locator(".messages")).to_contain_text("published", timeout=60_000)
    kit = PressKitPage.objects.get()
    assert kit.rows.count() == 12
    assert Item.objects.get(type="PRESS_KIT").document["file_count"] == 12


def test_an_asset_gets_a_page_and_errors_keep_what_was_typed(
    open_admin: Any, press_room: Any, pictures: Any
) -> None:
    image = pictures[0]
    NewsroomImage.objects.filter(pk=image.pk).update(alt="")
    tab = open_admin("PR")
    tab.goto(f"/admin/images/{image.pk}/")
    tab.get_by_role("link", name="Give it a page of its own").click()
    shoot(tab, "begin-page")
    tab.get_by_role("button", name="Begin the page").click()
    tab.wait_for_url("**/edit/")
    tab.fill("[name=title]", "The first mast")
    publish(tab)
    expect(tab.locator(".messages")).to_contain_text("it has no alternative text")
    expect(tab.locator("[name=title]")).to_have_value("The first mast")
    shoot(tab, "asset-page-error")
    expect(tab.get_by_role("link", name="Open “Mast 00” (in a new tab)")).to_be_visible()
    NewsroomImage.objects.filter(pk=image.pk).update(alt="A mast")
    publish(tab)
    expect(tab.locator(".messages")).to_contain_text("has been published", timeout=30_000)
    assert MediaAssetPage.objects.get().title == "The first mast"
    shoot(tab, "asset-page")


def test_a_video_is_chosen_in_a_block_and_a_hostile_upload_is_refused_there(
    open_admin: Any, press_room: Any, shared_data: Path
) -> None:
    folder = shared_data / "media"
    tab = open_admin("PR")
    tab.goto(f"/admin/pages/add/newsroom_releases/releasepage/{press_room.pk}/")
    tab.fill("[name=title]", "A film")
    body = tab.locator("#panel-child-text-body-section")
    body.locator("button[title='Insert a block']").first.click()
    tab.get_by_role("option", name="Video").click()
    body.get_by_role("button", name="Choose video").click()
    dialog = tab.locator(".modal-dialog")
    dialog.get_by_role("tab", name="Upload Video").click()
    form = dialog.locator("form.media-upload")
    form.locator("[name=media-chooser-upload-title]").fill("Bunny")
    form.locator("[name=media-chooser-upload-file]").set_input_files(str(folder / "bbb_truncated.mp4"))
    form.get_by_role("button", name="Upload").click()
    expect(dialog.get_by_text("cut off")).to_be_attached(timeout=30_000)
    assert not NewsroomMedia.objects.exists()
    tab.locator(".modal-dialog").get_by_role("tab", name="Upload Video").click()
    video = tab.locator(".modal-dialog form.media-upload:visible")
    expect(video.locator("[name=media-chooser-upload-title]")).to_have_value("Bunny")
    shoot(tab, "video-refused")
    video.locator("[name=media-chooser-upload-file]").set_input_files(str(folder / "bbb_480p.mp4"))
    video.get_by_role("button", name="Upload").click()
    expect(body.get_by_text("Bunny")).to_be_visible(timeout=30_000)
    assert NewsroomMedia.objects.get().type == "video"
    shoot(tab, "video-chosen")
