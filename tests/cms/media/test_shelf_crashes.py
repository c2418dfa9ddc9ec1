"""An editor is killed again and again while files come and go: the shelf ends with exactly what items name."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django_tasks_db.models import DBTaskResult

from cms.ledger.models import Item
from cms.ledger.reconcile import reconcile
from cms.ledger.worker import Worker
from cms.media import shelf, tasks
from cms.media.audit import audit
from cms.media.document import SHELF_FACET
from cms.media.models import ShelfFile
from cms.media.storage import shelf as storage
from cms.newsroom.models import NewsroomPage
from tests.processes import ROOT, environment_of

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]

WORKS = 100


def hrefs(document: Any) -> Iterator[str]:
    """The address of every file in a document."""
    if isinstance(document, dict):
        if "href" in document:
            yield document["href"]
        for value in document.values():
            yield from hrefs(value)
    elif isinstance(document, list):
        for value in document:
            yield from hrefs(value)


def test_shelf_after_a_hundred_works_of_editors_who_are_killed(
    newsroom: NewsroomPage, tmp_path: Path, settings: Any, later: Callable[..., None]
) -> None:
    settings.NEWSROOM_VAULT_ROOT, settings.NEWSROOM_SHELF_ROOT = tmp_path / "vault", tmp_path / "shelf"
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    done = subprocess.run(
        [sys.executable, "-m", "tests.cms.media.librarian", "7", str(WORKS)],
        env=environment_of("tests.cms.ledger.process_settings", LEDGER_TEST_FILES=str(tmp_path)),
        cwd=ROOT,
        text=True,
        capture_output=True,
        timeout=400,
    )
    assert done.returncode == 0, done.stderr[-4000:]
    told = json.loads(done.stdout.strip().splitlines()[-1])
    assert told["works"] >= WORKS
    assert told["kills"] > 5

    DBTaskResult.objects.filter(status="RUNNING").update(status="READY", started_at=None)
    reconcile()
    Worker().run_tasks(until_empty=True)
    tasks.end_expired()
    later(seconds=200)
    while shelf.sweep():
        pass

    files = (
        path.relative_to(tmp_path / "shelf") for path in (tmp_path / "shelf").rglob("*") if path.is_file()
    )
    there = {str(file) for file in files if not file.parts[0].startswith(".")}
    documents = Item.objects.filter(state="USABLE").values_list("document", flat=True)
    named = {storage.name_of(href) for document in documents for href in hrefs(document)}
    assert there == named
    assert named == set(
        shelf.named().filter(name=SHELF_FACET, item__state="USABLE").values_list("value", flat=True)
    )
    assert len(there) > 0
    assert set(ShelfFile.objects.values_list("pk", "state")) == {(name, "PLACED") for name in there}
    assert audit().is_clean
