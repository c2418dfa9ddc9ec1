"""Checking what was sent: refusals, duplicates, and a check that is killed or cannot reach its storage."""

from __future__ import annotations

import io
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.contrib.auth.models import User
from django.core.files.storage import storages
from django.utils import timezone

from cms.errors import StorageUnavailable
from cms.media.models import NewsroomFile, NewsroomImage, Upload
from cms.media.storage import vault
from cms.media.uploads import services
from cms.media.uploads.parts import FOLDER, LocalParts
from tests.cms.media.uploads.sending import (
    ADDRESS,
    TEXT,
    begin,
    complete,
    in_vault,
    pieces,
    put,
    root,
    upload,
)

pytestmark = pytest.mark.django_db


def test_what_was_refused_in_the_background_is_shown_on_the_next_visit(logged_in, editor, monkeypatch):
    refused = upload(logged_in, b"<!doctype html><p>" + TEXT)
    assert logged_in.get(ADDRESS).json()["uploads"] == []
    monkeypatch.setattr("cms.media.uploads.selectors.CHECKED_AT_ONCE", 2000)
    assert [one["message"] for one in logged_in.get(ADDRESS).json()["uploads"]] == [refused["message"]]


def test_a_refused_file_leaves_nothing(logged_in, places):
    done = upload(logged_in, b"<!doctype html><script>alert(1)</script>" + TEXT, "report.txt")
    assert done["state"] == "REFUSED"
    assert "HTML" in done["message"]
    assert done["asset"] is None
    assert in_vault(places) == []
    assert not NewsroomFile.objects.exists()


def test_a_duplicate_is_pointed_out_and_discarded(logged_in, places):
    first = upload(logged_in, TEXT, "first.txt")
    second = upload(logged_in, TEXT, "second.txt")
    assert second["state"] == "DUPLICATE"
    assert [one["title"] for one in second["duplicates"]] == ["first"]
    assert second["duplicates"][0]["url"] == first["asset"]["url"]
    assert NewsroomFile.objects.count() == 1
    assert logged_in.delete(f"{ADDRESS}{second['id']}/").status_code == 204
    assert in_vault(places) == [NewsroomFile.objects.get().file.name]
    assert logged_in.get(f"{ADDRESS}{second['id']}/").status_code == 404


def test_a_duplicate_can_be_kept(logged_in, places):
    upload(logged_in, TEXT, "first.txt")
    second = upload(logged_in, TEXT, "second.txt")
    kept = complete(logged_in, second["id"], keep=True).json()
    assert kept["state"] == "DONE"
    assert sorted(NewsroomFile.objects.values_list("title", flat=True)) == ["first", "second"]
    assert len(in_vault(places)) == 2


class Killed(BaseException):
    """As if the process had been killed there."""


@pytest.mark.parametrize("step", ["assemble", "settle", "tidy"])
@pytest.mark.parametrize("when", ["before", "after"])
def test_a_check_that_was_killed_is_begun_again(logged_in, places, monkeypatch, step, when):
    original = getattr(LocalParts, step)

    def dies(self, *args):
        if when == "after":
            original(self, *args)
        raise Killed

    uid = begin(logged_in).json()["id"]
    for number, piece in enumerate(pieces(TEXT), 1):
        put(logged_in, uid, number, piece)
    with monkeypatch.context() as patched:
        patched.setattr(LocalParts, step, dies)
        with pytest.raises(Killed):
            complete(logged_in, uid)
    services.check(UUID(uid))
    assert logged_in.get(f"{ADDRESS}{uid}/").json()["state"] == "DONE"
    assert NewsroomFile.objects.count() == 1
    Upload.objects.update(active_at=timezone.now() - timedelta(days=2))
    services.clear_abandoned()
    assert in_vault(places) == [NewsroomFile.objects.get().file.name]
    with vault.local_copy(NewsroomFile.objects.get().file.name) as path:
        assert path.read_bytes() == TEXT


def test_putting_parts_together_goes_on_where_it_was_killed(editor, places):
    row = services.create(user=editor, name="a.txt", size=len(TEXT), collection_id=root().pk)
    for number, piece in enumerate(pieces(TEXT), 1):
        services.receive_part(row, number, io.BytesIO(piece), len(piece))
    folder = places / "vault" / FOLDER / row.uid.hex
    (folder / "1").rename(folder / "whole")
    with (folder / "whole").open("ab") as file:
        file.write(pieces(TEXT)[1][:300])
    LocalParts(storages["newsroom_vault"]).assemble(row)
    assert (folder / "whole").read_bytes() == TEXT
    assert not (folder / "2").exists()


def test_a_file_that_always_kills_its_check_is_refused(logged_in, places, monkeypatch):
    uid = begin(logged_in).json()["id"]
    for number, piece in enumerate(pieces(TEXT), 1):
        put(logged_in, uid, number, piece)

    def dies(*args: Any) -> None:
        raise Killed

    with monkeypatch.context() as patched:
        patched.setattr("cms.media.intake.take", dies)
        with pytest.raises(Killed):
            complete(logged_in, uid)
        for _ in range(4):
            with pytest.raises(Killed):
                services.check(UUID(uid))
        services.check(UUID(uid))
    told = logged_in.get(f"{ADDRESS}{uid}/").json()
    assert told["state"] == "REFUSED"
    assert "again and again" in told["message"]
    assert in_vault(places) == []


def test_a_check_that_never_ended_is_queued_again(logged_in, settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    from django_tasks_db.models import DBTaskResult

    uid = begin(logged_in).json()["id"]
    Upload.objects.update(state="CHECKING", active_at=timezone.now() - timedelta(minutes=11))
    services.clear_abandoned()
    services.clear_abandoned()
    rows = [
        row.args_kwargs["args"] for row in DBTaskResult.objects.filter(task_path__endswith="check_upload")
    ]
    assert rows == [[uid]]


@pytest.mark.django_db(transaction=True)
def test_large_files_are_checked_in_the_background(logged_in, settings, monkeypatch):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    monkeypatch.setattr(services, "CHECKED_AT_ONCE", 2000)
    from cms.ledger.worker import Worker

    done = upload(logged_in)
    assert done["state"] == "CHECKING"
    assert put(logged_in, done["id"], 1, pieces(TEXT)[0]).status_code == 404
    assert logged_in.delete(f"{ADDRESS}{done['id']}/").status_code == 400
    Worker().run_tasks(until_empty=True)
    assert logged_in.get(f"{ADDRESS}{done['id']}/").json()["state"] == "DONE"


def test_a_storage_that_fails_is_told_and_the_upload_goes_on(logged_in, places, monkeypatch):
    uid = begin(logged_in).json()["id"]
    for number, piece in enumerate(pieces(TEXT), 1):
        put(logged_in, uid, number, piece)

    def fails(*args: Any) -> None:
        raise StorageUnavailable("The storage of files is full.", reason="FULL")

    with monkeypatch.context() as patched:
        patched.setattr(LocalParts, "settle", fails)
        told = complete(logged_in, uid).json()
    assert (told["state"], told["message"]) == ("UPLOADING", "The storage of files is full.")
    with monkeypatch.context() as patched:
        patched.setattr(LocalParts, "receive", fails)
        other = begin(logged_in, name="b.txt").json()["id"]
        assert put(logged_in, other, 1, pieces(TEXT)[0]).status_code == 503
    assert complete(logged_in, uid).json()["state"] == "DONE"


@pytest.mark.parametrize(
    ("name", "state", "kind"),
    [
        ("bbb_480p.mp4", "DONE", "VIDEO"),
        ("bbb_audio.mp3", "DONE", "AUDIO"),
        ("guidelines-iggsa-shared.pdf", "DONE", "DOCUMENT"),
        ("hopper.heif", "DONE", "IMAGE"),
        ("chart-growing-as-engineer.svg", "DONE", "IMAGE"),
        ("Ålandshav – våren (högupplöst) №2.jpg", "DONE", "IMAGE"),
        ("bbb_truncated.mp4", "REFUSED", ""),
        ("bomb_30000x30000.png", "REFUSED", ""),
        ("xss_script.svg", "REFUSED", ""),
        ("pdf_with_javascript.pdf", "REFUSED", ""),
    ],
)
def test_real_files(client, shared_data, places, monkeypatch, name, state, kind):
    monkeypatch.setattr(services, "PART_SIZE", 5 * 1024 * 1024)
    client.force_login(User.objects.create_superuser("boss"))
    done = upload(client, (shared_data / "media" / name).read_bytes(), name)
    assert (done["state"], done["asset"] and done["asset"]["type"]) == (state, kind or None)
    assert bool(done["message"]) == (state == "REFUSED")
    assert len([one for one in in_vault(places) if not one.startswith("images/")]) == (state == "DONE")
    if kind == "IMAGE":
        assert NewsroomImage.objects.get().width > 0
