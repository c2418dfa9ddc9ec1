"""What the tests of the ledger share: the editions since a moment, and a worker that runs its tasks at
once."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import pytest
from django.contrib.auth.models import User

from cms.ledger.models import Edition

Editions = Callable[[], list[tuple[str, str]]]


@pytest.fixture
def new_editions(db: None) -> Editions:
    """What the ledger has issued since the last call: (action, title or slug of the page or thing)."""
    seen = Edition.objects.count() and Edition.objects.last().seq

    def since() -> list[tuple[str, str]]:
        nonlocal seen
        editions = list(Edition.objects.filter(seq__gt=seen).select_related("item").order_by("seq"))
        if editions:
            assert [edition.seq for edition in editions] == list(range(seen + 1, seen + 1 + len(editions)))
            seen = editions[-1].seq
        return [(edition.action, edition.item.slug or edition.item.type) for edition in editions]

    return since


@pytest.fixture
def in_background(django_capture_on_commit_callbacks: Any) -> Callable[[], AbstractContextManager[Any]]:
    """Inside it, background tasks run at the end, as after a commit."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture
def editor(db: None) -> User:
    return User.objects.create_superuser("editor", "editor@norrvind.example", "a long pass phrase")


@pytest.fixture
def admin(client: Any, editor: User) -> Any:
    client.force_login(editor)
    return client
