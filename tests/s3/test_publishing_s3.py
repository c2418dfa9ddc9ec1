"""An image from the upload to the withdrawal, with vault and shelf in buckets of a real S3 server."""

from __future__ import annotations

import http.client
import io
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone

from cms.errors import StorageUnavailable
from cms.ledger.models import Item
from cms.media import shelf, tasks
from cms.media.audit import audit
from cms.media.models import Derivative
from cms.media.storage import shelf as storage
from cms.media.storage import vault
from cms.newsroom.preview import open_preview

pytestmark = pytest.mark.django_db


def get(address: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    """What everybody gets at an address."""
    parts = urlsplit(address)
    connection = http.client.HTTPConnection(parts.netloc, timeout=20)
    try:
        connection.request(
            "GET", f"{parts.path}?{parts.query}" if parts.query else parts.path, headers=headers
        )
        response = connection.getresponse()
        return response.status, {k.lower(): v for k, v in response.getheaders()}, response.read()
    finally:
        connection.close()


def renditions(page: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = Item.objects.get(source_type="page", source_id=page.pk).document["hero"][
        "renditions"
    ]
    return found


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Any:
    real = timezone.now
    return lambda **delta: monkeypatch.setattr(timezone, "now", lambda: real() + timedelta(**delta))


def test_from_the_upload_to_the_withdrawal(buckets, make_release, make_image, later):
    image = make_image()
    assert get(f"{buckets['S3_ENDPOINT_URL']}/{buckets['S3_VAULT_BUCKET']}/{image.file.name}")[0] == 403
    page = make_release(hero=image, publish=False)
    draft = open_preview(page.create_page_preview().token).document.hero
    assert list(storage.names()) == []
    status, headers, content = get(draft.renditions[0].href)
    assert (status, headers["content-type"]) == (200, draft.renditions[0].content_type)
    assert get(urlsplit(draft.renditions[0].href)._replace(query="").geturl())[0] == 403

    page.save_revision().publish()
    public = renditions(page)
    assert sorted(storage.names()) == sorted(storage.name_of(one["href"]) for one in public)
    for one in public:
        status, headers, content = get(one["href"])
        assert (status, len(content), headers["content-type"]) == (
            200,
            one["size_in_bytes"],
            one["content_type"],
        )
        assert headers["cache-control"] == "public, max-age=31536000, immutable"
    original = public[-1]
    assert get(original["href"])[1]["content-disposition"] == 'attachment; filename="mast.jpg"'
    status, headers, part = get(original["href"], Range="bytes=10-19")
    assert (status, len(part), headers["content-range"]) == (
        206,
        10,
        f"bytes 10-19/{original['size_in_bytes']}",
    )
    assert audit().is_clean

    page.refresh_from_db()
    page.unpublish()
    later(minutes=2)
    assert shelf.sweep() == 15
    assert {get(one["href"])[0] for one in public} <= {403, 404}
    assert list(storage.names()) == []
    assert audit().is_clean


def test_rights_that_end(buckets, make_release, make_image, later):
    page = make_release(hero=make_image(expires_at=timezone.now() + timedelta(hours=1)))
    assert len(list(storage.names())) == 15
    later(hours=2)
    assert tasks.end_expired() == 1
    shelf.sweep()
    assert list(storage.names()) == []
    assert Item.objects.get(source_type="page", source_id=page.pk).document["hero"] is None


def test_the_audit_mends_a_bucket(buckets, make_release, make_image, s3_client):
    page = make_release(hero=make_image())
    lost = storage.name_of(renditions(page)[0]["href"])
    s3_client.delete_object(Bucket=buckets["S3_SHELF_BUCKET"], Key=lost)
    storage.save("images/stray/file.jpg", ContentFile(b"stray"))
    found = audit()
    assert (found.missing, found.unrecorded) == ([lost], ["images/stray/file.jpg"])
    assert audit(repair=True).failed == {}
    assert audit().is_clean
    assert get(renditions(page)[0]["href"])[0] == 200


def test_a_shelf_that_is_gone_refuses_the_publication(buckets, make_release, make_image, s3_client):
    page = make_release(hero=make_image(), publish=False)
    for name in storage.names():
        s3_client.delete_object(Bucket=buckets["S3_SHELF_BUCKET"], Key=name)
    s3_client.delete_bucket(Bucket=buckets["S3_SHELF_BUCKET"])
    with pytest.raises(StorageUnavailable) as refusal:
        page.save_revision().publish()
    assert buckets["S3_SHELF_BUCKET"] not in refusal.value.message
    page.refresh_from_db()
    assert not page.live
    assert not Item.objects.filter(source_type="page", source_id=page.pk).exists()


def test_keys_that_stop_working_refuse_the_upload_and_leave_nothing(
    buckets, monkeypatch, make_image, s3_client, use_s3
):
    make_image("Before")
    use_s3(buckets | {"AWS_SECRET_ACCESS_KEY": "wrong"}, prepared=False)
    before = s3_client.list_objects_v2(Bucket=buckets["S3_VAULT_BUCKET"])["KeyCount"]
    with pytest.raises(StorageUnavailable) as refusal:
        make_image("After")
    assert "wrong" not in refusal.value.message.split("credentials")[0]
    assert s3_client.list_objects_v2(Bucket=buckets["S3_VAULT_BUCKET"])["KeyCount"] == before
    assert not Derivative.objects.filter(shelf_name__contains="after").exists()


def test_copies_in_the_vault_are_read_by_nobody(buckets, make_image):
    image = make_image()
    shelf.prepare([image], publicly=False)
    for copy in Derivative.objects.filter(asset_uid=image.uid):
        assert get(f"{buckets['S3_ENDPOINT_URL']}/{buckets['S3_VAULT_BUCKET']}/{copy.vault_name}")[0] == 403
        with vault.open(copy.vault_name) as file:
            assert len(io.BytesIO(file.read()).getvalue()) == copy.size
