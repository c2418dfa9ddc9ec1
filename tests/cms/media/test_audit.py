"""The audit of the shelf finds and mends what differs, both ways."""

from __future__ import annotations

import io

import pytest
from django.core.files.base import ContentFile
from django.core.management import CommandError, call_command

from cms.ledger.models import Item
from cms.media.audit import audit
from cms.media.models import Derivative, ShelfFile
from cms.media.storage import shelf as storage
from cms.media.storage import vault

pytestmark = pytest.mark.django_db


def run(*arguments: str) -> str:
    out = io.StringIO()
    call_command("shelf_audit", *arguments, stdout=out, stderr=out)
    return out.getvalue()


def test_agrees_after_a_publication(make_release, make_image, on_shelf):
    make_release(hero=make_image())
    assert audit().is_clean
    assert run() == "15 files on the shelf.\nShelf and ledger agree.\n"


def test_a_file_that_nobody_knows_of_is_taken_away(on_shelf):
    storage.save("images/stray/file.jpg", ContentFile(b"stray"))
    with pytest.raises(CommandError, match="differ"):
        run()
    assert on_shelf() == {"images/stray/file.jpg"}
    assert "1 files that nobody knows of:\n  images/stray/file.jpg\n" in run("--repair")
    assert on_shelf() == set()


def test_files_that_were_lost_come_back_from_the_vault(make_release, make_image, on_shelf):
    make_release(hero=make_image())
    before = on_shelf()
    storage.remove(sorted(before)[:3])
    assert audit().missing == sorted(before)[:3]
    assert run("--repair").endswith("Mended.\n")
    assert on_shelf() == before
    assert audit().is_clean


def test_files_that_are_lost_in_the_vault_too_are_made_again(make_release, make_image, on_shelf, later):
    page = make_release(hero=make_image())
    storage.remove(list(on_shelf()))
    vault.remove(list(Derivative.objects.values_list("vault_name", flat=True)))
    Derivative.objects.all().delete()
    ShelfFile.objects.all().delete()
    audit(repair=True)
    later(seconds=60)
    assert audit(repair=True).failed == {}
    assert audit().is_clean
    hero = Item.objects.get(source_id=page.pk, source_type="page").document["hero"]
    assert on_shelf() == {storage.name_of(one["href"]) for one in hero["renditions"]}


def test_what_nobody_names_is_swept(make_release, make_image, on_shelf, later):
    make_release(hero=make_image()).unpublish()
    later(seconds=60)
    assert len(audit().unnamed) == 15
    audit(repair=True)
    assert on_shelf() == set()
