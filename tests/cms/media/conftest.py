"""What the tests of media share: what is on the shelf, and a clock that can be moved."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from cms.ledger.models import Facet
from cms.media import shelf
from cms.media.storage import shelf as storage
from tests.keeping import kept  # noqa: F401 # a fixture


@pytest.fixture
def on_shelf() -> Callable[[], set[str]]:
    """The names of all files on the shelf."""
    storage.remove(list(storage.names()))
    return lambda: set(storage.names())


@pytest.fixture
def named() -> Callable[[], set[str]]:
    """The names that public items give to files on the shelf."""
    return lambda: set(Facet.objects.filter(name="shelf").values_list("value", flat=True))


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Moves the application's clock."""
    real = timezone.now

    def move(**delta: Any) -> None:
        ahead = timedelta(**delta)
        monkeypatch.setattr(timezone, "now", lambda: real() + ahead)

    return move


@pytest.fixture
def sweep_later(later: Callable[..., None]) -> Callable[[], int]:
    """A sweep a minute from now, when nobody waits any more to publish what has been prepared."""

    def sweep() -> int:
        later(seconds=60)
        return shelf.sweep()

    return sweep
