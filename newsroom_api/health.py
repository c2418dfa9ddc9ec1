"""Whether this process runs (`/healthz`), and whether the site can work (`/readyz`). No details leak."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from cms.access import PUBLIC
from cms.conf import newsroom as conf
from cms.ledger import selectors
from newsroom_api.caching import mark_private

logger = logging.getLogger(__name__)


@csrf_exempt  # other methods are refused as such
@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """200 while the process answers; nothing else is asked."""
    return mark_private(JsonResponse({"status": "ok"}))


@csrf_exempt
@require_safe
def readyz(request: HttpRequest) -> HttpResponse:
    """200 when database, storage and worker do their work, else 503; says which does not, and not why."""
    checks = {name: _passes(name, check) for name, check in CHECKS.items()}
    ready = all(checks.values())
    content = {
        "status": "ok" if ready else "unavailable",
        "checks": {name: "ok" if passed else "failed" for name, passed in checks.items()},
    }
    return mark_private(JsonResponse(content, status=200 if ready else 503))


def database_answers() -> bool:
    """One statement gets an answer."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        return bool(cursor.fetchone() == (1,))


def storage_keeps() -> bool:
    """What is written to the storage of files can be read again."""
    content = uuid4().hex.encode()
    name = default_storage.save(f"newsroom-health/{uuid4().hex}", ContentFile(content))
    try:
        with default_storage.open(name) as file:
            return bool(file.read() == content)
    finally:
        default_storage.delete(name)


def worker_is_alive() -> bool:
    """The worker has given a sign of life lately."""
    last = selectors.last_heartbeat(PUBLIC)
    return last is not None and timezone.now() - last < timedelta(seconds=conf.WORKER_STALE_SECONDS)


CHECKS: dict[str, Callable[[], bool]] = {
    "database": database_answers,
    "storage": storage_keeps,
    "worker": worker_is_alive,
}


def _passes(name: str, check: Callable[[], bool]) -> bool:
    try:
        return check()
    except Exception:
        logger.exception("The readiness check of the %s failed.", name)
        return False
