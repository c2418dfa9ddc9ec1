"""Vault and shelf on a real S3 server: who gets which object, and with which headers."""

from __future__ import annotations

import json
import re
import threading
from concurrent.futures import ThreadPoolExecutor
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from django.core.exceptions import SuspiciousFileOperation
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage, storages
from django_tasks_db.models import DBTaskResult
from wagtail.tasks import delete_file_from_storage_task

from cms.media.storage import origins, shelf, vault
from tests.keeping import NAME, TEXT
from tests.s3.keeping import get, take

MEBIBYTE = 1024 * 1024


def test_storages_have_no_arguments_and_so_no_secret_for_tasks_to_store(buckets):
    assert default_storage.deconstruct() == ("cms.media.storage.s3.S3Vault", (), {})
    assert storages["newsroom_shelf"].deconstruct() == ("cms.media.storage.s3.S3Shelf", (), {})
    assert buckets["AWS_SECRET_ACCESS_KEY"] not in str(vars(storages["newsroom_vault"]))


@pytest.mark.django_db
def test_a_deletion_in_the_queue_of_tasks_holds_no_secret_and_works(buckets, kept, settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    name = kept()
    delete_file_from_storage_task.enqueue(default_storage.deconstruct(), name)
    row = DBTaskResult.objects.get()
    stored = str(DBTaskResult.objects.values().get())
    assert row.args_kwargs["args"] == [["cms.media.storage.s3.S3Vault", [], {}], name]
    for hidden in (buckets["AWS_SECRET_ACCESS_KEY"], buckets["AWS_ACCESS_KEY_ID"]):
        assert hidden not in stored
    row.task.call(*row.args_kwargs["args"])
    assert list(vault.names()) == []


def test_encryption_is_asked_for_with_every_object(s3_environment, use_s3, kept):
    use_s3(s3_environment | {"S3_SSE": "aws:kms", "S3_SSE_KMS_KEY": "press-key"})
    asked = {}

    def note(params, model, **kwargs):  # the server of the tests has no keys to encrypt with
        if model.name in ("PutObject", "CopyObject"):
            headers = params["headers"]
            asked[model.name] = (
                headers.pop("x-amz-server-side-encryption"),
                headers.pop("x-amz-server-side-encryption-aws-kms-key-id"),
            )

    for place in ("default", "newsroom_vault", "newsroom_shelf"):
        storages[place].client.meta.events.register("before-call.s3", note)
    take(kept())
    assert asked == dict.fromkeys(("PutObject", "CopyObject"), ("aws:kms", "press-key"))
    asked.clear()
    default_storage.save("a/b.jpg", ContentFile(b"x"))
    assert asked == {"PutObject": ("aws:kms", "press-key")}
    assert get(shelf.url(NAME))[2] == TEXT


def test_what_is_kept_can_be_read_again(buckets, kept):
    name = kept()
    assert (vault.exists(name), vault.exists("originals/none.jpg"), vault.size(name)) == (True, False, 100)
    with vault.open(name) as file:
        assert file.read() == TEXT
    with vault.local_copy(name) as path:
        assert (path.name, path.read_bytes()) == ("report.jpg", TEXT)
    assert not path.parent.exists()
    assert list(vault.names()) == [name]


def test_uploads_of_forms_get_their_type_by_name_and_never_replace_another(buckets, s3_client):
    first = default_storage.save("a/b.avif", ContentFile(b"one"))
    second = default_storage.save("a/b.avif", ContentFile(b"two"))
    assert (first, second != first) == ("a/b.avif", True)
    found = s3_client.get_object(Bucket=buckets["S3_VAULT_BUCKET"], Key="a/b.avif")
    assert (found["ContentType"], found["Body"].read()) == ("image/avif", b"one")
    default_storage.delete("a/b.avif")
    assert list(vault.names()) == [second]


def test_nobody_reads_or_lists_the_vault_without_a_signature(buckets, kept):
    name = kept()
    bucket = f"{buckets['S3_ENDPOINT_URL']}/{buckets['S3_VAULT_BUCKET']}"
    for address in (f"{bucket}/{name}", bucket, f"{bucket}?list-type=2", f"{bucket}/?uploads"):
        status, _, body = get(address)
        assert (status, b"report" in body, TEXT in body) == (403, False, False)


def test_a_presigned_address_opens_its_object_alone_and_expires(buckets, kept, monkeypatch):
    name = kept()
    kept(b"other", "originals/2f/report.jpg")
    address = vault.url(name)
    assert vault.url(name) == address
    status, headers, body = get(address)
    assert (status, body, headers["Content-Type"]) == (200, TEXT, "image/jpeg")
    assert headers["Cache-Control"] == "private, max-age=600"
    assert get(address, Range="bytes=10-19")[::2] == (206, b"0123456789")
    forged = [
        address.replace("1f", "2f"),
        re.sub(r"Expires=\d+", "Expires=999999", address),
        re.sub(r"Signature=\w{4}", "Signature=0000", address),
        address.replace("image%2Fjpeg", "text%2Fhtml"),
    ]
    assert [get(one)[0] for one in forged] == [403] * 4
    monkeypatch.setattr("cms.media.storage.s3.PRESIGNED_SECONDS", 1)
    expiring = storages["newsroom_vault"]._presign(name, 0)
    assert get(expiring)[0] == 200
    threading.Event().wait(2.1)
    assert get(expiring)[0] == 403


@pytest.mark.parametrize(("name", "content_type"), [("a/x.html", "text/html"), ("a/x.svg", "image/svg+xml")])
def test_what_could_run_is_only_downloaded_from_the_vault(buckets, kept, name, content_type):
    _, headers, _ = get(vault.url(kept(name=name, content_type="image/png")))
    assert (headers["Content-Type"], headers["Content-Disposition"]) == (content_type, "attachment")


def test_the_shelf_is_for_everybody_who_knows_a_name(buckets, kept):
    take(kept())
    address = shelf.url(NAME)
    bucket = f"{buckets['S3_ENDPOINT_URL']}/{buckets['S3_SHELF_BUCKET']}"
    assert address == f"{bucket}/ab12/Bild%20p%C3%A5%20%C3%85re.jpg"
    assert (shelf.name_of(address), shelf.name_of(vault.url("x.jpg"))) == (NAME, None)
    status, headers, body = get(address)
    assert (status, body) == (200, TEXT)
    assert headers["Content-Type"] == "image/jpeg"
    assert headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert headers["Content-Length"] == "100"
    assert "Content-Disposition" not in headers
    assert get(address, Origin="https://press.example")[1]["Access-Control-Allow-Origin"] == "*"
    for listing in (bucket, f"{bucket}?list-type=2", f"{bucket}/?uploads", f"{bucket}/?policy"):
        assert get(listing)[0] == 403
    with pytest.raises(HTTPError, match="403"):
        urlopen(Request(address, data=b"overwritten", method="PUT"), timeout=10)
    assert get(address)[2] == TEXT


def test_ranges_of_a_file_on_the_shelf(buckets, kept):
    take(kept())
    status, headers, body = get(shelf.url(NAME), Range="bytes=95-")
    assert (status, headers["Content-Range"], body) == (206, "bytes 95-99/100", b"56789")
    assert get(shelf.url(NAME), Range="bytes=100-")[0] == 416


def test_downloads_have_their_name_and_a_second_take_writes_nothing(buckets, kept, s3_client):
    name = kept()
    for _ in range(2):
        take(name, "aa/x.tiff", "image/tiff", "Åre i maj.tiff")
        found = s3_client.head_object(Bucket=buckets["S3_SHELF_BUCKET"], Key="aa/x.tiff")
        assert found["ContentType"] == "image/tiff"
        assert found["ContentDisposition"] == "attachment; filename*=utf-8''%C3%85re%20i%20maj.tiff"
    seen = []
    client = storages["newsroom_shelf"].client
    client.meta.events.register("before-call.s3", lambda model, **_: seen.append(model.name))
    take(name, "aa/x.tiff", "image/tiff", "Åre i maj.tiff")
    assert seen == ["HeadObject"]
    take(name, "aa/x.svg", "image/svg+xml")
    assert get(shelf.url("aa/x.svg"))[1]["Content-Disposition"] == "attachment"


def test_large_files_are_uploaded_and_copied_in_parts(buckets, tmp_path, monkeypatch):
    from boto3.s3.transfer import TransferConfig

    monkeypatch.setattr(
        "cms.media.storage.s3.server_side_copy",
        lambda: TransferConfig(multipart_threshold=8 * MEBIBYTE, multipart_chunksize=8 * MEBIBYTE),
    )
    source = tmp_path / "film"
    source.write_bytes(b"".join(bytes([number]) * MEBIBYTE for number in range(20)))
    seen: list[str] = []
    for place in ("newsroom_vault", "newsroom_shelf"):
        storages[place].client.meta.events.register(
            "before-call.s3", lambda model, **_: seen.append(model.name)
        )
    vault.keep(source, "films/film.mp4", content_type="video/mp4")
    take("films/film.mp4", "aa/film.mp4", "video/mp4")
    assert (seen.count("UploadPart"), seen.count("UploadPartCopy")) == (3, 3)
    status, headers, body = get(shelf.url("aa/film.mp4"))
    assert (status, headers["Content-Type"], body) == (200, "video/mp4", source.read_bytes())
    assert headers["Cache-Control"] == "public, max-age=31536000, immutable"


def test_a_file_that_the_vault_does_not_have_is_not_put_on_the_shelf(buckets):
    with pytest.raises(FileNotFoundError):
        take("originals/none.jpg")
    with pytest.raises(FileNotFoundError), vault.local_copy("originals/none.jpg"):
        pass
    with pytest.raises(FileNotFoundError):
        vault.size("originals/none.jpg")
    assert list(shelf.names()) == []


def test_more_than_a_page_of_objects_is_listed_and_removed(buckets, s3_client):
    bucket = buckets["S3_SHELF_BUCKET"]
    names = [f"{number:04}/x.txt" for number in range(1003)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda name: s3_client.put_object(Bucket=bucket, Key=name, Body=b""), names))
    assert list(shelf.names()) == names
    seen: list[str] = []
    events = storages["newsroom_shelf"].client.meta.events
    events.register("before-call.s3", lambda model, **_: seen.append(model.name))
    shelf.remove([*names[1:], "never/there.txt"])
    assert seen == ["DeleteObjects", "DeleteObjects"]
    assert list(shelf.names()) == names[:1]


@pytest.mark.parametrize("name", ["../out.jpg", "/etc/passwd", ".parts/x", "a//b", ""])
def test_no_name_leads_out_of_the_shelf(buckets, kept, name):
    source = kept()
    with pytest.raises(SuspiciousFileOperation):
        take(source, name)
    assert list(shelf.names()) == []


def test_one_bucket_with_two_prefixes(s3_environment, use_s3, kept):
    one = s3_environment["S3_SHELF_BUCKET"]
    use_s3(
        s3_environment | {"S3_VAULT_BUCKET": one, "S3_VAULT_PREFIX": "private", "S3_SHELF_PREFIX": "public/"}
    )
    name = kept()
    take(name, "aa/x.jpg")
    assert (list(vault.names()), list(shelf.names())) == ([name], ["aa/x.jpg"])
    assert shelf.url("aa/x.jpg") == f"{s3_environment['S3_ENDPOINT_URL']}/{one}/public/aa/x.jpg"
    assert shelf.name_of(shelf.url("aa/x.jpg")) == "aa/x.jpg"
    assert get(shelf.url("aa/x.jpg"))[0] == 200
    assert get(f"{s3_environment['S3_ENDPOINT_URL']}/{one}/private/{name}")[0] == 403
    assert get(vault.url(name))[0] == 200
    assert get(f"{s3_environment['S3_ENDPOINT_URL']}/{one}?prefix=public/")[0] == 403


def test_browsers_get_the_addresses_that_are_theirs(s3_environment, use_s3, kept):
    public = s3_environment["S3_ENDPOINT_URL"].replace("127.0.0.1", "localhost")
    use_s3(s3_environment | {"S3_PUBLIC_ENDPOINT_URL": public})
    name = kept()
    take(name)
    assert vault.url(name).startswith(f"{public}/")
    assert shelf.url(NAME).startswith(f"{public}/")
    assert (get(vault.url(name))[2], get(shelf.url(NAME))[2]) == (TEXT, TEXT)
    assert origins() == [public]


def test_the_shelf_behind_an_address_of_its_own(s3_environment, use_s3):
    use_s3(
        s3_environment | {"S3_SHELF_URL": "https://cdn.example/press/", "S3_SHELF_PREFIX": "public"},
        prepared=False,
    )
    assert shelf.url("aa/å.jpg") == "https://cdn.example/press/aa/%C3%A5.jpg"
    assert shelf.name_of("https://cdn.example/press/aa/%C3%A5.jpg") == "aa/å.jpg"
    assert origins() == [s3_environment["S3_ENDPOINT_URL"], "https://cdn.example"]


def test_vault_and_shelf_may_be_kept_in_different_ways(buckets, kept, settings, tmp_path):
    name = kept()
    settings.NEWSROOM_SHELF_ROOT = tmp_path / "shelf"
    settings.STORAGES = settings.STORAGES | {
        "newsroom_shelf": {"BACKEND": "cms.media.storage.local.LocalShelf"}
    }
    take(name, "aa/x.jpg")
    assert (tmp_path / "shelf/aa/x.jpg").read_bytes() == TEXT
    settings.NEWSROOM_VAULT_ROOT = tmp_path / "vault"
    settings.STORAGES = settings.STORAGES | {
        "newsroom_vault": {"BACKEND": "cms.media.storage.local.LocalVault"},
        "newsroom_shelf": {"BACKEND": "cms.media.storage.s3.S3Shelf"},
    }
    kept()
    take(name)
    assert get(shelf.url(NAME))[2] == TEXT


def test_the_rules_for_uploads_from_browsers(buckets, s3_client):
    cors = s3_client.get_bucket_cors(Bucket=buckets["S3_VAULT_BUCKET"])["CORSRules"]
    assert (cors[0]["AllowedOrigins"], cors[0]["ExposeHeaders"]) == (["http://testserver"], ["ETag"])
    policy = json.loads(s3_client.get_bucket_policy(Bucket=buckets["S3_SHELF_BUCKET"])["Policy"])
    assert [statement["Action"] for statement in policy["Statement"]] == ["s3:GetObject"]
    with pytest.raises(s3_client.exceptions.ClientError, match="NoSuchBucketPolicy"):
        s3_client.get_bucket_policy(Bucket=buckets["S3_VAULT_BUCKET"])
