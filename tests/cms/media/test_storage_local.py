"""Vault and shelf in folders: who gets which file, with which headers, and what happens when something fails."""

from __future__ import annotations

import errno
import os
import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.core.exceptions import SuspiciousFileOperation
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage, storages

from cms.errors import StorageUnavailable
from cms.media.storage import origins, shelf, signing, vault
from cms.media.storage.checks import check_places, probe
from tests.keeping import NAME, TEXT


@pytest.fixture(autouse=True)
def places(settings, tmp_path):
    settings.NEWSROOM_VAULT_ROOT = tmp_path / "vault"
    settings.NEWSROOM_SHELF_ROOT = tmp_path / "shelf"
    return tmp_path


def take(
    vault_name: str, name: str = NAME, content_type: str = "image/jpeg", download_name: str | None = None
):
    shelf.take(vault_name, name, content_type=content_type, download_name=download_name)


def get(client, address: str, **headers: str):
    response = client.get(urlsplit(address).path, headers=headers)
    response.body = b"".join(response) if response.streaming else response.content
    return response


def files(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


# The storages


def test_a_storage_has_no_arguments_for_tasks_to_store():
    assert default_storage.deconstruct() == ("cms.media.storage.local.LocalVault", (), {})
    assert storages["newsroom_shelf"].deconstruct() == ("cms.media.storage.local.LocalShelf", (), {})


def test_keep_writes_the_whole_file_in_place_of_another(kept, places):
    kept(b"one")
    kept(b"two")
    assert (places / "vault/originals/1f/report.jpg").read_bytes() == b"two"
    assert list(vault.names()) == ["originals/1f/report.jpg"]
    assert list((places / "vault/.parts").iterdir()) == []
    with vault.local_copy("originals/1f/report.jpg") as path:
        assert path == places / "vault/originals/1f/report.jpg"


def test_the_shelf_takes_the_file_itself_and_a_second_time_changes_nothing(kept, places):
    name = kept()
    take(name)
    first = (places / "shelf" / NAME).stat()
    take(name)
    again = (places / "shelf" / NAME).stat()
    assert (first.st_ino, first.st_nlink) == ((places / "vault" / name).stat().st_ino, 2)
    assert (again.st_ino, again.st_mtime_ns) == (first.st_ino, first.st_mtime_ns)
    kept(b"replaced in the vault")
    assert (places / "shelf" / NAME).read_bytes() == TEXT


def test_where_links_are_impossible_the_file_is_copied_and_appears_whole(kept, places, monkeypatch):
    seen = []

    def no_link(source, target):
        raise OSError(errno.EXDEV, "Invalid cross-device link")

    fsync = os.fsync

    def looked_at(descriptor):
        seen.append(list(shelf.names()))
        fsync(descriptor)

    name = kept()
    monkeypatch.setattr(os, "link", no_link)
    monkeypatch.setattr(os, "fsync", looked_at)
    take(name)
    assert seen == [[]]
    assert (places / "shelf" / NAME).read_bytes() == TEXT
    assert (places / "shelf" / NAME).stat().st_nlink == 1
    assert list((places / "shelf/.parts").iterdir()) == []


def test_what_a_killed_process_left_half_written_is_forgotten_after_a_day(kept, places):
    kept()
    old, young = places / "vault/.parts/old", places / "vault/.parts/young"
    for part in (old, young):
        part.write_bytes(b"half")
    os.utime(old, (0, 0))
    kept()
    assert (old.exists(), young.exists()) == (False, True)
    assert list(vault.names()) == ["originals/1f/report.jpg"]


def test_a_file_that_the_vault_does_not_have_is_not_put_on_the_shelf(places):
    with pytest.raises(FileNotFoundError):
        take("originals/none.jpg")
    assert list(shelf.names()) == []


def test_remove_takes_files_headers_and_empty_folders_and_bears_missing_ones(kept, places):
    name = kept()
    take(name, "aa/x.jpg", download_name="Å.jpg")
    take(name, "bb/y.jpg")
    shelf.remove(["aa/x.jpg", "cc/never.jpg"])
    assert list(shelf.names()) == ["bb/y.jpg"]
    assert files(places / "shelf") == [".parts", "bb", "bb/y.jpg"]
    shelf.remove(["bb/y.jpg"])
    vault.remove([name])
    assert files(places / "vault") == [".parts", "originals"]


@pytest.mark.parametrize(
    "name", ["../out.jpg", "/etc/passwd", ".parts/x", "a/.headers/x", "a//b", "a\\b", ""]
)
def test_no_name_leads_out_of_the_shelf_or_into_the_storages_own_folders(kept, name):
    source = kept()
    with pytest.raises(SuspiciousFileOperation):
        take(source, name)
    assert list(shelf.names()) == []


def test_addresses_of_the_shelf_are_absolute_and_lead_back_to_the_name(settings):
    assert shelf.url(NAME) == "http://testserver/media/ab12/Bild%20p%C3%A5%20%C3%85re.jpg"
    assert shelf.name_of(shelf.url(NAME)) == NAME
    assert shelf.name_of("http://testserver/other/x.jpg") is None
    assert shelf.name_of("http://testserver/media/") is None
    settings.NEWSROOM_SHELF_URL = "https://cdn.example/press/"
    assert shelf.url("a/b.jpg") == "https://cdn.example/press/a/b.jpg"
    assert shelf.name_of("https://cdn.example/press/a/b.jpg") == "a/b.jpg"
    assert origins() == ["https://cdn.example"]


def test_a_full_disk_is_told_without_where_it_is(kept, places, monkeypatch, caplog):
    def full(descriptor):
        raise OSError(errno.ENOSPC, "No space left on device", str(places))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(
        StorageUnavailable, match=r"^The storage of files is full, so nothing was changed\."
    ) as error:
        kept()
    assert (error.value.code, error.value.reason) == ("STORAGE_UNAVAILABLE", "FULL")
    assert str(places) not in error.value.message
    assert "No space left on device" in caplog.text
    assert (list(vault.names()), list((places / "vault/.parts").iterdir())) == ([], [])


def test_a_vault_that_cannot_be_written_refuses(places):
    (places / "vault").write_text("a file where the folder should be")
    with pytest.raises(StorageUnavailable) as error:
        default_storage.save("a/b.jpg", ContentFile(b"x"))
    assert error.value.reason == "FAILED"


def test_folders_inside_each_other_are_an_error_at_deployment(settings, places):
    assert check_places() == []
    settings.NEWSROOM_SHELF_ROOT = places
    assert [problem.id for problem in check_places()] == ["newsroom_media.E001"]
    settings.NEWSROOM_SHELF_ROOT = places / "vault" / ".." / "vault"
    assert [problem.id for problem in check_places()] == ["newsroom_media.E001"]


def test_the_check_of_storages_finds_readers_without_an_answer(settings, places):
    settings.NEWSROOM_SHELF_URL = "http://127.0.0.1:9/media"
    found = probe()
    assert [finding.words for finding in found if not finding.good] == [
        "Readers get no answer from the shelf at http://127.0.0.1:9/media/ instead of 200."
    ]
    assert (list(vault.names()), list(shelf.names())) == ([], [])


# The vault over HTTP


def test_a_signed_address_opens_its_file_and_no_other(client, kept):
    name = kept()
    kept(b"other", "originals/2f/report.jpg")
    address = vault.url(name)
    assert re.fullmatch(r"/vault/\w+~[\w-]{43}/originals/1f/report\.jpg", address)
    response = get(client, address)
    assert (response.status_code, response.body) == (200, TEXT)
    assert response["Content-Type"] == "image/jpeg"
    assert response["Cache-Control"] == "private, max-age=600"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"].startswith("sandbox; default-src 'none'")
    assert "Content-Disposition" not in response
    forged = [
        address.replace("1f", "2f"),
        address.replace("~", "~A", 1),
        "/vault/x~y/originals/1f/report.jpg",
        "/vault/originals/1f/report.jpg",
        "/media/originals/1f/report.jpg",
        address.replace("originals/1f", "originals/1f/../1f"),
    ]
    for path in forged:
        response = get(client, path)
        assert response.status_code == 404
        assert b"0123456789" not in response.body


def test_an_address_stays_the_same_for_minutes_and_expires_after_the_hour(client, kept, monkeypatch):
    name = kept()
    start = 1_800_000_000 // signing.STEP * signing.STEP
    now = [start + 1.0]
    monkeypatch.setattr("time.time", lambda: now[0])
    address = vault.url(name)
    now[0] = start + signing.STEP - 1
    assert vault.url(name) == address
    now[0] = start + signing.STEP
    assert vault.url(name) != address
    now[0] = start + signing.STEP + signing.MAX_AGE - 1
    assert get(client, address).status_code == 200
    now[0] = start + signing.STEP + signing.MAX_AGE + 1
    response = get(client, address)
    assert (response.status_code, response["Cache-Control"]) == (404, "no-store")
    assert response.body == b"There is no such file, or its address has expired.\n"


@pytest.mark.parametrize(
    ("name", "content_type"),
    [
        ("a/x.html", "text/html"),
        ("a/x.svg", "image/svg+xml"),
        ("a/x.zip", "application/zip"),
        ("a/x", "application/octet-stream"),
        ("a/x.html.gz", "application/octet-stream"),
    ],
)
def test_what_could_run_is_only_downloaded(client, kept, name, content_type):
    response = get(client, vault.url(kept(name=name)))
    assert response["Content-Type"] == content_type
    assert response["Content-Disposition"] == "attachment"
    assert response["X-Content-Type-Options"] == "nosniff"


def test_an_address_that_works_is_never_logged(client, kept, caplog):
    address = vault.url(kept())
    assert get(client, address, range="bytes=500-").status_code == 416
    assert get(client, address.replace("1f", "2f")).status_code == 404
    assert signing.signature_of("originals/1f/report.jpg") not in caplog.text
    assert get(client, shelf.url("none.jpg")).status_code == 404
    assert "Not Found: /media/none.jpg" in caplog.text


def test_a_pdf_is_shown(client, kept):
    response = get(client, vault.url(kept(name="a/x.pdf")))
    assert response["Content-Type"] == "application/pdf"
    assert "Content-Disposition" not in response
    assert response["Content-Security-Policy"].startswith("default-src 'none'")


# The shelf over HTTP


def test_a_file_on_the_shelf_may_be_kept_by_everybody_for_a_year(client, kept):
    take(kept())
    response = get(client, shelf.url(NAME))
    assert (response.status_code, response.body) == (200, TEXT)
    assert response["Cache-Control"] == "public, max-age=31536000, immutable"
    assert response["Content-Type"] == "image/jpeg"
    assert response["Content-Length"] == "100"
    assert response["Access-Control-Allow-Origin"] == "*"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Accept-Ranges"] == "bytes"
    assert response["Content-Security-Policy"].startswith("sandbox; default-src 'none'")
    for absent in ("Content-Disposition", "Vary", "Set-Cookie", "Content-Language"):
        assert absent not in response
    shelf.remove([NAME])
    assert get(client, shelf.url(NAME)).status_code == 404


def test_a_download_has_the_name_and_type_that_it_was_given(client, kept):
    take(kept(), "aa/x.bin", "image/tiff", "Åre i maj.tiff")
    response = get(client, shelf.url("aa/x.bin"))
    assert response["Content-Type"] == "image/tiff"
    assert response["Content-Disposition"] == "attachment; filename*=utf-8''%C3%85re%20i%20maj.tiff"
    take(kept(), "aa/x.svg", "image/svg+xml")
    assert get(client, shelf.url("aa/x.svg"))["Content-Disposition"] == "attachment"


@pytest.mark.parametrize("path", ["/media/ab12", "/media/ab12/", "/media/.parts/x", "/media/.headers/x.json"])
def test_nothing_is_listed_and_the_storages_own_folders_are_closed(client, kept, path):
    take(kept(), "ab12/x.jpg", download_name="x.jpg")
    assert get(client, path).status_code == 404


@pytest.mark.parametrize(
    ("asked", "status", "content_range", "body"),
    [
        ("bytes=0-9", 206, "bytes 0-9/100", b"0123456789"),
        ("bytes=95-", 206, "bytes 95-99/100", b"56789"),
        ("bytes=-3", 206, "bytes 97-99/100", b"789"),
        ("bytes=-500", 206, "bytes 0-99/100", TEXT),
        ("bytes=98-500", 206, "bytes 98-99/100", b"89"),
        ("BYTES=1-1", 206, "bytes 1-1/100", b"1"),
        ("bytes=100-", 416, "bytes */100", b""),
        ("bytes=-0", 416, "bytes */100", b""),
        ("bytes=5-4", 416, "bytes */100", b""),
        ("bytes=0-1,3-4", 200, None, TEXT),
        ("bytes=-", 200, None, TEXT),
        ("items=0-1", 200, None, TEXT),
    ],
)
def test_one_range_of_bytes(client, kept, asked, status, content_range, body):
    take(kept())
    response = get(client, shelf.url(NAME), range=asked)
    assert (response.status_code, response.get("Content-Range"), response.body) == (
        status,
        content_range,
        body,
    )
    assert response["Content-Length"] == str(len(body))


def test_validators_and_the_range_that_depends_on_them(client, kept):
    take(kept())
    address = shelf.url(NAME)
    etag = get(client, address)["ETag"]
    unchanged = get(client, address, **{"if-none-match": etag})
    assert (unchanged.status_code, unchanged.body, unchanged["ETag"]) == (304, b"", etag)
    assert get(client, address, **{"if-range": etag}, range="bytes=0-0").status_code == 206
    assert get(client, address, **{"if-range": '"old"'}, range="bytes=0-0").status_code == 200
    assert get(client, address, **{"if-match": '"old"'}).status_code == 412
    head = client.head(urlsplit(address).path)
    assert (head.status_code, head["Content-Length"], head["ETag"]) == (200, "100", etag)
    assert client.post(urlsplit(address).path).status_code == 405
