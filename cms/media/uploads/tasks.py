"""The check of an upload as background work."""

from __future__ import annotations

from uuid import UUID

from django_tasks import task

from cms.media.uploads import services


@task()
def check_upload(uid: str, language: str = "") -> None:
    """Check a complete upload, with messages in the language of its user's page. May be run again from its start."""
    services.check(UUID(uid), language=language)
