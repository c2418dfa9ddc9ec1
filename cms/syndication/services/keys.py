"""Giving keys to partners, and taking them away. Whom a key belongs to is read in `cms/syndication/keys.py`."""

from __future__ import annotations

import secrets
import string
from datetime import datetime, timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from cms.errors import InvalidInput
from cms.syndication.keys import digest_of
from cms.syndication.models import Partner, PartnerKey

LETTERS = string.ascii_letters + string.digits
ROTATION = timedelta(days=7)
"""How long the old key still works when it is replaced, unless one says otherwise."""
ATTEMPTS = 5


def issue_key(
    *, partner: Partner, name: str = "", expires_at: datetime | None = None, user: Any = None
) -> tuple[str, PartnerKey]:
    """A new key: its text, which is shown once and kept nowhere, and its row. Raises `InvalidInput`."""
    if expires_at is not None and expires_at <= timezone.now():
        raise InvalidInput(_("A key cannot expire in the past."), field="expires_at")
    for attempt in range(1, ATTEMPTS + 1):
        prefix = "nrk_" + "".join(secrets.choice(LETTERS) for _each in range(8))
        key = f"{prefix}_{secrets.token_urlsafe(32)}"
        try:
            with transaction.atomic():
                row = PartnerKey.objects.create(
                    partner=partner,
                    name=name,
                    prefix=prefix,
                    digest=digest_of(key),
                    expires_at=expires_at,
                    created_by=user,
                )
                _log(row, "newsroom.partner.key.issue", user)
        except IntegrityError:  # another key begins so
            if attempt == ATTEMPTS:
                raise
            continue
        return key, row
    raise AssertionError("unreachable")


def rotate_key(*, key: PartnerKey, keep: timedelta = ROTATION, user: Any = None) -> tuple[str, PartnerKey]:
    """A new key in place of another, which goes on working for `keep`. Raises `InvalidInput`."""
    with transaction.atomic():
        old = PartnerKey.objects.select_for_update().get(pk=key.pk)
        now = timezone.now()
        if old.revoked_at is not None or (old.expires_at is not None and old.expires_at <= now):
            raise InvalidInput(_("This key does not work any more. Make a new one."))
        lifetime = old.expires_at - old.created_at if old.expires_at else None
        made = issue_key(
            partner=old.partner, name=old.name, expires_at=now + lifetime if lifetime else None, user=user
        )
        old.expires_at = min(old.expires_at or now + keep, now + keep)
        old.save(update_fields=["expires_at"])
        _log(old, "newsroom.partner.key.rotate", user)
    return made


def revoke_key(*, key: PartnerKey, user: Any = None) -> PartnerKey:
    """The key works no more, from the next request on. Doing it again changes nothing."""
    with transaction.atomic():
        row = PartnerKey.objects.select_for_update().get(pk=key.pk)
        if row.revoked_at is None:
            row.revoked_at = timezone.now()
            row.save(update_fields=["revoked_at"])
            _log(row, "newsroom.partner.key.revoke", user)
    return row


def _log(row: PartnerKey, action: str, user: Any) -> None:
    """Written to the partner's history, with the beginning of the key and never more of it."""
    log(instance=row.partner, action=action, user=user, data={"key": row.prefix, "name": row.name})
