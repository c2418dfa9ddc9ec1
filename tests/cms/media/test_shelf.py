"""What is on the shelf, from before it is public until after it has been withdrawn."""

from __future__ import annotations

import hashlib
import io
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.images import ImageFile
from django.core.files.storage import storages
from django.db import transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from PIL import Image as Picture
from wagtail.contrib.frontend_cache.backends import HTTPBackend

from cms.errors import StorageUnavailable
from cms.ledger import services
from cms.ledger import tasks as ledger_tasks
from cms.ledger.models import Edition, Facet, Item
from cms.ledger.scheduling import run_due
from cms.ledger.tasks import settle_safely
from cms.media import derivatives, shelf, tasks
from cms.media.audit import remove_unrecorded
from cms.media.metadata import read_metadata
from cms.media.models import Derivative, NewsroomImage, ShelfFile
from cms.media.storage import shelf as storage
from cms.media.storage import vault
from cms.newsroom.preview import open_preview
from tests.items import item_of

pytestmark = pytest.mark.django_db

SIZES = ("thumbnail", "small", "medium", "large", "social", "square", "story")


def test_publishing_puts_exactly_what_the_document_names_on_the_shelf(
    make_release, make_image, on_shelf, named
):
    image = make_image()
    assert on_shelf() == set()
    page = make_release(hero=image)

    hero = item_of(page).document["hero"]
    names = {storage.name_of(one["href"]) for one in hero["renditions"]}
    assert on_shelf() == names == named()
    assert [(one["name"], one["content_type"]) for one in hero["renditions"]] == [
        *((name, mime) for name in SIZES for mime in ("image/jpeg", "image/webp")),
        ("original", "image/jpeg"),
    ]
    assert set(ShelfFile.objects.values_list("state", flat=True)) == {"PLACED"}


def test_a_file_is_what_its_rendition_says(make_release, make_image, on_shelf):
    page = make_release(hero=make_image(title="Mast at Åland", size=(640, 480)))
    for one in item_of(page).document["hero"]["renditions"]:
        with storage.open(storage.name_of(one["href"])) as file:
            content = file.read()
        assert len(content) == one["size_in_bytes"]
        assert hashlib.sha256(content).hexdigest() == one["sha256"]
        with Picture.open(io.BytesIO(content)) as picture:
            assert picture.size == (one["width"], one["height"])
        suffix = "" if one["name"] == "original" else f"-{one['name']}"
        extension = {"image/jpeg": "jpg", "image/webp": "webp"}[one["content_type"]]
        assert one["href"].endswith(f"/images/{one['sha256'][:24]}/mast-at-aland{suffix}.{extension}")


def test_a_draft_puts_nothing_on_the_shelf(make_release, make_image, on_shelf):
    page = make_release(hero=make_image(), publish=False)
    token = page.create_page_preview().token
    hero = open_preview(token).document.hero
    assert on_shelf() == set()
    assert len(hero.renditions) == 15
    for one in hero.renditions:
        assert storage.name_of(one.href) is None


def test_settling_a_draft_puts_nothing_on_the_shelf(make_release, make_image, on_shelf):
    page = make_release(hero=make_image(), publish=False)
    settle_safely(page.source_key)
    assert on_shelf() == set()
    assert not ShelfFile.objects.exists()


def test_scheduling_puts_nothing_on_the_shelf_before_its_time(make_release, make_image, on_shelf, later):
    page = make_release(hero=make_image(), publish=False)
    page.go_live_at = timezone.now() + timedelta(hours=1)
    page.save_revision().publish()
    run_due()
    assert on_shelf() == set()
    later(hours=2)
    assert run_due().failed == []
    assert len(on_shelf()) == 15
    assert item_of(page).is_usable


def test_withdrawing_takes_everything_from_the_shelf(make_release, make_image, on_shelf, sweep_later):
    page = make_release(hero=make_image())
    page.unpublish()
    assert sweep_later() == 15
    assert on_shelf() == set()
    assert not ShelfFile.objects.exists()


def test_what_another_item_still_names_stays(make_release, make_image, on_shelf, sweep_later):
    image, other = make_image(), make_image("Rotor", "navy")
    first, second = make_release("One", hero=image), make_release("Two", hero=image, social_image=other)
    second.unpublish()
    assert sweep_later() == 15
    assert on_shelf() == {storage.name_of(r["href"]) for r in item_of(first).document["hero"]["renditions"]}


def test_what_somebody_is_about_to_publish_is_left_alone(make_image, on_shelf, sweep_later):
    image = make_image()
    shelf.prepare([image])
    assert shelf.is_prepared([image])
    assert shelf.sweep() == 0
    assert len(on_shelf()) == 15
    assert sweep_later() == 15
    assert on_shelf() == set()
    assert not shelf.is_prepared([image])


def test_a_publication_prepares_again_what_a_sweep_took_before_the_lock(
    make_release, make_image, on_shelf, named, monkeypatch, sweep_later
):
    image = make_image()
    prepared = []
    real = shelf.prepare

    def slow(assets, *, publicly=True):
        real(assets, publicly=publicly)
        prepared.append(1)
        if len(prepared) == 1:
            sweep_later()

    monkeypatch.setattr(shelf, "prepare", slow)
    page = make_release(hero=image)
    assert len(prepared) == 2
    assert item_of(page).is_usable
    assert on_shelf() == named() != set()


def test_replacing_an_image_takes_the_old_files_away(
    make_release, make_image, on_shelf, named, sweep_later, django_capture_on_commit_callbacks
):
    image = make_image()
    page = make_release(hero=image)
    before = on_shelf()
    buffer = io.BytesIO()
    Picture.new("RGB", (80, 60), "navy").save(buffer, "JPEG")
    buffer.seek(0)
    with django_capture_on_commit_callbacks(execute=True):
        image.file = ImageFile(buffer, name="new.jpg")
        image.save()
    assert Edition.objects.last().action == "REFRESHED"
    sweep_later()
    assert on_shelf() == named()
    assert not on_shelf() & before
    assert item_of(page).document["hero"]["width"] == 80


def test_a_new_credit_is_written_into_the_files(
    make_release, make_image, on_shelf, named, sweep_later, django_capture_on_commit_callbacks
):
    image = make_image()
    page = make_release(hero=image)
    with django_capture_on_commit_callbacks(execute=True):
        image.credit = "Göran Öst / Norrvind"
        image.save()
    sweep_later()
    assert on_shelf() == named()
    for one in item_of(page).document["hero"]["renditions"]:
        path = storage.path(storage.name_of(one["href"]))
        assert read_metadata(Path(path)).credit.value == "Göran Öst / Norrvind"


def test_rights_that_end_take_the_image_out_of_everything(
    make_release, make_asset_page, make_image, on_shelf, later
):
    until = timezone.now() + timedelta(days=3)
    image = make_image(expires_at=until)
    page = make_release(hero=image)
    asset = make_asset_page(image=image)
    assert item_of(page).document["hero"]["expires_at"] is not None
    later(days=3, seconds=1)
    assert tasks.end_expired() == 2
    assert item_of(page).document["hero"] is None
    assert item_of(page).is_usable
    tombstone = Edition.objects.get(item=item_of(asset), action="WITHDRAWN")
    assert tombstone.note == "The publisher's rights to this item have ended."
    shelf.sweep()
    assert on_shelf() == set()
    assert tasks.end_expired() == 0


def test_the_storage_being_down_refuses_the_publication(make_release, make_image, on_shelf, monkeypatch):
    page = make_release(hero=make_image(), publish=False)

    def gone(*args, **kwargs):
        raise StorageUnavailable("The storage does not answer.", reason="UNREACHABLE")

    monkeypatch.setattr(type(_backend()), "take", gone)
    with pytest.raises(StorageUnavailable):
        page.save_revision().publish()
    page.refresh_from_db()
    assert not page.live
    assert not Item.objects.filter(source_id=page.pk, source_type="page").exists()
    assert on_shelf() == set()


def _backend():
    return storages["newsroom_shelf"]


def test_a_sweep_that_died_is_finished_by_another(make_release, make_image, on_shelf, monkeypatch, later):
    page = make_release(hero=make_image())
    page.unpublish()
    later(seconds=60)

    class Died(BaseException):
        pass

    def dies(self, names):
        raise Died

    backend = type(_backend())
    with monkeypatch.context() as patch:
        patch.setattr(backend, "remove", dies)
        with pytest.raises(Died):
            shelf.sweep()
    assert set(ShelfFile.objects.values_list("state", flat=True)) == {"LEAVING"}
    assert shelf.sweep() == 0
    later(seconds=130)
    assert shelf.sweep() == 15
    assert on_shelf() == set()
    assert not ShelfFile.objects.exists()


def test_copies_are_made_once_for_each_state(make_image):
    image = make_image()
    assert not Derivative.objects.filter(asset_uid=image.uid).exists()
    first = {copy.pk for copy in derivatives.ensure(image)}
    assert len(first) == 15
    assert {copy.pk for copy in derivatives.ensure(image)} == first
    image.caption = "Now with a caption"
    assert not {copy.pk for copy in derivatives.ensure(image)} & first


def test_copies_of_former_states_are_forgotten(make_image, later):
    image = make_image()
    old = derivatives.ensure(image)
    image.caption = "New"
    derivatives.ensure(image)
    assert derivatives.forget_outdated(image) == 0
    later(hours=2)
    assert derivatives.forget_outdated(image) == 15
    assert not any(vault.exists(copy.vault_name) for copy in old)
    assert Derivative.objects.filter(asset_uid=image.uid).count() == 15


def test_usage_is_found_by_the_file(make_release, make_image):
    image = make_image()
    page = make_release(hero=image)
    assert list(Facet.objects.filter(name="file", value=str(image.uid)).values_list("item", flat=True)) == [
        item_of(page).pk
    ]


def test_a_document_under_the_lock_reads_a_bounded_number_of_rows(
    make_release, make_image, django_assert_num_queries
):
    image = make_image()
    make_release(hero=image)
    with transaction.atomic():
        services.lock()
        with django_assert_num_queries(1):
            assert shelf.is_prepared([image])


def test_copies_of_a_deleted_image_are_forgotten_once_they_are_off_the_shelf(
    make_release, make_image, on_shelf, later, django_capture_on_commit_callbacks
):
    image = make_image()
    page = make_release(hero=image)
    with django_capture_on_commit_callbacks(execute=True):
        image.delete()
    assert item_of(page).document["hero"] is None
    later(hours=2)
    assert tasks.forget_abandoned() == 0
    assert shelf.sweep() == 15
    copies = list(Derivative.objects.filter(asset_uid=image.uid).values_list("vault_name", flat=True))
    assert tasks.forget_abandoned() == 15
    assert not any(vault.exists(name) for name in (*copies, image.file.name))


def test_what_a_broken_off_transaction_left_on_the_shelf_is_taken_away(make_image, on_shelf):
    image = make_image()
    derivatives.ensure(image)
    with transaction.atomic():
        shelf.prepare([image])
        transaction.set_rollback(True)
    assert len(on_shelf()) == 15
    assert remove_unrecorded() == 15
    assert on_shelf() == set()


def test_a_refresh_waits_for_a_storage_that_is_down(
    make_release, make_image, on_shelf, monkeypatch, settings, later
):
    image = make_image()
    page = make_release(hero=image)
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    NewsroomImage.objects.filter(pk=image.pk).update(credit="Göran Öst")

    def gone(*args, **kwargs):
        raise StorageUnavailable("The storage does not answer.", reason="UNREACHABLE")

    with monkeypatch.context() as patch:
        patch.setattr(type(_backend()), "take", gone)
        ledger_tasks.refresh([item_of(page).pk])
    assert item_of(page).document["hero"]["credit"] == "Åsa Lind"
    (waiting,) = DBTaskResult.objects.all()
    assert waiting.task_path == "cms.ledger.tasks.refresh_items"
    assert waiting.run_after > timezone.now()
    waiting.task.func(*waiting.args_kwargs["args"])
    assert item_of(page).document["hero"]["credit"] == "Göran Öst"


def test_a_problem_that_is_over_is_forgotten(make_image):
    image = make_image()
    NewsroomImage.objects.filter(pk=image.pk).update(problem="There was no program to read it.")
    tasks.make_public_copies.func("newsroom_media.newsroomimage", image.pk)
    image.refresh_from_db()
    assert image.problem == ""


def test_the_cdn_is_told_of_what_has_left(
    make_release, make_image, on_shelf, monkeypatch, settings, sweep_later
):
    purged = []
    settings.WAGTAILFRONTENDCACHE = {
        "cdn": {
            "BACKEND": "wagtail.contrib.frontend_cache.backends.HTTPBackend",
            "LOCATION": "http://127.0.0.1:9",
        }
    }
    monkeypatch.setattr(HTTPBackend, "purge", lambda self, url: purged.append(url))
    page = make_release(hero=make_image())
    addresses = {one["href"] for one in item_of(page).document["hero"]["renditions"]}
    assert purged == []
    page.unpublish()
    sweep_later()
    assert len(addresses) == 15
    assert set(purged) == addresses
