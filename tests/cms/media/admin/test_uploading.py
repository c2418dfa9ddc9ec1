"""Uploading through Wagtail's own forms: what is accepted, what is refused and with what words, what is left behind."""

from __future__ import annotations

import csv
import json
import time
from pathlib import Path
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.models import UploadedFile

from cms.media.models import NewsroomFile, NewsroomImage, NewsroomMedia
from cms.media.storage import vault

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
        assert answer.status_code == 200
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
