"""The screens of the library: what the file offers, what is said of an asset, listings, choosers, deleting."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from cms.library.models import PressKitPage, PressKitRow
from cms.media.models import NewsroomImage, NewsroomMedia


@pytest.fixture
def press_photo(db, shared_data):
    """A photo with complete metadata in Swedish."""
    data = (shared_data / "media" / "pd_full_iptc_sv.jpg").read_bytes()
    return NewsroomImage.objects.create(title="DSC_0001", file=SimpleUploadedFile("DSC_0001.jpg", data))


def test_the_edit_form_offers_what_the_file_says_and_takes_nothing(admin_client, press_photo):
    answer = admin_client.get(f"/admin/images/{press_photo.pk}/")
    html = answer.content.decode()
    assert "From the file" in html
    assert 'data-field="id_credit"' in html
    assert 'data-field="id_tags"' in html
    press_photo.refresh_from_db()
    assert press_photo.credit == ""
    assert press_photo.alt == ""


def test_an_embargo_in_the_file_is_a_warning(admin_client, shared_data):
    data = (shared_data / "media" / "pd_embargo.jpg").read_bytes()
    image = NewsroomImage.objects.create(title="Later", file=SimpleUploadedFile("later.jpg", data))
    html = admin_client.get(f"/admin/images/{image.pk}/").content.decode()
    assert "may not be published before" in html
    assert "EMBARGO" in html


def test_the_same_file_again_is_pointed_out(admin_client, make_image):
    first, second = make_image("First"), make_image("Second")
    assert first.sha256 == second.sha256
    html = admin_client.get(f"/admin/images/{second.pk}/").content.decode()
    assert "The same file is already in the library:" in html
    assert f'<a href="/admin/images/{first.pk}/">First</a>' in html


def titles(answer):
    return sorted(asset.title for asset in answer.context["object_list"])


def test_images_are_filtered_by_rights_use_and_origin(admin_client, make_image, make_release):
    now = timezone.now()
    make_image("Open", usage_terms="Free", digital_source_type="trainedAlgorithmicMedia")
    make_image("Nobody's", credit="")
    make_image("Ending", usage_terms="Free", expires_at=now + timedelta(days=13))
    make_image("Ended", usage_terms="Free", expires_at=now - timedelta(days=1))
    make_release("Used", hero=NewsroomImage.objects.get(title="Open"))

    def shown(**query):
        return titles(admin_client.get("/admin/images/", query))

    assert shown() == ["Ended", "Ending", "Nobody's", "Open"]
    assert shown(rights="MISSING") == ["Nobody's"]
    assert shown(rights="ENDING") == ["Ending"]
    assert shown(rights="ENDED") == ["Ended"]
    assert shown(rights="OPEN") == ["Open"]
    assert shown(use="USED") == ["Open"]
    assert shown(use="UNUSED") == ["Ended", "Ending", "Nobody's"]
    assert shown(origin="AI") == ["Open"]
    assert shown(mime_type="image/jpeg") == ["Ended", "Ending", "Nobody's", "Open"]
    assert shown(rights="ENDED", q="Ended") == ["Ended"]
    assert admin_client.get("/admin/images/", {"layout": "list"}).status_code == 200


def test_documents_and_recordings_are_listed_with_the_same_filters(admin_client, make_document, shared_data):
    make_document("Report", credit="Åsa", usage_terms="Free")
    make_document("Draft")
    data = (shared_data / "media" / "bbb_audio.mp3").read_bytes()
    NewsroomMedia.objects.create(title="Bunny", file=SimpleUploadedFile("b.mp3", data), type="audio")
    assert titles(admin_client.get("/admin/documents/", {"rights": "MISSING"})) == ["Draft"]
    assert titles(admin_client.get("/admin/documents/", {"rights": "OPEN", "q": "Report"})) == ["Report"]
    assert titles(admin_client.get("/admin/media/", {"rights": "MISSING"})) == ["Bunny"]
    assert titles(admin_client.get("/admin/media/", {"q": "Bunny", "mime_type": "audio/mpeg"})) == ["Bunny"]
    assert titles(admin_client.get("/admin/media/", {"use": "USED"})) == []


def test_choosers_mark_and_withhold_what_has_expired(admin_client, make_image, make_document):
    make_image("Ended", expires_at=timezone.now() - timedelta(days=1))
    fine = make_image("Fine")
    make_document("Old", expires_at=timezone.now() - timedelta(days=1))
    html = admin_client.get("/admin/images/chooser/results/").content.decode()
    assert "Rights ended" in html
    assert html.count("data-chooser-modal-choice") == 1
    assert f"/admin/images/chooser/chosen/{fine.pk}/" in html
    assert "Old" not in admin_client.get("/admin/documents/chooser/results/").content.decode()


def test_where_a_recording_is_used_is_shown_before_it_is_deleted(admin_client, make_release, shared_data):
    data = (shared_data / "media" / "bbb_480p.mp4").read_bytes()
    video = NewsroomMedia.objects.create(title="Bunny", file=SimpleUploadedFile("b.mp4", data), type="video")
    block = {"file": video.pk, "poster": None, "title": "", "caption": "", "transcript": ""}
    make_release("With a video", body=[{"type": "video", "value": block}])
    usage = admin_client.get(f"/admin/media/usage/{video.pk}/").content.decode()
    assert "With a video" in usage
    warning = admin_client.get(f"/admin/media/delete/{video.pk}/").content.decode()
    assert "Something public shows this." in warning
    assert "Used 1 time" in warning


def test_what_a_kit_shows_is_warned_of_before_it_is_deleted(
    admin_client, newsroom, make_image, make_document
):
    image, report, unused = make_image(), make_document(), make_document("Unused")
    kit = PressKitPage(title="Kit", live=False)
    kit.rows = [PressKitRow(image=image), PressKitRow(file=report)]
    newsroom.add_child(instance=kit)
    kit.save_revision().publish()
    for address in (f"/admin/images/{image.pk}/delete/", f"/admin/documents/delete/{report.pk}/"):
        assert "Something public shows this." in admin_client.get(address).content.decode()
    html = admin_client.get(f"/admin/documents/delete/{unused.pk}/").content.decode()
    assert "Something public shows this." not in html
    assert "Kit" in admin_client.get(f"/admin/images/usage/{image.pk}/").content.decode()
