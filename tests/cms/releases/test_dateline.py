"""The day that a release is dated, which no editor has set."""

from __future__ import annotations

from datetime import UTC, date, datetime
from uuid import uuid4

from django.utils import timezone

from cms.ledger.document import Envelope
from cms.releases.document import _day


def test_it_is_the_sites_day_whoever_publishes(settings):
    """The admin runs in the time zone of each editor, the worker in the site's: a refresh by one must not
    change what the other published."""
    late = datetime(2026, 12, 3, 23, 30, tzinfo=UTC)
    envelope = Envelope(id=uuid4(), version=1, published_at=late, updated_at=late)
    with timezone.override("Asia/Tokyo"):
        assert _day(envelope) == date(2026, 12, 3)
    assert _day(envelope) == date(2026, 12, 3)
