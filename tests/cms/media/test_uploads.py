"""Uploads beside a vault in folders, over HTTP: the whole way, broken off, lied about, forgotten, by the wrong person."""

from __future__ import annotations

import hashlib
import io
import json
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from django.utils import timezone
from PIL import Image
from wagtail.models import Collection

from cms.errors import StorageUnavailable
from cms.media.models import NewsroomFile, NewsroomImage, Upload
from cms.media.storage import vault
from cms.media.uploads import services
from cms.media.uploads.parts import FOLDER, LocalParts

pytestmark = pytest.mark.django_db

ADDRESS = "/vault/uploads/"
PART = 1000
TEXT = b"".join(b"Line %04d of the report.\n" % number for number in range(1, 105))
"""2,600 bytes: three parts."""


@pytest.fixture(autouse=True)
def places(settings, tmp_path, monkeypatch):
    settings.NEWSROOM_VAULT_ROOT = tmp_path / "vault"
    settings.NEWSROOM_SHELF_ROOT = tmp_path / "shelf"
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
    monkeypatch.setattr(services, "PART_SIZE", PART)
    return tmp_path


@pytest.fixture
def editor() -> User:
    return editor_named("Åsa")


def editor_named(name: str) -> User:
    user = User.objects.create_user(name, password=name)
    user.groups.add(Group.objects.get(name="PR"))
    return user


@pytest.fixture
def logged_in(client: Client, editor: User) -> Client:
    client.force_login(editor)
    return client


def root() -> Collection:
    return Collection.objects.get(depth=1)


def png(colour: str = "teal", size: tuple[int, int] = (60, 40)) -> bytes:
    target = io.BytesIO()
    Image.new("RGB", size, colour).save(target, "PNG")
    return target.getvalue()


def begin(client: Client, content: bytes = TEXT, name: str = "report.txt", **more: Any) -> Any:
    asked = {"name": name, "size": len(content), "collection": root().pk, **more}
    return client.post(ADDRESS, json.dumps(asked), content_type="application/json")


def put(client: Client, uid: str, number: int, content: bytes, **headers: Any) -> Any:
    return client.put(
        f"{ADDRESS}{uid}/parts/{number}/", content, content_type="application/octet-stream", **headers
    )


def pieces(content: bytes) -> list[bytes]:
    return [content[start : start + PART] for start in range(0, len(content), PART)]


def complete(client: Client, uid: str, **asked: Any) -> Any:
    return client.post(f"{ADDRESS}{uid}/complete/", json.dumps(asked), content_type="application/json")


def upload(client: Client, content: bytes = TEXT, name: str = "report.txt", **more: Any) -> Any:
    """The whole way; gives what `complete` answers."""
    uid = begin(client, content, name, **more).json()["id"]
    for number, piece in enumerate(pieces(content), 1):
        assert put(client, uid, number, piece).status_code == 204
    return complete(client, uid).json()


def files(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def in_vault(places: Path) -> list[str]:
    return files(places / "vault")


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


def test_what_was_refused_in_the_background_is_shown_on_the_next_visit(logged_in, editor, monkeypatch):
    refused = upload(logged_in, b"<!doctype html><p>" + TEXT)
    assert logged_in.get(ADDRESS).json()["uploads"] == []
    monkeypatch.setattr("cms.media.uploads.selectors.CHECKED_AT_ONCE", 2000)
    assert [one["message"] for one in logged_in.get(ADDRESS).json()["uploads"]] == [refused["message"]]


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


def test_what_others_have_that_one_may_not_see_is_no_duplicate(logged_in, client):
    """Editors see what they uploaded or may change; a file in a collection that is closed to them is not told of."""
    boss = User.objects.create_superuser("boss")
    hidden = root().add_child(instance=Collection(name="Board"))
    NewsroomFile.objects.bulk_create(
        [
            NewsroomFile(
                title="secret",
                collection=hidden,
                uploaded_by_user=boss,
                sha256=hashlib.sha256(TEXT).hexdigest(),
                file="x.txt",
            )
        ]
    )
    Group.objects.get(name="PR").collection_permissions.update(
        collection=root().add_child(instance=Collection(name="Open"))
    )
    opened = Collection.objects.get(name="Open")
    uid = begin(logged_in, collection=opened.pk).json()["id"]
    for number, piece in enumerate(pieces(TEXT), 1):
        put(logged_in, uid, number, piece)
    assert complete(logged_in, uid).json()["state"] == "DONE"


def test_a_type_that_one_may_not_add_is_refused_by_content(logged_in, places):
    Group.objects.get(name="PR").collection_permissions.filter(
        permission__content_type__app_label="wagtailimages"
    ).delete()
    assert begin(logged_in, png(), "picture.png").status_code == 403
    done = upload(logged_in, png(), "picture.txt")
    assert done["state"] == "REFUSED"
    assert done["message"] == "This is an image, and you may not add images to this collection."
    assert in_vault(places) == []


def test_uploads_belong_to_their_uploader(logged_in, client):
    uid = begin(logged_in).json()["id"]
    other = Client()
    other.force_login(editor_named("Bo"))
    assert other.get(f"{ADDRESS}{uid}/").status_code == 404
    assert put(other, uid, 1, pieces(TEXT)[0]).status_code == 404
    assert complete(other, uid).status_code == 404
    assert other.delete(f"{ADDRESS}{uid}/").status_code == 404
    assert other.get(ADDRESS).json()["uploads"] == []
    boss = Client()
    boss.force_login(User.objects.create_superuser("boss"))
    assert boss.get(f"{ADDRESS}{uid}/").status_code == 200
    assert Upload.objects.filter(pk=uid).exists()


def test_strangers_are_told_to_log_in(client):
    for answer in (client.get(ADDRESS), begin(client), put(client, str(uuid4()), 1, b"x")):
        assert answer.status_code == 401
        assert answer.json()["code"] == "LOGIN_NEEDED"
    nobody = User.objects.create_user("nobody")
    client.force_login(nobody)
    assert client.get(ADDRESS).status_code == 403
    assert client.get("/admin/upload-files/").status_code == 302


def test_requests_need_the_token(editor):
    client = Client(enforce_csrf_checks=True)
    client.force_login(editor)
    assert begin(client).status_code == 403
    token = client.get(ADDRESS).json()["csrf_token"]
    asked = {"name": "report.txt", "size": len(TEXT), "collection": root().pk}
    begun = client.post(
        ADDRESS, json.dumps(asked), content_type="application/json", headers={"X-CSRFToken": token}
    )
    assert begun.status_code == 201
    assert put(client, begun.json()["id"], 1, pieces(TEXT)[0]).status_code == 403
    assert (
        put(client, begun.json()["id"], 1, pieces(TEXT)[0], headers={"X-CSRFToken": token}).status_code == 204
    )


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
    LocalParts(vault_storage()).assemble(row)
    assert (folder / "whole").read_bytes() == TEXT
    assert not (folder / "2").exists()


def vault_storage() -> Any:
    from django.core.files.storage import storages

    return storages["newsroom_vault"]


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
    monkeypatch.setitem(globals(), "PART", 5 * 1024 * 1024)
    client.force_login(User.objects.create_superuser("boss"))
    done = upload(client, (shared_data / "media" / name).read_bytes(), name)
    assert (done["state"], done["asset"] and done["asset"]["type"]) == (state, kind or None)
    assert bool(done["message"]) == (state == "REFUSED")
    assert len([one for one in in_vault(places) if not one.startswith("images/")]) == (state == "DONE")
    if kind == "IMAGE":
        assert NewsroomImage.objects.get().width > 0
