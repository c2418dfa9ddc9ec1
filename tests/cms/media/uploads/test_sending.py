"""Sending files over HTTP: the whole way, what is said before a byte is sent, and parts that lie."""

from __future__ import annotations

import hashlib
import io
import json
from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.utils import timezone

from cms.media.models import NewsroomFile, NewsroomImage, Upload
from cms.media.storage import vault
from cms.media.uploads import services
from tests.cms.media.uploads.sending import (
    ADDRESS,
    PART,
    TEXT,
    begin,
    complete,
    in_vault,
    pieces,
    png,
    put,
    root,
    upload,
)

pytestmark = pytest.mark.django_db


def test_a_text_in_three_parts_becomes_a_document(logged_in, editor, places):
    begun = begin(logged_in)
    assert begun.status_code == 201
    told = begun.json()
    assert {
        key: told[key] for key in ("name", "size", "state", "part_size", "part_count", "parts", "direct")
    } == {
        "name": "report.txt",
        "size": 2600,
        "state": "UPLOADING",
        "part_size": 1000,
        "part_count": 3,
        "parts": [],
        "direct": False,
    }
    for number in (3, 1, 2):  # in any order
        assert put(logged_in, told["id"], number, pieces(TEXT)[number - 1]).status_code == 204
    done = complete(logged_in, told["id"])
    assert done.status_code == 202
    document = NewsroomFile.objects.get()
    assert done.json()["state"] == "DONE"
    assert done.json()["asset"] == {
        "title": "report",
        "type": "DOCUMENT",
        "url": f"/admin/documents/edit/{document.pk}/",
        "thumbnail": "",
    }
    assert (document.sha256, document.mime_type) == (hashlib.sha256(TEXT).hexdigest(), "text/plain")
    assert (document.file_size, document.file_hash) == (2600, hashlib.sha1(TEXT).hexdigest())
    assert (document.uploaded_by_user, document.collection) == (editor, root())
    assert in_vault(places) == [document.file.name]
    with vault.local_copy(document.file.name) as path:
        assert path.read_bytes() == TEXT


def test_an_image_is_measured_and_shown(logged_in, places):
    done = upload(logged_in, png(), "Åre på våren.png")
    image = NewsroomImage.objects.get()
    assert (image.title, image.width, image.height) == ("Åre på våren", 60, 40)
    assert done["asset"]["url"] == f"/admin/images/{image.pk}/"
    assert done["asset"]["thumbnail"].startswith("/vault/")
    assert logged_in.get(done["asset"]["thumbnail"]).status_code == 200


def test_the_content_decides_what_it_is_and_is_called(logged_in, places):
    done = upload(logged_in, png(), "picture.txt")
    image = NewsroomImage.objects.get()
    assert done["asset"]["type"] == "IMAGE"
    assert image.file.name.startswith("originals/")
    assert image.file.name.endswith("/picture.png")
    assert [name for name in in_vault(places) if not name.startswith("images/")] == [image.file.name]


def test_completing_again_answers_with_the_same_asset(logged_in):
    first = upload(logged_in)
    again = complete(logged_in, first["id"])
    assert again.json() == first
    assert NewsroomFile.objects.count() == 1


def test_an_upload_goes_on_after_a_reload(logged_in):
    uid = begin(logged_in, modified=1700000000000).json()["id"]
    put(logged_in, uid, 2, pieces(TEXT)[1])
    listed = logged_in.get(ADDRESS).json()
    assert [(one["id"], one["name"], one["parts"]) for one in listed["uploads"]] == [(uid, "report.txt", [2])]
    assert listed["csrf_token"]
    again = begin(logged_in, modified=1700000000000).json()
    assert (again["id"], again["parts"]) == (uid, [2])
    assert begin(logged_in, modified=1700000000001).json()["id"] != uid
    assert begin(logged_in, modified=1700000000000, fresh=True).json()["id"] != uid


def test_completing_too_early_names_the_missing_parts(logged_in):
    uid = begin(logged_in).json()["id"]
    put(logged_in, uid, 2, pieces(TEXT)[1])
    answer = complete(logged_in, uid)
    assert answer.status_code == 409
    assert answer.json()["missing"] == [1, 3]
    assert logged_in.get(f"{ADDRESS}{uid}/").json()["state"] == "UPLOADING"
    assert not NewsroomFile.objects.exists()


@pytest.mark.parametrize(
    ("number", "length", "status"),
    [(1, PART + 1, 413), (3, 601, 413), (1, PART - 1, 400), (0, 10, 400), (4, 10, 400)],
)
def test_parts_of_a_wrong_length_or_number_are_not_kept(logged_in, places, number, length, status):
    uid = begin(logged_in).json()["id"]
    assert put(logged_in, uid, number, b"x" * length).status_code == status
    assert in_vault(places) == []


def test_a_body_that_is_longer_than_it_says_is_cut_off(places, editor):
    class Endless(io.RawIOBase):
        given = 0

        def read(self, size: int = -1) -> bytes:
            self.given += size
            return b"x" * size

    row = services.create(user=editor, name="a.txt", size=2600, collection_id=root().pk)
    body = Endless()
    with pytest.raises(services.TooLarge):
        services.receive_part(row, 1, body, PART)
    assert body.given == PART + 1
    assert in_vault(places) == []


@pytest.mark.parametrize(
    ("asked", "status", "words"),
    [
        ({"size": 0}, 400, "empty"),
        ({"size": -1}, 400, "size"),
        ({"size": "5"}, 400, "size"),
        ({"size": 209_715_201}, 413, "200"),
        ({"name": "a.jpg", "size": 104_857_601}, 413, "100"),
        ({"name": "a.mp4", "size": 5_368_709_121}, 413, "5.0"),
        ({"name": ""}, 400, "name"),
        ({"collection": 999_999}, 403, "collection"),
    ],
)
def test_what_is_wrong_is_said_before_a_byte_is_sent(logged_in, asked, status, words):
    answer = logged_in.post(
        ADDRESS,
        json.dumps({"name": "a.txt", "size": 10, "collection": root().pk} | asked),
        content_type="application/json",
    )
    assert answer.status_code == status
    assert answer["Content-Type"] == "application/problem+json"
    assert words in answer.json()["detail"]
    assert not Upload.objects.exists()


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("ä" * 300 + ".txt", "ä" * 98 + ".txt"),
        ("../../etc/passwd.txt", "passwd.txt"),
        ("C:\\x\\y.txt", "y.txt"),
    ],
)
def test_names_are_cleaned(logged_in, places, name, kept):
    done = upload(logged_in, TEXT, name)
    assert done["name"] == kept
    assert done["state"] == "DONE"
    assert in_vault(places) == [NewsroomFile.objects.get().file.name]
    assert len(NewsroomFile.objects.get().file.name) <= 100


def test_unfinished_uploads_have_a_limit_together(logged_in, settings):
    settings.NEWSROOM = settings.NEWSROOM | {"UPLOAD_PENDING": 6000}
    assert begin(logged_in, name="a.txt").status_code == 201
    second = begin(logged_in, name="b.txt").json()
    refused = begin(logged_in, name="c.txt")
    assert refused.status_code == 409
    assert "Finish or cancel" in refused.json()["detail"]
    logged_in.delete(f"{ADDRESS}{second['id']}/")
    assert begin(logged_in, name="c.txt").status_code == 201


def test_cancelling_removes_the_parts(logged_in, places):
    uid = begin(logged_in).json()["id"]
    put(logged_in, uid, 1, pieces(TEXT)[0])
    assert logged_in.delete(f"{ADDRESS}{uid}/").status_code == 204
    assert in_vault(places) == []
    assert put(logged_in, uid, 2, pieces(TEXT)[1]).status_code == 404
    assert complete(logged_in, uid).status_code == 404


def test_abandoned_uploads_go(logged_in, places):
    idle = begin(logged_in, name="idle.txt").json()["id"]
    put(logged_in, idle, 1, pieces(TEXT)[0])
    busy = begin(logged_in, name="busy.txt").json()["id"]
    done = upload(logged_in, TEXT, "done.txt")
    day = timezone.now() - timedelta(hours=24, seconds=1)
    Upload.objects.exclude(pk=busy).update(active_at=day)
    assert services.clear_abandoned() == 2
    assert [str(pk) for pk in Upload.objects.values_list("pk", flat=True)] == [busy]
    assert in_vault(places) == [NewsroomFile.objects.get().file.name]
    assert done["state"] == "DONE"


def test_an_abandoned_upload_of_a_deleted_user_goes_too(logged_in, editor, places):
    put(logged_in, begin(logged_in).json()["id"], 1, pieces(TEXT)[0])
    editor.delete()
    Upload.objects.update(active_at=timezone.now() - timedelta(days=2))
    assert services.clear_abandoned() == 1
    assert in_vault(places) == []


def test_the_page_names_limits_and_collections(logged_in):
    page = logged_in.get("/admin/upload-files/").content.decode()
    assert "5.0" in page
    assert "data-newsroom-upload" in page
    assert logged_in.get("/admin/").content.decode().count("/admin/upload-files/") >= 1


@pytest.mark.parametrize(
    "address",
    [
        "/admin/images/",
        "/admin/images/add/",
        "/admin/images/multiple/add/",
        "/admin/documents/",
        "/admin/documents/add/",
        "/admin/documents/multiple/add/",
        "/admin/media/",
        "/admin/media/video/add/",
    ],
)
def test_listings_and_forms_lead_to_the_page(client, address):
    client.force_login(User.objects.create_superuser("boss"))
    page = client.get(address).content.decode()
    assert "Upload files of any type here." in page
