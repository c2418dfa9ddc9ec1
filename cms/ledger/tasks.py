"""Background work of the ledger: keeping items fresh when what they show changes. One item a transaction.

Every task may be run again from its start: what is fresh already makes no edition.
"""

from __future__ import annotations

import logging
import random
import time
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import OperationalError, transaction
from django.db.models import Model, Q
from django.utils import timezone
from django_tasks import task
from django_tasks_db import DatabaseBackend
from wagtail.models import Page, ReferenceIndex

from cms.errors import StorageUnavailable
from cms.ledger import services
from cms.ledger.document import ItemType
from cms.ledger.models import Facet, Item
from cms.ledger.publishing import Publishable, locked_and_prepared
from cms.ledger.sources import SourceKey, load

ATTEMPTS = 5
CHUNK = 500
"""Most items that one task looks at."""
STORAGE_BREAK = timedelta(minutes=1)
"""How long to wait after the storage of files was not available."""
HOPS = 2
"""How far references are followed: an image to a person to the pages that name the person is two."""

logger = logging.getLogger(__name__)
_held: ContextVar[bool] = ContextVar("held_refreshes", default=False)


@contextmanager
def holding_refreshes() -> Iterator[None]:
    """Queue no `refresh_dependents` in here: who issues thousands of items does it once, afterwards, for
    all of them."""
    token = _held.set(True)
    try:
        yield
    finally:
        _held.reset(token)


@task()
def refresh_dependents(uids: list[str]) -> None:
    """Refresh the items that show something of the items `uids`."""
    items = list(Item.objects.filter(uid__in=[UUID(uid) for uid in uids]))
    refresh(_dependents(items))


@task()
def refresh_users_of(label: str, pk: int) -> None:
    """Refresh the items that show the shared thing `pk` of the model `label`."""
    refresh(users_of(apps.get_model(label), [pk]))


@task()
def refresh_items(uids: list[str]) -> None:
    """Refresh the items `uids`."""
    refresh(UUID(uid) for uid in uids)


@task()
def settle_below(page_id: int) -> None:
    """Settle every page below a page whose own state changed what is public below it."""
    root = Page.objects.filter(pk=page_id).first()
    if root is not None:
        for pk in root.get_descendants().order_by("path").values_list("pk", flat=True):
            settle_safely(SourceKey("page", pk))


def enqueue_with_transaction(work: Any, *args: Any) -> None:
    """Have a task done once the transaction is committed.

    With the queue in the database, the task is written in the transaction itself: a crash loses both or
    neither.
    """
    if work is refresh_dependents and _held.get():
        return
    if is_queued(work):
        work.enqueue(*args)
    else:
        transaction.on_commit(lambda: work.enqueue(*args))


def is_queued(work: Any) -> bool:
    """Whether a task waits in the database for the worker; otherwise it is run at once, or by another program."""
    return isinstance(work.get_backend(), DatabaseBackend)


def refresh(uids: Iterable[UUID]) -> None:
    """Build the documents of items again; an edition is made of each that differs.

    Those whose files could not be made ready are tried again later.
    """
    waiting: list[str] = []
    for uid in list(uids):
        item = Item.objects.filter(pk=uid, state=Item.State.USABLE).first()
        if item is None:
            continue
        try:
            settle_safely(SourceKey(item.source_type, item.source_id), refreshing=True)
        except StorageUnavailable:
            if not is_queued(refresh_items):
                raise
            waiting.append(str(uid))
    if waiting:
        logger.warning("%d items are refreshed later: the storage of files is not available", len(waiting))
        refresh_items.using(run_after=timezone.now() + STORAGE_BREAK).enqueue(waiting)


def settle_safely(key: SourceKey, *, refreshing: bool = False, repairing: bool = False) -> None:
    """Settle in a transaction of its own, again when the database broke it off because of a dead-lock."""
    source = load(key)
    for attempt in range(1, ATTEMPTS + 1):
        try:
            with locked_and_prepared(source):
                services.settle(key, refreshing=refreshing, repairing=repairing)
        except OperationalError:
            if attempt == ATTEMPTS:
                raise
            time.sleep(random.uniform(0.05, 0.2) * attempt)  # nosec B311 # no secret: so that two do not meet again
        else:
            return


def users_of(model: type[Model], pks: Collection[int], hops: int = HOPS) -> set[UUID]:
    """The public items that show the things `pks` of `model`, by Wagtail's reference index."""
    references = ReferenceIndex.objects.filter(
        to_content_type=_base_type(model), to_object_id__in=[str(pk) for pk in pks]
    ).values_list("base_content_type", "object_id")
    users: dict[int, set[int]] = {}
    for type_id, object_id in references:
        if object_id.isdigit():
            users.setdefault(type_id, set()).add(int(object_id))
    found: set[UUID] = set()
    for type_id, ids in users.items():
        user = ContentType.objects.get_for_id(type_id).model_class()
        if user is None:
            continue
        if issubclass(user, Page | Publishable):
            source_type = "page" if issubclass(user, Page) else user._meta.label_lower
            items = Item.objects.filter(source_type=source_type, source_id__in=ids, state=Item.State.USABLE)
            found.update(items.values_list("pk", flat=True))
        elif hops > 1:
            found |= users_of(user, ids, hops - 1)
    return found


def _dependents(items: list[Item]) -> list[UUID]:
    """The public items whose documents may show something of `items`, oldest edition first."""
    uids = [item.uid for item in items]
    newsrooms = [item.uid for item in items if item.type == ItemType.NEWSROOM]
    keys = [item.translation_key for item in items if item.translation_key]
    naming = Facet.objects.filter(name__in=services.NAMING_FACETS, value__in=[str(uid) for uid in uids])
    related = Q(newsroom__in=newsrooms) | Q(translation_key__in=keys) | Q(pk__in=naming.values("item"))
    found = set(Item.objects.filter(related, state=Item.State.USABLE).values_list("pk", flat=True))
    sources: dict[str, list[int]] = {}
    for item in items:
        sources.setdefault(item.source_type, []).append(item.source_id)
    for source_type, pks in sources.items():
        found |= users_of(Page if source_type == "page" else apps.get_model(source_type), pks)
    if len(items) == 1:
        found.discard(items[0].uid)
    return list(Item.objects.filter(pk__in=found).order_by("seq").values_list("pk", flat=True))


def _base_type(model: type[Model]) -> ContentType:
    return ContentType.objects.get_for_model(Page if issubclass(model, Page) else model)
