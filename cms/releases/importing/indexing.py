"""Wagtail's indexes while thousands of releases are written: once for each release, not a task for each of
its saves."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from django.db.models.signals import post_save
from modelsearch import index
from modelsearch.signal_handlers import post_save_signal_handler
from wagtail.models import ReferenceIndex
from wagtail.signal_handlers import disable_reference_index_auto_update

from cms.releases.models import ReleasePage

if TYPE_CHECKING:
    from wagtail.models import Page


@contextmanager
def indexing_by_hand() -> Iterator[None]:
    """In here releases are indexed by `index_page` alone. For a process of its own: the search handler is
    off for all."""
    connected = post_save.disconnect(post_save_signal_handler, sender=ReleasePage)
    try:
        with disable_reference_index_auto_update():
            yield
    finally:
        if connected:
            post_save.connect(post_save_signal_handler, sender=ReleasePage)


def index_page(page: Page) -> None:
    """Write what the admin's search and the reference index hold of a release."""
    ReferenceIndex.create_or_update_for_object(page)
    index.insert_or_update_object(page)
