"""What editors plan for a page, and what the ledger says of it, for the tests of publishing."""

from __future__ import annotations

from datetime import timedelta
from io import StringIO

from django.core.management import call_command
from django.utils import timezone

from cms.ledger.models import Edition


def reason_of(page):
    return Edition.objects.filter(item__source_id=page.pk, item__source_type="page").last().note


def run_scheduled():
    out = StringIO()
    call_command("publish_scheduled", stdout=out, stderr=out)
    return out.getvalue()


def schedule(page, *, go_live=None, expire=None):
    """Approve the page's revision for a time, then let that time pass."""
    page.go_live_at = timezone.now() + timedelta(hours=1) if go_live else None
    page.expire_at = timezone.now() + timedelta(hours=2) if expire else None
    revision = page.save_revision()
    revision.publish()
    return revision


def let_time_pass(monkeypatch, hours):
    later = timezone.now() + timedelta(hours=hours)
    monkeypatch.setattr(timezone, "now", lambda: later)
