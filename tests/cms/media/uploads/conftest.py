"""An empty vault in folders, parts of 1,000 bytes, and an editor."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.test import Client

from cms.media.uploads import services
from tests.cms.media.uploads.sending import PART, editor_named


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


@pytest.fixture
def logged_in(client: Client, editor: User) -> Client:
    client.force_login(editor)
    return client
