"""In which language an uploader is told why a large file was not taken: it is checked by the worker."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.utils import translation
from wagtail.models import Collection
from wagtail.users.models import UserProfile

from cms.media.models import Upload
from cms.media.uploads import services
from cms.media.uploads.tasks import check_upload

PAGE = b"<!doctype html><title>A page</title>"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("chosen", "words"),
    [
        (None, "Att döma av innehållet är filen: en webbsida"),
        ("", "Att döma av innehållet är filen: en webbsida"),
        ("en", "By its content this file is: web page (HTML)"),
    ],
)
def test_large_files_are_refused_in_the_language_of_the_page_or_the_one_chosen(
    settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, chosen: str | None, words: str
) -> None:
    settings.NEWSROOM_VAULT_ROOT = tmp_path / "vault"
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    from django_tasks_db.models import DBTaskResult

    monkeypatch.setattr(services, "CHECKED_AT_ONCE", 0)
    user = User.objects.create_superuser("editor")
    if chosen is not None:
        UserProfile.objects.create(user=user, preferred_language=chosen)
    root = Collection.get_first_root_node()
    with translation.override("sv"):
        upload = services.create(user=user, name="a.jpg", size=len(PAGE), collection_id=root.pk)
        services.receive_part(upload, 1, io.BytesIO(PAGE), len(PAGE))
        assert services.complete(upload).state == Upload.State.CHECKING
    queued = DBTaskResult.objects.get(task_path__endswith="check_upload")
    check_upload.func(*queued.args_kwargs["args"])
    upload.refresh_from_db()
    assert upload.state == Upload.State.REFUSED
    assert words in upload.message
