"""Connects the demo's newsrooms with a frontend of their own, the way an editor does it: address, previews, webhook."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import transaction

from cms.newsroom.models import Frontend, NewsroomPage
from cms.syndication.models import Endpoint
from cms.syndication.services.endpoints import add_secret

NAME = "Reference press room"


def connect(address: str) -> str:
    """Make `address` the home of every newsroom. Returns the secret of its webhook, which is kept in a file."""
    with transaction.atomic():
        changed = [_move(newsroom, f"{address}/{newsroom.slug}") for newsroom in NewsroomPage.objects.live()]
        for newsroom in NewsroomPage.objects.live():
            preview = Frontend.objects.filter(newsroom=newsroom, name=NAME)
            if not preview.update(preview_url=f"{address}/api/preview"):
                Frontend.objects.create(
                    newsroom=newsroom, name=NAME, preview_url=f"{address}/api/preview", sort_order=0
                )
        secret = _webhook(f"{address}/api/revalidate")
    if any(changed):
        call_command("reconcile_ledger", verbosity=0)
    return secret


def disconnect() -> None:
    """Let the built-in pages be the home of every newsroom again, where a frontend was."""
    if not Frontend.objects.filter(name=NAME).exists():
        return
    with transaction.atomic():
        for newsroom in NewsroomPage.objects.live():
            _move(newsroom, "")
        Frontend.objects.filter(name=NAME).delete()
        Endpoint.objects.filter(name=NAME).delete()
        _secret_file().unlink(missing_ok=True)
    call_command("reconcile_ledger", verbosity=0)


def _move(newsroom: NewsroomPage, address: str) -> bool:
    """Give a newsroom its address in public; whether it had another one."""
    if newsroom.public_url == address:
        return False
    draft = newsroom.get_latest_revision_as_object()
    draft.public_url = address
    draft.save_revision().publish()
    return True


def _webhook(address: str) -> str:
    endpoint, _ = Endpoint.objects.update_or_create(
        name=NAME, defaults={"url": address, "owner_email": "web@norrvind.example", "payload": "THIN"}
    )
    file = _secret_file()
    if file.exists() and endpoint.secrets.exists():
        return file.read_text()
    endpoint.secrets.all().delete()
    secret = add_secret(endpoint=endpoint)
    file.touch(mode=0o600)
    file.write_text(secret)
    return secret


def _secret_file() -> Path:
    folder: Path = settings.DATA_DIR
    return folder / "frontend-secret"
