"""What is due: publications whose time has come and items whose time is over, each in a transaction of its
own.

Covers pages and every snippet that has drafts. Wagtail's command clears the go-live time before it saves
the page, so
that a crash in between loses the release for ever; here both happen, or neither.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import DraftStateMixin, Page, PageLogEntry, Revision

from cms.errors import NewsroomError
from cms.ledger import services
from cms.ledger.publishing import LedgerPage

NOT_PUBLISHED = "newsroom.not_published"
"""Log entries of pages whose time has come and that could not be published; `data` is `{reason}`."""

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Due:
    """Something whose time has come: a live object that expires, or a revision that goes live."""

    at: datetime
    what: str
    subject: Any


@dataclass(slots=True)
class Outcome:
    """What one look for what is due has done, in words for the log."""

    published: list[str] = field(default_factory=list)
    expired: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)


def due_to_expire(now: datetime) -> list[Due]:
    """Live objects whose time is over, the oldest first."""
    found = [
        Due(thing.expire_at, f"{thing._meta.verbose_name} {thing.pk} {thing}", thing)
        for model in _models_with_drafts()
        for thing in model._default_manager.filter(live=True, expire_at__lt=now)
    ]
    return sorted(found, key=lambda due: due.at)


def due_to_publish(now: datetime) -> list[Due]:
    """Revisions whose time has come, the oldest first."""
    revisions = Revision.objects.filter(approved_go_live_at__lt=now).order_by("approved_go_live_at", "pk")
    return [Due(row.approved_go_live_at, f"{row.object_str} (revision {row.pk})", row) for row in revisions]


def run_due() -> Outcome:
    """Expire and publish what is due. What fails is logged, stays due, and does not keep the rest waiting."""
    outcome = Outcome()
    now = timezone.now()
    for due in due_to_expire(now):
        _attempt(due, _expire, outcome.expired, outcome.failed)
    for due in due_to_publish(now):
        _attempt(due, _publish, outcome.published, outcome.failed)
    return outcome


def _attempt(due: Due, action: Callable[[Any], bool], done: list[str], failed: list[str]) -> None:
    try:
        if action(due.subject):
            done.append(due.what)
    except Exception as error:
        logger.exception("Due at %s and failed, to be tried again: %s", due.at, due.what)
        if isinstance(due.subject, Revision) and isinstance(error, NewsroomError):
            _note_failure(due.subject, error.message)
        failed.append(f"{due.what}: {error}")


def _note_failure(revision: Revision, reason: str) -> None:
    """Tell in the page's history why it has not gone out; once, however often it is tried."""
    page = (
        Page.objects.filter(pk=revision.object_id).first() if revision.base_content_type == _pages() else None
    )
    if page is None:
        return
    told = PageLogEntry.objects.filter(page=page.pk, action=NOT_PUBLISHED, revision=revision)
    if not told.exists() or told.order_by("-timestamp")[0].data.get("reason") != reason:
        log(page, NOT_PUBLISHED, revision=revision, data={"reason": reason})


def _pages() -> ContentType:
    return ContentType.objects.get_for_model(Page)


def _expire(thing: Any) -> bool:
    """Take a thing whose time is over out of publication, unless somebody else has been there first."""
    with transaction.atomic():
        if isinstance(thing, Page) and issubclass(thing.specific_class or Page, LedgerPage):
            services.lock()
        rows = type(thing)._default_manager.select_for_update()
        current = rows.filter(pk=thing.pk, live=True, expire_at__lt=timezone.now()).first()
        if current is None:
            return False
        subject = current.specific if isinstance(current, Page) else current
        subject.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
    return True


def _publish(revision: Revision) -> bool:
    """Publish a revision whose time has come, unless somebody else has been there first."""
    model = revision.content_type.model_class()
    is_ours = model is not None and issubclass(model, LedgerPage)
    if is_ours:
        page = revision.as_object()
        page.live = True
        if services.is_open(page):
            page.prepare()
    with transaction.atomic():
        if is_ours:
            services.lock()
        due = Q(pk=revision.pk, approved_go_live_at__lt=timezone.now())
        current = Revision.objects.select_for_update().filter(due).first()
        if current is None:
            return False
        current.publish(log_action="wagtail.publish.scheduled")
    return True


def _models_with_drafts() -> Iterator[Any]:
    yield Page
    for model in apps.get_models():
        if issubclass(model, DraftStateMixin) and not issubclass(model, Page):
            yield model
