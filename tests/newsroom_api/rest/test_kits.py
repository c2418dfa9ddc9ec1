"""Archives of press kits and releases: what is in them, parts of them, and what is refused."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cms.ledger.models import Item
from cms.library.models import PressKitPage, PressKitRow
from cms.media.models import Derivative
from cms.media.storage import shelf
from cms.media.storage.local import LocalShelf
from cms.releases.models import ReleaseAsset

API = "/api/v1"


@pytest.fixture
def kit(newsroom: Any, make_image: Any, make_document: Any) -> PressKitPage:
    """A public press kit of an image and a document."""
    page = PressKitPage(title="Invigning på Blåsberget", slug="invigning", live=False)
    page.rows = [
        PressKitRow(image=make_image("Åskväder över fjället", credit="Åsa Lind", usage_terms="Fri.")),
        PressKitRow(file=make_document("Siffror")),
    ]
    newsroom.add_child(instance=page)
    page.save_revision().publish()
    page.refresh_from_db()
    return page


def address_of(page: Any) -> str:
    item = Item.objects.get(source_type="page", source_id=page.pk)
    return (
        f"{API}/press-kits/{item.uid}.zip"
        if item.type == "PRESS_KIT"
        else f"{API}/releases/{item.uid}/kit.zip"
    )


def opened(answer: Any) -> zipfile.ZipFile:
    assert answer.status_code == 200, answer.content
    archive = zipfile.ZipFile(io.BytesIO(answer.getvalue()))
    assert archive.testzip() is None
    return archive


def test_a_press_kit_holds_its_files_and_their_credits(client, kit):
    answer = client.get(address_of(kit))
    archive = opened(answer)
    assert archive.namelist() == ["credits.txt", "askvader-over-fjallet.jpg", "siffror.txt"]
    document = Item.objects.get(type="PRESS_KIT").document
    for name, file in zip(archive.namelist()[1:], document["files"], strict=True):
        original = next(one for one in file["renditions"] if one["name"] == "original")
        assert archive.read(name) == shelf.open(shelf.name_of(original["href"])).read()
    credit = archive.read("credits.txt").decode("utf-8-sig")
    assert credit.splitlines()[:2] == ["Norrvind", "Invigning på Blåsberget"]
    assert "Credit: Åsa Lind" in credit
    assert "Usage terms: Fri." in credit
    assert answer["Content-Type"] == "application/zip"
    assert answer["Content-Disposition"] == 'attachment; filename="norrvind-invigning.zip"'
    assert answer["Accept-Ranges"] == "bytes"
    assert answer["Surrogate-Key"] == f"item-{document['id']}"
    assert answer["Cache-Control"].startswith("public, max-age=")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Access-Control-Allow-Origin"] == "*"


def test_a_release_holds_each_of_its_files_once_and_no_portraits(
    client, make_release, make_image, make_document, person
):
    from cms.releases.models import ReleaseContact

    mast, hill, portrait = make_image("Mast"), make_image("Hill", "green"), make_image("Portrait", "pink")
    person.photo = portrait
    person.save()
    report = make_document("Report")
    page = make_release(
        hero=mast,
        contacts=[ReleaseContact(person=person)],
        assets=[ReleaseAsset(image=mast), ReleaseAsset(file=report)],
        body=[
            ("gallery", {"title": "", "images": [mast, hill]}),
            ("document", {"file": report, "title": "", "caption": ""}),
        ],
    )
    assert opened(client.get(address_of(page))).namelist() == [
        "credits.txt",
        "mast.jpg",
        "report.txt",
        "hill.jpg",
    ]


def test_a_download_goes_on_where_it_ended(client, kit):
    Item.objects.update(updated_at=timezone.now() - timedelta(hours=1))
    address = address_of(kit)
    whole = client.get(address)
    content, etag = whole.getvalue(), whole["ETag"]
    assert int(whole["Content-Length"]) == len(content)
    rest = client.get(address, headers={"Range": "bytes=100-", "If-Range": etag})
    assert (rest.status_code, rest.getvalue()) == (206, content[100:])
    assert rest["Content-Range"] == f"bytes 100-{len(content) - 1}/{len(content)}"
    assert rest["Content-Disposition"] == whole["Content-Disposition"]
    assert client.get(address, headers={"Range": "bytes=-7"}).getvalue() == content[-7:]
    other = client.get(address, headers={"Range": "bytes=100-", "If-Range": '"of another day"'})
    assert (other.status_code, other.getvalue()) == (200, content)
    by_date = {"Range": "bytes=100-", "If-Range": whole["Last-Modified"]}
    assert client.get(address, headers=by_date).status_code == 206


def test_what_has_not_changed_is_not_sent_again(client, kit):
    address = address_of(kit)
    # Within the second of a change the date is that of the second before.
    Item.objects.update(updated_at=timezone.now() - timedelta(minutes=1))
    head = client.head(address)
    assert (head.status_code, head.getvalue()) == (200, b"")
    whole = client.get(address)
    assert (head["ETag"], head["Content-Length"]) == (whole["ETag"], whole["Content-Length"])
    for condition in ({"If-None-Match": head["ETag"]}, {"If-Modified-Since": head["Last-Modified"]}):
        answer = client.get(address, headers=condition)
        assert (answer.status_code, answer.content, answer["ETag"]) == (304, b"", head["ETag"])
    kit.rows = kit.rows.all()[:1]
    kit.save_revision().publish()
    assert client.get(address, headers={"If-None-Match": head["ETag"]}).status_code == 200


def test_ranges_and_conditions_that_cannot_be_met_are_problems(client, kit):
    address = address_of(kit)
    size = client.head(address)["Content-Length"]
    answer = client.get(address, headers={"Range": "bytes=99999999-"})
    assert (answer.status_code, answer["Content-Type"]) == (416, "application/problem+json")
    assert (answer.json()["code"], answer["Content-Range"]) == ("RANGE_NOT_SATISFIABLE", f"bytes */{size}")
    answer = client.get(address, headers={"If-Match": '"other"'})
    assert (answer.status_code, answer.json()["code"]) == (412, "PRECONDITION_FAILED")
    answer = client.get(address, headers={"Accept": "application/json"})
    assert (answer.status_code, answer.json()["code"]) == (406, "NOT_ACCEPTABLE")
    assert client.get(address, headers={"Accept": "application/zip"}).status_code == 200
    assert client.get(address + "?fields=title").json()["code"] == "INVALID_INPUT"
    assert client.post(address).status_code == 405


def test_what_has_no_files_is_withdrawn_or_was_never_there(client, make_release, kit):
    empty = address_of(make_release())
    answer = client.get(empty)
    assert (answer.status_code, answer.json()["detail"]) == (404, "This item has no files to download.")
    uid = empty.split("/")[-2]
    assert client.get(f"{API}/press-kits/{uid}.zip").status_code == 404
    assert client.get(f"{API}/press-kits/nothing.zip").json()["code"] == "NOT_FOUND"
    address = address_of(kit)
    kit.withdrawal_reason = "Too early."
    kit.unpublish()
    answer = client.get(address)
    assert (answer.status_code, answer.json()["reason"]) == (410, "Too early.")


def test_drafts_are_in_no_archive(client, kit, make_image):
    address = address_of(kit)
    names = opened(client.get(address)).namelist()
    kit.rows = [PressKitRow(image=make_image("Secret", "red"))]
    kit.save_revision()
    assert opened(client.get(address)).namelist() == names


def test_an_archive_that_cannot_be_made_is_unavailable(client, kit):
    Derivative.objects.filter(name="original").delete()
    answer = client.get(address_of(kit))
    assert (answer.status_code, answer.json()["code"]) == (503, "UNAVAILABLE")


@pytest.mark.parametrize("count", [1, 5])
def test_statements_do_not_grow_with_the_files(client, newsroom, make_image, count):
    page = PressKitPage(title="Kit", live=False)
    page.rows = [PressKitRow(image=make_image(f"Mast {number}")) for number in range(count)]
    newsroom.add_child(instance=page)
    page.save_revision().publish()
    address = address_of(page)
    with CaptureQueriesContext(connection) as queries:
        assert len(opened(client.get(address)).namelist()) == count + 1
    assert len(queries) == 2
    assert not any("wagtailcore_" in query["sql"] for query in queries)


def test_downloads_count_against_the_rate_limit(client, kit, settings):
    settings.NEWSROOM = {**settings.NEWSROOM, "RATE_LIMIT": 1}
    address = address_of(kit)
    assert [client.head(address).status_code for _ in range(2)] == [200, 429]


def test_an_archive_is_read_while_it_is_sent(client, kit, monkeypatch):
    read: list[str] = []
    chunks = LocalShelf.chunks

    def noting(self: LocalShelf, name: str, offset: int = 0) -> Iterator[bytes]:
        read.append(f"{name.rpartition('/')[2]} from {offset}")
        return chunks(self, name, offset)

    monkeypatch.setattr(LocalShelf, "chunks", noting)
    answer = client.get(address_of(kit))
    size = int(answer["Content-Length"])
    pieces = iter(answer)
    assert b"credits.txt" in next(pieces)
    assert read == []
    assert b"".join(pieces).endswith(b"\x00\x00")
    assert read == ["askvader-over-fjallet.jpg from 0", "siffror.txt from 0"]
    del read[:]
    rest = client.get(address_of(kit), headers={"Range": f"bytes={size - 100}-"})
    assert len(rest.getvalue()) == 100
    assert read == []  # the directory at the end tells of the files, and holds none


def test_a_download_breaks_off_when_a_file_is_taken_away(client, kit):
    answer = client.get(address_of(kit))
    files = Item.objects.get(type="PRESS_KIT").document["files"]
    href = next(one["href"] for one in files[1]["renditions"] if one["name"] == "original")
    shelf.remove([shelf.name_of(href)])
    with pytest.raises(FileNotFoundError):
        answer.getvalue()
