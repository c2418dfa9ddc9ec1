"""The files of a release in one archive, read from a bucket of a real S3 server while they are sent."""

from __future__ import annotations

import io
import zipfile

import pytest

from cms.ledger.models import Item
from cms.media.storage import shelf
from cms.releases.models import ReleaseAsset

pytestmark = pytest.mark.django_db


@pytest.mark.usefixtures("buckets")
def test_an_archive_comes_from_the_bucket_whole_and_in_parts(client, make_release, make_image, make_document):
    page = make_release(hero=make_image("Mast"), assets=[ReleaseAsset(file=make_document("Report"))])
    item = Item.objects.get(source_type="page", source_id=page.pk)
    address = f"/api/v1/releases/{item.uid}/kit.zip"
    whole = client.get(address)
    content = whole.getvalue()
    archive = zipfile.ZipFile(io.BytesIO(content))
    assert archive.testzip() is None
    assert archive.namelist() == ["credits.txt", "mast.jpg", "report.txt"]
    (original,) = (one for one in item.document["hero"]["renditions"] if one["name"] == "original")
    assert archive.read("mast.jpg") == shelf.open(shelf.name_of(original["href"])).read()
    middle = len(content) // 2
    rest = client.get(address, headers={"Range": f"bytes={middle}-", "If-Range": whole["ETag"]})
    assert (rest.status_code, rest.getvalue()) == (206, content[middle:])
