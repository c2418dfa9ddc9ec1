"""Editors decide about contributions: approve, reject, and take them onto a release. Nothing is deleted silently.

Lock order: the ledger's, then the contribution's row; what follows of it in threads comes after (`following.py`).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from cms.conversation.contributions import files, mails
from cms.conversation.contributions.letters import is_confirmed
from cms.conversation.desk.permissions import Action, check
from cms.conversation.models import (
    Contribution,
    ContributionEvent,
    ContributionStatus,
    EmailPolicy,
    ReasonCode,
)
from cms.conversation.moderation.rules import rules_of
from cms.errors import Conflict, InvalidInput
from cms.ledger import services as ledger
from cms.ledger.publishing import locked_and_prepared
from cms.media.document import AssetType
from cms.media.models import Asset

RELATED = ("newsroom", "item", "comment", "image", "media", "file", "locale")


@dataclass(frozen=True, slots=True, kw_only=True)
class Texts:
    """What is public with the file, as the editor has it."""

    title: str
    caption: str
    credit: str
    usage_terms: str
    copyright_holder: str = ""
    license_url: str = ""
    alt: str = ""
    """Required for an image."""


@contextmanager
def changing(uid: UUID) -> Iterator[Contribution]:
    """A transaction that holds the ledger's lock and the contribution's row."""
    with transaction.atomic():
        ledger.lock()
        yield locked(uid)


def locked(uid: UUID) -> Contribution:
    """The contribution, its row locked."""
    rows = Contribution.objects.select_for_update(of=("self",)).select_related(*RELATED)
    return rows.get(uid=uid)


def approve(uid: UUID, *, user: Any, texts: Texts, note: str = "") -> Contribution:
    """Make an asset of the file and publish it, with its comment or item as soon as these are public.

    Raises `InvalidInput` for an image without alternative text, `Conflict`, `RefusedFile`, `StorageUnavailable`.
    """
    contribution = _allowed(uid, user)
    _check_approvable(contribution, texts)
    asset = contribution.asset or files.asset_of(contribution)
    shown = asdict(texts)
    if contribution.asset_kind != AssetType.IMAGE:
        shown.pop("alt")
    for name, value in shown.items():
        setattr(asset, name, value)
    seen = (contribution.status, contribution.vault_name)
    _approved(contribution, asset, texts)
    with locked_and_prepared(contribution):
        row = locked(uid)
        if (row.status, row.vault_name) != seen:
            raise Conflict(_("Somebody else has decided about this contribution in the meantime."))
        asset.save()
        _approved(row, asset, texts)
        row.save()
        record(row, before=seen[0], user=user, note=note)
        if seen[0] != ContributionStatus.PUBLISHED:
            mails.tell(row)
        _log(row, "approve", user)
    return row


def reject(uid: UUID, *, user: Any, reason: str, message: str = "", note: str = "") -> Contribution:
    """Refuse it, with the ground; one that was approved is taken back. Its file is kept for an objection."""
    if reason not in ReasonCode.values:
        raise InvalidInput(
            _("Choose on which ground of the guidelines the contribution is rejected."), field="reason"
        )
    files.keep_copy(_allowed(uid, user))
    with changing(uid) as contribution:
        before = contribution.status
        if not contribution.is_kept:
            raise _gone()
        if before == ContributionStatus.REJECTED:
            return contribution
        contribution.status, contribution.reason = ContributionStatus.REJECTED, reason
        contribution.message, contribution.decided_at = message, timezone.now()
        contribution.save()
        files.take_back(contribution)
        record(contribution, before=before, user=user, note=note)
        mails.tell(contribution)
        _log(contribution, "reject", user)
    return contribution


def record(
    contribution: Contribution, *, before: str, user: Any = None, phase: str = "", note: str = ""
) -> None:
    """Note what happened to it, in the transaction that is open."""
    decided = contribution.status == ContributionStatus.REJECTED
    ContributionEvent.objects.create(
        contribution=contribution,
        at=timezone.now(),
        from_status=before,
        to_status=contribution.status,
        user=user,
        phase=phase,
        reason=contribution.reason if decided else "",
        message=contribution.message if decided else "",
        note=note,
    )


def _approved(contribution: Contribution, asset: Asset, texts: Texts) -> None:
    """Fill in what an approval changes."""
    now = timezone.now()
    contribution.status, contribution.reason, contribution.message = ContributionStatus.PUBLISHED, "", ""
    contribution.title, contribution.description = texts.title, texts.caption
    contribution.credit = texts.credit
    if contribution.asset is None:
        contribution.vault_name = ""  # the asset has the file now
    contribution.decided_at, contribution.approved_at = now, contribution.approved_at or now
    contribution.hold_asset(asset)


def _check_approvable(contribution: Contribution, texts: Texts) -> None:
    if not contribution.is_kept:
        raise _gone()
    if contribution.asset is None and not contribution.vault_name:
        raise Conflict(_("The file is no longer there."))
    required = rules_of(contribution.newsroom_id).email_policy == EmailPolicy.REQUIRED
    if required and not is_confirmed(contribution):
        raise Conflict(
            _("The contributor has not confirmed the e-mail address yet, which this newsroom requires.")
        )
    if not texts.title.strip():
        raise InvalidInput(_("Give it a title."), field="title")
    if not texts.credit.strip():
        raise InvalidInput(_("Say who made it: the name is printed beside it."), field="credit")
    if contribution.asset_kind == AssetType.IMAGE and not texts.alt.strip():
        raise InvalidInput(_("Describe what the image shows, for those who cannot see it."), field="alt")


def _allowed(uid: UUID, user: Any) -> Contribution:
    contribution = Contribution.objects.select_related(*RELATED).get(uid=uid)
    check(user, Action.MODERATE, contribution.newsroom.source_id)
    return contribution


def _gone() -> Conflict:
    return Conflict(_("Its contributor has withdrawn this contribution, or it was erased."))


def _log(contribution: Contribution, action: str, user: Any) -> None:
    title = f"Contribution {contribution.uid}"  # neither name nor words: the log outlives an erasure
    log(instance=contribution, action=f"newsroom.contribution.{action}", user=user, title=title)
