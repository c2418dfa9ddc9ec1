"""Uploading through Wagtail's own forms: what is accepted, what is refused and with what words, what is left behind."""

from __future__ import annotations

import csv
import json
import time
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.models import UploadedFile

from cms.errors import StorageUnavailable
from cms.media.models import NewsroomFile, NewsroomImage, NewsroomMedia
from cms.media.storage import vault
from cms.media.storage.local import LocalVault

ADD = {
    "image": "/admin/images/multiple/add/",
    "document": "/admin/documents/multiple/add/",
}
REFUSED = {
    "pd_truncated.jpg": "cut off",
    "decompression_bomb.gif": "pixels",
    "bomb_30000x30000.png": "pixels",
    "xss_script.svg": "script",
    "xxe_laughs.svg": "entit",
    "html_named.jpg": "HTML",
    "jpeg_with_php_comment.jpg": "program hidden",
    "huge_tag_exif.jpg": "damaged",
    "empty.jpg": "0 bytes",
    "pdf_with_javascript.pdf": "JavaScript",
    "bbb_truncated.mp4": "cut off",
}


def files_of(folder: Path) -> list[Path]:
    with (folder / "media" / "manifest.csv").open() as file:
        return [folder / "media" / row["file"] for row in csv.DictReader(file)]


def kind_of(path: Path) -> str:
    suffix = path.suffix.lower()
    return {".pdf": "document", ".mp4": "media", ".webm": "media", ".mp3": "media"}.get(suffix, "image")


def send(client: Client, path: Path) -> dict[str, Any]:
    """Uploads a file as the admin's screens do; `{success, error_message}`."""
    kind = kind_of(path)
    upload = SimpleUploadedFile(path.name, path.read_bytes())
    if kind != "media":
        answer = client.post(
            ADD[kind],
            {"title": path.stem, "files[]": upload},
            headers={"x-requested-with": "XMLHttpRequest"},
        )
        assert answer.status_code == 200, answer.content
        return json.loads(answer.content)
    answer = client.post("/admin/media/video/add/", {"title": path.stem, "file": upload})
    if answer.status_code == 302:
        return {"success": True}
    return {"success": False, "error_message": " ".join(answer.context["form"].errors["file"])}


def edit_url(asset: Any) -> str:
    return str(AdminURLFinder().get_edit_url(asset))


def vault_names() -> set[str]:
    return set(vault.names())


def row_count() -> int:
    models = (NewsroomImage, NewsroomFile, NewsroomMedia, UploadedFile)
    return sum(model.objects.count() for model in models)


def test_every_file_of_the_real_data_is_taken_or_refused_with_words(admin_client, shared_data):
    refused = {}
    for path in files_of(shared_data):
        before, rows = vault_names(), row_count()
        started = time.monotonic()
        answer = send(admin_client, path)
        took = time.monotonic() - started
        if not answer["success"]:
            refused[path.name] = answer["error_message"]
            assert vault_names() == before, path.name
            assert row_count() == rows, path.name
            assert took < 4, (path.name, took)
    assert refused.keys() == REFUSED.keys()
    for name, words in REFUSED.items():
        assert words in refused[name], (name, refused[name])
    for asset in (*NewsroomImage.objects.all(), *NewsroomFile.objects.all(), *NewsroomMedia.objects.all()):
        assert len(asset.sha256) == 64
        assert asset.mime_type
        assert admin_client.get(edit_url(asset)).status_code == 200, asset.title


PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c49444154789c63606060000000040001f61738550000000049454e44ae426082"
)


def add_image(client: Client, upload: SimpleUploadedFile, **fields: str) -> Any:
    return client.post("/admin/images/add/", {"title": "Dot", "file": upload, **fields})


def test_an_error_keeps_what_the_editor_typed(admin_client):
    answer = add_image(
        admin_client, SimpleUploadedFile("a.jpg", b"<html>"), alt="A dot", caption="Only a dot"
    )
    assert answer.status_code == 200
    html = answer.content.decode()
    assert "HTML" in " ".join(answer.context["form"].errors["file"])
    assert 'value="A dot"' in html
    assert "Only a dot" in html
    assert not NewsroomImage.objects.exists()


@pytest.mark.parametrize("name", ["x" * 300 + ".png", "../../etc/passwd.png", "Ålandshav – №2", "dot.php"])
def test_names_decide_nothing(admin_client, name):
    assert add_image(admin_client, SimpleUploadedFile(name, PNG)).status_code == 302
    image = NewsroomImage.objects.get()
    folder, unguessable, stored = image.file.name.split("/")
    assert (folder, len(unguessable), stored) == ("originals", 32, "dot.png")
    assert image.mime_type == "image/png"


def test_a_file_of_another_type_is_shown_its_place(admin_client, shared_data):
    video = SimpleUploadedFile("v.jpg", (shared_data / "media" / "bbb_480p.mp4").read_bytes())
    answer = add_image(admin_client, video)
    assert answer.context["form"].errors["file"] == ["This is a video. Upload it under Video and audio."]


def test_a_file_beyond_the_limit_is_refused_with_the_figures(admin_client, settings):
    settings.NEWSROOM = settings.NEWSROOM | {"UPLOAD_LIMITS": {"IMAGE": 50}}
    errors = add_image(admin_client, SimpleUploadedFile("a.png", PNG)).context["form"].errors["file"]
    assert "69\xa0bytes" in errors[0]
    assert "50\xa0bytes" in errors[0]


def test_a_full_library_takes_nothing_more(admin_client, make_document, settings):
    make_document(text="x" * 1000)
    settings.NEWSROOM = settings.NEWSROOM | {"STORAGE_QUOTA": 1050}
    before = vault_names()
    errors = add_image(admin_client, SimpleUploadedFile("a.png", PNG)).context["form"].errors["file"]
    assert "the library holds 1000\xa0bytes of 1.0\xa0KB" in errors[0]
    assert vault_names() == before
    settings.NEWSROOM = settings.NEWSROOM | {"STORAGE_QUOTA": 1069}
    assert add_image(admin_client, SimpleUploadedFile("a.png", PNG)).status_code == 302


def test_replacing_a_file_reads_the_new_one(admin_client, make_image):
    image = make_image()
    old = image.file.name
    form = {"title": "Mast", "alt": "A mast", "file": SimpleUploadedFile("a.png", PNG)}
    assert admin_client.post(f"/admin/images/{image.pk}/", form).status_code == 302
    fresh = NewsroomImage.objects.get()
    assert (fresh.mime_type, fresh.width, fresh.file_size) == ("image/png", 1, 69)
    assert fresh.sha256 != image.sha256
    assert old not in vault_names()
    refused = {"title": "Mast", "alt": "A mast", "file": SimpleUploadedFile("a.png", b"<html>")}
    assert admin_client.post(f"/admin/images/{image.pk}/", refused).status_code == 200
    assert NewsroomImage.objects.get().sha256 == fresh.sha256


def test_choosers_refuse_in_their_upload_tabs(admin_client):
    upload = SimpleUploadedFile("a.jpg", b"<html>")
    answer = admin_client.post(
        "/admin/images/chooser/create/",
        {"image-chooser-upload-title": "A", "image-chooser-upload-file": upload},
    )
    assert "HTML" in answer.json()["htmlFragment"]
    upload = SimpleUploadedFile("a.mp4", PNG)
    answer = admin_client.post(
        "/admin/media/video/chooser/upload/",
        {"media-chooser-upload-title": "A", "media-chooser-upload-file": upload},
    )
    assert "This is an image. Upload it under Images." in answer.json()["html"]
    assert row_count() == 0


def test_a_title_that_is_too_long_does_not_lose_the_file(admin_client):
    answer = admin_client.post(
        ADD["image"],
        {"title": "x" * 300, "files[]": SimpleUploadedFile("a.png", PNG)},
        headers={"x-requested-with": "XMLHttpRequest"},
    )
    upload = UploadedFile.objects.get()
    assert answer.json()["success"] is True
    address = f"/admin/images/multiple/create_from_uploaded_image/{upload.pk}/"
    prefix = f"uploaded-image-{upload.pk}"
    answer = admin_client.post(address, {f"{prefix}-title": "Dot", f"{prefix}-alt": "A dot"})
    assert answer.json()["success"] is True, answer.json()
    image = NewsroomImage.objects.get()
    assert (len(image.sha256), image.mime_type, image.alt) == (64, "image/png", "A dot")


def test_a_poster_must_be_a_picture(admin_client, shared_data):
    video = SimpleUploadedFile("v.mp4", (shared_data / "media" / "bbb_480p.mp4").read_bytes())
    form = {"title": "V", "file": video, "thumbnail": SimpleUploadedFile("p.jpg", b"<html>")}
    answer = admin_client.post("/admin/media/video/add/", form)
    assert "HTML" in answer.context["form"].errors["thumbnail"][0]
    assert not NewsroomMedia.objects.exists()


def test_length_size_and_codecs_come_from_the_file(admin_client, shared_data):
    video = SimpleUploadedFile("v.mp4", (shared_data / "media" / "bbb_rotated90.mp4").read_bytes())
    form = {"title": "V", "file": video, "duration": "999", "width": "1", "height": "1"}
    assert admin_client.post("/admin/media/audio/add/", form).status_code == 302
    media = NewsroomMedia.objects.get()
    assert (media.type, media.width, media.height, round(media.duration)) == ("video", 270, 480, 4)
    html = admin_client.get(f"/admin/media/edit/{media.pk}/").content.decode()
    assert "270 × 480 pixels" in html
    assert "h264, aac" in html


def test_a_storage_that_is_down_is_an_error_of_the_form(admin_client, monkeypatch):
    def fail(self, name):
        raise StorageUnavailable("The storage cannot be reached.", reason="TEST")

    monkeypatch.setattr(LocalVault, "exists", fail)
    answer = add_image(admin_client, SimpleUploadedFile("a.png", PNG), alt="A dot")
    assert answer.context["form"].errors["file"] == ["The storage cannot be reached."]
    assert 'value="A dot"' in answer.content.decode()


def test_a_storage_that_goes_down_while_saving_is_a_message(admin_client, monkeypatch):
    def fail(self, *args, **kwargs):
        raise StorageUnavailable("The storage cannot be reached.", reason="TEST")

    monkeypatch.setattr(LocalVault, "save", fail)
    answer = admin_client.post(
        ADD["image"],
        {"title": "Dot", "files[]": SimpleUploadedFile("a.png", PNG)},
        headers={"x-requested-with": "XMLHttpRequest"},
    )
    assert answer.json()["success"] is False
    assert answer.json()["error_message"] == "The storage cannot be reached."
    assert not NewsroomImage.objects.exists()
