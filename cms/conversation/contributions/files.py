"""The files of contributions: in quarantine in the vault, then an asset's, then gone.

A file in quarantine has an address that cannot be guessed, and no asset: no editor can choose it anywhere.
"""

from __future__ import annotations

import logging
from datetime import timedelta
from pathlib import Path, PurePath
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.text import slugify
from wagtail.models import Collection, ReferenceIndex

from cms.conf import newsroom as conf
from cms.conversation.models import Contribution, ContributionStatus
from cms.errors import StorageUnavailable
from cms.media import inspection, intake
from cms.media.document import AssetType
from cms.media.models import Asset, unguessable_path
from cms.media.storage import vault
from cms.media.uploads import kinds
from cms.media.uploads.assets import measure

COLLECTION = "Contributions"
"""Where approved files begin; as every collection, editors may rename it."""
TITLE_LENGTH = 40
KEEP_REJECTED = timedelta(days=184)
"""An objection is possible for six months at least (Digital Services Act, article 20)."""
GONE = (ContributionStatus.WITHDRAWN, ContributionStatus.ERASED)
CHUNK = 100

logger = logging.getLogger(__name__)


def quarantine_name(inspected: inspection.Inspected, title: str) -> str:
    """Where a checked file is kept: where it also stays when it is approved."""
    folder = kinds.FOLDERS[kinds.MODELS[inspected.type]]
    short = slugify(title)[:TITLE_LENGTH]  # names of assets' files have 100 characters at most
    return unguessable_path(folder, short, f"file{inspected.extension}")


def asset_of(contribution: Contribution, **texts: Any) -> Asset:
    """An asset, not saved yet, of a file in quarantine, which is read once more. Raises `RefusedFile`, `FileNotFoundError`."""
    model = kinds.MODELS[AssetType(contribution.asset_kind)]
    asset: Asset = model(collection=collection(), **texts)
    with vault.local_copy(contribution.vault_name) as path:
        intake.take(asset, Path(path), contribution.filename)
        measure(asset, Path(path))
    asset.found = []  # the visitor has said what it is; what the file says is not public unasked
    asset.file.name = contribution.vault_name
    asset.file._committed = True  # type: ignore[attr-defined] # Django's own way of telling
    return asset


def collection() -> Collection:
    """The collection of approved contributions; made when it is first needed."""
    root = Collection.get_first_root_node()
    return root.get_children().filter(name=COLLECTION).first() or root.add_child(name=COLLECTION)


def keep_copy(contribution: Contribution) -> None:
    """Put the file of an asset that is about to be taken back into quarantine, before any lock is taken."""
    asset = contribution.asset
    if asset is None or used_elsewhere(contribution):
        return
    suffix = PurePath(str(asset.file.name)).suffix
    folder = kinds.FOLDERS[type(asset)]
    name = contribution.vault_name or unguessable_path(folder, "rejected", f"file{suffix}")
    Contribution.objects.filter(pk=contribution.pk).update(vault_name=name)  # noted before it is there
    with vault.local_copy(str(asset.file.name)) as path:
        vault.keep(Path(path), name, content_type=asset.mime_type)


def take_back(contribution: Contribution, *, anyway: bool = False) -> None:
    """Delete the asset with its file, in the transaction that is open.

    What editors have put to use elsewhere stays, unless `anyway`: its contributor agreed to that.
    """
    asset = contribution.asset
    if asset is None or (used_elsewhere(contribution) and not anyway):
        return
    contribution.hold_asset(None)
    Contribution.objects.filter(pk=contribution.pk).update(image=None, media=None, file=None)
    asset.delete()


def used_elsewhere(contribution: Contribution) -> bool:
    """Whether something else than contributions refers to its asset."""
    if contribution.asset is None:
        return False
    references = ReferenceIndex.get_references_to(contribution.asset)
    own = ReferenceIndex._get_base_content_type(Contribution)
    return bool(references.exclude(base_content_type=own).exists())


def forget(which: QuerySet[Contribution] | None = None) -> int:
    """Remove files that nobody may see any more, and descriptions whose file never came. Part of the worker's tick.

    Returns how many. What a storage does not let go now, the next look removes.
    """
    now = timezone.now()
    late = Q(status=ContributionStatus.AWAITED, created_at__lt=now - timedelta(hours=conf.UPLOAD_HOURS))
    old = Q(status=ContributionStatus.REJECTED, decided_at__lt=now - KEEP_REJECTED) | Q(status__in=GONE)
    rows = Contribution.objects.all() if which is None else which
    found = list(rows.filter(late | (old & ~Q(vault_name="")))[:CHUNK])
    removed = 0
    for contribution in found:
        try:
            _remove(contribution)
            removed += 1
        except StorageUnavailable:
            logger.warning("The file of the contribution %s could not be removed yet", contribution.uid)
    return removed


def forget_soon(contribution: Contribution) -> None:
    """Remove its file once the transaction that is open is committed."""
    rows = Contribution.objects.filter(pk=contribution.pk)
    transaction.on_commit(lambda: forget(rows), robust=True)


def _remove(contribution: Contribution) -> None:
    if contribution.vault_name:
        vault.remove([contribution.vault_name])
    same = Contribution.objects.filter(pk=contribution.pk, status=contribution.status)
    if contribution.status == ContributionStatus.AWAITED:
        same.delete()
    else:
        same.update(vault_name="")
