"""The file of a contribution comes: into a temporary file, checked there, and only then into the vault."""

from __future__ import annotations

import logging
import tempfile
from pathlib import Path
from typing import IO, Protocol
from uuid import UUID

from django.db import transaction
from django.template.defaultfilters import filesizeformat
from django.utils import timezone, translation

from cms.conf import newsroom as conf
from cms.conversation.contributions import files, tickets
from cms.conversation.contributions.mails import ask_for_confirmation
from cms.conversation.models import Contribution, ContributionEvent, ContributionStatus
from cms.errors import Conflict, InvalidInput, NotFound, StorageUnavailable
from cms.media import derivatives, inspection, quota
from cms.media.storage import vault
from cms.media.uploads.kinds import MODELS
from cms.media.uploads.problems import TooLarge

PIECE = 256 * 1024

logger = logging.getLogger(__name__)


class Body(Protocol):
    """What a request's bytes are read from."""

    def read(self, size: int, /) -> bytes:
        """At most so many bytes; none at the end."""


def receive(uid: UUID, ticket: str, body: Body, *, length: int | None = None) -> Contribution:
    """Take the file of a contribution, which then waits for an editor. `length` is what the request announces, in bytes.

    Raises `InvalidToken`, `NotFound`, `Conflict` when there is a file already, `TooLarge`, `RefusedFile` (whatever is wrong
    with the file) and `StorageUnavailable`. What is refused leaves nothing behind but the description, which waits on.
    """
    tickets.check(uid, ticket)
    contribution = _awaited(Contribution.objects.filter(uid=uid).first())
    if length is not None and length > conf.CONTRIBUTION_BYTES:
        raise _too_large()
    with tempfile.NamedTemporaryFile(prefix="newsroom-") as target, translation.override("en"):
        _copy(body, target)
        return _keep(contribution, Path(target.name))


def _copy(body: Body, target: IO[bytes]) -> None:
    size = 0
    while piece := body.read(PIECE):
        size += len(piece)
        if size > conf.CONTRIBUTION_BYTES:
            raise _too_large()
        target.write(piece)
    target.flush()


def _keep(contribution: Contribution, path: Path) -> Contribution:
    inspected = inspection.inspect(path, contribution.filename)
    quota.check(MODELS[inspected.type](), inspected.size)
    sums = derivatives.sums_of(path)
    name = files.quarantine_name(inspected, contribution.title)
    with transaction.atomic():  # of two that come at once, one is kept
        row = _awaited(
            Contribution.objects.select_for_update(of=("self",)).filter(pk=contribution.pk).first()
        )
        if row.vault_name:
            raise _double()
        row.vault_name = name  # noted before it is there: a crash leaves nothing that nobody knows of
        row.asset_kind, row.mime_type = inspected.type, inspected.content_type
        row.size, row.sha256 = inspected.size, sums.sha256
        row.save()
    try:
        vault.keep(path, name, content_type=inspected.content_type)
    except StorageUnavailable:
        Contribution.objects.filter(pk=row.pk, vault_name=name).update(vault_name="", size=0)
        raise
    return _held(row)


def _held(row: Contribution) -> Contribution:
    with transaction.atomic():
        now = timezone.now()
        row = _awaited(Contribution.objects.select_for_update(of=("self",)).filter(pk=row.pk).first())
        row.status, row.received_at = ContributionStatus.HELD, now
        row.save()
        ContributionEvent.objects.create(
            contribution=row, at=now, from_status=ContributionStatus.AWAITED, to_status=row.status
        )
        ask_for_confirmation(row)
    return row


def _awaited(contribution: Contribution | None) -> Contribution:
    if contribution is None:
        raise NotFound("There is no such contribution. Its file did not come in time.", field="id")
    if contribution.status != ContributionStatus.AWAITED:
        raise _double()
    return contribution


def _double() -> InvalidInput | Conflict:
    return Conflict("The file of this contribution has come already.", field="id")


def _too_large() -> TooLarge:
    limit = conf.CONTRIBUTION_BYTES
    return TooLarge(f"Files of visitors may have {filesizeformat(limit)} ({limit:,} bytes).", field="file")
