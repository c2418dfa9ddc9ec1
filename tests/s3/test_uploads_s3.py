"""Uploads straight to a bucket of a real S3 server, by presigned addresses; what is left when they break off."""

from __future__ import annotations

import hashlib
import io
import json
import urllib.request
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.parse import parse_qs, urlsplit
from uuid import UUID

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.utils import timezone
from PIL import Image
from wagtail.models import Collection

from benchmarks.uploads import GIGABYTE, measure
from cms.media.models import NewsroomFile, NewsroomImage, Upload
from cms.media.storage import vault
from cms.media.uploads import services
from cms.media.uploads.parts_s3 import S3Parts

pytestmark = [pytest.mark.django_db, pytest.mark.enable_socket]

ADDRESS = "/vault/uploads/"
PART = 5 * 1024 * 1024
LINE = b"A line of a long report about wind power in the Bothnian Sea.\n"
TEXT = (LINE * (2 * PART // len(LINE) + 100))[: 2 * PART + 1000]
"""Two parts of the least size that S3 takes, and a rest."""
MOST = 64 * 1024 * 1024


@pytest.fixture(autouse=True)
def places(settings: Any, monkeypatch: pytest.MonkeyPatch, buckets: dict[str, str]) -> dict[str, str]:
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
    monkeypatch.setattr(services, "PART_SIZE", PART)
    return buckets


@pytest.fixture
def logged_in(client: Any) -> Any:
    client.force_login(User.objects.create_superuser("boss"))
    return client


def begin(client: Any, content: bytes = TEXT, name: str = "report.txt") -> Any:
    asked = {"name": name, "size": len(content), "collection": Collection.objects.get(depth=1).pk}
    return client.post(ADDRESS, json.dumps(asked), content_type="application/json").json()


def addresses(client: Any, uid: str, *numbers: int) -> Any:
    return client.post(
        f"{ADDRESS}{uid}/addresses/", json.dumps({"parts": numbers}), content_type="application/json"
    )


def put(address: str, content: bytes) -> int:
    request = urllib.request.Request(address, content, method="PUT", headers={"Content-Type": ""})
    try:
        with urllib.request.urlopen(request) as answer:
            return int(answer.status)
    except HTTPError as error:
        return error.code


def send(client: Any, uid: str, content: bytes = TEXT) -> None:
    pieces = [content[start : start + PART] for start in range(0, len(content), PART)]
    found = addresses(client, uid, *range(1, len(pieces) + 1)).json()["addresses"]
    for number, piece in enumerate(pieces, 1):
        assert put(found[str(number)], piece) == 200


def complete(client: Any, uid: str, **asked: Any) -> Any:
    return client.post(f"{ADDRESS}{uid}/complete/", json.dumps(asked), content_type="application/json")


def left(s3_client: Any, places: dict[str, str]) -> tuple[list[str], int]:
    """Keys in the vault's bucket, and how many uploads are under way."""
    bucket = places["S3_VAULT_BUCKET"]
    keys = [one["Key"] for one in s3_client.list_objects_v2(Bucket=bucket).get("Contents", ())]
    return keys, len(s3_client.list_multipart_uploads(Bucket=bucket).get("Uploads", ()))


def test_parts_go_to_the_bucket_and_become_a_document(logged_in: Any, s3_client: Any, places: Any) -> None:
    begun = begin(logged_in)
    assert (begun["direct"], begun["part_count"], begun["parts"]) == (True, 3, [])
    found = addresses(logged_in, begun["id"], 1).json()["addresses"]["1"]
    assert found.startswith(places["S3_ENDPOINT_URL"])
    assert parse_qs(urlsplit(found).query)["X-Amz-Expires"] == ["3600"]
    assert put(found, TEXT[:PART]) == 200
    assert logged_in.get(f"{ADDRESS}{begun['id']}/").json()["parts"] == [1]
    early = complete(logged_in, begun["id"])
    assert (early.status_code, early.json()["missing"]) == (409, [2, 3])
    send(logged_in, begun["id"])
    done = complete(logged_in, begun["id"]).json()
    document = NewsroomFile.objects.get()
    assert (done["state"], done["asset"]["title"]) == ("DONE", "report")
    assert document.sha256 == hashlib.sha256(TEXT).hexdigest()
    assert left(s3_client, places) == ([document.file.name], 0)
    with vault.local_copy(document.file.name) as path:
        assert path.read_bytes() == TEXT
    assert complete(logged_in, begun["id"]).json() == done


def test_a_part_of_another_length_is_refused_by_the_store(logged_in: Any) -> None:
    uid = begin(logged_in)["id"]
    address = addresses(logged_in, uid, 3).json()["addresses"]["3"]
    assert put(address, TEXT[2 * PART :] + b"x") == 403
    assert put(address, TEXT[2 * PART :]) == 200


def test_this_site_takes_no_parts_then(logged_in: Any) -> None:
    uid = begin(logged_in)["id"]
    answer = logged_in.put(f"{ADDRESS}{uid}/parts/1/", b"x", content_type="application/octet-stream")
    assert answer.status_code == 400


def test_a_picture_named_otherwise_moves_to_its_own_place(
    logged_in: Any, s3_client: Any, places: Any
) -> None:
    target = io.BytesIO()
    Image.new("RGB", (60, 40), "teal").save(target, "PNG")
    uid = begin(logged_in, target.getvalue(), "picture.txt")["id"]
    send(logged_in, uid, target.getvalue())
    done = complete(logged_in, uid).json()
    assert done["asset"]["type"] == "IMAGE"
    image = NewsroomImage.objects.get()
    assert (image.width, image.height) == (60, 40)
    keys = [key for key in left(s3_client, places)[0] if not key.startswith("images/")]
    assert keys == [image.file.name]
    assert image.file.name.startswith("originals/")
    assert image.file.name.endswith("/picture.png")


def test_a_refused_file_leaves_nothing(logged_in: Any, s3_client: Any, places: Any) -> None:
    content = b"<!doctype html><script>alert(1)</script>"
    uid = begin(logged_in, content, "page.jpg")["id"]
    send(logged_in, uid, content)
    assert complete(logged_in, uid).json()["state"] == "REFUSED"
    assert left(s3_client, places) == ([], 0)


def test_cancelled_and_abandoned_uploads_leave_nothing(logged_in: Any, s3_client: Any, places: Any) -> None:
    cancelled, abandoned = begin(logged_in)["id"], begin(logged_in, name="b.txt")["id"]
    send(logged_in, cancelled)
    send(logged_in, abandoned)
    assert left(s3_client, places) == ([], 2)
    assert logged_in.delete(f"{ADDRESS}{cancelled}/").status_code == 204
    Upload.objects.update(active_at=timezone.now() - timedelta(hours=25), multipart_id="")
    assert services.clear_abandoned() == 1  # though the process died before it wrote the store's id down
    assert left(s3_client, places) == ([], 0)


class Killed(BaseException):
    """As if the process had been killed there."""


@pytest.mark.parametrize("step", ["assemble", "settle", "tidy"])
@pytest.mark.parametrize("when", ["before", "after"])
def test_a_check_that_was_killed_is_begun_again(
    logged_in: Any, s3_client: Any, places: Any, monkeypatch: pytest.MonkeyPatch, step: str, when: str
) -> None:
    original = getattr(S3Parts, step)

    def dies(self: Any, *args: Any) -> None:
        if when == "after":
            original(self, *args)
        raise Killed

    content = LINE * 10
    uid = begin(logged_in, content, "report.pdf")["id"]  # a text by its content: it is copied to another key
    send(logged_in, uid, content)
    with monkeypatch.context() as patched:
        patched.setattr(S3Parts, step, dies)
        with pytest.raises(Killed):
            complete(logged_in, uid)
    services.check(UUID(uid))
    assert logged_in.get(f"{ADDRESS}{uid}/").json()["state"] == "DONE"
    Upload.objects.update(active_at=timezone.now() - timedelta(days=2))
    services.clear_abandoned()
    assert left(s3_client, places) == ([NewsroomFile.objects.get().file.name], 0)


def test_a_lost_multipart_upload_is_begun_anew(logged_in: Any, s3_client: Any, places: Any) -> None:
    first = begin(logged_in)
    row = Upload.objects.get()
    s3_client.abort_multipart_upload(
        Bucket=places["S3_VAULT_BUCKET"], Key=row.vault_name, UploadId=row.multipart_id
    )
    assert logged_in.get(f"{ADDRESS}{first['id']}/").status_code == 404
    assert begin(logged_in)["id"] != first["id"]
    assert Upload.objects.count() == 1


@pytest.mark.parametrize("wrong", ["credentials", "bucket", "endpoint"])
def test_a_storage_that_cannot_be_used_is_told(
    logged_in: Any, places: dict[str, str], use_s3: Any, wrong: str
) -> None:
    changed = {
        "credentials": {"AWS_SECRET_ACCESS_KEY": "wrong"},
        "bucket": {"S3_VAULT_BUCKET": "no-such-bucket"},
        "endpoint": {"S3_ENDPOINT_URL": "http://127.0.0.1:9"},
    }[wrong]
    use_s3(places | changed, prepared=False)
    told = begin(logged_in)
    assert told["status"] == 503
    assert "storage" in told["detail"] or "stored" in told["detail"]
    assert not Upload.objects.exists()


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_a_gigabyte_needs_little_memory(places: dict[str, str], s3_client: Any, tmp_path: Path) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("The server of this test uses a database file; memory is the same with others.")
    environment = places | {"DATA_DIR": str(tmp_path)}
    growth = measure(f"sqlite:///{connection.settings_dict['NAME']}", environment, size=GIGABYTE)
    keys, under_way = left(s3_client, places)
    assert (len(keys), under_way) == (2, 0)
    s3_client.delete_objects(
        Bucket=places["S3_VAULT_BUCKET"], Delete={"Objects": [{"Key": key} for key in keys]}
    )
    assert growth.web < MOST, growth
    assert growth.check < MOST, growth
